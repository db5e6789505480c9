"""`kulla fork`: goes on playing from a moment of a session that was recorded, as a new one.

A screen to play on is given from outside; what is to be hosted needs none.
"""

import secrets
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final, NamedTuple

import click

import simulator
from simulator.cli.exits import FINE
from simulator.cli.host import at_terminal, with_options
from simulator.cli.keep import Keep
from simulator.cli.keeping import FOLDER
from simulator.cli.moments import EXAMPLES, second_of
from simulator.cli.sentences import in_a_sentence, typed
from simulator.engine.wording import moment
from simulator.review.forking import Fork, forks, take_of
from simulator.review.reading import recorded
from simulator.review.recorded import Recorded
from simulator.scenario.characters import shown
from simulator.scenario.scenario import Scenario
from simulator.session import retelling
from simulator.session.errors import BadSession
from simulator.session.folder import SCENARIO, files_of
from simulator.session.journal.record import FORMAT, Header
from simulator.session.limits import FASTEST, SLOWEST
from simulator.session.recalling import peopled
from simulator.session.sitting import Sitting

NO_TERMINAL: Final = (
    "kulla fork needs a terminal to play in; without one, add --plain to play in lines of text, or "
    "--to NEW_FOLDER to have a session that can be hosted."
)


class Choices(NamedTuple):
    """What was chosen on the command line. `luck` draws other chances from the moment on."""

    moment: str
    team: str | None
    take: int | None
    role: str | None
    luck: int | None
    to: Path | None
    keep: Path | None
    pace: float | None
    language: str | None
    plain: bool


@dataclass(frozen=True, slots=True)
class Alone:
    """A run that one person goes on with; `keep` keeps what comes of it."""

    scenario: Scenario
    fork: Fork
    role: str
    pace: float
    language: str | None
    plain: bool
    keep: Keep | None

    def sit(self, language: str) -> Sitting:
        """The seat, with bots in all others. Raises Refused where there is no such role."""
        sitting = Sitting.going_on(self.scenario, self.fork.run, self.role, self.pace, language)
        sitting.compete(self.fork.forked.rivals)
        if self.keep:
            team, _, forked = self.fork
            self.keep.begin(self.scenario, sitting.own, self.pace, team=team, forked=forked)
            sitting.keep(str(self.keep.path), self.keep.follow)
        return sitting


Play = Callable[[Alone], int]


OPTIONS: Final = (
    click.option("--at", "moment", required=True, metavar="T", help=f"From when: {EXAMPLES}."),
    click.option("--team", metavar="T", help="Whose run; with --to, all teams' without it."),
    click.option("--take", type=click.IntRange(1), metavar="N", help="Its last without it."),
    click.option("--role", metavar="R", help="The seat to take alone; bots play all others."),
    click.option("--seed", "luck", type=click.IntRange(0), metavar="N",
                 help="Let chance fall otherwise from there on."),
    click.option("--to", type=FOLDER, metavar="NEW_FOLDER",
                 help="Write a session to be hosted, instead of playing alone."),
    click.option("--keep", type=FOLDER, metavar="DIR",
                 help="Keep what is played alone as a session in this new folder."),
    click.option("--pace", type=click.FloatRange(SLOWEST, FASTEST),
                 help="Exercise seconds a second."),
    click.option("--lang", "language", type=click.Choice(["en", "sq"]),
                 help="Language of the texts."),
    click.option("--plain", is_flag=True, help="Lines of text and a prompt instead of screens."),
)  # fmt: skip


def fork_command(play: Play | None = None) -> click.Command:
    """`kulla fork`, with screens or lines of text to play on."""

    @click.command("fork")
    @click.argument("session", type=FOLDER)
    @with_options(*OPTIONS)
    def command(session: Path, **chosen: Any) -> int:
        """Go on from a moment of SESSION as a new session; SESSION stays as it is.

        What was asked at that very second is not yet asked: go back to a decision and take it anew.
        """
        choices = Choices(**chosen)
        return _host(session, choices) if choices.to else _alone(session, choices, play)

    return command


