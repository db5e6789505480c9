"""Strengths and areas for improvement; where people wrote them, theirs."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from typing import Final

from simulator.paper.blocks import Block, Head, Words
from simulator.review.findings import Point
from simulator.review.report.notes import HEADINGS, Notes, blocks
from simulator.review.report.telling import Telling, claims, section
from simulator.speech import say

OWN: Final = ("strengths", "areas", "recommendations")
"""The parts of the notes that stand here."""


def points(t: Telling, anchors: frozenset[str]) -> tuple[Block, ...]:
    return section(say(t.language, "Strengths and areas for improvement"), _points(t, anchors))


def _points(t: Telling, anchors: frozenset[str]) -> Iterator[Block]:
    language = t.language
    parts = (
        ("strengths", t.team.strengths), ("areas", t.team.areas),
    )  # fmt: skip
    for name, found in parts:
        own = t.notes.part(name) if not t.number else ()
        yield Head(say(language, HEADINGS[name]), 2)
        if own:
            yield from blocks(own, anchors)
        elif found:
            yield from _found(t, found)
        else:
            yield Words(say(language, "The record alone shows none."), "mute")
    if not t.number:
        yield from _written(language, t.notes, "recommendations", anchors)


def across(language: str, notes: Notes, anchors: frozenset[str]) -> tuple[Block, ...]:
    """What people wrote of several teams at once."""
    parts = (_written(language, notes, name, anchors) for name in OWN)
    title = say(language, "Strengths, areas for improvement and recommendations for all teams")
    return section(title, chain.from_iterable(parts))


def _written(language: str, notes: Notes, name: str, anchors: frozenset[str]) -> Iterator[Block]:
    if notes.part(name):
        yield Head(say(language, HEADINGS[name]), 2)
        yield from blocks(notes.part(name), anchors)


def _found(t: Telling, found: tuple[Point, ...]) -> Iterator[Block]:
    """Those without an objective first, then objective by objective."""
    titles = {one.id: one.title for one in t.team.objectives}
    for objective in ("", *titles):
        its = [one for one in found if one.objective == objective]
        if its and objective:
            yield Words(titles[objective], "mute")
        yield from claims(t.claim(one.words, one.cites) for one in its)
    rest = [one for one in found if one.objective and one.objective not in titles]
    yield from claims(t.claim(one.words, one.cites) for one in rest)
