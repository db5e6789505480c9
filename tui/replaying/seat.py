"""A role's place in a recorded session: it sees what the role saw, and does nothing."""

from __future__ import annotations

from typing import Final

from simulator.engine.commands import Command
from simulator.engine.comparing import contested, standing
from simulator.engine.errors import Refused
from simulator.engine.views import RoleView
from simulator.engine.views.comparing import Standing as Stood
from simulator.session.clock import Clock
from simulator.session.scores import Scores
from simulator.speech import Saying
from tui.replaying.contest import ContestThen
from tui.replaying.projector import Projector
from tui.seat import Late, Mate
from tui.speech import spoken

REPLAY: Final = Saying("This is a replay: nothing can be done here any more.")


class ReplaySeat:
    """Its clock is the projector's, which its user leads."""

    leads_clock = True
    may_act = False
    trouble = ""
    unanswered = 0
    kept_in = ""

    def __init__(self, projector: Projector) -> None:
        self.projector = projector
        self.role = projector.sight.role
        self._contest = ContestThen()
        self.name = f"replay-{projector.recorded.header.session}-{self.role}"

    @property
    def clock(self) -> Clock:
        return self.projector.clock

    @property
    def stands(self) -> str:
        """Whether there was a real emergency then."""
        stop = self.projector.stop
        return "no-duff" if stop and stop.emergency else ""

    @property
    def why(self) -> str:
        """Why the clock stood then, as people were told."""
        stop = self.projector.stop
        return stop.why.into(spoken()) if stop else ""

    @property
    def take(self) -> int:
        return self.projector.take.number

    def tick(self, wall: float) -> bool:
        return self.projector.tick(wall)

    def view(self) -> RoleView:
        return self.projector.recall.view(self.role, self.projector.texts)

    def submit(self, command: Command, wall: float) -> bool:
        raise Refused.because("watching", REPLAY)

    def answers(self) -> list[Late]:
        return []

    def read_in(self, language: str) -> None:
        self.projector.language = language

    def mates(self) -> tuple[Mate, ...]:
        return ()

    def standings(self) -> Scores | None:
        if self.projector.take.scenario.contest is None or self.view().contest is None:
            return None
        board = self._contest.look(self.projector.all_now() | self.projector.rivals_now())
        return board.scores(self.projector.sight.team)

    def beside(self) -> tuple[Stood, ...]:
        own, rivals = self.projector.recall, self.projector.rivals_now()
        if not own.over or not rivals:
            return ()
        runs = {self.projector.sight.team: own, **rivals}
        stood = [standing(name, run, self.projector.texts) for name, run in runs.items()]
        return contested(stood, runs)

    def attend(self, reads: str, writes: tuple[str, str]) -> None:
        """Nobody is there to be told."""

    def run(self, wall: float) -> None:
        self.projector.run(wall)

    def pause(self, wall: float) -> None:
        self.projector.pause(wall)

    def set_pace(self, pace: float, wall: float) -> None:
        self.projector.set_pace(pace, wall)

    def skip_ahead(self, wall: float) -> None:
        self.projector.jump(None, forward=True)
