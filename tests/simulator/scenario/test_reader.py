"""What the reader makes of a file: a tree, or exact words about what is wrong and where."""

import gc
from typing import Any

import pytest
import yaml

from simulator.scenario.limits import USUAL, Limits
from simulator.scenario.problem import READING_CODES, Problem
from simulator.scenario.reader import read
from simulator.scenario.source import Source
from simulator.scenario.syntax import explain

NOT_WORDS = "Y21 a key is a word; a number, true, false or null needs quotation marks"
NOT_FLAT = "Y21 a key is a word; a text that begins with '[' or '{' needs quotation marks"
LEFTOVER = (
    "Y16 the value has ended before this; put all of it in quotation marks, or delete the rest"
)
TAB = "Y11 a tab stands here; indent with spaces"
TAG = "Y23 tags are not used; delete this one, or put a text with '!' in quotation marks"
ESCAPE = "Y17 YAML does not know this escape; write '\\\\' for a backslash, or use single quotes"
MISFIT = "Y10 this line does not line up with its block, which begins at line 1, column 1"
NO_KEY = "Y15 no key can stand here; check the indentation, and that the line above has its ': '"
NO_COLON = "Y12 this line has no colon; write 'key: value', or '- ' before an item of a list"
DIRECTIVE = "Y19 a line that begins with '%' is a YAML directive; delete it"
CROWDED = "Y06 more than 30 accents stand on one letter; delete them"
ESCAPED = "; a '\\' in double quotation marks begins an escape"
ZALGO = "\u0316\u0301" * 16

SYNTAX = [
    ("a:\n  b: 1\n c: 2\n", f"3:2: {MISFIT}"),
    ("a: 1\n- b\n", f"2:1: {MISFIT}"),
    ("a:\n  : b\n", "2:3: Y21 a word is missing before the colon"),
    (
        "- a\nb: 1\n",
        "2:1: Y10 the list that begins at line 1, column 1 wants another '- ' here; "
        "check the indentation",
    ),
    (
        "a: - b\n",
        "1:4: Y10 a list cannot begin here; put its first '- ' on a line of its own below the key",
    ),
    ("a:\n\tb: 1\n", f"2:1: {TAB}"),
    ("a: 1\n\tb: 2\n", f"2:1: {TAB}"),
    ("a: |\n\t b\n", f"2:1: {TAB}"),
    ("- \ta: 1\n", f"1:3: {TAB}"),
    (
        "a: 1\nfoo\nb: 2\n",
        f"2:1: {NO_COLON}",
    ),
    ("a: 'abc\nb: 2\n", "1:4: Y13 the quotation mark that opens here is never closed"),
    ('a: "x\n---\ny"\n', "1:4: Y13 the quotation mark that opens here is never closed"),
    ("a: [1, 2\nb: 3\n", "1:4: Y14 the '[' that opens here is never closed"),
    ("- {x: 1\n- b\n", "1:3: Y14 the '{' that opens here is never closed"),
    (
        "a: [1, 2\n  b: 3]\n",
        "2:4: Y14 a ',' or ']' is missing in the list that opens at line 1, column 4",
    ),
    (
        "a: {x: 1\n  b: 3}\n",
        "2:4: Y14 a ',' or '}' is missing in the mapping that opens at line 1, column 4",
    ),
    ("a: [1,\n", "2:1: Y14 the file ends here, and a bracket above is still open"),
    ("a: [b,,c]\n", "1:7: Y14 a value is wanted here, not ','"),
    (
        "a: b: c\n",
        "1:5: Y15 this is the second colon in one line; "
        "put a text that holds ': ' in quotation marks",
    ),
    ("a: 1\n  b: 2\n", f"2:4: {NO_KEY}"),
    ("a: b\n  c\n  d: 2\n", f"3:4: {NO_KEY}"),
    ("a:1\n# new\n\nb: 2\n", "1:1: Y12 a space is missing after the colon"),
    ("a:\n  - b c # new\n    d: 2\n", f"2:5: {NO_COLON}"),
    ("a:\n  b c\n  d: 2\n", f"2:3: {NO_COLON}"),
    ("a: 'x' y\n", f"1:8: {LEFTOVER}"),
    ("a: 'it's'\n", f"1:8: {LEFTOVER}"),
    ("a: [b]]\n", f"1:7: {LEFTOVER}"),
    ("- 'x' y\n", f"1:7: {LEFTOVER.replace('value', 'item')}"),
    ("a: |b\n", "1:5: Y16 after '|' or '>' the text begins on the next line"),
    (
        "[a]]\n",
        "1:4: Y16 the content of the file has ended before this; check brackets and indentation",
    ),
    ('a: "\\q"\n', f"1:5: {ESCAPE}"),
    ('a: "\\x1"\n', f"1:7: {ESCAPE}"),
    (
        'a: "\\ud800"\n',
        "1:7: Y17 this escape is no whole character; write the character itself",
    ),
    ("a: @b\n", "1:4: Y18 no value begins with '@'; put the text in quotation marks"),
    ("a: *\n", "1:5: Y18 a text that begins with '&' or '*' needs quotation marks"),
    ("a: & b\n", "1:5: Y18 a text that begins with '&' or '*' needs quotation marks"),
    ("a: ? b\n", "1:4: Y18 a text that begins with '? ' needs quotation marks"),
    ("%x: 1\n", f"1:3: {DIRECTIVE}"),
    ("%YAML 1.2\n%YAML 1.2\n---\na: 1\n", f"2:1: {DIRECTIVE}"),
    (
        "%YAML 2.0\n---\na: 1\n",
        "1:1: Y19 this is not YAML 1.2; delete the line that begins with '%YAML'",
    ),
    ("a: !<b\n", f"1:7: {TAG}"),
    ("a: !b!c d\n", f"1:4: {TAG}"),
]

