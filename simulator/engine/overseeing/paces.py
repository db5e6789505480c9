"""What has become of the author's seconds since control re-paced what was left. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from simulator.engine import events as e
from simulator.engine.repacing import Pace


class Paces:
    """Follows from the events alone: how each planned inject moved tells how all else has."""

    def __init__(self, end: int) -> None:
        self._end = end
        self._share = 1000
        self._dues: dict[str, int | None] = {}
        self._moves: list[tuple[int, dict[int, int]]] = []
        self._moving = False
        self._heard = 0

    def hear(self, log: Sequence[e.Event]) -> None:
        """Take up what has happened since."""
        for place in range(self._heard, len(log)):
            self._take_up(log[place])
        self._heard = len(log)

    def _take_up(self, event: e.Event) -> None:
        if isinstance(event, e.Repaced):
            points = {event.at: event.at, self._end: event.end}
            self._moves.append((event.at, points))
            self._end, self._moving = event.end, True
        elif isinstance(event, e.TempoSet):
            at, far = event.at, 1_000_000
            self._moves.append((at, {at: at, at + self._share * far: at + event.share * far}))
            self._share, self._moving = event.share, True
        elif isinstance(event, e.InjectsPlanned):
            if self._moving:
                self._moves[-1][1].update(self._moved(event))
            self._dues.update(event.times)
            self._moving = False
        elif not isinstance(event, e.InjectPostponed):
            self._moving = False

    def _moved(self, event: e.InjectsPlanned) -> dict[int, int]:
        pairs = ((self._dues.get(name), new) for name, new in event.times)
        return {old: new for old, new in pairs if old is not None and new is not None}

    def at(self, second: int) -> int:
        """What this second of the author's is by now."""
        for since, points in self._moves:
            if second > since:
                second = Pace((), tuple(sorted(points.items())), 1000).at(second)
        return second
