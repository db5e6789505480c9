"""The one table of sentences: nothing in it is missing or left over, and code holds none."""

import ast
import re
import string
from collections.abc import Iterator
from pathlib import Path

import pytest

import tui.lines
from simulator.engine.commands import NAMES
from simulator.engine.redside import ORDER
from simulator.speech import LANGUAGES
from tui.lines.phrases import (
    MANUAL,
    PHRASES,
    WORDS,
    manual,
    say,
    sentence,
    stopped,
    written,
)
from tui.lines.table import ALSO, COMMANDS
from tui.speech import speak
from tui.words import HEADINGS

MODULES = {
    path: ast.parse(path.read_text("utf-8"))
    for path in sorted(Path(tui.lines.__path__[0]).glob("*.py"))
}
PHASES = {
    "order": ("waiting", "queued", "running", "done", "refused", "cancelled"),
    "request": ("asked", "questioned", "granted", "refused"),
    "kind": tui.lines.lists.KINDS,
    "stage": ORDER,
}
COMPOSED = {
    *(f"{kind}-{phase}" for kind, phases in PHASES.items() for phase in phases),
    *(f"language-{language}" for language in LANGUAGES),
    "withdrawn",
    *(f"{what}-{command.__name__}" for what in ("said", "what") for command in NAMES.values()),
}
"""Phrases whose names are put together where they are used."""


def texts() -> Iterator[str]:
    """All texts of the code but its docstrings."""
    for tree in MODULES.values():
        told = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
        constants = (node for node in ast.walk(tree) if isinstance(node, ast.Constant))
        for node in constants:
            if isinstance(node.value, str) and id(node) not in told:
                yield node.value


def said() -> Iterator[tuple[str, set[str]]]:
    """Every phrase that is said by its name, and the names of what it is given."""
    for tree in MODULES.values():
        calls = (node for node in ast.walk(tree) if isinstance(node, ast.Call))
        for call in calls:
            if isinstance(call.func, ast.Name) and call.func.id == "say":
                given = {str(word.arg) for word in call.keywords}
                if isinstance(call.args[0], ast.Constant):
                    yield str(call.args[0].value), given


def test_every_phrase_is_used():
    assert set(PHRASES) - set(texts()) - COMPOSED == set()


def test_every_phrase_that_is_said_is_there_and_gets_all_that_it_wants():
    calls = list(said())
    assert len(calls) > 200
    for phrase, given in calls:
        forms = PHRASES[phrase]
        for form in forms.values() if isinstance(forms, dict) else [forms]:
            parts = string.Formatter().parse(form)
            counted = {"number"} if isinstance(forms, dict) else set()
            assert {name for _, name, _, _ in parts if name} <= given | counted, phrase
        assert isinstance(forms, str) or "count" in given, phrase


def test_code_holds_no_sentence_of_its_own():
    assert [text for text in texts() if re.search(r"[a-z]{2} [a-z]{2}", text)] == []


def test_every_command_is_explained_and_begins_with_its_name():
    assert list(MANUAL) == list(COMMANDS)
    for name, entry in MANUAL.items():
        assert re.match(rf"{name}( |$)", entry.usage)
        assert entry.does[0].islower()
        assert not entry.does.endswith(".")
    assert set(ALSO.values()) <= COMMANDS.keys()


@pytest.mark.parametrize("language", LANGUAGES)
def test_in_each_language_a_command_is_one_word_and_none_is_taken_for_another(language: str):
    speak(language)
    own = {name: manual(name).name for name in COMMANDS}
    taken = COMMANDS.keys() | ALSO.keys()
    assert len(set(own.values())) == len(own)
    assert [(name, word) for name, word in own.items() if word != name and word in taken] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_in_each_language_every_little_word_can_be_written(language: str):
    speak(language)
    assert all(way == way.strip() != "" for word in WORDS for way in written(word))
    lists = (written("all"), written("unread"), written("due"), written("urgent"))
    assert len(frozenset().union(*lists)) == sum(map(len, lists))


def test_every_channel_has_a_heading():
    assert all(len(heading) == 4 for heading in HEADINGS.values())


def test_what_is_filled_in_stays_on_its_line_and_is_never_a_pattern():
    assert say("role", role="a\nb {c} %s") == "You are: a b {c} %s"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("it is over", "It is over."), ("is it?", "Is it?"), ("“No.”", "“No.”"), ("", "."),
        ("he said “no”", "He said “no”."), ("e-Albania is down", "e-Albania is down."),
    ],
)  # fmt: skip
def test_a_part_becomes_a_sentence(text: str, said: str):
    assert sentence(text) == said


def test_empty_parts_leave_no_trace():
    assert stopped("", "one", "", "two") == "One. Two."
