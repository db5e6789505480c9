"""What comments of an author keep from being told, and which of them do nothing."""

from collections.abc import Iterator

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.authoring.checking.codes import CODES, Code
from simulator.authoring.checking.ignoring import ignores_in, sifted
from simulator.scenario.problem import Problem
from simulator.scenario.source import Source

TOLD = {
    "L90": Code("L90", "logic", "warning", "a warning"),
    "Q90": Code("Q90", "quality", "advice", "advice"),
}


@pytest.fixture(autouse=True)
def two_codes(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, code in TOLD.items():
        monkeypatch.setitem(CODES, name, code)


def sift(text: str, *found: tuple[int, str]) -> list[tuple[int, int, str]]:
    """What is left of these findings: line, column and code, or the sentence of an X01."""
    problems = [Problem("a.yaml", line, 1, code, "…") for line, code in found]
    left = sifted(problems, [Source("a.yaml", text)], CODES)
    return [(p.line, p.column, p.sentence if p.code == "X01" else p.code) for p in left]


@pytest.mark.parametrize(
    "text",
    [
        "a: 1\nb: 2 # kulla: ignore[L90]\n",
        "a: 1\nb: 2 #kulla:ignore[ L90 ] for they know\n",
        "a: 1\nb: 2 # well. # kulla: ignore[L90]\n",
        "# kulla: ignore-file[L90]\na: 1\nb: 2\n",
        "a: | # kulla: ignore-file[Q90]\n  x\n",
        "# first\n\n# kulla: ignore-file[L90]\n\nb: 2\n",
    ],
)
def test_a_comment_at_the_end_of_the_line_or_at_the_top_of_the_file_is_heeded(text: str):
    left = [told for told in sift(text, (2, "L90")) if told[2] == "L90"]
    assert left == ([(2, 1, "L90")] if "Q90" in text else [])


@pytest.mark.parametrize("between", ["", "\n", "  # a word\n\n"])
def test_a_comment_alone_is_meant_for_the_next_line_that_says_something(between: str):
    text = f"a: 1\n# kulla: ignore[L90, Q90]\n{between}b: 2\nc: 3\n"
    line = text[: text.index("b:")].count("\n") + 1
    assert sift(text, (line, "L90"), (line, "Q90")) == []
    useless = "no Q90 is found here; delete this"
    assert sift(text, (line + 1, "L90"), (line, "L90")) == [(line + 1, 1, "L90"), (2, 22, useless)]


@pytest.mark.parametrize(
    "text",
    [
        "a: |\n  x\n  # kulla: ignore[L90]\nb: 2\n",
        "a: 'x # kulla: ignore[L90]'\n",
        'a: "x\n  # kulla: ignore[L90]"\n',
        "a: x#kulla: ignore[L90]\n",
        "a: >\n  x # kulla: ignore[L90]\n",
    ],
)
def test_words_of_a_text_are_no_comment(text: str):
    line = text[: text.index("kulla:")].count("\n") + 1
    assert sift(text, (line, "L90")) == [(line, 1, "L90")]


def test_behind_the_sign_of_a_long_text_and_below_it_comments_can_stand():
    assert sift("a: | # kulla: ignore[L90]\n  x\n", (1, "L90")) == []
    assert sift("a: |\n  x\n# kulla: ignore[L90]\nb: 1\n", (4, "L90")) == []


@pytest.mark.parametrize(
    ("comment", "column", "sentence"),
    [
        ("ignore[L90]", 23, "no L90 is found here; delete this"),
        ("ignore[L9O]", 23, "there is no code 'L9O'; did you mean 'L90'?"),
        ("ignore[l90]", 23, "there is no code 'l90'; did you mean 'L90'?"),
        ("ignore[R01]", 23, "R01 is a mistake and can't be ignored; mend it"),
        ("ignore", 7, "say what to ignore, as in 'kulla: ignore[L31]'"),
        ("ignore[]", 7, "say what to ignore, as in 'kulla: ignore[L31]'"),
        ("ignroe[L90]", 16, "nothing is done for 'ignroe'; did you mean 'ignore'?"),
        ("ignore-file[L90]", 28, "what is ignored in a whole file stands above its first key"),
    ],
)
def test_an_ignore_that_does_nothing_is_told(comment: str, column: int, sentence: str):
    assert sift(f"abc: 1 # kulla: {comment}\n", (2, "L90"))[1:] == [(1, column + 1, sentence)]


def test_other_words_behind_the_name_are_an_author_s_own():
    assert [*ignores_in(Source("a.yaml", "a: 1 # kulla: see below\n"))] == []


def test_of_what_was_not_looked_for_nobody_knows_whether_it_is_of_use():
    source = Source("a.yaml", "a: 1 # kulla: ignore[Q90]\n")
    assert [*sifted([], [source], CODES.keys() - {"Q90"})] == []
    assert [p.code for p in sifted([], [source], CODES)] == ["X01"]


def test_a_comment_is_for_its_own_file():
    problem = Problem("b.yaml", 1, 1, "L90", "…")
    sources = [Source("a.yaml", "a: 1 # kulla: ignore[L90]\n"), Source("b.yaml", "b: 1\n")]
    assert [p.code for p in sifted([problem], sources, CODES)] == ["L90", "X01"]


LINES = st.sampled_from(
    ["k{n}: 1", "k{n}: '#'", "k{n}: |\n  text\n  # kulla: ignore[L90]", "# a word", "",
     "k{n}: # kulla: ignore[L90]", "# kulla: ignore[L90]", "k{n}: a b # kulla: ignore[Q90]"]
)  # fmt: skip


def _loaded(text: str) -> object:
    return yaml.load(text, yaml.CSafeLoader)


def comments(text: str) -> Iterator[int]:
    """By YAML itself: where a comment stands, its line without it means the same."""
    for number, line in enumerate(text.split("\n")):
        before, sign, _ = line.partition("# kulla:")
        lines = text.split("\n")
        lines[number] = before.rstrip()
        if sign and _loaded("\n".join(lines)) == _loaded(text):
            yield number + 1


@given(st.lists(LINES, max_size=8))
@settings(max_examples=40)
def test_comments_are_those_that_yaml_takes_for_comments(lines: list[str]):
    text = "".join(f"{line.format(n=n)}\n" for n, line in enumerate(lines))
    found = [source_line(ignore, text) for ignore in ignores_in(Source("a.yaml", text))]
    assert found == [*comments(text)]


def source_line(ignore, text: str) -> int:
    return text[: ignore.at].count("\n") + 1
