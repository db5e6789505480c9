"""Control's room of a recorded session in lines of text: it is looked at, and nothing is done."""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic
from typing import Final

from simulator.engine.commands import CONTROL
from tui.lines.clockwork import pace_of
from tui.lines.paper import widest
from tui.lines.phrases import manual, say, spellings
from tui.lines.room import looking
from tui.lines.room.desk import RoomDesk
from tui.lines.room.talk import RoomTalk
from tui.replaying.chair import ReplayChair
from tui.replaying.projector import Projector
from tui.replaying.seat import REPLAY
from tui.replaying.travelling import LAST, Travelling
from tui.speech import _, spoken

CLOCK: Final = ("run", "pause", "pace")
"""The commands of a seat's clock that are there for a recorded room, too."""


class RoomReplay(Travelling, RoomTalk):
    """The lines of the room, and beside them the commands of a replay."""

    of_room = True

    def __init__(
        self,
        projector: Projector,
        wall: Callable[[], float] = monotonic,
        width: Callable[[], int] = widest,
    ) -> None:
        self.projector = projector
        chair = ReplayChair(projector, wall)
        super().__init__(RoomDesk(chair, REPLAY.into(spoken()), "", width), wall)

    def arrived(self) -> None:
        desk = self.desk
        desk.tick()
        # What happened on the way is in the log.
        desk.told()
        take = _("take {number}", number=self.projector.take.number)
        desk.tell(f"{self.projector.sight.team}, {take}, {CONTROL}")
        looking.time(desk, "")
        for told in desk.world.log[-LAST:]:
            self.tell_line(told.at, told.words)
        desk.looked.lines = len(desk.world.log)

    def as_usual(self, word: str, text: str) -> None:
        """Let it run, stop it or change its pace, or else look at the room."""
        projector, wall = self.projector, self.wall()
        match _of_clock(word):
            case "run":
                projector.run(wall)
            case "pause":
                projector.pause(wall)
            case "pace":
                given = text.partition(" ")[2].strip()
                projector.set_pace(pace_of(given, projector.pace), wall)
            case _:
                super().as_usual(word, text)
                return
        self.desk.tick()
        looking.time(self.desk, "")

    def tell_acts(self) -> None:
        super().tell_acts()
        for entry in map(manual, CLOCK):
            self.desk.tell(say("field", name=entry.usage, said=entry.does))


def _of_clock(word: str) -> str:
    """Which command of a seat's clock is meant, if one is."""
    return next((it for it in CLOCK if word.casefold() in spellings(it, manual(it).name)), "")
