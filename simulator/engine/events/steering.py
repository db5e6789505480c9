"""What control has done, and what people wanted that no action stands for."""

from __future__ import annotations

from typing import NamedTuple

Roles = tuple[str, ...]


class Steered(NamedTuple):
    """Control acts: `act` is the name of its command, `of` what it is about (the id of an inject,
    a seat, a subject; for a command in a seat's place, the seat). All that follows has this for
    its cause. `by` and `reason` are who and why."""

    at: int
    to: Roles
    act: str
    of: str
    by: str
    reason: str


class InjectsPlanned(NamedTuple):
    """The seconds at which injects are to be sent by what is known now, None where one waits for
    something else again; those before stand no more."""

    at: int
    to: Roles
    times: tuple[tuple[str, int | None], ...]


class InjectPostponed(NamedTuple):
    """It is not sent before second `until`, whatever it waits for."""

    at: int
    to: Roles
    inject: str
    until: int


class InjectWritten(NamedTuple):
    """Control has written an inject, or changed one: `form` is all that it has written of it in
    this run, as JSON by the keys of the format."""

    at: int
    to: Roles
    inject: str
    form: str


class InjectWithdrawn(NamedTuple):
    """What was sent by mistake; `to` are those who had it. `decision` is the one that closes with
    it, empty where none was open."""

    at: int
    to: Roles
    inject: str
    decision: str


class InjectReminded(NamedTuple):
    """It is laid once more before those who have not opened it."""

    at: int
    to: Roles
    inject: str


class Repaced(NamedTuple):
    """ENDEX is now at `end`, and delays are drawn at `tempo` thousandths of what they were."""

    at: int
    to: Roles
    end: int
    tempo: int


class TempoSet(NamedTuple):
    """The adversary and what is planned go on at `share` thousandths of what is written."""

    at: int
    to: Roles
    share: int


class BotInstructed(NamedTuple):
    at: int
    to: Roles
    seat: str
    policy: str


class ActionProposed(NamedTuple):
    """A role wants something that no action of the exercise stands for."""

    at: int
    to: Roles
    proposal: str
    role: str
    text: str


class RulingGiven(NamedTuple):
    """Control has judged a decision or a proposal. `outcome` is `done`, `failed` (allowed, but
    chance was against it) or `refused`; `chance` is what it had, 0 to 100; `option` counts as
    chosen; `text` is what the role is told."""

    at: int
    to: Roles
    subject: str
    role: str
    outcome: str
    chance: int
    option: str
    text: str
    by: str
