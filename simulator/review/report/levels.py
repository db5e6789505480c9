"""How services and gauges came out, in plain sentences: what fell, and what strayed."""

from __future__ import annotations

from typing import Final

from simulator.engine import course
from simulator.paper.blocks import Claim
from simulator.review.findings import Series
from simulator.review.report.telling import Telling
from simulator.review.report.times import NAMED, listed, span
from simulator.speech import many, say

DOWN: Final = course.DOWN // 10
"""A service below this per cent counts as down."""


def services(t: Telling) -> Claim | None:
    """What fell, and what held."""
    language = t.language
    known = [it for it in t.team.series if it.kind == "service"]
    if not known:
        return None
    fell = [it for it in known if it.lowest < DOWN]
    if not fell:
        told = many(
            language, "The one service never fell below {level} %.",
            "None of the {number} services ever fell below {level} %.", len(known), level=DOWN,
        )  # fmt: skip
        return t.claim(told, (place for it in known for place in it.cites[:1]))
    told = _fallen(language, fell, len(known))
    still = [it for it in fell if it.at_end < DOWN]
    if still:
        names = _named(language, still)
        told += " " + say(language, "Still down at the end: {names}.", names=names)
    else:
        told += " " + say(language, "All were back at the end.")
    return t.claim(told, (place for it in fell for place in it.cites[:1]))


def _fallen(language: str, fell: list[Series], services: int) -> str:
    """How many fell, and which for the longest: of what defenders cut off themselves only where
    nothing else fell."""
    hit = [it for it in fell if not it.defence]
    own, longest = len(fell) - len(hit), max(hit or fell, key=down)
    given: dict[str, str | int] = {
        "all": services, "level": DOWN, "title": longest.title,
        "span": span(language, down(longest)),
    }  # fmt: skip
    if own and hit:
        return _partly(language, len(fell), own, given)
    told = many(
        language,
        "{number} of {all} services fell below {level} %; {title} stayed there the longest, for "
        "{span}.",
        "{number} of {all} services fell below {level} %; {title} stayed there the longest, for "
        "{span}.",
        len(fell), **given,
    )  # fmt: skip
    if own:
        told += " " + many(
            language, "It was cut off or switched off in defence.",
            "All of them were cut off or switched off in defence.", own,
        )  # fmt: skip
    return told


def _partly(language: str, fell: int, own: int, given: dict[str, str | int]) -> str:
    """Where some fell in defence, and some did not."""
    told = many(
        language,
        "{fell} of {all} services fell below {level} %, {number} of them only because it was "
        "cut off or switched off in defence.",
        "{fell} of {all} services fell below {level} %, {number} of them only because they "
        "were cut off or switched off in defence.", own, fell=fell, **given,
    )  # fmt: skip
    if fell - own == 1:
        return f"{told} {say(language, 'The other, {title}, stayed there for {span}.', **given)}"
    more = say(language, "Of the others, {title} stayed there the longest, for {span}.", **given)
    return f"{told} {more}"


def gauges(t: Telling) -> Claim | None:
    """What left the bounds in which it usually is; of a gauge without any, nobody can say."""
    language = t.language
    left = [it for it in t.team.series if it.kind == "gauge" and strayed(it)]
    if not left:
        return None
    told = many(
        language, "{number} gauge left its usual range: {names}.",
        "{number} gauges left their usual range: {names}.", len(left), names=_named(language, left),
    )  # fmt: skip
    return t.claim(told, (place for it in left for place in it.cites[:2]))


def strayed(it: Series) -> bool:
    """Whether it left the bounds in which it usually is."""
    low, high = it.normal
    return any(
        (low is not None and value < low) or (high is not None and value > high)
        for _, value in it.points
    )


def down(it: Series) -> int:
    """Seconds below the level; services change in steps."""
    pairs = zip(it.points, it.points[1:], strict=False)
    return sum(after[0] - before[0] for before, after in pairs if before[1] < DOWN)


def _named(language: str, found: list[Series]) -> str:
    return listed(language, [it.title for it in found], NAMED)
