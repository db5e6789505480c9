"""All moving parts of a run put together: how it begins, what a command sets off, how it ends."""

from __future__ import annotations

from typing import Final

from simulator.engine import commands as c
from simulator.engine import events as e
from simulator.engine.bots import Bots
from simulator.engine.campaign import Campaign
from simulator.engine.consents import Consents, Verdict
from simulator.engine.consequences import Consequences
from simulator.engine.contest import Challenges
from simulator.engine.drifts import Drifts
from simulator.engine.judging import Judging
from simulator.engine.machine import Act, Machine
from simulator.engine.physics import Physics
from simulator.engine.plot import Deed, Plot
from simulator.engine.policies import Policy
from simulator.engine.questions import Decisions, Modules, Reports
from simulator.engine.repacing import Pace, at_tempo, repace
from simulator.engine.rules import check
from simulator.engine.rules.ruling import check_stand_in
from simulator.engine.rulings import Rulings
from simulator.engine.seats import Seats
from simulator.engine.steering import steered
from simulator.engine.work import Work


class Play:
    """The parts of one run; every command, a person's or a bot's, goes through `perform`."""

    _ends = 0
    """How often the end was set; only the last time counts."""

    def __init__(self, machine: Machine, policy: Policy) -> None:
        self._machine = machine
        self._consequences = consequences = Consequences(machine)
        consequences.ends = lambda outcome: self.end(outcome, "outcome")
        consequences.paces = self._go_at
        self._seats = seats = Seats(machine, policy)
        self._consents = consents = Consents(machine, policy, seats)
        self._decisions = decisions = Decisions(machine, consequences, consents)
        self._plot = plot = Plot(machine, consequences, decisions.open)
        self._work = Work(machine, consequences, consents)
        self._reports = Reports(machine, consequences)
        self._modules = Modules(machine, consequences)
        self._rulings = Rulings(machine, consequences)
        self._challenges = Challenges(machine, consequences, policy, seats)
        self._judging = Judging(machine)
        self._drifts = Drifts(machine, consequences)
        self._physics = Physics(machine, consequences)
        self._campaign = Campaign(machine, consequences, plot.come_due)
        self._bots = Bots(machine, policy, seats, lambda command: self.perform(command, bot=True))
        self._deeds: Final = {**self._asked(), **plot.deeds(), **self._led()}

    def _asked(self) -> dict[type, Deed]:
        """What each command of a role does."""
        decisions, work, modules = self._decisions, self._work, self._modules
        return {
            c.Answer: decisions.take,
            c.Dissent: lambda asked, _: decisions.dissent(asked),
            c.Order: work.order,
            c.Cancel: lambda asked, _: work.cancel(asked.order),
            c.Prioritise: lambda a, _: work.prioritise(a.order, a.role, a.priority),
            c.Consent: lambda asked, _: self._settle(asked.request, asked.verdict, asked.text),
            c.Reply: lambda asked, _: self._settle(asked.request, "reply", asked.text),
            c.Send: self._reports.send,
            c.Message: lambda asked, _: self._message(asked),
            c.Note: lambda asked, _: self._note(asked),
            c.Read: lambda asked, _: self._plot.read(asked.inject, asked.role),
            c.Discuss: lambda asked, _: modules.answer(asked),
            c.Proceed: lambda asked, _: modules.close(asked.role),
            c.Launch: lambda asked, _: self._campaign.launches.launch(asked),
            c.Propose: lambda asked, _: self._rulings.propose(asked),
            c.Solve: self._challenges.solve,
            c.TakeHint: lambda asked, _: self._challenges.take_hint(asked),
        }

    def _led(self) -> dict[type, Deed]:
        """What each command of control does that is about no inject."""
        rulings, seats = self._rulings, self._seats
        return {
            c.Rule: lambda asked, _: rulings.rule(asked),
            c.Intervene: lambda asked, _: rulings.intervene(asked),
            c.Repace: lambda asked, _: self._repace(asked),
            c.Tempo: lambda asked, _: self._go_at(asked.percent * 10),
            c.Instruct: lambda asked, _: seats.instruct(asked.seat, asked.policy),
            c.Staff: lambda asked, _: seats.take(asked.seat),
            c.Vacate: lambda asked, _: seats.vacate(asked.seat),
            c.Conclude: lambda asked, _: self.end(self._verdict(), "control"),
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
        if side := scenario.sides.get(scenario.side):
            self._consequences.apply(side.then, f"side/{scenario.side}")
        parts = (
            self._judging, self._drifts, self._physics, self._plot, self._reports, self._modules,
            self._challenges, self._bots,
        )  # fmt: skip
        for part in parts:
            part.begin()
        for name, outcome in scenario.outcomes.items():
            if outcome.ends:
                machine.once(machine.test(outcome.when), self._ender(name))
        self._end_later()

    def perform(self, command: c.Command, bot: bool = False, stand_in: str | None = None) -> None:
        """Do what is asked, `stand_in` for its role. Raises Refused, and then nothing has changed.

        What control does is on record first, and all that comes of it follows from that.
        """
        machine = self._machine
        check(machine.scenario, machine.state, machine.now, command)
        if stand_in is not None:
            check_stand_in(machine.state, command)
        elif not isinstance(command, c.Lead):
            self._deeds[type(command)](command, bot)
            return
        machine.record(steered(machine.scenario, machine.now, command, stand_in))
        machine.because_of(machine.newest, lambda: self._deeds[type(command)](command, bot))

    def end(self, outcome: str, why: str) -> None:
        machine = self._machine
        machine.record(e.ExerciseEnded(machine.now, tuple(machine.scenario.roles), outcome, why))

    def _ender(self, outcome: str) -> Act:
        return lambda: self.end(outcome, "outcome")

    def _repace(self, asked: c.Repace) -> None:
        """Let all that is left move; only then draw delays anew."""
        machine = self._machine
        pace = repace(machine.scenario, machine.state, machine.now, asked)
        roles = tuple(machine.scenario.roles)
        machine.record(e.Repaced(machine.now, roles, asked.end, pace.tempo))
        self._move(pace)
        self._challenges.repace(pace)
        self._end_later()

    def _go_at(self, share: int) -> None:
        """Let what is left come sooner or later, and delays be drawn so from now on."""
        machine = self._machine
        if share != machine.state.share:
            pace = at_tempo(machine.scenario, machine.state, machine.now, share)
            machine.record(e.TempoSet(machine.now, e.NOBODY, share))
            self._move(pace)

    def _move(self, pace: Pace) -> None:
        for part in (self._plot, self._modules, self._campaign):
            part.repace(pace)

    def _end_later(self) -> None:
        """The end comes when it is due now, whenever it was due before."""
        machine, self._ends = self._machine, self._ends + 1
        number = self._ends
        machine.later(machine.state.end - machine.now, lambda: self._endex(number))

    def _endex(self, number: int) -> None:
        """The end, when all else that is due at this second has happened."""
        if number != self._ends:
            return
        if self._machine.env.peek() == self._machine.now:
            self._machine.later(0, lambda: self._endex(number))
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
