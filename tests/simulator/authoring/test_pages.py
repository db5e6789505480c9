"""Each code has a page, and its examples are what they say they are."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from docs import checks
from simulator.authoring.checking.check import checked
from simulator.authoring.checking.codes import CODES, FOUND, MISTAKES, needs_play
from simulator.authoring.checking.pages import BASE, Example, pages
from simulator.scenario.characters import UNSHOWABLE
from simulator.scenario.problem import Problem

PAGES = pages()


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("pages") / "scenario"


def found_in(example: Example, folder: Path, *, played: bool = False) -> list[Problem]:
    """What is told of an example, with the names of its files for paths."""
    for name, raw in example.files().items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(raw)
    problems = checked(folder, played=played).problems
    shutil.rmtree(folder)
    return [p._replace(path=Path(p.path).relative_to(folder).as_posix()) for p in problems]


def heavy(problems: list[Problem]) -> Iterator[Problem]:
    return (problem for problem in problems if CODES[problem.code].weight != "advice")


def test_no_code_means_two_things():
    tables = [*MISTAKES, *FOUND]
    assert len(CODES) == sum(map(len, tables)) + 1
    assert all(re.fullmatch(r"[A-Z]\d\d", code) for code in CODES)


def test_the_document_is_written_as_the_pages_are():
    text = checks.PAGE.read_text("utf-8")
    assert text == checks.page(), "make docs writes it anew"
    assert not UNSHOWABLE.search(text)


def test_every_code_has_a_page_and_every_page_a_code():
    assert PAGES.keys() == CODES.keys()


def test_what_examples_stand_on_has_nothing_that_should_be_mended(folder: Path):
    assert [*heavy(found_in(Example({}), folder, played=True))] == []
    assert list(BASE)[:3] == ["kulla", "id", "title"]


@pytest.mark.parametrize("code", PAGES)
def test_the_bad_example_has_the_code_on_the_lines_that_it_marks_and_nothing_else(
    code: str, folder: Path
):
    bad = PAGES[code].bad
    problems = found_in(bad, folder, played=needs_play(code))
    lines = {(problem.path, problem.line) for problem in problems if problem.code == code}
    assert lines, f"{code} is not found in {problems}"
    marked = bad.marked(code)
    assert lines == marked or not marked or (bad.long and lines <= marked)
    many = code == "Y35"  # which needs others
    assert [problem for problem in heavy(problems) if problem.code != code and not many] == []


@pytest.mark.parametrize("code", PAGES)
def test_the_good_example_has_nothing_that_should_be_mended(code: str, folder: Path):
    problems = found_in(PAGES[code].good, folder, played=needs_play(code))
    assert [*heavy(problems)] == []
    assert code not in {problem.code for problem in problems}
