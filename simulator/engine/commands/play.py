"""What a role asks of the world: its decisions, orders, consents, reports and words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Answer:
    """Take a decision. `confidence` is 0 to 100, or None where nothing was said."""

    role: str
    decision: str
    option: str | None = None
    text: str = ""
    reason: str = ""
    confidence: int | None = None


@dataclass(frozen=True, slots=True)
class Dissent:
    """A colleague, `by` name if it is to be known, sees a decision of the role otherwise.

    It is for the review; the decision stands.
    """

    role: str
    decision: str
    text: str
    by: str = ""


@dataclass(frozen=True, slots=True)
class Order:
    """Order an action; `target` where the action has targets."""

    role: str
    action: str
    target: str | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Cancel:
    """Take back an order that has not begun."""

    role: str
    order: str


@dataclass(frozen=True, slots=True)
class Prioritise:
    """Move an order in its teams' queues: 1 goes first, 9 last."""

    role: str
    order: str
    priority: int


@dataclass(frozen=True, slots=True)
class Consent:
    """Answer a request for consent; `ask` sends the question in `text` back to who asked."""

    role: str
    request: str
    verdict: Literal["grant", "refuse", "ask"]
    text: str = ""


@dataclass(frozen=True, slots=True)
class Reply:
    """Answer the question that came back on a request."""

    role: str
    request: str
    text: str


@dataclass(frozen=True, slots=True)
class Send:
    """Send a structured report; `entries` are pairs of field id and what was written."""

    role: str
    report: str
    entries: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Message:
    role: str
    to: tuple[str, ...]
    text: str


@dataclass(frozen=True, slots=True)
class Note:
    """A note of one's own, for the review."""

    role: str
    text: str


@dataclass(frozen=True, slots=True)
class Read:
    """The role has opened the inject."""

    role: str
    inject: str


@dataclass(frozen=True, slots=True)
class Discuss:
    """Answer a discussion question of the open module."""

    role: str
    question: str
    text: str


@dataclass(frozen=True, slots=True)
class Proceed:
    """Close the open module: the clock runs on."""

    role: str


@dataclass(frozen=True, slots=True)
class Solve:
    """Give an answer to a challenge of the contest; `by` is who of the role found it."""

    role: str
    challenge: str
    answer: str
    by: str = ""


@dataclass(frozen=True, slots=True)
class TakeHint:
    """Buy a hint to a challenge, `hint` is its number from 1; `by` is who of the role wants it."""

    role: str
    challenge: str
    hint: int
    by: str = ""


@dataclass(frozen=True, slots=True)
class Launch:
    """Begin a step of the adversary that is ready; only who plays the adversary may."""

    role: str
    step: str


@dataclass(frozen=True, slots=True)
class Propose:
    """Want something that no action of the exercise stands for; control rules on it."""

    role: str
    text: str
