"""What happened to the world: assets, gauges, the adversary's steps, what was found out."""

from __future__ import annotations

from typing import NamedTuple

Roles = tuple[str, ...]


class LinkChanged(NamedTuple):
    at: int
    to: Roles
    asset: str
    link: str


class HostsHit(NamedTuple):
    """`how` is `encrypted` or `wiped`; `step` is empty where an effect did it."""

    at: int
    to: Roles
    asset: str
    how: str
    hosts: int
    step: str


class HostsRestored(NamedTuple):
    at: int
    to: Roles
    asset: str
    encrypted: int
    wiped: int


class FootholdGained(NamedTuple):
    at: int
    to: Roles
    asset: str


class FootholdLost(NamedTuple):
    at: int
    to: Roles
    asset: str


class DataLeaked(NamedTuple):
    at: int
    to: Roles
    asset: str
    megabytes: int


class WorkaroundSet(NamedTuple):
    at: int
    to: Roles
    asset: str
    level: int


class ServiceChanged(NamedTuple):
    at: int
    to: Roles
    asset: str
    level: int


class GaugeMoved(NamedTuple):
    """From now on the gauge runs from `value` by `per_hour`, within 0 and 100 points."""

    at: int
    to: Roles
    gauge: str
    value: int
    per_hour: int


class StepPlanned(NamedTuple):
    """Its conditions have come true; it begins at `due` unless delayed or blocked."""

    at: int
    to: Roles
    step: str
    due: int


class StepBlocked(NamedTuple):
    at: int
    to: Roles
    step: str


class StepReady(NamedTuple):
    """It could begin, and waits until people who play the adversary launch it."""

    at: int
    to: Roles
    step: str


class StepLaunched(NamedTuple):
    at: int
    to: Roles
    step: str
    role: str


class StepStarted(NamedTuple):
    at: int
    to: Roles
    step: str


class StepSucceeded(NamedTuple):
    at: int
    to: Roles
    step: str


class StepFailed(NamedTuple):
    at: int
    to: Roles
    step: str
    final: bool


class StepStopped(NamedTuple):
    at: int
    to: Roles
    step: str


class StepSeen(NamedTuple):
    """The defenders noticed it; the roles in `to` now know of footholds in its assets."""

    at: int
    to: Roles
    step: str
    assets: tuple[str, ...]


class FactSet(NamedTuple):
    at: int
    to: Roles
    fact: str
    so: bool


class Revealed(NamedTuple):
    """`lines` are how the gauges run now: name, value, drift an hour, and since which second;
    `services` are the levels of the assets."""

    at: int
    to: Roles
    assets: tuple[str, ...]
    gauges: tuple[str, ...]
    footholds: tuple[str, ...]
    lines: tuple[tuple[str, int, int, int], ...] = ()
    services: tuple[tuple[str, int], ...] = ()
