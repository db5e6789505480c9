"""Times by role, workload, calibration, and what lay there unread; with reports between."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from simulator.paper.blocks import Block, Figure, Grid, Head, Words
from simulator.paper.charts import Calibrated, Stack
from simulator.review.findings import Calibration, DecisionFound, TeamFound, Workload
from simulator.review.report.reporting import clocks, manned, reports
from simulator.review.report.telling import Telling, grid, section
from simulator.review.report.times import NO_BREAK, number, rounded, short
from simulator.speech import many, say

MOST: Final = 16
"""A table beneath a picture has so many moments at most."""
LISTED: Final = 60
"""Of more unread messages than this, only those are listed that touched a question."""


def desks(t: Telling) -> tuple[Block, ...]:
    parts = (_times(t), clocks(t), reports(t), _workload(t), _calibration(t), _unread(t))
    blocks = [block for part in parts for block in part]
    return section(say(t.language, "Times, reporting and workload"), blocks)


def _times(t: Telling) -> Iterator[Block]:
    language = t.language
    if not t.team.times:
        return
    yield Head(say(language, "How long each role took"), 2)
    if t.explains(lambda team: team.times):
        yield Words(
            say(language, "Times are medians: half were shorter, half longer. They are times of "
                "the exercise: while its clock stands, nothing takes any. Of a seat that changed "
                "hands there are two rows: while people held it, and while the computer did."),
            "mute",
        )  # fmt: skip
    heads = (
        say(language, "Role"), say(language, "Held by"), say(language, "Messages opened"),
        say(language, "Sent to read"), say(language, "Read to decided"),
        say(language, "Decided to effect"), say(language, "Decided"), say(language, "Missed"),
        say(language, "Orders"), say(language, "Messages written"),
    )  # fmt: skip
    rows = tuple(
        (
            it.title, say(language, "people") if it.people else say(language, "the computer"),
            say(language, "{some} of {all}", some=it.read, all=it.messages)
            if it.people and it.messages else "–",
            short(language, it.to_read), short(language, it.to_decide),
            short(language, it.to_effect), str(it.decisions), str(it.missed), str(it.orders),
            str(it.messages_sent),
        )
        for it in t.team.times
    )  # fmt: skip
    yield Grid(say(language, "Times by role"), heads, rows, wide=True)


def _workload(t: Telling) -> Iterator[Block]:
    language = t.language
    loads = _loaded(t.team)
    if not loads:
        return
    yield Head(say(language, "Workload over time"), 2)
    if t.explains(_loaded):
        yield Words(
            say(language, "What lay before a role: messages that it had not read, questions, "
                "requests and reports that waited for it, and the orders of its teams."), "mute"
        )  # fmt: skip
    yield from (_load(t, it) for it in loads)


def _loaded(team: TeamFound) -> list[Workload]:
    """Of roles that people held and that had anything before them."""
    people = manned(team)
    return [it for it in team.workload if it.peak and it.role in people]


def _load(t: Telling, it: Workload) -> Figure:
    language, until = t.language, max(1, t.team.until)
    layers = (
        (say(language, "waiting for an answer"), tuple(float(one.waiting) for one in it.loads)),
        (say(language, "not read"), tuple(float(one.unread) for one in it.loads)),
        (say(language, "orders at work"), tuple(float(one.working) for one in it.loads)),
        (say(language, "orders waiting for people"), tuple(float(one.queued) for one in it.loads)),
    )  # fmt: skip
    moments = tuple(float(one.at) for one in it.loads)
    unit = say(language, "things")
    chart = Stack(until, moments, layers, t.times.axis(until), unit)
    alt = many(
        language,
        "Amounts over time for {role}: at most {number} thing unread or waiting, {when}. The table "
        "beneath has some of these values, evenly over the time.",
        "Amounts over time for {role}: at most {number} things unread or waiting, {when}. The "
        "table beneath has some of these values, evenly over the time.",
        it.peak, role=it.title, when=t.times.moment(it.peak_at),
    )  # fmt: skip
    return Figure(it.title, alt, chart, _loads(t, it, tuple(label for label, _ in layers)))


def _loads(t: Telling, it: Workload, labels: tuple[str, ...]) -> Grid:
    """Evenly over the time that was played; the peak stands above it."""
    language = t.language
    rows = tuple(
        (
            t.times.moment(one.at).replace(" ", NO_BREAK),
            *map(str, (one.waiting, one.unread, one.working, one.queued)),
        )
        for one in it.loads[:: -(-len(it.loads) // MOST)]
    )
    caption = say(
        language, "What lay before {role}; unread or waiting were at most {peak}, {when}",
        role=it.title, peak=it.peak, when=t.times.moment(it.peak_at),
    )  # fmt: skip
    return Grid(caption, (say(language, "When"), *labels), rows)


def _calibration(t: Telling) -> Iterator[Block]:
    language = t.language
    known = _asked(t.team)
    if not known:
        return
    yield Head(say(language, "How sure, and how right"), 2)
    if t.explains(_asked):
        yield Words(calibrating(language), "mute")
    yield calibrations(t, tuple(known))
    yield from (_calibrated(t, it) for it in known)


def _asked(team: TeamFound) -> list[Calibration]:
    """Of roles: how single persons did is for their own pages, and nobody else's business."""
    return [it for it in team.calibration if it.answers and it.role]


