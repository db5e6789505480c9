"""What may become of orders and reports."""

from __future__ import annotations

from math import inf
from typing import Protocol

from simulator.authoring.logic.campaign import Stage
from simulator.authoring.logic.terms import Within, every
from simulator.authoring.logic.world import Act
from simulator.engine.bound import bound_action
from simulator.scenario.actions import Action, ConsentFrom


class Workplace(Stage, Protocol):
    """The world as people work in it."""

    def may_refuse(self, links: tuple[ConsentFrom, ...], askers: tuple[str, ...]) -> bool: ...


def unfold_work(world: Workplace) -> None:
    for name, action in world.scenario.actions.items():
        for target in action.targets or (None,):
            one = bound_action(world.scenario, name, target)
            world.once(one.needs, _ordering(world, name, one, target or ""))
    for name, report in world.scenario.reports.items():
        world.once(report.needs, _reporting(world, name))
        if report.clock:
            world.once(report.clock.starts, _asking(world, name, report.clock.within))


def _ordering(world: Workplace, name: str, action: Action, target: str) -> Act:
    def ordered() -> None:
        _becomes(world, name, target, "ordered", "waiting", "queued", "cancelled")
        if world.may_refuse(action.consent, action.by):
            _becomes(world, name, target, "refused")
            world.apply(action.otherwise)
        _find_people(world, name, action, target)

    return ordered


def _becomes(world: Workplace, name: str, target: str, *states: str) -> None:
    for state in states:
        for one in {"", target}:
            world.add(("action", name, state, one))


def _find_people(world: Workplace, name: str, action: Action, target: str) -> None:
    """Work begins once each team may have as many people as it takes; they are busy then."""
    wanted = action.takes.people.items()
    enough = every([Within(("people", team), number, inf) for team, number in wanted])

    def begins() -> None:
        _becomes(world, name, target, "running")
        for team, _ in wanted:
            world.widen(("free", team), 0, 0)
        world.apply(action.first)
        world.later(action.takes.time.low, ends)

    def ends() -> None:
        _becomes(world, name, target, "done")
        world.apply(action.then)

    world.when(enough, begins)


def _reporting(world: Workplace, name: str) -> Act:
    def sent() -> None:
        world.add(("report", name, "sent"))
        world.apply(world.scenario.reports[name].then)

    return sent


def _asking(world: Workplace, name: str, within: int) -> Act:
    def asked() -> None:
        world.add(("report", name, "due"))
        world.later(within + 1, lambda: world.add(("report", name, "late")))

    return asked
