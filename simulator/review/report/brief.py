"""The report in brief, for who has ten minutes: what came out, what to do, and who vouches for it.

All that it says stands in the whole report, too, and what it cites leads there.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from simulator.paper.blocks import (
    Beside,
    Block,
    Figure,
    Grid,
    Paper,
    Points,
    Words,
    paired,
    stepped,
)
from simulator.paper.charts import Curves, Line
from simulator.paper.linking import citable
from simulator.review.findings import Findings, Series
from simulator.review.report.appendices import personal_data
from simulator.review.report.curves import figure, first, moved
from simulator.review.report.grades import standing, stands
from simulator.review.report.integrity import essence
from simulator.review.report.levels import DOWN, down, strayed
from simulator.review.report.notes import Notes
from simulator.review.report.objectives import deciding
from simulator.review.report.overview import compared, endex, graded, held, people
from simulator.review.report.plan import closed, table
from simulator.review.report.points import across, points
from simulator.review.report.summary import summary
from simulator.review.report.telling import Telling, grid, section, tellings
from simulator.review.report.times import short
from simulator.review.report.whole import alone, anchors
from simulator.speech import many, say

LINES: Final = 6
"""So many services at most stand in one picture: there are no more colours."""
MOST: Final = 4
"""So many strengths and areas at most are computed of each objective; half as many of each of
several teams."""


def brief(findings: Findings, notes: Notes, whole: Paper) -> Paper:
    """A few pages of it; `whole` is the report beside which they lie."""
    title = say(findings.language, "After-action report in brief")
    blocks = stepped(tuple(_blocks(findings, notes)))
    beside = Beside("report", citable(whole))
    return whole._replace(kind="brief", title=title, blocks=blocks, beside=beside)


def _blocks(findings: Findings, notes: Notes) -> Iterator[Block]:
    teams = tellings(findings, notes)
    known = anchors(teams)
    yield from summary(findings, notes, known)
    yield from _overview(findings)
    yield from compared(findings)
    several = len(teams) > 1
    most = MOST // 2 if several else MOST
    for t in teams:
        sections = (_objectives(t), _services(t), points(t, known, most))
        yield from alone(t, sections, turns=False)
    if several:
        yield from across(findings.language, notes, known)
    yield from _plan(findings, teams)
    title = say(findings.language, "Integrity of the record")
    yield from section(title, essence(findings))


def _overview(findings: Findings) -> tuple[Block, ...]:
    language, whole = findings.language, findings.overview
    said = paired(
        (say(language, "Purpose"), " ".join(whole.purpose.split())),
        (say(language, "Held"), held(findings)),
        (say(language, "ENDEX as it came"), endex(findings)),
        (say(language, "Threat"), whole.adversary),
        (say(language, "Modelled on"), whole.modelled_on),
        (say(language, "People"), people(findings)),
    )  # fmt: skip
    data = [Words(personal_data(findings), "mute")] if findings.participants else []
    return section(
        say(language, "Exercise overview"),
        (said, Points(tuple(_how(language))), *data),
    )


def _how(language: str) -> Iterator[str]:
    yield say(
        language, "A number in brackets is that of an event in the register at the end of the "
        "whole report, report.html, which lies beside this one and has everything in full.",
    )  # fmt: skip
    yield graded(language)


def _objectives(t: Telling) -> tuple[Block, ...]:
    """How each was rated, without the measures behind it."""
    language = t.language
    if not t.team.objectives:
        return ()
    heads = (
        say(language, "Objective"), say(language, "Core capability"),
        say(language, "Rating that stands"), say(language, "By rule"),
    )  # fmt: skip
    rows = (
        (
            (it.title, it.capability, stands(language, it), standing(language, it)),
            t.anchors(deciding(it)),
        )
        for it in t.team.objectives
    )
    caption = say(language, "Objectives, and how they were met")
    return section(say(language, "Objectives and ratings"), [grid(caption, heads, rows)])


def _services(t: Telling) -> tuple[Block, ...]:
    """One picture of what fell; where there are no services, of the gauge that strayed."""
    language = t.language
    fell = [it for it in t.team.series if it.kind == "service" and moved(it)]
    if fell:
        return section(say(language, "Services over time"), _fallen(t, fell))
    gauges = [it for it in t.team.series if it.kind == "gauge" and moved(it)]
    one = sorted(gauges, key=lambda it: not strayed(it))[:1]
    return section(say(language, "Services and gauges over time"), (figure(t, it) for it in one))


def _fallen(t: Telling, fell: list[Series]) -> Iterator[Block]:
    """Those that were hit before those that defenders cut off, the longest down first."""
    language, until = t.language, max(1, t.team.until)
    hit = sorted(fell, key=lambda it: (it.defence or not down(it), -down(it), it.lowest))
    drawn = hit[:LINES]
    title = many(
        language, "{some} of {number} service that fell", "{some} of {number} services that fell",
        len(fell), some=len(drawn),
    )  # fmt: skip
    alt = say(language, "Curves in per cent of full service. The table beneath tells how they ran.")
    lines = tuple(Line(it.title, it.points) for it in drawn)
    chart = Curves(until, drawn[0].low, drawn[0].high, "%", lines, t.times.axis(until))
    yield Figure(title, alt, chart, _table(t, drawn))


def _table(t: Telling, drawn: list[Series]) -> Grid:
    language = t.language
    heads = (
        say(language, "Service"), say(language, "Lowest"), say(language, "When"),
        say(language, "Below {level} % for", level=DOWN), say(language, "At the end"),
        say(language, "In defence"),
    )  # fmt: skip
    rows = (
        (
            (
                it.title, f"{it.lowest:.0f} %", t.times.about(first(it, it.lowest)),
                short(language, down(it)) if down(it) else "–", f"{it.at_end:.0f} %",
                say(language, "yes") if it.defence else "–",
            ),
            (),
        )
        for it in drawn
    )  # fmt: skip
    caption = say(
        language, "Those that were hit come first, then those that were only cut off or switched "
        "off in defence; of each, those that were down the longest",
    )  # fmt: skip
    return grid(caption, heads, rows)


def _plan(findings: Findings, teams: tuple[Telling, ...]) -> tuple[Block, ...]:
    language = findings.language
    none = Words(say(language, "No corrective action has been agreed yet."))
    found: list[Block] = [table(findings, teams) if findings.plan else none]
    if findings.last_plan:
        found.append(Words(closed(findings)))
    return section(say(language, "Improvement plan"), found)
