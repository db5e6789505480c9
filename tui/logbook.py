"""The lines of a role's log: their kinds, which are wanted, and the rows they take. No drawing."""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import accumulate
from typing import NamedTuple

from simulator.engine.views import LogLine
from tui.cleaning import clean
from tui.finding import folded
from tui.kinds import ALL, KINDS, MINE, NOTES, is_of
from tui.speech import _
from tui.wrapping import wrapped


def asked_for(code: str) -> str:
    """What can be asked for, in words."""
    return _(KINDS[code]) if code in KINDS else clean(code)


def kind(code: str) -> str:
    """What a line is about, in a word."""
    return _("note") if code == NOTES else asked_for(code)


def counts(lines: Sequence[LogLine]) -> list[tuple[str, int]]:
    """How many lines there are of each kind; everything and one's own, be there any or not."""
    found = Counter(line.kind for line in lines)
    found[ALL], found[MINE], found[NOTES] = (
        len(lines),
        sum(line.mine for line in lines),
        found[NOTES],
    )
    order = [*KINDS, *(code for code in found if code not in KINDS)]
    return [(code, found[code]) for code in order if code in found]


class Entry(NamedTuple):
    """A line as it is shown and searched: on one row, with nothing that a terminal would obey."""

    line: LogLine
    said: str
    compared: str


def _entry(line: LogLine) -> Entry:
    said = " ".join(clean(line.words).split())
    return Entry(line, said, folded(f"{kind(line.kind)} {said}"))


class Logbook:
    """Grows at its end. Broken anew when the width changes, and gone through when one searches;
    the key presses between cost the same however many lines there are."""

    def __init__(self) -> None:
        self.entries: list[Entry] = []
        self.shown: list[int] = []
        """The places of the entries that are wanted."""
        self.wanted = ALL
        self.sought = ""
        self._width = 0
        self._heights: list[int] = []
        self._ends: list[int] = []

    @property
    def rows(self) -> int:
        return self._ends[-1] if self._ends else 0

    def continues(self, lines: Sequence[LogLine]) -> bool:
        """Whether the entries are how these lines begin, by the last that both have."""
        known = len(self.entries)
        return known <= len(lines) and (not known or lines[known - 1] == self.entries[-1].line)

    def take(self, lines: Iterable[LogLine]) -> None:
        """Add these at the end."""
        for line in lines:
            entry = _entry(line)
            self.entries.append(entry)
            self._heights.append(len(self.broken(entry)))
            if self.sought in entry.compared and is_of(entry.line, self.wanted):
                self.shown.append(len(self.entries) - 1)
                self._ends.append(self.rows + self._heights[-1])

    def fit(self, width: int) -> None:
        """Break the words at so many cells."""
        if width != self._width:
            self._width = width
            self._heights = [len(self.broken(entry)) for entry in self.entries]
            self._place()

    def want(self, wanted: str, sought: str) -> None:
        """Show only what is of this kind and has these words in it."""
        self.wanted, self.sought = wanted, folded(sought.strip())
        found = [at for at, entry in enumerate(self.entries) if self.sought in entry.compared]
        self.shown = (
            [at for at in found if is_of(self.entries[at].line, self.wanted)] if wanted else found
        )
        self._place()

    def at(self, row: int) -> tuple[Entry, int]:
        """The entry on a row, and how many of its rows are above this one."""
        place = bisect_right(self._ends, row)
        return self.entries[self.shown[place]], row - self._first_row(place)

    def earliest(self, row: int) -> int:
        """The place among all entries of the one on this row."""
        place = bisect_right(self._ends, row)
        return self.shown[place] if place < len(self.shown) else len(self.entries)

    def row_of(self, at: int) -> int:
        """The row on which the entry at this place begins, or the next that is wanted."""
        return self._first_row(bisect_left(self.shown, at))

    def broken(self, entry: Entry) -> list[str]:
        """The rows of its words; one row as long as nobody has said how wide they may be."""
        return wrapped(entry.said, self._width) if self._width else [entry.said]

    def _first_row(self, place: int) -> int:
        return self._ends[place - 1] if place else 0

    def _place(self) -> None:
        self._ends = list(accumulate(self._heights[at] for at in self.shown))
