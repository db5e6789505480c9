"""What people said: urgent findings first, the hot wash, promises of control, feedback."""

from __future__ import annotations

from collections.abc import Iterator

from simulator.paper.blocks import Block, Frame, Grid, Head, Pairs, Words
from simulator.review.findings import Feedback, Findings, Observation
from simulator.review.report.grades import before
from simulator.review.report.notes import Notes, blocks
from simulator.review.report.telling import Telling, grid, section
from simulator.review.report.times import Times, number
from simulator.speech import many, say

URGENT = "urgent"
HOT_WASH = "hot-wash"
PROMISE = "promise"


def urgent(findings: Findings) -> tuple[Observation, ...]:
    """What should not have waited for a report."""
    return tuple(one for one in findings.observations if URGENT in one.marks)


def discussion(
    findings: Findings, notes: Notes, anchors: frozenset[str], teams: tuple[Telling, ...]
) -> tuple[Block, ...]:
    title = say(findings.language, "Discussion")
    return section(title, _discussion(findings, notes, anchors, teams))


def _discussion(
    findings: Findings, notes: Notes, anchors: frozenset[str], teams: tuple[Telling, ...]
) -> Iterator[Block]:
    language = findings.language
    seen: set[int] = set()
    parts = (
        (URGENT, say(language, "Urgent findings")),
        (HOT_WASH, say(language, "From the hot wash")),
        (PROMISE, say(language, "What control promised")),
        ("", say(language, "Other observations")),
    )
    for mark, title in parts:
        its = [
            one for one in findings.observations
            if one.id not in seen and (not mark or mark in one.marks)
        ]  # fmt: skip
        seen |= {one.id for one in its}
        if its:
            yield Head(title, 2)
            yield observed(findings, its, teams)
    if notes.part("discussion"):
        yield Head(say(language, "Added by hand"), 2)
        yield from blocks(notes.part("discussion"), anchors)
    yield from feedback(language, findings.feedback)


def observed(findings: Findings, its: list[Observation], teams: tuple[Telling, ...]) -> Grid:
    """Observations as rows, with when and by whom."""
    language = findings.language
    times = Times(language, findings.overview.start)
    by_team = {t.team.team: t for t in teams}
    objectives = {one.id: one.title for t in teams for one in t.team.objectives}
    heads = (
        say(language, "When"), say(language, "Team"), say(language, "Observation"),
        say(language, "Objective"), say(language, "By"),
    )  # fmt: skip
    several = len(findings.teams) > 1

    def row(one: Observation) -> tuple[tuple[str, ...], tuple[str, ...]]:
        team = by_team.get(one.team)
        name = team.team.title if team and several else ""
        anchors = team.anchors(one.cites) if team else ()
        when = times.clock(one.at)
        if team and (told := _take(language, one, team.team.take)):
            when = f"{when}\n{told}"
        return (
            (when, name, one.text, objectives.get(one.objective, one.objective),
             one.by),
            anchors,
        )  # fmt: skip

    return grid(say(language, "What was observed, and by whom"), heads, map(row, its))


def _take(language: str, one: Observation, shown: int) -> str:
    """In which other take it was written, where the one that is shown went otherwise by then."""
    if one.counts:
        return ""
    if one.back is not None:
        return before(language, one.take, one.back)
    return say(language, "take {take}", take=one.take) if one.take != shown else ""


def feedback(language: str, found: Feedback) -> Iterator[Block]:
    """What participants gave back, counted, and in their own words."""
    if not found.forms:
        return
    yield Head(say(language, "Participants' feedback"), 2)
    scale = say(language, "5 means “I agree fully”, 1 “not at all”.")
    yield Words(f"{_response(language, found)} {scale}")
    heads = (say(language, "Statement"), "1", "2", "3", "4", "5", say(language, "Mean"))
    rows = tuple(
        (one.words, *map(str, one.given), number(language, one.mean) if any(one.given) else "–")
        for one in found.statements
    )
    if rows:
        yield Grid(say(language, "How many gave each score"), heads, rows)
    if not all(form.by for form in found.forms):
        yield Words(_unnamed(language, found), "mute")
    nobody = (
        say(language, "A participant") if found.veiled
        else say(language, "Somebody who did not wish to be named")
    )  # fmt: skip
    for form in found.forms:
        if form.texts:
            yield Frame(form.by or nobody, (Pairs(form.texts),))


def _response(language: str, found: Feedback) -> str:
    """How many of those who were asked."""
    number = len(found.forms)
    if found.asked is None:
        return many(language, "{number} participant returned the form.",
                    "{number} participants returned the form.", number)  # fmt: skip
    told = many(
        language, "{number} of {all} players and observers returned the form.",
        "{number} of {all} players and observers returned the form.", number, all=found.asked,
    )  # fmt: skip
    if number * 2 < found.asked:
        told += " " + say(language, "What the others think is not known.")
    return told


def _unnamed(language: str, found: Feedback) -> str:
    """What can still be known of those who gave no name."""
    if found.veiled:
        return say(
            language, "Somebody did not wish to be named. Nearly all others gave their names, "
            "which would tell who that was; so no form has a name here.",
        )  # fmt: skip
    return say(language, "The record does not hold whose a form without a name is. Where few were "
               "returned, readers may still guess.")  # fmt: skip
