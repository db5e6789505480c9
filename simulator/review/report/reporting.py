"""Reporting clocks, met or missed, and the path of each report."""

from __future__ import annotations

from collections.abc import Iterator

from simulator.paper.blocks import Block, Claims, Grid, Head, Words
from simulator.review.findings import ClockFound, ReportFound, TeamFound
from simulator.review.report.telling import Telling, grid
from simulator.review.report.times import span
from simulator.speech import many, say


def clocks(t: Telling) -> Iterator[Block]:
    language = t.language
    if not t.team.clocks:
        return
    yield Head(say(language, "Reporting clocks"), 2)
    ended = [it for it in t.team.clocks if not it.open]
    if ended:
        met = clocks_met(language, len(ended), sum(it.met for it in ended))
        yield Words(f"{met} {computers(t)}".strip())
    yield deadlines(t, t.team.clocks, say(language, "What had to be reported, and by when"))


def deadlines(t: Telling, clocks: tuple[ClockFound, ...], caption: str) -> Grid:
    """A row for each clock."""
    language = t.language
    heads = (
        say(language, "Report"), say(language, "Role"), say(language, "Clock began"),
        say(language, "Due"), say(language, "Sent"), say(language, "Result"),
    )  # fmt: skip
    rows = (
        (
            (
                it.title, it.role_title, t.times.clock(it.since), t.times.clock(it.due),
                t.times.clock(it.sent), kept(language, it),
            ),
            t.anchors(it.cites),
        )
        for it in clocks
    )  # fmt: skip
    return grid(caption, heads, rows)


def computers(t: Telling) -> str:
    """How many of the clocks that have ended were not for people to keep; empty for none."""
    people = manned(t.team)
    bots = {(it.report, it.at) for it in t.team.reports if it.bot}
    ended = [it for it in t.team.clocks if not it.open]
    number = sum(
        it.role not in people if it.sent is None else (it.report, it.sent) in bots for it in ended
    )
    if not number:
        return ""
    if number == len(ended) > 1:
        return say(t.language, "All of them were the computer's, in empty seats.")
    return many(
        t.language, "{number} of these was the computer's, in an empty seat.",
        "{number} of these were the computer's, in empty seats.", number,
    )  # fmt: skip


def manned(team: TeamFound) -> set[str]:
    """The roles that people held at any time."""
    return {it.role for it in team.times if it.people}


def clocks_met(language: str, number: int, met: int) -> str:
    """How many of so many clocks that have ended were met."""
    if number == 1:
        return (
            say(language, "The one reporting clock was met.")
            if met
            else say(language, "The one reporting clock was missed.")
        )
    if not met:
        return many(
            language, "None of the {number} reporting clocks was met.",
            "None of the {number} reporting clocks was met.", number,
        )  # fmt: skip
    return many(
        language, "{number} of {all} reporting clocks was met.",
        "{number} of {all} reporting clocks were met.", met, all=number,
    )  # fmt: skip


def kept(language: str, it: ClockFound) -> str:
    """Whether a clock was met."""
    if it.open:
        return say(language, "still running at the end")
    if it.met:
        return say(language, "met")
    if it.late is None:
        return say(language, "missed: never sent")
    return say(language, "missed by {span}", span=span(language, it.late))


def reports(t: Telling) -> Iterator[Block]:
    language = t.language
    if not t.team.reports:
        return
    yield Head(say(language, "The path of each report"), 2)
    heads = (
        say(language, "Sent"), say(language, "Report"), say(language, "From"),
        say(language, "To"), say(language, "Right"), say(language, "Wrong"),
        say(language, "Left out"),
    )  # fmt: skip
    rows = (
        (
            (
                t.times.clock(it.at), it.title, _sender(t, it), it.to, ", ".join(it.right),
                ", ".join(it.wrong), ", ".join(it.left_out),
            ),
            t.anchors(it.cites),
        )
        for it in t.team.reports
    )  # fmt: skip
    judged = any(it.right or it.wrong or it.left_out for it in t.team.reports)
    caption = (
        say(language, "Reports that were sent, and what was right in them") if judged
        else say(language, "Reports that were sent")
    )  # fmt: skip
    yield grid(caption, heads, rows)
    for it in t.team.reports:
        if it.path and not it.bot:
            when = t.times.moment(it.at)
            yield Head(say(language, "{report}, sent {moment}", report=it.title, moment=when), 3)
            yield Claims(tuple(map(t.event, it.path)))


def _sender(t: Telling, it: ReportFound) -> str:
    if it.bot:
        return f"{it.role_title}\n{say(t.language, 'the computer')}"
    return f"{it.role_title}\n{it.person}".strip()
