"""What is put on record of an act of control. Pure."""

from __future__ import annotations

from simulator.engine import commands as c
from simulator.engine import events as e
from simulator.engine.handset import subjects_of
from simulator.engine.script import next_id
from simulator.scenario.scenario import Scenario


def steered(scenario: Scenario, now: int, command: c.Command, stand_in: str | None) -> e.Steered:
    """Who of control does what to what, and why; `stand_in` acts in the place of a role."""
    act, reason = type(command).__name__.lower(), getattr(command, "reason", "")
    if stand_in is not None:
        return e.Steered(now, e.NOBODY, act, command.role, stand_in, reason)
    return e.Steered(
        now, e.NOBODY, act, _about(scenario, command), getattr(command, "by", ""), reason
    )


def _about(scenario: Scenario, command: c.Command) -> str:
    """The id of what it is about, empty where that is all of the exercise."""
    if isinstance(command, c.Write):
        return next_id(scenario)
    if isinstance(command, c.Intervene):
        return ", ".join(subjects_of(scenario, command.effects))
    named = (getattr(command, name, "") for name in ("inject", "seat", "subject"))
    return next(filter(None, named), "")
