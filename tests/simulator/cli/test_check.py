"""What `kulla check` tells of scenarios, and how it leaves."""

import gc
import json
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NoReturn
from unittest.mock import patch

import click
import pytest

from simulator.authoring import quality
from simulator.authoring.checking import check as checking
from simulator.authoring.checking.codes import CODES, Code
from simulator.cli import exits, findings_text, progress, rechecking, rehearsed
from simulator.cli.check import command
from simulator.cli.findings import Found, Wanted
from simulator.engine.exercise import Setup
from simulator.rehearsal.rehearsing import Rehearsal
from simulator.rehearsal.rehearsing import runs as runs_as_ever
from simulator.scenario import Scenario, library, load
from simulator.scenario.finding import Finding
from tests.simulator.cli.harbour import Left, call

MINIMAL = (Path(__file__).parents[2] / "scenarios" / "minimal.yaml").read_text("utf-8")
BROKEN = MINIMAL.replace("title: Nothing happens", "titel: Nothing happens").replace("1h", "1")
MISTAKES = [
    "3:1: F01 unknown key 'titel'; did you mean 'title'?",
    "5:9: V02 a duration carries its units, like 90s, 20m, 1h30m or 2d; 1 does not",
]
MORE = (
    "kulla check --explain F01 tells more about the first of them.\n"
    "kulla check --fix can mend 1 of them.\n"
)


def check(*arguments: object) -> Left:
    return call(command, *arguments)


def lines(*mistakes: str) -> str:
    return "".join(f"my/broken/scenario.yaml:{mistake}\n" for mistake in mistakes)


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


