"""What pages and sheets of the control room want asked: commands to a team's world, acts on the
session, sheets to be filled in. The screen alone asks."""

from dataclasses import fields, replace
from typing import Final

from textual.message import Message

from simulator.engine.commands import Command
from simulator.session.acts import AnyAct
from tui.speech import mark

DONE: Final = mark("Done.")


class Steered(Message):
    """Ask this of the world of the watched team, or of these `teams`, once it has been shown what
    it does, for the first of them.

    `what` is the question to be confirmed, `said` tells that it is done. `seat` is the role in
    whose place it is asked. `foresee` is whether what it changes is worked out before. It is
    `confirmed` once its user has said so.
    """

    confirmed = False

    def __init__(
        self, command: Command, what: str, said: str = "", *, seat: str = "", foresee: bool = True,
        teams: tuple[str, ...] = (),
    ) -> None:  # fmt: skip
        super().__init__()
        self.command = command
        self.what = what
        self.said = said
        self.seat = seat
        self.foresee = foresee
        self.teams = teams

    @property
    def takes_reason(self) -> bool:
        """Whether the command has a place for one."""
        return "reason" in {field.name for field in fields(self.command)}

    def because(self, reason: str) -> Command:
        """The command with this reason, where one is given."""
        if not (reason and self.takes_reason):
            return self.command
        return replace(self.command, reason=reason)  # type: ignore[arg-type]


class Asked(Message):
    """Ask this of the session at once."""

    def __init__(self, act: AnyAct, said: str = "") -> None:
        super().__init__()
        self.act = act
        self.said = said


class ScriptWanted(Message):
    """The facilitator's page of an inject."""

    def __init__(self, inject: str) -> None:
        super().__init__()
        self.inject = inject


class Confirmed(Steered):
    """The same, once its user has said so."""

    confirmed = True
