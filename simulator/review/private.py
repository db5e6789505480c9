"""What people wrote among themselves: who was told it, and what everybody else may read."""

from __future__ import annotations

from collections.abc import Iterable

from simulator.engine import events as e
from simulator.engine.disclosing import disclosed
from simulator.engine.telling import sentence
from simulator.review.findings import Happened, Private
from simulator.review.recorded import Take
from simulator.speech import say

NOBODY = ""
"""The role of somebody to whom nothing was told."""


def private(take: Take, language: str, cited: Iterable[Happened]) -> tuple[Private, ...]:
    """Of these events those that hold such words, as the debrief would tell them to others."""
    orders, found = take.run.state.orders, []
    for it in cited:
        event = take.log[it.place]
        left = disclosed(event, NOBODY)
        if _equal(left, event):
            continue
        if left is None:
            words = say(language, "Something that others wrote among themselves")
        else:
            words = sentence(take.scenario, left, language, orders)
        to = () if isinstance(event, e.DecisionTaken) else event.to
        found.append(Private(it.place, to, words))
    return tuple(found)


def _equal(one: object, other: object) -> bool:
    """Where both are of eighty kinds, the check of types would try each with each, for seconds."""
    return one == other
