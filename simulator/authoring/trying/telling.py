"""What came of tests, for people: a line for each, and all of what failed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import timedelta
from textwrap import wrap
from typing import Final

from simulator.authoring.trying.results import Miss, Result
from simulator.engine.wording import moment
from simulator.rehearsal.chronicle import chronicle
from simulator.rehearsal.transcript import WIDTH, told, transcript

BEFORE: Final = 6
AFTER: Final = 3
"""So many lines of what happened are told before and after the second at which a test failed."""
MOST_SEEDS: Final = 8


def listed(results: Iterable[Result]) -> Iterator[str]:
    """Every test with whether it passed, file by file."""
    file = ""
    for result in results:
        if file != (file := str(result.told.file.path)):
            yield file
        verdict = "ok  " if result.passed else "FAIL"
        runs = f"  ({result.runs} runs)" if result.runs > 1 else ""
        yield f"  {verdict}  {result.told.story.test}{runs}"


def failures(results: Iterable[Result], whole: bool = False) -> Iterator[str]:
    """All that failed, with what happened around it; the `whole` of the run if that is wanted."""
    for result in results:
        if not result.passed:
            yield ""
            yield f"FAIL  {result.told.story.test}"
            yield from failed(result)
            if whole:
                yield ""
                yield from transcript(result.misses[0].run, "en")


def failed(result: Result) -> Iterator[str]:
    """All that failed of one test; the same stretch of a run is told once."""
    told_of = set[tuple[int, int]]()
    for miss in result.misses:
        yield from _failure(result, miss)
        stretch = (miss.run.setup.seed, miss.at)
        if stretch not in told_of:
            yield f"  around {moment(miss.at)}, with seed {miss.run.setup.seed}:"
            yield from (f"    {line}" for line in around(miss))
        told_of.add(stretch)


def _failure(result: Result, miss: Miss) -> Iterator[str]:
    """One part that failed: its place, the line, what was expected, what was instead."""
    path, line, column, _, _ = miss.place
    yield f"{path}:{line}:{column}: expected: {miss.expected}"
    yield from _excerpt(result.told.file.lines, line, column)
    yield from _indented(f"but: {miss.instead}", "  ")
    if result.runs > 1:
        yield f"  with seed {_numbers(miss.seeds)}: {len(miss.seeds)} of {result.runs} runs"


def _excerpt(lines: Sequence[str], line: int, column: int) -> Iterator[str]:
    text = lines[line - 1] if line <= len(lines) else ""
    room = WIDTH - len("  1234 | ")
    first = max(0, min(column - 1 - room // 3, len(text) - room))
    yield f"  {line:4} | {text[first : first + room]}"
    yield f"       | {' ' * (column - 1 - first)}^"


def _indented(text: str, indent: str) -> list[str]:
    return wrap(
        text, WIDTH, initial_indent=indent, subsequent_indent=indent + "     ",
        break_on_hyphens=False,
    )  # fmt: skip


def _numbers(seeds: Sequence[int]) -> str:
    more = f" and {len(seeds) - MOST_SEEDS} more" if len(seeds) > MOST_SEEDS else ""
    return ", ".join(map(str, seeds[:MOST_SEEDS])) + more


def around(miss: Miss) -> Iterator[str]:
    """What happened shortly before and after a test failed."""
    lines = chronicle(miss.run, "en")
    here = sum(line.at <= miss.at for line in lines)
    for line in lines[max(0, here - BEFORE) : here + AFTER]:
        yield from told(line, miss.run.scenario.start + timedelta(seconds=line.at), "en")


def summed_up(results: Sequence[Result]) -> str:
    """The last line."""
    failed = sum(not result.passed for result in results)
    runs = sum(result.runs for result in results)
    tests = f"{len(results)} test{'s' * (len(results) != 1)}"
    played = f"{runs} run{'s' * (runs != 1)}"
    return f"{tests} in {played}: {len(results) - failed} passed, {failed} failed"
