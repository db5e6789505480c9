"""What happened in an exercise, in its large steps, to be laid beside what really did. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from simulator.engine import events as e
from simulator.engine import views as v
from simulator.engine.aftermath import WEIGHT
from simulator.engine.annals import DECISIONS, Follower
from simulator.engine.disclosing import disclosed, line
from simulator.engine.knowledge import Known
from simulator.scenario.scenario import Scenario

MOST: Final = 25
OF_EACH: Final = 8
"""So many services, steps and decisions have a place before any family takes more; one is left for
the end."""

DOWN, BACK = 500, 900
"""A service is down below the one and back from the other on (tenths of a per cent)."""

ENDS: Final = (e.StepSucceeded, e.StepStopped, e.StepFailed)

CLASSES: Final = {"critical": 3, "important": 2, "none": 1}


class Mark(NamedTuple):
    """A large step: how much it weighs among its like, and its place in the log; `since` is the
    place of the first that it belongs together with."""

    weight: int
    since: int
    place: int


def course(known: Known, followed: Mapping[int, Sequence[Follower]]) -> tuple[v.LogLine, ...]:
    """At most MOST lines. `followed` is by the place of each decision what came of it."""
    log = known.annals.log
    chosen = large_steps(
        known.scenario, log, followed, lambda event: bool(disclosed(event, known.role))
    )
    shown = (disclosed(log[place], known.role) for place in chosen)
    return tuple(line(known, event) for event in shown if event)


def large_steps(
    scenario: Scenario,
    log: Sequence[e.Event],
    followed: Mapping[int, Sequence[Follower]],
    tells: Callable[[e.Event], bool] = lambda event: True,
) -> tuple[int, ...]:
    """The places of the large steps in order, at most MOST; of decisions those that are told."""
    families = (
        _services(scenario, log), _steps(scenario, log), _decisions(log, followed, tells),
        _limits(log),
    )  # fmt: skip
    ranked = [sorted(family, key=lambda mark: (-mark.weight, *mark[1:])) for family in families]
    first = [mark for family in ranked for mark in family[:OF_EACH]]
    rest = [mark for family in ranked for mark in family[OF_EACH:]]
    end = [Mark(0, n, n) for n, event in enumerate(log) if isinstance(event, e.ExerciseEnded)]
    return tuple(sorted(mark.place for mark in [*end, *first, *rest][:MOST]))


def _limits(log: Sequence[e.Event]) -> Iterator[Mark]:
    """Physical limits, the first time each was passed."""
    seen = set[tuple[str, str]]()
    for place, event in enumerate(log):
        if isinstance(event, e.LimitPassed) and (event.gauge, event.limit) not in seen:
            seen.add((event.gauge, event.limit))
            yield Mark(max(CLASSES.values()), place, place)


def _services(scenario: Scenario, log: Sequence[e.Event]) -> Iterator[Mark]:
    """Where services went down and came back."""
    down: set[str] = set()
    first: dict[str, int] = {}
    for place, event in enumerate(log):
        if isinstance(event, e.ServiceChanged):
            was_down = event.asset in down
            if event.level < DOWN:
                down.add(event.asset)
            elif event.level >= BACK:
                down.discard(event.asset)
            if was_down != (event.asset in down):
                weight = CLASSES[scenario.assets[event.asset].classification]
                yield Mark(weight, first.setdefault(event.asset, place), place)


def _steps(scenario: Scenario, log: Sequence[e.Event]) -> Iterator[Mark]:
    """How the adversary's steps ended, those that reached for assets first."""
    for place, event in enumerate(log):
        if isinstance(event, ENDS) and getattr(event, "final", True):
            yield Mark(len(scenario.step[event.step].assets()), place, place)


def _decisions(
    log: Sequence[e.Event],
    followed: Mapping[int, Sequence[Follower]],
    tells: Callable[[e.Event], bool],
) -> Iterator[Mark]:
    """By how much came of them."""
    for place, event in enumerate(log):
        if isinstance(event, DECISIONS) and event.option and tells(event):
            came = sum(type(log[f.place]) in WEIGHT for f in followed.get(place, ()))
            if came:
                yield Mark(came, place, place)
