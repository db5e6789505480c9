"""The adversary's campaign: steps that race the defenders."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from simulator.scenario.conditions import Condition
from simulator.scenario.effects import AnyEffect
from simulator.scenario.values import (
    NOTHING,
    Amount,
    AssetId,
    Id,
    InjectId,
    OneOrMore,
    Part,
    Percent,
    RandomSpan,
    Seconds,
    SourceId,
    StepId,
    Whole,
    Words,
)

Technique = Annotated[str, Field(pattern=r"^T\d{4}(\.\d{3})?$")]
Rate = Annotated[float, Field(strict=True, gt=0, le=100_000)]


class Spread(Part):
    """Hosts a minute over the assets together, in order, until this share of each is taken."""

    asset: OneOrMore[AssetId]
    hosts_per_minute: Rate
    up_to: Percent = 1.0


class Exfiltration(Part):
    """Data taken while the asset is connected; `up_to` GB, or all it holds."""

    asset: AssetId
    gb_per_hour: Rate
    up_to: Amount | None = None


class Sighting(Part):
    """How likely and how fast, where `when` holds; a key left out keeps the common value."""

    when: Condition
    chance: Percent | None = None
    within: RandomSpan | None = None


class Detection(Part):
    """The defenders' chance to notice a step, and how long after it began.

    The first of `sooner` whose condition holds at that moment changes chance and delay.
    """

    chance: Percent
    within: RandomSpan = NOTHING
    inject: InjectId | None = None
    sooner: tuple[Sighting, ...] = ()


class Hindrance(Part):
    """While `when` holds the step works at this share of its rate."""

    when: Condition
    to: Percent


class Retry(Part):
    after: RandomSpan
    times: Annotated[Whole, Field(ge=1, le=100)] = 1


class Step(Part):
    """One act of the campaign.

    It waits for `at`, all of `after` and `when`, then for its `delay`; while `blocked_by` holds
    it can't begin. It then succeeds by `chance` and runs: a foothold is gained at once; `encrypt`,
    `wipe` and `exfiltrate` work until they are through or `stopped_by` holds; anything else
    runs for `lasts`.
    """

    id: Id
    title: Words
    technique: OneOrMore[Technique]
    about: Words | None = None
    at: Seconds | None = None
    after: OneOrMore[StepId] = ()
    when: Condition | None = None
    delay: RandomSpan = NOTHING
    blocked_by: Condition | None = None
    chance: Percent = 1.0
    retry: Retry | None = None
    foothold: OneOrMore[AssetId] = ()
    encrypt: Spread | None = None
    wipe: Spread | None = None
    exfiltrate: Exfiltration | None = None
    lasts: RandomSpan = NOTHING
    hindered_by: tuple[Hindrance, ...] = ()
    stopped_by: Condition | None = None
    seen: Detection | None = None
    then: tuple[AnyEffect, ...] = ()
    otherwise: tuple[AnyEffect, ...] = ()
    cites: OneOrMore[SourceId] = ()

    @property
    def spread(self) -> Spread | None:
        return self.encrypt or self.wipe

    def assets(self) -> tuple[str, ...]:
        """The assets this step touches, in its own order."""
        if self.exfiltrate:
            return (self.exfiltrate.asset,)
        return self.spread.asset if self.spread else self.foothold


class Adversary(Part):
    name: Words
    modelled_on: Words
    about: Words | None = None
    steps: tuple[Step, ...] = ()
