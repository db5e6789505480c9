"""What a step, an action, an option or an inject does to the world, as data."""

from __future__ import annotations

from typing import Annotated, Final, Literal

from pydantic import Discriminator, Tag, model_validator

from simulator.scenario.conditions import Condition, Link
from simulator.scenario.values import (
    NOTHING,
    Amount,
    AssetId,
    FactId,
    GaugeId,
    InjectId,
    Level,
    OneOrMore,
    OutcomeId,
    Part,
    Percent,
    Points,
    RandomSpan,
    RoleId,
    Signed,
    SomeHosts,
    StepId,
    TeamId,
    YesNo,
    head_in,
    oops,
)


class Effect(Part):
    """`after` some time, by `chance`, and only if `when` holds at that moment."""

    after: RandomSpan = NOTHING
    chance: Percent = 1.0
    when: Condition | None = None

    def _says(self, *names: str) -> None:
        if not self.model_fields_set & set(names):
            raise oops("E02", "say what it does: {names}", names=", ".join(names))


class AssetEffect(Effect):
    """`encrypt`, `wipe` and `restore` take hosts; `leak` GB; `workaround` is a floor of service.

    `restore` mends encrypted hosts first and wiped ones after; `evict` ends the foothold.
    """

    asset: AssetId
    set: Link | None = None
    encrypt: SomeHosts | None = None
    wipe: SomeHosts | None = None
    restore: SomeHosts | None = None
    leak: Amount | None = None
    foothold: YesNo | None = None
    evict: YesNo | None = None
    workaround: Level | None = None

    @model_validator(mode="after")
    def _does_something(self) -> AssetEffect:
        self._says(
            "set", "encrypt", "wipe", "restore", "leak", "foothold", "evict", "workaround"
        )  # fmt: skip
        return self


class GaugeEffect(Effect):
    gauge: GaugeId
    add: Points | None = None
    set: Level | None = None

    @model_validator(mode="after")
    def _does_something(self) -> GaugeEffect:
        self._says("add", "set")
        return self


class TeamEffect(Effect):
    """`add` may be negative: people leave when their work allows."""

    team: TeamId
    add: Signed


class StepEffect(Effect):
    """`delay` pushes a step that has not begun; `stop` ends it for good; `start` begins it now."""

    step: StepId
    stop: YesNo | None = None
    start: YesNo | None = None
    delay: RandomSpan | None = None

    @model_validator(mode="after")
    def _does_something(self) -> StepEffect:
        self._says("stop", "start", "delay")
        return self


class InjectEffect(Effect):
    inject: InjectId
    do: Literal["send", "skip"] = "send"


class FactEffect(Effect):
    fact: FactId
    set: YesNo = True


class Findings(Part):
    """What was hidden and is now known: an asset's state, a gauge, a foothold in an asset."""

    assets: OneOrMore[AssetId] = ()
    gauges: OneOrMore[GaugeId] = ()
    footholds: OneOrMore[AssetId] = ()


class RevealEffect(Effect):
    reveal: Findings
    to: OneOrMore[RoleId]


class EndEffect(Effect):
    end: OutcomeId


KINDS: Final[dict[str, type[Part]]] = {
    "asset": AssetEffect, "gauge": GaugeEffect, "team": TeamEffect, "step": StepEffect,
    "inject": InjectEffect, "fact": FactEffect, "reveal": RevealEffect, "end": EndEffect,
}  # fmt: skip

AnyEffect = Annotated[
    Annotated[AssetEffect, Tag("<asset>")]
    | Annotated[GaugeEffect, Tag("<gauge>")]
    | Annotated[TeamEffect, Tag("<team>")]
    | Annotated[StepEffect, Tag("<step>")]
    | Annotated[InjectEffect, Tag("<inject>")]
    | Annotated[FactEffect, Tag("<fact>")]
    | Annotated[RevealEffect, Tag("<reveal>")]
    | Annotated[EndEffect, Tag("<end>")],
    Discriminator(head_in(KINDS)),
]
