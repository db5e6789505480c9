"""How a team stands, in numbers that can be laid beside another's. No logic here."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Verdict = Literal["", "ahead", "level", "behind"]


@dataclass(frozen=True, slots=True)
class Advice:
    """How fast a team should go on, by what it has done: `tempo` in per cent of what is written,
    `reasons` in a few words each. Without a verdict there is nothing to compare with yet."""

    verdict: Verdict = ""
    reasons: tuple[str, ...] = ()
    tempo: int = 100


@dataclass(frozen=True, slots=True)
class Standing:
    """One team's run. `side` is the title of what it plays, `outcome` that of how it ended."""

    team: str
    side: str
    now: int
    over: bool
    outcome: str
    met: int
    failed: int
    measures: int
    points: int
    of: int
    service: int
    """Of the asset on the network whose service is lowest, in tenths of a per cent."""
    lowest: str
    """The title of that asset."""
    gauge: str
    """The title of the gauge that is worst, a physical one where there are any."""
    value: str
    """Where it stands, with its unit."""
    badness: int
    """How bad that is, in thousandths of the worst that can be."""
    ringing: int
    """How many alarms ring."""
    passed: int
    """How many physical limits were ever passed."""
    steps: int
    done: int
    stopped: int
    seen: int
    """How many steps the adversary has, and how many of them are done, failed or stopped, seen."""
    answered: int
    missed: int
    """Decisions that people's roles have taken, and let pass."""
    took: int | None
    """The median of the seconds that a decision took."""
    sent: int
    late: int
    """Reports that were sent, and that are late or were."""
    orders: int
    """Orders that are not done yet."""
    contest: int | None
    """Points in the contest, as it truly stands; None where there is none."""
    tempo: int
    """Thousandths of what is written at which adversary and plot go on."""
    advice: Advice = Advice()
