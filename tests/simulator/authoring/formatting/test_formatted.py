"""Files laid out in the one way: what is asked of it, and that nothing is lost."""

import random
import re
from pathlib import Path

import pytest

from simulator.authoring.formatting import Unformattable, formatted
from simulator.authoring.formatting.nodes import Written
from simulator.scenario.library import libraries, shipped
from simulator.scenario.reader import read
from tests.test_project import ROOT

OURS = [
    *(file for folder in shipped().values() for file in sorted(folder.rglob("*.yaml"))),
    *libraries().values(),
    *sorted((ROOT / "tests/scenarios").rglob("*.yaml")),
]


def laid_out(text: str) -> str:
    return formatted(text.encode(), "here.yaml")


@pytest.mark.parametrize("file", OURS, ids=lambda file: f"{file.parent.name}/{file.name}")
def test_what_ships_is_laid_out_so_already(file: Path):
    raw = file.read_bytes()
    assert formatted(raw, str(file)).encode() == raw


def test_keys_stand_in_the_order_of_the_models_and_comments_go_with_them():
    assert (
        laid_out("""\
length: 5h   # one night
# Who it is.
id: small
kulla: 1
roles:
    # Awake at night.
    watch:   # the only one
        teams: {it: 2}
        title: Watch
    # nobody else
# The end.
""")
        == """\
kulla: 1
# Who it is.
id: small
length: 5h # one night

roles:
  # Awake at night.
  watch: # the only one
    title: Watch
    teams: {it: 2}
  # nobody else
# The end.
"""
    )


def test_injects_are_set_apart_and_told_from_when_to_what_is_asked():
    assert (
        laid_out("""\
- to: watch
  # when they sleep
  at: 2h
  id: call
  decision:
      options: [{label: Go, id: go}, {label: Stay, id: stay}]
      due:   20m
      ask: Go?
- {id: next, at: 3h, to: watch}
""")
        == """\
- id: call
  # when they sleep
  at: 2h
  to: watch
  decision:
    ask: Go?
    due: 20m
    options: [{label: Go, id: go}, {label: Stay, id: stay}]

- {id: next, at: 3h, to: watch}
"""
    )


def test_brackets_stay_where_a_line_holds_them_and_open_where_it_does_not():
    long = ", ".join(f"{{gauge: trust-of-the-town, add: {number}}}" for number in range(4))
    text = laid_out(f"actions:\n  a:\n    then: [{long}]\n    by:  [ watch,council ]\n")
    assert "    by: [watch, council]\n" in text
    assert text.count("      - {gauge: trust-of-the-town, add: ") == 4


def test_a_comment_in_brackets_opens_them():
    text = laid_out("actions:\n  a:\n    by: [watch,  # at night\n      council]\n")
    assert text == "actions:\n  a:\n    by:\n      - watch # at night\n      - council\n"


@pytest.mark.parametrize(
    "text",
    [
        "notes: |2\n    two more\n  than it is\n",
        "notes: |+\n  kept\n\n\nid: x\n",
        'notes: "one\n    two\\\n    three\n\n    four"\n',
        "notes: a plain\n  text in\n\n  lines\n",
        "notes: >- # why\n  folded\n   more\n",
        "roles: &all {watch: {title: W}}\nassets: *all\n",
        "roles:\n- - a\n  - b\n-\n  - c\n",
        "names: {}\nroles: []\nid:\n",
        "'quoted key': 1\n\"other: key\": {a, b: }\n",
        "a: {b: 'it''s', c: \"x # no comment\"} # but this\n",
        "a:\n  # only a comment above\n  - 1\n  # below\n# left of it\nb: 2\n",
        "notes: |\n  # no comment\n  text\n# one\n",
    ],
)
def test_nothing_is_lost_of_what_is_hard_to_lay_out(text: str):
    """It says itself what it would lose; here it is asked from outside."""
    after = laid_out(text)
    assert laid_out(after) == after
    assert read(after.encode(), "a").tree == read(text.encode(), "a").tree
    words = re.findall(r"# [a-z]+", text)
    assert sorted(words) == sorted(re.findall(r"# [a-z]+", after))


def test_a_file_with_mistakes_is_left_as_it_is():
    with pytest.raises(Unformattable, match=r"here.yaml:2:1: Y14"):
        laid_out("a: [\n")


def test_what_would_mean_something_else_is_refused_not_written():
    """An alias can't come before what it repeats, wherever its key belongs."""
    with pytest.raises(Unformattable, match="can't be changed without changing what it says"):
        laid_out("title: &t Small\nid: *t\n")


def test_where_a_text_keeps_the_lines_below_it_that_is_said():
    with pytest.raises(Unformattable, match=r"leave the '\+' away"):
        laid_out("roles:\n    text: >+\n\n    decision:\noutcomes: {\n}\n")


@pytest.mark.parametrize(
    "head", ["# Ours.\n\n", "# yaml-language-server: $schema=a.json\n# kulla: ignore-file[L31]\n"]
)
def test_what_is_said_of_the_whole_file_stays_above_whatever_key_comes_first(head: str):
    after = laid_out(f"{head}# Which one.\nid: a\nkulla: 1\n")
    assert after.startswith(f"{head}kulla: 1\n")
    assert after.endswith("# Which one.\nid: a\n")


def test_shuffled_and_crooked_files_come_out_the_same():
    dice = random.Random(7)
    text = next(file for file in OURS if file.name == "03-until-dawn.yaml").read_text("utf-8")
    for _ in range(5):
        lines = [
            line + " " * dice.randrange(3) if line.strip() else dice.choice(["", "\n"])
            for line in text.split("\n")
        ]
        crooked = "\n".join(lines)
        after = formatted(crooked.encode(), "a")
        assert formatted(after.encode(), "a") == after
        tree = read(crooked.encode(), "a", list_allowed=True).tree
        assert read(after.encode(), "a", list_allowed=True).tree == tree
        assert len(Written(after).comments) == len(Written(text).comments)
