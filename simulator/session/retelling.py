"""Writes a session whose teams begin as runs that were played elsewhere: whole, or not at all."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing
from pathlib import Path
from typing import Final, NamedTuple

import simulator
from simulator.engine.exercise import Asked, Exercise, Setup, Turn, in_order
from simulator.scenario.scenario import Scenario
from simulator.session import drafting, folder, recalling
from simulator.session.folder import JOURNAL, SCENARIO
from simulator.session.journal import head
from simulator.session.journal.disk import Disk
from simulator.session.journal.journal import Journal, new_salt
from simulator.session.journal.record import Draft, Header
from simulator.session.journal.whole import whole
from simulator.session.recalling import Forked
from simulator.session.sayings import RECALLED
from simulator.session.session import Session
from simulator.session.team import Team


class Told(NamedTuple):
    """A run that was played up to second `now`. `vacated` is whether its people have stayed there,
    so that bots hold all seats until others come; `playing` is whether it is still played, so that
    nothing is told yet of how it stands."""

    team: str
    staffed: tuple[str, ...]
    deeds: tuple[Asked | Turn, ...]
    now: int
    forked: Forked
    vacated: bool = False
    playing: bool = False


class Pen(NamedTuple):
    """What a session is written with: the disk, and what makes the salt of words."""

    disk: Disk
    salt: Callable[[], str] = new_salt


OURS: Final = Pen(Disk())


def told_of(
    team: str, run: Exercise, forked: Forked, *, vacated: bool = False, playing: bool = False
) -> Told:
    """All that it takes to play the run again. It may be in the middle of a second."""
    deeds = tuple(in_order(run.turns, run.asked))
    return Told(team, run.setup.staffed, deeds, run.now, forked, vacated, playing)


def header_of(
    scenario: Scenario, setup: Setup, teams: tuple[str, ...], pace: float, created: int
) -> Header:
    """The header of a session in which this was chosen."""
    return Header(
        secrets.token_hex(8), simulator.__version__, simulator.ENGINE, scenario.id,
        scenario.digest, setup.seed, teams, setup.bots, setup.having, setup.lacking, pace,
        created, level=setup.level,
    )  # fmt: skip


def write(
    path: Path, files: Mapping[str, bytes], header: Header, runs: Sequence[Told], utc: int,
    pen: Pen = OURS,
) -> Session:  # fmt: skip
    """Write the folder of a session in which these runs stand where they stood, paused; as it
    stands then. `files` are those of the scenario, by their names in it.

    Raises BadSession where there is something already, BadScenario, Refused where the header asks
    for what the scenario lacks, DiskFull, DiskFailed, OSError.
    """
    disk = pen.disk
    with whole(path, disk) as new:
        session = Session(folder.put_down(files, new / SCENARIO, disk), header)
        with closing(Journal(new / JOURNAL, *pen)) as journal:
            journal.begin(header)
            for records in ([*told] for run in runs for told in _parts(run, session)):
                for record in journal.append(records, utc):
                    session.apply(record)
            now = {team.name: team.now for team in session.teams.values()}
            last = head.Head(header.session, journal.seq, journal.chain, now, utc)
        head.write(new, last, disk)
    return session


def _parts(run: Told, session: Session) -> Iterator[Iterator[Draft]]:
    """What was asked; then, once it was asked again, where all that has led."""
    yield _asked(run)
    session.teams[run.team].advance(run.now)
    if not run.playing:
        yield stands(session.teams[run.team], vacated=run.vacated)


def _asked(run: Told) -> Iterator[Draft]:
    yield recalling.recalled(run.team, run.staffed, run.forked)
    for deed in run.deeds:
        yield recalling.retold(run.team, deed)


def stands(team: Team, *, vacated: bool = False) -> Iterator[Draft]:
    """How its world stands now, and that its clock does; where it is `vacated`, bots hold it."""
    yield drafting.standing(team)
    for role in team.exercise.state.staffed if vacated else ():
        yield Draft("left", team=team.name, at=team.now, body={"role": role})
    words = {"why": RECALLED.into("en")}
    yield Draft("paused", team=team.name, at=team.now, words=words)