CONTENT = [
    ("", "1:1: Y07 the file is empty"),
    ("# nothing\n", "1:1: Y07 the file is empty"),
    ("---\n", "1:1: Y07 the file is empty"),
    ("- a\n", "1:1: Y08 the file must be made of 'key: value' lines, not a list"),
    ("# so\na:1\n", "2:1: Y08 the file must be made of 'key: value' lines, not a single value"),
    ("a: 1\n---\nb: 2\n", "2:1: Y09 a second document begins here; delete the '---'"),
    ("a: 1\nb: 2\na: 3\n", "3:1: Y20 the key 'a' stands in line 1 already; delete one"),
    ("k: {on: 1, on: 2}\n", "1:12: Y20 the key 'on' stands in line 1 already; delete one"),
    (
        f'"{"long " * 20}": 1\n"{"long " * 20}": 1\n',
        f"2:1: Y20 the key '{'long ' * 8}…' stands in line 1 already; delete one",
    ),
    ('"a\\nb": 1\n"a\\nb": 1\n', "2:1: Y20 the key 'a b' stands in line 1 already; delete one"),
    ("2022: a\n", f"1:1: {NOT_WORDS}"),
    ("true: a\n", f"1:1: {NOT_WORDS}"),
    ("a: {~: b}\n", f"1:5: {NOT_WORDS}"),
    ("a: {{ name }}\n", f"1:5: {NOT_FLAT}"),
    ("? [a]\n: b\n", f"1:3: {NOT_FLAT}"),
    (
        "a: &x {c: 1}\nb:\n  <<: *x\n",
        "3:3: Y22 merge keys '<<' are not used here; write the keys out",
    ),
    ("a: !!int 3\n", f"1:4: {TAG}"),
    ("a: !b {c: d}\n", f"1:4: {TAG}"),
    ("%TAG ! tag:x\n---\na: 1\n", f"1:1: {TAG}"),
    ("# so\n%TAG ! tag:x\n---\na: 1\n", f"2:1: {TAG}"),
    ("a: .nan\n", "1:4: Y24 .nan is no number that can be counted with; give a figure"),
    ("a: -.Inf\n", "1:4: Y24 -.Inf is no number that can be counted with; give a figure"),
    ("a: 1e999\n", "1:4: Y24 1e999 is too large a number to be counted with"),
    (
        "a: 1000000000000000000\n",
        "1:4: Y25 a whole number has at most 18 digits; a name needs quotation marks",
    ),
    (f"a: 0.{'3' * 39}\n", "1:4: Y25 a number is written in at most 40 characters"),
    ("a: *b\n", "1:4: Y33 nothing above is named '&b', as '*b' needs"),
    ("a: [*b, &b 1]\n", "1:5: Y33 nothing above is named '&b', as '*b' needs"),
    ("a: &b [*b]\n", "1:8: Y34 the alias '*b' stands inside '&b' itself"),
    ("a: &b 1\nc: &b {d: [*b]}\n", "2:12: Y34 the alias '*b' stands inside '&b' itself"),
]

