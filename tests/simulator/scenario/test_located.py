"""Where the parts of a tree stand, and how a place is found from pydantic's errors."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.scenario.located import LocatedList, LocatedMap, place_of
from simulator.scenario.reader import read
from simulator.scenario.source import Mark, Source

FILE = b"""\
roles:
  # who sits where
  interior: {title: Ministry, teams: {it: 3}}
injects:
- id: first
  to: [interior, &csmu csmu]
  text: |
    Words.
- &base
  id: second
  to: *csmu
copy: *base
nothing:
"""


def located(raw: bytes, path: str = "f.yaml") -> LocatedMap:
    tree, problems = read(raw, path)
    assert problems == []
    assert isinstance(tree, LocatedMap)
    return tree


@pytest.mark.parametrize(
    ("loc", "value", "key"),
    [
        ((), (1, 1), (1, 1)),
        (("roles",), (3, 3), (1, 1)),
        (("roles", "interior"), (3, 13), (3, 3)),
        (("roles", "interior", "teams", "it"), (3, 43), (3, 39)),
        (("injects",), (5, 1), (4, 1)),
        (("injects", 0), (5, 3), (5, 3)),
        (("injects", 0, "to"), (6, 7), (6, 3)),
        (("injects", 0, "to", 1), (6, 18), (6, 18)),
        (("injects", 0, "text"), (7, 9), (7, 3)),
        (("injects", 1), (9, 3), (9, 3)),
        (("injects", 1, "to"), (11, 7), (11, 3)),
        (("copy",), (12, 7), (12, 1)),
        (("copy", "id"), (10, 7), (10, 3)),
        (("nothing",), (13, 9), (13, 1)),
    ],
)
def test_a_place_is_that_of_the_value_or_of_its_key(
    loc: tuple[str | int, ...], value: tuple[int, int], key: tuple[int, int]
):
    tree = located(FILE)
    assert place_of(tree, loc) == ("f.yaml", value)
    assert place_of(tree, loc, key=True) == ("f.yaml", key)


@pytest.mark.parametrize(
    ("loc", "place"),
    [
        (("roles", "<tag>", "interior", "title"), (3, 21)),
        (("injects", 0, "due"), (5, 3)),
        (("injects", 0, "to", 7), (6, 7)),
        (("injects", 1, "to", 0), (11, 7)),
        (("injects", 0, "id", "str"), (5, 7)),
        (("elsewhere", 3), (1, 1)),
    ],
)
def test_what_is_not_in_the_tree_is_passed_over(loc: tuple[str | int, ...], place: tuple[int, int]):
    assert place_of(located(FILE), loc) == ("f.yaml", place)


def test_plain_collections_may_hold_those_of_several_files():
    one, two = located(b"id: a\n", "one.yaml"), located(b"\nid: b\n", "two.yaml")
    tree = {"injects": [one, two], "length": "2h"}
    assert place_of(tree, ("injects", 1, "id")) == ("two.yaml", (2, 5))
    assert place_of(tree, ("injects", 1)) == ("two.yaml", (2, 1))
    assert place_of(tree, ("length",)) == ("", (1, 1))


def test_every_key_value_and_item_has_its_mark():
    tree = located(b"a: [b,  {c: d}]\n")
    assert (tree.path, tree.mark) == ("f.yaml", (1, 1))
    assert (tree.key_indices, tree.value_indices) == ({"a": 0}, {"a": 3})
    assert [place_of(tree, ("a",), key=key)[1] for key in (True, False)] == [(1, 1), (1, 4)]
    items = tree["a"]
    assert isinstance(items, LocatedList)
    assert (items.path, items.mark, items.indices) == ("f.yaml", (1, 4), [4, 8])
    assert [place_of(items, (number,))[1] for number in (0, 1)] == [(1, 5), (1, 9)]


@given(st.text("ab\n", max_size=20))
def test_an_index_becomes_its_line_and_column(text: str):
    source = Source("f", text)
    marks = [source.mark(index) for index in range(len(text) + 1)]
    lines = text.split("\n")
    assert marks == [
        Mark(line, column)
        for line, words in enumerate(lines, 1)
        for column in range(1, len(words) + 2)
    ]


WORDS = st.text(st.characters(categories=["L", "P", "Zs"], max_codepoint=0x24F), max_size=8)
DATA = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**17), 10**17) | WORDS,
    lambda part: st.lists(part, max_size=4) | st.dictionaries(WORDS, part, max_size=4),
    max_leaves=30,
)


def walk(tree: Any, loc: tuple[Any, ...] = ()) -> Any:
    """Every `loc` of the tree, with what stands there."""
    yield loc, tree
    if isinstance(tree, dict | list):
        for key, value in tree.items() if isinstance(tree, dict) else enumerate(tree):
            yield from walk(value, (*loc, key))


@given(
    data=st.dictionaries(WORDS.filter(lambda key: key != "<<"), DATA),
    indent=st.none() | st.integers(0, 3),
)
def test_every_mark_points_at_the_text_of_its_key_and_value(
    data: dict[str, Any], indent: int | None
):
    text = json.dumps(data, indent=indent, ensure_ascii=False)
    lines = text.split("\n")
    tree = located(text.encode())
    for loc, value in walk(tree):
        _, (line, column) = place_of(tree, loc)
        begins = "{" if isinstance(value, dict) else "[" if isinstance(value, list) else None
        written = begins or json.dumps(value, ensure_ascii=False)
        assert lines[line - 1][column - 1 :].startswith(written)
        if loc and isinstance(loc[-1], str):
            _, (line, column) = place_of(tree, loc, key=True)
            written = json.dumps(loc[-1], ensure_ascii=False)
            assert lines[line - 1][column - 1 :].startswith(written)
