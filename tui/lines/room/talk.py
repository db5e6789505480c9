"""The room in lines: hears what is written, tells what happens. Knows no terminal."""

from collections.abc import Callable
from time import monotonic

from tui.chair import Chair
from tui.cleaning import clean
from tui.lines.asking import Steps
from tui.lines.choosing import Unclear
from tui.lines.desk import Desk
from tui.lines.dialogue import COMMENT, Dialogue
from tui.lines.paper import widest
from tui.lines.phrases import say, written
from tui.lines.room import looking, pages
from tui.lines.room.desk import LEAVING, RoomDesk
from tui.lines.room.people import seat_named
from tui.lines.room.table import COMMANDS, EVERY, OVER, command_of, leave
from tui.room.shoulder import ShoulderSeat
from tui.speech import _


class RoomTalk:
    """At most one form is open; while it is, what is written goes to it. While one looks over
    somebody's shoulder, it goes to the lines of their seat."""

    def __init__(
        self,
        chair: Chair,
        no_acts: str = "",
        leaving: str = LEAVING,
        width: Callable[[], int] = widest,
        wall: Callable[[], float] = monotonic,
    ) -> None:
        self.desk = RoomDesk(chair, no_acts, leaving, width)
        self._width = width
        self._wall = wall
        self._form: Steps | None = None
        self._prompt = ""
        self._leaving = False
        self._over_whom = ""
        self._shoulder: Dialogue | None = None

    @property
    def left(self) -> bool:
        return self.desk.left

    @property
    def prompt(self) -> str:
        if self._shoulder is not None:
            return f"{self._over_whom}{self._shoulder.prompt}"
        return clean(self._prompt) if self._form is not None else say("prompt")

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
        if self._shoulder is not None:
            self.desk.tick()
            return [*self._shoulder.tick(), *self.desk.told()]
        self.desk.tick()
        self._look_over()
        return self.desk.told()

    def hear(self, line: str) -> list[str]:
        """Do what is written, and tell what became of it."""
        if self._shoulder is not None:
            return self._over(self._shoulder, line)
        text = clean(line).strip()
        self.desk.tick()
        if self._form is not None:
            self._answer(self._form, text)
        elif text and not text.startswith(COMMENT):
            self._obey(text)
        self.desk.tick()
        return self.desk.told()

    def interrupt(self) -> list[str]:
        """Go back, or leave; whoever does it twice leaves for good."""
        if self._shoulder is not None:
            self._come_back()
        elif self._leaving:
            self.desk.left = True
        elif self._form is not None:
            self._back(self._form)
        else:
            self._open(leave(self.desk, ""))
            self._leaving = self._form is not None
        return self.desk.told()

    def end(self) -> list[str]:
        """Nothing more will be written: what was begun is not done."""
        if self._form is not None:
            self._back(self._form)
        self.desk.left = True
        return self.desk.told()

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

    # Forms

    def _open(self, form: Steps) -> None:
        self._form = form
        self._go_on(lambda: next(form))

    def _answer(self, form: Steps, text: str) -> None:
        if text.casefold() in written("back"):
            self._back(form)
        else:
            self._go_on(lambda: form.send(text))

    def _go_on(self, step: Callable[[], str]) -> None:
        """Take a form one step further, to its next prompt or its end."""
        try:
            self._prompt = step()
        except StopIteration:
            self._close()
        except Unclear as no:
            self.desk.tell(no.sentence)
            self._close()

    def _back(self, form: Steps) -> None:
        form.close()
        self.desk.tell(say("back"))
        self._close()

    def _close(self) -> None:
        self._form, self._leaving = None, False

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
            desk = Desk(seat, self._wall, False, self._width)
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
