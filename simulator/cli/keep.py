"""`--keep`: what was played alone, as the folder of a session to be looked into afterwards."""

import time
from itertools import chain, count
from pathlib import Path

import click

from simulator.cli.sentences import in_a_sentence
from simulator.engine.exercise import Exercise
from simulator.scenario.checks_sides import ONE_TEAM
from simulator.scenario.library import shipped
from simulator.scenario.scenario import Scenario
from simulator.session import retelling
from simulator.session.errors import BadSession
from simulator.session.folder import files_of
from simulator.session.recalling import Forked


class Keep:
    """Keeps one run in the folder `path`. `scenario` is where the scenario lies, None while it is
    not chosen yet: its files are kept as they were when play began.

    Raises BadSession where there is something already; OSError where nothing could be kept.
    """

    def __init__(self, path: Path, scenario: Path | None = None) -> None:
        self.path = path
        if _taken(path):
            raise BadSession(f"{path} is there already; name a folder that is not")
        if not path.exists():
            path.mkdir(parents=True)
            path.rmdir()
        self._begun = _now()
        self._files = files_of(scenario) if scenario else {}
        self._run: Exercise | None = None
        self._scenario: Scenario | None = None
        self._pace = 0.0
        self._team, self._forked = ONE_TEAM, Forked()

    def begin(self, scenario: Scenario, run: Exercise, pace: float) -> None:
        """This is the run that is played from now on."""
        self._files = self._files or files_of(shipped()[scenario.id])
        self._scenario, self._run, self._pace = scenario, run, pace
        if run.setup.side:
            self._team = run.setup.side

    def fork(self, team: str, forked: Forked) -> None:
        """What it is a fork of."""
        self._team, self._forked = team, forked

    def write(self) -> str:
        """Keep what was played up to now, once; a sentence that says where, or nothing where
        nothing was played. The run may stand in the middle of a second.

        Raises BadSession, DiskFull, DiskFailed, OSError.
        """
        run, scenario, self._run = self._run, self._scenario, None
        if run is None or scenario is None:
            return ""
        told = retelling.told_of(self._team, run, self._forked)
        header = retelling.header_of(scenario, run.setup, (self._team,), self._pace, self._begun)
        path = self._free()
        retelling.write(path, self._files, header, [told], _now())
        return f"What was played is kept in {path}: kulla report {path}, kulla replay {path}."

    def end(self) -> None:
        """Keep it, and say so. Raises ClickException."""
        with in_a_sentence():
            said = self.write()
        if said:
            click.echo(said, err=True)

    def _free(self) -> Path:
        """The folder, or one beside it where somebody has put something into it meanwhile."""
        others = (self.path.with_name(f"{self.path.name}-{number}") for number in count(2))
        return next(path for path in chain([self.path], others) if not _taken(path))


def _taken(path: Path) -> bool:
    return any(path.iterdir()) if path.is_dir() else path.exists()


def _now() -> int:
    return time.time_ns() // 1_000_000
