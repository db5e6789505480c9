"""One team of a session: its world, and whether and how fast its clock runs."""

from __future__ import annotations

from typing import Any

from simulator.engine.commands import CONTROL, Command, Staff, Vacate
from simulator.engine.exercise import Exercise, Setup
from simulator.scenario.scenario import Scenario
from simulator.session.journal.record import Header
from simulator.session.sayings import NOTHING
from simulator.speech import Tellable


class Team:
    """Until STARTEX its world stands at second 0 and nothing in it moves."""

    def __init__(self, name: str, scenario: Scenario, header: Header) -> None:
        """Raises Refused where the header asks for what the scenario lacks."""
        self.name = name
        self._scenario = scenario
        self._header = header
        self.started = False
        self.running = False
        self.pace = header.pace
        self.paused: Tellable = NOTHING
        self._world: Exercise | None = None
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
    def over(self) -> bool:
        return self.exercise.over

    @property
    def stands(self) -> str:
        """What the clock does, in a word for people."""
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

    def start(self, staffed: tuple[str, ...]) -> None:
        """STARTEX: these seats are people's, bots hold the others."""
        self._world = Exercise(self._scenario, self._setup(staffed))
        self.started = self.running = True
        # Whoever asks at once how the world stands is told the same as when it is played again.
        self.advance(0)

    def advance(self, to: int) -> None:
        """Play everything that is due up to this second; nothing before STARTEX."""
        if self.started and to >= self.now:
            self.exercise.advance(to)

    def submit(self, at: int, command: Command) -> None:
        """Do what is asked at this second. Raises Refused."""
        self.advance(at)
        self.exercise.submit(command)

    def seat(self, role: str, staffed: bool) -> None:
        """Put people in a seat or leave it to its bot, where that changes anything."""
        if not self.started or self.over or (role in self.exercise.state.staffed) == staffed:
            return
        self.exercise.submit(Staff(CONTROL, role) if staffed else Vacate(CONTROL, role))

    def _setup(self, staffed: tuple[str, ...]) -> Setup:
        header = self._header
        bots: Any = header.bots
        return Setup(header.seed, staffed, bots, header.having, header.lacking)
