"""What is told of an exercise before it begins, and stays so. Pure."""

from __future__ import annotations

from typing import NamedTuple

from simulator.engine import views as v
from simulator.engine.knowledge import Known
from simulator.engine.texts import told
from simulator.scenario.scenario import Scenario
from simulator.scenario.values import Text


class Briefing(NamedTuple):
    objectives: tuple[str, ...]
    rules: str
    glossary: tuple[v.TermView, ...]
    languages: tuple[str, ...]
    language: str
    teaches: bool


def briefing(known: Known) -> Briefing:
    """The same for every role; put into words once in each language."""
    key = ("briefing", known.language)
    found: Briefing | None = known.scenario.memo.get(key)
    if found is None:
        found = known.scenario.memo[key] = _briefing(known.scenario, known.language)
    return found


def _briefing(scenario: Scenario, language: str) -> Briefing:
    def words(text: Text | None) -> str:
        return told(scenario, text.into(language), 0, {}, language) if text else ""

    readable = languages(scenario)
    return Briefing(
        tuple(words(objective.title) for objective in scenario.objectives.values()),
        words(scenario.rules),
        tuple(v.TermView(words(term.term), words(term.means)) for term in scenario.glossary),
        readable,
        language if language in readable else readable[0],
        scenario.teaches,
    )


def languages(scenario: Scenario) -> tuple[str, ...]:
    """Its own language, and those that its title is written in besides."""
    own = scenario.language
    return own, *(name for name in scenario.title.languages() if name not in ("", own))
