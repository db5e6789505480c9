"""Trees laid over each other, so that one says what is otherwise than in the one below.

What is written above wins: in parts that have an id key by key, else as a whole. A key with
nothing after it leaves out what stands below.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from simulator.scenario.located import LaidList, LaidMap
from simulator.scenario.mending import MAPS

Tree = dict[str, Any]

_OF_PARTS: Final = frozenset(MAPS.values())
_WITHOUT_IDS: Final = frozenset({"history", "glossary"})
_ON_THE_BOARD: Final = frozenset({"categories", "challenges"})
_NEVER_SHARED: Final = frozenset({"id", "like"})


def laid(below: Tree, above: Tree) -> LaidMap:
    """Parts of a scenario, with others laid over them."""
    return _mixed(below, above, _at_the_top)


def with_templates(tree: Tree) -> Tree:
    """The tree in which each inject has the keys of the template it is like, too."""
    injects, templates = tree.get("injects"), tree.get("templates")
    if not isinstance(injects, list) or not isinstance(templates, dict):
        return tree
    filled = LaidList(injects)
    for number, inject in enumerate(injects):
        like = inject.get("like") if isinstance(inject, dict) else None
        template = templates.get(like) if isinstance(like, str) else None
        if isinstance(template, dict):
            filled.replace(number, _mixed(_shared(template), inject, _above), injects, number)
    whole = LaidMap(tree)
    for key in tree:
        whole.put(key, filled if key == "injects" else tree[key], tree)
    return whole


def _shared(template: Tree) -> LaidMap:
    shared = LaidMap(template)
    for key, value in template.items():
        if key not in _NEVER_SHARED:
            shared.put(key, value, template)
    return shared


def _mixed(below: Tree, above: Tree, meet: Callable[[str, Any, Any], Any]) -> LaidMap:
    """The keys of both; `meet` says what stands for a key that both have."""
    mixed = LaidMap(above)
    for key, lower in below.items():
        if key not in above:
            mixed.put(key, lower, below)
        elif above[key] is not None:
            mixed.put(key, meet(key, lower, above[key]), above)
    for key, upper in above.items():
        if key not in below:
            mixed.put(key, upper, above)
    return mixed


def _above(key: str, lower: Any, upper: Any) -> Any:
    return upper


def _at_the_top(key: str, lower: Any, upper: Any) -> Any:
    if isinstance(lower, dict) and isinstance(upper, dict):
        if key in _OF_PARTS:
            return _mixed(lower, upper, _part)
        if key == "names":
            return _mixed(lower, upper, _above)
        if key == "adversary":
            return _mixed(lower, upper, _of_the_adversary)
        if key == "contest":
            return _mixed(lower, upper, _of_the_contest)
    elif isinstance(lower, list) and isinstance(upper, list):
        if key == "injects":
            return _by_id(lower, upper)
        if key in _WITHOUT_IDS:
            return _joined(lower, upper)
    return upper


def _part(key: str, lower: Any, upper: Any) -> Any:
    both = isinstance(lower, dict) and isinstance(upper, dict)
    return _mixed(lower, upper, _above) if both else upper


def _of_the_adversary(key: str, lower: Any, upper: Any) -> Any:
    steps = key == "steps" and isinstance(lower, list) and isinstance(upper, list)
    return _by_id(lower, upper) if steps else upper


def _of_the_contest(key: str, lower: Any, upper: Any) -> Any:
    parts = key in _ON_THE_BOARD and isinstance(lower, dict) and isinstance(upper, dict)
    return _mixed(lower, upper, _part) if parts else upper


def _joined(below: list[Any], above: list[Any]) -> LaidList:
    """One after the other; what is included on two ways stands there once."""
    items, known = LaidList(below), {id(item) for item in below if isinstance(item, dict)}
    for number, item in enumerate(above):
        if id(item) not in known:
            items.put(item, above, number)
    return items


def _by_id(below: list[Any], above: list[Any]) -> LaidList:
    """What is above goes into the place of what has its id below, or else to the end."""
    items = LaidList(below)
    at = {_id(item): number for number, item in enumerate(below)}
    at.pop("", None)
    for number, item in enumerate(above):
        place = at.pop(_id(item), None)
        if place is None:
            items.put(item, above, number)
        else:
            items.replace(place, _mixed(below[place], item, _above), above, number)
    return items


def _id(item: Any) -> str:
    name = item.get("id") if isinstance(item, dict) else None
    return name if isinstance(name, str) else ""
