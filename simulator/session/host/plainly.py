"""Views as plain data; what is the same as before is the very same thing, and soon compared."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any, get_args, get_origin, get_type_hints

from pydantic import TypeAdapter


@cache
def _row(kind: Any, name: str) -> TypeAdapter[Any] | None:
    """How a row of this part is written; None where the part is no list of rows."""
    hint = get_type_hints(kind)[name]
    inner = get_args(hint)[:1]
    rows = get_origin(hint) is tuple and inner and is_dataclass(inner[0])
    return TypeAdapter(inner[0]) if rows else None


@cache
def _whole(kind: Any, name: str) -> TypeAdapter[Any]:
    return TypeAdapter(get_type_hints(kind)[name])


class Plainly:
    """Puts one view after the other into plain data. Only rows that were not there before are
    written anew: of thousands, few change at a time."""

    def __init__(self, kind: Any) -> None:
        self._kind = kind
        self._view: Any = None
        self._told: dict[str, Any] = {}

    def told(self, view: Any) -> dict[str, Any]:
        if view is not self._view:
            self._told = {part.name: self._part(part.name, view) for part in fields(self._kind)}
            self._view = view
        return self._told

    def _part(self, name: str, view: Any) -> Any:
        now, before = getattr(view, name), getattr(self._view, name, None)
        if now is before and name in self._told:
            return self._told[name]
        row = _row(self._kind, name)
        if row is None:
            return _whole(self._kind, name).dump_python(now, mode="json")
        written = [*zip(before or (), self._told.get(name, ()), strict=True)]
        known = {id(it): told for it, told in written}
        return [
            known.get(id(it)) or _same(written, place, it) or row.dump_python(it, mode="json")
            for place, it in enumerate(now)
        ]


def _same(written: list[tuple[Any, Any]], place: int, it: Any) -> Any:
    """What was written of this row, where it is the same as that at its place before."""
    before, told = written[place] if place < len(written) else (None, None)
    return told if before == it else None
