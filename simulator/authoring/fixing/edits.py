"""Changes of single places in a file, which leave all the rest of it as it is."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from simulator.scenario.problem import Problem


class Page:
    """The text of a file as it is on the disk, with plain line breaks."""

    def __init__(self, raw: bytes) -> None:
        """Raises UnicodeDecodeError."""
        text = raw.decode("utf-8")
        self.windows = "\r\n" in text
        self.text = text.replace("\r\n", "\n").replace("\r", "\n")
        self._starts = [0]
        for line in self.text.split("\n"):
            self._starts.append(self._starts[-1] + len(line) + 1)

    def has(self, problem: Problem) -> bool:
        """Whether it is so long; it may have been written anew since the problem was found."""
        return problem.line < len(self._starts)

    def index(self, problem: Problem) -> int:
        """Where in the text a problem is; a byte order mark counts for nothing."""
        mark = self.text.startswith("\ufeff") and problem.line == 1
        return self._starts[problem.line - 1] + problem.column - 1 + mark

    def line(self, index: int) -> str:
        """From this place to the end of its line."""
        stop = self.text.find("\n", index)
        return self.text[index : stop if stop >= 0 else len(self.text)]

    def raw(self, text: str) -> bytes:
        """A text as this file would have it."""
        return (text.replace("\n", "\r\n") if self.windows else text).encode()


class Edit(NamedTuple):
    """Put `text` in place of what stands between two characters."""

    begin: int
    end: int
    text: str


def edited(text: str, edits: Iterable[Edit]) -> str:
    """The text with all edits made, but for those that touch an earlier one."""
    parts, done = [], 0
    for begin, end, new in sorted(edits):
        if begin >= done:
            parts += [text[done:begin], new]
            done = end
    return "".join([*parts, text[done:]])
