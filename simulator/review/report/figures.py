"""What the numbers of one team say in plain sentences, each with the events behind it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from operator import itemgetter
from statistics import median

from simulator.paper.blocks import Claim
from simulator.review.findings import DecisionFound, MeasureFound, ObjectiveFound
from simulator.review.report.early import left_open
from simulator.review.report.grades import GRADES, grade
from simulator.review.report.levels import gauges, services
from simulator.review.report.reporting import clocks_met, computers
from simulator.review.report.telling import Telling
from simulator.review.report.times import NAMED, listed, quoted, span
from simulator.speech import many, say


def figures(t: Telling) -> Iterator[Claim]:
    """How objectives, services, gauges, reports and decisions of people came out; nothing of what
    there is nothing of."""
    for claim in (
        _objectives(t), _measures(t), services(t), gauges(t), _clocks(t), _times(t), _missed(t),
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
    left = left_open(t.findings, t.team)
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


def _titles(t: Telling, found: Iterable[ObjectiveFound | MeasureFound]) -> str:
    return listed(t.language, [quoted(t.language, it.title) for it in found], NAMED)


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
    took = [(it.decided - it.sent, it) for it in t.team.decisions if it.decided is not None
            and not it.bot and it.phase == "taken"]  # fmt: skip
    if not took:
        return None
    (_, first), (_, last) = min(took, key=itemgetter(0)), max(took, key=itemgetter(0))
    told = _took(t.language, [seconds for seconds, _ in took], first, last)
    return t.claim(told, (*first.cites, *last.cites))


def _took(language: str, took: list[int], first: DecisionFound, last: DecisionFound) -> str:
    """How long, in seconds. While the clock stands, a decision takes no time of the exercise."""
    if not max(took):
        return many(language, "People took {number} decision, at once.",
                    "People took {number} decisions, all of them at once.", len(took))  # fmt: skip
    if len(took) == 1:
        return say(language, "People took one decision, after {span}: “{ask}”.",
                   span=span(language, *took), ask=_asked(last))  # fmt: skip
    given = {
        "quick": span(language, min(took)) if min(took) else "", "first": _asked(first),
        "slow": span(language, max(took)), "last": _asked(last),
    }  # fmt: skip
    if len(took) == 2:
        return _two(language, given)
    middle = span(language, round(median(took)))
    return _several(language, len(took), given | {"middle": middle})


def _two(language: str, given: dict[str, str]) -> str:
    """`quick` is empty where the first was taken at once."""
    if not given["quick"]:
        return say(
            language, "People took two decisions, one at once (“{first}”) and one after {slow} "
            "(“{last}”).", **given,
        )  # fmt: skip
    return say(
        language, "People took two decisions, one after {quick} (“{first}”) and one after "
        "{slow} (“{last}”).", **given,
    )  # fmt: skip


def _several(language: str, number: int, given: dict[str, str]) -> str:
    if not given["quick"]:
        return many(
            language,
            "People took {number} decision, usually {middle} after it was put to them; some were "
            "taken at once, the slowest took {slow} (“{last}”).",
            "People took {number} decisions, usually {middle} after they were put to them; some "
            "were taken at once, the slowest took {slow} (“{last}”).", number, **given,
        )  # fmt: skip
    return many(
        language,
        "People took {number} decision, usually {middle} after it was put to them; the quickest "
        "took {quick} (“{first}”), the slowest {slow} (“{last}”).",
        "People took {number} decisions, usually {middle} after they were put to them; the "
        "quickest took {quick} (“{first}”), the slowest {slow} (“{last}”).", number, **given,
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
