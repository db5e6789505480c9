"""How a line's connection is, and after which endings it does not come back."""

from __future__ import annotations

from typing import Final, NamedTuple

from simulator.session import protocol as p
from simulator.speech import mark

FINAL: Final = {
    p.MALFORMED: mark("the host does not understand this client"),
    p.BAD_TOKEN: mark("the host does not know this seat any more"),
    p.REVOKED: mark("the seat was taken away or handed over"),
    p.REPLACED: mark("the seat was opened once more elsewhere"),
    p.AHEAD: mark("the host's journal is shorter than what was seen here; tell the facilitator"),
    p.GOING_AWAY: mark("the session is over"),
}
"""Close codes after which a client does not come back by itself, and what to tell its user."""
REFUSALS: Final = {401: p.BAD_TOKEN, 403: p.MALFORMED}
"""Answers to an opening that mean the same as such a code."""


class Status(NamedTuple):
    """`state` is connecting, connected, reconnecting or ended; `tries` since it last was there."""

    state: str
    tries: int = 0
    why: str = ""
