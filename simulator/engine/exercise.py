"""One run of a scenario: a deterministic function of (scenario, setup, commands)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

from simulator.engine import commands as c
from simulator.engine import events as e
from simulator.engine.bots import Bots
from simulator.engine.campaign import Campaign
from simulator.engine.consents import Consents, Verdict
from simulator.engine.consequences import Consequences
from simulator.engine.drifts import Drifts
from simulator.engine.errors import Refused
from simulator.engine.knowledge import Known
from simulator.engine.judging import Judging
from simulator.engine.machine import Machine
from simulator.engine.plot import Plot
from simulator.engine.policies import POLICIES, Policy, PolicyName
from simulator.engine.questions import Decisions, Modules, Reports
from simulator.engine.rules import check
from simulator.engine.state import State, at_startex
from simulator.engine.truth import compiled
from simulator.engine.viewing import view_of
from simulator.engine.views import RoleView
from simulator.engine.work import Work
from simulator.scenario.scenario import Scenario


@dataclass(frozen=True, slots=True)
class Setup:
    """What is chosen before STARTEX: chance, who sits where, and what the country has.

    `staffed` roles are people's; `bots` is how the others behave; `having` and `lacking` name
    capabilities whose default in the scenario is turned.
    """

    seed: int = 0
    staffed: tuple[str, ...] = ()
    bots: PolicyName = "doctrine"
    having: tuple[str, ...] = ()
    lacking: tuple[str, ...] = ()

    def capabilities(self, scenario: Scenario) -> dict[str, bool]:
        """Which capabilities this run has. Raises Refused for a name the scenario lacks."""
        for name in (*self.having, *self.lacking):
            if name not in scenario.capabilities:
                raise Refused("unknown", f"this scenario has no capability '{name}'")
        return {
            name: (capability.has or name in self.having) and name not in self.lacking
            for name, capability in scenario.capabilities.items()
        }


class Exercise:
    """One team's run. Time is whole seconds since STARTEX.

    Raises Refused when the setup names a role, a capability or a policy that is not there.
    """

    def __init__(self, scenario: Scenario, setup: Setup = Setup()) -> None:  # noqa: B008 frozen
        for role in setup.staffed:
            if role not in scenario.roles:
                raise Refused("unknown", f"there is no role '{role}' in this exercise")
        if setup.bots not in POLICIES:
            raise Refused("unknown", f"bots are one of {', '.join(POLICIES)}")
        state = at_startex(scenario, setup.capabilities(scenario), setup.staffed)
        self.scenario = scenario
        self.setup = setup
        self._machine = machine = Machine(scenario, setup.seed, state)
        self._policy = Policy(scenario, machine.chance, setup.bots, setup.staffed)
        self._consequences = Consequences(machine)
        self._consequences.ends = lambda outcome: self._end(outcome, "outcome")
        self._consents = Consents(machine, self._policy)
        self._decisions = Decisions(machine, self._consequences, self._consents)
        self._plot = Plot(machine, self._consequences, self._decisions.open)
        self._work = Work(machine, self._consequences, self._consents)
        self._reports = Reports(machine, self._consequences)
        self._modules = Modules(machine, self._consequences)
        self._known: dict[str, tuple[list[e.Event], int]] = {}
        self._begin()

    def _begin(self) -> None:
        machine, scenario = self._machine, self.scenario
        machine.record(e.ExerciseStarted(0, tuple(scenario.roles)))
        for name, capability in scenario.capabilities.items():
            has = machine.state.capabilities[name]
            effects = capability.then if has else capability.otherwise
            self._consequences.apply(effects, f"capability/{name}")
        Judging(machine).begin()
        Drifts(machine, self._consequences).begin()
        Campaign(machine, self._consequences, self._plot.send).begin()
        self._plot.begin()
        self._reports.begin()
        self._modules.begin()
        Bots(machine, self._policy, lambda command: self._perform(command, bot=True)).begin()
        for name, outcome in scenario.outcomes.items():
            if outcome.ends:
                machine.once(compiled(outcome.when), self._ender(name))
        machine.later(scenario.length, lambda: machine.later(0, self._endex))

    def _ender(self, outcome: str) -> Callable[[], None]:
        return lambda: self._end(outcome, "outcome")

    def _endex(self) -> None:
        self._end(self._verdict(), "time")

    def _verdict(self) -> str:
        """The first outcome in the file that holds now."""
        state, now = self.state, self._machine.now
        told = self.scenario.outcomes.items()
        return next((n for n, o in told if compiled(o.when).holds(state, now)), "")

    def _end(self, outcome: str, why: str) -> None:
        machine = self._machine
        machine.record(e.ExerciseEnded(machine.now, tuple(self.scenario.roles), outcome, why))

    @property
    def now(self) -> int:
        return self._machine.now

    @property
    def state(self) -> State:
        """The true state of the world, to be looked at only."""
        return self._machine.state

    @property
    def log(self) -> list[e.Event]:
        """Everything that has happened, in order, to be looked at only."""
        return self._machine.log

    @property
    def over(self) -> bool:
        return self.state.over

    @property
    def held(self) -> bool:
        """Whether a module holds the clock until someone proceeds."""
        return self.state.module is not None

    def known_to(self, role: str) -> list[e.Event]:
        """The events that a role may see, oldest first."""
        known, done = self._known.get(role, ([], 0))
        known += [event for event in self.log[done:] if role in event.to]
        self._known[role] = known, len(self.log)
        return known

    def view(self, role: str, language: str = "en") -> RoleView:
        """What the role may know now, told in this language."""
        known = self.known_to(role)
        return view_of(Known(self.scenario, self.state, known, self.now, role, language))

    def next_at(self) -> float:
        """When something is next due; infinity when nothing is."""
        return self._machine.env.peek()

    def advance(self, to: int) -> list[e.Event]:
        """Play up to and including everything due at `to`; the events of that stretch.

        The clock stops early where a module holds it, and at the end.
        """
        done = len(self.log)
        if not self._machine.drain(to):
            self._end("", f"stuck: {self._machine.culprit()}")
        if not self.over and not self.held:
            self._machine.stand_still(to)
        return self.log[done:]

    def submit(self, command: c.Command) -> list[e.Event]:
        """Do what is asked, after everything due by now; the events it led to at this second.

        Raises Refused, and then nothing has changed.
        """
        self.advance(self.now)
        done = len(self.log)
        self._perform(command)
        self.advance(self.now)
        return self.log[done:]

    def _perform(self, command: c.Command, bot: bool = False) -> None:
        check(self.scenario, self.state, self._machine.now, command)
        DEEDS[type(command)](self, command, bot)

    def _note(self, asked: c.Note, bot: bool) -> None:
        self._tell(e.NoteTaken(self.now, (asked.role,), asked.role, asked.text))

    def _message(self, asked: c.Message, bot: bool) -> None:
        to = (asked.role, *(role for role in asked.to if role != asked.role))
        self._tell(e.MessageSent(self.now, to, asked.role, asked.text))

    def _read(self, asked: c.Read, bot: bool) -> None:
        self._tell(e.InjectRead(self.now, (asked.role,), asked.inject, asked.role))

    def _tell(self, event: e.Event) -> None:
        self._machine.record(event)


def _verdict_of(asked: c.Consent) -> Verdict:
    return Verdict(asked.verdict, asked.text)


DEEDS: Final[dict[type, Callable[[Exercise, Any, bool], None]]] = {
    c.Answer: lambda x, asked, bot: x._decisions.take(asked, bot),
    c.Order: lambda x, asked, bot: x._work.order(asked, bot),
    c.Cancel: lambda x, asked, bot: x._work.cancel(asked.order, asked.role),
    c.Prioritise: lambda x, a, bot: x._work.prioritise(a.order, a.role, a.priority),
    c.Consent: lambda x, asked, bot: x._consents.settle(asked.request, _verdict_of(asked)),
    c.Reply: lambda x, a, bot: x._consents.settle(a.request, Verdict("reply", a.text)),
    c.Send: lambda x, asked, bot: x._reports.send(asked, bot),
    c.Message: Exercise._message,
    c.Note: Exercise._note,
    c.Read: Exercise._read,
    c.Discuss: lambda x, asked, bot: x._modules.answer(asked),
    c.Proceed: lambda x, asked, bot: x._modules.close(asked.role),
    c.Fire: lambda x, asked, bot: x._plot.send(asked.inject),
    c.Hold: lambda x, asked, bot: x._plot.hold(asked.inject),
    c.Release: lambda x, asked, bot: x._plot.release(asked.inject),
    c.Skip: lambda x, asked, bot: x._plot.skip(asked.inject, "struck by control"),
    c.Conclude: lambda x, asked, bot: x._end(x._verdict(), "control"),
}
