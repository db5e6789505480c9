"""The journal of a run that somebody plays alone, written while it is played.

What was asked is on the disk before anything else is, so whoever is killed loses no deed, and of
the time that went by since no more than `EVERY`.
"""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import ExitStack, closing, suppress
from pathlib import Path
from typing import Final

from simulator.engine.exercise import Asked, Exercise
from simulator.session import folder, recalling, retelling
from simulator.session.errors import BadSession
from simulator.session.folder import JOURNAL
from simulator.session.journal import head
from simulator.session.journal.journal import Journal
from simulator.session.journal.reading import Written, read
from simulator.session.journal.record import Header
from simulator.session.retelling import OURS, Pen, Told

EVERY: Final = 5000
"""So many milliseconds after it was written last, the time that was reached is written again."""


class Diary:
    """Keeps a run that goes on in the folder of a session, which nobody else can take up
    meanwhile."""

    def __init__(
        self, path: Path, files: Mapping[str, bytes], header: Header, run: Exercise,
        told: Told, pen: Pen = OURS,
    ) -> None:  # fmt: skip
        """Write the session as it stood when `told` was made of the run, which may be played on
        meanwhile; `files` are those of its scenario.

        Raises what `retelling.write` does.
        """
        self.path = path
        self._header, self._run, self._pen = header, run, pen
        self._team, utc = told.team, header.created
        retelling.write(path, files, header, [told], utc, pen)
        with ExitStack() as undo:
            self._lock = folder.locked(path, undo)
            begun = read(path / JOURNAL)
            self._journal = folder.taken_up(path, begun, None, pen.disk, undo, pen.salt)
            undo.pop_all()
        self._told = sum(isinstance(deed, Asked) for deed in told.deeds)
        self._reached, self._utc = told.now, utc

    def follow(self, utc: int) -> None:
        """Write down what was asked since, and now and then what time it is.

        Raises DiskFull where there was no room for all of it, and then it may be called again;
        DiskFailed, OSError.
        """
        # Before what was asked is looked at: no second may be vouched for without all before it.
        now = self._run.now
        # One by one, so that what there is room for is kept.
        for deed in self._run.asked[self._told :]:
            self._journal.append([recalling.retold(self._team, deed)], utc)
            self._told += 1
        # The clock on the wall may be put back.
        if abs(utc - self._utc) >= EVERY and now > self._reached:
            self._vouch(self._journal, now, utc)

    def finish(self, utc: int) -> None:
        """Write down what is missing and how it all stands. What is there is read again for it and
        proved, for the last line may have been interrupted, or somebody else have touched it.

        Raises BadSession where it is not what was written; DiskFull, DiskFailed, OSError.
        """
        try:
            written = read(self.path / JOURNAL)
            if written.header != self._header:
                raise BadSession(f"{self.path} holds another session now")
            self._end(written, utc)
        finally:
            self.leave()

    def leave(self) -> None:
        """Let go of the folder, as it is."""
        # All of it was synced: whatever the system says at last, nothing is lost by that.
        with suppress(OSError):
            self._journal.close()
        self._lock.release()

    def _end(self, written: Written, utc: int) -> None:
        session = folder.replayed(self.path, written)
        team = session.teams[self._team]
        with closing(Journal(self.path / JOURNAL, *self._pen)) as journal:
            journal.go_on(written.seq, written.chain, written.length)
            for deed in self._run.asked[len(team.exercise.asked) :]:
                (record,) = journal.append([recalling.retold(team.name, deed)], utc)
                session.apply(record)
            team.advance(self._run.now)
            journal.append(retelling.stands(team), utc)
            self._vouch(journal, self._run.now, utc)

    def _vouch(self, journal: Journal, now: int, utc: int) -> None:
        journal.must_lie_in(self.path)
        last = head.Head(self._header.session, journal.seq, journal.chain, {self._team: now}, utc)
        head.write(self.path, last, self._pen.disk)
        self._reached, self._utc = now, utc