@pytest.fixture(autouse=True)
def families(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two families instead of Kulla's own: one warns of each length, one advises after play."""

    def of_length(scenario: Scenario) -> Iterator[Finding]:
        if scenario.length > 3600:
            yield Finding(("length",), "L90", "this is long")

    def of_play(rehearsal: Rehearsal) -> Iterator[Finding]:
        if rehearsal.scenario.title.into("en") == "Dull":
            yield Finding(("title",), "Q91", f"it is dull in {len(rehearsal.runs)} runs")

    monkeypatch.setattr(checking, "FAMILIES", (of_length,))
    monkeypatch.setattr(quality, "found_in_play", of_play)
    monkeypatch.setitem(CODES, "L90", Code("L90", "logic", "warning", "what is long"))
    monkeypatch.setitem(CODES, "Q91", Code("Q91", "quality", "advice", "what is dull"))


@pytest.mark.parametrize("named", ["my/fine", "my/fine/scenario.yaml", "night"])
def test_a_sound_scenario_has_nothing_to_tell(named: str):
    assert check(named) == (exits.FINE, "", "1 scenario fine, 0 mistakes\n")


def test_each_mistake_is_a_line_with_its_place():
    counted = "0 scenarios fine, 2 mistakes\n"
    assert check("my/broken") == (exits.FINDINGS, lines(*MISTAKES), counted + MORE)


def test_paths_are_told_as_seen_from_the_current_folder(here: Path, monkeypatch):
    assert check(here / "my" / "broken").out == lines(*MISTAKES)
    monkeypatch.chdir(here / "my" / "broken")
    assert check(".").out.splitlines() == [f"scenario.yaml:{mistake}" for mistake in MISTAKES]
    monkeypatch.chdir(here / "shipped")
    assert check("../my/broken").out.startswith("../my/broken/scenario.yaml:3:1:")


def test_a_folder_of_several_scenarios_is_checked_whole_and_nothing_told_twice():
    counted = "1 scenario fine, 2 mistakes\n"
    assert check("my") == (exits.FINDINGS, lines(*MISTAKES), counted + MORE)
    assert check("my/broken", "my/fine", "my/broken") == check("my")


def test_a_file_in_the_folder_stands_for_the_whole_scenario_which_is_checked_once(
    here: Path, monkeypatch: pytest.MonkeyPatch
):
    (here / "my/broken/injects").mkdir()
    (here / "my/broken/injects/a.yaml").write_text("[]\n", "utf-8")
    for named in ("my/broken/injects/a.yaml", "my/broken/injects"):
        left = check(named, "my/broken", "my/broken/scenario.yaml")
        assert left.out == lines(*MISTAKES)
        assert left.err.startswith("0 scenarios fine, 2 mistakes\n")
    monkeypatch.chdir(here / "my/broken/injects")
    assert check("a.yaml", ".").out.count("F01") == 1


def test_a_program_gets_json():
    found = json.loads(check("my/broken", "--format", "json").out)
    assert found[0] == {
        "path": "my/broken/scenario.yaml",
        "line": 3,
        "column": 1,
        "code": "F01",
        "sentence": "unknown key 'titel'; did you mean 'title'?",
        "weight": "mistake",
        "family": "form",
    }
    assert [problem["line"] for problem in found] == [3, 5]
    left = check("my/fine", "--format", "json")
    assert left == (exits.FINE, "[]\n", "1 scenario fine, 0 mistakes\n")


def test_where_there_are_no_mistakes_all_else_is_told_with_its_weight(here: Path):
    dull = MINIMAL.replace("1h", "9h").replace("Nothing happens", "Dull")
    (here / "my" / "fine" / "scenario.yaml").write_text(dull, "utf-8")
    long = "my/fine/scenario.yaml:5:9: L90 this is long\n"
    advice = "my/fine/scenario.yaml:3:8: Q91 it is dull in 48 runs\n"
    left = check("my/fine")
    assert (left.code, left.out) == (exits.FINDINGS, advice + long)
    assert left.err.startswith("0 scenarios fine, 0 mistakes, 1 warning, 1 piece of advice\n")

    for arguments in (
        ["--no-play"],
        ["--select", "L"],
        ["--ignore", "Q91"],
        ["--select", "f, l90"],
    ):
        assert check("my/fine", *arguments).out == long
    assert check("my/fine", "--ignore", "Q,L") == check("night", "--ignore", "Q,L")
    assert check("my/broken", "--select", "Q", "--ignore", "F").out == lines(*MISTAKES)

    heard = dull.replace("length: 9h", "length: 9h # kulla: ignore[L90]")
    (here / "my" / "fine" / "scenario.yaml").write_text(heard, "utf-8")
    assert check("my/fine").out == advice
    assert check("my/broken", "my/fine").out.count("\n") == 3


def test_what_is_not_wanted_is_not_played_for(monkeypatch):
    monkeypatch.setattr("simulator.cli.check.rehearsed", never)
    for arguments in (["--no-play"], ["--select", "L"], ["--ignore", "Q"]):
        assert check("my/fine", *arguments).code == exits.FINE


def never(scenario: Scenario) -> NoReturn:
    raise AssertionError


@pytest.mark.parametrize("option", ["--select", "--ignore", "--explain"])
def test_a_code_that_does_not_exist_is_the_wrong_command_line(option: str):
    left = check("my/fine", option, "L9O")
    assert left.code == exits.USAGE
    assert "there is no code 'L9O'; did you mean 'L90'?" in left.err


def test_a_code_is_explained_and_the_beginning_of_codes_explains_them_all():
    left = check("--explain", "L90")
    assert left == (
        exits.FINE,
        "L90  what is long\n     logic; a warning, which 'kulla: ignore' can silence\n",
        "",
    )
    told = check("--explain", "R0,l90").out
    assert "R01  a name that points nowhere\n     references; a mistake, which keeps" in told
    assert told.index("L90  ") < told.index("R01  ") < told.index("R02  ")


def test_without_a_path_there_is_nothing_to_check():
    assert check().code == exits.USAGE


@pytest.mark.parametrize(
    ("named", "reason"),
    [
        ("nihgt", "No such file or directory; did you mean 'night'?"),
        ("nowhere/at-all", "No such file or directory."),
        ("empty", "it holds no scenario.yaml."),
        ("n" * 300, "File name too long."),
    ],
)
def test_what_cannot_be_read_is_told_in_one_sentence(named: str, reason: str, here: Path):
    (here / "empty").mkdir()
    assert check(named) == (exits.BAD_SCENARIO, "", f"{named} can't be read: {reason}\n")


def test_the_file_that_cannot_be_read_is_named_and_the_rest_checked_all_the_same(here: Path):
    (here / "my" / "fine" / "injects" / "one.yaml").mkdir(parents=True)
    left = check("nowhere", "my")
    assert (left.code, left.out) == (exits.BAD_SCENARIO, lines(*MISTAKES))
    assert left.err.splitlines()[1].startswith("my/fine/injects/one.yaml can't be read: ")


def test_excerpts_show_the_place_and_colours_are_for_terminals(monkeypatch):
    monkeypatch.setenv("COLUMNS", "50")
    plain = check("my/broken", "--excerpts").out.splitlines()
    assert plain == [
        "my/broken/scenario.yaml:3:1: F01 unknown key",
        "    'titel'; did you mean 'title'?",
        "   3 | titel: Nothing happens",
        "     | ^^^^^",
        "my/broken/scenario.yaml:5:9: V02 a duration",
        "    carries its units, like 90s, 20m, 1h30m or 2d;",
        "    1 does not",
        "   5 | length: 1",
        "     |         ^",
    ]
    monkeypatch.setattr("simulator.cli.check.in_colour", lambda: True)
    coloured = check("my/broken", "--excerpts").out
    assert "\x1b[31mF01\x1b[0m" in coloured or "\x1b[31m F01\x1b[0m" in coloured
    assert click.unstyle(coloured).splitlines() == plain


@pytest.mark.parametrize(
    ("terminal", "no_colour", "coloured"), [(1, "", 1), (1, "1", 0), (0, "", 0)]
)
def test_colours_can_be_refused(terminal, no_colour, coloured, monkeypatch):
    monkeypatch.setenv("NO_COLOR", no_colour)
    monkeypatch.setattr("sys.stdout.isatty", lambda: bool(terminal), raising=False)
    assert findings_text.in_colour() == bool(coloured)


def test_who_waits_for_long_sees_a_count_that_is_wiped_away(monkeypatch, capsys):
    monkeypatch.setattr(progress, "PATIENCE", -1)
    monkeypatch.setattr("sys.stderr.isatty", lambda: True, raising=False)
    scenario = load(Path("my/fine"))
    rehearsal = rehearsed.rehearsed(scenario)
    assert len(rehearsal.runs) == 48
    told = capsys.readouterr().err.split("\r\x1b[K")
    assert (told[1], told[-2:]) == ("Playing it: 1 of 48 runs", ["Playing it: 48 of 48 runs", ""])
    for _ in range(2):
        rehearsal.play(scenario, Setup(), (), None)
    told = capsys.readouterr().err.split("\r\x1b[K")
    assert told == ["", "Deciding otherwise: run 1", "", "Deciding otherwise: run 2", ""]


def test_what_is_tried_beside_the_runs_is_given_up_too():
    scenario, given_up = load(Path("my/fine")), list[bool]()
    rehearsal = rehearsed.rehearsed(scenario, lambda: bool(given_up))
    given_up.append(True)
    with pytest.raises(rehearsed.Abandoned):
        rehearsal.play(scenario, Setup(), (), None)


class Enough(Exception):
    """The person had enough."""


def watched(*happenings: Callable[[], object]) -> list[str]:
    """What is shown while these happen, one at each look."""
    shown: list[str] = []
    rest = iter(happenings)

    def sleep(seconds: float) -> None:
        happening = next(rest, None)
        if happening is None:
            raise Enough
        happening()

    def show(found: Found) -> None:
        shown.append(" ".join([*found.unreadable, *(p.code for p in found.problems)]))

    # What a process of tests holds takes long to be searched.
    with pytest.raises(Enough), patch.object(gc, "collect"):
        rechecking.recheck(["my/fine"], Wanted(), show, sleep)
    return shown


def test_watching_checks_at_once_and_plays_when_all_is_quiet():
    file = Path("my/fine/scenario.yaml")
    dull, quiet = MINIMAL.replace("Nothing happens", "Dull"), [lambda: None] * 5
    shown = watched(
        lambda: file.write_text(MINIMAL.replace("1h", "10h")),
        lambda: file.write_text(BROKEN),
        lambda: file.write_text(dull),
        *quiet,
        file.unlink,
        lambda: file.write_text(MINIMAL),
        lambda: shutil.copy("my/broken/scenario.yaml", "my/fine/injects.yaml"),
    )
    gone = "my/fine can't be read: it holds no scenario.yaml."
    assert shown == ["", "L90", "F01 V02", "", "Q91", gone, "", ""]


def test_a_change_while_it_is_played_begins_anew(monkeypatch):
    file = Path("my/fine/scenario.yaml")

    def runs(scenario: Scenario) -> Iterator[object]:
        if scenario.length == 3600:
            file.write_text(MINIMAL.replace("1h", "10h"))
        yield from runs_as_ever(scenario)

    monkeypatch.setattr(rehearsed, "runs", runs)
    assert watched(*[lambda: None] * 11) == ["", "L90", "L90"]


def test_only_people_watch():
    left = check("my/fine", "--watch", "--format", "json")
    assert left.code == exits.USAGE


def test_what_only_play_shows_is_not_looked_for_without_it():
    left = check("my/fine", "--select", "Q45,Q46", "--no-play")
    assert left.code == exits.USAGE
    assert "leave --no-play away" in left.err
    assert check("my/fine", "--select", "Q45,L", "--no-play").code == exits.FINE
