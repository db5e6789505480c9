"""How a person names a scenario on the command line, and what is said when it can't be played."""

from pathlib import Path

import click
import pytest
from click.shell_completion import ShellComplete
from click.testing import CliRunner

from simulator.cli import exits
from simulator.cli.scenario import ScenarioArgument, playable
from simulator.scenario import library

MINIMAL = (Path(__file__).parents[2] / "scenarios" / "minimal.yaml").read_text("utf-8")


@click.command
@click.argument("scenario", type=ScenarioArgument())
def show(scenario: Path) -> None:
    click.echo(scenario)


@click.command
@click.argument("scenario", type=ScenarioArgument())
def play(scenario: Path) -> None:
    click.echo(playable(scenario).title.into("en"))


@pytest.fixture(autouse=True)
def shelf(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """One scenario comes with Kulla: first-night."""
    (tmp_path / "first-night").mkdir()
    (tmp_path / "first-night" / "scenario.yaml").touch()
    monkeypatch.setattr(library, "_INSTALLED", tmp_path)
    return tmp_path


def test_an_id_becomes_the_path_of_its_scenario(shelf: Path):
    assert CliRunner().invoke(show, ["first-night"]).output == f"{shelf / 'first-night'}\n"


def test_a_playable_scenario_is_loaded(shelf: Path):
    (shelf / "first-night" / "scenario.yaml").write_text(MINIMAL)
    assert CliRunner().invoke(play, ["first-night"]).output == "Nothing happens\n"


def test_a_scenario_with_mistakes_names_each_with_its_place(shelf: Path):
    scenario = shelf / "first-night" / "scenario.yaml"
    scenario.write_text(MINIMAL.replace("length: 1h", "length: 60\ncolour: red"))
    told = CliRunner().invoke(play, ["first-night"])
    assert told.exit_code == exits.BAD_SCENARIO
    said, *problems = told.output.splitlines()
    assert said == f"Error: {scenario.parent} can't be played:"
    assert [line.split(":")[1] for line in problems] == ["5", "6"]


def test_a_scenario_that_may_not_be_read_says_so(shelf: Path, monkeypatch: pytest.MonkeyPatch):
    def denied(path: Path, mode: str) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", denied)
    told = CliRunner().invoke(play, ["first-night"])
    assert told.exit_code == exits.BAD_SCENARIO
    assert told.output == f"Error: {shelf / 'first-night'} can't be read: Permission denied.\n"


def test_an_unknown_name_is_a_usage_error_that_offers_the_nearest():
    told = CliRunner().invoke(show, ["frist-night"])
    assert told.exit_code == exits.USAGE
    assert "there is no scenario 'frist-night'; did you mean 'first-night'?" in told.output


@pytest.mark.parametrize(("typed", "offered"), [("fi", "first-night"), ("./mi", "./mi")])
def test_the_shell_completes_ids_before_paths(typed: str, offered: str):
    completions = ShellComplete(show, {}, "show", "_SHOW_COMPLETE").get_completions([], typed)
    assert [item.value for item in completions] == [offered]
