"""The command `kulla run`: what it prints and writes, and how it leaves."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from simulator.cli import exits
from simulator.engine import machine
from simulator.scenario import load
from tests.simulator.cli.harbour import HARBOUR, run

SCENARIOS = Path(__file__).parents[2] / "scenarios"


def test_a_run_is_told_as_a_transcript(harbour: Path):
    told = run(harbour)
    assert told.code == exits.FINE
    assert told.err == ""
    assert told.out.startswith("Harbour\nharbour, seed 0\nBots (doctrine): Harbour office")
    assert "office decides: Cut it off? → Cut" in told.out
    assert "Outcome: It held" in told.out


def test_the_titles_are_in_the_language_asked_for(harbour: Path):
    assert run(harbour, "--lang", "sq").out.startswith("Porti\n")


def test_a_program_gets_one_json_document(harbour: Path):
    data = run(harbour, "--format", "json", "--seed", "4", "--bots", "silent").data
    assert len(data.pop("state_hash")) == 64
    assert data == {
        "scenario": "harbour",
        "digest": load(harbour).digest,
        "seed": 4,
        "bots": "silent",
        "level": "",
        "side": "",
        "ended_at": 6 * 3600,
        "outcome": "lost",
        "events": data["events"],
        "assets": {
            "mail": {
                "hosts": 3,
                "intact": 1,
                "encrypted": 2,
                "wiped": 0,
                "link": "connected",
                "service": 33.3,
            }
        },
        "gauges": {"trust": 65.8},
        "objectives": {"sail": {"rating": "U", "points": 0, "of": 3}},
        "contest": None,
        "decisions": [
            {
                "id": "alarm",
                "at": 5401,
                "by": None,
                "option": "wait",
                "by_default": True,
                "text": "",
                "reason": "",
                "confidence": None,
            }
        ],
    }


def test_every_event_is_a_line_of_json(harbour: Path, tmp_path: Path):
    file = tmp_path / "events.jsonl"
    data = run(harbour, "--format", "json", "--events", file).data
    events = [json.loads(line) for line in file.read_text("utf-8").splitlines()]
    assert len(events) == data["events"]
    assert events[0] == {"event": "exercise-started", "at": 0, "to": ["office", "council"]}
    assert events[-1]["event"] == "exercise-ended"


def test_a_run_can_be_left_before_its_end(harbour: Path):
    data = run(harbour, "--until", "1h20m", "--format", "json").data
    assert data["ended_at"] == 4800
    assert data["outcome"] == ""
    assert [decision["option"] for decision in data["decisions"]] == ["cut"]
    assert run(harbour, "--until", "1h19m59s", "--format", "json").data["decisions"] == []


@pytest.mark.parametrize("written", ["90", "1 day", "-1h", ""])
def test_a_time_to_stop_carries_its_units(harbour: Path, written: str):
    left = run(harbour, "--until", written)
    assert left.code == exits.USAGE
    assert "a duration carries its units" in left.err


def test_a_capability_can_be_taken_away_and_given_back(harbour: Path):
    without = run(harbour, "--without", "spares", "--format", "json").data
    given = run(harbour, "--with", "spares", "--format", "json").data
    assert (without["gauges"], given["gauges"]) == ({"trust": 45.8}, {"trust": 65.8})


def test_a_capability_that_is_not_there_is_a_usage_error(harbour: Path):
    left = run(harbour, "--with", "wings")
    assert (left.code, left.out) == (exits.USAGE, "")
    assert left.err == "this exercise has no capability 'wings' (it has spares)."


def test_a_side_stands_at_the_head_and_is_played(harbour: Path):
    main = harbour / "scenario.yaml" if harbour.is_dir() else harbour
    main.write_text(main.read_text("utf-8") + "sides: {north: {title: The north}}\n", "utf-8")
    assert run(harbour, "--side", "north").out.splitlines()[0].endswith(" – The north")
    assert run(harbour, "--side", "nroth").err == (
        "this exercise has no side 'nroth'; did you mean 'north'? (it has north)."
    )


def test_a_level_of_difficulty_stands_at_the_head_and_is_played(harbour: Path):
    main = harbour / "scenario.yaml" if harbour.is_dir() else harbour
    levels = "levels: {hard: {title: {en: Hard, sq: E vështirë}, deadlines: 50%}}\n"
    main.write_text(main.read_text("utf-8") + levels, "utf-8")
    hard = run(harbour, "--level", "hard", "--bots", "silent", "--lang", "sq")
    assert hard.out.splitlines()[0] == "Porti (E vështirë)"
    data = run(harbour, "--level", "hard", "--bots", "silent", "--format", "json").data
    assert (data["level"], data["decisions"][0]["at"]) == ("hard", 3600 + 901)
    left = run(harbour, "--level", "hrad")
    assert left.code == exits.USAGE
    assert left.err == "this exercise has no level 'hrad'; did you mean 'hard'? (it has hard)."


def test_a_scenario_that_is_not_there_is_a_usage_error():
    assert run("no-such-place").code == exits.USAGE


def test_a_scenario_with_mistakes_names_them_all(harbour: Path):
    harbour.write_text(HARBOUR.replace("length: 6h", "length: 6").replace("hosts: 3", "hosts: 0"))
    left = run(harbour)
    assert (left.code, left.out) == (exits.BAD_SCENARIO, "")
    assert [line.split(":")[1] for line in left.err.splitlines()[1:]] == ["5", "10"]


def test_a_run_that_gets_stuck_names_what_never_came_to_rest(harbour: Path, monkeypatch):
    monkeypatch.setattr(machine, "BUDGET", 2 - 4 * 2)
    left = run(harbour)
    assert left.code == exits.BAD_SCENARIO
    assert left.err.startswith("The exercise got stuck at second ")
    assert "module 'morning' -> module 'morning'" in left.err
    assert "The exercise got stuck" in left.out


def test_a_file_that_cannot_be_written_is_a_usage_error(harbour: Path, tmp_path: Path):
    left = run(harbour, "--events", tmp_path / "nowhere" / "events.jsonl")
    assert left.code == exits.USAGE
    assert "events.jsonl can't be written: No such file" in left.err


def test_one_seed_gives_the_same_bytes_whatever_the_hash_seed(tmp_path: Path):
    both = """
import sys
from simulator.cli.run import command
for form in ("text", "json"):
    command([*sys.argv[1:], "--format", form], standalone_mode=False)
"""

    def told(hash_seed: str) -> tuple[bytes, bytes]:
        events = tmp_path / f"{hash_seed}.jsonl"
        done = subprocess.run(
            [
                sys.executable, "-c", both, str(SCENARIOS / "everything"), "--bots", "random",
                "--seed", "7", "--events", str(events),
            ],
            env=os.environ | {"PYTHONHASHSEED": hash_seed, "PYTHONIOENCODING": "utf-8"},
            capture_output=True,
            check=True,
        )  # fmt: skip
        return done.stdout, events.read_bytes()

    first, second = told("0"), told("1")
    assert first == second
    assert b'"state_hash"' in first[0]
