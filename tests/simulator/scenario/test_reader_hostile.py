"""What no file can do to the reader: surprise it, exhaust it, or get a lie into the tree."""

import json
import unicodedata
from typing import Any

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from simulator.scenario.characters import UNSHOWABLE
from simulator.scenario.located import LocatedMap, place_of
from simulator.scenario.reader import read
from simulator.scenario.scalars import WORDS, number

LEVELS = range(1, 10)
LAUGHS = "a0: &a0 [lol]\n" + "".join(
    f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in LEVELS
)
MERGES = "a0: &a0 {k: v}\n" + "".join(
    f"a{n}: &a{n} {{<<: [{', '.join([f'*a{n - 1}'] * 9)}]}}\n" for n in LEVELS
)
DEEP_ALIASES = "a0: &a0 []\n" + "".join(f"a{n}: &a{n} [*a{n - 1}]\n" for n in range(1, 1000))

HOSTILE = {
    "billion laughs": (LAUGHS, "7:10: Y31"),
    "merge bomb": (MERGES, "2:10: Y22"),
    "a tower of aliases": (DEEP_ALIASES, "64:12: Y30"),
    "100,000 brackets": ("[" * 100_000 + "]" * 100_000, "1:65: Y30"),
    "a million brackets": ("a: " + "[" * 1_000_000, "1:67: Y30"),
    "a million braces": ("{" * 1_000_000, "1:65: Y30"),
    "a million dashes": ("- " * 1_000_000, "1:129: Y30"),
    "a million question marks": ("? " * 1_000_000, "1:129: Y30"),
    "a staircase": ("\n".join(" " * n + "a:" for n in range(2_000)), "65:65: Y30"),
    "too many values": ("a: [" + "b," * 300_000 + "]", "1:399999: Y31"),
    "too many aliases": ("a: &a 1\nb: [" + "*a," * 2_000 + "]", "2:3005: Y32"),
    "as many documents": ("--- 1\n" * 200_000, "2:1: Y09"),
    "the same key again and again": ("a: 1\n" * 90_000, "2:1: Y20"),
    "lines of tags": ("".join(f"%TAG !{n}! t\n" for n in range(80_000)), "1:1: Y23"),
    "a number of 10,000 digits": (f"a: {'7' * 10_000}", "1:4: Y25"),
    "a fraction of a million digits": (f"a: 0.{'7' * 1_000_000}", "1:4: Y25"),
    "an exponent of 10,000 digits": (f"a: 1e{'7' * 10_000}", "1:4: Y25"),
    "a sum of sixties": (f"a: {'59:' * 5_000}59", None),
    "a recursive alias": ("a: &a {b: [*a]}", "1:12: Y34"),
    "one byte too many": ("a: " + "b" * 4_999_998, "1:1: Y01"),
    "as many bytes as may be": ("a: " + "b" * 4_999_997, None),
    "a long key": ("a" * 1_000_000 + ": 1", "1:1000001: Y15"),
    "an open quotation": ('a: "' + "b\n " * 300_000, "1:4: Y13"),
    "endless accents": ("a: x" + "\u0316\u0301" * 200_000, "1:5: Y06"),
    "escaped endless accents": ('a: "x' + "\\u0316\\u0301" * 80_000 + '"', "1:4: Y06"),
    "endless dashes": ("a: e\u0301 " + "\u2014" * 300_000, None),
    "a million control characters": ("\x07" * 1_000_000, "1:1: Y05"),
    "words to the terminal": ('a: "\\e]52;c;aGk=\\a"', "1:4: Y05"),
    "words hidden in a comment": ("a: 1 # \u202e\u2066 }", "1:8: Y05"),
}


