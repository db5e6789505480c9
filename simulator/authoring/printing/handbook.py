"""The facilitator's handbook: all that one needs to lead the exercise tomorrow."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from simulator.authoring.printing import guide
from simulator.authoring.printing.campaign import campaign, in_words
from simulator.authoring.printing.cards import people_number
from simulator.authoring.printing.keys import contest, reports
from simulator.authoring.printing.leading import choices, running
from simulator.authoring.printing.orders import actions
from simulator.authoring.printing.situation import agenda, scope
from simulator.authoring.printing.source import Printed
from simulator.engine.titles import Titles
from simulator.engine.wording.figures import moment
from simulator.paper.blocks import (
    Block,
    Contents,
    Frame,
    Grid,
    Head,
    Points,
    Words,
    paired,
    some,
)
from simulator.rehearsal.balance import Spread, came, line
from simulator.scenario.evaluation import Source
from simulator.scenario.values import Text
from simulator.speech import many, say


def handbook(p: Printed) -> tuple[Block, ...]:
    parts = (
        _beginning(p), running(p), choices(p), _cast(p), _objectives(p), _usually(p),
        _outcomes(p), campaign(p), guide.msel_table(p), guide.injects(p), guide.modules(p),
        actions(p), reports(p), contest(p), _ending(p), _sources(p),
    )  # fmt: skip
    return tuple(chain.from_iterable(parts))


def _beginning(p: Printed) -> Iterator[Block]:
    scenario, titles, language = p.scenario, p.titles, p.language
    book = scenario.handbook
    yield Contents(say(language, "Contents"))
    yield Head(say(language, "Purpose and audience"))
    yield paired(
        (say(language, "Purpose"), titles.words(book.purpose if book else None)),
        (say(language, "Audience"), titles.words(book.audience if book else None)),
        (say(language, "Scope"), scope(p)),
        (say(language, "STARTEX"), f"{titles.moment(0)} ({scenario.start:%Y-%m-%d})"),
        (say(language, "ENDEX"), f"{titles.moment(scenario.length)} ({moment(scenario.length)})"),
        (say(language, "Handling"), p.marking),
    )
    if scenario.about:
        yield Words(p.words(scenario.about))
    if book and book.preparation:
        yield Head(say(language, "Preparation"), 2)
        yield Points(tuple(titles.words(line) for line in book.preparation))
    if book and book.agenda:
        yield Head(say(language, "Agenda"), 2)
        yield agenda(p)
    if scenario.notes:
        yield Frame(
            say(language, "From the author"), (Words(p.words(scenario.notes)),),
            "secret",
        )  # fmt: skip


def _cast(p: Printed) -> Iterator[Block]:
    language, titles = p.language, p.titles
    yield Head(say(language, "Cast"))
    heads = (
        say(language, "Seat"), say(language, "Stands for"), say(language, "Leads"),
        say(language, "What its player should take home"),
    )  # fmt: skip
    rows = []
    for name, role in p.scenario.roles.items():
        seat = titles.role(name)
        if role.response_cell:
            seat = f"{seat}\n{say(language, 'response cell')}"
        learning = titles.words(role.learning)
        rows.append((seat, titles.words(role.title), people_number(p, name), learning))
    yield Grid(say(language, "The seats of the exercise"), heads, tuple(rows))


def _objectives(p: Printed) -> Iterator[Block]:
    language, titles = p.language, p.titles
    if not p.scenario.objectives:
        return
    yield Head(say(language, "Objectives and how they are measured"))
    for name, objective in p.scenario.objectives.items():
        yield Head(titles.words(objective.title), 2)
        if objective.about:
            yield Words(p.words(objective.about))
        measures = objective.every_measure()
        rows = tuple(
            (titles.measure(f"{name}/{place}"), str(measure.worth))
            for place, (_, measure) in enumerate(measures)
        )
        heads = (say(language, "Measure"), say(language, "Worth"))
        yield Grid(titles.words(objective.core_capability), heads, rows)


def _usually(p: Printed) -> Iterator[Block]:
    if not p.runs:
        return
    language, titles = p.language, p.titles
    told = line(p.scenario, p.runs[0].setup.bots, [came(run) for run in p.runs])
    yield Head(say(language, "How it usually goes"))
    yield Words(
        many(
            language, "In {number} run with bots that follow doctrine:",
            "In {number} runs with bots that follow doctrine:", told.runs,
        )
    )  # fmt: skip
    rows = [
        (say(language, "Hosts intact at the end"), _percent(told.hosts)),
        (say(language, "Service over the whole time"), _percent(told.mean_service)),
        *((titles.gauge(name), _spread(found)) for name, found in told.gauges.items()),
        (say(language, "Points of objectives"), _percent(told.objectives)),
    ]
    heads = (say(language, "What"), say(language, "Mean (from, to)"))
    yield Grid(say(language, "At the end"), heads, tuple(rows))
    yield Points(
        tuple(
            say(
                language, "{outcome}: {share} % of runs",
                outcome=titles.words(outcome.title),
                share=round(100 * told.outcomes.get(name, 0) / told.runs),
            )
            for name, outcome in p.scenario.outcomes.items()
        )
    )  # fmt: skip


def _spread(told: Spread) -> str:
    return f"{told.mean:.1f} ({told.low:.1f}, {told.high:.1f})"


def _percent(told: Spread) -> str:
    return f"{told.mean:.0f} % ({told.low:.0f}, {told.high:.0f})"


def _outcomes(p: Printed) -> Iterator[Block]:
    language, titles = p.language, p.titles
    if not p.scenario.outcomes:
        return
    yield Head(say(language, "Outcomes"))
    yield Words(say(language, "The first in this order that holds is told."), "mute")
    for outcome in p.scenario.outcomes.values():
        when = in_words(titles, outcome.when) if outcome.when is not None else ""
        ends = say(language, "ends the exercise at once") if outcome.ends else ""
        yield Head(titles.words(outcome.title), 2)
        yield from some((Words(p.words(outcome.text)) if outcome.text else None,))
        yield paired(
            (say(language, "When"), when or say(language, "else")), (say(language, "Note"), ends)
        )


def _ending(p: Printed) -> Iterator[Block]:
    language = p.language
    book = p.scenario.handbook
    if book is None:
        return
    lists: tuple[tuple[str, tuple[Text, ...]], ...] = (
        (say(language, "Hot wash"), book.hot_wash),
        (say(language, "Discussion"), book.discussion),
    )
    for title, questions in lists:
        if questions:
            yield Head(title)
            yield Points(tuple(p.titles.words(question) for question in questions))
    if book.departures:
        yield Head(say(language, "Where it departs from history"))
        yield Words(p.words(book.departures))


def _sources(p: Printed) -> Iterator[Block]:
    language, titles = p.language, p.titles
    if p.scenario.history:
        yield Head(say(language, "What really happened"))
        heads = (say(language, "When"), say(language, "What"))
        rows = tuple(
            (f"{past.at:%Y-%m-%d %H:%M}", titles.words(past.what)) for past in p.scenario.history
        )
        yield Grid(say(language, "For the review"), heads, rows)
    if p.scenario.sources:
        yield Head(say(language, "Sources"))
        yield Points(tuple(_source(titles, source) for source in p.scenario.sources.values()))


def _source(titles: Titles, source: Source) -> str:
    told = (titles.words(source.title), source.date, titles.words(source.note), source.url)
    return ". ".join(filter(None, told))
