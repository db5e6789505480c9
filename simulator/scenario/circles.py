"""Checks for what leads back to itself: dependencies, waiting, and sending without any time."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from simulator.scenario.effects import AnyEffect, InjectEffect
from simulator.scenario.finding import Finding
from simulator.scenario.injects import Inject
from simulator.scenario.parts import Loc
from simulator.scenario.scenario import Scenario

Ways = Mapping[str, Mapping[str, Loc]]
"""Where one can go from each id, and the place in the file that says so."""

_MOST_SHOWN: Final = 8


def in_circles(scenario: Scenario) -> Iterator[Finding]:
    """One finding for each circle, at the first place on its way."""
    yield from _found(
        _dependencies(scenario),
        "L01",
        "these assets depend on each other in a circle: {path}; take one out of 'depends_on'",
    )
    yield from _found(
        _injects_before(scenario),
        "L02",
        "these injects wait for each other, so none is ever sent: {path}; delete one 'after'",
    )
    yield from _found(
        _steps_before(scenario),
        "L03",
        "these steps wait for each other, so none ever begins: {path}; delete one 'after'",
    )
    yield from _found(
        _sent_at_once(scenario),
        "L04",
        "these injects send each other at once, without end: {path}; give an effect its 'after'",
    )


def circles(ways: Ways) -> Iterator[list[str]]:
    """Every circle that a walk along all ways closes, from where the walk came upon it."""
    done = set[str]()
    for start in ways:
        path = {} if start in done else {start: iter(ways[start])}
        while path:
            here = next(reversed(path))
            name = next(path[here], None)
            if name is None:
                done.add(here)
                path.popitem()
            elif name in path:
                names = list(path)
                yield names[names.index(name) :]
            elif name in ways and name not in done:
                path[name] = iter(ways[name])


def _found(ways: Ways, code: str, sentence: str) -> Iterator[Finding]:
    for circle in circles(ways):
        first, second = circle[0], circle[1 % len(circle)]
        yield Finding(ways[first][second], code, sentence.format(path=_path(circle)))


def _path(circle: list[str]) -> str:
    shown = circle if len(circle) <= _MOST_SHOWN else [*circle[: _MOST_SHOWN - 1], "…"]
    return " -> ".join([*shown, circle[0]])


def _dependencies(scenario: Scenario) -> Ways:
    return {
        name: {
            needed.asset: ("assets", name, "depends_on", number)
            for number, needed in enumerate(asset.depends_on)
        }
        for name, asset in scenario.assets.items()
        if asset.depends_on
    }


def _injects_before(scenario: Scenario) -> Ways:
    return {
        inject.id: {inject.after: ("injects", number, "after")}
        for number, inject in enumerate(scenario.injects)
        if inject.after
    }


def _steps_before(scenario: Scenario) -> Ways:
    steps = scenario.adversary.steps if scenario.adversary else ()
    return {
        step.id: {
            before: ("adversary", "steps", number, "after", place)
            for place, before in enumerate(step.after)
        }
        for number, step in enumerate(steps)
        if step.after
    }


def _sent_at_once(scenario: Scenario) -> Ways:
    """A decision is asked only once, so what its options send can't go round for ever."""
    return {
        inject.id: dict(sends)
        for number, inject in enumerate(scenario.injects)
        if (sends := list(_sends(inject, ("injects", number))))
    }


def _sends(inject: Inject, loc: Loc) -> Iterator[tuple[str, Loc]]:
    """The injects that this one sends at the very moment it is sent."""
    yield from _sends_of(inject.then, (*loc, "then"))
    for number, variant in enumerate(inject.variants):
        yield from _sends_of(variant.then, (*loc, "variants", number, "then"))


def _sends_of(effects: Sequence[AnyEffect], loc: Loc) -> Iterator[tuple[str, Loc]]:
    for number, effect in enumerate(effects):
        if isinstance(effect, InjectEffect) and effect.do == "send" and not effect.after.high:
            yield effect.inject, (*loc, number)
