"""What went over the desks of people: reporting clocks, decisions, what lay unread, reports."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from simulator.engine.annals import settled
from simulator.review.desks.hands import held
from simulator.review.evaluation.points.grounds import (
    Grounds,
    Kind,
    Said,
    lasting,
    trained_by,
)
from simulator.review.findings import ClockFound, DecisionFound, ReportFound
from simulator.speech import say

Trained = Mapping[tuple[str, str], str]


def over_desks(grounds: Grounds) -> Iterator[Said]:
    """Only of seats that people held at that moment: what bots did is nobody's merit."""
    people, trained = held(grounds.take), trained_by(grounds.take.scenario)
    by_bots = {(report.report, report.at) for report in grounds.reports if report.bot}
    for clock in grounds.clocks:
        theirs = clock.role in people[clock.cites[-1]]
        if theirs and not clock.open and (clock.report, clock.sent) not in by_bots:
            yield _clock(clock, grounds, trained.get(("report", clock.report), ""))
    places = settled(grounds.take.run.annals)
    for decision in grounds.decisions:
        place = places.get(decision.id)
        theirs = place is not None and decision.role in people[place]
        if theirs and not decision.bot and not decision.stand_in:
            objective = _objective(decision, grounds, trained)
            yield from _decision(decision, grounds, objective)
            yield from _unread(decision, grounds, objective)
    for report in grounds.reports:
        if not report.bot and report.role in people[report.cites[0]]:
            yield from _report(report, grounds, trained.get(("report", report.report), ""))


def _clock(clock: ClockFound, grounds: Grounds, objective: str) -> Said:
    language = grounds.language
    given = {"role": grounds.titles.role(clock.role), "report": clock.title}
    if clock.met and clock.sent is not None:
        early = lasting(language, clock.due - clock.sent)
        words = say(language, "{role} sent “{report}” {time} before its deadline", time=early,
                    **given)  # fmt: skip
    elif clock.late is not None:
        late = lasting(language, clock.late)
        words = say(language, "{role} sent “{report}” {time} too late", time=late, **given)
    else:
        due = grounds.titles.moment(clock.due)
        words = say(language, "{role} never sent “{report}”, which was due on {due}", due=due,
                    **given)  # fmt: skip
    return Said(clock.met, Kind.CLOCK, words, objective, clock.cites)


def _objective(decision: DecisionFound, grounds: Grounds, trained: Trained) -> str:
    """The one that the author gave its inject, or whose measures ask about it."""
    inject = grounds.take.scenario.inject[decision.inject]
    return next(iter(inject.objective), "") or trained.get(("decision", decision.id), "")


def _decision(decision: DecisionFound, grounds: Grounds, objective: str) -> Iterator[Said]:
    """The more followed from it, the more it weighs."""
    more = min(len(decision.led_to), 9)
    given = {"role": decision.role_title, "ask": decision.ask, "option": decision.option_title}
    language = grounds.language
    if decision.phase == "missed":
        words = (
            say(language, "{role} did not decide in time: {ask} → {option} (the default)", **given)
            if decision.option
            else say(language, "{role} did not decide in time: {ask}", **given)
        )
        yield Said(False, Kind.MISSED, words, objective, decision.cites, more)
    elif decision.best:
        words = say(language, "{role} decided as advised: {ask} → {option}", **given)
        yield Said(True, Kind.DECISION, words, objective, decision.cites, more)
    elif decision.best is False:
        words = say(
            language,
            "{role} decided otherwise than advised: {ask} → {option} (advised: {best})",
            best=_best(decision, grounds), **given,
        )  # fmt: skip
        yield Said(False, Kind.DECISION, words, objective, decision.cites, more)


def _best(decision: DecisionFound, grounds: Grounds) -> str:
    _, asked = grounds.take.scenario.decision[decision.id]
    titles = grounds.titles
    return " / ".join(titles.option(decision.id, it.id) for it in asked.options if it.best)


def _unread(decision: DecisionFound, grounds: Grounds, objective: str) -> Iterator[Said]:
    """What lay unread while somebody answered all the same."""
    if not decision.unread or decision.decided is None or decision.phase == "missed":
        return
    words = say(
        grounds.language, "{role} answered “{ask}” with this unread: {subjects}",
        role=decision.role_title, ask=decision.ask,
        subjects=", ".join(f"“{subject}”" for subject in decision.unread),
    )  # fmt: skip
    letters = (it.cites for it in grounds.unread if it.decision == decision.id)
    cites = {place for places in (decision.cites, *letters) for place in places}
    more = min(len(decision.unread), 9)
    yield Said(False, Kind.UNREAD, words, objective, tuple(sorted(cites)), more)


def _report(report: ReportFound, grounds: Grounds, objective: str) -> Iterator[Said]:
    given = {
        "role": report.role_title,
        "report": report.title,
        "moment": grounds.titles.moment(report.at),
    }
    language = grounds.language
    if report.wrong:
        words = say(language, "Wrong in “{report}” by {role} on {moment}: {fields}",
                    fields=", ".join(report.wrong), **given)  # fmt: skip
        yield Said(False, Kind.REPORT, words, objective, report.cites, 1)
    if report.left_out:
        words = say(language, "Left out of “{report}” by {role} on {moment}: {fields}",
                    fields=", ".join(report.left_out), **given)  # fmt: skip
        yield Said(False, Kind.REPORT, words, objective, report.cites)
    if report.right and report.complete and not report.wrong:
        words = say(language, "“{report}” by {role} on {moment} was complete and right", **given)
        yield Said(True, Kind.REPORT, words, objective, report.cites)
