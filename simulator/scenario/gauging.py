"""Bounds of a number, and what may be asked of a gauge."""

from __future__ import annotations

from typing import Protocol

from pydantic import model_validator

from simulator.scenario.values import GaugeId, Id, Number, Part, YesNo, oops

_NO_BOUND = "say below, above, at_least or at_most with a number"
_NOTHING = f"{_NO_BOUND}; or manual, alarm, passed or deceived"


class Ends(Protocol):
    """What bounds a number, wherever that is written; None where nothing does."""

    @property
    def below(self) -> float | None: ...
    @property
    def above(self) -> float | None: ...
    @property
    def at_least(self) -> float | None: ...
    @property
    def at_most(self) -> float | None: ...


def admits(ends: Ends, value: float) -> bool:
    """Whether a number lies within all that bounds it."""
    return (
        (ends.below is None or value < ends.below)
        and (ends.above is None or value > ends.above)
        and (ends.at_least is None or value >= ends.at_least)
        and (ends.at_most is None or value <= ends.at_most)
    )


class Bounds(Part):
    """A range of a number; all bounds that are given must hold."""

    below: Number | None = None
    """It is less than this. E.g. `50`."""
    above: Number | None = None
    """It is more than this. E.g. `50`."""
    at_least: Number | None = None
    """It is this or more. E.g. `50`."""
    at_most: Number | None = None
    """It is this or less. E.g. `50`."""

    @model_validator(mode="after")
    def _says_something(self) -> Bounds:
        if not self.model_fields_set:
            raise oops("C03", _NO_BOUND)
        low, high = self.lowest, self.highest
        if low is not None and high is not None and (low > high or self._at_one_end(low, high)):
            raise oops("G01", "no number is within these bounds; let the lower one be the lesser")
        return self

    def _at_one_end(self, low: float, high: float) -> bool:
        """Whether it ends where it begins, and that is not in it."""
        return low == high and not self.admit(low)

    @property
    def lowest(self) -> float | None:
        """Where it begins, whether or not that is still in it."""
        return self.above if self.at_least is None else self.at_least

    @property
    def highest(self) -> float | None:
        """Where it ends."""
        return self.below if self.at_most is None else self.at_most

    def admit(self, value: float) -> bool:
        return admits(self, value)


class GaugeIs(Bounds):
    """Where a gauge truly stands, and how it is read; everything that is said must hold."""

    gauge: GaugeId
    """Which gauge; its bounds stand beside, in its unit or in points. E.g. `trust`."""
    manual: YesNo | None = None
    """Whether people work it by hand. E.g. `true`."""
    alarm: Id | None = None
    """This alarm of it is ringing. E.g. `low`."""
    passed: Id | None = None
    """This limit of it was passed, now or ever before. E.g. `burst`."""
    deceived: YesNo | None = None
    """Whether what is shown of it was made up. E.g. `true`."""

    @model_validator(mode="after")
    def _says_something(self) -> GaugeIs:
        if self.model_fields_set == {"gauge"}:
            raise oops("C03", _NOTHING)
        return self

    @property
    def bounded(self) -> bool:
        """Whether it asks where the gauge stands."""
        return any(b is not None for b in (self.below, self.above, self.at_least, self.at_most))
