"""What a facilitator chooses on the command line of `kulla host`, before anything is opened."""

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

import click

from simulator.cli.run import Duration
from simulator.session.limits import NEVER

LONGEST_NAME: Final = 40
MOST_PEOPLE: Final = 50
"""Invited to one role; control can invite more."""


@dataclass(frozen=True, slots=True)
class HostChoices:
    """`folder` is the session to take up again, or the new one's, None for one by its date.
    `scenario` is None where a session is taken up again; then the same holds of `bind` and `port`:
    the session listens where it listened last. `bot_after` is in seconds, NEVER for never, None
    for as it was, or the usual.
    """

    folder: Path | None = None
    scenario: Path | None = None
    teams: tuple[str, ...] = ()
    seats: dict[str, int] = field(default_factory=dict)
    observers: tuple[str, ...] = ()
    evaluators: tuple[str, ...] = ()
    seed: int = 0
    pace: float | None = None
    bots: str = "doctrine"
    having: tuple[str, ...] = ()
    lacking: tuple[str, ...] = ()
    bind: str | None = None
    port: int | None = None
    name: str | None = None
    cert: Path | None = None
    key: Path | None = None
    bot_after: int | None = None
    mirror: Path | None = None
    invitations: Path | None = None
    start: bool = False
    paused: bool = False
    single: bool = False
    level: str = ""


class Absence(Duration):
    """How long a seat may be empty: a duration, or `never`."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        return NEVER if value == "never" else super().convert(value, param, ctx)


class Names(click.ParamType[tuple[str, ...]]):
    """Ids with commas between: `red-barn,blue-barn`."""

    name = "names"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[str, ...]:
        if isinstance(value, tuple):
            return value
        names = tuple(name.strip() for name in value.split(","))
        for name in names:
            if len(name) > LONGEST_NAME or not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", name):
                self.fail(
                    f"'{name}' is no name; one has lower-case letters, digits and '-' between them",
                    param, ctx,
                )  # fmt: skip
        return names


class Watchers(Names):
    """The same, of whom several may watch one role: `akcesk,akcesk`, or as for seats `akcesk=2`."""

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[str, ...]:
        if isinstance(value, tuple):
            return value
        names: list[str] = []
        for part in value.split(","):
            name, wanted = _counted(part)
            if not wanted:
                self.fail(f"'{part.strip()}' names nobody; write a role like akcesk=2", param, ctx)
            names += [name] * wanted
        return super().convert(",".join(names), param, ctx)


class Seats(click.ParamType[dict[str, int]]):
    """Roles, each with how many people are invited to it: `akcesk=2,akshi`."""

    name = "seats"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> dict[str, int]:
        if isinstance(value, dict):
            return value
        seats: dict[str, int] = {}
        for part in value.split(","):
            role, number = _counted(part)
            if not role or role in seats or not number:
                self.fail(f"'{part.strip()}' is no seat; one looks like akcesk=2", param, ctx)
            seats[role] = number
        return seats


def _counted(part: str) -> tuple[str, int]:
    """A role, and how many people are meant; 0 where there can't be so many."""
    role, _, people = part.strip().partition("=")
    try:
        number = int(people or 1)
    except ValueError:
        number = 0
    return role, number if 0 < number <= MOST_PEOPLE else 0
