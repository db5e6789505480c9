"""The only shapes that leave the engine for a person: what one role may know now. No logic here.

Times are whole seconds since STARTEX. Texts are already in the reader's language.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from simulator.scenario.injects import Attachment, Offence


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
class DecisionView:
    """A question to this role. `fate` says in words what became of the answer."""

    id: str
    inject: str
    ask: str
    opened: int
    due: int | None
    options: tuple[OptionView, ...]
    free_text: bool
    phase: Literal["open", "taken", "missed"]
    chosen: str = ""
    text: str = ""
    reason: str = ""
    confidence: int | None = None
    fate: str = ""


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
    offence: Offence | None = None
    attachments: tuple[Attachment, ...] = ()
    corrects: str = ""
    decision: DecisionView | None = None


@dataclass(frozen=True, slots=True)
class RequestView:
    """A consent that this role is asked for, or has asked for. `question` waits for a reply."""

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


@dataclass(frozen=True, slots=True)
class TeamView:
    id: str
    title: str
    people: int
    busy: int
    queued: int


@dataclass(frozen=True, slots=True)
class AssetView:
    """`service` in per cent. `foothold` and `leaked` (GB) are None while the role can't know."""

    id: str
    title: str
    owner: str
    classification: str
    service: float
    hosts: int
    intact: int
    encrypted: int
    wiped: int
    link: Literal["connected", "isolated", "switched-off"]
    depends_on: tuple[str, ...]
    foothold: bool | None
    leaked: float | None
    workaround: int
    about: str = ""


@dataclass(frozen=True, slots=True)
class GaugeView:
    """`trail` holds the past values at even times, oldest first, for a sparkline."""

    id: str
    title: str
    value: float
    per_hour: float
    good: Literal["high", "low"]
    trail: tuple[float, ...]
    about: str = ""


@dataclass(frozen=True, slots=True)
class FieldView:
    id: str
    label: str
    required: bool
    choices: tuple[str, ...]
    hint: str


@dataclass(frozen=True, slots=True)
class ReportView:
    """A report this role can send; `due` is the running clock, `sent` when it was last sent."""

    id: str
    title: str
    about: str
    to: tuple[str, ...]
    fields: tuple[FieldView, ...]
    due: int | None
    sent: int | None
    why_not: str = ""


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


@dataclass(frozen=True, slots=True)
class SeatView:
    id: str
    title: str
    short: str
    staffed: bool


@dataclass(frozen=True, slots=True)
class MeasureView:
    title: str
    points: int
    worth: int
    met: bool


@dataclass(frozen=True, slots=True)
class ObjectiveView:
    id: str
    title: str
    rating: Literal["P", "S", "M", "U"]
    points: int
    of: int
    measures: tuple[MeasureView, ...]


@dataclass(frozen=True, slots=True)
class Past:
    """What really happened, at its own distance from the real beginning (seconds since start)."""

    at: int
    what: str


@dataclass(frozen=True, slots=True)
class Debrief:
    """Shown when the exercise is over: nothing is hidden any more."""

    outcome: str
    text: str
    objectives: tuple[ObjectiveView, ...]
    decisions: tuple[DecisionView, ...]
    assets: tuple[AssetView, ...]
    gauges: tuple[GaugeView, ...]
    history: tuple[Past, ...]


@dataclass(frozen=True, slots=True)
class RoleView:
    """Everything one role may know at `now`, and nothing else."""

    scenario: str
    title: str
    tlp: str
    role: SeatView
    brief: str
    start: str
    now: int
    length: int
    held: bool
    over: bool
    inbox: tuple[Item, ...]
    decisions: tuple[DecisionView, ...]
    requests: tuple[RequestView, ...]
    actions: tuple[ActionView, ...]
    orders: tuple[OrderView, ...]
    teams: tuple[TeamView, ...]
    assets: tuple[AssetView, ...]
    gauges: tuple[GaugeView, ...]
    reports: tuple[ReportView, ...]
    module: ModuleView | None
    log: tuple[LogLine, ...]
    seats: tuple[SeatView, ...]
    debrief: Debrief | None
