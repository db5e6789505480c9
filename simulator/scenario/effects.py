"""What a step, an action, an option or an inject does to the world, as data."""

from __future__ import annotations

from typing import Annotated, Final, Literal

from pydantic import Discriminator, Tag, model_validator

from simulator.scenario.conditions import Condition, Link
from simulator.scenario.heads import head_in
from simulator.scenario.values import (
    NOTHING,
    Amount,
    AssetId,
    FactId,
    Factor,
    GaugeId,
    InjectId,
    Level,
    Number,
    OneOrMore,
    OutcomeId,
    Part,
    Percent,
    RandomSpan,
    RoleId,
    Signed,
    SomeHosts,
    StepId,
    TeamId,
    YesNo,
    oops,
)

PHYSICAL: Final = ("target", "manual", "shows", "blind", "honest", "silent")
"""What effects do to physical gauges only."""


class Effect(Part):
    """Something that happens."""

    after: RandomSpan = NOTHING
    """How long later; at once, unless given. E.g. `{between: [10m, 30m]}`."""
    chance: Percent = 1.0
    """How likely. E.g. `30%`."""
    when: Condition | None = None
    """Only if this holds at that moment. E.g. `{capability: backups}`."""

    def _says(self, *names: str) -> None:
        if not self.model_fields_set & set(names):
            raise oops("E02", "say what it does: {names}", names=", ".join(names))


class AssetEffect(Effect):
    """What becomes of an asset."""

    asset: AssetId
    """Which asset. E.g. `mail`."""
    set: Link | None = None
    """Its link to the network. E.g. `isolated`."""
    encrypt: SomeHosts | None = None
    """Hosts that are encrypted. E.g. `4` or `20%`."""
    wipe: SomeHosts | None = None
    """Hosts that are wiped. E.g. `all`."""
    restore: SomeHosts | None = None
    """Hosts that are mended, encrypted ones first. E.g. `50%`."""
    leak: Amount | None = None
    """Data that get out, in GB. E.g. `12`."""
    foothold: YesNo | None = None
    """The adversary gains a foothold. E.g. `true`."""
    evict: YesNo | None = None
    """The adversary loses its foothold. E.g. `true`."""
    workaround: Level | None = None
    """The least service it gives from now on, in per cent. E.g. `30`."""

    @model_validator(mode="after")
    def _does_something(self) -> AssetEffect:
        self._says(
            "set", "encrypt", "wipe", "restore", "leak", "foothold", "evict", "workaround"
        )  # fmt: skip
        return self


class GaugeEffect(Effect):
    """What becomes of a gauge, or of what is shown of it."""

    gauge: GaugeId
    """Which gauge. E.g. `trust`."""
    add: Number | None = None
    """How far it moves, in its unit or in points. E.g. `-5`."""
    set: Number | None = None
    """Where it stands now, in its unit or in points. E.g. `50`."""
    target: Number | None = None
    """The set point of its process from now on, in its unit. E.g. `9`."""
    manual: YesNo | None = None
    """Whether people work it by hand from now on and read it on the spot. E.g. `true`."""
    shows: Number | None = None
    """What screens show from now on, whatever is true, in its unit. E.g. `4.2`."""
    blind: Literal[True] | None = None
    """Screens show no reading from now on. E.g. `true`."""
    honest: Literal[True] | None = None
    """Screens show the truth again. E.g. `true`."""
    silent: YesNo | None = None
    """Whether its alarms are suppressed from now on. E.g. `true`."""

    @model_validator(mode="after")
    def _does_something(self) -> GaugeEffect:
        self._says("add", "set", *PHYSICAL)
        if len(self.model_fields_set & {"shows", "blind", "honest"}) > 1:
            raise oops("G04", "say one of shows, blind and honest; only one can be so")
        return self


class TeamEffect(Effect):
    """People who come or leave."""

    team: TeamId
    """Which team. E.g. `noc`."""
    add: Signed
    """Who comes or, below 0, leaves when work allows, in people. E.g. `4`."""


class StepEffect(Effect):
    """What becomes of a step of the adversary."""

    step: StepId
    """Which step. E.g. `lock`."""
    stop: YesNo | None = None
    """It is over for good. E.g. `true`."""
    start: YesNo | None = None
    """It begins now. E.g. `true`."""
    delay: RandomSpan | None = None
    """It begins later, if it has not begun. E.g. `2h`."""

    @model_validator(mode="after")
    def _does_something(self) -> StepEffect:
        self._says("stop", "start", "delay")
        return self


class InjectEffect(Effect):
    """An inject that is sent, or will not be."""

    inject: InjectId
    """Which inject. E.g. `thanks`."""
    do: Literal["send", "skip"] = "send"
    """What becomes of it. E.g. `skip`."""


class FactEffect(Effect):
    """What becomes of a fact."""

    fact: FactId
    """Which fact. E.g. `told-public`."""
    set: YesNo = True
    """Whether it is so from now on. E.g. `false`."""


class Findings(Part):
    """What was hidden and is now known."""

    assets: OneOrMore[AssetId] = ()
    """Assets whose state is now seen. E.g. `mail`."""
    gauges: OneOrMore[GaugeId] = ()
    """Gauges that are now read. E.g. `trust`."""
    footholds: OneOrMore[AssetId] = ()
    """Assets where a foothold is now known, if there is one. E.g. `[mail, files]`."""


class RevealEffect(Effect):
    """What roles find out."""

    reveal: Findings
    """What was hidden and is now known. E.g. `{footholds: mail}`."""
    to: OneOrMore[RoleId]
    """To whom. E.g. `[desk, council]`."""


class TempoEffect(Effect):
    """How fast the adversary and what is planned go on."""

    tempo: Factor
    """From now on all delays but people's are this share of what is written. E.g. `80%`."""


class EndEffect(Effect):
    """The end of the exercise."""

    end: OutcomeId
    """The outcome with which the exercise is over now. E.g. `lost`."""


KINDS: Final[dict[str, type[Part]]] = {
    "asset": AssetEffect, "gauge": GaugeEffect, "team": TeamEffect, "step": StepEffect,
    "inject": InjectEffect, "fact": FactEffect, "reveal": RevealEffect, "tempo": TempoEffect,
    "end": EndEffect,
}  # fmt: skip

AnyEffect = Annotated[
    Annotated[AssetEffect, Tag("<asset>")]
    | Annotated[GaugeEffect, Tag("<gauge>")]
    | Annotated[TeamEffect, Tag("<team>")]
    | Annotated[StepEffect, Tag("<step>")]
    | Annotated[InjectEffect, Tag("<inject>")]
    | Annotated[FactEffect, Tag("<fact>")]
    | Annotated[RevealEffect, Tag("<reveal>")]
    | Annotated[TempoEffect, Tag("<tempo>")]
    | Annotated[EndEffect, Tag("<end>")],
    Discriminator(head_in(KINDS)),
]
