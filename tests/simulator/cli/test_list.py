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
    .replace(
        "{title: Watch}",
        "{title: {en: Watch, sq: Roja}}, press: {title: Press, response_cell: true}",
    )
)
LINES = (
    "    1h of exercise time, 1m at its pace; medium; TLP:CLEAR; en, sq\n"
    "    Roles: watch\n    Response cells: press\n"
)
FIRST = f"first-night: The night\n{LINES}"
MORE = """
names: {town: Anytown}
levels: {easy: {title: Calm}, hard: {}}
sides: {north: {title: "North of ${name.town}"}, harrow-bay: {title: Harrow Bay}}
contest:
  title: Board
  categories: {logs: {title: Logs}}
  challenges:
    shift:
      category: logs
      title: The shift
      points: 100
      text: Who?
      answers:
      - salt: 6b756c6c61206461
        hash: 3a564e3f475ddaf623cce6c5d7f37dac06f6174f6e83e2e71f1c35e1c8b45f62
"""


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


def test_a_scenario_is_told_by_what_a_person_chooses_by(shelf: Path):
    assert listed().stdout == FIRST


def test_the_title_is_in_the_language_asked_for(shelf: Path):
    assert listed("--lang", "sq").stdout.startswith("first-night: Nata\n")


def test_sides_levels_and_contest_are_told_as_they_are_written_on_the_command_line(shelf: Path):
    put(shelf, "levelled", NIGHT + MORE)
    assert listed().stdout == (
        f"{FIRST}\nlevelled: The night\n{LINES}"
        "    --side north | harrow-bay\n    --level easy | hard\n    Contest: 1 challenge\n"
    )
    (_, told) = json.loads(listed("--format", "json").stdout)
    assert told["levels"] == {"easy": "Calm", "hard": "hard"}
    assert told["sides"] == {"north": "North of Anytown", "harrow-bay": "Harrow Bay"}
    assert told["challenges"] == 1


def test_what_is_long_is_told_in_lines_that_fit(shelf: Path):
    sides = ", ".join(f"organisation-{n}: {{title: Organisation {n}}}" for n in range(8))
    put(shelf, "many", NIGHT + f"sides: {{{sides}}}\n")
    told = listed().stdout.splitlines()
    assert max(map(len, told)) <= 80
    assert "organisation-7" in told[-1]


def test_a_program_gets_json(shelf: Path):
    assert json.loads(listed("--format", "json", "--lang", "sq").stdout) == [
        {
            "play": "first-night",
            "id": "first-night",
            "title": "Nata",
            "length": 3600,
            "lasts": 60,
            "difficulty": "medium",
            "tlp": "CLEAR",
            "languages": ["en", "sq"],
            "roles": {"watch": "Roja", "press": "Press"},
            "cells": ["press"],
            "sides": {},
            "levels": {},
            "challenges": None,
        }
    ]


def test_a_folder_of_ones_own_is_listed_by_paths_that_can_be_played(tmp_path: Path):
    mine = put(tmp_path, "mine", NIGHT)
    told = listed(tmp_path)
    assert told.stdout == f"{mine}: The night\n{LINES}"
    assert library.find(told.stdout.partition(": ")[0]) == mine


def test_a_folder_without_any_is_named(tmp_path: Path):
    """A scenario's own folder is none: what is listed lies one level below."""
    mine = put(tmp_path, "mine", NIGHT)
    assert str(listed(mine).exception) == f"No folder in {mine} holds a scenario.yaml."


def test_a_scenario_with_mistakes_is_left_out_and_named(shelf: Path):
    put(shelf, "broken", NIGHT.replace("length: 1h", "length: 1"))
    told = listed()
    assert told.stdout == FIRST
    assert told.stderr == "broken can't be played: kulla check broken tells why.\n"
    assert told.return_value == exits.BAD_SCENARIO


@pytest.mark.parametrize(
    ("seconds", "told"), [(2400, "40m"), (21_600, "6h"), (5400, "1h30m"), (345_600, "96h")]
)
def test_a_length_reads_as_an_author_writes_it(seconds: int, told: str):
    assert in_hours(seconds) == told
