"""A file as its author wrote it: what stands where, with its own spelling, and the comments."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Final, NamedTuple

import yaml

BLOCK_TEXT: Final = ("|", ">")


@dataclass(slots=True)
class Node:
    """A value between two characters of the text; `flow` says whether it stands in brackets.

    `items` are those of a list, and the keys and values of a map in turn.
    """

    begin: int
    end: int
    kind: str
    flow: bool = False
    style: str = ""
    anchor: str = ""
    items: list[Node] = field(default_factory=list)

    def pairs(self) -> Iterator[tuple[Node, Node]]:
        return zip(self.items[::2], self.items[1::2], strict=True)


class Comment(NamedTuple):
    """Its words with the `#`; `alone` on its line, or behind something."""

    at: int
    words: str
    alone: bool


class Written:
    """The text of one YAML file that can be read, in plain line breaks."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.top = _tree(text)
        self.begins: list[int] = []
        self.comments = tuple(self._comments())

    def column(self, index: int) -> int:
        return index - (self.text.rfind("\n", 0, index) + 1)

    def next_column(self, index: int) -> int:
        """The column of the first thing that begins behind this place; -1 behind the last."""
        after = bisect_right(self.begins, index)
        return self.column(self.begins[after]) if after < len(self.begins) else -1

    def apart(self, index: int) -> bool:
        """Whether the line above this place is empty."""
        line = self.text.rfind("\n", 0, index) + 1
        above = self.text[self.text.rfind("\n", 0, max(line - 1, 0)) + 1 : line]
        return line > 0 and not above.strip()

    def _comments(self) -> Iterator[Comment]:
        """What stands between the tokens is white space, or a comment."""
        end = 0
        for token in yaml.scan(self.text, Loader=yaml.CSafeLoader):
            begin = token.start_mark.index
            yield from self._between(end, begin)
            end = max(end, token.end_mark.index)
            if isinstance(token, yaml.ScalarToken):
                self.begins.append(begin)
                if token.style in BLOCK_TEXT:
                    head = self.text.find("\n", begin)
                    yield from self._between(begin, head)
            elif end > begin and not isinstance(token, yaml.BlockEndToken):
                self.begins.append(begin)
        yield from self._between(end, len(self.text))

    def _between(self, begin: int, end: int) -> Iterator[Comment]:
        while (at := self.text.find("#", begin, end)) >= 0:
            stop = self.text.find("\n", at)
            begin = stop if stop >= 0 else len(self.text)
            before = self.text[self.text.rfind("\n", 0, at) + 1 : at]
            yield Comment(at, self.text[at:begin].rstrip(), not before.strip())


def _tree(text: str) -> Node | None:
    """What the events make, without resolving anything."""
    root = Node(0, 0, "list")
    open_: list[Node] = [root]
    for event in yaml.parse(text, Loader=yaml.CSafeLoader):
        if isinstance(event, yaml.NodeEvent):
            node = _node(event)
            open_[-1].items.append(node)
            if isinstance(event, yaml.CollectionStartEvent):
                open_.append(node)
        elif isinstance(event, yaml.CollectionEndEvent):
            end: Any = event.end_mark
            open_.pop().end = end.index
    return root.items[0] if root.items else None


def _node(event: Any) -> Node:
    begin, end = event.start_mark.index, event.end_mark.index
    anchor = event.anchor or ""
    match event:
        case yaml.MappingStartEvent():
            return Node(begin, end, "map", flow=bool(event.flow_style), anchor=anchor)
        case yaml.SequenceStartEvent():
            return Node(begin, end, "list", flow=bool(event.flow_style), anchor=anchor)
        case yaml.AliasEvent():
            return Node(begin, end, "alias")
        case _:
            return Node(begin, end, "word", style=event.style or "", anchor=anchor)
