"""What went over the desks of roles: decisions, reports, times, workload."""

from __future__ import annotations

from dataclasses import dataclass

from simulator.review.findings.basis import Cites, Happened


@dataclass(frozen=True, slots=True)
class Knew:
    """What another role had been told by then, and this one had not."""

    roles: str
    """Who had been told it, in words."""
    at: int
    """The second at which they were told."""
    words: str
    """What they were told."""
    place: int = -1
    """Where it stands in the log; -1 where it stands nowhere."""


@dataclass(frozen=True, slots=True)
class DecisionFound:
    """A question that a role was asked, from being sent to having an effect."""

    id: str
    """Its id in the scenario."""
    inject: str
    """The id of the inject that asked it."""
    role: str
    """The id of the role that it was put to."""
    role_title: str
    """What the role is called."""
    ask: str
    """The question."""
    sent: int
    """The second at which its message was sent last before it was asked."""
    read: int | None
    """The second at which the role opened the message first, even where that was after all."""
    due: int | None
    """The second by which it had to be decided; none where it could wait."""
    decided: int | None
    """The second at which it was taken or missed; none where it was neither."""
    effect: int | None
    """The second at which it first had an effect."""
    phase: str
    """Open, taken, missed or withdrawn."""
    option: str
    """The id of the option that was chosen, or that control has ruled to count as chosen."""
    option_title: str
    """The same in words."""
    best: bool | None
    """Whether it is one of the author's best options; none where there are none, or nobody
    chose."""
    text: str
    """What they answered in words of their own."""
    reason: str
    """Why they decided so, as they wrote."""
    confidence: int | None
    """How sure they were, in per cent; none where they did not say."""
    person: str
    """The name of who answered, empty for the computer."""
    bot: bool
    """Whether the computer had the seat then."""
    led_to: tuple[Happened, ...]
    """What followed from it and from no later decision; also of what control has ruled."""
    others_knew: tuple[Knew, ...]
    """What other roles had been told by then, and this one had not."""
    unread: tuple[str, ...]
    """Subjects of messages that lay unread before the role then, and touch the same things."""
    dissents: tuple[str, ...]
    """What colleagues put on record against it."""
    cites: Cites
    """Its events: asked, decided, consented to, ruled."""
    fate: str = ""
    """What became of it, in words: in force, refused, ruled so, withdrawn …"""
    stand_in: bool = False
    """Whether `person` is of control and answered in the place of the role."""


@dataclass(frozen=True, slots=True)
class ClockFound:
    """A reporting clock: by when something had to be reported, and when it was."""

    report: str
    """The id of the report."""
    title: str
    """What the report is called."""
    role: str
    """The id of the role that sent it, or should have."""
    since: int
    """The second at which the clock began."""
    due: int
    """The second by which it had to be sent."""
    sent: int | None
    """The second at which it was sent; none where it never was."""
    met: bool
    """Whether it was sent in time."""
    late: int | None
    """By how many seconds it was late; none where it was never sent, or in time."""
    cites: Cites
    """Its events: begun, sent or missed."""
    role_title: str = ""
    """What the role is called."""
    open: bool = False
    """Whether it still ran when all was over: neither met nor missed."""


@dataclass(frozen=True, slots=True)
class ReportFound:
    """A report that was sent, and what came of it."""

    report: str
    """Its id in the scenario."""
    title: str
    """What it is called."""
    role: str
    """The id of the role that sent it."""
    to: str
    """The roles that it went to, in words."""
    at: int
    """The second at which it was sent."""
    person: str
    """The name of who sent it, empty for the computer."""
    bot: bool
    """Whether the computer had the seat then."""
    right: tuple[str, ...]
    """Labels of the fields that were right."""
    wrong: tuple[str, ...]
    """Labels of the fields that were wrong."""
    left_out: tuple[str, ...]
    """Labels of the fields that nothing was written in."""
    complete: bool
    """Whether all fields that have to be filled in were."""
    path: tuple[Happened, ...]
    """What followed from it: who read of it, what was answered, what came of it."""
    cites: Cites
    """The event with which it was sent."""
    role_title: str = ""
    """What the role is called."""


@dataclass(frozen=True, slots=True)
class RoleTimes:
    """How long a role took, and how much it did: as long as people held its seat, or as the
    computer did; two of these where the seat changed hands. Medians are in seconds, and none where
    there is nothing to count. What control did in its place counts with the computer."""

    role: str
    """The id of the role."""
    title: str
    """What it is called."""
    people: bool
    """Whether this is of the time in which people held the seat."""
    messages: int
    """Injects that it was sent. Of what roles write each other nobody knows whether it was
    opened."""
    read: int
    """How many of them people opened."""
    to_read: int | None
    """The median from being sent to being opened."""
    to_decide: int | None
    """The median from being opened to being decided."""
    to_effect: int | None
    """The median from being decided to having an effect."""
    decisions: int
    """Decisions that it took."""
    missed: int
    """Decisions that it let pass."""
    reports: int
    """Reports that it sent."""
    clocks_met: int
    """Reporting clocks that it met."""
    clocks_missed: int
    """Reporting clocks that it missed."""
    orders: int
    """Orders that it gave."""
    messages_sent: int
    """Messages that it wrote to other roles."""


@dataclass(frozen=True, slots=True)
class Load:
    """How much lay before a role at the end of one second."""

    at: int
    """The second."""
    unread: int
    """Messages that it had not opened; for the computer nothing lies unread."""
    waiting: int
    """Questions, requests and reports that waited for it."""
    working: int
    """Orders that its teams were at work on."""
    queued: int
    """Orders that waited for people."""


@dataclass(frozen=True, slots=True)
class Workload:
    """What lay before a role over time."""

    role: str
    """The id of the role."""
    title: str
    """What it is called."""
    loads: tuple[Load, ...]
    """How it stood, whenever it changed."""
    peak: int
    """The most that was unread and waiting at once."""
    peak_at: int
    """The first second at which it was so much."""


@dataclass(frozen=True, slots=True)
class Bin:
    """Answers that were given with about the same confidence."""

    least: int
    """Its lower end, in per cent."""
    most: int
    """Its upper end, in per cent."""
    answers: int
    """How many answers fall into it."""
    best: int
    """How many of these were the best option."""


@dataclass(frozen=True, slots=True)
class Calibration:
    """How sure a role or one person was, and how right."""

    whose: str
    """The role or the person, by name."""
    answers: int
    """How many answers count: those with a confidence, to questions that have best options."""
    bins: tuple[Bin, ...]
    """These by confidence."""
    confidence: float | None
    """Their mean confidence, in per cent."""
    right: float | None
    """How many of them were the best option, in per cent."""
    over: float | None
    """By how many points confidence passed what was right; below 0 where people were too
    modest."""
    brier: float | None
    """The Brier score: 0 is perfect, 1 is always sure and always wrong."""
    role: str = ""
    """The id of the role; empty where it is of a person."""
    grant: str = ""
    """The id of the person's seat; empty where it is of a role."""


@dataclass(frozen=True, slots=True)
class Unread:
    """A message that people were sent in their role and did not open, or only after they had
    decided."""

    role: str
    """The id of the role."""
    role_title: str
    """What it is called."""
    inject: str
    """The id of the inject."""
    subject: str
    """What the message was about."""
    sent: int
    """The second at which it was sent."""
    read: int | None
    """The second at which it was opened after all; none for never."""
    decision: str
    """The id of the question that it touched and that was answered without it; empty for none."""
    decided: int | None
    """The second at which that was answered."""
    cites: Cites
    """The events: sent, and decided."""
