"""`kulla replay --plain`: a recorded session in lines of text and a prompt."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, Any, Final

from simulator.cli.exits import FINE, INTERRUPTED
from simulator.engine.commands import CONTROL
from tui.lines.choosing import Unclear
from tui.lines.console import Console
from tui.lines.desk import Desk
from tui.lines.dialogue import Dialogue
from tui.lines.paper import widest
from tui.lines.phrases import say
from tui.lines.play import speak_to
from tui.lines.table import command_of
from tui.replaying.opening import opened
from tui.replaying.projector import Projector
from tui.replaying.seat import REPLAY, ReplaySeat
from tui.replaying.travelling import LAST, Travelling
from tui.speech import _, spoken

if TYPE_CHECKING:
    from tui.replaying.plainroom import RoomReplay

ASKING: Final = ("watching", "nobody-asks", "nobody-rates")
"""How a seat that only watches refuses what would be written into the session."""


def talk(session: Path, language: str | None, **chosen: Any) -> int:
    """Talk until its user leaves. Raises the ClickException that says why it can't be."""
    speak_to(language)
    projector = opened(session, **chosen)
    return asyncio.run(_talk(projector if chosen["role"] else with_a_role(projector)))


async def _talk(projector: Projector) -> int:
    console = Console()
    told: ReplayTalk | RoomReplay | None = None
    while told is None or told.moved:
        told = of_what_is_looked_at(projector, console.width)
        await console.hold(told)
    return INTERRUPTED if console.interrupted else FINE


def of_what_is_looked_at(projector: Projector, width: Callable[[], int]) -> ReplayTalk | RoomReplay:
    """The lines of control's room, or of a role's seat."""
    if projector.sight.role != CONTROL:
        return ReplayTalk(projector, width=width)
    from tui.replaying.plainroom import RoomReplay  # noqa: PLC0415 the room costs half a second

    return RoomReplay(projector, width=width)


def with_a_role(projector: Projector) -> Projector:
    """Looking at the first role that people held, where nobody has chosen."""
    if projector.sight.role == CONTROL:
        roles = projector.recall.state.staffed or tuple(projector.take.scenario.roles)
        projector.look(projector.sight._replace(role=roles[0]))
    return projector


class ReplayTalk(Travelling, Dialogue):
    """The lines of a role's seat, and beside them the commands of a replay."""

    def __init__(
        self,
        projector: Projector,
        wall: Callable[[], float] = monotonic,
        width: Callable[[], int] = widest,
    ) -> None:
        self.projector = projector
        self.wall = wall
        self._wide = width
        super().__init__(self._seated())

    def _seated(self) -> Desk:
        desk = Desk(ReplaySeat(self.projector), self.wall, False, self._wide)
        desk.time.waits_for_me = False
        return desk

    def as_usual(self, word: str, text: str) -> None:
        try:
            command_of(word, self.desk.seat)
        except Unclear as no:
            if no.sentence in map(say, ASKING):
                raise Unclear(REPLAY.into(spoken())) from None
            raise
        super().as_usual(word, text)

    def arrived(self) -> None:
        sight, desk = self.projector.sight, self._seated()
        self.desk = desk
        take = _("take {number}", number=self.projector.take.number)
        desk.tell(f"{sight.team}, {take}, {desk.view.role.title}")
        desk.tell_time()
        for told in desk.view.log[-LAST:]:
            self.tell_line(told.at, told.words)