CHARACTERS = [
    (b"a: caf\xe9\n", "1:7: Y02 the byte 0xe9 is not UTF-8; save the file as UTF-8"),
    (b"a: 1\r\nb: \xc3\xab\xff\n", "2:5: Y02 the byte 0xff is not UTF-8; save the file as UTF-8"),
    (
        "a: 1\n".encode("utf-16"),
        "1:1: Y03 the file is saved as UTF-16 or UTF-32; save it as UTF-8",
    ),
    (
        "a: 1\n".encode("utf-32"),
        "1:1: Y03 the file is saved as UTF-16 or UTF-32; save it as UTF-8",
    ),
    (
        b"a: 1\n\0b: 2\n",
        "2:1: Y04 a zero byte stands here, so this is no text; save the file as UTF-8",
    ),
    (
        b"a: \x1b]52;\n",
        "1:4: Y05 the character U+001B (a control character) cannot be shown; delete it",
    ),
    (
        b'a: "\\e]52;"\n',
        f"1:4: Y05 the character U+001B (a control character) cannot be shown; delete it{ESCAPED}",
    ),
    (
        b'"\\r": 1\n',
        f"1:1: Y05 the character U+000D (a control character) cannot be shown; delete it{ESCAPED}",
    ),
    (
        b"# safe\r\na: \xc2\x9b\r\n",
        "2:4: Y05 the character U+009B (a control character) cannot be shown; delete it",
    ),
    (
        "a: x # \u202e y\n".encode(),
        "1:8: Y05 the character U+202E (right-to-left override) cannot be shown; delete it",
    ),
    (
        "a\u200b: 1\n".encode(),
        "1:2: Y05 the character U+200B (zero width space) cannot be shown; delete it",
    ),
    (
        "a: \U000e0041\n".encode(),
        "1:4: Y05 the character U+E0041 (tag latin capital letter a) cannot be shown; delete it",
    ),
    (
        "a: b\u2028c\n".encode(),
        "1:5: Y05 the character U+2028 (line separator) cannot be shown; delete it",
    ),
    (f"a: b{ZALGO}\n".encode(), f"1:5: {CROWDED}"),
    (f"a: '-' # \u2014{ZALGO}\n".encode(), f"1:11: {CROWDED}"),
    (b'a: "' + ZALGO.encode("unicode_escape") + b'"\n', f"1:4: {CROWDED}"),
]

FEW = Limits(size=60, depth=3, nodes=12, aliases=2, problems=4)
LIMITS = [
    ("a" * 61, ["1:1: Y01 the file has more than the 60 bytes that are read; split it"]),
    (
        "a: {b: {c: {d: 1}}}\n",
        ["1:12: Y30 lists and mappings are nested more than 3 deep here"],
    ),
    (
        "a: &a [1]\nb: {c: {d: *a}}\n",
        ["2:12: Y30 lists and mappings are nested more than 3 deep here"],
    ),
    (
        "a: &a []\nb: &b [*a]\nc: [*b]\n",
        ["3:5: Y30 lists and mappings are nested more than 3 deep here"],
    ),
    (f"a: [{'b, ' * 10}]\n", ["1:32: Y31 the file holds more than 12 values; split it"]),
    (
        f"a: {{{'b: {}, ' * 6}}}\n",
        ["1:36: Y31 the file holds more than 12 values; split it"],
    ),
    (
        "a: &a [1, 2, 3]\nb: *a\nc: *a\n",
        ["3:4: Y31 the file holds more than 12 values; split it"],
    ),
    ("a: &a 1\nb: [*a, *a, *a]\n", ["2:13: Y32 the file has more than 2 aliases"]),
    (
        "a: [.nan, .nan, .nan, .nan, .nan]\n",
        [
            f"1:{column}: Y24 .nan is no number that can be counted with; give a figure"
            for column in (5, 11, 17, 23)
        ]
        + ["1:23: Y35 reading stopped after 4 problems; there may be more"],
    ),
    (
        "a: \x01\x02\x03\x04\x05\n",
        [
            f"1:{column}: Y05 the character U+000{column - 3} (a control character) "
            "cannot be shown; delete it"
            for column in (4, 5, 6, 7)
        ]
        + ["1:7: Y35 reading stopped after 4 problems; there may be more"],
    ),
]


