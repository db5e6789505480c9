"""What a seat may know of others: the one list of flows that are meant, and nothing besides.

All else that a seat is sent follows from its own role's view, its own requests and its own
connections. Whoever wants to tell people more has to write it here first.
"""

from __future__ import annotations

import json
from typing import Any, Final

INTENDED: Final = {
    "who plays": "which roles of one's own team people hold and which bots; when that changes",
    "the clock": "time, pace, pauses with their reason, jumps and takes of one's own team, and that"
    " there is a real emergency",
    "the host": "that it can't write, stops, or was started again",
    "the debrief": "everything of one's own team, once its exercise is over",
    "a shared role": "what others do who sit in the same role, for it is the role that acts",
    "a shared seat": "who else plays the same role now, what they read, have opened and write",
    "a shared action": "that another role has ordered or sent what one's own may order or send too",
    "the number of a seat": "how many were invited to the same role before, in the seat's name",
    "the contest": "how all teams stand in it: who solved what of one's own board and when, for how"
    " many points, and whether the board stands still",
    "a crash": "by the time that is left after it, that somebody has asked something just before",
    "the guide": "to an evaluator, the critical tasks that are rated; not how they are measured",
    "open ratings": "to an evaluator, once their team's ratings are open: what others rated",
    "an address": "that others at the same address have guessed too often",
}  # fmt: skip
"""By a short name, what is meant to be known."""


def secret(text: str) -> str:
    """A message without what is meant to be known of hidden things: the debrief, and which teams
    there are."""
    if text.startswith('{"type":"standings"'):
        return _of_one_team(text)
    if '"debrief":' not in text or '"debrief":null' in text:
        return text
    told: dict[str, Any] = json.loads(text)
    shown = told.get("view") or told.get("changes") or {}
    if not shown.get("debrief"):
        return text
    shown["debrief"] = "the debrief"
    return json.dumps(told)


def _of_one_team(text: str) -> str:
    """How a contest stands, without the teams that have done nothing in it."""
    told: dict[str, Any] = json.loads(text)
    scores = told["scores"]
    scores["teams"] = [row for row in scores["teams"] if row["points"] or row["last"]]
    scores["of"] = "some"
    return json.dumps(told)
