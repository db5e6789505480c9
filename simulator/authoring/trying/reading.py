"""Reads the tests of a scenario: each mistake with its place, each test with where it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from simulator.authoring.trying.deeds import DEEDS, Commanded
from simulator.authoring.trying.fitting import unfit
from simulator.authoring.trying.hopes import HOPES
from simulator.authoring.trying.places import files_of, unread_of
from simulator.authoring.trying.story import Story
from simulator.engine.commands import fields_of, mistyped
from simulator.engine.errors import Refused
from simulator.scenario import Scenario
from simulator.scenario.finding import Finding
from simulator.scenario.intake import beginning
from simulator.scenario.located import place_of
from simulator.scenario.mending import MAPS
from simulator.scenario.mistakes import each_once, explained, gaps
from simulator.scenario.parts import Loc
from simulator.scenario.problem import Problem
from simulator.scenario.reader import read
from simulator.scenario.text import decode
from simulator.scenario.wording import in_words, nearest


class Told(NamedTuple):
    """A test, and the file in which it stands as number `number`."""

    story: Story
    number: int
    file: StoryFile

    def place(self, *loc: str | int) -> Problem:
        """Where a part of it stands, as a problem without words."""
        path, mark = place_of(self.file.tree, (self.number, *loc))
        return Problem(path or str(self.file.path), *mark, "", "")


class StoryFile:
    """One file of tests: what could be read of it, and everything that is wrong."""

    def __init__(self, path: Path, scenario: Scenario) -> None:
        """Raises OSError where it can't be read."""
        raw = beginning(path)
        self.path = path
        self.lines = (decode(raw, str(path))[0] or "").split("\n")
        self.tree, self.problems = read(raw, str(path), list_allowed=True)
        self.told: list[Told] = []
        for loc, code, sentence, key in self._judge(scenario):
            file, mark = place_of(self.tree, loc, key=key)
            self.problems.append(Problem(file or str(path), *mark, code, sentence))
        self.problems.sort()

    def _judge(self, scenario: Scenario) -> Iterator[Finding]:
        if isinstance(self.tree, dict):
            yield Finding((), "F04", "the file is a list of tests; begin each with '- test:'")
            return
        names, titles = {"": _names(scenario)}, set[str]()
        for number, item in enumerate(self.tree or ()):
            level = _level(item, scenario)
            if level not in names:  # which sends hints that have names of their own
                names[level] = _names(scenario.at_level(level))
            story, wrong = _story(item, names[level])
            found = [_finding(detail) for detail in each_once(wrong, Story)]
            if story and not found:
                if story.test in titles:
                    found.append(Finding(("test",), "S06", f"there are two tests '{story.test}'"))
                titles.add(story.test)
                self.told.append(Told(story, number, self))
                found += [*unfit(story, scenario), *_commands(story)]
            yield from (finding._replace(loc=(number, *finding.loc)) for finding in found)


def stories_of(path: Path, scenario: Scenario) -> list[StoryFile]:
    """All files of tests of the scenario at `path`, by name. Raises OSError."""
    return [StoryFile(file, scenario) for file in files_of(path)]


def unread(path: Path) -> Iterator[Problem]:
    """A problem for each file that seems to hold tests and is not read."""
    for file in unread_of(path):
        sentence = f"this file is not read; name it {in_words(file.stem + '.yaml')}"
        yield Problem(str(file), 1, 1, "F19", sentence)


def _level(item: Any, scenario: Scenario) -> str:
    """The level at which a test is played, if there is such a one."""
    named = item.get("level") if isinstance(item, dict) else None
    return named if isinstance(named, str) and named in scenario.levels else ""


def _names(scenario: Scenario) -> dict[str, Any]:
    """Every id that a test can name, by kind."""
    names: dict[str, Any] = {
        kind: getattr(scenario, key) for kind, key in MAPS.items() if hasattr(scenario, key)
    }
    return names | {
        "team": scenario.team, "step": scenario.step, "inject": scenario.inject,
        "decision": scenario.decision, "challenge": scenario.challenge,
    }  # fmt: skip


def _story(item: Any, names: dict[str, Any]) -> tuple[Story | None, list[ErrorDetails]]:
    """A test, or what is wrong with it, or both."""
    story, wrong = None, list[ErrorDetails]()
    try:
        story = Story.model_validate(item, context=names)
    except ValidationError as error:
        wrong = error.errors(include_url=False)
    # What stands in a command is the engine's to judge: some have a name and nothing else.
    empty = (detail for detail in gaps(item, wrong) if "command" not in detail["loc"])
    return story, [*wrong, *empty]


def _finding(detail: ErrorDetails) -> Finding:
    return Finding(detail["loc"], *_said(detail), detail["type"] == "extra_forbidden")


def _said(detail: ErrorDetails) -> tuple[str, str]:
    """The code and the sentence; what begins a deed or an expectation only tests know."""
    if detail["type"] == "union_tag_invalid":
        heads = re.findall("<([a-z]+)>", detail["ctx"]["expected_tags"])
        for what, kinds in (("deed", DEEDS), ("expectation", HOPES)):
            if heads == list(kinds):
                return "F03", _beginning(what, heads, detail["input"])
    return explained(detail, Story)


def _beginning(what: str, heads: list[str], value: Any) -> str:
    keys = list(value) if isinstance(value, dict) else []
    hint = next((hint for key in keys if (hint := nearest(str(key), heads))), "")
    given = in_words(keys[0]) if keys else in_words(value)
    return f"one of {', '.join(heads)} should begin this {what}, not {given}{hint}"


def _commands(story: Story) -> Iterator[Finding]:
    """What is wrong in commands that are written as in a script."""
    for number, deed in enumerate(story.given):
        if not isinstance(deed, Commanded):
            continue
        loc: Loc = ("given", number, "command")
        try:
            kind, given = fields_of(deed.command)
        except Refused as refusal:
            yield Finding(loc, "S01", refusal.sentence)
            continue
        for name, _ in mistyped(kind, given):
            key = name if name in deed.command else kind.__name__.lower()
            yield Finding((*loc, key), "F04", f"this can't be the {name} of the command")
