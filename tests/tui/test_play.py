"""`kulla play` before the screens open: what it refuses, and with which words."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from simulator.cli import exits
from tui import play


def kulla_play(*arguments: str) -> Result:
    return CliRunner().invoke(play.command, arguments, standalone_mode=True)


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(play, "at_terminal", lambda: True)


@pytest.mark.parametrize(("given", "named"), [((), "SCENARIO"), (("first-watch",), "first-watch")])
def test_without_a_terminal_it_names_the_command_that_needs_none(given, named: str):
    done = CliRunner().invoke(play.command, given, standalone_mode=False)
    assert done.return_value == exits.USAGE
    assert (
        done.stderr
        == f"kulla play needs a terminal; without one, add --plain, or: kulla run {named}\n"
    )
    assert done.stdout == ""


@pytest.mark.usefixtures("terminal")
@pytest.mark.parametrize(
    ("given", "said"),
    [
        (["--role", "pirate"], "This exercise has no role 'pirate' (it has watch, "),
        (
            ["--role", "watch", "--with", "luck"],
            "This exercise has no capability 'luck' (it has none).",
        ),
        (["--role", "watch", "--side", "moon"], "This exercise has no side 'moon' (it has none)."),
        (
            ["--role", "watch", "--rivals", "2"],
            "This exercise has no 2 other sides for bots (it has 0).",
        ),
        (["--pace", "0"], "0.0 is not in the range"),
        (["--bots", "clever"], "'clever' is not one of"),
    ],
)
def test_a_choice_that_is_not_there_is_a_usage_error(given: list[str], said: str):
    done = kulla_play("first-watch", *given)
    assert done.exit_code == exits.USAGE
    assert said in done.stderr


@pytest.mark.usefixtures("terminal")
def test_a_bad_scenario_is_told_with_its_place(tmp_path: Path):
    path = tmp_path / "bad.yaml"
    path.write_text("kulla: 1\nid: bad\n", "utf-8")
    done = kulla_play(str(path))
    assert done.exit_code == exits.BAD_SCENARIO
    assert f"{path}:1:1:" in done.stderr.replace("\n", "") or "bad.yaml:1:1" in done.stderr
