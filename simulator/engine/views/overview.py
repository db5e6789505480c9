"""What control sees of one team's world: everything, and why. It goes to seats of control only.

Times are whole seconds since STARTEX, texts in the reader's language. What names a role, an asset
or an inject holds its id, and a title stands beside it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

from simulator.engine.views.desk import LogLine
from simulator.engine.views.script import CardOption, FormRow

InjectPhase = Literal[
    "waiting", "due", "held", "skipped", "sent", "read", "answered", "missed", "withdrawn"
]


@dataclass(frozen=True, slots=True)
class InjectRow:
    """A line of the MSEL. `due` is when it is sent by what is known now; `waits` says in words
    why it was not sent yet. `answer` is what was decided on it; `by` is who of control acted on
    it last; `by_hand` says that nothing but control sends it, `hand` that control wrote or changed
    it."""

    id: str
    title: str
    state: InjectPhase
    to: tuple[str, ...]
    channel: str
    kind: str
    storyline: str
    objectives: tuple[str, ...]
    due: int | None
    waits: str
    sent_at: int | None
    times: int
    read_by: tuple[str, ...]
    asks: str
    decision: str
    decider: str
    decision_due: int | None
    answer: str
    pinned: bool
    by_hand: bool
    hand: bool
    by: str


@dataclass(frozen=True, slots=True)
class AssetRow:
    """An asset as it is. `seen_by` are the roles that see it at all, `foothold_known_to` those
    that know of the intruder; hosts are numbers, `service` tenths of a per cent, `leaked` MB."""

    id: str
    title: str
    owner: str
    link: str
    hosts: int
    intact: int
    encrypted: int
    wiped: int
    service: int
    foothold: bool
    leaked: int
    workaround: int
    seen_by: tuple[str, ...]
    foothold_known_to: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PhysicsRow:
    """What is behind a physical gauge, in thousandths. `target` is its set point, None where
    nothing drives it; `reading` is honest, spoofed (people are shown `forged`) or blind."""

    unit: str
    digits: int
    range_from: int
    range_to: int
    normal_from: int | None
    normal_to: int | None
    target: int | None
    manual: bool
    reading: str
    forged: int
    silent: bool
    ringing: tuple[str, ...]
    """The titles of its alarms that ring."""
    passed: tuple[str, ...]
    """The titles of its limits that were passed."""


@dataclass(frozen=True, slots=True)
class GaugeRow:
    """`value` in thousandths at second `since`, moving `per_hour` from there, as far as `low` and
    `high`. A physical one has a `physics` row."""

    id: str
    title: str
    value: int
    per_hour: int
    since: int
    seen_by: tuple[str, ...]
    low: int = 0
    high: int = 100_000
    physics: PhysicsRow | None = None


@dataclass(frozen=True, slots=True)
class StepRow:
    """A step of the adversary. `phase` as in StepState; `waits` says what it waits for, or what
    blocks it; `next` marks the one that is due soonest."""

    id: str
    title: str
    technique: str
    phase: str
    since: int
    due: int | None
    waits: str
    seen: bool
    next: bool


@dataclass(frozen=True, slots=True)
class CrewRow:
    """A team of people, and the orders that wait for it, first comes first."""

    id: str
    title: str
    role: str
    people: int
    busy: int
    queue: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OrderRow:
    id: str
    role: str
    title: str
    target: str
    phase: str
    ordered: int
    since: int
    usual_end: int | None
    priority: int


@dataclass(frozen=True, slots=True)
class ConsentRow:
    """A request for consent that is open. `staffed` says whether people are asked; `reason` is why
    it is wanted, `reply` what was answered to the `question` that was asked back."""

    id: str
    subject: str
    asker: str
    of: str
    phase: str
    asked: int
    due: int
    question: str
    staffed: bool
    reason: str = ""
    reply: str = ""


@dataclass(frozen=True, slots=True)
class RoleRow:
    """A seat as its work stands. `last_act` is when the role last asked for anything, None for
    never; `next_due` the soonest deadline of `open` things, and what it is on."""

    id: str
    title: str
    staffed: bool
    policy: str
    unread: int
    oldest_unread: int | None
    open: int
    next_due: int | None
    next_what: str
    last_act: int | None


@dataclass(frozen=True, slots=True)
class MeasureRow:
    """`task` is the id of the critical task that it measures, empty for the objective itself."""

    title: str
    now: str
    points: int
    worth: int
    task: str = ""


@dataclass(frozen=True, slots=True)
class ObjectiveRow:
    """`tasks` are its critical tasks, ids and titles."""

    id: str
    title: str
    rating: str
    points: int
    of: int
    measures: tuple[MeasureRow, ...]
    capability: str = ""
    tasks: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class FactRow:
    """Something that is so or not. `about` says what, where the author says it."""

    id: str
    about: str
    holds: bool


@dataclass(frozen=True, slots=True)
class Ruling:
    """What control has ruled before: a precedent. `outcome` is done, failed or refused."""

    subject: str
    role: str
    at: int
    asked: str
    said: str
    outcome: str
    chance: int
    option: str
    text: str
    by: str


@dataclass(frozen=True, slots=True)
class Card:
    """Something that people wrote and that waits for a ruling. `facts` are the scenario's facts
    as they stand now, `expected` and `hint` what the author says of a good answer; `precedents`
    are the rulings that lie nearest."""

    subject: str
    kind: Literal["decision", "proposal"]
    role: str
    at: int
    asked: str
    said: str
    reason: str
    expected: str
    hint: str
    options: tuple[CardOption, ...]
    facts: tuple[str, ...]
    precedents: tuple[Ruling, ...]


@dataclass(frozen=True, slots=True)
class Panel:
    """All of one team's world. `module` is the title of the discussion that holds the clock,
    `tempo` the thousandths of the author's delays at which it goes on."""

    team: str
    end: int
    tempo: int
    over: bool
    module: str
    msel: tuple[InjectRow, ...]
    assets: tuple[AssetRow, ...]
    gauges: tuple[GaugeRow, ...]
    steps: tuple[StepRow, ...]
    crews: tuple[CrewRow, ...]
    orders: tuple[OrderRow, ...]
    consents: tuple[ConsentRow, ...]
    roles: tuple[RoleRow, ...]
    objectives: tuple[ObjectiveRow, ...]
    cards: tuple[Card, ...]
    rulings: tuple[Ruling, ...]
    log: tuple[LogLine, ...]
    facts: tuple[FactRow, ...] = ()
    places: tuple[int, ...] = ()
    """Where in all that has happened each line of `log` stands: evidence points there."""
    reports: tuple[FormRow, ...] = ()


class Board(NamedTuple):
    """A team's run in a line: `phase` is the discussion that is open or the last inject that was
    sent, `service` the lowest of all assets and `lowest` that asset's title,
    `proposals` those that wait for a ruling."""

    end: int
    phase: str
    met: int
    failed: int
    measures: int
    points: int
    of: int
    service: int
    lowest: str
    last_act: int | None
    proposals: int = 0
