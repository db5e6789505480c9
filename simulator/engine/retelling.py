"""What bots say, in the language of whoever reads it. Pure.

A bot speaks in the author's words, which stand in its events in the scenario's own language; read
in another, they are found again by themselves. What people wrote stays as they wrote it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from simulator.engine.texts import told
from simulator.scenario.actions import ConsentFrom
from simulator.scenario.reports import Entry
from simulator.scenario.scenario import Scenario
from simulator.scenario.values import Text


def retold(
    scenario: Scenario, texts: Iterable[Text | None], said: str, at: int, language: str
) -> str:
    """What was said at `at`, in this language where it is one of these texts word for word."""
    for text in filter(None, texts if said else ()):
        for own, words in text.words:
            if said in (words, told(scenario, words, at, {}, own or scenario.language)):
                return told(scenario, text.into(language), at, {}, language)
    return said


def entry(scenario: Scenario, field: Entry, said: str, at: int, language: str) -> str:
    """What was filled in: choices and assets by what they are called, several after each other."""
    if field.kind in ("choice", "choices", "assets"):
        return ", ".join(_called(scenario, field, one, at, language) for one in said.splitlines())
    best = (one for one in field.best if not isinstance(one, str))
    return retold(scenario, (*best, field.hint, field.label), said, at, language)


def _called(scenario: Scenario, field: Entry, name: str, at: int, language: str) -> str:
    if field.kind == "assets":
        label = scenario.assets[name].title if name in scenario.assets else None
    else:
        picks = (p.label for p in field.choices if p.name(scenario.language) == name)
        label = next(picks, None)
    return told(scenario, label.into(language), at, {}, language) if label else name


def question(scenario: Scenario, request: str, said: str, at: int, language: str) -> str:
    """What was asked back about a request."""
    asked = (link.asks_back.question for link in _links(scenario, request) if link.asks_back)
    return retold(scenario, asked, said, at, language)


def answer(scenario: Scenario, decision: str, said: str, at: int, language: str) -> str:
    """What was decided in free text."""
    _, asked = scenario.decision[decision]
    return retold(scenario, (asked.expected,), said, at, language)


def _links(scenario: Scenario, request: str) -> Iterator[ConsentFrom]:
    kind, _, decision = request.partition("/")
    if kind == "decision":
        _, asked = scenario.decision[decision]
        for option in asked.options:
            yield from option.consent
        return
    # Orders are named after their action, and numbered.
    yield from scenario.actions[request.rpartition("-")[0]].consent
