"""What happened to orders: consent, people, work."""

from __future__ import annotations

from typing import NamedTuple

Roles = tuple[str, ...]


class ConsentAsked(NamedTuple):
    """`request` is an order's id, or `decision/ID`; `role` asks, `of` is to consent."""

    at: int
    to: Roles
    request: str
    role: str
    of: str
    due: int


class ConsentQuestioned(NamedTuple):
    at: int
    to: Roles
    request: str
    by: str
    question: str


class ConsentReplied(NamedTuple):
    at: int
    to: Roles
    request: str
    role: str
    text: str
    due: int


class ConsentGiven(NamedTuple):
    at: int
    to: Roles
    request: str
    by: str
    text: str


class ConsentRefused(NamedTuple):
    """`text` may be empty: nobody answered in time and the default is no."""

    at: int
    to: Roles
    request: str
    by: str
    text: str


class ActionOrdered(NamedTuple):
    at: int
    to: Roles
    order: str
    action: str
    role: str
    target: str | None
    priority: int
    reason: str
    bot: bool


class OrderQueued(NamedTuple):
    """Consent is there; now it waits for people."""

    at: int
    to: Roles
    order: str


class OrderMoved(NamedTuple):
    at: int
    to: Roles
    order: str
    priority: int


class WorkStarted(NamedTuple):
    """`people` are the pairs of team and number that are busy until the work is done."""

    at: int
    to: Roles
    order: str
    until: int
    people: tuple[tuple[str, int], ...]


class WorkDone(NamedTuple):
    at: int
    to: Roles
    order: str
    people: tuple[tuple[str, int], ...]


class OrderRefused(NamedTuple):
    at: int
    to: Roles
    order: str
    by: str


class OrderCancelled(NamedTuple):
    at: int
    to: Roles
    order: str
    role: str


class TeamChanged(NamedTuple):
    at: int
    to: Roles
    team: str
    people: int
