"""What an inject is called, with the values that its title had when it was sent."""

from __future__ import annotations

from typing import Final

from simulator.engine import events as e
from simulator.engine.fields import part
from simulator.engine.titles import Titles

OPEN: Final = "…"
"""Stands for a value that was never read."""


def subject(titles: Titles, inject: str, sent: e.InjectSent | None = None) -> str:
    """Its subject, or where it has none its text."""
    if sent:
        return part(titles, sent, "subject") or part(titles, sent, "text")
    found = titles.scenario.inject[inject]
    text = found.subject or found.text
    live = titles.scenario.live_names.get(inject, ())
    return titles.words(text, found.at or 0, tuple((name, OPEN) for name in live))
