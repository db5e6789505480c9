"""A session's folder: the journal, its head, the scenario as it was, a lock, a reserve."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, closing
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from shlex import quote
from typing import Final

import simulator
from simulator.engine.errors import Refused
from simulator.scenario.folder import Files
from simulator.scenario.load import BadScenario, load
from simulator.scenario.reader import collector_resting
from simulator.scenario.scenario import Scenario
from simulator.session import system
from simulator.session.errors import BadJournal, BadSession, with_cure
from simulator.session.journal import head, reserve
from simulator.session.journal.disk import Disk
from simulator.session.journal.journal import Journal, new_salt
from simulator.session.journal.lock import Lock
from simulator.session.journal.mirror import Mirror
from simulator.session.journal.reading import Written, read
from simulator.session.journal.record import Header, Record
from simulator.session.journal.whole import NAME, whole
from simulator.session.session import Answer, Session
from simulator.speech import Saying

JOURNAL: Final = NAME
SCENARIO: Final = "scenario"
TESTS: Final = "tests"


@dataclass(frozen=True, slots=True)
class Opened:
    """A session in the hands of this process. `notes` are for whoever opened it."""

    path: Path
    session: Session
    journal: Journal
    lock: Lock
    disk: Disk
    notes: tuple[Saying, ...] = ()

    def close(self) -> None:
        self.journal.close()
        self.lock.release()


def create(
    path: Path,
    scenario: Path,
    header: Header,
    *,
    mirror: Path | None = None,
    disk: Disk | None = None,
) -> Opened:
    """Begin a session in a new folder.

    Raises BadSession where there is something already, BadScenario, Refused where the header asks
    for what the scenario lacks, DiskFull, DiskFailed, OSError. What is not whole leaves no folder.
    """
    disk = disk or Disk()
    if path.exists() and any(path.iterdir()):
        going_on = f"kulla resume {quote(str(path))} goes on with it"
        raise BadSession(f"{path} is there already; {going_on}")
    with whole(path, disk) as new:
        session = Session(_copied(scenario, new / SCENARIO, disk), header)
        with closing(Journal(new / JOURNAL, disk)) as journal:
            journal.begin(header)
        reserve.set_aside(new, disk)
        begun = head.Head(header.session, 0, journal.chain, {}, header.created)
        head.write(new, begun, disk)
        if mirror:
            Mirror(new / JOURNAL, mirror, disk).close()
    with ExitStack() as undo:
        lock = locked(path, undo)
        again = taken_up(path, journal, mirror, disk, undo)
        undo.pop_all()
    return Opened(path, session, again, lock, disk)


def open_(path: Path, *, mirror: Path | None = None, disk: Disk | None = None) -> Opened:
    """Take a session up again: everything in its journal is played anew.

    Raises BadSession where anything is not as it was written, and HeldElsewhere; OSError.
    """
    disk = disk or Disk()
    must_be_there(path)
    with with_cure(path), ExitStack() as undo:
        lock = locked(path, undo)
        with collector_resting():
            written = read(path / JOURNAL)
            session = replayed(path, written)
        journal = taken_up(path, written, mirror, disk, undo)
        undo.pop_all()
    return Opened(path, session, journal, lock, disk, tuple(_notes(path, written, disk)))


def locked(path: Path, undo: ExitStack) -> Lock:
    """Raises HeldElsewhere; OSError."""
    lock = Lock(path, _now())
    undo.callback(lock.release)
    return lock


def taken_up(
    path: Path, upto: Written | Journal, mirror: Path | None, disk: Disk, undo: ExitStack,
    salt: Callable[[], str] = new_salt,
) -> Journal:  # fmt: skip
    """The journal to go on with. Nothing is touched before all was found right."""
    copy = Mirror(path / JOURNAL, mirror, disk, upto.length) if mirror else None
    if copy:
        undo.callback(copy.close)
    journal = Journal(path / JOURNAL, disk, salt)
    undo.callback(journal.close)
    journal.go_on(upto.seq, upto.chain, upto.length)
    journal.mirror = copy
    return journal


def _notes(path: Path, written: Written, disk: Disk) -> Iterator[Saying]:
    if written.torn:
        yield Saying(
            "{number} bytes of an interrupted write were dropped; nobody was told of them",
            {"number": written.torn},
        )
    if written.header.engine != simulator.ENGINE:
        yield Saying(
            "this was begun with engine {begun}, and goes on with engine {here}",
            {"begun": written.header.engine, "here": simulator.ENGINE},
        )
    for record in written.records:
        if record.draft.kind == "recovered":
            yield Saying(
                "this session was recovered up to record {number}, no further: {why}",
                {"number": record.seq - 1, "why": record.draft.words.get("why", "")},
            )
    try:
        reserve.set_aside(path, disk)
    except OSError as error:
        yield Saying(
            "no room is set aside for the last records of the session: {why}",
            {"why": error.strerror},
        )


def replayed(path: Path, written: Written) -> Session:
    """The session that this journal tells of. Raises BadSession where it can't be."""
    kept = head.read(path)
    vouched(path, kept, written)
    session = played(path, written)
    reach(session, kept)
    return session


