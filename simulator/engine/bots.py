"""Bots: they answer, order and report for the unstaffed roles, by the same rules as people."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

from simulator.engine import events as e
from simulator.engine.availability import order_why_not, usable_options
from simulator.engine.commands import Answer, Command, Order, Send
from simulator.engine.doctrine import Doctrine
from simulator.engine.errors import Refused
from simulator.engine.machine import Machine
from simulator.engine.policies import BY_DOCTRINE, Policy
from simulator.engine.seats import Seats
from simulator.engine.texts import own_words
from simulator.scenario.values import Span

WHIM = Span(3600, 6 * 3600, 2 * 3600)
"""How long a random bot waits between two orders."""


class Bots:
    """Sits in every seat that nobody else holds. `ask` submits a command as a bot's."""

    def __init__(
        self, machine: Machine, policy: Policy, seats: Seats, ask: Callable[[Command], None]
    ) -> None:
        self._machine = machine
        self._policy = policy
        self._seats = seats
        self._ask = ask
        self._doctrine: list[Doctrine] = []
        self._reporting: dict[str, str | None] = {}
        self._whims: Counter[str] = Counter()
        machine.follow(e.DecisionOpened, lambda asked: self._decide(asked.decision))
        machine.follow(e.ReportDue, lambda due: self._report(due.report))
        machine.follow(e.SeatTaken, lambda _: self._look_around())
        machine.follow(e.BotInstructed, lambda told: self._behave(told.seat))
        seats.wakes.append(self._sit_down)

    def begin(self) -> None:
        if self._policy.name in BY_DOCTRINE:
            self._take_up_doctrine()
        elif self._policy.name == "random":
            for role in self._machine.scenario.roles:
                if self._policy.plays(role):
                    self._on_a_whim(role)

    def _take_up_doctrine(self) -> None:
        """It is watched from when the first bot goes by it."""
        if not self._doctrine:
            for name, action in self._machine.scenario.actions.items():
                for number in range(len(action.doctrine)):
                    self._follow(name, number)

    def _sit_down(self, seat: str) -> None:
        """The bot of this seat takes up what lies there."""
        for name, decision in self._machine.state.decisions.items():
            if decision.phase == "open" and self._machine.scenario.decider(name) == seat:
                self._decide(name)
        self._behave(seat)

    def _behave(self, seat: str) -> None:
        """The bot of this seat, or another in place of it, does what its policy lets it begin."""
        if self._policy.of(seat) in BY_DOCTRINE:
            self._take_up_doctrine()
        self._look_around()
        if self._policy.of(seat) == "random" and self._policy.plays(seat):
            self._on_a_whim(seat)

    def _look_around(self) -> None:
        """What more than one role can do is taken up by the first bot, if none is at it."""
        for name, report in self._machine.state.reports.items():
            if report.due is not None and report.sent is None:
                self._report(name)
        for doctrine in self._doctrine:
            doctrine.look()

    def _follow(self, action: str, number: int) -> None:
        doctrine = Doctrine(self._machine, self._policy, self._seats, self._try, action, number)
        doctrine.look()
        self._doctrine.append(doctrine)

    def _try(self, command: Command) -> bool:
        try:
            self._ask(command)
        except Refused:
            return False
        return True

    def _decide(self, name: str) -> None:
        role = self._machine.scenario.decider(name)
        delay = self._policy.answers_after(role, f"decision/{name}")
        if delay is not None:
            self._seats.plan(role, delay, lambda: self._answer(role, name))

    def _answer(self, role: str, name: str) -> None:
        machine = self._machine
        _, decision = machine.scenario.decision[name]
        options = usable_options(machine.scenario, machine.state, machine.now, decision)
        if options:
            option = self._policy.choice(role, options, name)
            self._try(Answer(role, name, option.id))
        elif decision.expected:
            text = own_words(machine.scenario, decision.expected, machine.now)
            self._try(Answer(role, name, text=text))

    def _report(self, name: str) -> None:
        report = self._machine.scenario.reports[name]
        at_it = self._reporting.get(name)
        if at_it and self._policy.plays(at_it):
            return
        self._reporting[name] = role = self._policy.first(report.by)
        delay = self._policy.answers_after(role, f"report/{name}") if role else None
        if role is None or delay is None:
            return
        self._seats.plan(role, delay, lambda: self._send(role, name))

    def _send(self, role: str, name: str) -> None:
        entries = self._policy.entries(role, self._machine.now, name)
        self._try(Send(role, name, entries))

    def _on_a_whim(self, role: str) -> None:
        """Now and then order anything that can be ordered."""
        number = self._whims[role]
        delay = self._machine.chance.seconds(WHIM, "whim", f"{role}/{number}")
        self._seats.plan(role, delay, lambda: self._act_on_it(role, number))

    def _act_on_it(self, role: str, number: int) -> None:
        """Unless the bot has become another since, or has begun twice and acted already."""
        machine = self._machine
        if self._policy.of(role) != "random" or self._whims[role] != number:
            return
        possible = [
            Order(role, name, target)
            for name, action in machine.scenario.actions.items()
            if role in action.by
            for target in action.targets or (None,)
            if not order_why_not(machine.scenario, machine.state, machine.now, name, target)
        ]
        if possible:
            self._try(machine.chance.one_of(possible, "whim-order", f"{role}/{number}"))
        self._whims[role] += 1
        self._on_a_whim(role)
