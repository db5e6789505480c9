"""One team of a session: its world, and whether and how fast its clock runs."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from simulator.engine.commands import CONTROL, Command, Staff, Vacate
from simulator.engine.errors import Refused
from simulator.engine.exercise import Exercise, Setup
from simulator.scenario.scenario import Scenario
from simulator.session.journal.record import Header
from simulator.session.ratings import Way
from simulator.session.recalling import Forked, forked_of
from simulator.session.sayings import (
    EMERGENCY,
    EMERGENCY_OVER,
    HOLD_POINT,
    NOTHING,
    AsWritten,
    gone_back,
)
from simulator.speech import Tellable


class Team:
    """Until STARTEX its world stands at second 0 and nothing in it moves.

    `holds` are the seconds, in order, at which the clock pauses by itself; nothing lets it go past
    one. `emergency` is true during NO DUFF. `forked` says of what its run is a fork, if of any.
    """

    def __init__(self, name: str, scenario: Scenario, header: Header) -> None:
        """Raises Refused where the header asks for what the scenario lacks."""
        self.name = name
        self._scenario = scenario
        self._header = header
        self.started = False
        self.running = False
        self.pace = header.pace
        self.paused: Tellable = NOTHING
        self.holds: tuple[int, ...] = ()
        self.emergency = False
        self.forked: Forked | None = None
        self._ends: list[int] = []
        self._since: list[int] = []
        self._world: Exercise | None = None
        self._usual: Exercise | None = None
        self._setup(()).check(scenario)

    @property
    def exercise(self) -> Exercise:
        """Its world; the one before STARTEX is made when somebody looks at it."""
        if self._world is None:
            self._world = Exercise(self._scenario, self._setup(tuple(self._scenario.roles)))
        return self._world

    @property
    def now(self) -> int:
        return self.exercise.now

    @property
    def take(self) -> int:
        """Counts from 1 how often control has gone back in time."""
        return len(self._ends) + 1

    @property
    def way(self) -> Way:
        """How it has come to its take."""
        return Way(self.take, tuple(self._since))

    @property
    def furthest(self) -> int:
        """The latest second that anybody may have seen, in whichever take."""
        return max(*self._ends, self.now) if self._ends else self.now

    @property
    def over(self) -> bool:
        return self.exercise.over

    @property
    def stands(self) -> str:
        """What the clock does, in a word for people."""
        if self.emergency:
            return "no-duff"
        if not self.started:
            return "waiting"
        if self.over:
            return "over"
        if self.exercise.held:
            return "held"
        return "running" if self.running else "paused"

    @property
    def why(self) -> str:
        """Why the clock was stopped, in English; empty where nobody said."""
        return self.paused.into("en")

    @property
    def at_hold_point(self) -> bool:
        """Whether the clock has come to a hold point that has not stopped it yet."""
        return bool(self.holds) and self.holds[0] <= self.now

    def start(self, staffed: tuple[str, ...]) -> None:
        """STARTEX: these seats are people's, bots hold the others."""
        self._world = Exercise(self._scenario, self._setup(staffed))
        self.started = self.running = True
        # Whoever asks at once how the world stands is told the same as when it is played again.
        self.advance(0)

    def recall(self, told: dict[str, Any]) -> None:
        """STARTEX of a run that was played elsewhere, as a record tells it; the clock stands."""
        self.start(tuple(told["staffed"]))
        self.running, self.forked = False, forked_of(told)

    def advance(self, to: int) -> None:
        """Play everything that is due up to this second; nothing before STARTEX, and nothing
        behind a hold point."""
        to = min((to, *self.holds[:1]))
        if self.started and to >= self.now:
            self.exercise.advance(to)

    def submit(self, at: int, command: Command, stand_in: str | None = None) -> None:
        """Do what is asked at this second. Raises Refused."""
        self.advance(at)
        self.exercise.submit(command, stand_in)

    def seat(self, role: str, staffed: bool) -> None:
        """Put people in a seat or leave it to its bot, where that changes anything."""
        if not self.started or self.over or (role in self.exercise.state.staffed) == staffed:
            return
        self.exercise.submit(Staff(CONTROL, role) if staffed else Vacate(CONTROL, role))

    def by_doctrine(self, stride: int) -> Exercise | None:
        """The same world up to now if bots by the author's doctrine sat everywhere and control did
        nothing; None where it has to be played on by more than `stride` seconds, for then only
        these are played."""
        setup = replace(self.exercise.setup, staffed=(), bots="doctrine")
        usual = self._usual
        if usual is None or usual.now > self.now or usual.setup != setup:
            usual = self._usual = Exercise(self._scenario, setup)
        usual.advance(min(self.now, usual.now + stride))
        return usual if usual.now == self.now or usual.over else None

    def pause(self, why: Tellable) -> None:
        """Stop the clock; the hold points that it has come to are used up."""
        self.running, self.paused = False, why
        self.holds = tuple(at for at in self.holds if at > self.now)

    def hold_at(self, second: int, off: bool) -> None:
        """Let the clock pause when it comes to this second, or no longer."""
        others = {*self.holds} - {second}
        self.holds = tuple(sorted(others if off else {*others, second}))

    def jump(self, to: int) -> None:
        """Play on to this second, or to the first hold point before it."""
        self.advance(to)
        if self.at_hold_point:
            self.pause(HOLD_POINT)

    def freeze(self, why: str) -> None:
        """NO DUFF, for the reason in somebody's words."""
        self.emergency = True
        self.pause(AsWritten(why) if why else EMERGENCY)

    def thaw(self) -> None:
        """The emergency is over; the clock stands until control lets it run."""
        self.emergency = False
        self.pause(EMERGENCY_OVER if self.started else NOTHING)

    def rewind(self, to: int, why: str) -> None:
        """Go back to this second as a new take: whoever has a seat now has it there as well.
        `why` is in the words of control.

        Raises Refused where it is not behind.
        """
        if not self.started:
            raise Refused("not-now", "the exercise has not begun")
        if not 0 <= to < self.now:
            raise Refused("closed", "that moment is not behind")
        before = self.exercise
        self._ends.append(before.now)
        self._since.append(to)
        self._world = Exercise.again(
            self._scenario, before.setup, before.asked, to, turns=before.turns
        )
        for role in self._scenario.roles:
            self.seat(role, role in before.state.staffed)
        self.pause(gone_back(to, self.take, why))

    def _setup(self, staffed: tuple[str, ...]) -> Setup:
        header = self._header
        bots: Any = header.bots
        side = self.name if self.name in self._scenario.sides else ""
        return Setup(header.seed, staffed, bots, header.having, header.lacking, header.level, side)
