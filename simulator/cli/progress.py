"""How far something is that takes long, told on a terminal while one waits."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from time import monotonic
from typing import Final

import click

from simulator.scenario.characters import shown

PATIENCE: Final = 2.0
"""Seconds before a person is told what they wait for."""
_ERASED: Final = "\r\x1b[K"
_WIDEST: Final = 76


@contextmanager
def telling(begun: float) -> Iterator[Callable[[str], None]]:
    """Tells on the terminal how far it is, once it has taken a while; wiped away at the end."""
    told = False

    def tell(words: str) -> None:
        nonlocal told
        if sys.stderr.isatty() and monotonic() - begun > PATIENCE:
            told = True
            line = " ".join(shown(words).split())[:_WIDEST]
            click.echo(f"{_ERASED}{line}", err=True, nl=False)

    try:
        yield tell
    finally:
        if told:
            click.echo(_ERASED, err=True, nl=False)
