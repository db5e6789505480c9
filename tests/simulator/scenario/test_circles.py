"""Circles: each is named with its path, however long the way is."""

from pathlib import Path

import pytest

from simulator.scenario.circles import circles
from tests.simulator.scenario.small import Case, expected, told, whole

CIRCLES = [
    Case(
        "L01",
        "assets:\n  a: {title: A, owner: watch, hosts: 1, depends_on: [▸b]}\n"
        "  b: {title: B, owner: watch, hosts: 1, depends_on: [c]}\n"
        "  c: {title: C, owner: watch, hosts: 1, depends_on: [{asset: a, share: 50%}]}\n",
        "these assets depend on each other in a circle: a -> b -> c -> a; "
        "take one out of 'depends_on'",
    ),
    Case(
        "L02",
        "injects:\n- {id: a, after: ▸b, …}\n- {id: b, after: a, …}\n",
        "these injects wait for each other, so none is ever sent: a -> b -> a; delete one 'after'",
    ),
    Case(
        "L03",
        "adversary:\n  name: Moth\n  modelled_on: Nobody\n  steps:\n"
        "  - {id: in, title: In, technique: T1486}\n"
        "  - {id: eat, title: Eats, technique: T1486, after: [in, ▸eat]}\n",
        "these steps wait for each other, so none ever begins: eat -> eat; delete one 'after'",
    ),
    Case(
        "L04",
        "injects:\n- {id: a, at: 1h, …, then: [{inject: b, after: 5m}, ▸{inject: b}]}\n"
        "- id: b\n  by_hand: true\n  to: watch\n  channel: phone\n  from: Harbour\n  title: T\n"
        "  variants: [{id: v, text: T, then: [{inject: a}]}]\n",
        "these injects send each other at once, without end: a -> b -> a; "
        "give an effect its 'after'",
    ),
]  # fmt: skip


@pytest.mark.parametrize("case", CIRCLES, ids=[f"{c.code}-{n}" for n, c in enumerate(CIRCLES)])
def test_a_mistake_is_told_once_at_its_place(case: Case, tmp_path: Path):
    assert told(whole(case.text).replace("▸", ""), tmp_path) == [expected(case)]


ALLOWED = {
    "assets that share what they depend on":
        "assets:\n  a: {title: A, owner: watch, hosts: 1}\n"
        "  b: {title: B, owner: watch, hosts: 1, depends_on: [a]}\n"
        "  c: {title: C, owner: watch, hosts: 1, depends_on: [a, b]}\n",
    "a circle of injects that takes time":
        "injects:\n- {id: a, at: 1h, …, then: [{inject: b, after: 1h}]}\n"
        "- {id: b, by_hand: true, …, then: [{inject: a}]}\n",
}  # fmt: skip


@pytest.mark.parametrize("text", ALLOWED.values(), ids=ALLOWED)
def test_this_is_no_circle(text: str, tmp_path: Path):
    assert told(whole(text), tmp_path) == []


@pytest.mark.parametrize(
    ("ways", "found"),
    [
        ({"a": "b", "b": "c"}, []),
        ({"a": "a"}, ["a"]),
        ({"a": "b", "b": "a"}, ["ab"]),
        ({"a": "b", "b": "c", "c": "b"}, ["bc"]),
        ({"a": "b", "b": "a", "c": "d", "d": "c"}, ["ab", "cd"]),
        ({"a": "bc", "b": "a", "c": "a"}, ["ab", "ac"]),
        ({"a": "bc", "b": "d", "c": "d", "d": ""}, []),
        ({"a": "x"}, []),
    ],
)
def test_circles_are_found_once_each(ways: dict[str, str], found: list[str]):
    places = {start: dict.fromkeys(ends, ()) for start, ends in ways.items()}
    assert ["".join(circle) for circle in circles(places)] == found


def test_a_long_way_is_walked_without_getting_lost():
    ways = {str(n): {str(n + 1): ()} for n in range(50_000)}
    assert list(circles(ways)) == []
    assert [len(circle) for circle in circles({**ways, "50000": {"0": ()}})] == [50_001]
