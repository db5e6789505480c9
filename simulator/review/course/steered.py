"""What control did to the plot and the world, why, and what came of it."""

from __future__ import annotations

from collections import defaultdict
from itertools import chain, islice
from typing import Final

from simulator.engine import events as e
from simulator.engine.titles import Titles
from simulator.review.course.acts import done
from simulator.review.course.happened import happened
from simulator.review.findings import ControlAct, Happened
from simulator.review.names import named
from simulator.review.recorded import Take

FIRST: Final = 4
"""So much of what came of an act at once is told with it."""
_SAID: Final = (e.SeatTaken, e.SeatVacated, e.InjectsPlanned, e.InjectWritten)
"""What comes of an act and tells no more than the act itself."""


def control(take: Take, language: str) -> tuple[ControlAct, ...]:
    """All acts of control that are on record, oldest first."""
    after = defaultdict[int, list[int]](list)
    for place, because in enumerate(take.run.annals.because):
        if because >= 0 and not isinstance(take.log[place], _SAID):
            after[because].append(place)
    acts = {
        place: tuple(islice(after[place], FIRST))
        for place, event in enumerate(take.log)
        if isinstance(event, e.Steered)
    }
    told = {it.place: it for it in happened(take, language, chain.from_iterable(acts.values()))}
    titles = Titles(take.scenario, language, take.run.state.orders)
    return tuple(
        _act(take, titles, place, tuple(told[it] for it in came)) for place, came in acts.items()
    )


def _act(take: Take, titles: Titles, place: int, came: tuple[Happened, ...]) -> ControlAct:
    """Who did it stands beside it, and not in its words."""
    event = take.log[place]
    assert isinstance(event, e.Steered)
    by, words = named(titles.language, event.by), done(take, titles, event)
    return ControlAct(event.at, by, words, (place, *(it.place for it in came)), came)
