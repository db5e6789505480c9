"""All points of a take in their order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Final, NamedTuple

from simulator.review.evaluation.points.desks import over_desks
from simulator.review.evaluation.points.grounds import Grounds, Kind, Said
from simulator.review.evaluation.points.judged import judged
from simulator.review.evaluation.points.world import world
from simulator.review.findings import Point

OF_EACH: Final = 8
"""So many of each kind are told; all of them stand where decisions, clocks and services do."""
WHOLE: Final = (Kind.URGENT, Kind.EVALUATOR, Kind.MEASURE)
"""Of these, all."""


class Points(NamedTuple):
    strengths: tuple[Point, ...]
    areas: tuple[Point, ...]


def points(grounds: Grounds) -> Points:
    """The heaviest first, what is urgent before all; among equals, what happened first. What
    evaluators still differ on is in neither."""
    said = [*chain(judged(grounds), over_desks(grounds), world(grounds))]
    return Points(
        tuple(_ranked(it for it in said if it.good)),
        tuple(_ranked(it for it in said if not it.good)),
    )


def _ranked(said: Iterable[Said]) -> Iterator[Point]:
    told = Counter[Kind]()
    for it in sorted(said, key=_place):
        told[it.kind] += 1
        if it.kind in WHOLE or told[it.kind] <= OF_EACH:
            yield Point(it.words, it.objective, it.kind + it.more, it.cites)


def _place(it: Said) -> tuple[int, int]:
    return -it.kind - it.more, it.cites[-1] if it.cites else -1
