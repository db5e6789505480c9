"""An inject as a role will see it, made by what makes the player's own inbox. Pure."""

from __future__ import annotations

from dataclasses import replace
from typing import Final, NamedTuple

from simulator.authoring.previewing.fired import Values
from simulator.authoring.previewing.plan import standing
from simulator.engine import desk
from simulator.engine import events as e
from simulator.engine.briefing import languages
from simulator.engine.fold import fold
from simulator.engine.knowledge import Known
from simulator.engine.past import Past
from simulator.engine.state import InjectState, State
from simulator.engine.texts import live_values
from simulator.engine.viewing import view_of
from simulator.engine.views import Item, RoleView
from simulator.scenario import Scenario
from simulator.scenario.injects import Inject

__all__ = ["Seen", "Sending", "languages", "seen", "seen_item", "shapes"]


class Seen(NamedTuple):
    """A message, and all that the role knows when it comes."""

    item: Item
    view: RoleView


class Sending(NamedTuple):
    """When an inject is sent, as which variant, and what its live names stand at then; as at
    STARTEX, where nobody knows. The `world` at STARTEX can be given, where many are looked at."""

    at: int = 0
    variant: str = ""
    values: Values | None = None
    world: State | None = None


ANY: Final = Sending()


def shapes(inject: Inject) -> tuple[str, ...]:
    """The variants that it may be sent in; empty where it is sent as it stands, without one."""
    plain = all(variant.when is not None for variant in inject.variants)
    return (*([""] if plain else []), *(variant.id for variant in inject.variants))


def seen(scenario: Scenario, inject: str, role: str, language: str, sending: Sending = ANY) -> Seen:
    """The message as the role gets it when it is so sent, in a world that else is as at STARTEX.

    Raises KeyError where the role is not told of it.
    """
    known = _known(scenario, inject, role, language, sending)
    view = view_of(known)
    item = _usable(next(item for item in reversed(view.inbox) if item.inject == inject))
    return Seen(item, replace(view, inbox=(item,)))


def seen_item(
    scenario: Scenario, inject: str, role: str, language: str, sending: Sending = ANY
) -> Item:
    """The message alone."""
    known = _known(scenario, inject, role, language, sending)
    inbox = desk.inbox(known, desk.decisions(known))
    return _usable(next(item for item in reversed(inbox) if item.inject == inject))


def _known(scenario: Scenario, inject: str, role: str, language: str, sending: Sending) -> Known:
    at, variant, values, world = sending
    found = scenario.inject[inject]
    if role not in found.to:
        raise KeyError(role)
    state = _own(world or standing(scenario), inject, found.corrects)
    told: list[e.Event] = []
    if found.corrects and found.corrects in scenario.inject:
        # What it corrects was sent before, so that both say so.
        told.append(_sent(scenario, scenario.inject[found.corrects], max(0, at - 1), ""))
    sent = _sent(scenario, found, at, variant)
    if values is None:
        values = live_values(scenario, state, at, inject)
    told.append(sent._replace(values=values))
    if found.decision:
        due = None if found.decision.due is None else at + found.decision.due
        decider = scenario.decider(found.decision_id)
        told.append(e.DecisionOpened(at, (decider,), found.decision_id, due))
    for event in told:
        fold(state, event)
    past = Past(scenario, role, language)
    past.hear([event for event in told if role in event.to])
    return Known(scenario, state, past, at, role, language)


def _own(world: State, *injects: str | None) -> State:
    """The same world with rows of its own for what is sent in it."""
    rows = {id: InjectState() for id in injects if id in world.injects}
    return replace(world, injects={**world.injects, **rows}, decisions={})


def _sent(scenario: Scenario, inject: Inject, at: int, variant: str) -> e.InjectSent:
    return e.InjectSent(at, inject.to, inject.id, variant, 1, ())


def _usable(item: Item) -> Item:
    """What an option needs belongs to the run; here all of them can be chosen."""
    if item.decision is None:
        return item
    options = tuple(replace(option, why_not="") for option in item.decision.options)
    return replace(item, decision=replace(item.decision, options=options))
