"""A seat at a host, as the screens want it: looked at through a line that comes back by itself."""

from typing import Any, Final

from simulator.engine.commands import Command, Read
from simulator.engine.errors import Refused
from simulator.engine.views import RoleView
from simulator.session.acts import AnyAct, Feedback
from simulator.session.asking import command_of
from simulator.session.client.line import Line
from simulator.session.clock import Clock
from simulator.session.peers import PeerRow
from simulator.session.protocol import Present
from simulator.session.scores import Scores
from tui.handing import NAMED, UNNAMED, Filled
from tui.seat import Late, Mate
from tui.speech import _

SPECIAL: Final = frozenset({"waiting", "frozen", "no-duff"})
USUAL: Final = 1.0
"""Seconds in which an answer comes without anybody noticing that it took a while."""


def trouble(line: Line) -> str:
    """What is wrong with the way to the host, in a few words; empty when all is well."""
    match line.status.state, line.host:
        case "connecting", _:
            return _("connecting")
        case "reconnecting", _:
            return _("reconnecting ({tries})", tries=line.status.tries)
        case "ended", _:
            return _("ended: {why}", why=line.status.why)
        case _, "full":
            return _("host's disk is full: kept here")
        case _, "failed":
            return _("host's disk has failed: it stops")
        case _:
            return ""


class RemoteSeat:
    """Made with the line, before it is called; looked at once it has been welcomed.

    The clock is control's: what the player would do to it has no effect.
    """

    leads_clock = False
    kept_in = ""

    def __init__(self, line: Line) -> None:
        self.line = line
        self._asked = {told["id"]: _command(told) for told in line.memory.outbox}
        self._said: dict[str, str] = {}
        self._forms: dict[str, str] = {}
        self._read: set[tuple[int, str]] = set()
        self._waits_since: float | None = None
        self._late = False
        self._drawn: tuple[Any, ...] = ()
        self._told: tuple[Present, ...] = ()
        self._mates: tuple[Mate, ...] = ()

    @property
    def clock(self) -> Clock:
        return self.line.sight.clock()

    @property
    def may_act(self) -> bool:
        return self.line.welcome is not None and self.line.welcome.part == "player"

    @property
    def stands(self) -> str:
        face = self.line.sight.face
        return face.stands if face is not None and face.stands in SPECIAL else ""

    @property
    def take(self) -> int:
        return self.line.sight.face.take if self.line.sight.face else 1

    @property
    def why(self) -> str:
        return self.line.sight.face.why if self.line.sight.face else ""

    @property
    def trouble(self) -> str:
        return trouble(self.line)

    @property
    def unanswered(self) -> int:
        return self._waiting() if self._late or self.trouble else 0

    def tick(self, wall: float) -> bool:
        """Whether there is anything to draw anew; time itself goes on by the clock face."""
        if not self.line.waiting:
            self._waits_since = None
        elif self._waits_since is None:
            self._waits_since = wall
        self._late = self._waits_since is not None and wall - self._waits_since >= USUAL
        drawn = (self.line.version, self.line.sight.now(), self.trouble, self.unanswered)
        before, self._drawn = self._drawn, drawn
        return drawn != before

    def view(self) -> RoleView:
        view = self.line.sight.role_view()
        assert view is not None, "a seat is looked at once the host has shown it"
        return view

    def submit(self, command: Command, wall: float) -> bool:
        """Send on what the player asks. Raises Refused where it can't be any more."""
        if not self.may_act:
            raise Refused("watching", "This seat only watches.")
        self._check_open()
        if isinstance(command, Read):
            # What comes again in another take is opened anew.
            opened = self.take, command.inject
            if opened in self._read:
                return False
            self._read.add(opened)
        self._asked[self.line.ask(command)] = command
        return False

    def answers(self) -> list[Late]:
        told = []
        while self.line.answers:
            answer = self.line.answers.popleft()
            command = self._asked.pop(answer.id, None)
            form = self._forms.pop(answer.id, "")
            if form and answer.done:
                self.line.memory.handed_in = form
                self.line.memory.keep()
            if not isinstance(command, Read):
                said = self._said.pop(answer.id, "")
                told.append(Late(command, "" if answer.done else answer.sentence, said))
        return told

    @property
    def evaluates(self) -> bool:
        """Whether it is an evaluator's, who observes and rates."""
        return self.line.welcome is not None and self.line.welcome.part == "evaluator"

    @property
    def team(self) -> str:
        return self.line.welcome.team if self.line.welcome else ""

    @property
    def tasks(self) -> tuple[tuple[str, ...], ...]:
        """An evaluator's guide: the critical tasks of each objective."""
        guide = self.line.welcome.guide if self.line.welcome else ()
        return tuple(tasks for _, tasks in guide)

    @property
    def peers(self) -> tuple[PeerRow, ...]:
        """What evaluators rated, once they are told of each other."""
        return self.line.sight.peers()

    def do(self, act: AnyAct, said: str) -> None:
        """Ask the session for what an evaluator may; `said` is what to say once it is done. Raises
        Refused where nothing can be asked any more."""
        self._check_open()
        self._said[self.line.do(act)] = said

    @property
    def takes_part(self) -> bool:
        """Whether it wants to be known what is thought of the exercise here."""
        return self.line.welcome is not None and self.line.welcome.part in ("player", "observer")

    @property
    def handed_in(self) -> str:
        kept = self.line.memory.handed_in
        return kept if kept in ("", UNNAMED) else NAMED

    def hand_in(self, form: Filled, said: str) -> None:
        """Send feedback; `said` is what to say once it has come."""
        act = Feedback(
            sheet=self.line.memory.sheet, scores=form.scores, texts=form.texts,
            anonymous=form.anonymous,
        )  # fmt: skip
        self._check_open()
        asked = self.line.do(act)
        self._said[asked], self._forms[asked] = said, UNNAMED if form.anonymous else NAMED

    def _check_open(self) -> None:
        if self.line.status.state == "ended":
            raise Refused("over", "Nothing more can be sent: {why}.", why=self.line.status.why)

    def read_in(self, language: str) -> None:
        """The host is asked for the same in another language; what is shown stays until then."""
        self.line.speak(language)

    def mates(self) -> tuple[Mate, ...]:
        told = self.line.company.people
        if told is not self._told:
            self._told, self._mates = told, tuple(map(_mate, told))
        return self._mates

    def standings(self) -> Scores | None:
        return self.line.company.scores

    def beside(self) -> tuple[Any, ...]:
        """Nobody: how other teams did, control tells."""
        return ()

    def attend(self, reads: str, writes: tuple[str, str]) -> None:
        """The host tells the others in this seat; it keeps nothing of it."""
        if self.may_act:
            self.line.company.attend(reads, *writes)

    @property
    def name(self) -> str:
        return f"{self.line.memory.session}-{self.line.memory.grant}"

    def run(self, wall: float) -> None:
        """Control's to do."""

    def pause(self, wall: float) -> None:
        """Control's to do."""

    def set_pace(self, pace: float, wall: float) -> None:
        """Control's to do."""

    def skip_ahead(self, wall: float) -> None:
        """Nobody's to do: the others play on."""

    def _waiting(self) -> int:
        """What waits for an answer; that a message was opened is no news to who opened it."""
        return sum(told.get("command", {}).get("ask") != "read" for told in self.line.memory.outbox)


def _mate(person: Present) -> Mate:
    return Mate(person.name, person.reads, frozenset(person.opened), (person.writes, person.of))


def _command(told: dict[str, Any]) -> Command | None:
    """What was asked before this program was started anew."""
    try:
        return command_of("", told["command"])
    except (Refused, KeyError):
        return None
