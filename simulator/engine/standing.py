"""How a run stands in numbers that can be laid beside those of another run. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Literal, NamedTuple

from simulator.engine import events as e
from simulator.engine.results import results
from simulator.engine.state import State
from simulator.engine.titles import Titles
from simulator.scenario.scenario import Scenario
from simulator.speech import say


class Stand(NamedTuple):
    """A run at second `now`; `sent` is when each inject was first sent since it was forked."""

    scenario: Scenario
    state: State
    now: int
    sent: Mapping[str, int]


class Level(NamedTuple):
    """`service` in tenths of a per cent, `gauge` in thousandths, `points` of an objective."""

    kind: Literal["service", "gauge", "points"]
    id: str
    number: int


def levels(stand: Stand) -> tuple[Level, ...]:
    """All services, gauges and points, in the order of the scenario."""
    scenario, state, now, _ = stand
    return (
        *(Level("service", name, state.assets[name].service) for name in scenario.assets),
        *(Level("gauge", name, state.gauges[name].at(now)) for name in scenario.gauges),
        *(Level("points", result.id, result.points) for result in results(scenario, state, now)),
    )


def title(titles: Titles, level: Level) -> str:
    """What the thing is called whose level it is."""
    match level.kind:
        case "service":
            return titles.asset(level.id)
        case "gauge":
            return titles.gauge(level.id)
        case "points":
            return titles.words(titles.scenario.objectives[level.id].title)


def ending(titles: Titles, outcome: str | None) -> str:
    """An outcome in words; None where the exercise goes on."""
    if outcome is None:
        return say(titles.language, "still going on")
    if outcome not in titles.scenario.outcomes:
        return say(titles.language, "no outcome")
    return titles.words(titles.scenario.outcomes[outcome].title)


def first_sent(log: Iterable[e.Event]) -> dict[str, int]:
    """When each inject was first sent, of those that were."""
    sent: dict[str, int] = {}
    for event in log:
        if isinstance(event, e.InjectSent):
            sent.setdefault(event.inject, event.at)
    return sent
