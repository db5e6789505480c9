"""`--keep`: what was played alone, as the folder of a session to be looked into afterwards."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from itertools import chain, count
from pathlib import Path
from typing import Final

import click

from simulator.cli.beside import Beside
from simulator.cli.sentences import in_a_sentence, typed
from simulator.engine.exercise import Exercise
from simulator.scenario.characters import shown
from simulator.scenario.checks_sides import ONE_TEAM
from simulator.scenario.library import shipped
from simulator.scenario.scenario import Scenario
from simulator.session import retelling
from simulator.session.diary import Diary
from simulator.session.errors import BadSession, DiskFailed, DiskFull, failure
from simulator.session.folder import files_of
from simulator.session.journal.record import Header
from simulator.session.journal.whole import must_lie_outside
from simulator.session.recalling import Forked
from simulator.session.retelling import Told

NO_FORK: Final = Forked()
AT_FIRST: Final = 2.0
PATIENCE: Final = 0.1
"""So many seconds the screen waits for the disk, before play begins and then at a time."""


class Keep:
    """Keeps one run in the folder `path`: at its end or, where `follow` is called meanwhile, while
    it is played. `scenario` is where the scenario lies, None while it is not chosen yet: its files
    are kept as they were when play began.

    Raises BadSession where there is something already; OSError where nothing could be kept.
    """

    def __init__(self, path: Path, scenario: Path | None = None) -> None:
        self.path = path
        if _taken(path):
            raise BadSession(f"{path} is there already; name a folder that is not")
        must_lie_outside(path)
        # Its place must be ours to write in, for it takes the name only once it is whole.
        if there := path.exists():
            path.rmdir()
        path.mkdir(parents=True)
        if not there:
            path.rmdir()
        self._begun = _now()
        self._files = files_of(scenario) if scenario else {}
        self._run: Exercise | None = None
        self._header: Header | None = None
        self._forked = NO_FORK
        self._diary: Diary | None = None
        self._beside: Beside | None = None
        self._why = ""

    def begin(
        self, scenario: Scenario, run: Exercise, pace: float, *, team: str = "",
        forked: Forked = NO_FORK,
    ) -> None:  # fmt: skip
        """This is the run that is played from now on; `forked` says of what it is a fork, and
        beside how many rivals it is played."""
        self._files = self._files or files_of(shipped()[scenario.id])
        self._run, self._forked = run, forked
        called = team or run.setup.side or ONE_TEAM
        self._header = retelling.header_of(scenario, run.setup, (called,), pace, self._begun)

    def follow(self) -> str:
        """Keep at once what was played since; why that can't be, which is empty while it can.

        A disk that takes longer than `PATIENCE` is not waited for. Where it can't be kept at all,
        `write` tries it once more at the end.
        """
        if self._run is None or self._header is None:
            return self._why
        if self._beside is None:
            (team,) = self._header.teams
            told = retelling.told_of(team, self._run, self._forked, playing=True)
            opened = partial(self._opened, self._header, self._run, told)
            self._beside = Beside(partial(self._follow, opened))
            self._beside.again(AT_FIRST)
        else:
            self._beside.again(PATIENCE)
        return self._why

    def _follow(self, opened: Callable[[], Diary]) -> None:
        if self._why and not self._diary:
            return
        try:
            if self._diary:
                self._diary.follow(_now())
            else:
                self._diary = opened()
            self._why = ""
        except DiskFull as full:
            self._why = str(full)
        except (BadSession, DiskFailed, OSError) as failed:
            self._why = str(failed)
            self._leave()

    def write(self) -> str:
        """Keep what was played up to now, once; a sentence that says where, or nothing where
        nothing was played. The run may stand in the middle of a second.

        Raises BadSession, DiskFull, DiskFailed, OSError.
        """
        run, header, self._run = self._run, self._header, None
        if run is None or header is None:
            return ""
        path = self._finished() or self._written(header, run)
        where, name = shown(str(path)), typed(path)
        return f"What was played is kept in {where}: kulla report {name}, kulla replay {name}."

    def end(self) -> None:
        """Keep it, and say so. Raises ClickException."""
        with in_a_sentence():
            said = self.write()
        if said:
            click.echo(said, err=True)

    def _opened(self, header: Header, run: Exercise, told: Told) -> Diary:
        path = self._free()
        with _named(path):
            return Diary(path, self._files, header, run, told)

    def _finished(self) -> Path | None:
        """The folder that was written meanwhile; None where there is none, or it is not any more
        what was written, so that all has to be told once more."""
        beside, self._beside = self._beside, None
        if beside:
            beside.end()
        diary, self._diary = self._diary, None
        if diary is None:
            return None
        try:
            diary.finish(_now())
        except DiskFull as full:
            raise DiskFull(f"{full}; what was played before is kept in {diary.path}") from full
        except (BadSession, DiskFailed, OSError):
            return None
        return diary.path

    def _written(self, header: Header, run: Exercise) -> Path:
        (team,) = header.teams
        path = self._free()
        told = retelling.told_of(team, run, self._forked)
        with _named(path):
            retelling.write(path, self._files, header, [told], _now())
        return path

    def _leave(self) -> None:
        if self._diary:
            self._diary.leave()
            self._diary = None

    def _free(self) -> Path:
        """The folder, or one beside it where somebody has put something into it meanwhile."""
        others = (self.path.with_name(f"{self.path.name}-{number}") for number in count(2))
        return next(path for path in chain([self.path], others) if not _taken(path))


@contextmanager
def _named(path: Path) -> Iterator[None]:
    """An error of the system that names no file is one of this folder's."""
    try:
        yield
    except OSError as error:
        raise failure(error, str(path)) if error.filename is None else error from None


def _taken(path: Path) -> bool:
    return any(path.iterdir()) if path.is_dir() else path.exists()


def _now() -> int:
    return time.time_ns() // 1_000_000