def calibrating(language: str) -> str:
    """How its numbers are read."""
    return say(
        language, "People said how sure they were, in per cent. Who is well calibrated is right as "
        "often as they say; right is what the author of the exercise advises. The Brier score is 0 "
        "where sureness and result always agree, and 0.25 where all is guessed at 50 %. A few "
        "answers say little.",
    )  # fmt: skip


def calibrations(t: Telling, known: tuple[Calibration, ...]) -> Block:
    """A row for each."""
    language = t.language
    heads = (
        say(language, "Whose"), say(language, "Answers"), say(language, "Mean confidence"),
        say(language, "Best option chosen"), say(language, "Apart by"),
        say(language, "Brier score"),
    )  # fmt: skip
    rows = tuple(
        (
            it.whose, str(it.answers), _percent(language, it.confidence),
            _percent(language, it.right), _over(language, it),
            "–" if it.brier is None else number(language, it.brier, 2),
        )
        for it in known
    )  # fmt: skip
    return Grid(say(language, "Calibration"), heads, rows)


def _percent(language: str, value: float | None) -> str:
    return "–" if value is None else f"{number(language, value, 0)} %"


def _over(language: str, it: Calibration) -> str:
    """By how much confidence and result lie apart as they stand beside it, and on which side."""
    if it.confidence is None or it.right is None:
        return "–"
    by = int(rounded(it.confidence) - rounded(it.right))
    if not by:
        return "–"
    if by > 0:
        return many(language, "{number} point too sure", "{number} points too sure", by)
    return many(language, "{number} point too modest", "{number} points too modest", -by)


def _calibrated(t: Telling, it: Calibration) -> Figure:
    language = t.language
    bins = [one for one in it.bins if one.answers]
    dots = tuple(
        ((one.least + one.most) / 2, 100 * one.best / one.answers, one.answers) for one in bins
    )
    sure, right = say(language, "How sure (%)"), say(language, "How often right (%)")
    heads = (sure, say(language, "Answers"), say(language, "Best option chosen"), right)
    rows = tuple(
        (
            str(one.least) if one.least == one.most else f"{one.least}–{one.most}",
            str(one.answers), str(one.best), number(language, 100 * one.best / one.answers, 0),
        )
        for one in bins
    )  # fmt: skip
    alt = say(
        language, "How sure {whose} was against how often right, with a line where both are the "
        "same. The table beneath has the same values.", whose=it.whose,
    )  # fmt: skip
    table = Grid(say(language, "Answers by confidence"), heads, rows)
    return Figure(it.whose, alt, Calibrated(dots, sure, right), table)


def _question(language: str, it: DecisionFound) -> str:
    """What was asked, and that nobody answered where it was so."""
    ask = " ".join(it.ask.split())
    return say(language, "{ask} (not decided in time)", ask=ask) if it.phase == "missed" else ask


def _unread(t: Telling) -> Iterator[Block]:
    language, found = t.language, t.team.unread
    if not found:
        return
    yield Head(say(language, "Information that was there, but unread"), 2)
    told = found if len(found) <= LISTED else tuple(it for it in found if it.decision)
    asked = {it.id: _question(language, it) for it in t.team.decisions}
    heads = (
        say(language, "Role"), say(language, "Message"), say(language, "Sent"),
        say(language, "Opened"), say(language, "Question that it touched"),
        say(language, "Decided without it"),
    )  # fmt: skip
    rows = (
        (
            (
                it.role_title, it.subject, t.times.clock(it.sent),
                t.times.clock(it.read) if it.read is not None else say(language, "never"),
                asked.get(it.decision, it.decision), t.times.clock(it.decided),
            ),
            t.anchors(it.cites),
        )
        for it in told
    )  # fmt: skip
    if told:
        caption = say(language, "Messages that people did not open, or opened too late")
        yield grid(caption, heads, rows)
    if len(told) < len(found):
        yield Words(
            many(
                language, "{number} more message was not opened; it touched no question.",
                "{number} more messages were not opened; they touched no question.",
                len(found) - len(told),
            )
        )  # fmt: skip
