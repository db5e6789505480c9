"""A play in lines: hears what is written, tells what happens. Knows no terminal."""

from simulator.engine.commands import Command
from tui.cleaning import clean
from tui.lines import lists
from tui.lines.asking import Steps, still_open, withdrawn
from tui.lines.briefing import brief_lines
from tui.lines.choosing import Unclear
from tui.lines.desk import Desk
from tui.lines.forms import Forms
from tui.lines.phrases import say
from tui.lines.table import COMMANDS, command_of, evaluates, leave
from tui.timekeeping import Stand


class Dialogue(Forms):
    """What is written at a seat; while a form is open, the clock waits for it."""

    desk: Desk

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self._stand = Stand(False, "")

    def begin(self) -> list[str]:
        """Who one is, what time it is, and how to go on."""
        desk = self.desk
        desk.tell(*brief_lines(desk.view))
        desk.tell("")
        desk.tell_time()
        unread = [item for item in reversed(desk.view.inbox) if not item.read]
        if unread:
            desk.tell(*lists.inbox(unread, desk.view, desk.numbers, lists.RECENT))
        if not desk.seat.may_act:
            desk.tell(say("watching"), *([say("evaluating")] if evaluates(desk.seat) else []))
        desk.tell(say("how-run" if desk.seat.leads_clock else "how-shared"), say("how"))
        return self._told()

    def tick(self) -> list[str]:
        """What is new by the clock."""
        self.desk.tick()
        self._close_what_is_gone()
        return self._told()

    def hear(self, line: str) -> list[str]:
        """Do what is written, and tell what became of it."""
        text = clean(line).strip()
        self.desk.tick()
        self._close_what_is_gone()
        self._heard(text)
        return self._told()

    def _told(self) -> list[str]:
        """All that is to be told, with the next step of the tutorial where there is one."""
        if self._form is None:
            self.desk.tell(*self.desk.lesson.news(self.desk.view))
        return self.desk.told()

    def _to_leave(self) -> Steps:
        return leave(self.desk, "")

    def _obey(self, text: str) -> None:
        word, _, given = text.partition(" ")
        try:
            command = command_of(word, self.desk.seat)
            self.desk.lesson.did(command)
            form = COMMANDS[command].do(self.desk, given.strip())
        except Unclear as no:
            self.desk.tell(no.sentence)
            return
        if form is not None:
            self._open(form)

    def _open(self, form: Steps) -> None:
        """Begin a form; the clock waits for it."""
        self.desk.about = ("", "")
        self._stand = self.desk.time.wait()
        self.desk.writing = True
        self.desk.look()
        super()._open(form)

    def _close(self, commands: tuple[Command, ...]) -> None:
        """Submit what a form has made, and let the clock go on as it did."""
        super()._close(commands)
        self.desk.about = ("", "")
        done = [self.desk.submit(command) for command in commands]
        self.desk.time.go_on(self._stand, any(done), self.desk.view)
        self.desk.writing = False
        self.desk.look()

    def _close_what_is_gone(self) -> None:
        kind, id = self.desk.about
        if self._form is not None and not still_open(kind, id, self.desk.view):
            self._form.close()
            taken = withdrawn(kind, id, self.desk.view)
            self.desk.tell(say("gone-withdrawn") if taken else say("gone"))
            self._close(())
