"""What else may send an inject than its own time and condition: effects, the adversary's steps that
are noticed, and alarms that ring. Pure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import NamedTuple

from simulator.engine.state import State
from simulator.engine.titles import Titles
from simulator.engine.wording.figures import either
from simulator.scenario.contest import Challenge
from simulator.scenario.effects import AnyEffect, InjectEffect
from simulator.scenario.injects import Inject, Module
from simulator.scenario.physics import Limit
from simulator.scenario.reports import Report
from simulator.speech import say


class Sender(NamedTuple):
    """What sends it by its effects, or when it is `seen`. Of an option, `decision`, `option` and
    `ask` are set."""

    title: str
    seen: bool = False
    decision: str = ""
    option: str = ""
    ask: str = ""

    def may_still(self, state: State) -> bool:
        """Whether it is not settled that it never will."""
        decision = state.decisions.get(self.decision)
        return decision is None or decision.phase == "open" or decision.option == self.option


def senders(titles: Titles) -> dict[str, tuple[Sender, ...]]:
    """By inject, all that may send it."""
    found: defaultdict[str, dict[Sender, None]] = defaultdict(dict)
    for sender, effects in _owners(titles):
        for effect in effects:
            if isinstance(effect, InjectEffect) and effect.do == "send":
                found[effect.inject][sender] = None
    for step in titles.scenario.step.values():
        if step.seen and step.seen.inject:
            found[step.seen.inject][Sender(titles.words(step.title), seen=True)] = None
    for gauge in titles.scenario.gauges.values():
        for alarm in gauge.alarms.values():
            if alarm.inject:
                found[alarm.inject][Sender(titles.words(alarm.title))] = None
    return {inject: tuple(some) for inject, some in found.items()}


def in_words(language: str, told: Iterable[Sender]) -> list[str]:
    """Each as `by “this”` or `when “that” is noticed`; the options of a decision together."""
    options: dict[str, list[Sender]] = {}
    for sender in told:
        options.setdefault(sender.decision or sender.title, []).append(sender)
    return [_said(language, some) for some in options.values()]


def _said(language: str, some: list[Sender]) -> str:
    first = some[0]
    if first.seen:
        return say(language, "when “{step}” is noticed", step=first.title)
    what = either(language, (f"“{sender.title}”" for sender in some))
    if first.ask:
        return say(language, "by {options} on “{ask}”", options=what, ask=first.ask)
    return say(language, "by {what}", what=what)


Owner = tuple[Sender, Iterable[AnyEffect]]


def _owners(titles: Titles) -> Iterator[Owner]:
    """All effects of the scenario, each with what has them."""
    scenario = titles.scenario
    for inject in scenario.inject.values():
        yield from _of_inject(titles, inject)
    for step in scenario.step.values():
        yield Sender(titles.words(step.title)), (*step.then, *step.otherwise)
    for action in scenario.actions.values():
        effects = (*action.first, *action.then, *action.otherwise)
        yield Sender(titles.words(action.title)), effects
    limits = (limit for gauge in scenario.gauges.values() for limit in gauge.limits.values())
    simple: tuple[Iterable[Report | Module | Challenge | Limit], ...] = (
        scenario.reports.values(), scenario.modules.values(), scenario.challenge.values(), limits,
    )  # fmt: skip
    for part in chain.from_iterable(simple):
        yield Sender(titles.words(part.title)), part.then
    for capability in scenario.capabilities.values():
        yield Sender(titles.words(capability.title)), (*capability.then, *capability.otherwise)
    if side := scenario.sides.get(scenario.side):
        yield Sender(titles.words(side.title)), side.then


def _of_inject(titles: Titles, inject: Inject) -> Iterator[Owner]:
    yield Sender(titles.inject(inject.id)), inject.then
    for variant in inject.variants:
        yield Sender(titles.inject(inject.id)), variant.then
    if inject.decision:
        ask = titles.words(inject.decision.ask)
        for option in inject.decision.options:
            label = titles.words(option.label)
            sender = Sender(label, False, inject.decision_id, option.id, ask)
            yield sender, (*option.then, *option.otherwise)
