"""Mappings and lists that remember where they and their parts stand in a file, or in several.

They are plain data to everything else, and are not changed once read.
"""

from collections.abc import Sequence
from functools import cached_property
from typing import Any

from simulator.scenario.source import Mark, Source


class Located:
    """What both have in common: the file, and the index of the character where each begins."""

    __slots__ = ()

    source: Source
    begin: int
    indices: list[int]

    @property
    def path(self) -> str:
        return self.source.path

    @property
    def mark(self) -> Mark:
        return self.source.mark(self.begin)


class LocatedMap(Located, dict[str, Any]):
    """A mapping; its builder fills the slots, with `indices` of each key and its value in turn.

    Lines and columns are worked out when they are asked for, which is seldom.
    """

    __slots__ = ("__dict__", "begin", "indices", "source")

    @cached_property
    def key_indices(self) -> dict[str, int]:
        """Where each key begins."""
        return dict(zip(self, self.indices[::2], strict=True))

    @cached_property
    def value_indices(self) -> dict[str, int]:
        """Where each value begins; an alias begins where it is written."""
        return dict(zip(self, self.indices[1::2], strict=True))


class LocatedList(Located, list[Any]):
    """A list; its builder fills the slots, `indices` with where each item begins after its dash."""

    __slots__ = ("begin", "indices", "source")


class LaidMap(dict[str, Any]):
    """A mapping whose keys were written in several; `origins` says in which.

    It begins where `first` does, and nowhere where that is None.
    """

    __slots__ = ("first", "origins")

    def __init__(self, first: dict[str, Any] | None = None) -> None:
        super().__init__()
        self.origins: dict[str, dict[str, Any]] = {}
        self.first: dict[str, Any] | None = first.first if isinstance(first, LaidMap) else first

    def put(self, key: str, value: Any, origin: dict[str, Any]) -> None:
        """Add a key, which has a place in `origin`."""
        self[key] = value
        self.origins[key] = origin.origins[key] if isinstance(origin, LaidMap) else origin


class LaidList(list[Any]):
    """A list whose items were written in several; `origins` says in which, and at what number."""

    __slots__ = ("origins",)

    def __init__(self, *lists: list[Any]) -> None:
        super().__init__()
        self.origins: list[tuple[list[Any], int]] = []
        for items in lists:
            for number, item in enumerate(items):
                self.put(item, items, number)

    def put(self, item: Any, origin: list[Any], number: int) -> None:
        """Add an item, which has its place in `origin`."""
        self.append(item)
        self.origins.append(_origin(origin, number))

    def replace(self, at: int, item: Any, origin: list[Any], number: int) -> None:
        """Put another item, which has its place in `origin`, where one is."""
        self[at] = item
        self.origins[at] = _origin(origin, number)


def _origin(items: list[Any], number: int) -> tuple[list[Any], int]:
    return items.origins[number] if isinstance(items, LaidList) else (items, number)


def place_of(tree: Any, loc: Sequence[str | int], *, key: bool = False) -> tuple[str, Mark]:
    """The file and the place that `loc` leads to, or the nearest on the way there.

    Parts of `loc` that are not in the tree are passed over. `key` asks for the last key itself
    instead of its value. Plain mappings and lists may stand above the located ones.
    """
    way = []
    node = tree
    for part in loc:
        if _holds(node, part):
            way.append((node, part))
            node = node[part]
    for node, part in reversed(way):  # marks of what is passed on the way are not worked out
        if place := _place_in(node, part, key) or _beginning(node[part]):
            return place
    return _beginning(tree) or ("", Mark(1, 1))


def _holds(node: Any, part: str | int) -> bool:
    if isinstance(node, dict):
        return part in node
    return isinstance(node, list) and isinstance(part, int) and 0 <= part < len(node)


def _beginning(node: Any) -> tuple[str, Mark] | None:
    if isinstance(node, LaidMap):
        node = node.first
    return (node.path, node.mark) if isinstance(node, Located) else None


def _place_in(node: Any, part: Any, key: bool) -> tuple[str, Mark] | None:
    if isinstance(node, LaidMap):
        node = node.origins[part]
    elif isinstance(node, LaidList):
        node, part = node.origins[part]
    if isinstance(node, LocatedMap):
        indices = node.key_indices if key else node.value_indices
        return node.path, node.source.mark(indices.get(part, node.begin))
    if isinstance(node, LocatedList):
        return node.path, node.source.mark(node.indices[part])
    return None
