"""The small exercise of the command line with tests beside it, written as an author would."""

from pathlib import Path
from textwrap import dedent

from simulator.authoring.trying.reading import StoryFile, Told
from simulator.authoring.trying.results import Result, played
from simulator.scenario import Scenario, load
from tests.simulator.cli.harbour import HARBOUR


def written(folder: Path, tests: str) -> Path:
    """The scenario's folder, with this file of tests."""
    (folder / "tests").mkdir(exist_ok=True)
    (folder / "scenario.yaml").write_text(HARBOUR, "utf-8")
    (folder / "tests" / "a.yaml").write_text(dedent(tests), "utf-8")
    return folder


def read(folder: Path, tests: str) -> tuple[StoryFile, Scenario]:
    scenario = load(written(folder, tests))
    return StoryFile(folder / "tests" / "a.yaml", scenario), scenario


def told(folder: Path, tests: str) -> tuple[list[Told], Scenario]:
    file, scenario = read(folder, tests)
    assert file.problems == []
    return file.told, scenario


def result(folder: Path, tests: str) -> Result:
    """What came of the only test."""
    (one,), scenario = told(folder, tests)
    return played(one, scenario)


def read_beside(folder: Path, path: Path, tests: str) -> tuple[StoryFile, Scenario]:
    """These tests, for another scenario."""
    (folder / "a.yaml").write_text(dedent(tests), "utf-8")
    scenario = load(path)
    return StoryFile(folder / "a.yaml", scenario), scenario
