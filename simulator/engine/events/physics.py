"""What happened to physical gauges, and to what is shown of them.

Values are thousandths of the gauge's unit. Only the readings and the alarms reach people: what is
true, and what drives it, is addressed to nobody.
"""

from __future__ import annotations

from typing import NamedTuple

Roles = tuple[str, ...]


class ValueTurned(NamedTuple):
    """From now on it truly runs from `value` by `per_hour`, from `low` to `high`."""

    at: int
    to: Roles
    gauge: str
    value: int
    per_hour: int
    low: int
    high: int


class ReadingTurned(NamedTuple):
    """From now on it is shown to run so; a `value` of None is no reading."""

    at: int
    to: Roles
    gauge: str
    value: int | None
    per_hour: int
    low: int
    high: int


class ReadingForged(NamedTuple):
    """`how` is `spoofed`, `blind` or `honest`; screens show `value` where they are spoofed."""

    at: int
    to: Roles
    gauge: str
    how: str
    value: int


class SetPointChanged(NamedTuple):
    at: int
    to: Roles
    gauge: str
    target: int


class ManualTurned(NamedTuple):
    """People work it by hand from now on, or no longer."""

    at: int
    to: Roles
    gauge: str
    so: bool


class AlarmsSilenced(NamedTuple):
    """Its alarms ring nobody from now on, or ring again."""

    at: int
    to: Roles
    gauge: str
    so: bool


class AlarmRang(NamedTuple):
    at: int
    to: Roles
    gauge: str
    alarm: str


class AlarmCleared(NamedTuple):
    at: int
    to: Roles
    gauge: str
    alarm: str


class LimitPassed(NamedTuple):
    at: int
    to: Roles
    gauge: str
    limit: str
