"""Contests for these tests: what everybody may know of one, and what nobody may."""

from __future__ import annotations

from hashlib import sha256
from typing import Any

from simulator.scenario.hashing import hash_of


def contest(world: str = "", **answers: str) -> dict[str, Any]:
    """A challenge for each of the answers. Those of two worlds differ in all that is hidden, so
    that whoever solves one finds the same."""
    return {
        "title": "The board",
        "categories": {"all": {"title": "All"}},
        "challenges": {name: _challenge(world, answer) for name, answer in answers.items()},
    }


def _challenge(world: str, answer: str) -> dict[str, Any]:
    salt = sha256(f"{world}/{answer}".encode()).hexdigest()[:16]
    return {
        "category": "all", "title": "What is it?", "points": 100, "text": "Find it.",
        "answers": [{"salt": salt, "hash": hash_of(answer, salt)}],
        "hints": [{"text": "Look.", "costs": 10}, {"text": f"{world} knows.", "costs": 20}],
        "solution": f"{world} has found it so.", "bots": {"chance": "0%"},
    }  # fmt: skip
