"""Charts as pictures: exact, legible, the same for the same chart, whatever they show."""

import re
from collections.abc import Iterable
from itertools import pairwise
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.paper.charts import (
    Calibrated,
    Chart,
    Curves,
    Dot,
    Line,
    Row,
    Stack,
    Timeline,
)
from simulator.paper.drawing import alone, drawn
from simulator.paper.drawing.canvas import breadth, cut, marks, spread, thinned
from tests.simulator.paper.papers import TICKS, charts

SVG = "{http://www.w3.org/2000/svg}"
EMPTY: tuple[Chart, ...] = (
    Curves(0, 0, 0, "", (), ()), Timeline(0, (), (), ()), Stack(0, (), (), (), ""),
    Calibrated((), "", ""), Curves(60, 5, 5, "", (Line("", ((30, 5),)), Line("", ())), TICKS),
    Timeline(60, (Row("", ()),), TICKS, ()), Stack(60, (), (("a", ()),), TICKS, ""),
)  # fmt: skip


def read(chart: Chart) -> list[ElementTree.Element]:
    return [ElementTree.fromstring(picture) for picture in alone(chart)]


def looked(tree: ElementTree.Element, look: str) -> list[ElementTree.Element]:
    """Elements that have this class."""
    return [one for one in tree.iter() if look in one.get("class", "").split()]


def corners(path: ElementTree.Element) -> list[tuple[float, float]]:
    found = re.findall(r"[ML](-?[\d.]+) (-?[\d.]+)", path.get("d", ""))
    return [(float(x), float(y)) for x, y in found]


def texts(tree: ElementTree.Element) -> list[str]:
    return ["".join(one.itertext()) for one in tree.iter(f"{SVG}text")]


@pytest.mark.parametrize("chart", [*charts(), *EMPTY], ids=range(len(charts()) + len(EMPTY)))
def test_each_chart_is_drawn_whole_and_always_the_same(chart: Chart):
    assert alone(chart) == alone(chart)
    for tree in read(chart):
        width, height = tree.get("viewBox", "").split()[2:]
        assert 0 < float(width) <= 720
        assert 0 < float(height) < 1000
        assert "style" not in {name for one in tree.iter() for name in one.attrib}
        for one in tree.iter():
            for number in re.findall(r"-?[\d.]+", one.get("d", "") + one.get("x", "")):
                assert re.fullmatch(r"-?\d+\.\d|0|1", number)


def test_a_page_is_told_what_is_seen():
    made = drawn(charts()[0], "Power", "It falls to 0 & stays there.")
    assert 'role="img" aria-label="Power: It falls to 0 &amp; stays there."' in made


# Where things stand


def test_a_point_stands_where_its_axes_say():
    (tree,) = read(Curves(60, 0, 100, "%", (Line("a", ((0, 0), (30, 25), (60, 100))),), TICKS))
    (line,) = looked(tree, "curve")
    (left, foot), (x, y), (right, top) = corners(line)
    assert x == pytest.approx((left + right) / 2)
    assert y == pytest.approx(foot + (top - foot) / 4)
    grid = looked(tree, "grid")
    level = {float(one.get("y1", "")) for one in grid if one.get("y1") == one.get("y2")}
    assert {foot, top} <= level
    assert len(level) == len({"0", "20", "40", "60", "80", "100"} & set(texts(tree))) == 6


def test_a_stretch_is_as_long_as_it_took():
    dots = (Dot(10, 30, "order", "a"), Dot(40, 50, "order", "b"))
    (tree,) = read(Timeline(60, (Row("r", dots),), TICKS, (("order", "orders"),)))
    first, second = (float(one.get("width", "")) for one in looked(tree, "stretch"))
    assert first == pytest.approx(2 * second, abs=0.1)


def test_amounts_lie_on_each_other():
    (tree,) = read(Stack(60, (0, 30), (("a", (1, 2)), ("b", (3, 0))), TICKS, ""))
    upper, lower = (
        {y for _, y in corners(one)} for one in looked(tree, "layer") if one.get("d")
    )  # fmt: skip
    foot = max(lower)
    unit = (foot - min(upper)) / 4
    assert sorted(lower) == pytest.approx([foot - 2 * unit, foot - unit, foot], abs=0.1)


# Whatever there is


@settings(max_examples=30, deadline=None)
@given(
    st.lists(
        st.tuples(st.floats(0, 1000), st.floats(0, 300), st.sampled_from(["inject", "order"])),
        max_size=60,
    )
)
def test_nothing_on_a_timeline_is_lost(found: list[tuple[float, float, str]]):
    dots = tuple(Dot(at, at + more, kind, "x") for at, more, kind in found)
    trees = read(Timeline(1000, (Row("r", dots),), (), (("inject", "i"), ("order", "o"))))
    signs = sum(len(looked(tree, "dot")) for tree in trees) - 2  # those of the legend
    more = sum(int(words) for tree in trees for words in texts(tree) if words.startswith("+"))
    assert signs + more == len(dots)


def test_four_hundred_at_one_moment_are_counted():
    dots = tuple(Dot(30, 30, "inject", f"message {n}", f"e{n}") for n in range(400))
    (tree,) = read(Timeline(60, (Row("r", dots),), TICKS, ()))
    assert "+398" in texts(tree)
    assert [one.get("href") for one in tree.iter(f"{SVG}a")] == ["#e0", "#e1"]


