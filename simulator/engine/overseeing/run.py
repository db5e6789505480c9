"""The run that is overseen, as far as control's panel needs to know it. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol, TypeVar

from simulator.engine import events as e
from simulator.engine.commands import Command
from simulator.engine.state import State
from simulator.engine.titles import Titles
from simulator.scenario.scenario import Scenario

T = TypeVar("T")


class Deed(Protocol):
    """What was asked, and when; `stand_in` where control asked it in a role's place."""

    @property
    def at(self) -> int: ...
    @property
    def command(self) -> Command: ...
    @property
    def stand_in(self) -> str | None: ...


class Choices(Protocol):
    @property
    def bots(self) -> str: ...


class Run(Protocol):
    """An exercise; `scenario` is its own, with what control has written."""

    @property
    def scenario(self) -> Scenario: ...
    @property
    def setup(self) -> Choices: ...
    @property
    def state(self) -> State: ...
    @property
    def now(self) -> int: ...
    @property
    def log(self) -> Sequence[e.Event]: ...
    @property
    def asked(self) -> Sequence[Deed]: ...


def titles_of(run: Run, language: str) -> Titles:
    return Titles(run.scenario, language, run.state.orders)


def steady(before: tuple[T, ...], after: tuple[T, ...]) -> tuple[T, ...]:
    """`after`, with the very things of `before` wherever they are the same."""
    if before == after:
        return before
    known = {thing: thing for thing in before}
    return tuple(known.get(thing, thing) for thing in after)
