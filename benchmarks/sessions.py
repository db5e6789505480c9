"""Hosted sessions: commands kept, news spread, memory, sessions resumed, what may come."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from benchmarks import acknowledging, foresight, resuming, spreading, weighing


def figures() -> Iterator[str]:
    """All figures, as they come."""
    parts = (acknowledging, spreading, weighing, resuming, foresight)
    return chain.from_iterable(part.figures() for part in parts)


def main() -> None:
    for line in figures():
        print(line, flush=True)


if __name__ == "__main__":
    main()