def test_many_rows_stand_on_several_pages_of_one_height():
    dots = tuple(Dot(n, n + 1, kind, "x") for n, kind in enumerate(("inject", "order", "report")))
    trees = read(Timeline(60, tuple(Row(f"role {n}", dots) for n in range(40)), TICKS, ()))
    heights = [float(tree.get("height", "")) for tree in trees]
    assert max(heights) <= 930
    assert max(heights) - min(heights) < 100
    told = [words for tree in trees for words in texts(tree) if words.startswith("role")]
    assert told == [f"role {n}" for n in range(40)]


@pytest.mark.parametrize("number", [1, 6, 40])
def test_the_names_of_lines_never_lie_over_each_other(number: int):
    lines = tuple(Line(f"line {n}", ((0, 1), (60, 1))) for n in range(number))
    (tree,) = read(Curves(60, 0, 2, "", lines, TICKS))
    named = [one for one in tree.iter(f"{SVG}text") if (one.text or "").startswith("line")]
    places = sorted(float(one.get("y", "")) for one in named)
    assert len(places) == number
    assert all(after - before >= 14 for before, after in pairwise(places))
    assert places[-1] < float(tree.get("height", ""))


def test_lines_are_told_apart_without_their_colours():
    lines = tuple(Line(f"line {n}", ((0, n), (60, n))) for n in range(6))
    (tree,) = read(Curves(60, 0, 6, "", lines, TICKS))
    dashes = [re.findall(r"\bd\d", one.get("class", "")) for one in looked(tree, "curve")]
    assert len({*map(tuple, dashes)}) == 6


def test_no_peak_is_lost_among_many_moments():
    moments = tuple(range(20_000))
    amounts = tuple(50 if at == 7_777 else at % 7 for at in moments)
    (tree,) = read(Stack(20_000, moments, (("a", amounts),), (), ""))
    (layer,) = (one for one in looked(tree, "layer") if one.get("d"))
    assert min(y for _, y in corners(layer)) == 28.0
    assert len(layer.get("d", "")) < 60_000


@settings(max_examples=30, deadline=None)
@given(st.lists(st.floats(-9, 9), max_size=50))
def test_what_is_thinned_keeps_its_ends_and_extremes(values: list[float]):
    places = [(n / 9, value) for n, value in enumerate(values)]
    kept = thinned(places)
    assert kept[:1] == places[:1]
    assert kept[-1:] == places[-1:]
    assert {int(x) for x, _ in kept} == {int(x) for x, _ in places}
    for pick in (min, max):
        assert pick([y for _, y in kept], default=0) == pick([y for _, y in places], default=0)
    assert [*iterated(kept, places)] == kept


def iterated(kept: Iterable, places: Iterable) -> Iterable:
    """Of those kept, the ones that stand among all in the same order."""
    left = iter(places)
    return (one for one in kept if any(one == other for other in left))


ANY = st.floats(allow_nan=True, allow_infinity=True)


@settings(max_examples=30, deadline=None)
@given(ANY, ANY, ANY, st.lists(st.tuples(ANY, ANY), min_size=1, max_size=4))
def test_no_number_breaks_a_picture(
    until: float, low: float, high: float, places: list[tuple[float, float]]
):
    points = tuple(places)
    (at, value), *_ = points
    for chart in (
        Curves(until, low, high, "", (Line("a", points),), ((at, "t"),), (low, high), "u"),
        Timeline(until, (Row("r", (Dot(at, value, "order", "x"),)),), ((at, "t"),), ()),
        Stack(until, tuple(at for at, _ in points), (("a", tuple(v for _, v in points)),), (), ""),
        Calibrated(((at, value, 1),), "", ""),
    ):
        for tree in read(chart):
            for one in tree.iter():
                said = " ".join(one.get(name, "") for name in ("d", "x", "y", "width"))
                assert not re.search("nan|inf|e", said)


def test_words_are_cut_where_there_is_no_room_and_told_whole():
    long = "A ministry with a very long name " * 4
    chart = Timeline(60, (Row(long, ()),), TICKS, ())
    assert f"<title>{long}</title>" in alone(chart)[0]
    for room in (0, 12, 50, 1000):
        assert breadth(cut(long, room)) <= max(room, 12)
    assert cut("短い言葉", 50) == "短い言葉"


# Axes


@pytest.mark.parametrize(
    ("low", "high", "names"),
    [
        (0, 100, ["0", "20", "40", "60", "80", "100"]),
        (-1, 1, ["-1.0", "-0.5", "0.0", "0.5", "1.0"]),
        (0, 7, ["0", "2", "4", "6"]),
        (49.9, 50.1, ["49.90", "49.95", "50.00", "50.05", "50.10"]),
        (0, 5e9, ["0", "1e+09", "2e+09", "3e+09", "4e+09", "5e+09"]),
        (3, 3, ["3"]),
    ],
)
def test_an_axis_is_marked_where_numbers_are_round(low: float, high: float, names: list[str]):
    assert [name for _, name in marks(low, high)] == names


def test_names_are_spread_as_little_as_needed():
    assert spread([10, 50, 90], 0, 100) == [10, 50, 90]
    assert spread([95, 96, 97], 0, 100) == [72, 86, 100]
