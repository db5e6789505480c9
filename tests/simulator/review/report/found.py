"""What two sessions show, found once in a process: `of("rich")`, `of("control-room")`."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from simulator.review.findings import Findings
from simulator.review.found import findings
from simulator.review.reading import recorded
from simulator.review.recorded import Recorded
from tests.simulator.review.rich import rich
from tests.simulator.session.journal.golden import unpacked

_KEPT: Final[list[TemporaryDirectory[str]]] = []


@cache
def folder(name: str) -> Path:
    """The session, to be looked at only."""
    _KEPT.append(TemporaryDirectory())
    path = Path(_KEPT[-1].name) / name
    return rich(path) if name == "rich" else unpacked(name, path)


@cache
def played(name: str) -> Recorded:
    return recorded(folder(name))


@cache
def of(name: str, language: str = "en") -> Findings:
    return findings(played(name), folder(name), language)
