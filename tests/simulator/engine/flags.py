"""A contest whose answers the tests know."""

from typing import Any

from simulator.scenario.hashing import hash_of

SALT = "6b756c6c61206461"
SHIFT, WING = "svc-hist@03:10", "Grey Wing"
"""The answers to `shift` and, letter by letter, to `wing`."""


def accepted(answer: str, salt: str = SALT, exact: bool = False) -> dict[str, Any]:
    """An answer as `kulla flag` writes it."""
    told = {"salt": salt, "hash": hash_of(answer, salt, exact)}
    return told | ({"exact": True} if exact else {})


def challenge(answer: str, /, **more: Any) -> dict[str, Any]:
    """A challenge of 100 points with this answer; bots never find it."""
    return {
        "category": "logs", "title": "The shift", "points": 100, "text": "Who was it?",
        "answers": [accepted(answer)], "bots": {"chance": "0%"},
    } | more  # fmt: skip


HINTS = [{"text": "Look at the times.", "costs": 20}, {"text": "Before seven.", "costs": 5}]


def contest(**more: Any) -> dict[str, Any]:
    """A contest from the first hour to ENDEX, in which three wrong answers can be given."""
    wing = [accepted("scale", "00112233445566aa"), accepted(WING, "00112233445566bb", exact=True)]
    return {
        "title": "The open board", "opens": "1h", "attempts": 3,
        "categories": {"logs": {"title": "Logs"}},
        "challenges": {
            "shift": challenge(SHIFT, hints=HINTS, form="WHO@HH:MM"),
            "wing": challenge("-", title="The wing", answers=wing),
        },
    } | more  # fmt: skip
