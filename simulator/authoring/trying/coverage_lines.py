"""Coverage for people: a table by kind, by objective, by technique, and what was never reached."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from textwrap import shorten
from typing import Final

from simulator.engine.titles import Titles
from simulator.rehearsal.covering import Coverage, Share, Technique, loc_of
from simulator.scenario import Scenario
from simulator.scenario.folder import Files

NAME: Final = 60
KINDS: Final = {
    "inject": "injects sent", "option": "options chosen", "action": "actions done",
    "report": "reports sent", "step": "steps begun", "module": "modules opened",
    "challenge": "challenges solved", "outcome": "ends",
}  # fmt: skip


def table(scenario: Scenario, found: Coverage) -> Iterator[str]:
    """The shares that were reached."""
    titles = Titles(scenario, "en", {})
    yield f"Reached in {found.runs} run{'s' * (found.runs != 1)} of {scenario.id}"
    for kind, share in found.kinds.items():
        if share.of:
            yield _row(KINDS[kind], share)
    yield _row("all", found.whole)
    about = {name: share for name, share in found.objectives.items() if share.of}
    if about:
        yield "By objective"
        for name, share in about.items():
            yield _row(titles.words(scenario.objectives[name].title), share)
    if found.techniques:
        yield f"{'By ATT&CK technique':{NAME}}    began     seen"
        for technique in found.techniques:
            yield _technique(titles, found.runs, technique)


def _row(name: str, share: Share) -> str:
    head = f"  {shorten(name, NAME - 3, placeholder=' …'):{NAME - 2}}"
    return f"{head}{share.reached:5} of {share.of:4}  {share.percent:5.0f} %"


def _technique(titles: Titles, runs: int, it: Technique) -> str:
    steps = "; ".join(titles.words(titles.scenario.step[step].title) for step in it.steps)
    head = shorten(f"{it.id}  {steps}", NAME - 3, placeholder=" …")
    began, seen = (100 * times / runs if runs else 0 for times in (it.began, it.seen))
    return f"  {head:{NAME - 2}}{began:7.0f} %{seen:7.0f} %"


def never(scenario: Scenario, files: Files, found: Coverage) -> Iterator[str]:
    """What no run came to, each with its place."""
    for point in found.whole.never:
        path, mark = files.place(loc_of(scenario, point), key=True)
        yield f"{path}:{mark.line}:{mark.column}: never reached: {point.kind} {point.id}"


def totals(found: Iterable[Coverage]) -> float:
    """How much in per cent was reached of all scenarios together."""
    shares = [one.whole for one in found]
    return Share(sum(it.reached for it in shares), sum(it.of for it in shares), ()).percent
