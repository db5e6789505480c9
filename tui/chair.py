"""Control's place at a session: what it sees, what it asks, and what became of that."""

from typing import Any, Final, Literal, NamedTuple, Protocol

from pydantic import TypeAdapter, ValidationError

from simulator.engine.commands import CONTROL, Command
from simulator.engine.views import RoleView
from simulator.engine.views.foresight import Outlook, Preview
from simulator.engine.views.overview import Panel
from simulator.engine.views.script import Script
from simulator.session.acts import AnyAct, HandOver, Invite
from simulator.session.client.line import Line
from simulator.session.client.lookout import REMEMBERED
from simulator.session.invitation import Invitation, invitation_from
from simulator.session.protocol import Told
from simulator.session.room import Room
from tui.remote import trouble
from tui.speech import _, mark

GONE: Final = mark("The invitation was made, but it can't be shown any more: make another.")


About = Literal["script", "preview", "outlook"]
TOLD: Final[dict[str, type]] = {"script": Script, "preview": Preview, "outlook": Outlook}


class Untold(NamedTuple):
    """What was enquired can't be told; `sentence` says why."""

    sentence: str


Answer = Script | Preview | Outlook | Untold
NOT_READ: Final = (None, None)


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

    def panel(self) -> Panel | None:
        """The world of the watched team; None while it has not been told."""

    def shoulder(self) -> RoleView | None:
        """What the role is shown over whose shoulder one looks; None where there is none."""

    def watch(self, team: str, role: str = "") -> None:
        """Look at another team, and over a role's shoulder where one is given."""

    def enquire(
        self,
        about: About,
        team: str,
        *,
        inject: str = "",
        command: Command | None = None,
        acting: bool = True,
        until: int | None = None,
    ) -> str:
        """Ask what changes nothing: the id of what will be told. A command whose role is not
        control's is one in the place of that role."""

    def told(self, id: str) -> Answer | None:
        """What was enquired; None while it is on its way."""

    def do(self, act: AnyAct, said: str) -> None: ...

    def ask(self, command: Command, team: str, said: str, seat: str = "") -> None:
        """Have a command done, in the place of `seat` where one is given."""

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
        self._told: dict[str, tuple[Told, Answer]] = {}
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

    def panel(self) -> Panel | None:
        return self.line.sight.panel()

    def shoulder(self) -> RoleView | None:
        return self.line.sight.shoulder()

    def watch(self, team: str, role: str = "") -> None:
        self.line.watch(team, role)

    def enquire(
        self,
        about: About,
        team: str,
        *,
        inject: str = "",
        command: Command | None = None,
        acting: bool = True,
        until: int | None = None,
    ) -> str:
        seat = "" if command is None or command.role == CONTROL else command.role
        return self.line.enquire(
            about, team, command, inject=inject, seat=seat, acting=acting, until=until
        )

    def told(self, id: str) -> Answer | None:
        heard = self.line.lookout.told(id)
        if heard is None:
            return Untold(self.trouble) if self.ended else None
        if self._told.get(id, NOT_READ)[0] is not heard:
            self._told[id] = heard, _read(heard)
            if len(self._told) > REMEMBERED:
                del self._told[next(iter(self._told))]
        return self._told[id][1]

    def do(self, act: AnyAct, said: str) -> None:
        id = self.line.do(act)
        self._said[id] = said
        if isinstance(act, Invite | HandOver):
            self._gifts.add(id)

    def ask(self, command: Command, team: str, said: str, seat: str = "") -> None:
        self._said[self.line.ask(command, team, seat)] = said

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


def _read(told: Told) -> Answer:
    if told.sentence:
        return Untold(told.sentence)
    try:
        answer: Answer = TypeAdapter(TOLD[told.about]).validate_python(told.body)
    except ValidationError:
        return Untold(_("The host has told it in a way that this program does not understand."))
    return answer
