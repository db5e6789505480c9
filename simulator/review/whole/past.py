"""What really happened, and where it is known from."""

from __future__ import annotations

from simulator.engine.titles import NO_ORDERS, Titles
from simulator.review.findings import Ghost
from simulator.scenario.scenario import Scenario


def history(scenario: Scenario, language: str) -> tuple[Ghost, ...]:
    """The ghost line: each event at its own distance from STARTEX, the earliest first."""
    titles = Titles(scenario, language, NO_ORDERS)
    ghosts = (
        Ghost(
            int((past.at - scenario.start).total_seconds()),
            f"{past.at:%Y-%m-%d %H:%M}",
            titles.words(past.what),
            past.cites,
        )
        for past in scenario.history
    )
    return tuple(sorted(ghosts, key=lambda ghost: ghost.at))


def sources(scenario: Scenario, language: str) -> tuple[tuple[str, str, str], ...]:
    """Ids, titles and addresses of all that the scenario cites."""
    titles = Titles(scenario, language, NO_ORDERS)
    return tuple(
        (id, titles.words(source.title), source.url or "")
        for id, source in scenario.sources.items()
    )
