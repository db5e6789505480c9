"""Shows a recorded session: which team and take, from whose eyes, at which second, how fast."""

from __future__ import annotations

from pathlib import Path
from typing import Final, NamedTuple

from simulator.engine.commands import CONTROL
from simulator.engine.recall import Recall
from simulator.review.moments import Kind, Moment, Moments
from simulator.review.recorded import Recorded, Stop, Take
from simulator.review.rivalry import rivals
from simulator.session.clock import Clock
from tui.speech import spoken

PACE: Final = 60.0
"""Exercise seconds a second, where nobody has said."""


class Sight(NamedTuple):
    """What is looked at; `role` is CONTROL for all of it. A number of no take is the last one."""

    team: str
    take: int
    role: str


class Projector:
    """Runs a take forward or back by a steady clock, whose seconds (`wall`) the screen gives.

    `path` is the folder of the session as its user names it; `language` is that of the texts of
    the exercise, empty for the one in which its user is spoken to.
    """

    def __init__(self, recorded: Recorded, path: Path, sight: Sight, pace: float = PACE) -> None:
        self.recorded: Final = recorded
        self.path: Final = path
        self.pace = pace
        self.backwards = False
        self.language = ""
        self._anchor: float | None = None
        self._base = 0
        self._aim: tuple[int, int | None] | None = None
        self._recalls: dict[tuple[str, int], Recall] = {}
        self._rivals: dict[tuple[str, int], dict[str, Recall]] = {}
        self._moments: dict[Sight, Moments] = {}
        self.sight = sight

    @property
    def texts(self) -> str:
        """The language in which the exercise is told."""
        return spoken() if self.sight.role == CONTROL else self.language or spoken()

    @property
    def take(self) -> Take:
        return self.recorded.take(self.sight.team, self.sight.take or None)

    @property
    def recall(self) -> Recall:
        """The take as it stands at the second that is shown: only who looks has it go there, so
        that many steps on the way cost no more than one."""
        recall, aim, self._aim = self.recalled(self.take), self._aim, None
        if aim is not None:
            recall.go_to(*aim)
        return recall

    def recalled(self, take: Take) -> Recall:
        """Any of the takes, at the second at which it was looked at last."""
        key = take.team, take.number
        if key not in self._recalls:
            self._recalls[key] = Recall(take.run)
        return self._recalls[key]

    def taken(self, team: str) -> Take:
        """The take of a team that is shown; of another team the last."""
        return self.take if team == self.sight.team else self.recorded.take(team)

    def all_now(self) -> dict[str, Recall]:
        """Every team at the second that is shown, each by its own clock."""
        shown, runs = self.recall, {}
        for team in self.recorded.takes:
            runs[team] = shown if team == self.sight.team else self.recalled(self.taken(team))
            if team != self.sight.team:
                runs[team].go_to(shown.now)
        return runs

    def rivals_now(self) -> dict[str, Recall]:
        """The sides that bots played beside the team that is shown, as its people knew them then:
        at the same second and, once it was over for them, at their ends."""
        key = self.sight.team, self.take.number
        if key not in self._rivals:
            worlds = rivals(self.recorded, self.take)
            self._rivals[key] = {name: Recall(world) for name, world in worlds.items()}
        for rival in self._rivals[key].values():
            rival.go_to(rival.until if self.recall.over else self.now)
        return self._rivals[key]

    @property
    def moments(self) -> Moments:
        """The moments of what is looked at."""
        sight = self.sight
        if sight not in self._moments:
            role = "" if sight.role == CONTROL else sight.role
            self._moments[sight] = Moments(self.recorded, self.take, role)
        return self._moments[sight]

    @property
    def now(self) -> int:
        return self._aim[0] if self._aim else self.recall.now

    @property
    def until(self) -> int:
        """The last second that was played."""
        return self.take.until

    @property
    def stop(self) -> Stop | None:
        """Why the clock stood still then, if it did."""
        return self.take.stood(self.now)

    @property
    def running(self) -> bool:
        return self._anchor is not None

    @property
    def clock(self) -> Clock:
        return Clock(self.pace, self.now, self._anchor)

    def look(self, sight: Sight) -> None:
        """Look at another team or take, or with other eyes, at the second that is shown."""
        before, now, self.sight, self._anchor = self.recall, self.now, sight, None
        if self.recall is not before:
            self.go_to(now)

    def go_to(self, at: int, before: int | None = None) -> None:
        """Show this second, or the nearest that there is, and of it what came before that place of
        the log; it stands there."""
        self._anchor = None
        self._aim = max(0, min(at, self.until)), before

    def jump(self, kind: Kind | None, forward: bool) -> Moment | None:
        """Go to the next moment of this kind, or of any, or to the one before."""
        find = self.moments.next if forward else self.moments.before
        found = find(self.now, kind)
        if found is not None:
            self.go_to(found.at, found.before)
        return found

    def tick(self, wall: float) -> bool:
        """Let the time pass that has passed; True when another second is shown."""
        if self._anchor is None:
            return False
        gone = int(max(0.0, wall - self._anchor) * self.pace)
        before, to = self.now, self._base + (-gone if self.backwards else gone)
        held = None if self.backwards else self.moments.held(before, to)
        if held is not None:
            # As it was then, a discussion holds the clock, and so does a real emergency.
            self.go_to(held.at, held.before)
            return True
        self.recall.go_to(to)
        if self.now == self._last:
            self._anchor = None
        return self.now != before

    def run(self, wall: float) -> None:
        """Let it run from here; there is nothing to run to at an end."""
        if self.now != self._last:
            self._base, self._anchor = self.now, wall

    def pause(self, wall: float) -> None:
        self.tick(wall)
        self._anchor = None

    def set_pace(self, pace: float, wall: float) -> None:
        self.tick(wall)
        self.pace = pace
        self._go_on(wall)

    def turn_round(self, wall: float) -> None:
        """Run backwards from here, or forward again."""
        self.tick(wall)
        self.backwards = not self.backwards
        self._go_on(wall)

    @property
    def _last(self) -> int:
        """Where it runs to."""
        return 0 if self.backwards else self.until

    def _go_on(self, wall: float) -> None:
        if self._anchor is not None:
            self._anchor = None
            self.run(wall)
