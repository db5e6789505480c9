"""The world at STARTEX: roles and their teams, assets, gauges, capabilities, facts."""

from __future__ import annotations

from typing import Annotated, Any, Final, Literal

from pydantic import BeforeValidator, Field

from simulator.scenario.conditions import Bounds, Condition
from simulator.scenario.effects import AnyEffect
from simulator.scenario.physics import POINTS, Alarm, Limit, Process, Range
from simulator.scenario.values import (
    Amount,
    AssetId,
    GaugeId,
    Id,
    Level,
    Number,
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
    """How many, in people; allies that come later begin with 0. E.g. `6`."""
    title: Words | None = None
    """What they are called; their id unless given. E.g. `Network operations`."""


class Sight(Part):
    """What a role sees from STARTEX on, besides the assets it owns."""

    assets: Literal["all"] | OneOrMore[AssetId] = ()
    """Assets whose state it sees. E.g. `[mail, web]` or `all`."""
    gauges: Literal["all"] | OneOrMore[GaugeId] = ()
    """Gauges that it reads. E.g. `trust` or `all`."""


class Bot(Part):
    """How an unstaffed role behaves."""

    delay: RandomSpan = BOT_DELAY
    """The usual time until it answers. E.g. `{between: [5m, 30m], likely: 12m}`."""


class Role(Part):
    """A seat."""

    title: Words
    """Its name. E.g. `National cyber authority`."""
    short: Annotated[str, Field(min_length=1, max_length=16)] | None = None
    """Its name where room is short, at most 16 letters; its id unless given. E.g. `AKCESK`."""
    response_cell: YesNo = False
    """Whether it is usually left to a bot or to control. E.g. `true`."""
    red: YesNo = False
    """Whether it plays the adversary: while people sit there, each step that could begin waits
    until they launch it. E.g. `true`."""
    brief: Words | None = None
    """What its player reads before STARTEX. E.g. `You lead the night shift`."""
    teams: dict[Id, Annotated[Team, BeforeValidator(_a_number_of_people)]] = {}
    """Its people, by team. E.g. `{noc: 8}` or `{noc: {people: 8, title: Network room}}`."""
    sees: Sight = Sight()
    """What it sees besides the assets it owns. E.g. `{assets: [mail], gauges: all}`."""
    bot: Bot = Bot()
    """How fast it answers when nobody sits there. E.g. `{delay: 10m}`."""
    learning: Words | None = None
    """What its player should take home. E.g. `Warning early with half the facts`."""


class Dependency(Part):
    """What an asset loses with another one."""

    asset: AssetId
    """The asset it needs. E.g. `directory`."""
    share: Percent = 1.0
    """What of its service is lost when the other gives none. E.g. `40%`."""


def _an_asset(value: Any) -> Any:
    return {"asset": value} if isinstance(value, str) else value


class Asset(Part):
    """A system or a service."""

    title: Words
    """Its name. E.g. `Mail servers`."""
    owner: RoleId
    """The role that sees and answers for it. E.g. `desk`."""
    hosts: Annotated[Whole, Field(ge=1)]
    """How large it is, in hosts. E.g. `24`."""
    classification: Literal["critical", "important", "none"] = Field("none", alias="class")
    """How much it matters. E.g. `critical`."""
    about: Words | None = None
    """What it is and who uses it. E.g. `The only door to public services`."""
    depends_on: tuple[Annotated[Dependency, BeforeValidator(_an_asset)], ...] = ()
    """What it needs, wholly or by a share. E.g. `[network, {asset: directory, share: 60%}]`."""
    enough: Percent = 1.0
    """From this share of intact hosts on it gives full service. E.g. `70%`."""
    isolated_service: Level = 0
    """What it still gives when cut off from the network, in per cent. E.g. `40`."""
    data: Amount = 0
    """What it holds that could be stolen, in GB. E.g. `800`."""
    foothold: YesNo = False
    """Whether the adversary is in it at STARTEX. E.g. `true`."""


class Drift(Part):
    """A pull on a gauge; those that hold at one time add up."""

    when: Condition | None = None
    """While this holds; always, unless given. E.g. `{asset: mail, service: {below: 50}}`."""
    per_hour: Number
    """How it moves, in points or its unit an hour. E.g. `-0.5`."""


class Gauge(Part):
    """Something that is measured: from 0 to 100 points, or physically in a unit."""

    title: Words
    """Its name. E.g. `Public trust`."""
    unit: Annotated[str, Field(min_length=1, max_length=12)] | None = None
    """What it is physically measured in, shown beside the number. E.g. `bar`."""
    range: Range = POINTS
    """Its physical limits; 0 to 100, unless given. E.g. `{from: 0, to: 12}`."""
    start: Number
    """Where it stands at STARTEX, in its unit or in points. E.g. `60`."""
    normal: Bounds | None = None
    """What operators call normal, in its unit. E.g. `{at_least: 3.2, at_most: 5.5}`."""
    good: Literal["high", "low"] = "high"
    """Which end is the good one. E.g. `low`."""
    about: Words | None = None
    """What it stands for. E.g. `Do people believe that we cope?`."""
    drifts: tuple[Drift, ...] = ()
    """How time moves it. E.g. `[{when: {asset: mail, service: {below: 50}}, per_hour: -2}]`."""
    process: Process | None = None
    """What drives it. E.g. `{asset: water-plc, target: 4.2, per_hour: 6}`."""
    alarms: dict[Id, Alarm] = {}
    """What rings when it is shown beyond a level. E.g. `{low: {below: 3, title: Low}}`."""
    limits: dict[Id, Limit] = {}
    """What happens when it truly passes a level. E.g. `{burst: {above: 9, title: It bursts}}`."""

    @property
    def physical(self) -> bool:
        """Whether it is more than points."""
        return not self.model_fields_set.isdisjoint(_PHYSICAL)


_PHYSICAL: Final = ("unit", "range", "normal", "process", "alarms", "limits")


class Capability(Part):
    """A means that a country has or lacks."""

    title: Words
    """Its name. E.g. `Offline backups`."""
    about: Words | None = None
    """What it means. E.g. `Copies that no network reaches`."""
    has: YesNo
    """Whether it is there; who hosts can choose otherwise. E.g. `true`."""
    then: tuple[AnyEffect, ...] = ()
    """Happens at STARTEX with it. E.g. `[{team: noc, add: 2}]`."""
    otherwise: tuple[AnyEffect, ...] = ()
    """Happens at STARTEX without it. E.g. `[{asset: mail, encrypt: 1}]`."""


class Fact(Part):
    """Something that is so or not; effects set it, conditions ask for it."""

    about: Words | None = None
    """When it is so, for who reads the file. E.g. `The public was told`."""
    start: YesNo = False
    """Whether it is so at STARTEX. E.g. `true`."""
