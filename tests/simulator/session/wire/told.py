"""What ought to come of acts one after the other, thought out without the host."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

Said = tuple[str, dict[str, Any]]
"""Whose, and what."""


class Told:
    """A session as far as these acts go."""

    def __init__(self) -> None:
        self.started = self.running = False
        self.seats = {"control-1", "control-2", "north-1", "south-1"}
        self.made: Counter[str] = Counter()
        self.notes: list[str] = []
        self.pace = 60.0

    def answer(self, who: str, said: dict[str, Any]) -> str:
        """The code of a no, or nothing for a yes."""
        if who not in self.seats:
            return "unknown"
        if said["type"] == "ask":
            if not self.started:
                return "not-now"
            self.notes.append(said["command"]["text"])
            return ""
        told = {name: value for name, value in said["act"].items() if name != "act"}
        return str(getattr(self, f"_{said['act']['act'].replace('-', '_')}")(**told))

    def _start(self) -> str:
        if self.started:
            return "closed"
        self.started = self.running = True
        return ""

    def _pause(self) -> str:
        return self._turn(False)

    def _run(self) -> str:
        return self._turn(True)

    def _turn(self, running: bool) -> str:
        if not self.started:
            return "not-now"
        if self.running == running:
            return "closed"
        self.running = running
        return ""

    def _pace(self, pace: float) -> str:
        self.pace = pace
        return ""

    def _invite(self, team: str, role: str) -> str:
        self.made[role] += 1
        return ""

    def _hand_over(self, seat: str) -> str:
        if seat not in self.seats:
            return "unknown"
        self.made[seat.partition("-")[0]] += 1
        return ""

    def _revoke(self, seat: str) -> str:
        leading = {id for id in self.seats if id.startswith("control")}
        if seat not in self.seats:
            return "unknown"
        if leading == {seat}:
            return "closed"
        self.seats.discard(seat)
        return ""


def merges(*scripts: list[Said]) -> Iterator[list[Said]]:
    """Every order of all that is said in which each says its own in order."""
    if not any(scripts):
        yield []
    for which, script in enumerate(scripts):
        if script:
            rest = [*scripts[:which], script[1:], *scripts[which + 1 :]]
            yield from ([script[0], *others] for others in merges(*rest))


def explains(order: list[Said], answers: dict[str, str]) -> Told | None:
    """The world in which this order gives these answers; None where it gives others.

    Who has lost the seat has lost the connection, perhaps before the answer.
    """
    told = Told()
    for who, said in order:
        code, answered = told.answer(who, said), answers.get(said["id"])
        if code != answered and (answered is not None or who in told.seats):
            return None
    return told
