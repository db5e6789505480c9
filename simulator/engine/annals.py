"""All that has happened, and what followed from what. Pure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Final, NamedTuple

from simulator.engine import events as e

DECISIONS: Final = (e.DecisionTaken, e.DecisionMissed)


class Annals(NamedTuple):
    """`because` holds for every event the place of the one that it followed from, -1 for none:
    what people asked for, and what time brought."""

    log: Sequence[e.Event] = ()
    because: Sequence[int] = ()


class Follower(NamedTuple):
    """The place of an event, and by how many others it came about (1: at once)."""

    place: int
    steps: int


def led_to(annals: Annals, kinds: tuple[type, ...] = DECISIONS) -> dict[int, list[Follower]]:
    """By the place of each decision, or other event of these kinds, what followed from it; from a
    later one, only that one.

    In the order in which it happened.
    """
    found: defaultdict[int, list[Follower]] = defaultdict(list)
    origins: list[Follower | None] = []
    for place, because in enumerate(annals.because):
        origin = None
        if because >= 0:
            before = origins[because]
            if isinstance(annals.log[because], kinds):
                origin = Follower(because, 1)
            elif before:
                origin = Follower(before.place, before.steps + 1)
        origins.append(origin)
        if origin:
            found[origin.place].append(Follower(place, origin.steps))
    return dict(found)


def settled(annals: Annals) -> dict[str, int]:
    """The place at which each decision was taken, missed or withdrawn."""
    return {
        event.decision: place
        for place, event in enumerate(annals.log)
        if isinstance(event, (*DECISIONS, e.InjectWithdrawn))
    }
