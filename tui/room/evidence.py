"""What has just happened in a world, to be pointed at by an observation. No drawing."""

from typing import Final

from simulator.engine.views.overview import Panel
from tui import words

EVENTS: Final = 6
"""So many of the last events are offered as evidence."""


def last_events(panel: Panel | None, start: str) -> list[tuple[int, str]]:
    """The last that has happened to anybody, the newest first, by place and in words."""
    if panel is None:
        return []
    told = [*zip(panel.places, panel.log, strict=False)][-EVENTS:]
    return [(n, f"{words.short_time(start, one.at)}  {one.words}") for n, one in reversed(told)]
