"""The head file: how far the journal and the time of each team have come, kept beside the journal.

It vouches for the tail, which a chain can't: a journal that ends before its head has lost lines.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import Any, Final

from pydantic_core import from_json

from simulator.session.errors import BadSession, failure
from simulator.session.journal.disk import Disk
from simulator.session.journal.reading import Written

NAME: Final = "head"
LONGEST: Final = 1 << 20
"""Bytes; a head of ours is much shorter."""


@dataclass(frozen=True, slots=True)
class Head:
    """`reached` is the exercise second of each team that anybody may have seen, and `takes` the
    take in which that was: a team that is not in it was in its first."""

    session: str
    seq: int
    chain: str
    reached: dict[str, int]
    utc: int
    takes: dict[str, int] = field(default_factory=dict)


def write(folder: Path, head: Head, disk: Disk) -> None:
    """Put this head in place of the last. Raises DiskFull, the last being kept; DiskFailed."""
    told = asdict(head)
    try:
        disk.replace(folder / NAME, json.dumps(told | {"sum": _sum(told)}).encode() + b"\n")
    except OSError as error:
        raise failure(error, "the head file") from error


def read(folder: Path) -> Head:
    """Raises BadSession where there is no head, or not as it was written; OSError."""
    try:
        with (folder / NAME).open("rb") as file:
            told = from_json(file.read(LONGEST))
        # The sum notices what has happened to the file by itself; the times stand nowhere else.
        right = told.pop("sum") == _sum(told)
        head = Head(**told)
    except FileNotFoundError:
        raise BadSession(f"{folder}: the head file is missing", "recover") from None
    except (ValueError, TypeError, AttributeError, KeyError):
        raise BadSession(f"{folder}: the head file can't be read", "recover") from None
    if not (right and _sound(head)):
        raise BadSession(f"{folder}: the head file was changed", "recover")
    return head


def _sum(told: dict[str, Any]) -> str:
    return sha256(json.dumps(told).encode()).hexdigest()


def _sound(head: Head) -> bool:
    told = (head.reached, head.takes)
    if not all(type(each) is dict for each in told):
        return False
    numbers = [head.seq, head.utc, *head.reached.values(), *head.takes.values()]
    texts = (head.session, head.chain)
    whole = all(type(number) is int and number >= 0 for number in numbers)
    return whole and all(type(text) is str for text in texts)


def fault(head: Head, written: Written) -> str:
    """Why the journal can't be the one that this head was written for; empty where it can."""
    if head.session != written.header.session:
        return f"the head file belongs to session {head.session}, the journal to another"
    if head.seq > written.seq:
        return (
            f"the journal ends at record {written.seq}, but the head file has seen record "
            f"{head.seq}: its last lines are missing"
        )
    if written.chains[head.seq] != head.chain:
        return f"record {head.seq} is not the one that the head file has seen"
    return ""
