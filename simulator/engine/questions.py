"""Decisions, reports and modules: what people are asked, until when, and what their answers do."""

from __future__ import annotations

from simulator.engine import events as e
from simulator.engine import reported
from simulator.engine.commands import Answer, Discuss, Dissent, Send
from simulator.engine.consents import Consents
from simulator.engine.consequences import Consequences
from simulator.engine.gate import Gate
from simulator.engine.machine import Act, Life, Machine
from simulator.engine.repacing import Pace
from simulator.engine.truth import Test
from simulator.scenario.injects import Inject, Option


class Decisions:
    """Every question that an inject asks, until it is answered or its default stands."""

    def __init__(self, machine: Machine, consequences: Consequences, consents: Consents) -> None:
        self._machine = machine
        self._consequences = consequences
        self._consents = consents

    def open(self, inject: Inject) -> None:
        """Ask; an inject that is sent again while its question is open asks nothing new."""
        assert inject.decision is not None
        machine, name, decision = self._machine, inject.decision_id, inject.decision
        if name in machine.state.decisions:
            return
        due = None
        if decision.due is not None:
            due = machine.now + decision.due
            machine.later(decision.due + 1, lambda: self._too_late(name))
        to = (machine.scenario.decider(name),)
        machine.record(e.DecisionOpened(machine.now, to, name, due))

    def take(self, answer: Answer, bot: bool = False) -> None:
        """Let an answer that the rules allow stand, and have its effects or ask for consent."""
        machine = self._machine
        machine.record(
            e.DecisionTaken(
                machine.now, (answer.role,), answer.decision, answer.role, answer.option,
                answer.text, answer.reason, answer.confidence, bot,
            )
        )  # fmt: skip
        machine.because_of(machine.newest, lambda: self._follow(answer.decision, answer.option))

    def dissent(self, said: Dissent) -> None:
        """A colleague of the role sees it otherwise; nothing follows from it."""
        told = e.DissentRecorded(
            self._machine.now, (said.role,), said.decision, said.role, said.by, said.text
        )
        self._machine.record(told)

    def _too_late(self, name: str) -> None:
        machine = self._machine
        if machine.state.decisions[name].phase != "open":
            return
        _, decision = machine.scenario.decision[name]
        to = (machine.scenario.decider(name),)
        machine.record(e.DecisionMissed(machine.now, to, name, decision.default))
        machine.because_of(machine.newest, lambda: self._follow(name, decision.default))

    def _follow(self, decision: str, option: str | None) -> None:
        chosen = self._machine.scenario.option(decision, option) if option else None
        if chosen is None:
            return
        if chosen.consent:
            self._machine.live(self._with_consent(decision, chosen))
        else:
            self._consequences.apply(chosen.then, f"decision/{decision}/{chosen.id}")

    def _with_consent(self, decision: str, option: Option) -> Life:
        role = self._machine.scenario.decider(decision)
        agreed = yield from self._consents.chain(f"decision/{decision}", role, option.consent)
        effects = option.then if agreed else option.otherwise
        self._consequences.apply(effects, f"decision/{decision}/{option.id}/{agreed}")


class Reports:
    """Structured messages between roles, and the clocks that ask for them."""

    def __init__(self, machine: Machine, consequences: Consequences) -> None:
        self._machine = machine
        self._consequences = consequences

    def begin(self) -> None:
        for name, report in self._machine.scenario.reports.items():
            if report.clock:
                self._await(name, self._machine.test(report.clock.starts), report.clock.within)

    def _await(self, name: str, starts: Test, within: int) -> None:
        self._machine.once(starts, lambda: self._start(name, within))

    def _start(self, name: str, within: int) -> None:
        machine = self._machine
        if machine.state.reports[name].sent is not None:
            return
        by = machine.scenario.reports[name].by
        machine.later(within + 1, lambda: self._late(name))
        machine.record(e.ReportDue(machine.now, by, name, machine.now + within))

    def _late(self, name: str) -> None:
        machine = self._machine
        if machine.state.reports[name].sent is None:
            by = machine.scenario.reports[name].by
            machine.record(e.ReportMissed(machine.now, by, name))

    def send(self, send: Send, bot: bool = False) -> None:
        machine, report = self._machine, self._machine.scenario.reports[send.report]
        to = (send.role, *(role for role in report.to if role != send.role))
        number = machine.state.reports[send.report].times
        at = reported.sender(machine.scenario, machine.state, machine.now, send.role)
        entries, _ = reported.filled_in(machine.scenario, report, dict(send.entries), at)
        right, wrong = reported.right_in(
            machine.scenario, machine.state, machine.now, report, entries
        )
        whole = reported.complete(report, entries)
        machine.record(
            e.ReportSent(machine.now, to, send.report, send.role, entries, bot, right, wrong, whole)
        )
        machine.because_of(
            machine.newest,
            lambda: self._consequences.apply(report.then, f"report/{send.report}/{number}"),
        )


class Modules:
    """Discussion: each module opens at its time and holds the clock until someone goes on."""

    def __init__(self, machine: Machine, consequences: Consequences) -> None:
        self._machine = machine
        self._consequences = consequences
        self._waiting: list[str] = []
        self._gates: list[Gate] = []

    def begin(self) -> None:
        for name, module in self._machine.scenario.modules.items():
            test = self._machine.test(module.when)
            self._gates.append(Gate(self._machine, module.at, test, self._opener(name)))

    def repace(self, pace: Pace) -> None:
        """Those whose second has not come move with all that is left."""
        for gate in self._gates:
            gate.repace(pace)

    def _opener(self, name: str) -> Act:
        return lambda: self._open(name)

    def _open(self, name: str) -> None:
        """Open it, or let it wait until the one that is open has closed.

        Where only bots sit, nobody could go on: the module closes at once.
        """
        machine = self._machine
        if machine.state.module:
            self._waiting.append(name)
            return
        machine.record(e.ModuleOpened(machine.now, tuple(machine.scenario.roles), name))
        if not machine.state.staffed:
            self.close("")

    def answer(self, said: Discuss) -> None:
        machine = self._machine
        assert machine.state.module is not None
        machine.record(
            e.QuestionAnswered(
                machine.now, (said.role,), machine.state.module, said.question, said.role, said.text
            )
        )

    def close(self, role: str) -> None:
        machine, name = self._machine, self._machine.state.module
        assert name is not None
        machine.record(e.ModuleClosed(machine.now, tuple(machine.scenario.roles), name, role))
        effects = machine.scenario.modules[name].then
        machine.because_of(
            machine.newest, lambda: self._consequences.apply(effects, f"module/{name}")
        )
        if self._waiting:
            self._open(self._waiting.pop(0))
