"""Orders that bots give each other the reason for, round and round at one second."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from simulator.authoring.logic.terms import Among, Subject, term
from simulator.engine.bound import bound_action
from simulator.scenario import Scenario
from simulator.scenario.actions import Action
from simulator.scenario.circles import circles
from simulator.scenario.effects import AssetEffect, FactEffect
from simulator.scenario.finding import Finding
from simulator.scenario.parts import Loc


class Turn(NamedTuple):
    """While the subject has one of `values`, a bot orders `action` at once, and `made` it is."""

    loc: Loc
    action: str
    subject: Subject
    values: frozenset[object]
    made: object


def at_once(scenario: Scenario) -> Iterator[Finding]:
    """Only what starts anew by itself can go round: of all that waits for a condition that is
    doctrine alone, where it takes no time; anything else happens once."""
    turns = {
        f"{name}/{number}": turn
        for name, action in scenario.actions.items()
        if _at_once(action)
        for number in range(len(action.doctrine))
        if (turn := _turn(scenario, name, number))
    }
    ways = {
        here: {
            there: other.loc
            for there, other in turns.items()
            if other.subject == turn.subject and turn.made in other.values
        }
        for here, turn in turns.items()
    }
    for circle in circles(ways):
        path = " -> ".join(turns[name].action for name in [*circle, circle[0]])
        sentence = f"bots order these in turn without end at one second: {path}; let one take time"
        yield Finding(turns[circle[0]].loc, "L35", sentence)


def _at_once(action: Action) -> bool:
    takes = action.takes
    return action.again == 0 and not (takes.time.high or takes.people or action.consent)


def _turn(scenario: Scenario, name: str, number: int) -> Turn | None:
    """None where it takes time, or where it does not end its own reason."""
    sensible = scenario.actions[name].doctrine[number]
    action = bound_action(scenario, name, sensible.target)
    wanted = term(scenario, action.doctrine[number].when)
    if not isinstance(wanted, Among) or sensible.after is None or sensible.after.high:
        return None
    made = [value for subject, value in _made(action) if subject == wanted.subject]
    if not made or made[-1] in wanted.values or action.needs:
        return None
    loc = ("actions", name, "doctrine", number)
    return Turn(loc, name, wanted.subject, wanted.values, made[-1])


def _made(action: Action) -> Iterator[tuple[Subject, object]]:
    """What it surely sets at once."""
    for effect in (*action.first, *action.then):
        if effect.after.high or effect.chance < 1 or effect.when:
            continue
        if isinstance(effect, FactEffect):
            yield ("fact", effect.fact), effect.set
        elif isinstance(effect, AssetEffect) and effect.set:
            yield ("link", effect.asset), str(effect.set)
