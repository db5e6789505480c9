"""Control's place at a session: what it sees, what it asks, and what became of that."""

from typing import Any, Final, NamedTuple, Protocol

from simulator.engine.commands import Command
from simulator.session.acts import AnyAct, HandOver, Invite
from simulator.session.client.line import Line
from simulator.session.invitation import Invitation, invitation_from
from simulator.session.room import Room
from tui.remote import trouble
from tui.speech import _, mark

GONE: Final = mark("The invitation was made, but it can't be shown any more: make another.")


class Outcome(NamedTuple):
    """`said` tells that it is done, `refusal` why not; `gift` is an invitation to what it says."""

    said: str = ""
    refusal: str = ""
    gift: str = ""


class Chair(Protocol):
    """What the screen of control needs of a session. `said` is what to say once it is done, or
    what an invitation is to."""

    @property
    def grant(self) -> str:
        """The seat of whoever sits here."""

    @property
    def trouble(self) -> str:
        """What is wrong with the way to the host, in a few words; empty when all is well."""

    @property
    def ended(self) -> bool:
        """Whether nothing more can be asked."""

    def tick(self) -> bool:
        """True when there is something new to draw."""

    def room(self) -> Room: ...

    def do(self, act: AnyAct, said: str) -> None: ...

    def ask(self, command: Command, team: str, said: str) -> None: ...

    def outcomes(self) -> list[Outcome]:
        """What has become, since this was last asked, of what was asked."""


class RemoteChair:
    """Control's place, at the end of a line; looked at once it has been welcomed.

    `door` is where others are invited to, if that is not where this client was.
    """

    def __init__(self, line: Line, door: Invitation | None = None) -> None:
        self.line = line
        self.door = door or invitation_from(line.memory.invitation)
        self._said: dict[str, str] = {}
        self._gifts: set[str] = set()
        self._room: Room | None = None
        self._drawn: tuple[Any, ...] = ()

    @property
    def grant(self) -> str:
        return self.line.memory.grant

    @property
    def trouble(self) -> str:
        return trouble(self.line)

    @property
    def ended(self) -> bool:
        return self.line.status.state == "ended"

    def tick(self) -> bool:
        drawn = (self.line.version, self.trouble)
        before, self._drawn = self._drawn, drawn
        if drawn != before:
            self._room = None
        return drawn != before

    def room(self) -> Room:
        if self._room is None:
            self._room = self.line.sight.room()
        assert self._room is not None, "a session is looked at once the host has shown it"
        return self._room

    def do(self, act: AnyAct, said: str) -> None:
        id = self.line.do(act)
        self._said[id] = said
        if isinstance(act, Invite | HandOver):
            self._gifts.add(id)

    def ask(self, command: Command, team: str, said: str) -> None:
        self._said[self.line.ask(command, team)] = said

    def outcomes(self) -> list[Outcome]:
        told = []
        while self.line.answers:
            answer = self.line.answers.popleft()
            said = self._said.pop(answer.id, _("Done."))
            if not answer.done:
                told.append(Outcome(refusal=answer.sentence))
            elif answer.id in self._gifts and not answer.gift:
                told.append(Outcome(refusal=_(GONE)))
            else:
                told.append(Outcome(said, gift=self._invitation(answer.gift)))
        return told

    def _invitation(self, code: str) -> str:
        return str(self.door._replace(code=code)) if code else ""
