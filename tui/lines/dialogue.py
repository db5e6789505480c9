"""A play in lines: hears what is written, tells what happens. Knows no terminal."""

from collections.abc import Callable
from typing import Final

from simulator.engine.commands import Command
from tui.cleaning import clean
from tui.lines import lists
from tui.lines.asking import Steps, still_open, withdrawn
from tui.lines.briefing import brief_lines
from tui.lines.choosing import Unclear
from tui.lines.desk import Desk
from tui.lines.phrases import say, written
from tui.lines.table import COMMANDS, command_of, evaluates, leave
from tui.timekeeping import Stand

COMMENT: Final = "#"


class Dialogue:
    """At most one form is open; while it is, what is written goes to it."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self._form: Steps | None = None
        self._prompt = ""
        self._stand = Stand(False, "")
        self._leaving = False

    @property
    def left(self) -> bool:
        return self.desk.left

    @property
    def prompt(self) -> str:
        return clean(self._prompt) if self._form is not None else say("prompt")

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
        if self._form is not None:
            self._answer(self._form, text)
        elif text and not text.startswith(COMMENT):
            self._obey(text)
        return self._told()

    def _told(self) -> list[str]:
        """All that is to be told, with the next step of the tutorial where there is one."""
        if self._form is None:
            self.desk.tell(*self.desk.lesson.news(self.desk.view))
        return self.desk.told()

    def interrupt(self) -> list[str]:
        """Go back, or leave; whoever does it twice leaves for good."""
        if self._leaving:
            self.desk.left = True
        elif self._form is not None:
            self._back(self._form)
        else:
            self._leave()
        return self.desk.told()

    def end(self) -> list[str]:
        """Nothing more will be written: what was begun is not done."""
        if self._form is not None:
            self._back(self._form)
        self.desk.left = True
        return self.desk.told()

    def _leave(self) -> None:
        self._open(leave(self.desk, ""))
        self._leaving = self._form is not None

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
        self._form, self.desk.about = form, ("", "")
        self._stand = self.desk.time.wait()
        self.desk.writing = True
        self.desk.look()
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
        except StopIteration as done:
            self._close(done.value)
        except Unclear as no:
            self.desk.tell(no.sentence)
            self._close(())

    def _back(self, form: Steps) -> None:
        form.close()
        self.desk.tell(say("back"))
        self._close(())

    def _close(self, commands: tuple[Command, ...]) -> None:
        """Submit what a form has made, and let the clock go on as it did."""
        self._form, self._leaving = None, False
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
