"""What one run brings each role, over its length: messages, decisions that are open, work. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal, NamedTuple

from simulator.engine import events as e
from simulator.engine.titles import Titles
from simulator.rehearsal.playing import Played

Kind = Literal["inject", "decision", "consent", "report", "work"]

KINDS: Final[tuple[Kind, ...]] = ("inject", "decision", "consent", "report", "work")


class Bar(NamedTuple):
    """Something that lasts from second `begin` to `end`; a message takes no time. `of` is the id of
    the inject, order, request or report."""

    kind: Kind
    begin: int
    end: int
    of: str
    title: str


@dataclass(frozen=True, slots=True)
class Lane:
    """All that one role had, by when it began."""

    role: str
    title: str
    bars: tuple[Bar, ...]

    def of(self, kind: Kind) -> tuple[Bar, ...]:
        return tuple(bar for bar in self.bars if bar.kind == kind)


def lanes(run: Played, language: str) -> tuple[Lane, ...]:
    """A lane for each role, in the author's order."""
    titles = Titles(run.scenario, language, run.state.orders)
    found: dict[str, list[Bar]] = {role: [] for role in run.scenario.roles}
    for role, bar in _bars(titles, run):
        if role in found:
            found[role].append(bar)
    return tuple(
        Lane(role, titles.role(role), tuple(sorted(bars, key=lambda bar: bar.begin)))
        for role, bars in found.items()
    )


def _bars(titles: Titles, run: Played) -> Iterator[tuple[str, Bar]]:
    """Bars with the roles that have them; what is not done by the end of the run ends there."""
    for event in run.log:
        if isinstance(event, e.InjectSent):
            title = titles.inject(event.inject)
            for role in event.to:
                yield role, Bar("inject", event.at, event.at, event.inject, title)
    yield from _decisions(titles, run)
    yield from _consents(titles, run)
    yield from _reports(titles, run)
    yield from _work(titles, run)


def _decisions(titles: Titles, run: Played) -> Iterator[tuple[str, Bar]]:
    for name, decision in run.state.decisions.items():
        ended = decision.at if decision.phase in ("taken", "missed") else run.now
        role, title = titles.scenario.decider(name), titles.ask(name)
        inject = titles.scenario.decision[name][0].id
        yield role, Bar("decision", decision.opened, max(ended, decision.opened), inject, title)


def _consents(titles: Titles, run: Played) -> Iterator[tuple[str, Bar]]:
    asked: dict[tuple[str, str], int] = {}
    for event in run.log:
        match event:
            case e.ConsentAsked():
                asked[event.request, event.of] = event.at
            case e.ConsentGiven() | e.ConsentRefused():
                begun = asked.pop((event.request, event.by), None)
                if begun is not None:
                    title = titles.request(event.request)
                    yield event.by, Bar("consent", begun, event.at, event.request, title)
            case _:
                pass
    for (request, role), begun in asked.items():
        yield role, Bar("consent", begun, run.now, request, titles.request(request))


def _reports(titles: Titles, run: Played) -> Iterator[tuple[str, Bar]]:
    due = {event.report: event for event in run.log if isinstance(event, e.ReportDue)}
    for name, event in due.items():
        report = titles.scenario.reports[name]
        sent = run.state.reports[name].sent
        ended = run.now if sent is None else max(sent, event.at)
        for role in report.by:
            yield role, Bar("report", event.at, ended, name, titles.words(report.title))


def _work(titles: Titles, run: Played) -> Iterator[tuple[str, Bar]]:
    begun: dict[str, int] = {}
    for event in run.log:
        match event:
            case e.WorkStarted():
                begun[event.order] = event.at
            case e.WorkDone():
                yield _worked(titles, event.order, begun.pop(event.order, event.at), event.at)
            case _:
                pass
    for order, at in begun.items():
        yield _worked(titles, order, at, run.now)


def _worked(titles: Titles, order: str, begin: int, end: int) -> tuple[str, Bar]:
    return titles.orders[order].role, Bar("work", begin, end, order, titles.action(order))
