"""Control's place in a recorded session: it sees all, and changes nothing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import count
from time import monotonic

from simulator.engine.commands import Command
from simulator.engine.errors import Refused
from simulator.engine.views import RoleView
from simulator.engine.views.overview import Panel
from simulator.session.acts import AnyAct
from simulator.session.room import Room
from tui.chair import About, Answer, Outcome, Untold
from tui.replaying.projector import Projector
from tui.replaying.room import RoomThen
from tui.replaying.seat import REPLAY
from tui.speech import spoken


class ReplayChair:
    """`grant` is nobody's. What is enquired of an inject is told at once."""

    grant = trouble = ""
    ended = False

    def __init__(self, projector: Projector, wall: Callable[[], float] = monotonic) -> None:
        self.projector = projector
        self.wall = wall
        self._over = ""
        self._then = RoomThen(projector, spoken())
        self._told: dict[str, Answer] = {}
        self._numbers = count(1)
        self._drawn: tuple[object, ...] = ()
        self._panel: tuple[Panel | None, Panel | None] = (None, None)

    def tick(self) -> bool:
        projector = self.projector
        projector.tick(self.wall())
        drawn = (
            projector.sight, projector.now, len(projector.recall.log), projector.running,
            projector.pace, projector.backwards, self._over,
        )  # fmt: skip
        before, self._drawn = self._drawn, drawn
        return drawn != before

    def room(self) -> Room:
        return self._then.told(self._over)

    def panel(self) -> Panel | None:
        told = self.projector.recall.panel(spoken())
        if told is not self._panel[0]:
            self._panel = told, replace(told, team=self.projector.sight.team)
        return self._panel[1]

    def shoulder(self) -> RoleView | None:
        return self.projector.recall.view(self._over, spoken()) if self._over else None

    def watch(self, team: str, role: str = "") -> None:
        sight = self.projector.sight
        if team != sight.team:
            self.projector.look(sight._replace(team=team, take=0))
        self._over = role

    def enquire(
        self,
        about: About,
        team: str,
        *,
        inject: str = "",
        command: Command | None = None,
        acting: bool = True,
        until: int | None = None,
    ) -> str:
        id = str(next(self._numbers))
        self._told[id] = self._answer(about, inject)
        return id

    def _answer(self, about: About, inject: str) -> Answer:
        if about != "script":
            return Untold(REPLAY.into(spoken()))
        try:
            return self.projector.recall.script(inject, spoken())
        except Refused as no:
            return Untold(no.into(spoken()))

    def told(self, id: str) -> Answer | None:
        return self._told.pop(id, None)

    def do(self, act: AnyAct, said: str) -> None:
        """Nothing is done any more."""

    def ask(self, command: Command, team: str, said: str, seat: str = "") -> None:
        """Nothing is asked any more."""

    def outcomes(self) -> list[Outcome]:
        return []