def told(raw: bytes, limits: Limits = USUAL) -> list[str]:
    return [str(problem) for problem in read(raw, "f", limits).problems]


@pytest.mark.parametrize(("text", "problem"), SYNTAX)
def test_what_is_no_yaml_is_told_in_plain_words_at_its_place(text: str, problem: str):
    assert told(text.encode()) == [f"f:{problem}"]
    assert read(text.encode(), "f").tree is None


@pytest.mark.parametrize(("text", "problem"), CONTENT)
def test_yaml_that_the_format_does_not_use_is_refused_at_its_place(text: str, problem: str):
    assert told(text.encode()) == [f"f:{problem}"]


@pytest.mark.parametrize(("raw", "problem"), CHARACTERS)
def test_what_cannot_be_shown_is_refused_at_its_place(raw: bytes, problem: str):
    assert told(raw) == [f"f:{problem}"]


@pytest.mark.parametrize(("text", "problems"), LIMITS)
def test_a_file_that_is_too_much_is_refused_where_it_gets_too_much(text: str, problems: list[str]):
    assert told(text.encode(), FEW) == [f"f:{problem}" for problem in problems]


def test_a_file_at_its_limits_is_read():
    assert told(b"a: {b: {c: 1}}\nd: &d [1, 2]\ne: *d\n", FEW._replace(nodes=15)) == []
    assert told(b"a: &a 1\nb: [*a, *a]\n", FEW) == []
    assert told(b"a: 1" + b" " * 56, FEW) == []


def test_every_code_of_reading_has_its_example():
    given = [problem for _, problem in SYNTAX + CONTENT] + [problem for _, problem in CHARACTERS]
    given += [problem for _, problems in LIMITS for problem in problems]
    assert {problem.split()[1] for problem in given} == set(READING_CODES)


def test_all_mistakes_of_a_file_are_told_in_its_order():
    raw = b"b: {c: 1, c: .nan}\na: \x1b\nb: *x\n1: !!str x\nd: [\n"
    assert [problem.split()[:2] for problem in told(raw)] == [
        ["f:1:11:", "Y20"],
        ["f:1:14:", "Y24"],
        ["f:2:4:", "Y05"],
        ["f:3:4:", "Y33"],
        ["f:4:4:", "Y23"],
        ["f:6:1:", "Y14"],
    ]


def test_what_was_understood_of_a_faulty_file_is_kept_for_further_checks():
    tree, problems = read(b"a: 1\na: 2\n3: x\nb: .nan\nc: \x1b!\nd: *e\n", "f")
    assert tree == {"a": 1, "b": ".nan", "c": "\ufffd!", "d": None}
    assert len(problems) == 5


