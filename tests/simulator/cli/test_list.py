"""What `kulla list` tells of the scenarios it finds."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from simulator.cli import exits
from simulator.cli.list import command, in_hours
from simulator.scenario import library

MINIMAL = (Path(__file__).parents[2] / "scenarios" / "minimal.yaml").read_text("utf-8")
NIGHT = (
    MINIMAL.replace("minimal", "first-night")
    .replace("Nothing happens", "{en: The night, sq: Nata}")
    .replace("{title: Watch}", "{title: {en: Watch, sq: Roja}}, press: {title: Press}")
)


def put(shelf: Path, name: str, scenario: str) -> Path:
    (shelf / name).mkdir()
    (shelf / name / "scenario.yaml").write_text(scenario, "utf-8")
    return shelf / name


@pytest.fixture
def shelf(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """One scenario comes with Kulla: first-night, an hour for the watch and the press."""
    monkeypatch.setattr(library, "_INSTALLED", tmp_path)
    put(tmp_path, "first-night", NIGHT)
    return tmp_path


def listed(*arguments: str | Path) -> Result:
    return CliRunner().invoke(command, list(map(str, arguments)), standalone_mode=False)


def test_a_scenario_is_told_by_id_title_length_and_roles(shelf: Path):
    assert listed().stdout == "first-night: The night (1h)\n    watch, press\n"


def test_the_title_is_in_the_language_asked_for(shelf: Path):
    assert listed("--lang", "sq").stdout.startswith("first-night: Nata (1h)\n")


def test_the_levels_of_difficulty_are_told_as_they_are_written_on_the_command_line(shelf: Path):
    put(shelf, "levelled", NIGHT + "levels: {easy: {title: Calm}, hard: {}}\n")
    assert listed().stdout.endswith("(1h)\n    watch, press\n    --level easy | hard\n")
    (_, told) = json.loads(listed("--format", "json").stdout)
    assert told["levels"] == {"easy": "Calm", "hard": "hard"}


def test_a_program_gets_json(shelf: Path):
    assert json.loads(listed("--format", "json", "--lang", "sq").stdout) == [
        {
            "play": "first-night",
            "id": "first-night",
            "title": "Nata",
            "length": 3600,
            "roles": {"watch": "Roja", "press": "Press"},
            "levels": {},
        }
    ]


def test_a_folder_of_ones_own_is_listed_by_paths_that_can_be_played(tmp_path: Path):
    mine = put(tmp_path, "mine", NIGHT)
    told = listed(tmp_path)
    assert told.stdout == f"{mine}: The night (1h)\n    watch, press\n"
    assert library.find(told.stdout.partition(": ")[0]) == mine


def test_a_scenario_with_mistakes_is_left_out_and_named(shelf: Path):
    put(shelf, "broken", NIGHT.replace("length: 1h", "length: 1"))
    told = listed()
    assert told.stdout == "first-night: The night (1h)\n    watch, press\n"
    assert told.stderr == "broken can't be played: kulla check broken tells why.\n"
    assert told.return_value == exits.BAD_SCENARIO


@pytest.mark.parametrize(
    ("seconds", "told"), [(2400, "40m"), (21_600, "6h"), (5400, "1h30m"), (345_600, "96h")]
)
def test_a_length_reads_as_an_author_writes_it(seconds: int, told: str):
    assert in_hours(seconds) == told
