"""Where the boxes of a graph are drawn: in columns, each to the right of what leads to it. Pure.

The same graph is always drawn alike.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from typing import Generic, NamedTuple, TypeVar

Box = TypeVar("Box", bound=Hashable)

_SWEEPS = 6


class Place(NamedTuple):
    column: int
    row: int


class _Drawing(Generic[Box]):
    """Boxes with their neighbours on both sides; links that go back count for nothing."""

    def __init__(self, boxes: Sequence[Box], links: Iterable[tuple[Box, Box]]) -> None:
        self.boxes = boxes
        self.after: dict[Box, list[Box]] = {box: [] for box in boxes}
        self.before: dict[Box, list[Box]] = {box: [] for box in boxes}
        for source, target in dict.fromkeys(links):
            if source != target and source in self.after and target in self.after:
                self.after[source].append(target)
        self._straighten()
        for source, targets in self.after.items():
            for target in targets:
                self.before[target].append(source)

    def _straighten(self) -> None:
        """Leave out the links that close a circle, in the order in which one meets them."""
        done: set[Box] = set()
        for first in self.boxes:
            path: list[tuple[Box, int]] = [(first, 0)] if first not in done else []
            on_path = {first}
            while path:
                box, place = path.pop()
                self.after[box] = [t for t in self.after[box] if t not in on_path or t == box]
                ahead = [t for t in self.after[box] if t not in done]
                if ahead:
                    path += [(box, place), (ahead[0], 0)]
                    on_path.add(ahead[0])
                else:
                    done.add(box)
                    on_path.discard(box)


def layered(boxes: Sequence[Box], links: Iterable[tuple[Box, Box]]) -> dict[Box, Place]:
    """A place for each box, none of them taken twice."""
    drawing = _Drawing(boxes, links)
    columns = _columns(drawing)
    order: list[list[Box]] = [[] for _ in range(max(columns.values(), default=-1) + 1)]
    for box in boxes:
        order[columns[box]].append(box)
    for sweep in range(_SWEEPS):
        _sweep(drawing, order, forth=sweep % 2 == 0)
    return _rows(drawing, order)


def _columns(drawing: _Drawing[Box]) -> dict[Box, int]:
    """As far left as what leads there allows; what nothing leads to, next to what it leads to."""
    columns: dict[Box, int] = {}
    left = {box: len(drawing.before[box]) for box in drawing.boxes}
    ready = [box for box in drawing.boxes if not left[box]]
    for box in ready:
        columns[box] = max((columns[b] + 1 for b in drawing.before[box]), default=0)
        for target in drawing.after[box]:
            left[target] -= 1
            if not left[target]:
                ready.append(target)
    for box in drawing.boxes:
        if not drawing.before[box] and drawing.after[box]:
            columns[box] = min(columns[target] for target in drawing.after[box]) - 1
    return columns


def _sweep(drawing: _Drawing[Box], order: list[list[Box]], *, forth: bool) -> None:
    """Sort each column by where its neighbours on one side stand."""
    beside = drawing.before if forth else drawing.after
    for column in order if forth else reversed(order):
        rows = {box: row for some in order for row, box in enumerate(some)}
        means = {box: _mean([rows[other] for other in beside[box]], rows[box]) for box in column}
        column.sort(key=means.__getitem__)


def _rows(drawing: _Drawing[Box], order: list[list[Box]]) -> dict[Box, Place]:
    """Each as near as can be to the row of what leads to it, below the one before it."""
    places: dict[Box, Place] = {}
    for number, column in enumerate(order):
        row = -1
        for box in column:
            wanted = _mean([places[b].row for b in drawing.before[box] if b in places], row + 1)
            row = max(row + 1, round(wanted))
            places[box] = Place(number, row)
    return places


def _mean(rows: Sequence[float], otherwise: float) -> float:
    return sum(rows) / len(rows) if rows else otherwise
