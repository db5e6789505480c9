"""Every message that a role was sent, and what became of it there. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from simulator.engine import events as e
from simulator.engine.fields import part
from simulator.engine.titles import Titles
from simulator.review.desks.hands import Held
from simulator.review.recorded import Take


class Letter(NamedTuple):
    """One sending of an inject to one role, and places in the log: where it was sent, first
    opened, taken back by control, and sent again so that the newer lies there in its stead.
    `people` is whether people held the seat when it came."""

    role: str
    inject: str
    sent: int
    people: bool
    read: int | None = None
    withdrawn: int | None = None
    again: int | None = None

    def lies(self, place: int) -> bool:
        """Whether it lay before the role, not opened, when the event of this place came."""
        ends = (self.read, self.withdrawn, self.again)
        return self.sent < place and all(end is None or end > place for end in ends)


def letters(take: Take, hands: list[Held]) -> list[Letter]:
    """In the order in which they were sent."""
    found: list[Letter] = []
    newest: dict[tuple[str, str], int] = {}
    for place, event in enumerate(take.log):
        if isinstance(event, e.InjectSent):
            for role in event.to:
                key = event.inject, role
                if key in newest:
                    found[newest[key]] = found[newest[key]]._replace(again=place)
                newest[key] = len(found)
                found.append(Letter(role, event.inject, place, role in hands[place]))
        elif isinstance(event, e.InjectRead):
            number = newest.get((event.inject, event.role))
            if number is not None and found[number].read is None:
                found[number] = found[number]._replace(read=place)
        elif isinstance(event, e.InjectWithdrawn):
            for key, number in newest.items():
                if key[0] == event.inject:
                    found[number] = found[number]._replace(withdrawn=place)
    return found


def openings(found: Iterable[Letter]) -> dict[tuple[str, str], int]:
    """By inject and role, the place where it was opened first."""
    opened: dict[tuple[str, str], int] = {}
    for letter in found:
        if letter.read is not None:
            opened.setdefault((letter.inject, letter.role), letter.read)
    return opened


def subject(titles: Titles, take: Take, letter: Letter) -> str:
    """As it was sent; where it has no subject, the first line of its text."""
    sent = take.log[letter.sent]
    assert isinstance(sent, e.InjectSent)
    said = part(titles, sent, "subject") or part(titles, sent, "text")
    return next((line.strip() for line in said.splitlines() if line.strip()), sent.inject)
