"""What only facilitators see of an inject: what is expected, hints, notes, sources, what follows.
Pure."""

from __future__ import annotations

from typing import NamedTuple

from simulator.authoring.previewing.blanks import with_blanks
from simulator.authoring.previewing.previewed import Previewed
from simulator.engine.wording import deeds
from simulator.speech import say


class Effect(NamedTuple):
    """An option with what it does."""

    label: str
    best: bool
    default: bool
    effects: tuple[str, ...]


class Side(NamedTuple):
    """Names with what they say, empty where the author says nothing; options where it asks."""

    rows: tuple[tuple[str, str], ...]
    options: tuple[Effect, ...]


def for_facilitators(told: Previewed, inject: str) -> Side:
    """Raises KeyError where there is no such inject."""
    titles, language = told.titles, told.language
    found = told.scenario.inject[inject]
    asked = found.decision
    objectives = (titles.words(told.scenario.objectives[name].title) for name in found.objective)
    sources = (titles.words(told.scenario.sources[name].title) for name in found.cites)
    rows = (
        (say(language, "Read aloud"), with_blanks(titles, found.read_aloud)),
        (
            say(language, "Expected"),
            with_blanks(titles, (asked and asked.expected) or found.expected),
        ),
        (say(language, "Hint"), with_blanks(titles, found.hint)),
        (say(language, "Red flags"), with_blanks(titles, found.red_flags)),
        (say(language, "Notes"), with_blanks(titles, found.notes)),
        (say(language, "Objectives"), ", ".join(objectives)),
        (say(language, "Sources"), "; ".join(sources)),
        (say(language, "Brings about"), "; ".join(deeds(titles, found.then))),
    )
    options = tuple(
        Effect(
            titles.words(option.label), option.best, option.id == asked.default,
            deeds(titles, option.then),
        )
        for option in (asked.options if asked else ())
        if asked
    )  # fmt: skip
    return Side(tuple((name, said.strip()) for name, said in rows), options)
