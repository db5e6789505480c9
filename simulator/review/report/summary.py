"""The executive summary: a draft from the numbers, in plain sentences with what backs them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from statistics import median
from typing import Final

from simulator.paper.blocks import Block, Claim, Claims, Frame
from simulator.review.findings import DecisionFound, Findings, ObjectiveFound, Observation, Series
from simulator.review.report.discussion import urgent
from simulator.review.report.notes import NONE, Notes, blocks
from simulator.review.report.overview import people
from simulator.review.report.reporting import clocks_met
from simulator.review.report.telling import Telling, section, tellings
from simulator.review.report.times import Times, between, listed, span
from simulator.speech import many, say

DOWN: Final = 50
"""A service below this per cent counts as down."""
NAMED: Final = 5
"""So many names at most stand in a sentence."""
CITED: Final = 8
"""So many events at most stand behind one; the sections have them all."""


def summary(findings: Findings, notes: Notes, anchors: frozenset[str]) -> tuple[Block, ...]:
    own = tuple(blocks(notes.part("summary"), anchors))
    found = own or (Claims(draft(findings), listed=False),)
    return section(say(findings.language, "Executive summary"), (*_urgent(findings), *found))


def _urgent(findings: Findings) -> Iterator[Block]:
    """Before everything else, in a box."""
    found = urgent(findings)
    if found:
        by_team = {t.team.team: t for t in tellings(findings, NONE)}
        items = tuple(
            Claim(
                f"{one.text} ({_by(findings, one)})",
                by_team[one.team].anchors(one.cites) if one.team in by_team else (),
            )
            for one in found
        )
        title = say(findings.language, "Urgent findings, not to wait for this report")
        yield Frame(title, (Claims(items),), "call")


def _by(findings: Findings, one: Observation) -> str:
    """Who noted it and, where there are several teams, of which."""
    title = next((team.title for team in findings.teams if team.team == one.team), "")
    return ", ".join(filter(None, (one.by, title if len(findings.teams) > 1 else "")))


def draft(findings: Findings) -> tuple[Claim, ...]:
    """Five to nine sentences on a team; what is said of all of them stands once."""
    teams = tellings(findings, NONE)
    return (
        Claim(_what(findings)),
        *(claim for t in teams for claim in _team(t)),
        *_urgently(findings),
        Claim(_planned(findings)),
    )


def _what(findings: Findings) -> str:
    """What was exercised, when and by whom."""
    language, whole = findings.language, findings.overview
    took_part = people(findings)
    told = say(
        language, "The exercise “{title}” was held on {day}", title=whole.title,
        day=between(language, whole.began, whole.ended),
    )  # fmt: skip
    return say(
        language,
        "{told}, with {people}; in its own time it runs for {length} from {start}.",
        told=told, people=took_part or say(language, "nobody in a seat"),
        length=span(language, whole.length), start=Times(language, whole.start).whole(0),
    )  # fmt: skip


def _team(t: Telling) -> Iterator[Claim]:
    if not t.team.until:
        yield Claim(_named(t, say(t.language, "It was not played.")))
        return
    yield t.claim(_named(t, _ended(t)), _last(t))
    for claim in (_objectives(t), _services(t), _clocks(t), _times(t), _missed(t)):
        if claim is not None:
            yield Claim(_named(t, claim.words), claim.cites[:CITED])


def _named(t: Telling, words: str) -> str:
    """Said of a team by its name, where there are several."""
    if not t.number:
        return words
    return say(t.language, "{team}: {words}", team=t.team.title, words=words)


def _last(t: Telling) -> tuple[int, ...]:
    """The event with which it ended, where that is cited."""
    return tuple(it.place for it in t.team.cited[-1:] if it.at == t.team.until)


def _ended(t: Telling) -> str:
    language, team = t.language, t.team
    at = t.times.about(team.until)
    if not team.over:
        return say(language, "It was played up to {moment} and has not ended.", moment=at)
    if team.outcome:
        return say(
            language, "It ended on {moment} with the outcome “{outcome}”.", moment=at,
            outcome=team.outcome,
        )  # fmt: skip
    return say(language, "It ended on {moment}.", moment=at)


def _objectives(t: Telling) -> Claim | None:
    language = t.language
    rated = [it for it in t.team.objectives if it.by != "nothing"]
    if not rated:
        return None
    told = _met(language, len(rated), sum(it.stands in "PS" for it in rated))
    unable = [it for it in rated if it.stands == "U"]
    major = [it for it in rated if it.stands == "M"]
    if unable:
        told += " " + say(language, "Unable to be performed: {names}.", names=_titles(t, unable))
    if major:
        told += " " + say(
            language, "Performed with major challenges: {names}.", names=_titles(t, major)
        )
    return t.claim(told, (place for it in rated for place in it.cites[-1:]))


def _met(language: str, number: int, good: int) -> str:
    """How many objectives were met well enough."""
    if good == number:
        return many(
            language, "The one objective was performed without challenges or with some.",
            "Of {number} objectives, all were performed without challenges or with some.", number,
        )  # fmt: skip
    if not good:
        return many(
            language, "The one objective was not performed without major challenges.",
            "Of {number} objectives, none was performed without major challenges.", number,
        )  # fmt: skip
    return many(
        language,
        "{number} of {all} objectives was performed without challenges or with some.",
        "{number} of {all} objectives were performed without challenges or with some.",
        good, all=number,
    )  # fmt: skip


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


def _urgently(findings: Findings) -> Iterator[Claim]:
    number = len(urgent(findings))
    if number:
        yield Claim(
            many(
                findings.language,
                "{number} finding is urgent and should not wait for the plan.",
                "{number} findings are urgent and should not wait for the plan.", number,
            )
        )  # fmt: skip


def _planned(findings: Findings) -> str:
    language = findings.language
    if not findings.plan:
        return say(language, "No corrective action has been agreed yet.")
    told = many(
        language, "The improvement plan has {number} corrective action.",
        "The improvement plan has {number} corrective actions.", len(findings.plan),
    )  # fmt: skip
    checked = sum(bool(it.check) for it in findings.plan)
    if not checked:
        return told
    if checked == len(findings.plan):
        more = many(
            language, "A check in the next run will show whether it has worked.",
            "Checks in the next run will show whether they have worked.", checked,
        )  # fmt: skip
    else:
        more = many(
            language, "For {number} of them a check in the next run will show whether it worked.",
            "For {number} of them checks in the next run will show whether they worked.", checked,
        )  # fmt: skip
    return f"{told} {more}"
