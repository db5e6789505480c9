"""A script: the commands that people give in a run without people, read from a YAML file.

Every mistake of the file is told with its place; whether a command is allowed turns out in play.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from pydantic import ValidationError

from simulator.engine.commands import CONTROL, Command, command_from, fields_of, mistyped
from simulator.engine.errors import Refused
from simulator.scenario import Scenario
from simulator.scenario.located import place_of
from simulator.scenario.mistakes import explained
from simulator.scenario.problem import Problem
from simulator.scenario.reader import read
from simulator.scenario.values import Part, RoleId, Seconds


class Cue(NamedTuple):
    """A command and its second since STARTEX; `place` is where it stands, `path:line:column`."""

    at: int
    command: Command
    place: str


class BadScript(Exception):
    """A script that can't be played, with every problem and its place."""

    def __init__(self, path: Path, problems: list[Problem]) -> None:
        super().__init__(f"{path} can't be played:\n" + "\n".join(map(str, sorted(problems))))


class Mistake(NamedTuple):
    """`loc` leads to it from the top; `key` when a key is wrong and not its value."""

    loc: tuple[str | int, ...]
    code: str
    sentence: str
    key: bool = False


class Item(Part):
    """One item of a script, `command` as yet as its author wrote it."""

    at: Seconds
    role: RoleId
    command: dict[str, Any]


def read_script(path: Path, scenario: Scenario) -> list[Cue]:
    """The cues of the file in its own order. Raises BadScript; OSError where it can't be read."""
    tree, problems = read(path.read_bytes(), str(path), list_allowed=True)
    items = tree if isinstance(tree, list) else []
    for mistake in _mistakes(tree, scenario):
        file, mark = place_of(tree, mistake.loc, key=mistake.key)
        problems.append(Problem(file, *mark, mistake.code, mistake.sentence))
    if problems:
        raise BadScript(path, problems)
    return [_cue(items, number) for number in range(len(items))]


def _cue(items: list[Any], number: int) -> Cue:
    item = Item.model_validate(items[number])
    file, mark = place_of(items, (number,))
    place = f"{file}:{mark.line}:{mark.column}"
    return Cue(item.at, command_from(item.role, item.command), place)


def _mistakes(tree: Any, scenario: Scenario) -> Iterator[Mistake]:
    if isinstance(tree, dict):
        yield Mistake((), "F04", "a script is a list of items with 'at', 'role' and 'command'")
        return
    roles = {"role": {*scenario.roles, CONTROL}}
    for number, item in enumerate(tree or []):
        try:
            Item.model_validate(item, context=roles)
        except ValidationError as error:
            yield from _explained(error, (number,))
        if isinstance(item, dict) and isinstance(asked := item.get("command"), dict):
            yield from _mistakes_of_command(asked, (number, "command"))


def _mistakes_of_command(asked: dict[str, Any], loc: tuple[str | int, ...]) -> Iterator[Mistake]:
    try:
        kind, given = fields_of(asked)
    except Refused as refusal:
        yield Mistake(loc, "S01", refusal.sentence)
        return
    for name, error in mistyped(kind, given):
        key = name if name in asked else kind.__name__.lower()
        yield from _explained(error, (*loc, key))


def _explained(error: ValidationError, loc: tuple[str | int, ...]) -> Iterator[Mistake]:
    for detail in error.errors(include_url=False):
        wrong_key = detail["type"] == "extra_forbidden"
        yield Mistake((*loc, *detail["loc"]), *explained(detail, Item), wrong_key)
