"""What each role, the adversary and the world went through, as moments and stretches of time."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from simulator.engine import events as e
from simulator.engine.course import BACK, DOWN
from simulator.engine.titles import Titles
from simulator.review.course.subjects import subject
from simulator.review.findings import Lane, Mark
from simulator.review.recorded import Take
from simulator.speech import say

ADVERSARY: Final = "adversary"
WORLD: Final = "world"
"""Whose lines these are, beside those of roles."""


def lanes(take: Take, language: str) -> tuple[Lane, ...]:
    """A line for each role that anything came to, in the author's order; then the adversary's and
    the world's. Marks are in the order in which they began."""
    titles = Titles(take.scenario, language, take.run.state.orders)
    named = {role: titles.role(role) for role in take.scenario.roles}
    named |= {ADVERSARY: say(language, "Adversary"), WORLD: say(language, "Services")}
    found: dict[str, list[Mark]] = {name: [] for name in named}
    for name, mark in _Lines(take, titles).marks():
        found[name].append(mark)
    return tuple(
        Lane(name, named[name], tuple(sorted(marks, key=lambda mark: (mark.at, mark.cites))))
        for name, marks in found.items()
        if marks
    )


class _Lines:
    """Reads a log once. What goes on at the end of the take ends there."""

    def __init__(self, take: Take, titles: Titles) -> None:
        self._take = take
        self._titles = titles
        self._open: dict[tuple[str, str], tuple[int, int]] = {}

    def marks(self) -> Iterator[tuple[str, Mark]]:
        for place, event in enumerate(self._take.log):
            yield from self._of(place, event)
        for (kind, name), (place, at) in [*self._open.items()]:
            whose, words = self._told(kind, name)
            yield whose, Mark(at, self._take.until, kind, words, (place,))

    def _of(self, place: int, event: e.Event) -> Iterator[tuple[str, Mark]]:
        match event:
            case e.InjectSent():
                words = subject(self._titles, event.inject, event)
                for role in event.to:
                    yield role, _moment(event, place, "inject", words)
            case e.ReportSent():
                words = self._titles.words(self._take.scenario.reports[event.report].title)
                yield event.role, _moment(event, place, "report", words)
            case e.MessageSent() if event.role in self._take.scenario.roles:
                others = self._titles.roles(event.to[1:] or event.to)
                words = say(self._titles.language, "to {roles}", roles=others)
                yield event.role, _moment(event, place, "message", words)
            case e.LimitPassed():
                limit = self._take.scenario.gauges[event.gauge].limits[event.limit]
                yield WORLD, _moment(event, place, "limit", self._titles.words(limit.title))
            case _:
                yield from self._stretches(place, event)

    def _stretches(self, place: int, event: e.Event) -> Iterator[tuple[str, Mark]]:
        match event:
            case e.DecisionOpened():
                self._open["decision", event.decision] = place, event.at
            case e.DecisionTaken():
                yield from self._ended("decision", event.decision, place, event.at)
            case e.DecisionMissed():
                yield from self._ended("decision", event.decision, place, event.at, "missed")
            case e.InjectWithdrawn() if event.decision:
                yield from self._ended("decision", event.decision, place, event.at)
            case e.ActionOrdered():
                self._open["order", event.order] = place, event.at
            case e.WorkDone() | e.OrderRefused() | e.OrderCancelled():
                yield from self._ended("order", event.order, place, event.at)
            case e.StepStarted():
                self._open["step", event.step] = place, event.at
            case e.StepSucceeded() | e.StepFailed() | e.StepStopped() | e.StepBlocked():
                yield from self._ended("step", event.step, place, event.at)
            case e.ServiceChanged():
                yield from self._service(place, event)
            case _:
                pass

    def _service(self, place: int, event: e.ServiceChanged) -> Iterator[tuple[str, Mark]]:
        """A service is down from the one level on, and back at the other."""
        down = ("service", event.asset) in self._open
        if event.level < DOWN and not down:
            self._open["service", event.asset] = place, event.at
        elif event.level >= BACK and down:
            yield from self._ended("service", event.asset, place, event.at)

    def _ended(
        self, kind: str, name: str, place: int, at: int, how: str = ""
    ) -> Iterator[tuple[str, Mark]]:
        """Answered again, or ended before it was seen to begin, it has no second stretch."""
        if begun := self._open.pop((kind, name), None):
            whose, words = self._told(kind, name)
            yield whose, Mark(begun[1], at, how or kind, words, (begun[0], place))

    def _told(self, kind: str, name: str) -> tuple[str, str]:
        """Whose line it is on, and what it is called."""
        titles, scenario = self._titles, self._take.scenario
        match kind:
            case "decision":
                return scenario.decider(name), titles.ask(name)
            case "order":
                return self._take.run.state.orders[name].role, titles.action(name)
            case "step":
                return ADVERSARY, titles.words(scenario.step[name].title)
            case _:
                return WORLD, titles.asset(name)


def _moment(event: e.Event, place: int, kind: str, words: str) -> Mark:
    return Mark(event.at, event.at, kind, words, (place,))
