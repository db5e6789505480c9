"""What happened in the plot: injects, decisions, reports, messages, modules, seats, the end."""

from __future__ import annotations

from typing import NamedTuple

Roles = tuple[str, ...]


class ExerciseStarted(NamedTuple):
    at: int
    to: Roles


class ExerciseEnded(NamedTuple):
    """`why` is `time`, `outcome`, `control`, or `stuck: …` with the path that never rested."""

    at: int
    to: Roles
    outcome: str
    why: str


class InjectSent(NamedTuple):
    """`values` are the live `${…}` names of its text as they stood at this moment."""

    at: int
    to: Roles
    inject: str
    variant: str
    number: int
    values: tuple[tuple[str, str], ...]


class InjectSkipped(NamedTuple):
    at: int
    to: Roles
    inject: str
    why: str


class InjectHeld(NamedTuple):
    at: int
    to: Roles
    inject: str


class InjectReleased(NamedTuple):
    at: int
    to: Roles
    inject: str


class InjectRead(NamedTuple):
    at: int
    to: Roles
    inject: str
    role: str


class DecisionOpened(NamedTuple):
    """`due` is the last second in time, None where there is no deadline."""

    at: int
    to: Roles
    decision: str
    due: int | None


class DecisionTaken(NamedTuple):
    at: int
    to: Roles
    decision: str
    role: str
    option: str | None
    text: str
    reason: str
    confidence: int | None
    bot: bool


class DecisionMissed(NamedTuple):
    """Nobody answered in time; `option` is the default that now stands."""

    at: int
    to: Roles
    decision: str
    option: str | None


class DissentRecorded(NamedTuple):
    """`by` is who in the role sees the decision otherwise, empty where nobody is named."""

    at: int
    to: Roles
    decision: str
    role: str
    by: str
    text: str


class ReportDue(NamedTuple):
    at: int
    to: Roles
    report: str
    due: int


class ReportMissed(NamedTuple):
    at: int
    to: Roles
    report: str


class ReportSent(NamedTuple):
    """`entries` are values by field, one a line; which fields were `right` or `wrong`, and whether
    it was `complete`, is told to nobody before it is all over."""

    at: int
    to: Roles
    report: str
    role: str
    entries: tuple[tuple[str, str], ...]
    bot: bool
    right: tuple[str, ...] = ()
    wrong: tuple[str, ...] = ()
    complete: bool = False


class MessageSent(NamedTuple):
    at: int
    to: Roles
    role: str
    text: str


class NoteTaken(NamedTuple):
    at: int
    to: Roles
    role: str
    text: str


class ModuleOpened(NamedTuple):
    at: int
    to: Roles
    module: str


class QuestionAnswered(NamedTuple):
    at: int
    to: Roles
    module: str
    question: str
    role: str
    text: str


class ModuleClosed(NamedTuple):
    at: int
    to: Roles
    module: str
    role: str


class SeatTaken(NamedTuple):
    """People hold the seat from now on, not its bot."""

    at: int
    to: Roles
    seat: str


class SeatVacated(NamedTuple):
    """The bot of the seat plays it from now on."""

    at: int
    to: Roles
    seat: str


class MeasureTurned(NamedTuple):
    """The measure (`objective/number`) began or ceased to hold, or its clock started or ran out."""

    at: int
    to: Roles
    measure: str
    now: str
