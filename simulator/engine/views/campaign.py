"""What somebody sees who plays the adversary: the campaign, and what it has gained."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class StageView:
    """A step of the campaign. `waits` says for what, `noticed` how likely it is to be, and `usual`
    when it is usually prepared, never the drawn time; `ready` is what can be launched."""

    id: str
    title: str
    about: str
    technique: tuple[str, ...]
    phase: Literal["waiting", "planned", "blocked", "ready", "running", "done", "failed", "stopped"]
    since: int
    waits: str
    noticed: str
    usual: int | None


@dataclass(frozen=True, slots=True)
class CampaignView:
    """The steps, first those that are ready; where the adversary has a foothold, and the data it
    took: pairs of an asset and GB."""

    name: str
    about: str
    steps: tuple[StageView, ...]
    footholds: tuple[str, ...]
    leaked: tuple[tuple[str, float], ...]
