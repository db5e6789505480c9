"""How bots do in a contest: whether they find an answer, and after how long."""

from __future__ import annotations

from collections.abc import Callable

from simulator.engine import events as e
from simulator.engine.machine import Machine
from simulator.engine.policies import Policy
from simulator.engine.seats import Seats

BY_GUESSING = 0.5
"""A random bot finds half of what its author says a bot finds."""


class Guesses:
    """Bots solve where no people take part: they would take from a player what is theirs to find.

    They know no answers, so they `solve` by chance, which is drawn once for each challenge; sides
    that share a seed meet the same adversary, but what their bots find is each side's own.
    """

    def __init__(
        self, machine: Machine, policy: Policy, seats: Seats, solve: Callable[[str, str], None]
    ) -> None:
        self._machine = machine
        self._policy = policy
        self._seats = seats
        self._solve = solve
        machine.follow(e.ContestOpened, lambda opened: self._look_at(*opened.challenges))
        machine.follow(e.ChallengeOpened, lambda opened: self._look_at(opened.challenge))
        seats.wakes.append(self._sit_down)

    def _sit_down(self, seat: str) -> None:
        """The bot of this seat takes up what is on the board."""
        if seat in self._machine.scenario.contestants:
            board = self._machine.state.challenges.items()
            self._look_at(*(name for name, it in board if it.opened is not None))

    def _look_at(self, *challenges: str) -> None:
        bots = [role for role in self._machine.scenario.contestants if self._policy.plays(role)]
        if bots and not self._by_people():
            for name in challenges:
                role = self._machine.chance.one_of(bots, "challenge-role", self._mine(name))
                self._think(name, role)

    def _by_people(self) -> bool:
        staffed = self._machine.state.staffed
        return any(role in staffed for role in self._machine.scenario.contestants)

    def _think(self, name: str, role: str) -> None:
        bots = self._machine.scenario.challenge[name].bots
        by_guessing = BY_GUESSING if self._policy.of(role) == "random" else 1
        mine = self._mine(name)
        if not self._machine.chance.happens(bots.chance * by_guessing, "challenge", mine):
            return
        seconds = self._policy.takes(role, bots.takes, f"challenge/{mine}")
        if seconds is not None:
            self._seats.plan(role, seconds, lambda: self._found(name, role))

    def _mine(self, name: str) -> str:
        """What a challenge is called in draws: it differs from side to side."""
        side = self._machine.scenario.side
        return f"{name}@{side}" if side else name

    def _found(self, name: str, role: str) -> None:
        if not self._by_people():
            self._solve(name, role)
