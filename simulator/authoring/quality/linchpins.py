"""Single points of failure: one thing without which a large part of the plot doesn't happen."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Final

from simulator.engine import events as e
from simulator.rehearsal.covering import loc_of
from simulator.rehearsal.playing import Played
from simulator.rehearsal.reached import Point, reached
from simulator.rehearsal.rehearsing import Rehearsal
from simulator.scenario.finding import Finding

LARGE: Final = 1 / 3
"""From this share of the plot on, an exercise without it is another, and a poorer one."""

ENOUGH: Final = 6
"""Of a smaller plot, with so few injects and steps, a third is nothing to speak of."""

PLOT: Final = ("inject", "step")


def in_linchpins(rehearsal: Rehearsal) -> Iterator[Finding]:
    """Judged by what followed from what: of those that hang on each other the first is told."""
    if len(rehearsal.runs) < 2:
        return
    came = [reached(run) for run in rehearsal.runs]
    plot = {point for points in came for point in points if point.kind in PLOT}
    if len(plot) < ENOUGH:
        return
    led = _led_to(rehearsal.runs)
    lost = {
        point: followers - frozenset[Point]().union(*without)
        for point, followers in led.items()
        if (without := [points for points in came if point not in points])
    }
    told = set[Point]()
    for point in sorted(lost, key=lambda point: (-len(lost[point]), point)):
        if len(lost[point]) < LARGE * len(plot) or point in told:
            continue
        told |= {point} | lost[point]
        number = sum(point not in points for points in came)
        sentence = (
            f"without this {point.kind}, as in {number} of {len(came)} runs, "
            f"{len(lost[point])} of the {len(plot)} injects and steps of the plot never come; "
            "give them another way"
        )
        yield Finding(loc_of(rehearsal.scenario, point), "Q44", sentence, key=True)


def _led_to(runs: Sequence[Played]) -> dict[Point, frozenset[Point]]:
    """By each point, the injects and steps that ever followed from it."""
    led: defaultdict[Point, set[Point]] = defaultdict(set)
    for run in runs:
        done = set[Point]()
        for number, event in enumerate(run.log):
            point = _point(event)
            if point and point.kind in PLOT and point not in done:
                done.add(point)
                for before in _before(run, number):
                    led[before].add(point)
    return {point: frozenset(points - {point}) for point, points in led.items()}


def _before(run: Played, number: int) -> Iterator[Point]:
    """All points on the way to this event."""
    while (number := run.because[number]) >= 0:
        point = _point(run.log[number])
        if point:
            yield point


def _point(event: e.Event) -> Point | None:
    match event:
        case e.InjectSent():
            return Point("inject", event.inject)
        case e.StepStarted():
            return Point("step", event.step)
        case e.DecisionTaken() | e.DecisionMissed() if event.option:
            return Point("option", f"{event.decision}/{event.option}")
        case _:
            return None
