"""A session: what its journal says, applied record by record. It reads no clock and no disk.

Live play and replay go the same way: nothing changes here but by `apply`, and what a record does
follows from the record and those before it alone.
"""

from __future__ import annotations

from collections.abc import Callable
from hashlib import sha256
from typing import Any, Final, NamedTuple

from pydantic_core import to_json

from simulator.engine.commands import CONTROL
from simulator.engine.errors import Refused
from simulator.scenario.scenario import Scenario
from simulator.session.asking import put_together
from simulator.session.errors import BadSession
from simulator.session.grants import Grant, Grants
from simulator.session.journal.record import Draft, Header, Record
from simulator.session.sayings import NOTHING, AsWritten, read, stood_still
from simulator.session.team import Team
from simulator.speech import Saying, Tellable

Wanted = tuple[dict[str, Any] | None, dict[str, str]]


class Answer(NamedTuple):
    """What became of something asked, and why not, which waits for the language of who asked.
    `number` counts the answers to one grant and `head` is the chain over them, by which a client
    proves later what it was told."""

    id: str
    done: bool
    code: str = ""
    why: Tellable = NOTHING
    number: int = 0
    head: str = ""


class Seen(NamedTuple):
    """What a client says it has seen: so many answers, chained to `head`, and a second."""

    answers: int = 0
    head: str = ""
    now: int = 0


class Session:
    """Teams, grants and the first answer to everything that was ever asked."""

    def __init__(self, scenario: Scenario, header: Header) -> None:
        """Raises Refused where the header asks for what the scenario lacks."""
        self.scenario = scenario
        self.header = header
        self.teams = {name: Team(name, scenario, header) for name in header.teams}
        self.grants = Grants()
        self.opened: dict[str, Any] = {}
        self.started = False
        self.closed = False
        self.recovered = False
        self._speechless = False
        self._answers: dict[tuple[str, str], tuple[Wanted, Answer]] = {}
        self._heads: dict[str, list[str]] = {}

    @property
    def epoch(self) -> str:
        """Another one each time that a host takes the session up."""
        return str(self.opened.get("epoch", ""))

    def apply(self, record: Record) -> Answer | None:
        """Let a record have its effect; the answer to what was asked in it, if anything was.

        What was answered before has no effect again.

        Raises BadSession where the record can't be one of this session.
        """
        draft = record.draft
        if "id" in draft.body and (known := self._answer_to(draft)):
            return known
        try:
            done = self._done(KINDS[draft.kind], record)
        except KeyError as missing:
            raise BadSession(
                f"record {record.seq} ('{draft.kind}') speaks of {missing}, which is not there"
            ) from missing
        if "id" not in draft.body:
            return None
        return self._remember(record, done)

    def _done(self, deed: Deed, record: Record) -> Answer:
        id = str(record.draft.body.get("id", ""))
        try:
            deed(self, record)
        except Refused as refused:
            return Answer(id, False, refused.code, refused.saying)
        return Answer(id, True)

    def answered(self, draft: Draft) -> Answer | None:
        """The first answer to what has this id. Raises Refused where it was something else."""
        known = self._answer_to(draft)
        if known and known.code == "id":
            raise Refused.because(known.code, known.why)
        return known

    def _answer_to(self, draft: Draft) -> Answer | None:
        """The first answer to what has this id, or no to what is something else."""
        id = draft.body["id"]
        asked, answer = self._answers.get((draft.by, id), (None, None))
        if answer is None or asked == wanted(draft.body, draft.words):
            return answer
        return Answer(id, False, "id", Saying("this id was used for something else"))

    def told(self, by: str) -> Seen:
        """What a grant was answered up to now."""
        heads = self._heads.get(by, [""])
        return Seen(len(heads) - 1, heads[-1])

    def vouches_for(self, by: str, seen: Seen) -> bool:
        """Whether a client can have seen this of the session that this is."""
        heads = self._heads.get(by, [""])
        team = self.teams.get(self.grants[by].team)
        in_time = team is None or seen.now <= team.now
        return in_time and 0 <= seen.answers < len(heads) and heads[seen.answers] == seen.head

    def _remember(self, record: Record, answer: Answer) -> Answer:
        draft = record.draft
        heads = self._heads.setdefault(draft.by, [""])
        # By its seals, so that the chain stays what it was when words are taken out.
        head = linked(heads[-1], digest(draft.body, record.seals), answer)
        heads.append(head)
        answer = answer._replace(number=len(heads) - 1, head=head)
        self._answers[draft.by, answer.id] = wanted(draft.body, draft.words), answer
        return answer

    # What each kind of record does

    def _opened(self, record: Record) -> None:
        """A host took the session up. Nobody is connected to it yet."""
        self.opened = record.draft.body
        self.closed = False

    def _asked(self, record: Record) -> None:
        draft = record.draft
        # Without the words that were said, the world may come to stand otherwise.
        self._speechless |= bool(record.removed)
        grant, team = self.grants[draft.by], self.teams[draft.team]
        if not team.started:
            raise Refused("not-now", "the exercise has not begun")
        role = CONTROL if grant.leads else grant.role
        team.submit(draft.at, put_together(role, draft.body["command"], draft.words))

    def _started(self, record: Record) -> None:
        self.started = True
        for name, staffed in record.draft.body["staffed"].items():
            self.teams[name].start(tuple(staffed))

    def _ran(self, record: Record) -> None:
        team = self._there(record)
        team.running, team.paused = True, NOTHING

    def _paused(self, record: Record) -> None:
        team = self._there(record)
        team.running, team.paused = False, _why(record)

    def _paced(self, record: Record) -> None:
        self._there(record).pace = record.draft.body["pace"]

    def _jumped(self, record: Record) -> None:
        self._there(record).advance(record.draft.body["to"])

    def _there(self, record: Record) -> Team:
        team = self.teams[record.draft.team]
        team.advance(record.draft.at)
        return team

    def _invited(self, record: Record) -> None:
        grant = Grant(**record.draft.body["grant"], made=record.utc)
        if not grant.leads:
            # Only control looks through no role's eyes.
            _ = self.teams[grant.team], self.scenario.roles[grant.role]
        self.grants.add(grant)

    def _joined(self, record: Record) -> None:
        body = record.draft.body
        self.grants.join(body["grant"], body["token"], record.draft.words.get("name", ""))

    def _arrived(self, record: Record) -> None:
        """Somebody's first connection: the code is spent, and their seat is theirs."""
        grant = self.grants[record.draft.body["grant"]]
        self.grants.spend(grant.id)
        if grant.replaces:
            self.grants.revoke(grant.replaces)
        if grant.team:
            self.teams[grant.team].advance(record.draft.at)
        if grant.plays:
            self.teams[grant.team].seat(grant.role, staffed=True)

    def _left(self, record: Record) -> None:
        """Nobody has been in this seat for long enough that its bot takes it."""
        self._there(record).seat(record.draft.body["role"], staffed=False)

    def _returned(self, record: Record) -> None:
        self._there(record).seat(record.draft.body["role"], staffed=True)

    def _revoked(self, record: Record) -> None:
        self.grants.revoke(record.draft.body["grant"])

    def _stood(self, record: Record) -> None:
        """How a team's world stood. Raises BadSession where it stands otherwise now."""
        team = self._there(record)
        stands = team.exercise.state.hash()
        if record.draft.body["state"] != stands and not self._speechless:
            raise BadSession(
                f"record {record.seq}: played again, team {team.name or 'one'} does not stand at "
                f"second {record.draft.at} as it did. The session was played by Kulla "
                f"{self.header.kulla} with engine {self.header.engine}"
            )

    def _closed(self, record: Record) -> None:
        self.closed = True

    def _refused(self, record: Record) -> None:
        """An act that could not be when it was asked for."""
        body = record.draft.body
        raise Refused.because(body["code"], read(body["sentence"], body.get("given", {})))

    def _recovered(self, record: Record) -> None:
        """The end of the journal was lost, and control has said to go on without it."""
        self.recovered = True


