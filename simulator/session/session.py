"""A session: what its journal says, applied record by record. It reads no clock and no disk.

Live play and replay go the same way: nothing changes here but by `apply`, and what a record does
follows from the record and those before it alone.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from simulator.engine.commands import CONTROL, Conclude
from simulator.engine.errors import Refused
from simulator.scenario.scenario import Scenario
from simulator.session import duties
from simulator.session.acts import DutyName
from simulator.session.answers import Answer, Answers, Seen
from simulator.session.asking import put_together
from simulator.session.duties import Duties
from simulator.session.emergency import Emergency
from simulator.session.errors import BadSession
from simulator.session.grants import Grant, Grants
from simulator.session.journal.record import Draft, Header, Record, nameless
from simulator.session.notebook import Notebook
from simulator.session.recalling import ask_again
from simulator.session.room import EndRow, NoDuffRow
from simulator.session.sayings import NOTHING, read, why_paused
from simulator.session.team import Team

__all__ = ["Answer", "Seen", "Session"]


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
        self.notebook = Notebook()
        self.duties = Duties(self.grants)
        self._wishes: dict[str, EndRow] = {}
        self.emergency: Emergency | None = None
        self.answers = Answers()
        self._speechless = False

    @property
    def epoch(self) -> str:
        """Another one each time that a host takes the session up."""
        return str(self.opened.get("epoch", ""))

    @property
    def no_duff(self) -> NoDuffRow | None:
        """The real emergency, where one goes on."""
        return self.emergency.row if self.emergency else None

    @property
    def ending(self) -> dict[str, EndRow]:
        """By team, who has asked for ENDEX where another controller has to as well."""
        wishes = self._wishes.items()
        return {team: wish for team, wish in wishes if not self.grants[wish.grant].revoked}

    def apply(self, record: Record) -> Answer | None:
        """Let a record have its effect; the answer to what was asked in it, if anything was.

        What was answered before has no effect again.

        Raises BadSession where the record can't be one of this session.
        """
        draft = record.draft
        if "id" in draft.body and (known := self.answers.to(draft)):
            return known
        # Without the words that were said, the world may come to stand otherwise.
        self._speechless |= bool(record.removed)
        try:
            done = self._done(KINDS[draft.kind], record)
        except KeyError as missing:
            raise BadSession(
                f"record {record.seq} ('{draft.kind}') speaks of {missing}, which is not there"
            ) from missing
        if "id" not in draft.body:
            return None
        return self.answers.remember(record, done)

    def _done(self, deed: Deed, record: Record) -> Answer:
        id = str(record.draft.body.get("id", ""))
        try:
            deed(self, record)
        except Refused as refused:
            return Answer(id, False, refused.code, refused.saying)
        return Answer(id, True)

    def answered(self, draft: Draft) -> Answer | None:
        """The first answer to what has this id. Raises Refused where it was something else."""
        known = self.answers.to(draft)
        if known and known.code == "id":
            raise Refused.because(known.code, known.why)
        return known

    def told(self, by: str) -> Seen:
        """What a grant was answered up to now."""
        return self.answers.told(by)

    def vouches_for(self, by: str, seen: Seen) -> bool:
        """Whether a client can have seen this of the session that this is."""
        team = self.teams.get(self.grants[by].team)
        in_time = team is None or seen.now <= team.furthest
        return in_time and self.answers.vouched(by, seen)

    # What each kind of record does

    def _opened(self, record: Record) -> None:
        """A host took the session up. Nobody is connected to it yet."""
        self.opened = record.draft.body
        self.closed = False

    def _asked(self, record: Record) -> None:
        draft = record.draft
        grant, team = self.grants[draft.by], self._there(record)
        seat = draft.body.get("seat", "")
        role = seat or (CONTROL if grant.leads else grant.role)
        command = put_together(role, draft.body["command"], nameless(record, grant.called))
        self._check(team, grant, duties.of_command(command, bool(seat)))
        team.submit(draft.at, command, grant.called if seat else None)

    def _check(self, team: Team, grant: Grant, duty: DutyName | None) -> None:
        """Raises Refused where nothing can be asked of the world now, or not by this seat."""
        if self.emergency:
            raise Refused("no-duff", "a real emergency: the exercise stands still")
        if not team.started:
            raise Refused("not-now", "the exercise has not begun")
        self.duties.check(duty, grant)

    def _started(self, record: Record) -> None:
        self.started = True
        for name, staffed in record.draft.body["staffed"].items():
            self.teams[name].start(tuple(staffed))

    def _recalled(self, record: Record) -> None:
        """A team begins as a run that was played elsewhere."""
        self.started = True
        self.teams[record.draft.team].recall(record.draft.body)

    def _retold(self, record: Record) -> None:
        ask_again(record, self._there(record).submit)

    def _turned(self, record: Record) -> None:
        self._there(record).exercise.reseed(record.draft.body["luck"])

    def _ran(self, record: Record) -> None:
        team = self._there(record)
        team.running, team.paused = True, NOTHING

    def _paused(self, record: Record) -> None:
        draft = record.draft
        self._there(record).pause(why_paused(draft.by, draft.body, draft.words))

    def _paced(self, record: Record) -> None:
        self._there(record).pace = record.draft.body["pace"]

    def _jumped(self, record: Record) -> None:
        self._there(record).jump(record.draft.body["to"])

    def _there(self, record: Record) -> Team:
        team = self.teams[record.draft.team]
        team.advance(record.draft.at)
        return team

    def _rewound(self, record: Record) -> None:
        team = self._there(record)
        team.rewind(record.draft.body["to"], record.draft.words.get("why", ""))
        self._wishes.pop(team.name, None)

    def _pointed(self, record: Record) -> None:
        """The clock is to pause at a second, or no longer."""
        self._there(record).hold_at(record.draft.body["second"], record.draft.body["off"])

    def _alerted(self, record: Record) -> None:
        """NO DUFF: everything freezes."""
        grant, why = self.grants[record.draft.by], record.draft.words.get("why", "")
        self.emergency = Emergency(grant.called, why, record.utc, 1 if self.header.single else 2)
        for team in self.teams.values():
            team.freeze(why)

    def _lifted(self, record: Record) -> None:
        """One seat of control says that it is over; the clocks stand until control lets them."""
        grant = self.grants[record.draft.by]
        if self.emergency is None:
            raise Refused("closed", "there is no emergency")
        self.emergency = self.emergency.lifted_by(grant.id)
        if self.emergency.over:
            self.emergency = None
            for team in self.teams.values():
                team.thaw()

    def _wished(self, record: Record) -> None:
        """ENDEX waits for another controller, or is not wished for any more."""
        team, grant = self._there(record), self.grants[record.draft.by]
        self._wishes.pop(team.name, None)
        if not record.draft.body["off"]:
            self._wishes[team.name] = EndRow(team.name, grant.id, grant.called)

    def _ended(self, record: Record) -> None:
        team, grant = self._there(record), self.grants[record.draft.by]
        self._check(team, grant, None)
        reason = record.draft.words.get("why", "")
        team.submit(record.draft.at, Conclude(CONTROL, reason=reason, by=grant.called))
        self._wishes.pop(team.name, None)

    def _assigned(self, record: Record) -> None:
        """A duty was taken, or given back."""
        duty, grant = record.draft.body["duty"], self.grants[record.draft.by]
        if record.draft.body["off"]:
            self.duties.give_back(duty)
        else:
            self.duties.take(duty, grant.id)

    def _written(self, record: Record) -> None:
        """For the review; perhaps about no team, or by somebody who is not named."""
        name, by = record.draft.team, record.draft.by
        team = self._there(record) if name or name in self.teams else None
        self.notebook.write(record, self.grants[by] if by else None, team.take if team else 0)

    def _invited(self, record: Record) -> None:
        grant = Grant(**record.draft.body["grant"], made=record.utc)
        if not grant.leads:
            # Only control looks through no role's eyes.
            _ = self.teams[grant.team], self.scenario.roles[grant.role]
        self.grants.add(grant)

    def _joined(self, record: Record) -> None:
        body, words = record.draft.body, nameless(record, "")
        self.grants.join(body["grant"], body["token"], words.get("name", ""))

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
    "jumped": Session._jumped, "rewound": Session._rewound, "pointed": Session._pointed,
    "alerted": Session._alerted, "lifted": Session._lifted, "wished": Session._wished,
    "ended": Session._ended, "assigned": Session._assigned, "observed": Session._written,
    "rated": Session._written, "set-aside": Session._written, "revealed": Session._written,
    "planned": Session._written, "fed-back": Session._written, "invited": Session._invited,
    "joined": Session._joined, "arrived": Session._arrived, "left": Session._left,
    "returned": Session._returned, "revoked": Session._revoked, "stood": Session._stood,
    "closed": Session._closed, "recovered": Session._recovered, "refused": Session._refused,
    "recalled": Session._recalled, "retold": Session._retold, "turned": Session._turned,
}  # fmt: skip
