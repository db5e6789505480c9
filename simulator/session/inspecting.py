"""Looking at a session without hosting it: what can be trusted, who vouches, what is lost."""

from __future__ import annotations

import shutil
from contextlib import closing
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Final

import simulator
from simulator.session import folder
from simulator.session.errors import BadJournal, BadSession, Cure, with_cure
from simulator.session.folder import JOURNAL, SCENARIO
from simulator.session.journal import head, lock
from simulator.session.journal.disk import Disk
from simulator.session.journal.head import Head
from simulator.session.journal.journal import Journal
from simulator.session.journal.reading import Written, read_prefix
from simulator.session.journal.record import Draft
from simulator.session.journal.whole import whole
from simulator.session.session import Seen, Session

CERTIFICATES: Final = ("certificate.pem", "key.pem")


@dataclass(frozen=True, slots=True)
class Anchor:
    """Something outside of the journal that vouches for records 1 to `upto`; `fault` says why it
    speaks against the journal instead. A client vouches for what its grant, `by`, has asked and
    was answered, and for the time, but not for what others did."""

    name: str
    upto: int
    fault: str = ""
    by: str = ""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was found. `hashes` are the state hashes of the teams after the last record, `takes`
    the takes that they are in."""

    written: Written | None
    fault: BadJournal | None
    replay: str
    anchors: tuple[Anchor, ...]
    hashes: dict[str, str]
    takes: dict[str, int] = field(default_factory=dict)
    cure: Cure = "recover"
    """What helps where it is not sound."""

    @property
    def sound(self) -> bool:
        """Whether nothing at all speaks against the session."""
        against = (anchor.fault for anchor in self.anchors)
        return self.fault is None and not self.replay and not any(against)


@dataclass(frozen=True, slots=True)
class Claim:
    """What a client's own file says that it has seen of a session."""

    name: str
    session: str
    grant: str
    seen: Seen


def verify(path: Path, mirror: Path | None = None, claims: tuple[Claim, ...] = ()) -> Verdict:
    """Read and replay everything; claims about other sessions are left aside.

    Raises BadSession where there is no session; OSError.
    """
    folder.must_be_there(path)
    # Before the journal: a host that runs writes it after.
    kept = _head(path)
    written, fault = read_prefix(path / JOURNAL)
    if written is None:
        return Verdict(None, fault, "", (), {}, cure=fault.cure if fault else "copy")
    session, bad = _played(path, written)
    teams = session.teams.values() if session else ()
    hashes = {team.name: team.exercise.state.hash() for team in teams}
    takes = {team.name: team.take for team in teams}
    anchors = [_by_head(kept, written)]
    if mirror:
        anchors.append(_by_mirror(mirror, path))
    if session:
        if isinstance(kept, Head) and not head.fault(kept, written):
            folder.reach(session, kept)
        ours = [claim for claim in claims if claim.session == written.header.session]
        anchors += (_by_client(session, written, claim) for claim in ours)
    replay, cure = (bad.sentence, bad.cure) if bad else ("", "recover")
    return Verdict(written, fault, replay, tuple(anchors), hashes, takes, cure)


def _played(path: Path, written: Written) -> tuple[Session | None, BadSession | None]:
    try:
        return folder.played(path, written), None
    except BadSession as bad:
        return None, bad


def _head(path: Path) -> Head | BadSession:
    try:
        return head.read(path)
    except BadSession as bad:
        return bad


def _by_head(kept: Head | BadSession, written: Written) -> Anchor:
    if isinstance(kept, BadSession):
        return Anchor("head file", 0, kept.sentence)
    wrong = head.fault(kept, written)
    return Anchor("head file", 0 if wrong else kept.seq, wrong)


def _by_mirror(mirror: Path, path: Path) -> Anchor:
    copy = mirror / JOURNAL
    name = f"mirror {copy}"
    if not copy.is_file():
        return Anchor(name, 0, f"{copy} is not there")
    copied, original = _lines(copy), _lines(path / JOURNAL)
    same = next(
        (n for n, (mine, theirs) in enumerate(zip(copied, original, strict=False))
         if mine != theirs),
        min(len(copied), len(original)),
    )  # fmt: skip
    if same == len(copied):
        return Anchor(name, max(0, same - 1))
    return Anchor(name, max(0, same - 1), f"it does not agree with the journal's line {same + 1}")


