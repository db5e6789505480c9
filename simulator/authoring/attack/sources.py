"""Sources that nobody could look up, and claims about the past that nothing supports."""

from __future__ import annotations

from collections.abc import Iterator

from simulator.scenario.evaluation import PastEvent, Source
from simulator.scenario.finding import Finding
from simulator.scenario.parts import Loc
from simulator.scenario.scenario import Scenario


def in_sources(scenario: Scenario) -> Iterator[Finding]:
    """What is doubtful in sources and in what happened once."""
    by_url: dict[str, str] = {}
    for name, source in scenario.sources.items():
        if not (source.url or source.note or source.date):
            sentence = (
                "nobody can look this up; give its 'url', its 'date', or say in 'note' where it "
                "is found"
            )
            yield Finding(("sources", name), "R35", sentence, key=True)
        if source.url and (first := by_url.setdefault(source.url, name)) != name:
            sentence = f"'{first}' has this address already; cite that one"
            yield Finding(("sources", name, "url"), "R36", sentence)
    for number, past in enumerate(scenario.history):
        yield from _past(scenario, ("history", number), past)


def _past(scenario: Scenario, loc: Loc, past: PastEvent) -> Iterator[Finding]:
    if not past.cites:
        sentence = "this is said to have happened, but no source is cited for it; add 'cites'"
        yield Finding((*loc, "what"), "R38", sentence, key=True)
    day = past.at.date().isoformat()
    earlier = [name for name in past.cites if _before(scenario.sources[name], day)]
    if past.cites and len(earlier) == len(past.cites):
        dated = scenario.sources[earlier[0]].date
        sentence = f"'{earlier[0]}' is of {dated} and can't tell what happened on {day}"
        yield Finding((*loc, "cites"), "R37", sentence)


def _before(source: Source, day: str) -> bool:
    """Whether the source is older; a year or a month is as late as it can be."""
    return source.date is not None and source.date < day[: len(source.date)]
