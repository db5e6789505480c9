"""Who is busy when: what each role has to read and decide, by stretches of time. Pure.

It is measured by the real time that a stretch lasts at the scenario's pace. What a role doesn't
get done in one stretch waits in the next.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from statistics import median_low
from typing import Final, Literal, NamedTuple

from simulator.authoring.previewing.timeline import Bar, Lane, lanes
from simulator.authoring.quality.reading import (
    THINKING,
    WRITING,
    real,
    to_decide,
    to_read_inject,
)
from simulator.rehearsal.playing import Played
from simulator.scenario import Scenario

CROWD: Final = 4
"""So many questions open at once are too many for one role."""

MOST: Final = 48
"""At most so many stretches are told."""

STRETCHES: Final = (300, 600, 900, 1800, 3600, 2 * 3600, 4 * 3600, 6 * 3600, 12 * 3600, 86_400)


class Busy(NamedTuple):
    """One role in one stretch: what came; which share of the stretch it takes to read and answer
    that and what was left of the stretches before, in per cent; questions open at once; orders at
    work."""

    items: int
    share: int
    open: int
    working: int
    mark: Literal["", "over", "idle"] = ""


class Load(NamedTuple):
    """`stretch` is seconds; one strip for each role, of the middle of the runs."""

    stretch: int
    strips: dict[str, tuple[Busy, ...]]


def load(runs: Sequence[Played], most: int = MOST) -> Load:
    """The load in these runs of one scenario, of which there is at least one; in each stretch the
    middle one of each figure."""
    scenario = runs[0].scenario
    stretch = next((s for s in STRETCHES if s * most >= scenario.length), STRETCHES[-1])
    number = max(1, -(-scenario.length // stretch))
    told = [_strips(run, stretch, number) for run in runs]
    strips = {role: _middle([one[role] for one in told]) for role in scenario.roles}
    return Load(stretch, strips)


def _strips(run: Played, stretch: int, number: int) -> dict[str, list[Busy]]:
    scenario = run.scenario
    lasts = real(scenario, stretch)
    return {
        lane.role: [*_strip(scenario, lane, Spell(stretch, number, lasts))]
        for lane in lanes(run, scenario.language)
    }


class Spell(NamedTuple):
    """How long each stretch is in exercise seconds, how many there are, and the real seconds that
    each lasts."""

    stretch: int
    number: int
    lasts: float


def _strip(scenario: Scenario, lane: Lane, spell: Spell) -> Iterator[Busy]:
    stretch, number, lasts = spell
    came, takes = [0] * number, [0.0] * number
    for bar in lane.bars:
        place = min(bar.begin // stretch, number - 1)
        came[place] += bar.kind != "work"
        takes[place] += takes_people(scenario, bar)
    asked = [bar for bar in lane.bars if bar.kind in ("decision", "consent", "report")]
    left = 0.0
    for place in range(number):
        todo, ends = left + takes[place], (place * stretch, (place + 1) * stretch)
        left = max(0.0, todo - lasts)
        working = _met(lane.of("work"), *ends)
        yield Busy(came[place], round(todo / lasts * 100), _at_once(asked, *ends), working)


def takes_people(scenario: Scenario, bar: Bar) -> float:
    """Real seconds to read or to answer it."""
    language = scenario.language
    match bar.kind:
        case "inject":
            return to_read_inject(scenario.inject[bar.of], language)
        case "decision":
            asked = scenario.inject[bar.of].decision
            return to_decide(asked, language) if asked else 0
        case "consent":
            return 2 * THINKING
        case "report":
            return WRITING * len(scenario.reports[bar.of].fields)
        case "work":
            return 0


def _met(bars: Sequence[Bar], begin: int, end: int) -> int:
    """How many of these last into the stretch."""
    return sum(bar.begin < end and bar.end >= begin for bar in bars)


def _at_once(bars: Sequence[Bar], begin: int, end: int) -> int:
    """How many of these last at one moment of the stretch, at most."""
    there = [bar for bar in bars if bar.begin < end and bar.end >= begin]
    moments = {max(bar.begin, begin) for bar in there}
    return max((sum(b.begin <= at <= b.end for b in there) for at in sorted(moments)), default=0)


def _middle(strips: Sequence[Sequence[Busy]]) -> tuple[Busy, ...]:
    """Stretch by stretch, the middle one of each figure."""
    middle = []
    for same in zip(*strips, strict=True):
        figures = zip(*(busy[:4] for busy in same), strict=True)
        middle.append(_marked(Busy(*(median_low(figure) for figure in figures))))
    return tuple(middle)


def _marked(busy: Busy) -> Busy:
    if busy.open >= CROWD or busy.share >= 100:
        return busy._replace(mark="over")
    return busy if any(busy[:4]) else busy._replace(mark="idle")
