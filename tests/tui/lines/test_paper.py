"""Lines: never too wide, broken between words, and nothing lost."""

from hypothesis import given
from hypothesis import strategies as st

from tui.cleaning import clean
from tui.lines.paper import WIDTH, Prose, lines_of

TEXT = st.text(st.characters(codec="utf-8"), max_size=400)
WORDS = st.lists(st.text("abc", min_size=1, max_size=12)).map(" ".join)


@given(TEXT, st.integers(20, WIDTH))
def test_no_line_is_wider_than_the_paper(text: str, width: int):
    assert all(len(line) <= width for line in lines_of(text, width) if line.isascii())


@given(TEXT)
def test_no_letter_is_lost(text: str):
    kept = "".join("".join(lines_of(text, 20)).split())
    assert kept == "".join(clean(text).expandtabs(4).split())


@given(WORDS, st.integers(20, WIDTH))
def test_words_stay_whole(text: str, width: int):
    assert " ".join(lines_of(Prose(text), width)).split() == text.split()


def test_signs_of_two_columns_are_counted_as_two():
    assert [len(line) for line in lines_of(Prose("漢" * 30), 20)] == [10, 10, 10]


def test_a_paragraph_hangs_and_prose_does_not():
    assert list(lines_of("1. aa bb cc", 8)) == ["1. aa bb", "  cc"]
    assert list(lines_of("  1. aa bb", 8)) == ["  1. aa", "    bb"]
    assert list(lines_of(Prose("1. aa bb cc"), 8)) == ["1. aa bb", "cc"]


def test_lines_stay_lines_and_tabs_are_gaps():
    assert list(lines_of("a\n\n\tb")) == ["a", "", "    b"]
