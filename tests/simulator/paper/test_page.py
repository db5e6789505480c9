"""Papers as pages: whole, linked, inert, and legible for all."""

import re
from itertools import combinations
from math import dist

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.paper import blocks as b
from simulator.paper.drawing.look import looks
from simulator.paper.linking import linked
from simulator.paper.markdown import markdown
from simulator.paper.page import page
from simulator.paper.pdf import as_data
from simulator.scenario.characters import shown
from tests.simulator.paper.papers import charts, every, grid
from tests.simulator.paper.strict import Strict

HOSTILE = (
    "</style></title><script>alert(1)</script>", '" onload="alert(1)', "<a href='//evil'>", "&lt;b",
    "<!-- ", "]]>", "{{7*7}}${x}%s", "javascript:alert(1)", "a\u202eb\x1b[31m\x00", "W" * 400, " ",
)  # fmt: skip


def test_a_page_with_every_block_is_one_that_a_careful_reader_accepts():
    read = Strict(page(every()))
    assert read.told("lang") == ["en"]
    assert read.names.count("svg") == 4
    assert read.told("role").count("img") >= 5


def test_the_same_paper_is_the_same_page():
    assert page(every("ë")) == page(every("ë"))


def test_a_statement_leads_to_what_stands_behind_it():
    claim = b.Claim("Isolated at last.", ("e7", "e2.9", "e404"))
    rows = (b.Entry("e7", ("a",)), b.Entry("e2.9", ("b",)))
    blocks = (b.Claims((claim,)), b.Register("All", ("Place", "What"), rows))
    made = page(every()._replace(blocks=blocks))
    Strict(made)
    assert '<a href="#e7">[7]</a> <a href="#e2.9">[2.9]</a> [404]' in made
    assert '<tr id="e7"><th scope="row">7</th>' in made


def test_what_stands_beside_a_paper_is_led_to_there():
    claim = b.Claim("Isolated at last.", ("e7", "e404"))
    blocks = (b.Claims((claim,)), b.Grid("G", ("H",), (("c",),), cites=(("e7",),)))
    paper = every()._replace(blocks=blocks, beside=b.Beside("report", frozenset({"e7"})))
    assert page(paper).count('<a href="report.html#e7">[7]</a>') == 2
    assert "[404]</span>" in page(paper)
    assert markdown(paper).count("[7](report.md#e7)") == 2
    # and in PDF, where no link into another file is sure to work, it is named
    told = as_data(paper)["blocks"]
    assert [told[0]["items"][0]["cites"][0], told[1]["cites"][0][0]] == [
        {"name": "7", "to": ""}
    ] * 2


def test_contents_list_headings_as_deep_as_they_are_asked_to():
    heads = (b.Head("A"), b.Head("A", 2), b.Head("A", 3), b.Head("A", 2), b.Head("A"))
    read = Strict(page(every()._replace(blocks=(b.Contents("C", 2), *heads))))
    assert read.told("href") == ["#part-1", "#part-1-1", "#part-1-2", "#part-2"]
    assert read.told("id") == ["part-1", "part-1-1", "part-1-2", "part-2"]


def test_a_table_that_stands_elsewhere_too_is_on_the_screen_and_not_in_print():
    figure = b.Figure("A", "A", charts()[1], grid("a-cell"), "See below.")
    made = page(every()._replace(blocks=(figure,)))
    screen, print_ = made.split("nav li{")[0], made.split("nav li{")[1].split("</style>")[0]
    assert ".instead{display:none}" in screen
    assert ".apart{display:none}.instead{display:block}" in print_
    assert '<details class="apart"><summary>' in made
    assert '<p class="mute instead">See below.</p>' in made
    assert "a-cell" in made.split("<details")[1]


def test_what_is_cited_twice_or_strangely_is_no_anchor():
    entries = tuple(b.Entry(anchor, ()) for anchor in ("e1", "e1", "part-1", "e1 x", "e", "E1"))
    paper = every()._replace(blocks=(b.Register("", ("",), entries),))
    (register,) = linked(paper).blocks
    assert isinstance(register, b.Register)
    assert [entry.anchor for entry in register.entries] == ["e1", "1", "part-1", "1 x", "", "E1"]
    assert Strict(page(paper)).told("id") == ["e1"]


