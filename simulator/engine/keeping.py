"""What did not change between two views is the very same thing, so that it costs nothing to see."""

from __future__ import annotations

from typing import Protocol, TypeVar


class Named(Protocol):
    @property
    def id(self) -> str: ...


T = TypeVar("T", bound=Named)


def kept(before: tuple[T, ...], after: tuple[T, ...]) -> tuple[T, ...]:
    """`after`, with the things of `before` wherever they are the same."""
    if before == after:
        return before
    known = {thing.id: thing for thing in before}
    return tuple(
        old if (old := known.get(thing.id)) is not None and old == thing else thing
        for thing in after
    )