def _lines(path: Path) -> list[bytes]:
    """The whole lines of a journal."""
    return path.read_bytes().split(b"\n")[:-1]


def _by_client(session: Session, written: Written, claim: Claim) -> Anchor:
    name = f"client {claim.name}"
    if session.grants.get(claim.grant) is None or not session.vouches_for(claim.grant, claim.seen):
        return Anchor(
            name, 0, "it has seen more of this session than the journal holds", claim.grant
        )
    firsts: dict[str, int] = {}
    for record in written.records:
        if record.draft.by == claim.grant and "id" in record.draft.body:
            firsts.setdefault(record.draft.body["id"], record.seq)
    told = [0, *firsts.values()][: claim.seen.answers + 1]
    return Anchor(name, told[-1], by=claim.grant)


@dataclass(frozen=True, slots=True)
class Recovered:
    """`kept` records were saved; what came from the line of `fault` on is lost, in bytes. The old
    head file had seen `vouched` records."""

    kept: int
    lost_bytes: int
    fault: BadJournal | None
    vouched: int


def recover(path: Path, to: Path, disk: Disk | None = None) -> Recovered:
    """Write a new session with the longest beginning of the journal that can be trusted.

    The old one stays as it is. Raises BadSession where nothing can be saved or the new folder is
    there already, HeldElsewhere while a host still writes to the old one; DiskFull, DiskFailed,
    OSError.
    """
    folder.must_be_there(path)
    if to.exists():
        raise BadSession(f"{to} is there already; name a folder that is not")
    with with_cure(path):
        lock.must_be_free(path)
        raw = (path / JOURNAL).read_bytes()
        written, fault = _trusted(path, raw)
    last = _last_head(path, written)
    disk = disk or Disk()
    with whole(to, disk) as new:
        shutil.copytree(path / SCENARIO, new / SCENARIO)
        for name in CERTIFICATES:
            if (path / name).is_file():
                shutil.copy2(path / name, new / name)
        disk.replace(new / JOURNAL, raw[: written.length])
        lost = len(raw) - written.length
        _write_on(
            new,
            written,
            Draft("recovered", body={"lost": lost}, words={"why": str(fault or "asked for")}),
            last,
            disk,
        )
    return Recovered(written.seq, lost, fault, last.seq)


def _trusted(path: Path, raw: bytes) -> tuple[Written, BadJournal | None]:
    """As much of the journal as can be read and played. Raises BadSession."""
    written, fault = read_prefix(path / JOURNAL)
    if written is None:
        raise BadSession(f"{path}: nothing can be saved: {fault}", fault.cure if fault else "copy")
    try:
        folder.played(path, written)
    except BadJournal as bad:
        if written.header.engine != simulator.ENGINE:
            # Then it is this engine that plays otherwise, and nothing before is right either.
            raise
        lines = raw.split(b"\n")[: bad.line - 1]
        kept = bad.line - 2
        return Written(
            written.header, written.records[:kept], written.chains[: kept + 1],
            sum(len(line) + 1 for line in lines), 0,
        ), bad  # fmt: skip
    return written, fault


def _write_on(path: Path, written: Written, last: Draft, kept: Head, disk: Disk) -> None:
    """One more record behind a journal that was copied, and a head that vouches for all."""
    utc = written.records[-1].utc if written.records else written.header.created
    with closing(Journal(path / JOURNAL, disk)) as journal:
        journal.go_on(written.seq, written.chain, written.length)
        journal.append([last], utc)
    now = Head(
        written.header.session, journal.seq, journal.chain, kept.reached, utc, kept.takes
    )  # fmt: skip
    head.write(path, now, disk)


def _last_head(path: Path, written: Written) -> Head:
    """The old head file: what it vouched for, and the times that are still true."""
    try:
        kept = head.read(path)
    except BadSession:
        return Head(written.header.session, 0, "", {}, 0)
    return replace(kept, reached={}) if head.fault(kept, written) else kept