def test_what_is_printed_before_an_exercise_carries_no_more_sheet_than_it_needs():
    plain = every()._replace(blocks=(b.Head("A"), b.Words("b")))
    assert ".chart" not in page(plain)
    boxed = plain._replace(blocks=(b.Frame("", (grid(),)),))
    assert ".chart" in page(boxed)


# Whatever is said


def names(words: str) -> list[str]:
    """All elements but those that letters of a picture need."""
    found = Strict(page(every(words))).names
    return [name for name in found if name not in ("text", "title")]


PLAIN = names("x")


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_words_stay_words(words: str):
    made = page(every(words))
    told = "".join(Strict(made).tree.itertext())
    assert " ".join(shown(words).split()) in " ".join(told.split())
    if words.strip():
        assert names(words) == PLAIN


@settings(max_examples=15, deadline=None)
@given(st.text(min_size=1).filter(lambda words: words.strip() != ""))
def test_no_text_is_ever_markup(words: str):
    assert names(words) == PLAIN


# For all eyes


def linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4


def luminance(colour: str) -> float:
    red, green, blue = (linear(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


TEXTS = [
    *((ink, on) for ink in ("ink", "mute", "head", "call") for on in ("ground", "panel")),
    ("bad", "ground"), ("good", "ground"), ("ink", "h2"), ("head", "h2"),
]  # fmt: skip
SHAPES = [(f"c{n}", on) for n in range(6) for on in ("ground", "panel")]
SHAPES += [("bad", "ground"), ("mute", "panel")]


@pytest.mark.parametrize("dark", [False, True])
def test_letters_and_signs_stand_out_from_their_ground(dark: bool):
    colours = {name: long(colour) for name, colour in looks(dark).items()}
    assert [(a, on) for a, on in TEXTS if contrast(colours[a], colours[on]) < 4.5] == []
    assert [(a, on) for a, on in SHAPES if contrast(colours[a], colours[on]) < 3] == []


def long(colour: str) -> str:
    return colour if len(colour) == 7 else "#" + "".join(sign * 2 for sign in colour[1:])


SEEN = {
    "all": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protan": ((0.152, 1.053, -0.205), (0.115, 0.786, 0.099), (-0.004, -0.048, 1.052)),
    "deutan": ((0.367, 0.861, -0.228), (0.280, 0.673, 0.047), (-0.012, 0.043, 0.969)),
    "tritan": ((1.256, -0.077, -0.179), (-0.078, 0.931, 0.148), (0.005, 0.691, 0.304)),
}
"""How eyes that lack one kind of cones see (Machado, Oliveira and Fernandes 2009)."""


def lab(colour: str, eyes: str) -> tuple[float, float, float]:
    parts = [linear(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5)]
    red, green, blue = (
        min(max(sum(a * b for a, b in zip(row, parts, strict=True)), 0), 1) for row in SEEN[eyes]
    )
    x, y, z = (
        near ** (1 / 3) if near > 0.008856 else 7.787 * near + 16 / 116
        for near in (
            (0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.9505,
            0.2126 * red + 0.7152 * green + 0.0722 * blue,
            (0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.089,
        )
    )
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


@pytest.mark.parametrize("eyes", SEEN)
@pytest.mark.parametrize("dark", [False, True])
def test_colours_of_charts_are_told_apart_by_all_eyes(eyes: str, dark: bool):
    places = [lab(looks(dark)[f"c{n}"], eyes) for n in range(6)]
    assert min(dist(one, other) for one, other in combinations(places, 2)) > 25


def test_paper_is_never_printed_dark():
    sheet = re.search(r"<style>(.*?)</style>", page(every()), re.DOTALL)
    assert sheet
    for media in re.findall(r"@media ([^{]*)\{", sheet[1]):
        assert "dark" not in media or media.startswith("screen")
