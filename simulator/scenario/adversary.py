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

Technique = Annotated[str, Field(pattern=r"^T[0-9]{4}(\.[0-9]{3})?$")]
Rate = Annotated[float, Field(strict=True, gt=0, le=100_000)]


class Spread(Part):
    """Hosts that fall one after another."""

    asset: OneOrMore[AssetId]
    """Where it goes, one after another. E.g. `[mail, files]`."""
    hosts_per_minute: Rate
    """How fast, in hosts a minute over all together. E.g. `0.5`."""
    up_to: Percent = 1.0
    """The share of each asset that it takes. E.g. `60%`."""


class Exfiltration(Part):
    """Data that are taken."""

    asset: AssetId
    """Where from. E.g. `mail`."""
    gb_per_hour: Rate
    """How fast, in GB an hour, while the asset is connected. E.g. `20`."""
    up_to: Amount | None = None
    """How much, in GB; all that it holds, unless given. E.g. `400`."""


class Sighting(Part):
    """How likely and how fast a step is noticed where something holds."""

    when: Condition
    """Where this holds as the step begins. E.g. `{capability: sensors}`."""
    chance: Percent | None = None
    """How likely then; as usual, unless given. E.g. `90%`."""
    within: RandomSpan | None = None
    """How fast then; as usual, unless given. E.g. `5m`."""


class Detection(Part):
    """The defenders' chance to notice a step."""

    chance: Percent
    """How likely it is noticed at all. E.g. `60%`."""
    within: RandomSpan = NOTHING
    """How long after its begin. E.g. `{between: [10m, 2h]}`."""
    inject: InjectId | None = None
    """What is sent when it is noticed, unless it was sent before. E.g. `alarm`."""
    sooner: tuple[Sighting, ...] = ()
    """Where it is noticed otherwise; the first that holds counts.
    E.g. `[{when: {capability: sensors}, chance: 90%}]`."""


class Hindrance(Part):
    """What slows a step down."""

    when: Condition
    """While this holds. E.g. `{action: block, is: done}`."""
    to: Percent
    """The share of its rate at which it goes on. E.g. `50%`."""


class Retry(Part):
    """What follows when a step has failed."""

    after: RandomSpan
    """The time until the next attempt. E.g. `{between: [1h, 3h]}`."""
    times: Annotated[Whole, Field(ge=1, le=100)] = 1
    """How often at most. E.g. `3`."""


class Step(Part):
    """One act of the campaign.

    It waits for all of `at`, `after` and `when`, then for its `delay`, succeeds by `chance` and
    runs. A foothold is gained at once; `encrypt`, `wipe` and `exfiltrate` work until through.
    """

    id: Id
    """What others call it by. E.g. `lock-files`."""
    title: Words
    """Its name in the review and for control. E.g. `The files are locked`."""
    technique: OneOrMore[Technique]
    """What it is in MITRE ATT&CK. E.g. `T1486` or `[T1003.001, T1078]`."""
    about: Words | None = None
    """What it does, for who reads the review. E.g. `It uses what the printers may do`."""
    at: Seconds | None = None
    """Not before this time since STARTEX. E.g. `2h`."""
    after: OneOrMore[StepId] = ()
    """Steps that must have succeeded. E.g. `[phish, climb]`."""
    when: Condition | None = None
    """What must have come true. E.g. `{asset: mail, foothold: true}`."""
    delay: RandomSpan = NOTHING
    """How long it waits after all that. E.g. `{between: [10m, 1h]}`."""
    blocked_by: Condition | None = None
    """While this holds it can't begin. E.g. `{asset: mail, is: isolated}`."""
    chance: Percent = 1.0
    """How likely it succeeds. E.g. `80%`."""
    retry: Retry | None = None
    """Whether it is tried again after a failure. E.g. `{after: 1h, times: 2}`."""
    foothold: OneOrMore[AssetId] = ()
    """Where it gains a foothold, at once. E.g. `mail`."""
    encrypt: Spread | None = None
    """Where it encrypts hosts. E.g. `{asset: files, hosts_per_minute: 0.5}`."""
    wipe: Spread | None = None
    """Where it wipes hosts. E.g. `{asset: [files, mail], hosts_per_minute: 2, up_to: 80%}`."""
    exfiltrate: Exfiltration | None = None
    """Where it takes data. E.g. `{asset: mail, gb_per_hour: 20}`."""
    lasts: RandomSpan = NOTHING
    """How long it runs, if it does none of these. E.g. `30m`."""
    hindered_by: tuple[Hindrance, ...] = ()
    """What slows it down. E.g. `[{when: {fact: warned}, to: 50%}]`."""
    stopped_by: Condition | None = None
    """What ends it while it runs. E.g. `{asset: files, is: isolated}`."""
    seen: Detection | None = None
    """How defenders may notice it. E.g. `{chance: 60%, within: 30m, inject: alarm}`."""
    then: tuple[AnyEffect, ...] = ()
    """Happens when it is through. E.g. `[{gauge: trust, add: -5}]`."""
    otherwise: tuple[AnyEffect, ...] = ()
    """Happens when it failed. E.g. `[{inject: near-miss}]`."""
    cites: OneOrMore[SourceId] = ()
    """Where it is known from. E.g. `advisory`."""

    @property
    def spread(self) -> Spread | None:
        return self.encrypt or self.wipe

    def assets(self) -> tuple[str, ...]:
        """The assets this step touches, in its own order."""
        if self.exfiltrate:
            return (self.exfiltrate.asset,)
        return self.spread.asset if self.spread else self.foothold


class Adversary(Part):
    """Whom the players face, and the campaign."""

    name: Words
    """What it is called, `${adversary}` in texts. E.g. `Grey Mussel`."""
    modelled_on: Words
    """Which real actor it follows. E.g. `Nobody`."""
    about: Words | None = None
    """What it wants. E.g. `Money, and no attention`."""
    steps: tuple[Step, ...] = ()
    """Its campaign. E.g. `[{id: lock, title: Files are locked, technique: T1486, at: 1h}]`."""