Deed = Callable[[Session, Record], None]

KINDS: Final[dict[str, Deed]] = {
    "opened": Session._opened, "asked": Session._asked, "started": Session._started,
    "ran": Session._ran, "paused": Session._paused, "paced": Session._paced,
    "jumped": Session._jumped, "invited": Session._invited, "joined": Session._joined,
    "arrived": Session._arrived, "left": Session._left, "returned": Session._returned,
    "revoked": Session._revoked, "stood": Session._stood, "closed": Session._closed,
    "recovered": Session._recovered, "refused": Session._refused,
}  # fmt: skip


def _why(record: Record) -> Tellable:
    """Why a clock was stopped, in the words of whoever did it, or in the host's own."""
    draft = record.draft
    if lost := draft.body.get("lost"):
        return stood_still(lost)
    why = draft.words.get("why", "")
    return AsWritten(why) if draft.by else read(why, {})


def linked(before: str, asked: str, answer: Answer) -> str:
    """The chain over what one grant asked and was answered, after one more.

    Over the English of what was told: the language in which a client reads may change, between
    two connections and from one client to the next, and is no part of what happened.
    """
    why = answer.why.into("en")
    told = f"{before}\n{asked}\n{answer.id}\n{answer.done}\n{answer.code}\n{why}"
    return sha256(told.encode()).hexdigest()[:32]


def wanted(body: dict[str, Any], words: dict[str, str]) -> Wanted:
    """What was asked, to notice an id that is used twice."""
    return (body["act"], {}) if "act" in body else (body.get("command"), words)


def digest(body: dict[str, Any], seals: dict[str, str]) -> str:
    """Stands for what was asked, by the order in which the journal tells it."""
    return sha256(to_json(wanted(body, seals))).hexdigest()[:32]
