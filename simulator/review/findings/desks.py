"""What went over the desks of roles: decisions, reports, times, workload."""

from __future__ import annotations

from dataclasses import dataclass

from simulator.review.findings.basis import Cites, Happened


@dataclass(frozen=True, slots=True)
class Knew:
    """What another role had been told by then, and this one had not."""

    roles: str
    at: int
    words: str


@dataclass(frozen=True, slots=True)
class DecisionFound:
    """From being sent to having an effect. `person` is who answered, empty for a bot; `best` is
    whether the option is one of the author's best, None where there are none."""

    id: str
    inject: str
    role: str
    role_title: str
    ask: str
    sent: int
    read: int | None
    due: int | None
    decided: int | None
    effect: int | None
    phase: str
    option: str
    option_title: str
    best: bool | None
    text: str
    reason: str
    confidence: int | None
    person: str
    bot: bool
    led_to: tuple[Happened, ...]
    others_knew: tuple[Knew, ...]
    unread: tuple[str, ...]
    """Subjects of messages that lay unread before the role then, and touch the same things."""
    dissents: tuple[str, ...]
    cites: Cites


@dataclass(frozen=True, slots=True)
class ClockFound:
    """A reporting clock: opened at `since`, to be met by `due`. `late` is by how many seconds it
    was missed, None where the report was never sent."""

    report: str
    title: str
    role: str
    since: int
    due: int
    sent: int | None
    met: bool
    late: int | None
    cites: Cites


@dataclass(frozen=True, slots=True)
class ReportFound:
    """A report that was sent, and where it went: who read of it, what was answered, what came of
    it. Labels of the fields that were right, wrong, and left out."""

    report: str
    title: str
    role: str
    to: str
    at: int
    person: str
    bot: bool
    right: tuple[str, ...]
    wrong: tuple[str, ...]
    left_out: tuple[str, ...]
    complete: bool
    path: tuple[Happened, ...]
    cites: Cites


@dataclass(frozen=True, slots=True)
class RoleTimes:
    """A role that people held, in seconds: medians, None where there is nothing to count."""

    role: str
    title: str
    people: bool
    messages: int
    read: int
    to_read: int | None
    to_decide: int | None
    to_effect: int | None
    decisions: int
    missed: int
    reports: int
    clocks_met: int
    clocks_missed: int
    orders: int
    messages_sent: int


@dataclass(frozen=True, slots=True)
class Load:
    """How much lay before a role at one second: messages it had not read, questions and requests
    that waited for it, orders of its teams at work, and waiting for people."""

    at: int
    unread: int
    waiting: int
    working: int
    queued: int


@dataclass(frozen=True, slots=True)
class Workload:
    role: str
    title: str
    loads: tuple[Load, ...]
    peak: int
    peak_at: int


@dataclass(frozen=True, slots=True)
class Bin:
    """Answers given with a confidence of `least` to `most` per cent, and how many were best."""

    least: int
    most: int
    answers: int
    best: int


@dataclass(frozen=True, slots=True)
class Calibration:
    """Of a role, or of one person: how sure, how right. `over` is by how many points confidence
    passed what was right, below 0 where people were too modest; `brier` is 0 for perfect."""

    whose: str
    answers: int
    bins: tuple[Bin, ...]
    confidence: float | None
    right: float | None
    over: float | None
    brier: float | None


@dataclass(frozen=True, slots=True)
class Unread:
    """A message that a role of people was sent and did not open, or only after `decided`."""

    role: str
    role_title: str
    inject: str
    subject: str
    sent: int
    read: int | None
    decision: str
    """The question that it touched and that was answered without it; empty for none."""
    decided: int | None
    cites: Cites
