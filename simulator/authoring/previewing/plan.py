"""The MSEL as its author has planned it: a row for each inject, in the order of the file. Pure."""

from __future__ import annotations

from typing import NamedTuple

from simulator.engine.overseeing.rows import title
from simulator.engine.overseeing.senders import Sender, senders
from simulator.engine.overseeing.triggers import in_full, trigger
from simulator.engine.startex import at_startex
from simulator.engine.state import State
from simulator.engine.titles import NO_ORDERS, Titles
from simulator.scenario import Scenario
from simulator.scenario.injects import Inject


class Planned(NamedTuple):
    """An inject as it is planned. `at` is its own second, None where it waits for something else;
    `waits` says in words what sends it. `due` is how many seconds its decision leaves."""

    number: int
    id: str
    title: str
    at: int | None
    waits: str
    to: tuple[str, ...]
    sender: str
    channel: str
    kind: str
    asks: str
    decider: str
    due: int | None
    default: str
    storyline: str
    objectives: tuple[str, ...]


def plan(scenario: Scenario, language: str) -> tuple[Planned, ...]:
    """All injects of the scenario, told in this language."""
    titles = Titles(scenario, language, NO_ORDERS)
    state, sent_by = standing(scenario), senders(titles)
    return tuple(
        _planned(titles, number, inject, waits)
        for number, inject in enumerate(scenario.injects, 1)
        for waits in (_waits(titles, inject, state, sent_by.get(inject.id, ())),)
    )


def standing(scenario: Scenario) -> State:
    """The world as it stands at STARTEX, with people in no seat."""
    has = {name: capability.has for name, capability in scenario.capabilities.items()}
    return at_startex(scenario, has, ())


def _waits(titles: Titles, inject: Inject, state: State, sent_by: tuple[Sender, ...]) -> str:
    return in_full(titles.language, trigger(titles, inject, sent_by, inject.at or 0), state)


def _planned(titles: Titles, number: int, inject: Inject, waits: str) -> Planned:
    asked = inject.decision
    by_time = inject.after is None and inject.when is None and not inject.by_hand
    default = asked.default if asked else None
    return Planned(
        number=number,
        id=inject.id,
        title=title(titles, inject),
        at=inject.at if by_time else None,
        waits=waits,
        to=inject.to,
        sender=titles.words(inject.sender),
        channel=str(inject.channel or "message"),
        kind=inject.kind,
        asks=titles.words(asked.ask) if asked else "",
        decider=titles.scenario.decider(inject.decision_id) if asked else "",
        due=asked.due if asked else None,
        default=titles.option(inject.decision_id, default) if default else "",
        storyline=inject.storyline or "",
        objectives=inject.objective,
    )
