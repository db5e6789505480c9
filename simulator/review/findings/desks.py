"""What went over the desks of roles: decisions, reports, times, workload."""

from __future__ import annotations

from dataclasses import dataclass

from simulator.review.findings.basis import Cites, Happened


@dataclass(frozen=True, slots=True)
class Knew:
    """What another role had been told by then, and this one had not; `place` is where it stands in
    the log."""

    roles: str
    at: int
    words: str
    place: int = -1


@dataclass(frozen=True, slots=True)
class DecisionFound:
    """From being sent to having an effect. `sent` is when its message was sent last before it was
    asked, `read` when the role opened it first, even where that was after all; `decided` is when it
    was taken or missed, and None where it was neither. What control has ruled counts as chosen and
    as what it led to.

    `person` is who answered, empty for a bot; `best` is whether the option that was chosen is one
    of the author's best, None where there are none or nobody chose one.
    """

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
    fate: str = ""
    """What became of it, in words: in force, refused, ruled so, withdrawn …"""
    stand_in: bool = False
    """Whether `person` is of control and answered in the place of the role."""


@dataclass(frozen=True, slots=True)
class ClockFound:
    """A reporting clock: opened at `since`, to be met by `due`. `late` is by how many seconds it
    was missed, None where the report was never sent, or in time. `role` is who sent it, or who
    should have."""

    report: str
    title: str
    role: str
    since: int
    due: int
    sent: int | None
    met: bool
    late: int | None
    cites: Cites
    role_title: str = ""
    open: bool = False
    """Whether it still ran when all was over: neither met nor missed."""


@dataclass(frozen=True, slots=True)
class ReportFound:
    """A report that was sent, and where it went: who read of it, what was answered, what came of
    it. Labels of the fields that were right, wrong, and left out. `to` is in words."""

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
    role_title: str = ""


@dataclass(frozen=True, slots=True)
class RoleTimes:
    """A role as long as people held its seat, or as its bot did: two of these where the seat
    changed hands. What control did in its place counts with its bot. Medians are in seconds, None
    where there is nothing to count.

    `messages` are injects that it was sent, `read` those that people opened. Of what roles write
    each other nobody knows whether it was opened.
    """

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
    """How much lay before a role at the end of one second: messages it had not read, questions,
    requests and reports that waited for it, orders of its teams at work, and waiting for people.
    For a bot nothing lies unread."""

    at: int
    unread: int
    waiting: int
    working: int
    queued: int


@dataclass(frozen=True, slots=True)
class Workload:
    """`peak` is the most that was unread and waiting at once, `peak_at` the first such second."""

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
    passed what was right, below 0 where people were too modest; `brier` is 0 for perfect. All but
    that, which is 0 to 1, are per cent."""

    whose: str
    answers: int
    bins: tuple[Bin, ...]
    confidence: float | None
    right: float | None
    over: float | None
    brier: float | None
    role: str = ""
    """The role's id; empty where it is of a person."""


@dataclass(frozen=True, slots=True)
class Unread:
    """A message that people were sent in their role and did not open, or only after `decided`."""

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
