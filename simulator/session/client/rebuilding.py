"""A view put together from plain data; what is the same as before is the very same thing."""

from __future__ import annotations

from functools import cache
from typing import Any, Final, Generic, TypeVar, cast, get_args, get_origin, get_type_hints

from pydantic import TypeAdapter

Plain = dict[str, Any]
T = TypeVar("T")

_MISSING: Final = object()


@cache
def _hints(kind: Any) -> dict[str, Any]:
    return get_type_hints(kind)


@cache
def _part(kind: Any, name: str) -> TypeAdapter[Any]:
    """Made when it is first needed: all at once would hold up the start."""
    return TypeAdapter(_hints(kind)[name])


@cache
def _row(kind: Any, name: str) -> TypeAdapter[Any]:
    return TypeAdapter(get_args(_hints(kind)[name])[0])


class Rebuilt(Generic[T]):
    """Takes the plain view each time it may have changed; rows that are the same objects as before
    are not read again, and where nothing is new the view is the same one."""

    def __init__(self, kind: type[T]) -> None:
        self._kind: Any = kind
        self._plain: Plain = {}
        self._view: T | None = None

    def view(self, plain: Plain) -> T:
        """Raises pydantic's ValidationError where it is no view."""
        hints = _hints(self._kind)
        parts = {name: self._read(name, plain[name]) for name in hints if name in plain}
        seen = self._view
        if seen is None or any(getattr(seen, name) is not part for name, part in parts.items()):
            seen = self._kind(**parts)
        self._plain, self._view = plain, seen
        return cast("T", seen)

    def _read(self, name: str, told: Any) -> Any:
        before, seen = self._plain.get(name, _MISSING), getattr(self._view, name, None)
        if self._view is not None and told is before:
            return seen
        rows = get_origin(_hints(self._kind)[name]) is tuple and isinstance(told, list)
        if seen is None or not isinstance(before, list) or not rows:
            return _part(self._kind, name).validate_python(told)
        # By what they are, for those before them may have gone.
        known = {id(row): read for row, read in zip(before, seen, strict=True)}
        return tuple(
            known[id(row)] if id(row) in known else _row(self._kind, name).validate_python(row)
            for row in told
        )