@pytest.mark.parametrize(
    ("word", "value"),
    [
        ("", None), ("~", None), ("null", None), ("Null", None), ("true", True), ("FALSE", False),
        ("0", 0), ("-12", -12), ("+7", 7), ("999999999999999999", 10**18 - 1),
        ("1.50", 1.5), ("-.5", -0.5), ("3.", 3.0), ("1e3", 1000.0), ("2.5E-1", 0.25),
        *((word, word) for word in (
            "yes", "no", "on", "off", "y", "N", "nULL", "tRUE", "017", "0o17", "0x1F", "1_000",
            "10:30", "09:05", "1:30:00", "2022-09-09", "2022-09-09T18:00:00+02:00", "2022-13-45",
            "90m", "80%", "+", "-x", "1.2.3", "1e", ".", "..", "=", "٣", "²", "nan", "inf",
        )),
    ],
)  # fmt: skip
def test_an_unquoted_word_means_what_yaml_1_2_says_and_else_itself(word: str, value: Any):
    tree, problems = read(f"a: {word}\n".encode(), "f")
    assert problems == []
    assert repr(tree) == repr({"a": value})


@pytest.mark.parametrize("quoted", ["'{}'", '"{}"', "|-\n  {}", ">-\n  {}"])
@pytest.mark.parametrize("word", ["", "null", "true", "12", "1.5", ".nan", "<<", "*a", "!a"])
def test_a_quoted_word_is_always_text(quoted: str, word: str):
    assert read(f"a: {quoted.format(word)}\n".encode(), "f") == ({"a": word}, [])


def test_text_is_read_as_utf_8_in_nfc_with_plain_line_breaks():
    raw = b'\xef\xbb\xbfa: |\r\n  Tirane\xcc\x88\r\n  e\tre\rb: "e\\u0308"\n'
    assert read(raw, "f").tree == {"a": "Tiran\u00eb\ne\tre\n", "b": "\u00eb"}


def test_few_accents_are_kept_as_they_are():
    assert read(("a: x" + "\u0301" * 30).encode(), "f").problems == []
    assert read(("a: '" + "\u2014\u0301" * 40 + "\u0316'").encode(), "f").problems == []


def test_an_alias_is_the_very_thing_that_its_anchor_names():
    tree, problems = read(b"a: &a {b: [1, 2]}\nc: [*a, &d x, *d]\n*d : 3\n", "f")
    assert problems == []
    assert tree == {"a": {"b": [1, 2]}, "c": [{"b": [1, 2]}, "x", "x"], "x": 3}
    assert tree["c"][0] is tree["a"]


def test_the_last_anchor_of_a_name_counts():
    assert read(b"a: &x 1\nb: &x 2\nc: *x\n", "f").tree == {"a": 1, "b": 2, "c": 2}


def test_a_list_is_read_where_a_list_is_allowed():
    assert read(b"- a\n- b\n", "f", list_allowed=True) == (["a", "b"], [])
    assert read(b"a: b\n", "f", list_allowed=True) == ({"a": "b"}, [])
    (problem,) = read(b"a\n", "f", list_allowed=True).problems
    assert problem.sentence == (
        "the file must be made of 'key: value' lines or '- ' items, not a single value"
    )


@pytest.mark.parametrize("was_on", [True, False])
@pytest.mark.parametrize("raw", [b"a: 1", b"a: [", b"a: 1\n---\n", b"\0"])
def test_reading_leaves_the_garbage_collector_as_it_was(raw: bytes, was_on: bool):
    try:
        (gc.enable if was_on else gc.disable)()
        read(raw, "f")
        assert gc.isenabled() is was_on
    finally:
        gc.enable()


def test_an_error_of_libyaml_that_has_no_words_or_place_yet_is_told_nevertheless():
    source = Source("f", "a: 1\nb: 2\n")
    placed = yaml.MarkedYAMLError(
        problem="found something new", problem_mark=yaml.Mark("f", 5, 1, 0, None, 0)
    )
    assert [str(explain(error, source)) for error in (yaml.YAMLError("too\nlong"), placed)] == [
        "f:1:1: Y19 YAML cannot read this file: too long",
        "f:2:1: Y19 YAML cannot read on here: found something new",
    ]


def test_problems_sort_by_place():
    places = [("a", 2, 10), ("a", 10, 1), ("b", 1, 1), ("a", 2, 9)]
    problems = [Problem(*place, "Y20", "twice") for place in places]
    assert [problem[:3] for problem in sorted(problems)] == [
        ("a", 2, 9),
        ("a", 2, 10),
        ("a", 10, 1),
        ("b", 1, 1),
    ]
