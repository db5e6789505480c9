"""Everything of one kind that stands somewhere in a scenario, with the place where it stands."""

from __future__ import annotations

from functools import cache
from types import NoneType
from typing import Any, get_args

from simulator.scenario.values import Part, Text

Loc = tuple[str | int, ...]
"""Keys and positions from the top of a scenario down, as its author wrote them."""

Found = list[tuple[Loc, Any]]


def every(kinds: frozenset[type], part: Any) -> dict[type, Found]:
    """By kind, every value of exactly these kinds in `part`, with its place, in the file's order.

    Only keys that can lead to one are followed, so asking for what is rare is cheap. Texts that
    are plain, which most are, are left out.
    """
    found: dict[type, Found] = {kind: [] for kind in kinds}
    _gather(kinds, part, (), found)
    return found


def _gather(kinds: frozenset[type], part: Any, loc: Loc, found: dict[type, Found]) -> None:
    kind: type = type(part)
    if kind in kinds:
        found[kind].append((loc, part))
    if kind is tuple:
        for number, inner in enumerate(part):
            _gather(kinds, inner, (*loc, number), found)
    elif kind is dict:
        for key, inner in part.items():
            _gather(kinds, inner, (*loc, key), found)
    elif roads := ways(kind, kinds):
        given = part.model_fields_set
        for name, key, leaf in roads:
            inner = getattr(part, name) if name in given else None
            if not inner or (type(inner) is Text and inner.is_plain()):
                continue
            if leaf:
                found[type(inner)].append(((*loc, key), inner))
            else:
                _gather(kinds, inner, (*loc, key), found)


@cache
def ways(kind: type, kinds: frozenset[type]) -> tuple[tuple[str, str, bool], ...]:
    """The fields of a model, each with its key, under which one of `kinds` can stand.

    The last of the three says that only one of them can, and nothing stands inside it.
    """
    ways = []
    for name, key, annotation in fields(kind):
        inside = _with_all_inside(frozenset(_classes(annotation)))
        if not inside.isdisjoint(kinds):
            alone = set(get_args(annotation) or [annotation]) <= kinds | {NoneType}
            ways.append((name, key, alone and inside <= kinds | {NoneType}))
    return tuple(ways)


@cache
def fields(kind: type) -> tuple[tuple[str, str, Any], ...]:
    """Name, key and type of every field; none for what is no model."""
    if not issubclass(kind, Part):
        return ()
    if not kind.__pydantic_fields_complete__:  # a condition names some that come after it
        kind.model_rebuild()
    found = kind.model_fields.items()
    return tuple((name, field.alias or name, field.annotation) for name, field in found)


@cache
def _with_all_inside(classes: frozenset[type]) -> frozenset[type]:
    """These classes and all that can stand in them, at any depth."""
    found = set(classes)
    rest = list(classes)
    while rest:
        inside = set().union(*(_classes(annotation) for _, _, annotation in fields(rest.pop())))
        rest += inside - found
        found |= inside
    return frozenset(found)


def _classes(annotation: Any) -> set[type]:
    inner = get_args(annotation)
    if inner:
        return set().union(*map(_classes, inner))
    return {annotation} if isinstance(annotation, type) else set()
