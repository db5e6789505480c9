"""The room in lines: hears what is written, tells what happens. Knows no terminal."""

from collections.abc import Callable
from time import monotonic

from tui.cleaning import clean
from tui.lines.asking import Steps
from tui.lines.choosing import Unclear
from tui.lines.desk import Desk
from tui.lines.dialogue import Dialogue
from tui.lines.forms import Forms
from tui.lines.phrases import written
from tui.lines.room import looking, pages
from tui.lines.room.desk import RoomDesk
from tui.lines.room.people import seat_named
from tui.lines.room.table import COMMANDS, EVERY, OVER, command_of, leave
from tui.room.shoulder import ShoulderSeat
from tui.speech import _


class RoomTalk(Forms):
    """While one looks over somebody's shoulder, what is written goes to the lines of their seat."""

    desk: RoomDesk

    def __init__(self, desk: RoomDesk, wall: Callable[[], float] = monotonic) -> None:
        super().__init__()
        self.desk = desk
        self.wall = wall
        self._over_whom = ""
        self._shoulder: Dialogue | None = None

    @property
    def prompt(self) -> str:
        if self._shoulder is not None:
            return f"{self._over_whom}{self._shoulder.prompt}"
        return super().prompt

    def begin(self) -> list[str]:
        """Which session it is, what time it is, what waits, and how to go on."""
        desk, room = self.desk, self.desk.room
        desk.tell(_("CONTROL: {title}, session {session}", title=room.title, session=room.session))
        looking.time(desk, "")
        desk.tell(*pages.lines(desk, "board" if len(room.teams) > 1 else "seats"))
        looking.alarms(desk, "")
        desk.tell(_("Write help for all commands, situation for all that there is to know."))
        return desk.told()

    def tick(self) -> list[str]:
        """What is new."""
        self.desk.tick()
        if self._shoulder is not None:
            return [*self._shoulder.tick(), *self.desk.told()]
        if self._form is not None and self.desk.waits:
            self._answer(self._form, "")
        self._look_over()
        return self.desk.told()

    def hear(self, line: str) -> list[str]:
        """Do what is written, and tell what became of it."""
        if self._shoulder is not None:
            return self._over(self._shoulder, line)
        self.desk.tick()
        self._heard(clean(line).strip())
        self.desk.tick()
        return self.desk.told()

    def interrupt(self) -> list[str]:
        """Come back from over a shoulder; go back, or leave."""
        if self._shoulder is None:
            return super().interrupt()
        self._come_back()
        return self.desk.told()

    def _to_leave(self) -> Steps:
        return leave(self.desk, "")

    def _obey(self, text: str) -> None:
        word, _space, given = text.partition(" ")
        desk = self.desk
        try:
            name = command_of(word, desk)
            self._do(name, given.strip())
        except Unclear as no:
            desk.tell(no.sentence)

    def _do(self, name: str, given: str) -> None:
        desk = self.desk
        if name == OVER:
            self._look_at(given)
            return
        first, _space, rest = given.partition(" ")
        desk.every = name in EVERY and first.casefold() in written("all")
        desk.opened = None
        form = COMMANDS[name].do(desk, rest.strip() if desk.every else given)
        if form := form or desk.opened:
            self._open(form)

    # Over somebody's shoulder

    def _look_at(self, given: str) -> None:
        seat = seat_named(self.desk, given)
        self._over_whom = seat.role
        self.desk.chair.watch(seat.team, seat.role)
        self.desk.tell(_("The screen of {role} comes …", role=seat.title))
        self._look_over()

    def _look_over(self) -> None:
        """Begin with the lines of the role as soon as it can be seen."""
        view = self.desk.chair.shoulder() if self._over_whom else None
        if view is not None and view.role.id == self._over_whom:
            seat = ShoulderSeat(self.desk.chair, self.desk.watched.name, self._over_whom)
            desk = Desk(seat, self.wall, False, self.desk.width)
            self._shoulder = Dialogue(desk)
            self.desk.beside = True
            for line in self._shoulder.begin():
                self.desk.tell(line)

    def _over(self, shoulder: Dialogue, line: str) -> list[str]:
        told = shoulder.hear(line)
        if shoulder.left:
            self._come_back()
            return [*told, *self.desk.told()]
        return told

    def _come_back(self) -> None:
        self._over_whom, self._shoulder, self.desk.beside = "", None, False
        self.desk.chair.watch(self.desk.watched.name)
        self.desk.tell(_("You are back in the room."))
