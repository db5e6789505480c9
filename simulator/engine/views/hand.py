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
class PickView:
    """One of the answers that a field offers; its id is what is sent."""

    id: str
    label: str


@dataclass(frozen=True, slots=True)
class Within:
    """Bounds of a number, each None where there is none."""

    below: float | None = None
    above: float | None = None
    at_least: float | None = None
    at_most: float | None = None


@dataclass(frozen=True, slots=True)
class FieldView:
    """A field of a report, and what it takes; `wanted` is what may be left out but is missed.

    `words` bounds their number, `pattern` is what each value looks like as a whole, and
    `pattern_text` what is said where it does not.
    """

    id: str
    label: str
    required: bool
    choices: tuple[PickView, ...]
    hint: str
    kind: Literal["text", "choice", "choices", "time", "number", "assets", "indicators"] = "text"
    wanted: bool = False
    words: Within | None = None
    number: Within | None = None
    pattern: str = ""
    pattern_text: str = ""


@dataclass(frozen=True, slots=True)
class ReportView:
    """A report this role can send; `due` is the running clock, which began to run at `since`,
    and `sent` when it was last sent, with the `entries` that stood in it, pairs of a field's id
    and its values, one a line."""

    id: str
    title: str
    about: str
    to: tuple[str, ...]
    fields: tuple[FieldView, ...]
    due: int | None
    sent: int | None
    why_not: str = ""
    since: int | None = None
    entries: tuple[tuple[str, str], ...] = ()
