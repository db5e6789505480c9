"""Writes what was read in one layout: two spaces a level, brackets only where a line holds them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import takewhile
from typing import Any, Final, NamedTuple

from simulator.authoring.formatting.nodes import BLOCK_TEXT, Comment, Node, Written
from simulator.authoring.formatting.order import inner, item_of, places, resolved, spacious

WIDTH: Final = 100
STEP: Final = 2
_TO_PROGRAMS: Final = re.compile(r"#\s*(yaml-language-server:|\$schema:|kulla:\s*ignore-file)")
_INDENT_GIVEN: Final = re.compile(r"\d")


class Entry(NamedTuple):
    """A key with its value, or an item, as whole lines; `apart` by an empty line from the above.

    `long` says that it takes more than a line, without the comments above it.
    """

    lines: list[str]
    apart: bool
    place: int
    long: bool


class Layout:
    """Goes through a file once, from the top, and lays out each part as it comes to it.

    Comments are taken up on the way, so that each stays with what it stood with, and only then are
    the keys of a part put in their order.
    """

    def __init__(self, written: Written) -> None:
        self._written = written
        self._text = written.text
        self._rest = list(reversed(written.comments))

    def lines(self, shape: Any) -> list[str]:
        """The whole file, of which the models say `shape`."""
        top = self._written.top
        if top is None or not _is_block(top):
            return self._text.rstrip("\n").split("\n")
        head = self._head(top)
        lines = self._block(top, 0, shape)
        return [*head, *lines, *(comment.words for comment in self._take(lambda comment: True))]

    def _head(self, top: Node) -> list[str]:
        """Comments on the whole file, which stay above whatever key comes first.

        Those are all before an empty line, and what speaks to programs.
        """
        first = top.items[0].begin
        above = [comment for comment in self._written.comments if comment.at < first]
        below = [*(comment.at for comment in above[1:]), first]
        for size in range(len(above), 0, -1):
            if self._written.apart(below[size - 1]) or _TO_PROGRAMS.match(above[size - 1].words):
                return self._commented(self._take(above[:size].__contains__), 0, below[size - 1])
        return []

    def _block(self, node: Node, indent: int, shape: Any) -> list[str]:
        """A map or a list, each entry on lines of its own."""
        make = self._keys if node.kind == "map" else self._list
        entries = list(make(node, indent, shape))
        if entries:
            entries[-1].lines.extend(self._closing(node, indent))
        lines: list[str] = []
        long = False
        for entry in sorted(entries, key=lambda entry: entry.place):
            after_long, long = long and node.kind == "list", spacious(shape) and entry.long
            if lines and (entry.apart or after_long or long):
                lines.append("")
            lines += entry.lines
        return lines

    def _keys(self, node: Node, indent: int, shape: Any) -> Iterator[Entry]:
        words = [self._word(key) for key, _ in node.pairs()]
        part = resolved(shape, words)
        where = places(part, words)
        for number, (key, value) in enumerate(node.pairs()):
            apart, above = self._above(key.begin, indent)
            head = " " * indent + self._raw(key) + ":"
            lines = self._with_value(head, key.end, value, indent, inner(part, words[number]))
            yield Entry([*above, *lines], apart, where[number], len(lines) > 1)

    def _list(self, node: Node, indent: int, shape: Any) -> Iterator[Entry]:
        for number, item in enumerate(node.items):
            dash = item.begin if node.flow else self._text.rfind("-", 0, item.begin)
            apart, above = self._above(dash, indent)
            inside = item_of(shape)
            if _is_block(item) and not self._fits(item, indent + STEP) and not item.anchor:
                lines = self._block(item, indent + STEP, inside)
                behind = self._behind_dash(lines, indent)
                yield Entry([*above, *behind], apart, number, len(behind) > 1)
            else:
                head = " " * indent + "-"
                lines = self._with_value(head, dash, item, indent, inside)
                yield Entry([*above, *lines], apart, number, len(lines) > 1)

    def _behind_dash(self, lines: list[str], indent: int) -> list[str]:
        """The first key stands beside the dash, and comments above it stand above the dash."""
        mine = list(takewhile(lambda line: line.lstrip().startswith("#"), lines))
        first, *others = lines[len(mine) :]
        above = [" " * indent + line.lstrip() for line in mine]
        return [*above, " " * indent + "- " + first[indent + STEP :], *others]

    def _with_value(
        self, head: str, head_end: int, value: Node, indent: int, shape: Any
    ) -> list[str]:
        """A key or a dash, and what belongs to it."""
        if value.style in BLOCK_TEXT:
            return self._block_text(head, value, indent)
        said = self._inline(value, len(head) + 1)
        if said is not None:
            line = f"{head} {said}" if said else head
            return [line + self._beside(value.end)]
        if value.kind in ("map", "list"):
            anchor = f" &{value.anchor}" if value.anchor else ""
            beside = self._beside(head_end, value.items[0].begin if value.items else value.end)
            return [head + anchor + beside, *self._block(value, indent + STEP, shape)]
        first, *others = self._raw(value).split("\n")
        deeper = [" " * (indent + STEP) + line.strip() if line.strip() else "" for line in others]
        lines = [f"{head} {first.rstrip()}", *deeper]
        lines[-1] += self._beside(value.end)
        return lines

    def _inline(self, node: Node, column: int) -> str | None:
        """The value on one line behind `column`, or None where it needs more."""
        if node.kind in ("map", "list") and not self._fits(node, column):
            return None
        said = self._on_a_line(node)
        return said if said is None or "\n" not in said else None

    def _fits(self, node: Node, column: int) -> bool:
        if not node.flow or self._has_comment(node):
            return not node.items and not self._has_comment(node)
        said = self._on_a_line(node)
        return said is not None and "\n" not in said and column + len(said) <= WIDTH

    def _on_a_line(self, node: Node) -> str | None:
        anchor = f"&{node.anchor} " if node.anchor else ""
        match node.kind:
            case "map":
                pairs = [
                    (self._in_brackets(key), self._in_brackets(value))
                    for key, value in node.pairs()
                ]
                inside = ", ".join(f"{key}: {value}" for key, value in pairs)
                return f"{anchor}{{{inside}}}"
            case "list":
                return f"{anchor}[{', '.join(self._in_brackets(item) for item in node.items)}]"
            case _:
                return self._raw(node)

    def _in_brackets(self, node: Node) -> str:
        if node.style in BLOCK_TEXT:
            return "\n"
        return self._on_a_line(node) or "null"

    def _block_text(self, head: str, node: Node, indent: int) -> list[str]:
        """A text in lines keeps them; only how far it is indented changes."""
        first, *lines = self._raw(node).split("\n")
        first = first.partition(" #")[0].rstrip()
        given = _INDENT_GIVEN.search(first.rpartition(" ")[2])
        depth = _depth(lines) if given is None else self._given(node, int(given[0]))
        if given:
            first = first[: -len(first)] + _INDENT_GIVEN.sub(str(STEP), first)
        if "+" not in first:
            while lines and not lines[-1].strip():
                lines.pop()
        elif lines and not lines[-1]:
            lines.pop()
        beside = self._beside(node.begin + len(first))
        deeper = [
            " " * (indent + STEP) + line[depth:] if line[depth:].strip() else line[depth:].rstrip()
            for line in lines
        ]
        return [f"{head} {first}{beside}", *deeper]

    def _given(self, node: Node, digit: int) -> int:
        """How far a text is indented whose author gave this as a number."""
        line = self._text.rfind("\n", 0, node.begin) + 1
        begin = re.compile(r"[ -]*").match(self._text, line)
        return (len(begin[0]) if begin else 0) + digit

    def _raw(self, node: Node) -> str:
        return self._text[node.begin : node.end]

    def _word(self, key: Node) -> str:
        return self._raw(key).strip("'\"")

    def _has_comment(self, node: Node) -> bool:
        return any(node.begin < comment.at < node.end for comment in self._rest)

    def _take(self, wanted: Any) -> list[Comment]:
        taken = []
        while self._rest and wanted(self._rest[-1]):
            taken.append(self._rest.pop())
        return taken

    def _above(self, begin: int, indent: int) -> tuple[bool, list[str]]:
        """Whether something stands apart, and the comments above it."""
        above = self._take(lambda comment: comment.at < begin)
        first = above[0].at if above else begin
        return self._written.apart(first), self._commented(above, indent, begin)

    def _commented(self, comments: list[Comment], indent: int, then: int) -> list[str]:
        lines: list[str] = []
        for number, comment in enumerate(comments):
            if number and self._written.apart(comment.at):
                lines.append("")
            lines.append(" " * indent + comment.words)
        if comments and self._written.apart(then):
            lines.append("")
        return lines

    def _beside(self, end: int, until: int | None = None) -> str:
        """The comment behind this place on the same line, and before another."""
        stop = self._text.find("\n", end)
        stop = stop if stop >= 0 else len(self._text)
        stop = stop if until is None else min(stop, until)
        found = self._take(lambda comment: not comment.alone and comment.at < stop)
        return "".join(f" {comment.words}" for comment in found)

    def _closing(self, node: Node, indent: int) -> list[str]:
        """Comments below the last entry that are indented like the entries."""
        if node.flow:
            mine = self._take(lambda comment: comment.at < node.end)
        else:
            column = self._written.column(node.items[0].begin)
            if node.kind == "list":
                dash = self._text.rfind("-", 0, node.items[0].begin)
                column = self._written.column(dash)
            mine = self._take(
                lambda comment: (
                    comment.alone
                    and self._written.column(comment.at) >= column
                    and self._written.column(comment.at) > self._written.next_column(comment.at)
                )
            )
        return [
            line
            for comment in mine
            for line in (
                *([""] if self._written.apart(comment.at) else []),
                " " * indent + comment.words,
            )
        ]


def _is_block(node: Node) -> bool:
    return node.kind in ("map", "list")


def _depth(lines: list[str]) -> int:
    """How far a text is indented: as its first line that is not empty."""
    return next((len(line) - len(line.lstrip(" ")) for line in lines if line.strip()), 0)
