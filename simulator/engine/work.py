"""Orders: consent, then people from the teams, then time, then their effects."""

from __future__ import annotations

from collections.abc import Generator
from typing import Any

import simpy

from simulator.engine import events as e
from simulator.engine.bound import bound_action
from simulator.engine.commands import Order
from simulator.engine.consents import Consents
from simulator.engine.consequences import Consequences
from simulator.engine.machine import Life, Machine
from simulator.engine.queues import turn
from simulator.scenario.actions import Action


class Work:
    """Every order from its giving to its end, and the queues for people."""

    def __init__(self, machine: Machine, consequences: Consequences, consents: Consents) -> None:
        self._machine = machine
        self._consequences = consequences
        self._consents = consents
        self._given: dict[str, int] = {}
        self._places: dict[str, int] = {}
        self._lives: dict[str, simpy.Process] = {}
        self._queue: dict[str, simpy.Event] = {}
        machine.follow(e.TeamChanged, lambda _: self._assign())

    def order(self, order: Order, bot: bool = False) -> None:
        """Give an order that the rules allow."""
        machine = self._machine
        action = machine.scenario.actions[order.action]
        count = self._given[order.action] = self._given.get(order.action, 0) + 1
        name = f"{order.action}-{count}"
        machine.record(
            e.ActionOrdered(
                machine.now, (order.role,), name, order.action, order.role, order.target,
                action.takes.priority, order.reason, bot,
            )
        )  # fmt: skip
        life = self._life(
            name, order.role, bound_action(machine.scenario, order.action, order.target)
        )
        self._places[name] = machine.newest
        machine.because_of(machine.newest, lambda: self._begin(name, life))

    def _begin(self, name: str, life: Life) -> None:
        self._lives[name] = self._machine.live(life)

    def cancel(self, order: str) -> None:
        """Take back an order that has not begun."""
        self._lives[order].interrupt()

    def prioritise(self, order: str, role: str, priority: int) -> None:
        machine = self._machine
        machine.record(e.OrderMoved(machine.now, (role,), order, priority))
        self._assign()

    def _life(self, name: str, role: str, action: Action) -> Life:
        try:
            if not (yield from self._consents.chain(name, role, action.consent)):
                by = self._machine.state.requests[name].of
                self._machine.record(e.OrderRefused(self._machine.now, (role,), name, by))
                self._consequences.apply(action.otherwise, f"order/{name}/otherwise")
                return
            until = yield from self._wait_for_people(name, role, action)
        except simpy.Interrupt:
            self._queue.pop(name, None)
            self._machine.record(e.OrderCancelled(self._machine.now, (role,), name, role))
            self._assign()
            return
        yield from self._do(name, role, action, until)

    def _wait_for_people(
        self, name: str, role: str, action: Action
    ) -> Generator[simpy.Event, Any, int]:
        """A process part: from now on it waits for its people; when the work will be done."""
        self._machine.record(e.OrderQueued(self._machine.now, (role,), name))
        if not action.takes.people:
            return self._start(name)
        ready = self._queue[name] = self._machine.env.event()
        self._assign()
        until: int = yield ready
        return until

    def _do(self, name: str, role: str, action: Action, until: int) -> Life:
        machine = self._machine
        self._consequences.apply(action.first, f"order/{name}/first")
        yield machine.env.timeout(until - machine.now)
        people = tuple(action.takes.people.items())
        self._machine.record(e.WorkDone(machine.now, (role,), name, people))
        if people:
            self._assign()
        self._consequences.apply(action.then, f"order/{name}")

    def _assign(self) -> None:
        """Give free people to the queue, in turn; nobody overtakes on a team."""
        orders, taken = self._machine.state.orders, set[str]()
        for name in sorted(self._queue, key=lambda name: turn(orders[name], self._places[name])):
            people = self._machine.scenario.actions[orders[name].action].takes.people
            if taken.isdisjoint(people) and all(map(self._free, people.items())):
                ready = self._queue.pop(name)
                ready.succeed(self._start(name))
            else:
                taken.update(people)

    def _free(self, wanted: tuple[str, int]) -> bool:
        team = self._machine.state.teams[wanted[0]]
        return team.people - team.busy >= wanted[1]

    def _start(self, name: str) -> int:
        """Let the work begin; the second at which it will be done."""
        machine, order = self._machine, self._machine.state.orders[name]
        takes = machine.scenario.actions[order.action].takes
        until = machine.now + machine.chance.seconds(takes.time, "work", name)
        people = tuple(takes.people.items())
        started = e.WorkStarted(machine.now, (order.role,), name, until, people)
        machine.because_of(self._places[name], lambda: machine.record(started))
        return until
