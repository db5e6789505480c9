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
    """A question of an unstaffed role; the answer lets its own time run again."""

    chance: Percent
    """How likely it asks. E.g. `40%`."""
    question: Words
    """What it asks. E.g. `Which hosts exactly?`."""


class ConsentFrom(Part):
    """One link of a chain of consents."""

    role: RoleId = Field(alias="from")
    """Who must consent. E.g. `council`."""
    takes: RandomSpan = NOTHING
    """How long an unstaffed role takes. E.g. `{between: [10m, 1h]}`."""
    chance: Percent = 1.0
    """How likely an unstaffed role grants it. E.g. `80%`."""
    asks_back: AskBack | None = None
    """What an unstaffed role may ask first. E.g. `{chance: 30%, question: Since when?}`."""
    due: Seconds = 24 * 3600
    """The time to answer. E.g. `2h`."""
    default: Literal["granted", "refused"] = "refused"
    """What stands when nobody answered by then. E.g. `granted`."""


class Cost(Part):
    """The people and the time that work takes."""

    people: dict[TeamId, Annotated[Whole, Field(ge=1)]] = {}
    """Who is busy with it, in people of each team. E.g. `{noc: 2}`."""
    time: RandomSpan = NOTHING
    """How long the work takes. E.g. `{between: [20m, 1h], likely: 30m}`."""
    priority: Annotated[int, Field(strict=True, ge=1, le=9)] = 5
    """Its place in a team's queue: 1 goes before 9. E.g. `2`."""


class Sensible(Part):
    """Where doctrine calls for an action."""

    when: Condition
    """Where a bot orders it. E.g. `{step: lock, is: seen}`."""
    after: RandomSpan | None = None
    """How long the bot thinks; as usual, unless given. E.g. `10m`."""
    target: AssetId | None = None
    """What the bot aims it at. E.g. `mail`."""


class Action(Part):
    """Something that can be ordered at any time."""

    title: Words
    """What it is called in the list of actions. E.g. `Cut it off`."""
    about: Words | None = None
    """What it does. E.g. `Nothing gets in or out any more`."""
    expect: Words | None = None
    """What the player is told to expect of it. E.g. `Mail is down for an hour`."""
    by: OneOrMore[RoleId]
    """Who can order it. E.g. `desk` or `[desk, council]`."""
    targets: OneOrMore[AssetId] = ()
    """Assets of which one is chosen, `asset: target` below. E.g. `[mail, files]`."""
    needs: Condition | None = None
    """While this holds it can be ordered. E.g. `{step: lock, is: seen}`."""
    needs_text: Words | None = None
    """Why it can't be ordered yet. E.g. `Nobody knows of it yet`."""
    takes: Cost = Cost()
    """People and time. E.g. `{people: {noc: 2}, time: 30m}`."""
    consent: tuple[ConsentFrom, ...] = ()
    """Who must consent, one after another. E.g. `[{from: council, takes: 20m}]`."""
    first: tuple[AnyEffect, ...] = ()
    """Happens when the work begins. E.g. `[{gauge: trust, add: -1}]`."""
    then: tuple[AnyEffect, ...] = ()
    """Happens when the work is done. E.g. `[{asset: target, set: isolated}]`."""
    otherwise: tuple[AnyEffect, ...] = ()
    """Happens when consent is refused. E.g. `[{gauge: trust, add: -2}]`."""
    again: Seconds | None = None
    """The time until it can be ordered again; once only, unless given. E.g. `1h`."""
    irreversible: YesNo = False
    """Whether it is asked twice because it can't be undone. E.g. `true`."""
    doctrine: OneOrMore[Sensible] = ()
    """When a bot that follows doctrine orders it. E.g. `{when: {step: lock, is: seen}}`."""
    cites: OneOrMore[SourceId] = ()
    """Where it is known from. E.g. `handbook`."""


class Entry(Part):
    """One field of a report form."""

    id: Id
    """What the form calls the field. E.g. `what`."""
    label: Words
    """What the player reads beside it. E.g. `What happened?`."""
    required: YesNo = True
    """Whether it must be filled in. E.g. `false`."""
    choices: OneOrMore[Words] = ()
    """Answers to choose from; words of one's own, unless given. E.g. `[Low, High]`."""
    hint: Words | None = None
    """What helps to fill it in. E.g. `As far as known by now`."""


class Clock(Part):
    """A reporting clock."""

    starts: Condition
    """It runs from when this first holds. E.g. `{step: lock, is: seen}`."""
    within: Seconds
    """The time to send the report. E.g. `24h`."""


class Report(Part):
    """A structured message from one role to others."""

    title: Words
    """Its name. E.g. `Early warning`."""
    about: Words | None = None
    """What it is for. E.g. `The law asks for it within a day`."""
    by: OneOrMore[RoleId]
    """Who can send it. E.g. `desk`."""
    to: OneOrMore[RoleId]
    """Who gets it. E.g. `[council, press]`."""
    needs: Condition | None = None
    """While this holds it can be sent. E.g. `{step: lock, is: seen}`."""
    clock: Clock | None = None
    """When it is asked for. E.g. `{starts: {step: lock, is: seen}, within: 24h}`."""
    fields: tuple[Entry, ...] = ()
    """What stands in it. E.g. `[{id: what, label: What happened?}]`."""
    then: tuple[AnyEffect, ...] = ()
    """Happens when it is sent. E.g. `[{fact: warned}]`."""
    again: YesNo = False
    """Whether it can be sent more than once. E.g. `true`."""
