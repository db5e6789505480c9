"""What the numbers of one team say in plain sentences, each with the events behind it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from statistics import median
from typing import Final

from simulator.paper.blocks import Claim
from simulator.review.findings import DecisionFound, MeasureFound, ObjectiveFound, Series
from simulator.review.report.grades import GRADES, grade
from simulator.review.report.overview import cut_short
from simulator.review.report.reporting import clocks_met, computers
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
    for claim in (
        _objectives(t), _measures(t), _services(t), _gauges(t), _clocks(t), _times(t), _missed(t),
    ):  # fmt: skip
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


def _measures(t: Telling) -> Claim | None:
    """What was met and what was not; apart from it, what an early end left open."""
    language = t.language
    found = [it for one in t.team.objectives for task in one.tasks for it in task.measures]
    if not found:
        return None
    met = [it for it in found if it.met]
    early = cut_short(t.findings, t.team)
    left = [it for it in found if early and not it.met and it.at == t.team.until]
    failed = [it for it in found if not it.met and it not in left]
    told = many(
        language, "By the record, {met} of {number} measure was met.",
        "By the record, {met} of {number} measures were met.", len(found), met=len(met),
    )  # fmt: skip
    if failed:
        told += " " + say(language, "Not met: {names}.", names=_titles(t, failed))
    if left:
        told += " " + many(
            language, "{number} was still open when ENDEX came early.",
            "{number} were still open when ENDEX came early.", len(left),
        )  # fmt: skip
    return t.claim(told, (place for it in failed for place in it.cites[-1:]))


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


def _titles(t: Telling, found: Iterable[ObjectiveFound | MeasureFound | Series]) -> str:
    """Names of objectives and measures are sentences, so they stand in quotation marks."""
    language = t.language
    names = [
        it.title if isinstance(it, Series) else say(language, "“{title}”", title=it.title)
        for it in found
    ]
    return listed(language, names, NAMED)


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
    told = _fallen(language, fell, len(services))
    still = [it for it in fell if it.at_end < DOWN]
    if still:
        told += " " + say(language, "Still down at the end: {names}.", names=_titles(t, still))
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


def _gauges(t: Telling) -> Claim | None:
    """What left the bounds in which it usually is; of a gauge without any, nobody can say."""
    left = [it for it in t.team.series if it.kind == "gauge" and strayed(it)]
    if not left:
        return None
    told = many(
        t.language, "{number} gauge left its usual range: {names}.",
        "{number} gauges left their usual range: {names}.", len(left), names=_titles(t, left),
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


def _clocks(t: Telling) -> Claim | None:
    ended = [it for it in t.team.clocks if not it.open]
    if not ended:
        return None
    told = clocks_met(t.language, len(ended), sum(it.met for it in ended))
    missed = list(dict.fromkeys(it.title for it in ended if not it.met))
    if missed:
        names = listed(t.language, missed, NAMED)
        told += " " + say(t.language, "Missed: {names}.", names=names)
    told = f"{told} {computers(t)}".strip()
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
    if not quick:
        return t.claim(_some_at_once(language, len(took), middle, slow, last), last.cites)
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


def _some_at_once(language: str, number: int, middle: str, slow: int, last: DecisionFound) -> str:
    """Where the clock stood while people decided, some took no time of the exercise."""
    return many(
        language,
        "People took {number} decision, usually {middle} after it was put to them; some were taken "
        "at once, the slowest took {slow} (“{last}”).",
        "People took {number} decisions, usually {middle} after they were put to them; some were "
        "taken at once, the slowest took {slow} (“{last}”).",
        number, middle=middle, slow=span(language, slow), last=_asked(last),
    )  # fmt: skip


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
