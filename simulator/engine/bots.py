"""Bots: they answer, order and report for the unstaffed roles, by the same rules as people."""

from __future__ import annotations

from collections.abc import Callable

from simulator.engine import events as e
from simulator.engine.availability import order_why_not, usable_options
from simulator.engine.bound import bound_action
from simulator.engine.commands import Answer, Command, Order, Send
from simulator.engine.errors import Refused
from simulator.engine.machine import Machine
from simulator.engine.policies import Policy
from simulator.engine.texts import own_words
from simulator.engine.truth import both
from simulator.scenario.actions import Action, Entry, Sensible
from simulator.scenario.values import Span

WHIM = Span(3600, 6 * 3600, 2 * 3600)
"""How long a random bot waits between two orders."""

AGAIN = 1800
"""How soon a bot tries again what was refused, while it still seems sensible."""


class Bots:
    """Sits in every seat that nobody else holds. `ask` submits a command as a bot's."""

    def __init__(self, machine: Machine, policy: Policy, ask: Callable[[Command], None]) -> None:
        self._machine = machine
        self._policy = policy
        self._ask = ask
        machine.follow(e.DecisionOpened, self._decide)
        machine.follow(e.ReportDue, self._report)

    def begin(self) -> None:
        if self._policy.name in ("doctrine", "slow"):
            for name, action in self._machine.scenario.actions.items():
                for number, sensible in enumerate(action.doctrine):
                    own = bound_action(self._machine.scenario, name, sensible.target)
                    self._follow_doctrine(name, own, own.doctrine[number], f"{name}/{number}")
        elif self._policy.name == "random":
            for role in self._machine.scenario.roles:
                if self._policy.plays(role):
                    self._on_a_whim(role, 0)

    def _try(self, command: Command) -> bool:
        try:
            self._ask(command)
        except Refused:
            return False
        return True

    def _decide(self, asked: e.DecisionOpened) -> None:
        machine = self._machine
        role = machine.scenario.decider(asked.decision)
        delay = self._policy.answers_after(role, f"decision/{asked.decision}")
        if delay is not None:
            machine.later(delay, lambda: self._answer(role, asked.decision))

    def _answer(self, role: str, name: str) -> None:
        machine = self._machine
        _, decision = machine.scenario.decision[name]
        options = usable_options(machine.scenario, machine.state, machine.now, decision)
        if options:
            option = self._policy.choice(options, name)
            self._try(Answer(role, name, option.id))
        elif decision.expected:
            text = own_words(machine.scenario, decision.expected, machine.now)
            self._try(Answer(role, name, text=text))

    def _report(self, due: e.ReportDue) -> None:
        machine = self._machine
        report = machine.scenario.reports[due.report]
        role = next((role for role in report.by if self._policy.plays(role)), None)
        delay = self._policy.answers_after(role, f"report/{due.report}") if role else None
        if role is None or delay is None:
            return
        language = machine.scenario.language
        entries = tuple((field.id, _filled_in(field, language)) for field in report.fields)
        machine.later(delay, lambda: self._try(Send(role, due.report, entries)))

    def _follow_doctrine(self, name: str, action: Action, sensible: Sensible, draw: str) -> None:
        """Order it whenever it has become sensible and possible, by the first role with a bot."""
        role = next((role for role in action.by if self._policy.plays(role)), None)
        if role is None:
            return
        machine = self._machine
        order = Order(role, name, sensible.target)
        wanted = machine.test(sensible.when)
        usual = sensible.after or machine.scenario.roles[role].bot.delay
        turns = iter(range(1_000_000))

        def act() -> None:
            still = wanted.holds(machine.state, machine.now)
            if still and not self._try(order) and action.again is not None:
                machine.later(AGAIN, act)

        def turned(holds: bool) -> None:
            delay = self._policy.takes(role, usual, f"{draw}/{next(turns)}") if holds else None
            if delay is not None:
                machine.later(delay, act)

        machine.watch(both(wanted, machine.test(action.needs)), turned)

    def _on_a_whim(self, role: str, number: int) -> None:
        """Now and then order anything that can be ordered."""
        machine = self._machine
        delay = machine.chance.seconds(WHIM, "whim", f"{role}/{number}")
        machine.later(delay, lambda: self._act_on_it(role, number))

    def _act_on_it(self, role: str, number: int) -> None:
        machine = self._machine
        possible = [
            Order(role, name, target)
            for name, action in machine.scenario.actions.items()
            if role in action.by
            for target in action.targets or (None,)
            if not order_why_not(machine.scenario, machine.state, machine.now, name, target)
        ]
        if possible:
            self._try(machine.chance.one_of(possible, "whim-order", f"{role}/{number}"))
        self._on_a_whim(role, number + 1)


def _filled_in(field: Entry, language: str) -> str:
    """What a bot writes: the first choice, or the author's hint of what should stand there."""
    words = field.choices[0] if field.choices else field.hint or field.label
    return words.into(language)
