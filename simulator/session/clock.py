"""How wall time drives exercise time: start, pause, pace. Arithmetic on given times only."""

from __future__ import annotations

from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Clock:
    """Exercise time is `base` plus the wall seconds since `anchor` times `pace` while running.

    Every change makes a new clock anchored at that moment, so nothing drifts and a pause
    leaves nothing to catch up.
    """

    pace: float
    base: int = 0
    anchor: float | None = None

    @property
    def running(self) -> bool:
        return self.anchor is not None

    def at(self, wall: float) -> int:
        """Whole seconds of exercise time at this wall time (seconds, any steady origin)."""
        if self.anchor is None:
            return self.base
        return self.base + int(max(0.0, wall - self.anchor) * self.pace)

    def run(self, wall: float) -> Clock:
        return self if self.running else replace(self, anchor=wall)

    def pause(self, wall: float) -> Clock:
        return replace(self, base=self.at(wall), anchor=None)

    def at_pace(self, pace: float, wall: float) -> Clock:
        """The same moment at another pace (exercise seconds a wall second, above zero)."""
        moved = replace(self, base=self.at(wall), pace=pace)
        return replace(moved, anchor=wall) if self.running else moved

    def set_to(self, now: int, wall: float) -> Clock:
        """Move to an exercise time, for a skip ahead or a held border."""
        return replace(self, base=now, anchor=wall if self.running else None)
