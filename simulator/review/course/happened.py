"""Events in words, each with the record that asked for it and the event it followed from."""

from __future__ import annotations

from collections.abc import Iterable

from simulator.engine import events as e
from simulator.engine.annals import led_to
from simulator.engine.course import large_steps
from simulator.engine.phrases import PHRASES
from simulator.engine.telling import kind_of, sentence
from simulator.engine.titles import Titles
from simulator.review.course.acts import whole
from simulator.review.findings import Happened
from simulator.review.recorded import Take
from simulator.speech import say
from simulator.speech.habits import figure


def happened(take: Take, language: str, places: Iterable[int]) -> tuple[Happened, ...]:
    """The events at these places of the take's log, each once and in order. Raises IndexError."""
    asked = records(take)
    because = take.run.annals.because
    titles = Titles(take.scenario, language, take.run.state.orders)
    found = []
    for place in sorted({*places}):
        event = take.log[place]
        before = because[place]
        found.append(
            Happened(
                place, event.at, kind_of(event), _words(take, titles, event),
                asked.get(place, 0), None if before < 0 else before,
            )
        )  # fmt: skip
    return tuple(found)


def _words(take: Take, titles: Titles, event: e.Event) -> str:
    """As screens have it, but for what is too short there for a report: acts of control, and a
    service by the whole per cent, which would be 50 where it has fallen below."""
    match event:
        case e.Steered():
            return whole(take, titles, event)
        case e.ServiceChanged():
            percent = figure(titles.language, f"{event.level / 10:g}")
            asset, said = titles.asset(event.asset), PHRASES["service-changed"]
            return say(titles.language, said, asset=asset, service=percent)
        case _:
            return sentence(take.scenario, event, titles.language, titles.orders)


def records(take: Take) -> dict[int, int]:
    """By place, the journal's record that asked for what happened there at once."""
    return {
        place: deed.seq for deed in take.deeds if deed.done for place in range(deed.begin, deed.end)
    }


def course(take: Take, language: str) -> tuple[Happened, ...]:
    """What happened in its large steps, as the debrief of players has them."""
    places = large_steps(take.scenario, take.log, led_to(take.run.annals))
    return happened(take, language, places)
