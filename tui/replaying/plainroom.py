"""Control's room of a recorded session in lines of text: it is looked at, and nothing is done."""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic

from simulator.engine.commands import CONTROL
from tui.lines.choosing import Unclear
from tui.lines.clockwork import pace_of
from tui.lines.paper import widest
from tui.lines.room import looking
from tui.lines.room.talk import RoomTalk
from tui.replaying.chair import ReplayChair
from tui.replaying.projector import Projector
from tui.replaying.seat import REPLAY
from tui.replaying.travelling import LAST, Travelling
from tui.speech import _, spoken


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
        self.wall = wall
        chair, no_acts = ReplayChair(projector, wall), REPLAY.into(spoken())
        super().__init__(chair, no_acts=no_acts, leaving="", width=width, wall=wall)

    @property
    def left(self) -> bool:
        return self.moved or self.desk.left

    def begin(self) -> list[str]:
        self.arrived()
        self.tell(_("This is a replay; run lets it go on. Write help for all commands."))
        return self.desk.told()

    def tell(self, *texts: str) -> None:
        self.desk.tell(*texts)

    def arrived(self) -> None:
        desk = self.desk
        desk.tick()
        # What happened on the way is in the log.
        desk.told()
        take = _("take {number}", number=self.projector.take.number)
        self.tell(f"{self.projector.sight.team}, {take}, {CONTROL}")
        looking.time(desk, "")
        for told in desk.world.log[-LAST:]:
            self.tell_line(told.at, told.words)
        desk.looked.lines = len(desk.world.log)

    def _obey(self, text: str) -> None:
        word, _space, given = text.partition(" ")
        try:
            if not (self.travels(word, given.strip()) or self._runs(word, given.strip())):
                super()._obey(text)
        except Unclear as no:
            self.tell(no.sentence)
        if word == "help" and not given:
            self.tell_acts()

    def _runs(self, word: str, given: str) -> bool:
        """Let it run, stop it or change its pace; False where that is not meant."""
        projector, wall = self.projector, self.wall()
        match word:
            case "run":
                projector.run(wall)
            case "pause":
                projector.pause(wall)
            case "pace":
                projector.set_pace(pace_of(given, projector.pace), wall)
            case _:
                return False
        self.desk.tick()
        looking.time(self.desk, "")
        return True
