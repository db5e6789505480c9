"""What a role sees of the world: teams, assets, gauges, seats."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class TeamView:
    id: str
    title: str
    people: int
    busy: int
    queued: int
    next_free: int | None = None
    """When people of it are usually free again; None where some are free now."""


@dataclass(frozen=True, slots=True)
class AssetView:
    """`service` in per cent. `foothold` and `leaked` (GB) are None while the role can't know."""

    id: str
    title: str
    owner: str
    classification: str
    service: float
    hosts: int
    intact: int
    encrypted: int
    wiped: int
    link: Literal["connected", "isolated", "switched-off"]
    depends_on: tuple[str, ...]
    """The ids of the assets it needs, as far as the role sees them."""
    foothold: bool | None
    leaked: float | None
    workaround: int
    about: str = ""
    trail: tuple[float, ...] = ()
    """Past levels of service at even times, oldest first, as far as the role could see them."""


@dataclass(frozen=True, slots=True)
class GaugeView:
    """As it is read: `value` is None where there is no reading. `trail` holds the past values at
    even times, oldest first, for a sparkline. One without a `unit` is in points."""

    id: str
    title: str
    value: float | None
    per_hour: float
    good: Literal["high", "low"]
    trail: tuple[float, ...]
    about: str = ""
    physical: bool = False
    unit: str = ""
    digits: int = 0
    low: float = 0
    high: float = 100
    normal_from: float | None = None
    normal_to: float | None = None
    manual: bool = False
    """Whether people work it by hand."""
    ringing: tuple[str, ...] = ()
    """The titles of its alarms that ring."""


@dataclass(frozen=True, slots=True)
class SeatView:
    id: str
    title: str
    short: str
    staffed: bool
