"""Hearing lines, of which one may open a form; what is written then goes to that."""

from collections.abc import Callable
from typing import Final, Protocol

from simulator.engine.commands import Command
from tui.cleaning import clean
from tui.lines.asking import Steps, Telling
from tui.lines.choosing import Unclear
from tui.lines.phrases import say, written

COMMENT: Final = "#"


class AtHand(Telling, Protocol):
    """What one has at hand who writes lines."""

    left: bool

    def told(self) -> list[str]: ...


class Forms:
    """At most one form is open."""

    desk: AtHand

    def __init__(self) -> None:
        self._form: Steps | None = None
        self._prompt = ""
        self._leaving = False

    @property
    def left(self) -> bool:
        return self.desk.left

    @property
    def prompt(self) -> str:
        return clean(self._prompt) if self._form is not None else say("prompt")

    def interrupt(self) -> list[str]:
        """Go back, or leave; whoever does it twice leaves for good."""
        if self._leaving:
            self.desk.left = True
        elif self._form is not None:
            self._back(self._form)
        else:
            self._open(self._to_leave())
            self._leaving = self._form is not None
        return self.desk.told()

    def end(self) -> list[str]:
        """Nothing more will be written: what was begun is not done."""
        if self._form is not None:
            self._back(self._form)
        self.desk.left = True
        return self.desk.told()

    def _to_leave(self) -> Steps:
        """The form of the command that leaves."""
        raise NotImplementedError

    def _obey(self, text: str) -> None:
        """Do what a line says that is for no form."""
        raise NotImplementedError

    def _heard(self, text: str) -> None:
        """Answer the form with this line, or else obey it."""
        if self._form is not None:
            self._answer(self._form, text)
        elif text and not text.startswith(COMMENT):
            self._obey(text)

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
        """The form is over, and has made these."""
        self._form, self._leaving = None, False
