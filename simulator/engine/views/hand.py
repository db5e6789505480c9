"""What a role has in hand: requests for consent, actions, orders, reports."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class RequestView:
    """A consent that this role is asked for, or has asked for. `question` waits for a reply, and
    `reply` is what was said to it, or with a refusal."""

    id: str
    subject: str
    asker: str
    of: str
    mine_to_answer: bool
    mine_to_reply: bool
    asked_at: int
    due: int
    question: str
    reason: str
    phase: Literal["asked", "questioned", "granted", "refused"]
    reply: str = ""


@dataclass(frozen=True, slots=True)
class TargetView:
    id: str
    title: str
    why_not: str = ""


@dataclass(frozen=True, slots=True)
class ActionView:
    """What this role could order. `takes` is people per team; times are the usual range."""

    id: str
    title: str
    about: str
    expect: str
    people: tuple[tuple[str, int], ...]
    shortest: int
    longest: int
    consent: tuple[str, ...]
    targets: tuple[TargetView, ...]
    irreversible: bool
    why_not: str = ""


@dataclass(frozen=True, slots=True)
class OrderView:
    """`phase` as the role knows it; `usual_end` is an estimate, never the drawn time."""

    id: str
    action: str
    title: str
    target: str
    phase: Literal["waiting", "queued", "running", "done", "refused", "cancelled"]
    ordered_at: int
    since: int
    priority: int
    usual_end: int | None
    waits_for: str = ""
    people: tuple[tuple[str, int], ...] = ()
    """Whom it takes: pairs of a team's id and a number."""
    place: int = 0
    """Which it is in the queue of its teams, from 1; 0 where it is not queued."""


@dataclass(frozen=True, slots=True)
class FieldView:
    id: str
    label: str
    required: bool
    choices: tuple[str, ...]
    hint: str


@dataclass(frozen=True, slots=True)
class ReportView:
    """A report this role can send; `due` is the running clock, which began to run at `since`,
    and `sent` when it was last sent."""

    id: str
    title: str
    about: str
    to: tuple[str, ...]
    fields: tuple[FieldView, ...]
    due: int | None
    sent: int | None
    why_not: str = ""
    since: int | None = None
