"""What lies on a role's desk: messages, questions, an open discussion, what has happened."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class OptionView:
    """`why_not` is empty where the option can be chosen; `consent` names who must agree."""

    id: str
    label: str
    about: str
    consent: tuple[str, ...]
    irreversible: bool
    why_not: str = ""


@dataclass(frozen=True, slots=True)
class DissentView:
    """A colleague of the role sees it otherwise; `by` may be empty."""

    at: int
    by: str
    text: str


@dataclass(frozen=True, slots=True)
class DecisionView:
    """A question to this role. `fate` says in words what became of the answer."""

    id: str
    inject: str
    ask: str
    opened: int
    due: int | None
    options: tuple[OptionView, ...]
    free_text: bool
    phase: Literal["open", "taken", "missed", "withdrawn"]
    chosen: str = ""
    text: str = ""
    reason: str = ""
    confidence: int | None = None
    fate: str = ""
    dissents: tuple[DissentView, ...] = ()


@dataclass(frozen=True, slots=True)
class OffenceView:
    """What a SIEM shows of an offence; magnitude 1 to 10."""

    number: int
    magnitude: int
    source: str = ""
    destination: str = ""
    category: str = ""
    events: int = 0


@dataclass(frozen=True, slots=True)
class IndicatorView:
    """Display text only."""

    type: str
    value: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class AttachmentView:
    name: str
    text: str = ""
    columns: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    indicators: tuple[IndicatorView, ...] = ()


@dataclass(frozen=True, slots=True)
class Item:
    """One message in the inbox. `key` is its own even when an inject is sent more than once."""

    key: str
    inject: str
    at: int
    channel: str
    sender: str
    subject: str
    text: str
    to: tuple[str, ...]
    read: bool
    tlp: str = ""
    reliability: str = ""
    offence: OffenceView | None = None
    attachments: tuple[AttachmentView, ...] = ()
    corrects: str = ""
    """The subject of the earlier message that this one corrects."""
    amends: str = ""
    """The key of that message."""
    decision: DecisionView | None = None
    withdrawn: bool = False
    """Whether it was sent by mistake, and is to be taken as not said."""
    reminded: int | None = None
    """When it was laid before this role once more."""


@dataclass(frozen=True, slots=True)
class ProposalView:
    """Something this role wants to do that no action stands for. `outcome` is empty until control
    has ruled: done, failed or refused; `answer` is what was said to it."""

    id: str
    at: int
    text: str
    outcome: str = ""
    answer: str = ""


@dataclass(frozen=True, slots=True)
class QuestionView:
    id: str
    ask: str
    answer: str


@dataclass(frozen=True, slots=True)
class ModuleView:
    """The open module: the clock is held until someone proceeds."""

    id: str
    title: str
    situation: str
    questions: tuple[QuestionView, ...]


@dataclass(frozen=True, slots=True)
class LogLine:
    """Something this role has known or done, in words."""

    at: int
    kind: str
    words: str
    mine: bool = False
    """Whether this role did it itself."""