def vouched(path: Path, kept: head.Head, written: Written) -> None:
    """Raises BadSession where the head file does not vouch for the journal beside it."""
    if wrong := head.fault(kept, written):
        raise BadSession(f"{path}: {wrong}", "recover")


def head_of(opened: Opened, utc: int) -> head.Head:
    """How far the journal and every team have come."""
    session, journal = opened.session, opened.journal
    teams = session.teams.values()
    reached = {team.name: team.now for team in teams}
    takes = {team.name: team.take for team in teams}
    return head.Head(session.header.session, journal.seq, journal.chain, reached, utc, takes)


def reach(session: Session, kept: head.Head) -> None:
    """Play every team on to the second that somebody may have seen of the take it is in: what was
    seen of one before is undone."""
    for name, second in kept.reached.items():
        team = session.teams.get(name)
        if team and team.take == kept.takes.get(name, 1):
            team.advance(max(second, team.now))


def played(path: Path, written: Written) -> Session:
    """The session after the last record, whatever the head says.

    Raises BadJournal with the first line that can't be played, BadSession.
    """
    session = begun(path, written.header)
    for _ in playing(session, written):
        pass
    return session


def begun(path: Path, header: Header) -> Session:
    """The session before its first record. Raises BadSession."""
    if header.engine > simulator.ENGINE:
        raise BadSession(
            f"{path} was begun by Kulla {header.kulla} with engine {header.engine}; this is Kulla "
            f"{simulator.__version__}, whose engine {simulator.ENGINE} may play it otherwise",
            "kulla",
        )
    scenario = _kept_scenario(path, header)
    try:
        return Session(scenario, header)
    except Refused as refused:
        same = header.engine == simulator.ENGINE
        raise BadSession(f"{path}: {refused.sentence}", "copy" if same else "kulla") from refused


def playing(
    session: Session, written: Written, before: Callable[[Record], None] = lambda record: None
) -> Iterator[tuple[Record, Answer | None]]:
    """Let each record have its effect, one by one, and say what was answered to it; `before` is
    called while the session still is as it was.

    Raises BadJournal with the first line that can't be played.
    """
    for record in written.records:
        before(record)
        try:
            answer = session.apply(record)
        except BadSession as bad:
            # What another engine has played, it may go on with.
            same = written.header.engine == simulator.ENGINE
            raise BadJournal(record.seq + 1, bad.sentence, "recover" if same else "kulla") from bad
        yield record, answer


def must_be_there(path: Path) -> None:
    """Raises BadSession where there is no session."""
    if not (path / JOURNAL).is_file():
        raise BadSession(
            f"{path} is no session: it holds no {JOURNAL}; name a folder that kulla host, or "
            "--keep, has made"
        )


def _kept_scenario(path: Path, header: Header) -> Scenario:
    copy = f"{path}: its copy of the scenario"
    try:
        scenario = load(path / SCENARIO)
    except BadScenario as bad:
        raise BadSession(f"{copy} was changed: {bad.problems[0]}", "scenario") from bad
    except OSError as missing:
        raise BadSession(f"{copy} can't be read: {missing.strerror}", "scenario") from None
    if scenario.digest != header.digest:
        raise BadSession(f"{copy} was changed since the session began", "scenario")
    return scenario


def _copied(scenario: Path, to: Path, disk: Disk) -> Scenario:
    """Copy the files that make up a scenario, and load the copy. Raises BadScenario; OSError."""
    load(scenario)
    return put_down(files_of(scenario), to, disk)


def files_of(scenario: Path) -> dict[str, bytes]:
    """The files that make up a scenario, by their names in it. Raises OSError.

    Its tests go along: a review asks them whether what was planned has come about.
    """
    tests = sorted((scenario / TESTS).glob("*.yaml"))
    beside = {f"{TESTS}/{file.name}": file.read_bytes() for file in tests}
    return {**Files(scenario).raw, **beside}


def put_down(files: Mapping[str, bytes], to: Path, disk: Disk) -> Scenario:
    """Write the files of a scenario to a new folder, and load it. Raises BadScenario; OSError."""
    for name, raw in files.items():
        copy = to / name
        copy.parent.mkdir(parents=True, exist_ok=True, mode=system.PRIVATE_FOLDER)
        file = disk.open(copy)
        try:
            disk.write(file, raw)
        finally:
            disk.close(file)
    return load(to)


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
