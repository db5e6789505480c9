"""How often somebody may do something: so many at once, and then so many a second."""

from __future__ import annotations

from collections.abc import Callable


class Allowance:
    """A token bucket. `wall` reads a steady clock in seconds."""

    def __init__(self, a_second: float, at_once: float, wall: Callable[[], float]) -> None:
        self._a_second = a_second
        self._at_once = at_once
        self._wall = wall
        self._left = at_once
        self._seen = wall()

    @property
    def left(self) -> float:
        now = self._wall()
        grown = self._left + (now - self._seen) * self._a_second
        self._left, self._seen = min(self._at_once, grown), now
        return self._left

    def take(self) -> bool:
        """Whether it may be done now; counts it if so."""
        if self.left < 1:
            return False
        self._left -= 1
        return True


class Addresses:
    """What each address may get wrong. Addresses that behave are forgotten."""

    MOST = 10_000

    def __init__(self, a_minute: int, wall: Callable[[], float]) -> None:
        self._a_minute = a_minute
        self._wall = wall
        self._known: dict[str, Allowance] = {}

    def may_try(self, address: str) -> bool:
        known = self._known.get(address)
        return known is None or known.left >= 1

    def failed(self, address: str) -> None:
        if len(self._known) >= self.MOST:
            full = self._a_minute
            self._known = {a: k for a, k in self._known.items() if k.left < full}
        if address not in self._known:
            self._known[address] = Allowance(self._a_minute / 60, self._a_minute, self._wall)
        self._known[address].take()
