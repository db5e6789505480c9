"""The world at STARTEX: roles and their teams, assets, gauges, capabilities, facts."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field

from simulator.scenario.conditions import Condition
from simulator.scenario.effects import AnyEffect
from simulator.scenario.values import (
    Amount,
    AssetId,
    GaugeId,
    Id,
    Level,
    OneOrMore,
    Part,
    Percent,
    RandomSpan,
    RoleId,
    Span,
    Whole,
    Words,
    YesNo,
)

BOT_DELAY = Span(5 * 60, 30 * 60, 10 * 60)


def _a_number_of_people(value: Any) -> Any:
    return {"people": value} if isinstance(value, int) else value


class Team(Part):
    """People who can work at the same time."""

    people: Whole
    title: Words | None = None


class Sight(Part):
    """What a role sees from STARTEX on, besides the assets it owns."""

    assets: Literal["all"] | OneOrMore[AssetId] = ()
    gauges: Literal["all"] | OneOrMore[GaugeId] = ()


class Bot(Part):
    """How long an unstaffed role typically takes to answer."""

    delay: RandomSpan = BOT_DELAY


class Role(Part):
    """A seat. `response_cell` marks one that is usually left to a bot or to control."""

    title: Words
    short: Annotated[str, Field(min_length=1, max_length=16)] | None = None
    brief: Words | None = None
    response_cell: YesNo = False
    teams: dict[Id, Annotated[Team, BeforeValidator(_a_number_of_people)]] = {}
    sees: Sight = Sight()
    bot: Bot = Bot()
    learning: Words | None = None


class Dependency(Part):
    """`share` of the service that is lost with the other asset: 100 % when it can't do without."""

    asset: AssetId
    share: Percent = 1.0


def _an_asset(value: Any) -> Any:
    return {"asset": value} if isinstance(value, str) else value


class Asset(Part):
    """A system or a service. It gives full service while `enough` of its hosts are intact.

    `isolated_service` (per cent) is what is still of use when it is cut from the network;
    `data` is what it holds, in GB.
    """

    title: Words
    owner: RoleId
    hosts: Annotated[Whole, Field(ge=1)]
    depends_on: tuple[Annotated[Dependency, BeforeValidator(_an_asset)], ...] = ()
    classification: Literal["critical", "important", "none"] = Field("none", alias="class")
    about: Words | None = None
    enough: Percent = 1.0
    isolated_service: Level = 0
    data: Amount = 0
    foothold: YesNo = False


class Drift(Part):
    """While `when` holds the gauge moves by this many points an hour; drifts add up."""

    when: Condition | None = None
    per_hour: Annotated[float, Field(strict=True, ge=-100, le=100)]


class Gauge(Part):
    title: Words
    start: Level
    about: Words | None = None
    good: Literal["high", "low"] = "high"
    drifts: tuple[Drift, ...] = ()


class Capability(Part):
    """A means a country has or lacks. `then` happens at STARTEX with it, `otherwise` without."""

    title: Words
    about: Words | None = None
    has: YesNo
    then: tuple[AnyEffect, ...] = ()
    otherwise: tuple[AnyEffect, ...] = ()


class Fact(Part):
    """Something that is so or not; effects set it, conditions ask for it."""

    about: Words | None = None
    start: YesNo = False
