"""One file as its author sees it: its path, its text, and the line and column of any character."""

from bisect import bisect_right
from functools import cached_property
from itertools import accumulate
from typing import NamedTuple

from simulator.scenario.problem import Problem


class Mark(NamedTuple):
    """A place in a file, both counted from 1."""

    line: int
    column: int


class Source:
    """The text has plain line breaks; places in it are told as the index of a character.

    `has_gaps` says that a value is missing somewhere, after a colon or a dash.
    """

    def __init__(self, path: str, text: str) -> None:
        self.path = path
        self.text = text
        self.has_gaps = False

    @cached_property
    def _line_starts(self) -> list[int]:
        return [*accumulate([len(line) + 1 for line in self.text.split("\n")], initial=0)]

    def mark(self, index: int) -> Mark:
        """The place of the character at `index`, or of the end."""
        line = bisect_right(self._line_starts, index)
        return Mark(line, index - self._line_starts[line - 1] + 1)

    def start(self, number: int) -> int:
        """The index of the first character of a line, counted from 1."""
        return self._line_starts[number - 1]

    def line(self, number: int) -> str:
        """The text of a line, counted from 1."""
        begin, end = self._line_starts[number - 1 : number + 1]
        return self.text[begin : end - 1]

    def problem(self, index: int, code: str, sentence: str) -> Problem:
        return Problem(self.path, *self.mark(index), code, sentence)
