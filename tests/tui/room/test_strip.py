"""A strip of time around now: what was sent to whom, and what is to come."""

from hypothesis import given
from hypothesis import strategies as st

from tests.tui.room.overview import inject
from tui.room import strip
from tui.room.strip import Window

START = "2022-07-15T12:00:00"
HOUR = 3600
ONE_ROLE = [("SOC", frozenset({"soc"}))]


def drawn(*rows, now=HOUR, cells=30, roles=ONE_ROLE, pointed="", end=10 * HOUR):
    """The lanes as text; a minute is a cell."""
    sight = strip.window(now, cells * 60, cells)
    lanes = strip.lanes(rows, roles, sight, (now, end), pointed)
    return ["".join(spot.sign for spot in lane.spots) for lane in lanes]


def test_the_past_lies_before_now_and_what_is_due_after_it():
    sent = inject("sent", state="sent", sent_at=HOUR - 5 * 60)
    due = inject("due", state="due", due=HOUR + 4 * 60)
    waits = inject("waits")
    assert drawn(sent, due, waits) == ["─────●────┃┄┄┄►┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄"]


def test_several_that_meet_are_counted_and_the_worst_gives_the_ink():
    rows = [inject(f"i{n}", state="due", due=HOUR + 60) for n in range(3)]
    late = inject("late", state="missed", sent_at=HOUR - 60)
    fine = inject("fine", state="answered", sent_at=HOUR - 60)
    assert drawn(*rows, late, fine) == ["─────────2┃3" + "┄" * 18]
    sight = strip.window(HOUR, 1800, 30)
    (lane,) = strip.lanes([fine, late], ONE_ROLE, sight, (HOUR, 2 * HOUR), "late")
    assert lane.spots[9] == ("2", "bad", True)
    many = [inject(f"m{n}", state="due", due=HOUR + 60) for n in range(10)]
    assert drawn(*many)[0][11] == "+"


def test_there_is_nothing_before_startex_and_after_the_end():
    assert drawn(now=60, end=5 * 60) == [" " * 9 + "─┃┄┄┄┄" + " " * 15]


def test_an_inject_stands_on_the_lane_of_each_role_it_goes_to():
    roles = [("SOC", frozenset({"soc"})), ("CEO", frozenset({"ceo"})), ("PR", frozenset({"pr"}))]
    both = inject("both", state="due", due=HOUR + 60, to=("soc", "pr"))
    assert [line[11] for line in drawn(both, roles=roles)] == ["►", "┄", "►"]


def test_roles_that_do_not_fit_share_the_last_lane():
    roles = [(id, id.upper()) for id in "abcd"]
    assert [label for label, _ids in strip.grouped(roles, 4)] == ["A", "B", "C", "D"]
    assert strip.grouped(roles, 3) == [
        ("A", frozenset("a")), ("B", frozenset("b")), ("2 others", frozenset("cd")),
    ]  # fmt: skip
    assert strip.grouped(roles, 1) == [("4 others", frozenset("abcd"))]


def test_the_axis_tells_the_day_first_and_where_a_new_one_begins():
    axis = strip.axis(Window(10 * HOUR + 45 * 60, 300, 40), START)
    assert axis == "   Fri 23:00   Sat 00:00   01:00        "
    assert strip.axis(Window(0, 60, 5), START) == " " * 5, "no room for a time"


def test_a_closer_look_and_a_wider_one_end_somewhere():
    span = strip.usual_span(10 * HOUR)
    assert span == 2 * HOUR
    assert strip.other_span(strip.other_span(span, 1), -1) == span
    assert strip.other_span(strip.SPANS[0], -1) == strip.SPANS[0]
    assert strip.other_span(strip.SPANS[-1], 1) == strip.SPANS[-1]


@given(
    now=st.integers(0, 400_000),
    span=st.sampled_from(strip.SPANS),
    cells=st.integers(3, 200),
    ats=st.lists(st.integers(0, 400_000), max_size=20),
)
def test_everything_in_sight_has_its_mark_and_the_strip_moves_by_whole_cells(now, span, cells, ats):
    sight = strip.window(now, span, cells)
    assert sight.column(now) == cells // 3
    assert sight.start % sight.cell == 0
    rows = [inject(f"i{n}", state="due", due=at) for n, at in enumerate(ats)]
    (lane,) = strip.lanes(rows, ONE_ROLE, sight, (now, 10**6))
    seen = {sight.column(at) for at in ats} - {None}
    assert {n for n, spot in enumerate(lane.spots) if spot.sign in "►23456789+"} == seen
    assert len(lane.spots) == len(strip.axis(sight, START)) == cells
