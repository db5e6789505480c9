"""What a role can order at any time, who must consent, and the reports it can send."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from simulator.scenario.conditions import Condition
from simulator.scenario.effects import AnyEffect
from simulator.scenario.values import (
    NOTHING,
    AssetId,
    Id,
    OneOrMore,
    Part,
    Percent,
    RandomSpan,
    RoleId,
    Seconds,
    SourceId,
    TeamId,
    Whole,
    Words,
    YesNo,
)


class AskBack(Part):
    """By `chance` an unstaffed role asks this first; the answer lets its own time run again."""

    chance: Percent
    question: Words


class ConsentFrom(Part):
    """One link of a chain. `takes` and `chance` are how an unstaffed role decides.

    When nobody answers within `due`, `default` stands.
    """

    role: RoleId = Field(alias="from")
    takes: RandomSpan = NOTHING
    chance: Percent = 1.0
    asks_back: AskBack | None = None
    due: Seconds = 24 * 3600
    default: Literal["granted", "refused"] = "refused"


class Cost(Part):
    """People are busy for the time; `priority` 1 goes before 9 in a team's queue."""

    people: dict[TeamId, Annotated[Whole, Field(ge=1)]] = {}
    time: RandomSpan = NOTHING
    priority: Annotated[int, Field(strict=True, ge=1, le=9)] = 5


class Sensible(Part):
    """When a bot that follows doctrine orders the action, and on what target."""

    when: Condition
    after: RandomSpan | None = None
    target: AssetId | None = None


class Action(Part):
    """`then` happens when the work is done, `first` when it begins, `otherwise` when it is refused.

    It can be ordered while `needs` holds, once unless `again` gives the time to wait.
    With `targets`, one is chosen in the order and stands wherever `asset: target` is written.
    """

    title: Words
    about: Words | None = None
    by: OneOrMore[RoleId]
    targets: OneOrMore[AssetId] = ()
    takes: Cost = Cost()
    needs: Condition | None = None
    needs_text: Words | None = None
    consent: tuple[ConsentFrom, ...] = ()
    first: tuple[AnyEffect, ...] = ()
    then: tuple[AnyEffect, ...] = ()
    otherwise: tuple[AnyEffect, ...] = ()
    again: Seconds | None = None
    irreversible: YesNo = False
    expect: Words | None = None
    doctrine: OneOrMore[Sensible] = ()
    cites: OneOrMore[SourceId] = ()


class Entry(Part):
    """One field of a report form."""

    id: Id
    label: Words
    required: YesNo = True
    choices: OneOrMore[Words] = ()
    hint: Words | None = None


class Clock(Part):
    """A reporting clock: it starts when `starts` first holds and asks for the report `within`."""

    starts: Condition
    within: Seconds


class Report(Part):
    """A structured message from one role to others."""

    title: Words
    about: Words | None = None
    by: OneOrMore[RoleId]
    to: OneOrMore[RoleId]
    fields: tuple[Entry, ...] = ()
    clock: Clock | None = None
    needs: Condition | None = None
    then: tuple[AnyEffect, ...] = ()
    again: YesNo = False
