"""Every report that was sent: what was right in it, and where it went."""

from __future__ import annotations

from collections import defaultdict
from typing import Any, Final

from simulator.engine import events as e
from simulator.engine.annals import DECISIONS, led_to
from simulator.engine.titles import Titles
from simulator.review.course import happened
from simulator.review.desks.hands import By, asked_by
from simulator.review.findings import Happened, ReportFound
from simulator.review.recorded import Person, Take

MOST: Final = 24
"""So many stations of a report's path are told at most, the first."""

Thing = tuple[str, str]
"""What lies before somebody: an inject, a decision, a request; and its id."""

BEGINS: Final[dict[type, str]] = {
    e.InjectSent: "inject", e.DecisionOpened: "decision", e.ConsentAsked: "request",
}  # fmt: skip
ENDS: Final[dict[type, str]] = {
    e.InjectRead: "inject", e.DecisionTaken: "decision", e.DecisionMissed: "decision",
    e.ConsentQuestioned: "request", e.ConsentReplied: "request", e.ConsentGiven: "request",
    e.ConsentRefused: "request",
}  # fmt: skip
STATIONS: Final = frozenset({
    e.InjectSent, e.ConsentAsked, *ENDS, e.ActionOrdered, e.OrderRefused, e.WorkStarted, e.WorkDone,
    e.FactSet, e.Revealed, e.ReportDue, e.ReportSent, e.MeasureTurned, e.GaugeMoved, e.TeamChanged,
    e.LinkChanged, e.StepBlocked, e.StepStopped, e.ModuleOpened, e.ExerciseEnded,
})  # fmt: skip
"""What of all that follows is told of a report's path: who learnt, answered, ordered and did what.
What goes on minute by minute, such as hosts that fall, has other places."""


def reports(take: Take, language: str, people: tuple[Person, ...]) -> tuple[ReportFound, ...]:
    """In the order in which they were sent."""
    sent = {p: event for p, event in enumerate(take.log) if isinstance(event, e.ReportSent)}
    paths = _paths(take)
    told = {
        it.place: it for it in happened(take, language, (p for place in sent for p in paths[place]))
    }
    titles = Titles(take.scenario, language, take.run.state.orders)
    by = asked_by(take, people)
    return tuple(
        _found(titles, event, place, by.get(place, By()), tuple(told[p] for p in paths[place]))
        for place, event in sent.items()
    )


def _found(
    titles: Titles, sent: e.ReportSent, place: int, by: By, path: tuple[Happened, ...]
) -> ReportFound:
    report = titles.scenario.reports[sent.report]
    labels = {field.id: titles.words(field.label, sent.at) for field in report.fields}
    written = {field for field, _ in sent.entries}
    return ReportFound(
        report=sent.report,
        title=titles.words(report.title),
        role=sent.role,
        to=titles.roles(report.to),
        at=sent.at,
        person=by.person,
        bot=sent.bot,
        right=tuple(labels[name] for name in sent.right),
        wrong=tuple(labels[name] for name in sent.wrong if name in written),
        left_out=tuple(labels[f.id] for f in report.fields if f.wanted and f.id not in written),
        complete=sent.complete,
        path=path,
        cites=(place,),
        role_title=titles.role(sent.role),
    )


def _paths(take: Take) -> defaultdict[int, list[int]]:
    """By the place of each report the stations of its way.

    What people do of themselves has no cause: it belongs to the report whose message they opened,
    whose question they answered, or whose request they settled.
    """
    log, found = take.log, defaultdict[int, list[int]](list)
    origin = {
        follower.place: report
        for report, followers in led_to(take.run.annals, (e.ReportSent, *DECISIONS)).items()
        if isinstance(log[report], e.ReportSent)
        for follower in followers
    }
    lying: dict[Thing, int] = {}
    for place, event in enumerate(log):
        report = origin.get(place)
        if isinstance(event, e.ConsentAsked) and report is None:
            report = lying.get(_asked_for(event))
        if thing := _thing(BEGINS, event):
            if report is None:
                lying.pop(thing, None)
            else:
                lying[thing] = report
        elif report is None and (thing := _thing(ENDS, event)):
            report = lying.get(thing)
        if report is not None and len(found[report]) < MOST and _tells(take, event):
            found[report].append(place)
    return found


def _thing(kinds: dict[type, str], event: Any) -> Thing | None:
    kind = kinds.get(type(event))
    return (kind, getattr(event, kind)) if kind else None


def _asked_for(event: e.ConsentAsked) -> Thing:
    """The decision that consent is asked for; for an order there is none of this name."""
    kind, _, name = event.request.partition("/")
    return kind, name


def _tells(take: Take, event: e.Event) -> bool:
    if type(event) not in STATIONS:
        return False
    if isinstance(event, e.FactSet):
        return take.scenario.facts[event.fact].about is not None
    if isinstance(event, e.MeasureTurned):
        return event.now in ("met", "failed")
    return True
