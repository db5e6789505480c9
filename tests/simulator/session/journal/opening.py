"""Opening a session that something was done to: what is said of it, and that it stays as it was."""

import os
from pathlib import Path
from random import Random
from typing import Any, Final

import pytest

from simulator.session import folder
from simulator.session.errors import BadSession
from simulator.session.journal import lock, reserve
from tests.simulator.session.journal.scribe import (
    Quick,
    stand,
)

SOAK: Final = int(os.environ.get("SOAK", "1"))
DICE: Final = Random("damage")


def files(path: Path) -> dict[str, bytes]:
    """What a host may not touch before it has found everything right."""
    written = (file for file in path.rglob("*") if file.is_file())
    own = (lock.NAME, reserve.NAME)
    return {str(f.relative_to(path)): f.read_bytes() for f in written if f.name not in own}


def refusal(path: Path) -> str:
    """Why the session is refused; it is left as it was."""
    before = files(path)
    with pytest.raises(BadSession) as bad:
        folder.open_(path, disk=Quick())
    assert files(path) == before
    return bad.value.sentence


def opened(path: Path) -> tuple[dict[str, Any], tuple[str, ...]]:
    """How the session stands once it was taken up, and what was noted."""
    it = folder.open_(path, disk=Quick())
    it.close()
    return stand(it.session), tuple(note.into("en") for note in it.notes)


def tried(path: Path) -> str | dict[str, Any]:
    try:
        return opened(path)[0]
    except BadSession as bad:
        return bad.sentence


def flips(raw: bytes, most: int) -> list[int]:
    bits = len(raw) * 8
    return sorted(DICE.sample(range(bits), bits if SOAK > 1 else min(most, bits)))


def flipped(raw: bytes, bit: int) -> bytes:
    turned = bytearray(raw)
    turned[bit // 8] ^= 1 << bit % 8
    return bytes(turned)
