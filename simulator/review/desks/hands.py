"""Whose hands each seat was in, and who asked for what. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, NamedTuple

from simulator.engine import commands as c
from simulator.engine import events as e
from simulator.review.recorded import Deed, Person, Take

Held = frozenset[str]

ACTS: Final[dict[type, type]] = {
    c.Answer: e.DecisionTaken, c.Send: e.ReportSent, c.Solve: e.ChallengeSolved,
}  # fmt: skip
"""What is told of an act whose asker the review names."""


class By(NamedTuple):
    """Who did something: nobody's name for a bot; `stand_in` is whether control did it for the
    role."""

    person: str = ""
    grant: str = ""
    stand_in: bool = False


def held(take: Take) -> list[Held]:
    """By the place of each event, the seats that people held when it had happened."""
    now, found = frozenset(take.run.setup.staffed), []
    for event in take.log:
        if isinstance(event, e.SeatTaken):
            now |= {event.seat}
        elif isinstance(event, e.SeatVacated):
            now -= {event.seat}
        found.append(now)
    return found


def asked_by(take: Take, people: Iterable[Person]) -> dict[int, By]:
    """By the place of each answer, report and solution, who gave it; of bots there is none."""
    names = {person.grant: person.name for person in people}
    found = {}
    for deed in take.deeds:
        place = _told_at(take, deed)
        if place is not None:
            name = names.get(deed.grant) or deed.stand_in or deed.grant
            found[place] = By(name, deed.grant, deed.stand_in is not None)
    return found


def _told_at(take: Take, deed: Deed) -> int | None:
    """The place of the event that says that it was done. Control's acts stand behind another."""
    kind, log = ACTS.get(type(deed.command)), take.log
    if kind is None or not deed.done:
        return None
    places = (place for place in range(deed.begin, deed.end) if isinstance(log[place], kind))
    # A bot may answer at that very second, too; it does so by itself, and so behind.
    return next(places, None)
