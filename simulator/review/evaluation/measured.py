"""Measures as they came out, and the events that turned them."""

from __future__ import annotations

from typing import Final

from simulator.engine import events as e
from simulator.engine.results import AnyMeasure, met
from simulator.engine.titles import Titles
from simulator.review.findings import Cites, MeasureFound
from simulator.review.recorded import Take
from simulator.scenario.evaluation import Done, Keep, Never

SETTLED: Final = ("met", "failed")


class Measures:
    """All measures of a take: its log is read once for them."""

    def __init__(self, take: Take, titles: Titles) -> None:
        self.take = take
        self._titles = titles
        self._turns: dict[str, list[int]] = {}
        self._end: int | None = None
        for place, event in enumerate(take.log):
            if isinstance(event, e.MeasureTurned):
                self._turns.setdefault(event.measure, []).append(place)
            elif isinstance(event, e.ExerciseEnded):
                self._end = place

    def found(self, objective: str, number: int, measure: AnyMeasure) -> MeasureFound:
        id = f"{objective}/{number}"
        run = self.take.run
        decided = self._decided(id)
        return MeasureFound(
            id, self._titles.measure(id), _kind(measure), measure.worth,
            met(measure, run.state.measures[id], run.now),
            None if decided is None else self.take.log[decided].at, self._cites(id, decided),
        )  # fmt: skip

    def _decided(self, id: str) -> int | None:
        """The place from which on its fate stood; None while it is open."""
        turns = self._turns.get(id, [])
        if turns:
            last = self.take.log[turns[-1]]
            assert isinstance(last, e.MeasureTurned)
            if last.now in SETTLED:
                return turns[-1]
        return self._end

    def _cites(self, id: str, decided: int | None) -> Cites:
        """How it last turned, where its clock began, and what either followed from."""
        turns = self._turns.get(id, [])
        places = {*turns[-2:]} | ({decided} if decided is not None else set())
        because = self.take.run.annals.because
        return tuple(sorted({*places, *(because[p] for p in places if because[p] >= 0)}))


def _kind(measure: AnyMeasure) -> str:
    match measure:
        case Done():
            return "done"
        case Keep():
            return "keep"
        case Never():
            return "never"
        case _:
            return "reported"
