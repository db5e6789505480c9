"""All moving parts of a run put together: how it begins, what a command sets off, how it ends."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from simulator.engine import commands as c
from simulator.engine import events as e
from simulator.engine.bots import Bots
from simulator.engine.campaign import Campaign
from simulator.engine.consents import Consents, Verdict
from simulator.engine.consequences import Consequences
from simulator.engine.drifts import Drifts
from simulator.engine.judging import Judging
from simulator.engine.machine import Act, Machine
from simulator.engine.plot import Plot
from simulator.engine.policies import Policy
from simulator.engine.questions import Decisions, Modules, Reports
from simulator.engine.rules import check
from simulator.engine.seats import Seats
from simulator.engine.work import Work
from simulator.speech import mark

Deed = Callable[[Any, bool], None]


class Play:
    """The parts of one run; every command, a person's or a bot's, goes through `perform`."""

    def __init__(self, machine: Machine, policy: Policy) -> None:
        self._machine = machine
        self._consequences = consequences = Consequences(machine)
        consequences.ends = lambda outcome: self.end(outcome, "outcome")
        seats = Seats(machine)
        self._consents = consents = Consents(machine, policy, seats)
        self._decisions = decisions = Decisions(machine, consequences, consents)
        self._plot = plot = Plot(machine, consequences, decisions.open)
        self._work = work = Work(machine, consequences, consents)
        self._reports = reports = Reports(machine, consequences)
        self._modules = modules = Modules(machine, consequences)
        self._judging = Judging(machine)
        self._drifts = Drifts(machine, consequences)
        self._campaign = Campaign(machine, consequences, plot.come_due)
        self._bots = Bots(machine, policy, seats, lambda command: self.perform(command, bot=True))
        self._deeds: Final[dict[type, Deed]] = {
            c.Answer: decisions.take,
            c.Dissent: lambda asked, bot: decisions.dissent(asked),
            c.Order: work.order,
            c.Cancel: lambda asked, bot: work.cancel(asked.order),
            c.Prioritise: lambda a, bot: work.prioritise(a.order, a.role, a.priority),
            c.Consent: lambda asked, bot: self._settle(asked.request, asked.verdict, asked.text),
            c.Reply: lambda asked, bot: self._settle(asked.request, "reply", asked.text),
            c.Send: reports.send,
            c.Message: lambda asked, bot: self._message(asked),
            c.Note: lambda asked, bot: self._note(asked),
            c.Read: lambda asked, bot: plot.read(asked.inject, asked.role),
            c.Discuss: lambda asked, bot: modules.answer(asked),
            c.Proceed: lambda asked, bot: modules.close(asked.role),
            c.Fire: lambda asked, bot: plot.send(asked.inject),
            c.Hold: lambda asked, bot: plot.hold(asked.inject),
            c.Release: lambda asked, bot: plot.release(asked.inject),
            c.Skip: lambda asked, bot: plot.skip(asked.inject, mark("struck by control")),
            c.Staff: lambda asked, bot: seats.take(asked.seat),
            c.Vacate: lambda asked, bot: seats.vacate(asked.seat),
            c.Conclude: lambda asked, bot: self.end(self._verdict(), "control"),
        }

    def begin(self) -> None:
        """STARTEX: what the country has takes effect, then everything starts to watch."""
        machine, scenario = self._machine, self._machine.scenario
        machine.record(e.ExerciseStarted(0, tuple(scenario.roles)))
        self._campaign.begin()
        for name, capability in scenario.capabilities.items():
            has = machine.state.capabilities[name]
            effects = capability.then if has else capability.otherwise
            self._consequences.apply(effects, f"capability/{name}")
        parts = (
            self._judging, self._drifts, self._plot, self._reports, self._modules, self._bots,
        )  # fmt: skip
        for part in parts:
            part.begin()
        for name, outcome in scenario.outcomes.items():
            if outcome.ends:
                machine.once(machine.test(outcome.when), self._ender(name))
        machine.later(scenario.length, self._endex)

    def perform(self, command: c.Command, bot: bool = False) -> None:
        """Do what is asked. Raises Refused, and then nothing has changed."""
        check(self._machine.scenario, self._machine.state, self._machine.now, command)
        self._deeds[type(command)](command, bot)

    def end(self, outcome: str, why: str) -> None:
        machine = self._machine
        machine.record(e.ExerciseEnded(machine.now, tuple(machine.scenario.roles), outcome, why))

    def _ender(self, outcome: str) -> Act:
        return lambda: self.end(outcome, "outcome")

    def _endex(self) -> None:
        """The end, when all else that is due at this second has happened."""
        if self._machine.env.peek() == self._machine.now:
            self._machine.later(0, self._endex)
        else:
            self.end(self._verdict(), "time")

    def _verdict(self) -> str:
        """The first outcome in the file that holds now."""
        machine = self._machine
        told = machine.scenario.outcomes.items()
        return next((n for n, o in told if machine.holds(o.when)), "")

    def _settle(self, request: str, kind: str, text: str) -> None:
        self._consents.settle(request, Verdict(kind, text))

    def _note(self, asked: c.Note) -> None:
        machine = self._machine
        machine.record(e.NoteTaken(machine.now, (asked.role,), asked.role, asked.text))

    def _message(self, asked: c.Message) -> None:
        to = (asked.role, *(role for role in asked.to if role != asked.role))
        machine = self._machine
        machine.record(e.MessageSent(machine.now, to, asked.role, asked.text))
