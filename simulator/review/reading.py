"""Reads a session's folder as a record of what was played; the folder stays as it is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from simulator.engine.commands import CONTROL
from simulator.engine.exercise import Exercise
from simulator.review.recorded import Deed, Person, Recorded, Roster, Stop, Take, Tick
from simulator.scenario.reader import collector_resting
from simulator.session import folder
from simulator.session.asking import put_together
from simulator.session.errors import with_cure
from simulator.session.folder import JOURNAL
from simulator.session.journal import head
from simulator.session.journal.head import Head
from simulator.session.journal.reading import Written, read
from simulator.session.journal.record import Record
from simulator.session.recalling import asked_in
from simulator.session.room import NoDuffRow
from simulator.session.session import Answer, Session
from simulator.session.team import Team

ELSEWHERE: Final = ("recalled", "retold", "turned")
"""Kinds of records that tell of what was played elsewhere, so that their times say nothing."""
EVERYBODYS: Final = ("started", "alerted", "lifted")
"""Kinds of records that name no team and turn the clocks of all."""
CONTROLS: Final = ("assigned", "wished", "ended", "rewound", "arrived", "revoked")
"""Kinds of records after which the work of control may be shared otherwise."""


def recorded(path: Path) -> Recorded:
    """All that the folder tells. A host may be writing to it meanwhile.

    Raises BadSession where there is no session or anything is not as it was written; OSError.
    """
    folder.must_be_there(path)
    with with_cure(path), collector_resting():
        # Before the journal: a host that runs writes it after.
        kept = head.read(path)
        written = read(path / JOURNAL)
        folder.vouched(path, kept, written)
        return played(folder.begun(path, written.header), written, kept)


def played(session: Session, written: Written, kept: Head) -> Recorded:
    """The same of what was read, when it is played in a session that has not begun.

    Raises BadJournal with the first line that can't be played.
    """
    reader = _Reader(session)
    for record, answer in folder.playing(session, written, reader.before):
        reader.after(record, answer)
    folder.reach(session, kept)
    takes = {name: reel.taken() for name, reel in reader.reels.items()}
    rosters = tuple(reader.rosters)
    return Recorded(written, session, takes, reader.people(), reader.hosts, rosters)


@dataclass
class _Reel:
    """What is gathered of a team while its journal is played."""

    team: Team
    takes: list[Take] = field(default_factory=list)
    deeds: list[Deed] = field(default_factory=list)
    ticks: list[Tick] = field(default_factory=list)
    stops: list[Stop] = field(default_factory=list)
    since: int = 0
    why: str = ""
    begin: int = 0
    world: Exercise | None = None

    def look(self, at: int) -> None:
        """Before a record of this second has its effect."""
        if self.team.started:
            self.team.advance(at)
        self.world = self.team.exercise
        self.begin = len(self.world.log)

    def tick(self, utc: int, emergency: NoDuffRow | None) -> None:
        """After a record that may have turned the clock, or stopped it."""
        team = self.team
        if team.started:
            going = team.running and not team.over
            self.ticks.append(Tick(utc, team.now, going, team.pace, team.holds))
            if not (team.running or team.over):
                self._stand(Stop(team.now, utc, team.paused, emergency))

    def _stand(self, stop: Stop) -> None:
        """Why it stands; once, as long as that is the same."""
        last = self.stops[-1] if self.stops else None
        if last is None or last._replace(utc=stop.utc) != stop:
            self.stops.append(stop)

    def cut(self, record: Record) -> None:
        """Control has gone back: what was played so far is one take."""
        assert self.world is not None
        self.takes.append(self._take(self.world))
        self.since = record.draft.body["to"]
        self.why = record.draft.words.get("why", "")
        self.deeds = [deed for deed in self.deeds if deed.at < self.since]
        self.ticks = [tick for tick in self.ticks if tick.at <= self.since]
        self.stops = [stop for stop in self.stops if stop.at < self.since]

    def taken(self) -> tuple[Take, ...]:
        return (*self.takes, self._take(self.team.exercise))

    def _take(self, run: Exercise) -> Take:
        return Take(
            self.team.name, len(self.takes) + 1, self.since, run.now, self.why, run,
            tuple(self.deeds), tuple(self.ticks), tuple(self.stops),
        )  # fmt: skip


class _Reader:
    """Looks on while a session is played, record by record."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self.reels = {name: _Reel(team) for name, team in session.teams.items()}
        self.hosts = 0
        self.rosters: list[Roster] = []
        self._came: dict[str, int] = {}
        self._left: dict[str, int] = {}

    def before(self, record: Record) -> None:
        reel = self.reels.get(record.draft.team)
        if reel:
            reel.look(record.draft.at)

    def after(self, record: Record, answer: Answer | None) -> None:
        draft = record.draft
        self.hosts += draft.kind == "opened"
        reel = self.reels.get(draft.team)
        if draft.kind == "rewound" and reel and (answer is None or answer.done):
            reel.cut(record)
        elif draft.kind == "asked" and reel:
            reel.deeds.append(self._deed(record, answer, reel))
        elif draft.kind == "retold" and reel:
            reel.deeds.append(_told_again(record, reel))
        moved = self.reels.values() if draft.kind in EVERYBODYS else [reel] if reel else []
        for each in moved if draft.kind not in ELSEWHERE else ():
            each.tick(record.utc, self._session.no_duff)
        if draft.kind in CONTROLS:
            self._share(record.utc)
        self._meet(record)

    def _share(self, utc: int) -> None:
        """How the work of control is shared from now on."""
        session = self._session
        self.rosters.append(Roster(utc, session.duties.rows, tuple(session.ending.values())))

    def _deed(self, record: Record, answer: Answer | None, reel: _Reel) -> Deed:
        draft = record.draft
        grant, seat = self._session.grants[draft.by], draft.body.get("seat", "")
        role = seat or (CONTROL if grant.leads else grant.role)
        return Deed(
            record.seq, record.utc, draft.at, draft.by,
            put_together(role, draft.body["command"], draft.words),
            grant.called if seat else None, reel.begin, len(reel.team.exercise.log),
            "" if answer is None else answer.code,
        )  # fmt: skip

    def _meet(self, record: Record) -> None:
        """When people came, and when they were gone."""
        name = record.draft.body.get("grant")
        match record.draft.kind:
            case "arrived":
                self._came.setdefault(str(name), record.utc)
                before = self._session.grants[str(name)].replaces
                if before:
                    self._left.setdefault(before, record.utc)
            case "revoked":
                self._left.setdefault(str(name), record.utc)
            case _:
                pass

    def people(self) -> tuple[Person, ...]:
        """All who ever took their seat, in the order in which they were invited, then those who
        played alone."""
        invited = tuple(
            Person(
                grant.id, grant.called, grant.part, grant.team, grant.role, self._came[grant.id],
                self._left.get(grant.id), grant.replaces,
            )
            for grant in self._session.grants
            if grant.id in self._came
        )  # fmt: skip
        return (*invited, *self._alone({(person.team, person.role) for person in invited}))

    def _alone(self, known: set[tuple[str, str]]) -> Iterator[Person]:
        """Those who sat in seats that nobody was invited to."""
        begun = self._session.header.created
        for team in self._session.teams.values():
            for role in team.exercise.state.staffed if team.forked else ():
                if (team.name, role) not in known:
                    called = self._session.scenario.roles[role].short or role
                    id = alone(team.name, role)
                    yield Person(id, called, "player", team.name, role, begun, None)


def alone(team: str, role: str) -> str:
    """Stands for who played this role alone, where others have a grant; it opens no seat."""
    return f"{team}.{role}"


def _told_again(record: Record, reel: _Reel) -> Deed:
    """What was asked where the run was played before. Who asked is known of who played alone."""
    at, command, stand_in = asked_in(record)
    team, forked = reel.team, reel.team.forked
    mine = forked and at >= forked.at and command.role in team.exercise.state.staffed
    by = alone(team.name, command.role) if mine and stand_in is None else ""
    return Deed(
        record.seq, record.utc, at, by, command, stand_in, reel.begin, len(team.exercise.log)
    )  # fmt: skip
