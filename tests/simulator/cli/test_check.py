"""What `kulla check` tells of mistakes, and how it leaves."""

import json
from pathlib import Path
from typing import NamedTuple

import pytest
from click.testing import CliRunner

from simulator.cli import exits
from simulator.cli.check import command
from simulator.scenario import library

MINIMAL = (Path(__file__).parents[2] / "scenarios" / "minimal.yaml").read_text("utf-8")
BROKEN = MINIMAL.replace("title: Nothing happens", "titel: Nothing happens").replace("1h", "1")
MISTAKES = [
    "3:1: F01 unknown key 'titel'; did you mean 'title'?",
    "5:9: V02 a duration carries its units, like 90s, 20m, 1h30m or 2d; 1 does not",
]


class Left(NamedTuple):
    code: int
    out: list[str]
    err: list[str]


def check(*arguments: str | Path) -> Left:
    left = CliRunner().invoke(command, list(map(str, arguments)), standalone_mode=False)
    assert left.exception is None, left.exception
    return Left(left.return_value, left.stdout.splitlines(), left.stderr.splitlines())


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The current folder: `fine` and `broken` are in it, and `fine` comes with Kulla."""
    for name, text in {"fine": MINIMAL, "broken": BROKEN}.items():
        (tmp_path / "my" / name).mkdir(parents=True)
        (tmp_path / "my" / name / "scenario.yaml").write_text(text, "utf-8")
    (tmp_path / "shipped").mkdir()
    (tmp_path / "shipped" / "night").symlink_to(tmp_path / "my" / "fine")
    monkeypatch.setattr(library, "_INSTALLED", tmp_path / "shipped")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("named", ["my/fine", "my/fine/scenario.yaml", "night"])
def test_a_sound_scenario_has_nothing_to_tell(named: str):
    assert check(named) == (exits.FINE, [], ["1 scenario fine, 0 mistakes"])


def test_each_mistake_is_a_line_with_its_place():
    lines = [f"my/broken/scenario.yaml:{mistake}" for mistake in MISTAKES]
    assert check("my/broken") == (exits.FINDINGS, lines, ["0 scenarios fine, 2 mistakes"])


def test_paths_are_told_as_seen_from_the_current_folder(here: Path, monkeypatch):
    assert check(here / "my" / "broken").out == check("my/broken").out
    monkeypatch.chdir(here / "my" / "broken")
    assert check(".").out == [f"scenario.yaml:{mistake}" for mistake in MISTAKES]
    monkeypatch.chdir(here / "shipped")
    assert check("../my/broken").out[0].startswith("../my/broken/scenario.yaml:3:1:")


def test_a_folder_of_several_scenarios_is_checked_whole():
    assert check("my") == (
        exits.FINDINGS, check("my/broken").out, ["1 scenario fine, 2 mistakes"],
    )  # fmt: skip


def test_several_are_told_together_and_none_twice():
    assert check("my/broken", "my/fine", "my/broken").out == check("my/broken").out


def test_a_program_gets_json():
    found = json.loads("\n".join(check("my/broken", "--format", "json").out))
    assert found[0] == {
        "path": "my/broken/scenario.yaml",
        "line": 3,
        "column": 1,
        "code": "F01",
        "sentence": "unknown key 'titel'; did you mean 'title'?",
    }
    assert [problem["line"] for problem in found] == [3, 5]
    assert check("my/fine", "--format", "json").out == ["[]"]


@pytest.mark.parametrize(
    ("named", "reason"),
    [
        ("nihgt", "No such file or directory; did you mean 'night'?"),
        ("nowhere/at-all", "No such file or directory."),
        ("empty", "it holds no scenario.yaml."),
    ],
)
def test_what_cannot_be_read_is_told_in_one_sentence(named: str, reason: str, here: Path):
    (here / "empty").mkdir()
    left = check(named)
    assert left == (exits.BAD_SCENARIO, [], [f"{named} can't be read: {reason}"])


def test_the_file_that_cannot_be_read_is_named(here: Path):
    (here / "my" / "fine" / "injects" / "one.yaml").mkdir(parents=True)
    left = check("my/fine")
    assert left.code == exits.BAD_SCENARIO
    assert left.err[0].startswith("my/fine/injects/one.yaml can't be read: ")


def test_what_can_be_read_is_checked_all_the_same():
    left = check("nowhere", "my/broken")
    assert (left.code, left.out) == (exits.BAD_SCENARIO, check("my/broken").out)
