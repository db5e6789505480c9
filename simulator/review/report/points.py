"""Strengths and areas for improvement; where people wrote them, theirs."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from typing import Final

from simulator.paper.blocks import Block, Head, Words
from simulator.review.evaluation.points.ranking import OF_EACH
from simulator.review.findings import Point, TeamFound
from simulator.review.report.notes import HEADINGS, Notes, blocks
from simulator.review.report.telling import Telling, claims, section
from simulator.speech import many, say

OWN: Final = ("strengths", "areas", "recommendations")
"""The parts of the notes that stand here."""


def points(t: Telling, anchors: frozenset[str], most: int | None = None) -> tuple[Block, ...]:
    """What people wrote, or what was computed: of each objective so many at `most`, or all."""
    title = say(t.language, "Strengths and areas for improvement")
    return section(title, _points(t, anchors, most))


def _points(t: Telling, anchors: frozenset[str], most: int | None) -> Iterator[Block]:
    language = t.language
    parts = (
        ("strengths", t.team.strengths), ("areas", t.team.areas),
    )  # fmt: skip
    if t.explains(_computed):
        yield Words(" ".join(_about(language, whole=most is None)), "mute")
    for name, found in parts:
        own = t.notes.part(name) if not t.number else ()
        yield Head(say(language, HEADINGS[name]), 2)
        if own:
            yield from blocks(own, anchors)
        elif found:
            yield from _found(t, found, most)
        else:
            yield Words(say(language, "The record alone shows none."), "mute")
    if not t.number:
        yield from _written(language, t.notes, "recommendations", anchors)


def _computed(team: TeamFound) -> bool:
    return bool(team.strengths or team.areas)


def _about(language: str, whole: bool) -> Iterator[str]:
    """What a list that nobody has written can say, and what it can't."""
    yield say(
        language, "Where people have written nothing, this is computed: what was done lies beside "
        "what the author of the exercise advises, and beside what evaluators rated P, M or U; what "
        "they wrote to an S tells of both sides and stands with the ratings. It names no causes: "
        "why something went as it did is for people to say."
    )  # fmt: skip
    if whole:
        yield say(
            language, "Of decisions, clocks, steps and services at most {number} each stand here, "
            "the weightiest; all of them stand in their own parts of the report.", number=OF_EACH,
        )  # fmt: skip


def across(language: str, notes: Notes, anchors: frozenset[str]) -> tuple[Block, ...]:
    """What people wrote of several teams at once."""
    parts = (_written(language, notes, name, anchors) for name in OWN)
    title = say(language, "Strengths, areas for improvement and recommendations for all teams")
    return section(title, chain.from_iterable(parts))


def _written(language: str, notes: Notes, name: str, anchors: frozenset[str]) -> Iterator[Block]:
    if notes.part(name):
        yield Head(say(language, HEADINGS[name]), 2)
        yield from blocks(notes.part(name), anchors)


def _found(t: Telling, found: tuple[Point, ...], most: int | None) -> Iterator[Block]:
    """Those without an objective first, then objective by objective."""
    titles = {one.id: one.title for one in t.team.objectives}
    left = 0
    for objective in ("", *titles, None):
        its = [one for one in found if _place(one, titles) == objective]
        if its and objective:
            yield Words(titles[objective], "mute")
        told = its[:most]
        yield from claims(t.claim(one.words, one.cites) for one in told)
        left += len(its) - len(told)
    if left:
        yield Words(
            many(
                t.language, "{number} more stands in the whole report.",
                "{number} more stand in the whole report.", left,
            ), "mute",
        )  # fmt: skip


def _place(one: Point, titles: dict[str, str]) -> str | None:
    """Its objective, None for one that is not there."""
    return one.objective if one.objective in ("", *titles) else None
