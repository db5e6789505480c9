"""What a scenario may ask of the world: a small closed tree of `all`, `any`, `not` and leaves.

Only the shapes live here; whether a condition holds is the engine's to say.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Final, Literal

from pydantic import Discriminator, Field, Tag, model_validator

from simulator.scenario.gauging import Bounds as Bounds  # noqa: PLC0414 told from here
from simulator.scenario.gauging import GaugeIs as GaugeIs  # noqa: PLC0414 told from here
from simulator.scenario.heads import head_in
from simulator.scenario.solved import ChallengeIs as ChallengeIs  # noqa: PLC0414 told from here
from simulator.scenario.values import (
    ActionId,
    AssetId,
    CapabilityId,
    DecisionId,
    FactId,
    Id,
    InjectId,
    ModuleId,
    OneOrMore,
    Part,
    ReportId,
    RoleId,
    Seconds,
    StepId,
    TeamId,
    YesNo,
    oops,
)


class Link(StrEnum):
    CONNECTED = "connected"
    ISOLATED = "isolated"
    SWITCHED_OFF = "switched-off"


Said = Annotated[str, Field(min_length=1, max_length=500)]
"""A value as it may be written into a field of a report."""


class All(Part):
    """Conditions that hold together."""

    all: Annotated[tuple[Condition, ...], Field(min_length=1)]
    """All of these hold. E.g. `[{fact: warned}, {capability: backups}]`."""


class Any_(Part):  # noqa: N801 `Any` is typing's
    """Conditions of which one is enough."""

    any: Annotated[tuple[Condition, ...], Field(min_length=1)]
    """One of these holds, or more. E.g. `[{fact: warned}, {capability: backups}]`."""


class Not(Part):
    """A condition that does not hold."""

    denied: Condition = Field(alias="not")
    """This does not hold. E.g. `{fact: warned}`."""


class AssetIs(Part):
    """The state of an asset; everything that is said must hold."""

    asset: AssetId
    """Which asset. E.g. `mail`."""
    link: Link | None = Field(None, alias="is")
    """Its link to the network. E.g. `isolated`."""
    service: Bounds | None = None
    """What it gives, in per cent. E.g. `{below: 50}`."""
    hosts_intact: Bounds | None = None
    """Its intact hosts, in per cent. E.g. `{at_least: 90}`."""
    encrypted: Bounds | None = None
    """Its encrypted hosts, in per cent. E.g. `{above: 0}`."""
    wiped: Bounds | None = None
    """Its wiped hosts, in per cent. E.g. `{above: 0}`."""
    leaked: Bounds | None = None
    """Data that got out, in GB. E.g. `{above: 10}`."""
    foothold: YesNo | None = None
    """Whether the adversary is in it. E.g. `true`."""

    @model_validator(mode="after")
    def _asks_something(self) -> AssetIs:
        if self.model_fields_set == {"asset"}:
            raise oops(
                "C02",
                "say what of it: is, service, hosts_intact, encrypted, wiped, leaked or foothold",
            )
        return self


class StepIs(Part):
    """How far a step of the adversary is."""

    step: StepId
    """Which step. E.g. `lock`."""
    state: Literal[
        "waiting", "blocked", "running", "started", "done", "failed", "stopped", "seen"
    ] = Field(alias="is")
    """How far it is; `started` is true from its begin on. E.g. `seen`."""


class InjectIs(Part):
    """What became of an inject."""

    inject: InjectId
    """Which inject. E.g. `call`."""
    state: Literal["sent", "read", "skipped"] = Field("sent", alias="is")
    """What became of it. E.g. `read`."""


class DecisionIs(Part):
    """What was decided, or became of the question."""

    decision: DecisionId
    """Which decision. E.g. `isolate`."""
    state: Literal["open", "taken", "missed", "closed"] | None = Field(None, alias="is")
    """What became of the question itself. E.g. `missed`."""
    chose: OneOrMore[Id] | None = None
    """The option that was chosen is one of these. E.g. `cut` or `[cut, wait]`."""

    @model_validator(mode="after")
    def _asks_something(self) -> DecisionIs:
        if self.model_fields_set == {"decision"}:
            raise oops("C02", "say chose with an option, or is: open, taken, missed or closed")
        return self


class ActionIs(Part):
    """How far an order is."""

    action: ActionId
    """Which action. E.g. `cut-off`."""
    state: Literal["ordered", "waiting", "queued", "running", "done", "refused", "cancelled"] = (
        Field("done", alias="is")
    )
    """How far an order of it is. E.g. `running`."""
    target: AssetId | None = None
    """Only orders that are aimed at this. E.g. `mail`."""


class ReportIs(Part):
    """What became of a report."""

    report: ReportId
    """Which report. E.g. `warning`."""
    state: Literal["sent", "due", "late"] = Field("sent", alias="is")
    """What became of it; due and late go by its clock. E.g. `late`."""
    field: Id | None = None
    """A field of the last that was sent, of which `says` tells. E.g. `support`."""
    says: OneOrMore[Said] = ()
    """One of these stands in the field: ids of choices or assets, or words. E.g. `[ot-team]`."""
    right: Bounds | None = None
    """So many of its fields were right when it was sent last. E.g. `{at_least: 5}`."""
    complete: YesNo | None = None
    """Whether no field was left out in the last one that is wanted. E.g. `true`."""

    @model_validator(mode="after")
    def _asks_for_one_that_was_sent(self) -> ReportIs:
        if bool(self.field) != bool(self.says):
            raise oops("C02", "name a field and what it says: field and says go together")
        if self.of_the_last and self.state != "sent":
            raise oops("C02", "say what stands in it only of a report that was sent")
        return self

    @property
    def of_the_last(self) -> bool:
        """Whether it asks what stands in the last one that was sent."""
        return bool(self.field) or self.right is not None or self.complete is not None


class TeamIs(Part):
    """The people of a team."""

    team: TeamId
    """Which team. E.g. `noc`."""
    people: Bounds | None = None
    """How many it has. E.g. `{at_least: 4}`."""
    free: Bounds | None = None
    """How many of them have nothing to do. E.g. `{below: 2}`."""

    @model_validator(mode="after")
    def _asks_something(self) -> TeamIs:
        if self.model_fields_set == {"team"}:
            raise oops("C02", "say people or free of the team")
        return self


class CapabilityIs(Part):
    """A capability that is there."""

    capability: CapabilityId
    """It is there. E.g. `backups`."""


class FactIs(Part):
    """A fact that is so."""

    fact: FactId
    """It is so. E.g. `told-public`."""


class ModuleIs(Part):
    """How far a module is."""

    module: ModuleId
    """Which module. E.g. `first`."""
    state: Literal["open", "closed"] = Field("closed", alias="is")
    """How far the discussion is. E.g. `open`."""


class RoleIs(Part):
    """Who sits in a seat."""

    role: RoleId
    """Which role. E.g. `council`."""
    state: Literal["staffed", "bot"] = Field(alias="is")
    """Who sits there. E.g. `staffed`."""


class TimeBounds(Part):
    """A stretch of exercise time."""

    after: Seconds | None = None
    """At or past this time since STARTEX. E.g. `2h`."""
    before: Seconds | None = None
    """Not yet this time since STARTEX. E.g. `4h`."""

    @model_validator(mode="after")
    def _says_something(self) -> TimeBounds:
        if not self.model_fields_set:
            raise oops("C03", "say after or before with a duration since STARTEX")
        return self


class TimeIs(Part):
    """Exercise time since STARTEX."""

    time: TimeBounds
    """What time it is. E.g. `{after: 2h, before: 4h}`."""


KINDS: Final[dict[str, type[Part]]] = {
    "all": All, "any": Any_, "not": Not, "asset": AssetIs, "gauge": GaugeIs, "step": StepIs,
    "inject": InjectIs, "decision": DecisionIs, "action": ActionIs, "report": ReportIs,
    "team": TeamIs, "capability": CapabilityIs, "fact": FactIs, "module": ModuleIs,
    "role": RoleIs, "time": TimeIs, "challenge": ChallengeIs,
}  # fmt: skip


Condition = Annotated[
    Annotated[All, Tag("<all>")]
    | Annotated[Any_, Tag("<any>")]
    | Annotated[Not, Tag("<not>")]
    | Annotated[AssetIs, Tag("<asset>")]
    | Annotated[GaugeIs, Tag("<gauge>")]
    | Annotated[StepIs, Tag("<step>")]
    | Annotated[InjectIs, Tag("<inject>")]
    | Annotated[DecisionIs, Tag("<decision>")]
    | Annotated[ActionIs, Tag("<action>")]
    | Annotated[ReportIs, Tag("<report>")]
    | Annotated[TeamIs, Tag("<team>")]
    | Annotated[CapabilityIs, Tag("<capability>")]
    | Annotated[FactIs, Tag("<fact>")]
    | Annotated[ModuleIs, Tag("<module>")]
    | Annotated[RoleIs, Tag("<role>")]
    | Annotated[TimeIs, Tag("<time>")]
    | Annotated[ChallengeIs, Tag("<challenge>")],
    Discriminator(head_in(KINDS)),
]