def _host(session: Path, choices: Choices) -> int:
    """Make the session that is to be hosted."""
    assert choices.to is not None
    alone = {"--role": choices.role, "--keep": choices.keep, "--plain": choices.plain}
    for name in (name for name, value in alone.items() if value):
        raise click.UsageError(f"{name} is for playing alone, and --to for what is to be hosted.")
    with in_a_sentence():
        read = recorded(session)
        teams = (choices.team,) if choices.team else read.header.teams
        if choices.take and len(teams) > 1:
            raise click.UsageError("--take needs --team: each team has its own takes.")
        at = _at(read, choices)
        made = _forks(read, teams, choices, at)
        _write(choices.to, files_of(session / SCENARIO), read.header, choices.pace, made)
    for it in made:
        click.echo(_stands(it, at))
    if any(it.forked.rivals for it in made):
        click.echo("The rivals, which bots played, are not in it.", err=True)
    to = typed(choices.to)
    click.echo(f"kulla resume {to} hosts it; the clock stands until control starts it.", err=True)
    return FINE


def _write(
    to: Path, files: Mapping[str, bytes], before: Header, pace: float | None, made: tuple[Fork, ...]
) -> None:
    """Write what goes on from a session that was begun as `before`. Raises what
    `retelling.write` does."""
    now = time.time_ns() // 1_000_000
    header = replace(
        before, session=secrets.token_hex(8), kulla=simulator.__version__,
        engine=simulator.ENGINE, teams=tuple(it.team for it in made), pace=pace or before.pace,
        created=now, journal=FORMAT,
    )  # fmt: skip
    # What is hosted has no rivals.
    told = [
        retelling.told_of(it.team, it.run, it.forked._replace(rivals=0), vacated=True)
        for it in made
    ]
    retelling.write(to, files, header, told, now)


def _alone(session: Path, choices: Choices, play: Play | None) -> int:
    if play is None or not (choices.plain or at_terminal()):
        raise click.UsageError(NO_TERMINAL)
    with in_a_sentence():
        read = recorded(session)
        if choices.team is None and len(read.header.teams) > 1:
            teams = shown(", ".join(read.header.teams))
            raise click.UsageError(f"Say with --team whose run you go on with ({teams}).")
        team = choices.team or read.header.teams[0]
        (it,) = _forks(read, [team], choices, _at(read, choices))
        role = choices.role or _only(it)
        keep = Keep(choices.keep, session / SCENARIO) if choices.keep else None
    pace = choices.pace or read.session.teams[it.team].pace
    return play(Alone(read.scenario, it, role, pace, choices.language, choices.plain, keep))


def _at(read: Recorded, choices: Choices) -> int:
    try:
        return second_of(choices.moment, read.scenario.start)
    except ValueError as no:
        raise click.UsageError(f"--at: {no}.") from None


def _forks(read: Recorded, teams: Sequence[str], choices: Choices, at: int) -> tuple[Fork, ...]:
    """The run of a team that was named, or of all. Raises click.UsageError where there is no such
    team or take, or nothing to go on from."""
    try:
        takes = [take_of(read, team, choices.take) for team in teams]
        return forks(read, takes, at, choices.luck)
    except BadSession as no:
        raise click.UsageError(f"{shown(no.sentence)}.") from None


def _stands(it: Fork, at: int) -> str:
    """Where a team stands in the new session, in a sentence."""
    roles = ", ".join(peopled(it.run))
    who = f"people played {roles}" if roles else "only bots have played"
    when = moment(it.forked.at)
    if it.run.over:
        return f"{shown(it.team)} was over at {when} and stays so; {who}."
    further = ", as it was played no further" if it.forked.at < at else ""
    return f"{shown(it.team)} stands at {when}{further}; {who}."


def _only(it: Fork) -> str:
    """The one seat that people played. Raises click.UsageError where it is not one."""
    played = peopled(it.run)
    if len(played) == 1:
        return played[0]
    roles = ", ".join(played or it.run.scenario.roles)
    raise click.UsageError(f"Say with --role which seat you take ({roles}).")


command = fork_command()
