"""How much of a file is read before it is refused."""

from typing import Final, NamedTuple


class Limits(NamedTuple):
    """The most that one file may hold; what an alias repeats counts among its `nodes`."""

    size: int = 5_000_000
    depth: int = 64
    nodes: int = 200_000
    aliases: int = 1_000
    problems: int = 100


USUAL: Final = Limits()
