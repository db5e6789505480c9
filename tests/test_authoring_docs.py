"""What authors are told is carried out: the first exercise, how it breaks, and each recipe."""

import os
import re
import shlex
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from click.testing import CliRunner

from simulator.authoring.checking.check import checked
from simulator.authoring.formatting import formatted
from simulator.authoring.trying.reading import stories_of
from simulator.authoring.trying.results import played
from simulator.cli.exits import FINDINGS, FINE
from simulator.scenario import load
from tests.test_docs import KULLA, TEXT, Block, blocks, shown
from tui.cli import kulla

AUTHORING, COOKBOOK = "docs/authoring.md", "docs/cookbook.md"
ANYTHING = "...\n"
ONLY_AT_A_TERMINAL = {"play", "preview"}
RECIPES = [block for block in blocks(COOKBOOK, "yaml") if not block.name.endswith(".tests.yaml")]
CHANGES = re.compile(r"cd |rm |kulla (new|fmt) |.* --fix$")
BREAKS = re.compile(r"^\| (\d+) \| `(.+?)` \| `(.+?)` \| `(.+?)` \| `(.+?)` \|$", re.MULTILINE)


class Break(NamedTuple):
    """A line of the table: which file, what is written instead of what, and what is told."""

    number: str
    file: str
    old: str
    new: str
    told: str


def edit(block: Block, folder: Path) -> None:
    """Without more than a name the file is written anew; `add` adds to its end, `change ID` and
    `line TEXT` replace an item, and a line."""
    name, way, what = [*block.name.split(" ", 2), "", ""][:3]
    file = folder / name
    if not way:
        file.write_text(block.text, "utf-8")
        return
    whole = file.read_text("utf-8")
    if way == "add":
        file.write_text(f"{whole}\n{block.text}", "utf-8")
        return
    item = rf"^- id: {what}\n(?:  .*\n)*" if way == "change" else rf"^ *{re.escape(what)}\n"
    old = re.findall(item, whole, re.MULTILINE)
    assert len(old) == 1, block.place
    file.write_text(whole.replace(old[0], block.text), "utf-8")


def obey(command: str, output: str, place: str) -> None:
    """Do in this process what a shell would do, and compare what it says."""
    name, *arguments = shlex.split(command, comments=True)
    if name == "cd":
        os.chdir(arguments[0])
    elif name == "rm":
        for argument in arguments:
            Path(argument).unlink()
    else:
        assert name == "kulla", place
        call(arguments, output, place)


def call(arguments: list[str], output: str, place: str) -> None:
    name, *others = arguments
    if name in ONLY_AT_A_TERMINAL and "--html" not in others:
        KULLA[name].make_context(name, others)
        return
    made = CliRunner().invoke(kulla, arguments, standalone_mode=False)
    assert made.exception is None, (place, made.exception)
    assert re.fullmatch(as_it_stands(output), made.output), f"{place}\n{made.output}"
    assert made.return_value in ({FINE} if output == ANYTHING else {FINE, FINDINGS}), place


def as_it_stands(output: str) -> str:
    """To the letter, for lines and columns count; a line of `...` stands for any lines."""
    lines = output.splitlines(keepends=True)
    return "".join(r"(?:.*\n)*" if line == ANYTHING else re.escape(line) for line in lines)


def carried_out(*, commands: bool) -> None:
    """All of the document in its order, or only what changes files."""
    for block in blocks(AUTHORING):
        if block.kind in {"sh", "console"}:
            for command, output in shown(block):
                if commands or CHANGES.match(command):
                    obey(command, output, block.place)
        elif block.name != "excerpt":
            edit(block, Path.cwd())


@pytest.fixture
def somewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_who_follows_the_document_has_an_exercise_of_ten_injects_that_is_clean(somewhere: Path):
    carried_out(commands=True)
    exercise = somewhere / "harbour-watch"
    scenario, problems, _ = checked(exercise)
    assert scenario is not None
    assert problems == ()
    assert len(scenario.injects) == 10
    assert len(stories_of(exercise, scenario)[0].told) == 3


def breaks() -> Iterator[Break]:
    yield from map(Break._make, BREAKS.findall(TEXT[AUTHORING]))


def test_it_breaks_in_twenty_ways_that_are_each_caught_on_the_right_line(somewhere: Path):
    carried_out(commands=False)
    exercise, told = somewhere / "harbour-watch", {}
    for one in breaks():
        file = exercise / one.file
        whole = file.read_text("utf-8")
        assert whole.count(one.old) == 1, one
        file.write_text(whole.replace(one.old, one.new), "utf-8")
        line = whole.count("\n", 0, whole.index(one.old)) + 1
        told[one] = [
            f"{Path(problem.path).relative_to(exercise)}:{str(problem).partition(':')[2]}"
            for problem in checked(exercise, played=False).problems
        ]
        assert f":{line}:" in one.told, one
        file.write_text(whole, "utf-8")
    assert told == {one: [one.told] for one in told}
    assert [one.number for one in told] == [str(number) for number in range(1, 21)]


@pytest.fixture
def kitchen(somewhere: Path) -> Path:
    for block in blocks(COOKBOOK, "yaml"):
        (somewhere / block.name).write_text(block.text, "utf-8")
    return somewhere


@pytest.mark.parametrize("recipe", RECIPES, ids=lambda block: block.name)
def test_a_recipe_is_clean_and_does_what_its_tests_say(recipe: Block, kitchen: Path):
    path = kitchen / recipe.name
    _, problems, _ = checked(path)
    assert problems == ()
    scenario = load(path)
    told = [told for file in stories_of(path, scenario) for told in file.told]
    assert told or recipe.name == "base.yaml"
    for one in told:
        assert not played(one, scenario).misses, one.story.test


def test_recipes_are_laid_out_as_kulla_does_it():
    for block in blocks(COOKBOOK, "yaml"):
        assert formatted(block.text.encode(), block.name) == block.text, block.place


def test_the_cookbook_lists_its_twenty_patterns():
    patterns = re.findall(r"^## (.+)$", TEXT[COOKBOOK], re.MULTILINE)
    listed = re.findall(r"^\| \[(.+?)\]", TEXT[COOKBOOK], re.MULTILINE)
    assert listed == patterns
    assert len(patterns) == len(RECIPES) - 1 == 20
