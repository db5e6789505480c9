"""An inject as control reads it: what players see, and what only the facilitator knows. Pure."""

from __future__ import annotations

from typing import Any

from simulator.engine.overseeing.judgement import options
from simulator.engine.overseeing.paces import Paces
from simulator.engine.overseeing.rows import title
from simulator.engine.overseeing.run import Run, titles_of
from simulator.engine.overseeing.senders import senders
from simulator.engine.overseeing.triggers import in_full, trigger
from simulator.engine.texts import values_of
from simulator.engine.titles import Titles
from simulator.engine.truth import compiled
from simulator.engine.views.script import Script
from simulator.scenario.injects import Inject, Variant
from simulator.scenario.values import Text
from simulator.scenario.words import live_names


def script(run: Run, inject: str, language: str) -> Script:
    """The inject as it would be sent now.

    Raises KeyError where there is no such inject.
    """
    titles, found = titles_of(run, language), run.scenario.inject[inject]
    variant = _variant(run, found)
    values = values_of(run.state, run.now, live_names(found))

    def filled(text: Text | None) -> str:
        return titles.words(text, run.now, values)

    def read(name: str) -> str:
        return filled(_part(found, variant, name))

    asked = found.decision
    paces = Paces(run.scenario.length)
    paces.hear(run.log)
    at = paces.at(found.at or 0)
    told = trigger(titles, found, senders(titles).get(inject, ()), at)
    return Script(
        id=inject,
        title=read("subject") or title(titles, found),
        sender=read("sender"),
        channel=str(_part(found, variant, "channel") or "message"),
        text=read("text"),
        to=found.to,
        asks=filled(asked.ask) if asked else "",
        options=options(titles, asked) if asked else (),
        expected=filled((asked and asked.expected) or found.expected),
        hint=filled(found.hint),
        notes=filled(found.notes),
        read_aloud=filled(found.read_aloud),
        red_flags=filled(found.red_flags),
        trigger=in_full(language, told, run.state),
        sources=tuple(_source(titles, name) for name in found.cites),
    )


def _variant(run: Run, inject: Inject) -> Variant | None:
    """The one that would be sent as things stand."""
    return next(
        (v for v in inject.variants if compiled(v.when).holds(run.state, run.now)), None
    )  # fmt: skip


def _part(inject: Inject, variant: Variant | None, name: str) -> Any:
    return (getattr(variant, name) if variant else None) or getattr(inject, name)


def _source(titles: Titles, name: str) -> str:
    source = titles.scenario.sources.get(name)
    if source is None:
        return name
    return " – ".join(filter(None, (titles.words(source.title), source.url)))
