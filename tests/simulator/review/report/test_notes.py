"""`notes.md`: what people write is read, and a draft that nobody touched is made anew."""

from hypothesis import given
from hypothesis import strategies as st

from simulator.paper.blocks import Claim, Claims
from simulator.review.report.notes import NONE, Passage, begun, blocks, read

DRAFT = (Claim("It was held.", ("e1", "e2.3")), Claim("It ended well."))
FILE = begun("en", DRAFT)


def test_a_first_file_says_nothing_yet():
    assert "It was held. [1, 2.3]" in FILE
    assert "# Recommendations" in FILE
    assert read(FILE) == NONE


def test_a_draft_that_was_changed_is_the_summary():
    notes = read(FILE.replace("It ended well.", "It ended badly."))
    assert notes.part("summary") == (
        Passage("It was held.", cites=("e1", "e2.3")), Passage("It ended badly."),
    )  # fmt: skip


def test_a_draft_that_was_taken_out_is_made_anew():
    notes = read(FILE.replace("It was held. [1, 2.3]\n\nIt ended well.", ""))
    assert notes == NONE


def test_paragraphs_and_lists_are_read_in_any_language_and_case():
    notes = read(
        "# PIKA TË FORTA\n# strengths\nOne line\ngoes on.\n\n- first\n  goes on\n"
        "* second [4]\n3. third\nlast\n"
    )  # fmt: skip
    assert notes.part("strengths") == (
        Passage("One line goes on."), Passage("first goes on", True),
        Passage("second", True, ("e4",)), Passage("third last", True),
    )  # fmt: skip


def test_a_heading_that_is_no_part_of_a_report_is_named():
    notes = read("before all\n\n## Root causes ##\n\nNone.\n\n# Discussion\n\nLong.\n")
    assert notes.unknown == ("Root causes",)
    assert notes.part("discussion") == (Passage("Long."),)


def test_comments_are_not_read_and_one_without_end_is_text():
    notes = read("# Discussion\n<!-- a\n# Strengths\n-->\nSaid.\n\n<!-- never ends\n")
    assert notes.part("discussion") == (Passage("Said."), Passage("<!-- never ends"))
    assert notes.part("strengths") == ()


def test_what_is_written_is_text_and_only_known_events_lead_anywhere():
    notes = read("# Discussion\n<script>x</script> {{7*7}} [here](javascript:x) [1]\n\nNo. [9]\n")
    [told] = blocks(notes.part("discussion"), frozenset({"e1"}))
    assert told == Claims(
        (Claim("<script>x</script> {{7*7}} [here](javascript:x)", ("e1",)), Claim("No. [9]")),
        listed=False,
    )


def test_what_leads_nowhere_and_what_stands_beneath_no_heading_is_known():
    notes = read("Ours.\n# Strengths\nA. [1]\n\nB. [9]\n\n- C. [9, 1]\n")
    assert notes.loose
    assert not read("<!-- how -->\n# Strengths\nA.\n").loose
    assert notes.astray(frozenset({"e1"})) == ("e9",)


def test_several_places_may_be_written_as_a_report_prints_them():
    known = frozenset({"e1", "e2.3", "e4"})
    for written in ("A [b] c. [1] [2.3][4]", "A [b] c. [1, 2.3] [4]", "A [b] c. [1, 2.3, 4]"):
        [told] = blocks(read(f"# Discussion\n{written}\n").part("discussion"), known)
        assert told.items == (Claim("A [b] c.", ("e1", "e2.3", "e4")),)


def test_lists_and_paragraphs_stay_apart():
    notes = read("# Discussion\nA.\n\n- b\n- c\n\nD.\n")
    told = [*blocks(notes.part("discussion"), frozenset())]
    assert [(len(block.items), block.listed) for block in told] == [
        (1, False),
        (2, True),
        (1, False),
    ]


def test_marks_of_the_beginning_and_ends_of_lines_of_other_systems_change_nothing():
    assert read("\ufeff" + FILE.replace("\n", "\r\n")) == NONE


@given(st.lists(st.text(), max_size=4), st.sampled_from(["en", "sq"]))
def test_whatever_a_draft_says_it_is_known_again(words: list[str], language: str):
    assert read(begun(language, [Claim(f"It is {one}") for one in words])) == NONE


@given(st.text())
def test_any_text_is_read(text: str):
    read(f"# Strengths\n{text}")
    read(text)
