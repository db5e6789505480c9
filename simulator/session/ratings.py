"""Which of all ratings that were given a take of a team goes by. Pure.

Going back undoes what was played from a second on. A rating tells of what was played up to the
second at which it was given, so it counts in its own take, and in a later one where that second
lies before all to which control has gone back since. Nothing is written down for that: it follows
from the order in which it was rated and gone back.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Generic, NamedTuple, TypeVar

from simulator.session.room import RatingRow, SetAsideRow

R = TypeVar("R", RatingRow, SetAsideRow)


class Said(NamedTuple, Generic[R]):
    """A rating, or that it was taken back: it is `gone` from then on."""

    row: R
    gone: bool = False


class Way(NamedTuple):
    """How a team has come to a take: to which seconds control went back for the second take, the
    third, and so on. What was rated after second `until` of it is not yet known; None for all."""

    take: int = 1
    since: tuple[int, ...] = ()
    until: int | None = None

    def back(self, take: int) -> int | None:
        """The earliest second to which control has gone back from that take on."""
        return min(self.since[take - 1 : self.take - 1], default=None)

    def knows(self, row: RatingRow | SetAsideRow) -> bool:
        """Whether it was given by now; what doesn't count any more was given before this take."""
        late = self.until is not None and row.at > self.until and row.counts
        return row.take <= self.take and not late


def told(said: Iterable[Said[R]], ways: Mapping[str, Way]) -> tuple[R, ...]:
    """What was said last of each thing by each, and counts in the take to which its team has come;
    where nothing of it counts, what was said last. In the order in which it was said first."""
    last: dict[tuple[str, ...], Said[R]] = {}
    for row, gone in said:
        way = ways.get(row.team)
        if way is None:
            continue
        back = way.back(row.take)
        seen = row if back is None else replace(row, back=back)
        before = last.get(row.key)
        if way.knows(seen) and (seen.counts or before is None or not before.row.counts):
            last[row.key] = Said(seen, gone)
    return tuple(row for row, gone in last.values() if not gone)
