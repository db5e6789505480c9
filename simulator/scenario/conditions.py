"""What a scenario may ask of the world: a small closed tree of `all`, `any`, `not` and leaves.

Only the shapes live here; whether a condition holds is the engine's to say.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Final, Literal

from pydantic import Discriminator, Field, Tag, model_validator

from simulator.scenario.values import (
    ActionId,
    AssetId,
    CapabilityId,
    DecisionId,
    FactId,
    GaugeId,
    Id,
    InjectId,
    ModuleId,
    Number,
    OneOrMore,
    Part,
    ReportId,
    RoleId,
    Seconds,
    StepId,
    TeamId,
    YesNo,
    head_in,
    oops,
)


class Link(StrEnum):
    CONNECTED = "connected"
    ISOLATED = "isolated"
    SWITCHED_OFF = "switched-off"


class Bounds(Part):
    """A range of a number: `below` and `above` leave the bound out, the other two take it in."""

    below: Number | None = None
    above: Number | None = None
    at_least: Number | None = None
    at_most: Number | None = None

    @model_validator(mode="after")
    def _says_something(self) -> Bounds:
        if not self.model_fields_set:
            raise oops("C03", "say below, above, at_least or at_most with a number")
        return self

    def admit(self, value: float) -> bool:
        return (
            (self.below is None or value < self.below)
            and (self.above is None or value > self.above)
            and (self.at_least is None or value >= self.at_least)
            and (self.at_most is None or value <= self.at_most)
        )


class All(Part):
    all: Annotated[tuple[Condition, ...], Field(min_length=1)]


class Any_(Part):  # noqa: N801 `Any` is typing's
    any: Annotated[tuple[Condition, ...], Field(min_length=1)]


class Not(Part):
    denied: Condition = Field(alias="not")


class AssetIs(Part):
    """Everything that is said must hold. Shares are in per cent, leaked data in GB."""

    asset: AssetId
    link: Link | None = Field(None, alias="is")
    service: Bounds | None = None
    hosts_intact: Bounds | None = None
    encrypted: Bounds | None = None
    wiped: Bounds | None = None
    leaked: Bounds | None = None
    foothold: YesNo | None = None

    @model_validator(mode="after")
    def _asks_something(self) -> AssetIs:
        if self.model_fields_set == {"asset"}:
            raise oops(
                "C02",
                "say what of it: is, service, hosts_intact, encrypted, wiped, leaked or foothold",
            )
        return self


class GaugeIs(Bounds):
    gauge: GaugeId

    @model_validator(mode="after")
    def _says_something(self) -> GaugeIs:
        if self.model_fields_set == {"gauge"}:
            raise oops("C03", "say below, above, at_least or at_most with a number")
        return self


class StepIs(Part):
    step: StepId
    state: Literal[
        "waiting", "blocked", "running", "started", "done", "failed", "stopped", "seen"
    ] = Field(alias="is")


class InjectIs(Part):
    inject: InjectId
    state: Literal["sent", "read", "skipped"] = Field("sent", alias="is")


class DecisionIs(Part):
    """`chose` names options; `is` the state of the question itself."""

    decision: DecisionId
    state: Literal["open", "taken", "missed", "closed"] | None = Field(None, alias="is")
    chose: OneOrMore[Id] | None = None

    @model_validator(mode="after")
    def _asks_something(self) -> DecisionIs:
        if self.model_fields_set == {"decision"}:
            raise oops("C02", "say chose with an option, or is: open, taken, missed or closed")
        return self


class ActionIs(Part):
    action: ActionId
    state: Literal["ordered", "waiting", "queued", "running", "done", "refused", "cancelled"] = (
        Field("done", alias="is")
    )
    target: AssetId | None = None


class ReportIs(Part):
    report: ReportId
    state: Literal["sent", "due", "late"] = Field("sent", alias="is")


class TeamIs(Part):
    team: TeamId
    people: Bounds | None = None
    free: Bounds | None = None

    @model_validator(mode="after")
    def _asks_something(self) -> TeamIs:
        if self.model_fields_set == {"team"}:
            raise oops("C02", "say people or free of the team")
        return self


class CapabilityIs(Part):
    capability: CapabilityId


class FactIs(Part):
    fact: FactId


class ModuleIs(Part):
    module: ModuleId
    state: Literal["open", "closed"] = Field("closed", alias="is")


class RoleIs(Part):
    role: RoleId
    state: Literal["staffed", "bot"] = Field(alias="is")


class TimeBounds(Part):
    after: Seconds | None = None
    before: Seconds | None = None

    @model_validator(mode="after")
    def _says_something(self) -> TimeBounds:
        if not self.model_fields_set:
            raise oops("C03", "say after or before with a duration since STARTEX")
        return self


class TimeIs(Part):
    """Exercise time since STARTEX: at or past `after`, and not yet `before`."""

    time: TimeBounds


KINDS: Final[dict[str, type[Part]]] = {
    "all": All, "any": Any_, "not": Not, "asset": AssetIs, "gauge": GaugeIs, "step": StepIs,
    "inject": InjectIs, "decision": DecisionIs, "action": ActionIs, "report": ReportIs,
    "team": TeamIs, "capability": CapabilityIs, "fact": FactIs, "module": ModuleIs,
    "role": RoleIs, "time": TimeIs,
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
    | Annotated[TimeIs, Tag("<time>")],
    Discriminator(head_in(KINDS)),
]
