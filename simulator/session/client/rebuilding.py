"""A view put together from plain data; what is the same as before is the very same thing."""

from __future__ import annotations

from functools import cache
from typing import Any, Final, get_args, get_origin, get_type_hints

from pydantic import TypeAdapter

from simulator.engine.views import RoleView

Plain = dict[str, Any]

_HINTS: Final = get_type_hints(RoleView)


@cache
def _part(name: str) -> TypeAdapter[Any]:
    """Made when it is first needed: all at once would hold up the start."""
    return TypeAdapter(_HINTS[name])


@cache
def _row(name: str) -> TypeAdapter[Any]:
    return TypeAdapter(get_args(_HINTS[name])[0])


class Rebuilt:
    """Takes the plain view each time it has changed; rows that are the same objects as before are
    not read again."""

    def __init__(self) -> None:
        self._plain: Plain = {}
        self._view: RoleView | None = None

    def view(self, plain: Plain) -> RoleView:
        """Raises pydantic's ValidationError where it is no view."""
        parts = {name: self._read(name, plain[name]) for name in _HINTS if name in plain}
        self._view = RoleView(**parts)
        self._plain = plain
        return self._view

    def _read(self, name: str, told: Any) -> Any:
        before, seen = self._plain.get(name), getattr(self._view, name, None)
        if seen is not None and told is before:
            return seen
        rows = get_origin(_HINTS[name]) is tuple and isinstance(told, list)
        if seen is None or before is None or not rows:
            return _part(name).validate_python(told)
        return tuple(
            seen[place]
            if place < len(seen) and row is before[place]
            else _row(name).validate_python(row)
            for place, row in enumerate(told)
        )