@pytest.mark.parametrize(("text", "first"), HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_file_is_refused_at_its_place(text: str, first: str | None):
    tree, problems = read(text.encode(), "f")
    assert len(problems) <= 101
    assert [str(problem).startswith(f"f:{first} ") for problem in problems[:1]] == [True] * bool(
        first
    )
    assert (tree is None) or len(tree) >= 1


SAFE = (
    st.text(
        st.characters(exclude_categories=["Cc", "Cf", "Cs", "Zl", "Zp"], include_characters="\t\n"),
        max_size=12,
    )
    .map(lambda text: unicodedata.normalize("NFC", text))
    .filter(lambda text: not UNSHOWABLE.search(text))
)


def is_text_to_both_versions(text: str) -> bool:
    """PyYAML quotes what YAML 1.1 takes for a number, and leaves what only 1.2 does."""
    return text in WORDS or (text[:1] != "." and number(text[:40]) == text[:40])


KEYS = SAFE.filter(lambda key: key != "<<" and is_text_to_both_versions(key))
SCALARS = (
    st.none()
    | st.booleans()
    | st.integers(-(10**18) + 1, 10**18 - 1)
    | st.floats(allow_nan=False, allow_infinity=False)
    | SAFE.filter(is_text_to_both_versions)
)
DATA = st.dictionaries(
    KEYS,
    st.recursive(
        SCALARS,
        lambda part: st.lists(part, max_size=4) | st.dictionaries(KEYS, part, max_size=4),
        max_leaves=20,
    ),
    min_size=1,
    max_size=5,
)


def as_blocks(data: Any) -> str:
    return yaml.dump(data, Dumper=yaml.SafeDumper, allow_unicode=True, default_flow_style=False)


def as_flow(data: Any) -> str:
    return yaml.dump(data, Dumper=yaml.SafeDumper, default_flow_style=True)


def as_json(data: Any) -> str:
    return json.dumps(data, ensure_ascii=False)


@given(data=DATA, written=st.sampled_from([as_blocks, as_flow, as_json]))
def test_what_was_written_is_what_is_read(data: dict[str, Any], written: Any):
    assert read(written(data).encode(), "f") == (data, [])


GOOD = b"""\
id: first-night   # a comment
title: {en: "The \\u00eb first", sq: 'E para'}
injects:
  - &a
    at: 1h30m
    to: [interior, csmu]
    text: |
      Line one.

      Line two.
  - {at: 2h, copy: *a, level: -1.5e3, open: true, nothing: ~}
"""
SNIPPETS = st.sampled_from(
    [b"\n", b" ", b"\t", b":", b": ", b"- ", b"? ", b"[", b"]", b"{", b"}", b",", b"'", b'"', b"\\",
     b"&a ", b"*a", b"!", b"!!int ", b"%", b"|", b">", b"---\n", b"...\n", b"<<: ", b".nan", b"#",
     b"\0", b"\r", b"\xff", b"\xc3", b"\xe2\x80\xae", b"\xcc\x81", b"\\e", b"\\ud800", b"017"]
) | st.binary(max_size=3)  # fmt: skip
CHANGES = st.lists(
    st.tuples(st.integers(0, len(GOOD)), st.integers(0, 12), SNIPPETS), min_size=1, max_size=4
)


def is_answered(raw: bytes) -> None:
    """Whatever stands in a file, there is a tree or a problem that can be shown at a place."""
    for list_allowed in (False, True):
        tree, problems = read(raw, "f", list_allowed=list_allowed)
        assert problems or isinstance(tree, dict | list)
        assert problems == sorted(problems)
        for problem in problems:
            assert problem.line >= 1
            assert problem.column >= 1
            assert "\n" not in str(problem)
            assert not UNSHOWABLE.search(str(problem))


@given(st.binary(max_size=60))
@example(b"\xff\xfe")
@example(b"a: \xed\xa0\x80")
@example(b"a: !%1b%0a b")
def test_any_bytes_are_answered(raw: bytes):
    is_answered(raw)


@given(st.text(":-?[]{},#&*!|>'\"%@`\\ \t\nab1.<~=\r\u0301", max_size=30))
@example("? >\n [a]\n: ")
def test_any_signs_of_yaml_are_answered(text: str):
    is_answered(text.encode())


@given(CHANGES)
def test_any_change_of_a_good_file_is_answered(changes: list[tuple[int, int, bytes]]):
    raw = GOOD
    for start, length, snippet in changes:
        raw = raw[:start] + snippet + raw[start + length :]
    is_answered(raw)


def test_the_good_file_is_good():
    tree, problems = read(GOOD, "f")
    assert problems == []
    assert isinstance(tree, LocatedMap)
    assert place_of(tree, ("injects", 1, "copy", "at")) == ("f", (5, 9))
