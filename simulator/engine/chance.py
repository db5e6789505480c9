"""Chance in named draws: an outcome depends on the seed, a purpose and an id, on nothing else.

One draw more in one place moves nothing elsewhere, so two runs that differ in one decision stay
comparable. A keyed hash needs no stored generator: `Random` seeded by a name costs six times
as much and 3 KB for each name.
"""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import blake2b
from typing import TypeVar

from simulator.scenario.values import Span

T = TypeVar("T")

_BITS = 53


class Chance:
    """Draws for one run; equal names give equal draws."""

    def __init__(self, seed: int) -> None:
        self._stream = str(seed)

    def turn(self, luck: int) -> None:
        """Draw from another seed from now on; what was drawn before stands."""
        self._stream = f"{self._stream}+{luck}"

    def draw(self, purpose: str, name: str) -> float:
        """A number from 0 (inclusive) to 1 (exclusive)."""
        digest = blake2b(f"{self._stream}/{purpose}/{name}".encode(), digest_size=8).digest()
        return (int.from_bytes(digest, "big") >> (64 - _BITS)) / (1 << _BITS)

    def happens(self, chance: float, purpose: str, name: str) -> bool:
        """Whether something of this chance (0 to 1) happens; certainties are not drawn."""
        return chance >= 1 or (chance > 0 and self.draw(purpose, name) < chance)

    def seconds(self, span: Span, purpose: str, name: str) -> int:
        return span.low if span.fixed else span.at(self.draw(purpose, name))

    def one_of(self, choices: Sequence[T], purpose: str, name: str) -> T:
        return choices[int(self.draw(purpose, name) * len(choices))]
