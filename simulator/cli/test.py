"""`kulla test`: plays a scenario's own tests, and says what of the scenario they came to."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from time import monotonic
from typing import Any

import click

from simulator.authoring.trying.coverage_lines import never, table, totals
from simulator.authoring.trying.navigator import layer
from simulator.authoring.trying.places import scenario_of
from simulator.authoring.trying.reading import StoryFile, stories_of
from simulator.authoring.trying.reporting import as_data, as_junit, coverage_data
from simulator.authoring.trying.results import Result, played
from simulator.authoring.trying.telling import failures, listed, summed_up
from simulator.cli.exits import BAD_SCENARIO, FINDINGS, FINE
from simulator.cli.findings import nearby, scenarios
from simulator.cli.progress import telling
from simulator.engine.errors import Refused
from simulator.engine.policies import POLICIES
from simulator.rehearsal.covering import Coverage, coverage, reached_by
from simulator.rehearsal.rehearsing import runs as rehearsals
from simulator.scenario import examine
from simulator.scenario.characters import shown
from simulator.scenario.load import Examined

FILE = click.Path(dir_okay=False, path_type=Path)


class Unusable(click.ClickException):
    """A scenario or its tests have mistakes that their author can mend."""

    exit_code = BAD_SCENARIO

    def __init__(self, message: str) -> None:
        super().__init__(shown(message))


@dataclass
class Suite:
    """One scenario with its tests, and what came of them."""

    path: Path
    examined: Examined
    files: list[StoryFile]
    results: list[Result] = field(default_factory=list)
    covered: Coverage | None = None


@click.command("test")
@click.argument("named", metavar="SCENARIO...", nargs=-1, required=True)
@click.option(
    "--only", default="", metavar="WORDS", help="Only tests with these words in their name."
)
@click.option("-v", "--transcript", is_flag=True, help="Tell the whole of a run that failed.")
@click.option("--cover", is_flag=True, help="Say what of the scenario was reached, and what never.")
@click.option("--runs", type=click.IntRange(0, 1000), default=0, metavar="N",
              help="For the coverage, let each kind of bot play N times, too.")  # fmt: skip
@click.option("--fail-under", type=click.FloatRange(0, 100), metavar="PERCENT",
              help="Leave with 1 where less of the scenario was reached.")  # fmt: skip
@click.option("--navigator", type=FILE, help="Write an ATT&CK Navigator layer to this file.")
@click.option("--format", "form", type=click.Choice(["text", "json", "junit"]), default="text")
def command(
    named: Sequence[str], only: str, runs: int, navigator: Path | None, form: str, **chosen: Any
) -> int:
    """Play the tests that stand beside SCENARIO, in its folder `tests` or in NAME.tests.yaml.

    SCENARIO is a scenario's folder or file, a folder of several, one file of tests, or the id of a
    scenario that comes with Kulla. Leaves with 0 where all tests pass, 1 where one fails, 3 where a
    scenario or its tests have mistakes.
    """
    suites = [suite for name in named for suite in _suites(name)]
    problems = [problem for suite in suites for file in suite.files for problem in file.problems]
    if problems:
        raise Unusable("the tests can't be played:\n" + "\n".join(map(str, problems)))
    _play(suites, only)
    cover = bool(chosen["cover"] or chosen["fail_under"] is not None or navigator)
    if not (cover and runs) and not any(suite.results for suite in suites):
        raise click.UsageError(_nothing(only))
    if cover:
        for suite in suites:
            suite.covered = _covered(suite, runs)
    for line in _told(suites, form, whole=chosen["transcript"], cover=chosen["cover"]):
        click.echo(shown(line))  # names of files may be anything
    if navigator:
        _write(navigator, suites)
    return _left(suites, chosen["fail_under"])


def _nothing(only: str) -> str:
    if only:
        return f"no test has {only!r} in its name"
    return "there is no test; write one, or let bots play with --cover --runs 12"


def _suites(name: str) -> Iterator[Suite]:
    """The scenarios that a person means by this name. Raises Unusable."""
    own = scenario_of(Path(name))
    try:
        for path in [own] if own else scenarios(name):
            near = Path(nearby(str(path)))
            examined = examine(near)
            if examined.scenario is None:
                said = "\n".join(map(str, examined.problems))
                raise Unusable(f"{near} can't be played:\n{said}")
            files = [StoryFile(Path(name), examined.scenario)] if own else None
            yield Suite(near, examined, files or stories_of(near, examined.scenario))
    except OSError as error:
        raise Unusable(f"{error.filename or name} can't be read: {error.strerror}.") from error


def _play(suites: Sequence[Suite], only: str) -> None:
    """Play all tests with these words in their names."""
    every = [
        (suite, told)
        for suite in suites
        for file in suite.files
        for told in file.told
        if only.lower() in told.story.test.lower()
    ]
    with telling(monotonic()) as tell:
        for number, (suite, told) in enumerate(every, 1):
            assert suite.examined.scenario is not None
            tell(f"Playing test {number} of {len(every)}: {told.story.test}")
            try:
                suite.results.append(played(told, suite.examined.scenario))
            except Refused as refused:
                raise Unusable(f"{told.place()}{refused.sentence}") from refused


def _covered(suite: Suite, runs: int) -> Coverage:
    scenario = suite.examined.scenario
    assert scenario is not None
    reached = [run for result in suite.results for run in result.reached]
    with telling(monotonic()) as tell:
        for number, run in enumerate(rehearsals(scenario, seeds=runs), 1):
            tell(f"Letting bots play: {number} of {runs * len(POLICIES)} runs")
            reached.append(reached_by(run))
    return coverage(scenario, reached)


def _told(suites: Sequence[Suite], form: str, *, whole: bool, cover: bool) -> Iterator[str]:
    results = [result for suite in suites for result in suite.results]
    if form == "json":
        data = [
            {
                "scenario": str(suite.path),
                "tests": as_data(suite.results),
                **({"coverage": coverage_data(suite.covered)} if suite.covered else {}),
            }
            for suite in suites
        ]
        yield json.dumps(data, ensure_ascii=False, indent=2)
    elif form == "junit":
        yield as_junit({str(suite.path): suite.results for suite in suites})
    else:
        yield from listed(results)
        yield from failures(results, whole)
        yield from (line for suite in suites if cover for line in _cover(suite))
        yield ""
        yield summed_up(results)


def _cover(suite: Suite) -> Iterator[str]:
    scenario = suite.examined.scenario
    assert scenario is not None
    assert suite.covered is not None
    yield ""
    yield from table(scenario, suite.covered)
    yield from never(scenario, suite.examined.files, suite.covered)


def _write(path: Path, suites: Sequence[Suite]) -> None:
    if len(suites) != 1:
        raise click.UsageError("a layer is of one scenario; name just one")
    suite = suites[0]
    assert suite.examined.scenario is not None
    assert suite.covered is not None
    try:
        path.write_text(layer(suite.examined.scenario, suite.covered), "utf-8", newline="\n")
    except OSError as error:
        raise click.UsageError(f"{path} can't be written: {error.strerror}.") from error


def _left(suites: Sequence[Suite], least: float | None) -> int:
    """Say whether enough was reached; the exit code that tells all."""
    failed = any(not result.passed for suite in suites for result in suite.results)
    if least is not None:
        percent = totals(suite.covered for suite in suites if suite.covered)
        if percent < least:
            click.echo(f"{percent:.1f} % was reached, less than {least:g} %", err=True)
            failed = True
    return FINDINGS if failed else FINE
