"""`kulla balance`: how a scenario comes out by each policy over many seeds."""

import json
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from multiprocessing import get_context
from os import cpu_count
from pathlib import Path
from time import monotonic
from typing import Any, Final

import click

from simulator.cli.exits import FINDINGS, FINE
from simulator.cli.progress import telling
from simulator.cli.scenario import ScenarioArgument, playable
from simulator.cli.shaped import shaped
from simulator.engine.exercise import Setup
from simulator.engine.policies import POLICIES, PolicyName
from simulator.rehearsal.balance import Came, Line, came, line
from simulator.rehearsal.balance_table import CLOSES, OPENS, block, replaced, table
from simulator.rehearsal.playing import play
from simulator.scenario import Scenario
from simulator.scenario.characters import shown
from simulator.scenario.reader import collector_resting

ALONE: Final = 60
"""So many runs are done before other processes would be ready."""
PART: Final = 10
"""Seeds that a process plays before it tells."""

Part = tuple[PolicyName, range]


class Policies(click.ParamType[tuple[PolicyName, ...]]):
    """Policies of bots, joined by commas."""

    name = "policies"

    def convert(self, value: Any, param: Any, ctx: Any) -> tuple[PolicyName, ...]:
        if isinstance(value, tuple):
            return value
        found = tuple(dict.fromkeys(name.strip() for name in value.split(",")))
        if wrong := [name for name in found if name not in POLICIES]:
            self.fail(f"'{wrong[0]}' is no policy; there are {', '.join(POLICIES)}", param, ctx)
        return tuple(policy for policy in POLICIES if policy in found)


@click.command("balance")
@click.argument("path", metavar="SCENARIO", type=ScenarioArgument())
@click.option("--seeds", type=click.IntRange(1, 10_000), default=200, show_default=True,
              help="Runs with each policy.")  # fmt: skip
@click.option("--bots", type=Policies(), default=tuple(POLICIES), metavar="POLICY,...",
              help=f"Of {', '.join(POLICIES)}; all, unless given.")  # fmt: skip
@click.option("--level", default="", metavar="L", help="One of its levels of difficulty.")
@click.option("--side", default="", metavar="S", help="One of its sides.")
@click.option("--format", "form", type=click.Choice(["markdown", "json"]), default="markdown")
@click.option("--write", type=click.Path(dir_okay=False, path_type=Path), metavar="FILE",
              help=f"Put the table between {OPENS} and {CLOSES} of this README.")  # fmt: skip
def command(
    path: Path, seeds: int, bots: tuple[PolicyName, ...], form: str, write: Path | None,
    **shape: str,
) -> int:  # fmt: skip
    """Let bots play SCENARIO many times by each policy, and print what it came to.

    The same seeds give the same table. Leaves with 1 where a run never came to rest.
    """
    scenario = shaped(playable(path), **shape)
    if write:
        _write(write, "")  # before minutes are spent on what can't be written
    lines = balanced(path, scenario, bots, seeds, **shape)
    if write:
        _write(write, block(_named(scenario, seeds, bots, **shape), [*table(scenario, lines)]))
    elif form == "json":
        click.echo(json.dumps([as_data(one) for one in lines], ensure_ascii=False, indent=2))
    else:
        for row in table(scenario, lines):
            click.echo(shown(row))
    return FINDINGS if any(one.stuck for one in lines) else FINE


def as_data(one: Line) -> dict[str, Any]:
    """A line with names for all its figures."""
    spreads = {name: told._asdict() for name, told in one.gauges.items()}
    data = {**one._asdict(), "gauges": spreads, "outcomes": dict(one.outcomes)}
    return {key: told._asdict() if hasattr(told, "_asdict") else told for key, told in data.items()}


def _named(scenario: Scenario, seeds: int, bots: Sequence[str], level: str, side: str) -> str:
    """The command that makes this table."""
    words = ["kulla balance", scenario.id, f"--seeds {seeds}"]
    if tuple(bots) != tuple(POLICIES):
        words.append(f"--bots {','.join(bots)}")
    words += [f"--{name} {said}" for name, said in (("level", level), ("side", side)) if said]
    return " ".join(words)


def balanced(
    path: Path, scenario: Scenario, bots: Sequence[PolicyName], seeds: int, **shape: str
) -> list[Line]:
    """Play all of it, on as many processors as there are."""
    parts = [
        (one, range(at, min(at + PART, seeds))) for one in bots for at in range(0, seeds, PART)
    ]
    found: dict[str, list[Came]] = {policy: [] for policy in bots}
    with telling(monotonic()) as tell:
        for runs in _played(path, scenario, parts, **shape):
            found[runs[0].policy] += runs
            done = sum(map(len, found.values()))
            tell(_bar(done, seeds * len(bots)))
    return [line(scenario, policy, runs) for policy, runs in found.items()]


def _bar(done: int, of: int) -> str:
    full = done * 30 // of
    return f"Playing it: [{'#' * full}{'.' * (30 - full)}] {done} of {of} runs"


def _played(
    path: Path, scenario: Scenario, parts: Sequence[Part], **shape: str
) -> Iterator[list[Came]]:
    if sum(len(seeds) for _, seeds in parts) <= ALONE or (cpu_count() or 1) == 1:
        yield from map(partial(_play, scenario), parts)
        return
    fresh = get_context("spawn")
    with ProcessPoolExecutor(mp_context=fresh, initializer=_learn, initargs=(path, shape)) as pool:
        yield from pool.map(_play_known, parts)


_KNOWN: Final[list[Scenario]] = []
"""The scenario of a process that plays for another."""


def _learn(path: Path, shape: dict[str, str]) -> None:
    _KNOWN[:] = [shaped(playable(path), **shape)]


def _play_known(part: Part) -> list[Came]:
    return _play(_KNOWN[0], part)


def _play(scenario: Scenario, part: Part) -> list[Came]:
    policy, seeds = part
    with collector_resting():
        return [came(play(scenario, Setup(seed, bots=policy), (), None)) for seed in seeds]


def _write(path: Path, made: str) -> None:
    """Put it there; where nothing was made, only see whether it could be."""
    try:
        with path.open("r+", encoding="utf-8", newline="") as file:
            new = replaced(file.read(), made)
        if new is None:
            raise click.UsageError(f"{path} has no {OPENS} … {CLOSES} to write between.")
        if made:
            path.write_text(new, "utf-8", newline="\n")
    except OSError as error:
        raise click.UsageError(f"{path} can't be written: {error.strerror}.") from error
    except UnicodeDecodeError as error:
        raise click.UsageError(f"{path} is no text in UTF-8.") from error
