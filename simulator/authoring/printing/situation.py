"""The situation manual (SitMan) for players: nothing in it that the exercise keeps from them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from typing import Final

from simulator.authoring.printing.figures import hours
from simulator.authoring.printing.source import Printed
from simulator.engine.views import RoleView
from simulator.paper.blocks import (
    Block,
    Grid,
    Head,
    Pairs,
    Points,
    Words,
    paired,
    some,
)
from simulator.scenario.characters import rejoined
from simulator.scenario.injects import Module
from simulator.speech import mark, say

PLAYERS: Final = (
    mark("Players hold a seat, decide, and answer as they would in office."),
    mark("Who leads (control) sends injects, plays whoever has no seat, and keeps the time."),
    mark("Response cells stand for others outside: they answer when they are asked."),
    mark("Observers and evaluators watch, and take no part."),
)
RULES: Final = (
    mark("This is a safe place to learn: what is judged is plans and arrangements, not people."),
    mark("Take what you are told as real, and don't fight the scenario."),
    mark("Decide by what your own organisation can do today."),
    mark("Nobody touches a real system, and nobody outside is called."),
    mark("Who stops play says “NO DUFF” first: then it is a real emergency."),
)
"""Rules of every exercise; the scenario's own stand before them."""


def situation_manual(p: Printed) -> tuple[Block, ...]:
    view = next(iter(p.views.values()))
    parts = (
        _overview(p, view),
        _play(p, view),
        _roles(p),
        _contest(p),
        _glossary(p, view),
        _modules(p),
    )
    return tuple(chain.from_iterable(parts))


def _overview(p: Printed, view: RoleView) -> Iterator[Block]:
    scenario, titles, language = p.scenario, p.titles, p.language
    book = scenario.handbook
    yield Head(say(language, "Exercise overview"))
    capabilities = dict.fromkeys(
        titles.words(objective.core_capability)
        for objective in scenario.objectives.values()
        if objective.core_capability
    )
    yield paired(
        (say(language, "Exercise"), view.title),
        (say(language, "Date in the exercise"), f"{scenario.start:%Y-%m-%d}, {titles.moment(0)}"),
        (say(language, "Scope"), scope(p)),
        (say(language, "Purpose"), titles.words(book.purpose if book else None)),
        (say(language, "Core capabilities"), ", ".join(capabilities)),
        (say(language, "Who takes part"), ", ".join(seat.title for seat in view.seats)),
        (say(language, "Handling"), p.marking),
    )
    if scenario.about:
        yield Head(say(language, "The situation at the beginning"), 2)
        yield Words(p.words(scenario.about))
    if view.objectives:
        yield Head(say(language, "Objectives"), 2)
        yield Points(view.objectives)
    if book and book.agenda:
        yield Head(say(language, "Agenda"), 2)
        yield agenda(p)


def scope(p: Printed) -> str:
    """How long, how fast, for how many."""
    scenario = p.scenario
    return say(
        p.language,
        "{length} of exercise time, {real} of real time at the given pace, {seats} seats",
        length=hours(p.language, scenario.length),
        real=hours(p.language, round(scenario.length / scenario.pace)),
        seats=len(scenario.roles),
    )


def agenda(p: Printed) -> Block:
    book = p.scenario.handbook
    rows = tuple((line.at, p.titles.words(line.what)) for line in (book.agenda if book else ()))
    heads = (say(p.language, "Time"), say(p.language, "What"))
    return Grid(say(p.language, "The day in the room"), heads, rows)


def _play(p: Printed, view: RoleView) -> Iterator[Block]:
    language = p.language
    yield Head(say(language, "Rules of play"))
    if view.rules:
        yield Words(rejoined(view.rules))
    yield Points(tuple(say(language, rule) for rule in RULES))
    yield Head(say(language, "Who is who in the room"), 2)
    yield Points(tuple(say(language, role) for role in PLAYERS))


def _roles(p: Printed) -> Iterator[Block]:
    language = p.language
    yield Head(say(language, "Roles"))
    rows = []
    for name, view in p.views.items():
        cell = p.scenario.roles[name].response_cell
        kind = say(language, "response cell") if cell else say(language, "player")
        rows.append((view.role.short or view.role.title, view.role.title, kind))
    heads = (say(language, "Seat"), say(language, "Stands for"), say(language, "Kind"))
    yield Grid(say(language, "The seats of the exercise"), heads, tuple(rows))


def _contest(p: Printed) -> Iterator[Block]:
    """What is said of the contest before its board opens."""
    contest = next((view.contest for view in p.views.values() if view.contest), None)
    if contest is None:
        return
    language = p.language
    yield Head(contest.title)
    yield Words(rejoined(contest.about))
    yield paired(
        (say(language, "Opens"), p.titles.moment(contest.opens)),
        (say(language, "Closes"), p.titles.moment(contest.closes)),
        (say(language, "Scores stand still from"),
         "" if contest.freezes is None else p.titles.moment(contest.freezes)),
        (say(language, "Categories"), ", ".join(one.title for one in contest.categories)),
    )  # fmt: skip


def _glossary(p: Printed, view: RoleView) -> Iterator[Block]:
    if view.glossary:
        yield Head(say(p.language, "Glossary"))
        yield Pairs(tuple((word.term, word.means) for word in view.glossary))


def _modules(p: Printed) -> Iterator[Block]:
    for number, module in enumerate(p.modules, 1):
        yield from _module(p, number, module)


def _module(p: Printed, number: int, module: Module) -> Iterator[Block]:
    titles, language = p.titles, p.language
    title = titles.words(module.title)
    head = say(language, "Module {number}: {title}", number=number, title=title)
    yield Head(head, turns=True)
    yield Words(say(language, "Turn to this page when you are told to, and not before."), "call")
    yield Head(say(language, "Situation"), 2)
    yield Words(p.words(module.situation))
    asked = tuple(
        f"{titles.roles(question.to)}: {titles.words(question.ask)}"
        for question in module.questions
    )
    yield from some(
        (
            Head(say(language, "Questions"), 2) if asked else None,
            Points(asked) if asked else None,
        )
    )
