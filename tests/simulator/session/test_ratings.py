"""Which ratings a take goes by: those of its own past, as if the rest had never been given."""

from typing import Any, NamedTuple

from hypothesis import given
from hypothesis import strategies as st

from simulator.session.ratings import Said, Way, told
from simulator.session.room import RatingRow, SetAsideRow

GRADES = st.sampled_from("PSMU")
DEEDS = st.lists(
    st.one_of(
        st.tuples(st.just("wait"), st.integers(0, 3)),
        st.tuples(st.just("back"), st.integers(0, 9)),
        st.tuples(st.just("rate"), st.sampled_from(["Eva", "Ola"]), GRADES),
        st.tuples(st.just("set"), GRADES),
        st.tuples(st.just("unset"), GRADES),
    ),
    max_size=30,
)


class Played(NamedTuple):
    """`takes` are, by what was rated and in order, what each of them goes by at its end."""

    rated: list[Said[RatingRow]]
    aside: list[Said[SetAsideRow]]
    since: tuple[int, ...]
    takes: list[list[tuple[int, str, str]]]


def play(deeds: list[Any]) -> Played:
    """Whoever goes back tears out the pages from there on, and writes on."""
    rated: list[Said[RatingRow]] = []
    aside: list[Said[SetAsideRow]] = []
    now = 0
    since: list[int] = []
    takes: list[list[tuple[int, str, str]]] = [[]]
    for deed in deeds:
        match deed:
            case "wait", seconds:
                now += seconds
            case "back", to if to < now:
                takes.append([page for page in takes[-1] if page[0] < to])
                since.append(to)
                now = to
            case "rate", who, grade:
                row = RatingRow("calm", "red", who, who, grade, "", now, take=len(takes))
                rated.append(Said(row))
                takes[-1].append((now, who, grade))
            case (("set" | "unset"), grade):
                put = SetAsideRow("calm", "red", "c", "Cora", grade, "", now, len(takes))
                gone = deed[0] == "unset"
                aside.append(Said(put, gone))
                takes[-1].append((now, "control", "" if gone else grade))
            case _:
                pass
    return Played(rated, aside, tuple(since), takes)


@given(DEEDS)
def test_each_take_goes_by_what_was_said_last_in_its_own_past(deeds: list[Any]):
    played = play(deeds)
    for number, pages in enumerate(played.takes, 1):
        last = {who: grade for _, who, grade in pages}
        ways = {"red": Way(number, played.since)}
        ratings = [row for row in told(played.rated, ways) if row.counts]
        put = [row.grade for row in told(played.aside, ways) if row.counts]

        assert {row.by: row.grade for row in ratings} == {
            who: grade for who, grade in last.items() if who != "control"
        }
        assert put == [grade for who, grade in last.items() if who == "control" and grade]


@given(DEEDS)
def test_what_does_not_count_is_of_an_earlier_take_and_stands_where_nothing_counts(
    deeds: list[Any],
):
    played = play(deeds)
    for number in range(1, len(played.takes) + 1):
        rows = told(played.rated, {"red": Way(number, played.since)})
        assert len({row.by for row in rows}) == len(rows)
        for row in rows:
            gone = played.since[row.take - 1 : number - 1]
            assert row.take <= number
            assert row.counts == all(row.at < second for second in gone)
            assert row.back == (min(gone) if gone else None)


def test_up_to_a_second_what_was_said_by_then_is_known():
    played = play([("rate", "Eva", "P"), ("wait", 3), ("rate", "Eva", "U"), ("wait", 3),
                   ("rate", "Ola", "S"), ("back", 5), ("rate", "Eva", "M")])  # fmt: skip
    known = {
        at: [(row.by, row.grade, row.counts) for row in
             told(played.rated, {"red": Way(2, played.since, at)})]
        for at in (0, 3, 5)
    }  # fmt: skip
    assert known[0] == [("Eva", "P", True), ("Ola", "S", False)]
    assert known[3] == [("Eva", "U", True), ("Ola", "S", False)]
    assert known[5] == [("Eva", "M", True), ("Ola", "S", False)]
