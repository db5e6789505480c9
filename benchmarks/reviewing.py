"""The report of a large session, against playing the same commands once with no session."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from benchmarks import generate
from benchmarks.measure import ratio
from benchmarks.resuming import Sitting, busily, sat
from simulator.cli.reported import Wanted, files
from simulator.review.findings import Findings
from simulator.review.found import findings
from simulator.review.reading import recorded
from simulator.review.report.notes import NONE

ROUNDS: Final = 3
ASKED: Final = 25_000
"""Of so many commands come more than 20,000 events."""
USUAL: Final = Wanted()


def reported(path: Path) -> int:
    """Everything that `kulla report` does, but for writing to the disk: how many bytes it is."""
    return _written(_found(path))


def _found(path: Path) -> Findings:
    return findings(recorded(path), path, "en")


def _written(found: Findings, wanted: Wanted = USUAL) -> int:
    return sum(len(file.raw) for file in files(found, NONE, wanted))


def main() -> None:
    for line in figures():
        print(line, flush=True)


def figures() -> Iterator[str]:
    with TemporaryDirectory() as where:
        large = generate.write(Path(where, "large"), 2_000, hours=72)
        busy = sat(Path(where, "busy"), large, ASKED, busily)
        found = _found(busy.path)
        events = sum(team.events for team in found.teams)
        yield f"the report of {busy.records:,} records and {events:,} events, as a multiple of"
        yield "playing it once without a session (in well under ten seconds)"
        yield _compared("reading and finding", partial(_found, busy.path), busy)
        yield _compared(
            "writing HTML, Markdown, JSON, CSV and layers", partial(_written, found), busy
        )
        pages = partial(_written, found, Wanted(personal=True))
        yield _compared("the same, and a page for each of 40 players", pages, busy)
        yield _compared("all of it", partial(reported, busy.path), busy)


def _compared(name: str, ours: Callable[[], object], sitting: Sitting) -> str:
    return f"  {name:46}  {ratio(ours, sitting.headless, ROUNDS)}"
