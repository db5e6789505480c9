"""Capture the flag inside an exercise: a board of challenges, and answers that only hashes know."""

from __future__ import annotations

from typing import Annotated, Final

from pydantic import Field

from simulator.scenario.conditions import Condition
from simulator.scenario.effects import AnyEffect
from simulator.scenario.injects import Attachment
from simulator.scenario.values import (
    CategoryId,
    Id,
    OneOrMore,
    Part,
    Percent,
    RandomSpan,
    RoleId,
    Seconds,
    Span,
    Whole,
    Words,
    YesNo,
)

SOLVING: Final = Span(20 * 60, 3 * 3600, 60 * 60)

Worth = Annotated[Whole, Field(ge=1, le=10_000)]
Attempts = Annotated[Whole, Field(ge=1, le=1_000)]


class Accepted(Part):
    """An answer that is right, as a salted and stretched hash; `kulla flag` makes these lines."""

    salt: Annotated[str, Field(pattern=r"^[0-9a-f]{16,64}$")]
    """What makes the hash one of its own. E.g. `6b756c6c61206461`."""
    hash: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
    """What is made of the answer, 64 signs 0 to 9 and a to f.
    E.g. `3a564e3f475ddaf623cce6c5d7f37dac06f6174f6e83e2e71f1c35e1c8b45f62`."""
    exact: YesNo = False
    """Whether capitals and spaces count; they don't, unless given. E.g. `true`."""


class Clue(Part):
    """A hint that has its price."""

    text: Words
    """What it says. E.g. `Look at the times before the dates`."""
    costs: Annotated[Whole, Field(le=10_000)] = 0
    """Its price, in points, also where the challenge is never solved. E.g. `20`."""


class Guess(Part):
    """How bots do at a challenge."""

    chance: Percent = 0.5
    """How likely they solve it. E.g. `60%`."""
    takes: RandomSpan = SOLVING
    """How long they take, from when it is on the board. E.g. `{between: [20m, 3h]}`."""


class Category(Part):
    """A column of the board."""

    title: Words
    """Its name. E.g. `Forensics`."""
    about: Words | None = None
    """What it is about. E.g. `What a disk remembers`."""


class Challenge(Part):
    """Something to find out, and points for who does."""

    category: CategoryId
    """The column it stands in. E.g. `logs`."""
    title: Words
    """Its name on the board. E.g. `The night shift`."""
    points: Worth
    """What it is worth before it loses anything, in points. E.g. `200`."""
    text: Words
    """What is asked, and of what. E.g. `Who logged on at night, and when?`."""
    attachments: tuple[Attachment, ...] = ()
    """What it is found in. E.g. `[{name: auth.log, text: "03:10 accepted for svc-hist"}]`."""
    form: Words | None = None
    """How the answer is to be written. E.g. `ADDRESS@HH:MM`."""
    answers: Annotated[tuple[Accepted, ...], Field(min_length=1, max_length=20)]
    """The answers that are right, as `kulla flag` writes them.
    E.g. `[{salt: 6b756c6c61206461,
    hash: 3a564e3f475ddaf623cce6c5d7f37dac06f6174f6e83e2e71f1c35e1c8b45f62}]`."""
    hints: tuple[Clue, ...] = ()
    """Hints, one after another. E.g. `[{text: Look at the times, costs: 20}]`."""
    attempts: Attempts | None = None
    """Wrong answers that a team may give; as the contest says, unless given. E.g. `5`."""
    opens: Condition | None = None
    """It is on the board from when this first holds; from the beginning, unless given.
    E.g. `{step: lock, is: seen}`."""
    then: tuple[AnyEffect, ...] = ()
    """Happens when the team solves it. E.g. `[{fact: name-known}]`."""
    bots: Guess = Guess()
    """How bots do. E.g. `{chance: 60%, takes: {between: [20m, 3h]}}`."""
    solution: Words | None = None
    """The way there, for who leads, without the answer itself; no player sees it.
    E.g. `Sort by time, and look at who comes before seven`."""


class Decay(Part):
    """How a challenge loses worth with every team that solves it."""

    to: Percent
    """The share of its points that is left in the end, for all who solved it. E.g. `50%`."""
    after: Annotated[Whole, Field(ge=2, le=1_000)]
    """How many teams it takes; one alone gets all of it. E.g. `4`."""


class Contest(Part):
    """A board of challenges to solve for points, inside the exercise or beside it."""

    title: Words
    """Its name. E.g. `The open board`."""
    about: Words | None = None
    """What it is for and how to play. E.g. `Answers are found in what is attached`."""
    opens: Seconds = 0
    """When the board opens, since STARTEX; with it, unless given. E.g. `30m`."""
    closes: Seconds | None = None
    """When it closes, since STARTEX; with ENDEX, unless given. E.g. `6h`."""
    freezes: Seconds = 0
    """So long before it closes, the scores that all see stand still. E.g. `1h`."""
    roles: OneOrMore[RoleId] = ()
    """Who can solve; every role that is no response cell, unless given. E.g. `[desk, council]`."""
    first: Percent = 0.0
    """What the first team to solve a challenge gets on top, of its points. E.g. `10%`."""
    decay: Decay | None = None
    """How worth falls with every team that solves; it doesn't, unless given.
    E.g. `{to: 50%, after: 4}`."""
    attempts: Attempts | None = None
    """Wrong answers that a team may give to a challenge; any number, unless given. E.g. `8`."""
    categories: Annotated[dict[Id, Category], Field(min_length=1)]
    """The columns of the board. E.g. `{logs: {title: Logs}}`."""
    challenges: dict[Id, Challenge] = {}
    """What is to be solved.
    E.g. `{shift: {category: logs, title: The shift, points: 100, text: Who?, answers:
    [{salt: 6b756c6c61206461,
    hash: 3a564e3f475ddaf623cce6c5d7f37dac06f6174f6e83e2e71f1c35e1c8b45f62}]}}`."""
