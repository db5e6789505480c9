"""Places in the log of one take of a team, found again in another take of it."""

from __future__ import annotations

from simulator.review.findings import Cites
from simulator.review.recorded import Take, parted


def carried(places: Cites, number: int, shown: Take, takes: tuple[Take, ...]) -> Cites:
    """Of `places` in take `number` those that the take that is shown has as well.

    Going back leaves a take what came before that second, at the same places; what was undone is
    in the log of no later take.
    """
    log, until = shown.log, parted(takes, number, shown.number)
    return tuple(
        place for place in places if place < len(log) and (until is None or log[place].at < until)
    )
