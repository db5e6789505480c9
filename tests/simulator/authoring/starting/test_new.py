"""What `kulla new` writes can be checked, played and tested at once; or it writes nothing."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import click
import pytest
from click.testing import CliRunner
from jsonschema import Draft7Validator  # type: ignore[import-untyped]

from simulator.authoring.checking.check import checked
from simulator.authoring.starting import writing
from simulator.authoring.starting.saying import quoted
from simulator.authoring.starting.wishes import USUAL_ROLES, Wishes, id_of
from simulator.authoring.starting.writing import NotEmpty, files_of, write
from simulator.authoring.trying.reading import StoryFile
from simulator.cli.new import command
from simulator.cli.test import command as play_tests
from simulator.engine.exercise import Setup
from simulator.engine.policies import POLICIES
from simulator.rehearsal.playing import play
from simulator.scenario import load
from simulator.scenario.reader import read
from simulator.scenario.values import Text
from tests.simulator.cli.harbour import call

START = "2027-03-01T09:00:00+01:00"
SOC, BOARD, PRESS = ((name, Text((("", title),))) for name, title in [
    ("soc", "SOC"), ("board", 'The "board": all of it'), ("press", "Press"),
])  # fmt: skip
KINDS = {
    "as-it-is": Wishes("town", "A town", START),
    "in-two-languages": Wishes("town", "A town: day #1", START, languages=("sq", "en")),
    "without-an-adversary": Wishes("town", "A town", START, adversary=False),
    "with-one-role": Wishes("town", "A town", START, roles=(SOC,), languages=("sq",)),
    "with-three-roles": Wishes("town", "A town", START, 2 * 3600, (SOC, BOARD, PRESS)),
    "for-four-days": Wishes("town", "A town", START, 4 * 86_400, adversary=False),
}
each_kind = pytest.mark.parametrize("wishes", KINDS.values(), ids=KINDS)


@each_kind
def test_a_first_scenario_is_clean_in_every_family(wishes: Wishes, tmp_path: Path):
    write(tmp_path / "town", wishes)
    assert checked(tmp_path / "town").problems == ()


@each_kind
def test_it_plays_to_its_end_whoever_sits_there(wishes: Wishes, tmp_path: Path):
    write(tmp_path / "town", wishes)
    scenario = load(tmp_path / "town")
    assert list(scenario.roles) == [role for role, _ in wishes.roles]
    for bots in POLICIES:
        played = play(scenario, Setup(bots=bots), (), None)
        assert played.now == scenario.length
        assert not played.stuck


@each_kind
def test_its_files_are_what_their_schemas_want(wishes: Wishes):
    files = files_of(wishes)
    for name, of in {"scenario.yaml": "scenario", "tests/first.yaml": "tests"}.items():
        schema = json.loads(files[f".kulla/{of}.schema.json"])
        tree = read(files[name].encode(), name, list_allowed=True).tree
        assert [e.message for e in Draft7Validator(schema).iter_errors(tree)] == []


def test_both_kinds_of_editors_are_told_where_the_schema_is(tmp_path: Path):
    written = write(tmp_path / "town", KINDS["as-it-is"])
    for name in written:
        path = tmp_path / "town" / name
        if path.suffix == ".yaml":
            first, second = path.read_text("utf-8").splitlines()[:2]
            asked = first.removeprefix("# yaml-language-server: $schema=")
            assert second == f"# $schema: {asked}"
            assert (path.parent / asked).resolve().is_file()
    settings = json.loads((tmp_path / "town/.vscode/settings.json").read_text("utf-8"))
    assert all((tmp_path / "town" / schema).is_file() for schema in settings["yaml.schemas"])


@each_kind
def test_lines_are_short_and_nothing_is_left_to_fill_in(wishes: Wishes):
    for name, text in files_of(wishes).items():
        if name.endswith((".yaml", ".md")):
            assert not any(mark in text for mark in ("@(", "@[", "\n%"))
        if name.endswith(".yaml"):
            assert max(map(len, text.splitlines())) <= 110
            assert "\n\n\n" not in text


def test_its_tests_are_read_without_mistakes_and_two_are_met(tmp_path: Path):
    write(tmp_path / "town", KINDS["with-three-roles"])
    file = StoryFile(tmp_path / "town/tests/first.yaml", load(tmp_path / "town"))
    assert file.problems == []
    assert len(file.told) == 3
    assert call(play_tests, tmp_path / "town").code == 0


def test_a_folder_that_holds_something_is_refused_by_name(tmp_path: Path):
    (tmp_path / "notes.txt").write_text("mine")
    with pytest.raises(NotEmpty, match=r"holds notes\.txt"):
        write(tmp_path, KINDS["as-it-is"])
    left = call(command, tmp_path, "--yes")
    assert left.code == 2
    assert "notes.txt" in left.err
    assert [path.name for path in tmp_path.iterdir()] == ["notes.txt"]


def test_a_file_in_place_of_the_folder_is_refused(tmp_path: Path):
    (tmp_path / "town").write_text("mine")
    assert "is a file" in call(command, tmp_path / "town").err


def test_an_empty_folder_stays_the_same_folder_and_keeps_its_history(tmp_path: Path):
    (tmp_path / "town/.git").mkdir(parents=True)
    before = (tmp_path / "town").stat().st_ino
    write(tmp_path / "town", KINDS["as-it-is"])
    assert (tmp_path / "town").stat().st_ino == before
    assert (tmp_path / "town/.git").is_dir()
    assert load(tmp_path / "town").id == "town"


def test_a_disk_that_fails_leaves_nothing_half_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    def full(of: str) -> str:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(writing, "printed", full)
    left = call(command, tmp_path / "town")
    assert left.code == 2
    assert "No space left" in left.err
    assert list(tmp_path.iterdir()) == []


def test_flags_say_everything(tmp_path: Path):
    left = call(
        command, tmp_path / "x", "--id", "flood", "--title", "The flood", "--role", "soc=SOC",
        "--role", "mayor", "--start", START, "--length", "6h", "--languages", "en,sq", "--minimal",
    )  # fmt: skip
    assert left.code == 0
    assert str(tmp_path / "x/scenario.yaml") in left.out.splitlines()
    scenario = load(tmp_path / "x")
    assert (scenario.id, scenario.length, scenario.adversary) == ("flood", 6 * 3600, None)
    assert scenario.start.isoformat() == START
    assert scenario.roles["soc"].title.into("sq") == "SOC"
    assert scenario.roles["mayor"].title == USUAL_ROLES[1][1]


@pytest.mark.parametrize(
    "wrong",
    [
        ["--role", "Town Council"], ["--role", "control"], ["--role", "a", "--role", "a"],
        ["--length", "1h"], ["--length", "90"], ["--start", "2027-03-01"],
        ["--languages", "de"], ["--title", "${x}"], ["--id", "No"],
    ],
    ids=" ".join,
)  # fmt: skip
def test_what_makes_no_scenario_is_refused_before_anything_is_written(
    wrong: list[str], tmp_path: Path
):
    left = CliRunner().invoke(command, [str(tmp_path / "x"), *wrong])
    assert left.exit_code == 2
    assert list(tmp_path.iterdir()) == []


def test_at_a_terminal_it_asks_for_what_no_option_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    asked = []

    def answer(question: str, *, type: Any, default: Any, err: bool) -> Any:
        asked.append(question)
        said = "soc" if question.startswith("Roles") else default
        return type.convert(said, None, None) if type else said

    for stream in ("stdin", "stderr"):
        monkeypatch.setattr(getattr(sys, stream), "isatty", lambda: True)
    monkeypatch.setattr(click, "prompt", answer)
    monkeypatch.setattr(click, "confirm", lambda question, **given: False)
    context = command.make_context("new", [str(tmp_path / "x"), "--title", "A flood"])
    with context:
        assert command.invoke(context) == 0
    assert [question.split()[0] for question in asked] == ["Roles", "Start", "Length", "Languages"]
    scenario = load(tmp_path / "x")
    assert list(scenario.roles) == ["soc"]
    assert scenario.adversary is None


@pytest.mark.parametrize(
    ("words", "id"),
    [("My Exercise!", "my-exercise"), ("2027 Zgjohu, Shqipëri", "zgjohu-shqiperi"), ("…", "")],
)
def test_a_folder_gives_the_id(words: str, id: str):
    assert id_of(words) == id


@pytest.mark.parametrize(
    "words", ["No", "a: b", "a #b", "Yes, and", '"x" it\'s', "-x", "12", "x:", "@x", "a\tb", "{x"]
)
@pytest.mark.parametrize("line", ["k: {}\n", "k: [{}]\n"])
def test_words_are_read_as_they_were_written(words: str, line: str):
    text = line.format(quoted(words, in_flow="[" in line))
    tree, problems = read(text.encode(), "a.yaml")
    assert problems == []
    assert tree == {"k": words if "[" not in line else [words]}
