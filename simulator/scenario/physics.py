"""Physical gauges: their range, what drives them, and what tells and hurts when they leave it."""

from __future__ import annotations

from typing import Annotated, Final

from pydantic import Field, model_validator

from simulator.scenario.effects import AnyEffect
from simulator.scenario.values import AssetId, InjectId, Number, Part, Words, oops

Rate = Annotated[float, Field(strict=True, gt=0, le=1_000_000)]


class Range(Part):
    """Physical limits that a gauge never leaves."""

    low: Number = Field(alias="from")
    """The least it can be, in its unit. E.g. `0`."""
    high: Number = Field(alias="to")
    """The most it can be, in its unit. E.g. `12`."""

    @model_validator(mode="after")
    def _has_room(self) -> Range:
        if self.low >= self.high:
            raise oops("G01", "a range goes from the lesser number to the greater")
        return self


POINTS: Final = Range.model_construct({"low", "high"}, low=0.0, high=100.0)
"""The range of a gauge that is not physical."""


class Fails(Part):
    """Where a physical process goes while nobody drives it."""

    to: Number
    """Where it ends, in the gauge's unit. E.g. `0`."""
    per_hour: Rate
    """How fast it goes there, in units an hour. E.g. `12`."""


class Process(Part):
    """A physical process that an asset drives: it goes in a straight line to its set point."""

    asset: AssetId
    """What drives it. E.g. `water-plc`."""
    target: Number
    """Its set point at STARTEX, in the gauge's unit. E.g. `4.2`."""
    per_hour: Rate
    """How fast it follows its set point, in units an hour. E.g. `6`."""
    fails: Fails | None = None
    """Where it goes while its asset gives no service and nobody works it by hand; it stays where
    it is, unless given. E.g. `{to: 0, per_hour: 12}`."""
    by_hand: Rate | None = None
    """How fast people at the valve bring it to `target`, in units an hour; by hand it stays where
    it is, unless given. E.g. `2`."""


class Crossing(Part):
    """A level that a gauge may pass."""

    below: Number | None = None
    """It falls below this, in the gauge's unit. E.g. `3`."""
    above: Number | None = None
    """It rises above this, in the gauge's unit. E.g. `9`."""

    @model_validator(mode="after")
    def _one_level(self) -> Crossing:
        if (self.below is None) == (self.above is None):
            raise oops("G02", "say below or above, one of the two, with a number")
        return self


class Alarm(Crossing):
    """What the control system tells, judged by what it shows; it rings once for each crossing."""

    title: Words
    """What is told. E.g. `Low pressure`."""
    inject: InjectId | None = None
    """What is sent each time it rings. E.g. `alarm-low`."""


class Limit(Crossing):
    """What physics does, judged by the truth; nobody can suppress it."""

    title: Words
    """What happens. E.g. `A main bursts`."""
    then: tuple[AnyEffect, ...] = ()
    """What follows each time it is passed. E.g. `[{asset: mains, wipe: 1}]`."""
