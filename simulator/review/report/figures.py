"""What the numbers of one team say in plain sentences, each with the events behind it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from statistics import median
from typing import Final

from simulator.paper.blocks import Claim
from simulator.review.findings import DecisionFound, ObjectiveFound, Series
from simulator.review.report.grades import GRADES, grade
from simulator.review.report.reporting import clocks_met
from simulator.review.report.telling import Telling
from simulator.review.report.times import listed, span
from simulator.speech import many, say

DOWN: Final = 50
"""A service below this per cent counts as down."""
NAMED: Final = 5
"""So many names at most stand in a sentence."""


def figures(t: Telling) -> Iterator[Claim]:
    """How objectives, services, gauges, reports and decisions of people came out; nothing of what
    there is nothing of."""
    for claim in (_objectives(t), _services(t), _gauges(t), _clocks(t), _times(t), _missed(t)):
        if claim is not None:
            yield claim


def _objectives(t: Telling) -> Claim | None:
    language = t.language
    rated = [it for it in t.team.objectives if it.by != "nothing"]
    if not rated:
        return None
    cites = [place for it in rated for place in it.cites[-1:]]
    if len(rated) == 1:
        [one] = rated
        told = say(
            language, "The objective “{title}” is rated {grade}.", title=one.title,
            grade=grade(language, one.stands),
        )  # fmt: skip
        return t.claim(told, cites)
    told = say(
        language, "Of {number} objectives, {parts}.", number=len(rated),
        parts=listed(language, _graded(t, rated)),
    )  # fmt: skip
    return t.claim(told, cites)


def _graded(t: Telling, rated: list[ObjectiveFound]) -> Iterator[str]:
    """How many were performed how, the best first; those that were not done well by name."""
    language = t.language
    its = {each: [it for it in rated if it.stands == each] for each in GRADES}
    good, fair, poor, unable = (len(its[each]) for each in GRADES)
    if good:
        yield many(language, "{number} was performed without challenges",
                   "{number} were performed without challenges", good)  # fmt: skip
    if fair:
        yield many(language, "{number} was performed with some challenges",
                   "{number} were performed with some challenges", fair)  # fmt: skip
    if poor:
        yield many(language, "{number} was performed with major challenges ({names})",
                   "{number} were performed with major challenges ({names})", poor,
                   names=_titles(t, its["M"]))  # fmt: skip
    if unable:
        yield many(language, "{number} could not be performed ({names})",
                   "{number} could not be performed ({names})", unable,
                   names=_titles(t, its["U"]))  # fmt: skip


def _titles(t: Telling, found: Iterable[ObjectiveFound | Series]) -> str:
    return listed(t.language, [it.title for it in found], NAMED)


def _services(t: Telling) -> Claim | None:
    """What fell, and what held."""
    language = t.language
    services = [it for it in t.team.series if it.kind == "service"]
    if not services:
        return None
    fell = [it for it in services if it.lowest < DOWN]
    if not fell:
        told = many(
            language, "The one service never fell below {level} %.",
            "None of the {number} services ever fell below {level} %.", len(services), level=DOWN,
        )  # fmt: skip
        return t.claim(told, (place for it in services for place in it.cites[:1]))
    longest = max(fell, key=_down)
    told = many(
        language,
        "{number} of {all} services fell below {level} %; {title} stayed there the longest, for "
        "{span}.",
        "{number} of {all} services fell below {level} %; {title} stayed there the longest, for "
        "{span}.",
        len(fell), all=len(services), level=DOWN, title=longest.title,
        span=span(language, _down(longest)),
    )  # fmt: skip
    still = [it for it in fell if it.at_end < DOWN]
    if still:
        told += " " + say(language, "Still down at the end: {names}.", names=_titles(t, still))
    else:
        told += " " + say(language, "All were back at the end.")
    return t.claim(told, (place for it in fell for place in it.cites[:1]))


def _gauges(t: Telling) -> Claim | None:
    """What left the bounds in which it usually is; of a gauge without any, nobody can say."""
    left = [it for it in t.team.series if it.kind == "gauge" and _strayed(it)]
    if not left:
        return None
    told = many(
        t.language, "{number} gauge left its usual range: {names}.",
        "{number} gauges left their usual range: {names}.", len(left), names=_titles(t, left),
    )  # fmt: skip
    return t.claim(told, (place for it in left for place in it.cites[:2]))


def _strayed(it: Series) -> bool:
    low, high = it.normal
    return any(
        (low is not None and value < low) or (high is not None and value > high)
        for _, value in it.points
    )


def _down(it: Series) -> int:
    """Seconds below the level; services change in steps."""
    pairs = zip(it.points, it.points[1:], strict=False)
    return sum(after[0] - before[0] for before, after in pairs if before[1] < DOWN)


def _clocks(t: Telling) -> Claim | None:
    ended = [it for it in t.team.clocks if not it.open]
    if not ended:
        return None
    told = clocks_met(t.language, len(ended), sum(it.met for it in ended))
    missed = list(dict.fromkeys(it.title for it in ended if not it.met))
    if missed:
        names = listed(t.language, missed, NAMED)
        told += " " + say(t.language, "Missed: {names}.", names=names)
    return t.claim(told, (place for it in ended for place in it.cites[-1:]))


def _times(t: Telling) -> Claim | None:
    """The quickest and the slowest decision of people."""
    language = t.language
    took = [(it.decided - it.sent, it) for it in t.team.decisions if it.decided is not None
            and not it.bot and it.phase == "taken"]  # fmt: skip
    if not took:
        return None
    (quick, first), (slow, last) = (
        min(took, key=lambda one: one[0]), max(took, key=lambda one: one[0]),
    )  # fmt: skip
    if len(took) == 1:
        told = say(language, "People took one decision, after {span}: “{ask}”.",
                   span=span(language, quick), ask=_asked(first))  # fmt: skip
        return t.claim(told, first.cites)
    if len(took) == 2:
        told = say(
            language, "People took two decisions, one after {quick} (“{first}”) and one after "
            "{slow} (“{last}”).", quick=span(language, quick), first=_asked(first),
            slow=span(language, slow), last=_asked(last),
        )  # fmt: skip
        return t.claim(told, (*first.cites, *last.cites))
    middle = span(language, round(median(seconds for seconds, _ in took)))
    told = many(
        language,
        "People took {number} decision, usually {middle} after it was put to them; the quickest "
        "took {quick} (“{first}”), the slowest {slow} (“{last}”).",
        "People took {number} decisions, usually {middle} after they were put to them; the "
        "quickest took {quick} (“{first}”), the slowest {slow} (“{last}”).",
        len(took), middle=middle, quick=span(language, quick), first=_asked(first),
        slow=span(language, slow), last=_asked(last),
    )  # fmt: skip
    return t.claim(told, (*first.cites, *last.cites))


def _asked(it: DecisionFound) -> str:
    return " ".join(it.ask.split())


def _missed(t: Telling) -> Claim | None:
    missed = [it for it in t.team.decisions if it.phase == "missed" and not it.bot]
    if not missed:
        return None
    told = many(
        t.language, "People left {number} decision open until its time had passed.",
        "People left {number} decisions open until their time had passed.", len(missed),
    )  # fmt: skip
    return t.claim(told, (place for it in missed for place in it.cites[-1:]))
