"""What a role can order at any time, and who must consent."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from simulator.scenario.conditions import Condition
from simulator.scenario.effects import AnyEffect
from simulator.scenario.values import (
    NOTHING,
    AssetId,
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


class Swayed(Part):
    """What an unstaffed role makes of a request where something holds."""

    when: Condition
    """Where this holds as it is asked. E.g. `{report: advice, complete: true}`."""
    chance: Percent | None = None
    """How likely it grants it then; as usual, unless given. E.g. `95%`."""
    takes: RandomSpan | None = None
    """How long it takes then; as usual, unless given. E.g. `10m`."""


class ConsentFrom(Part):
    """One link of a chain of consents."""

    role: RoleId = Field(alias="from")
    """Who must consent. E.g. `council`."""
    takes: RandomSpan = NOTHING
    """How long an unstaffed role takes. E.g. `{between: [10m, 1h]}`."""
    chance: Percent = 1.0
    """How likely an unstaffed role grants it. E.g. `80%`."""
    swayed: tuple[Swayed, ...] = ()
    """What persuades it, or puts it off; the first that holds counts.
    E.g. `[{when: {report: advice}, chance: 95%}]`."""
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
