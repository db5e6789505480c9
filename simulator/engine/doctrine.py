"""Doctrine: what the author calls sensible, ordered by the first bot that goes by it."""

from __future__ import annotations

from collections.abc import Callable

from simulator.engine.bound import bound_action
from simulator.engine.commands import Command, Order
from simulator.engine.machine import Machine, Watch
from simulator.engine.policies import Policy
from simulator.engine.seats import Seats
from simulator.engine.truth import both

AGAIN = 1800
"""How soon a bot tries again what was refused, while it still seems sensible."""


class Doctrine:
    """One order that is sensible while a condition holds, given once each time it turns true.

    `attempt` submits it as a bot's, and says whether it was allowed.
    """

    def __init__(
        self, machine: Machine, policy: Policy, seats: Seats,
        attempt: Callable[[Command], bool], name: str, number: int,
    ) -> None:  # fmt: skip
        self._machine = machine
        self._policy = policy
        self._seats = seats
        self._attempt = attempt
        self._name = name
        self._number = number
        target = machine.scenario.actions[name].doctrine[number].target
        self._action = bound_action(machine.scenario, name, target)
        self._sensible = self._action.doctrine[number]
        self._wanted = machine.test(self._sensible.when)
        self._possible = both(self._wanted, machine.test(self._action.needs))
        self._watch: Watch | None = None
        self._turns = 0
        self._planner: str | None = None
        self._given = False

    def look(self) -> None:
        """See to it that a bot has in hand what is sensible now, unless it was ordered already.

        Where only people sit nobody watches.
        """
        if self._planner and not self._policy.plays(self._planner):
            self._planner = None
        if self._watch is None:
            if self._policy.first_by_doctrine(self._action.by):
                self._watch = self._machine.watch(self._possible, self._turned)
        elif self._planner is None and not self._given and self._holds(self._watch):
            self._plan()

    def _holds(self, watch: Watch) -> bool:
        """Whether it is sensible, and was before: what turns at this second plans by itself."""
        return watch.holds and self._possible.holds(self._machine.state, self._machine.now)

    def _turned(self, holds: bool) -> None:
        if holds:
            self._turns += 1
            self._given = False
            self._plan()

    def _plan(self) -> None:
        self._planner = role = self._policy.first_by_doctrine(self._action.by)
        if role is None:
            return
        usual = self._sensible.after or self._machine.scenario.roles[role].bot.delay
        name = f"{self._name}/{self._number}/{self._turns - 1}"
        delay = self._policy.takes(role, usual, name)
        if delay is not None:
            self._seats.plan(role, delay, lambda: self._order(role))

    def _order(self, role: str) -> None:
        """Order it if it is still sensible."""
        if not self._wanted.holds(self._machine.state, self._machine.now):
            return
        if self._attempt(Order(role, self._name, self._sensible.target)):
            self._given = True
        elif self._action.again is not None:
            self._seats.plan(role, AGAIN, lambda: self._order(role))
