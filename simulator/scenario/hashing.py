"""Answers that nobody can read off: as an author keeps them, and whether one is right. Pure."""

from __future__ import annotations

import hashlib
import hmac
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from typing import Final, Protocol

ROUNDS: Final = 6_000
"""Some 2 ms a check: nobody waits for it, 200 teams that all answer in one second take less than
half of one, and who has the file and tries a million words needs half an hour for each answer."""

SALT_BYTES: Final = 8


class Hashed(Protocol):
    """An answer as it stands in a scenario."""

    @property
    def salt(self) -> str: ...
    @property
    def hash(self) -> str: ...
    @property
    def exact(self) -> bool: ...


def normalised(answer: str) -> str:
    """The answer without what may differ: capitals, spaces around it, more than one within."""
    folded = unicodedata.normalize("NFKC", answer).casefold()
    return " ".join(unicodedata.normalize("NFKC", folded).split())


@lru_cache(maxsize=4096)
def hash_of(answer: str, salt: str, exact: bool = False) -> str:
    """The hash of an answer, 64 signs 0 to 9 and a to f; `salt` is written the same way."""
    said = (answer if exact else normalised(answer)).encode("utf-8", "surrogatepass")
    return hashlib.pbkdf2_hmac("sha256", said, bytes.fromhex(salt), ROUNDS).hex()


def is_right(answer: str, accepted: Iterable[Hashed]) -> bool:
    """Whether the answer is one of those that are accepted."""
    # Each of them is tried, so that the time it takes doesn't tell which one it was.
    tried = [hmac.compare_digest(hash_of(answer, it.salt, it.exact), it.hash) for it in accepted]
    return any(tried)
