"""One run of a scenario: a deterministic function of (scenario, setup, commands)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from simulator.engine import events as e
from simulator.engine.annals import Annals
from simulator.engine.commands import Command
from simulator.engine.errors import Refused
from simulator.engine.looking import Looking, Seen
from simulator.engine.machine import Machine
from simulator.engine.play import Play
from simulator.engine.policies import POLICIES, Policy, PolicyName
from simulator.engine.script import own_copy
from simulator.engine.startex import at_startex
from simulator.engine.state import State
from simulator.scenario.scenario import Scenario
from simulator.scenario.wording import closest
from simulator.speech import Saying


@dataclass(frozen=True, slots=True)
class Setup:
    """What is chosen before STARTEX: chance, who sits where, and what the country has.

    `staffed` roles are people's at STARTEX; `bots` is how the others behave; `having` and `lacking`
    name capabilities whose default in the scenario is turned. `level` is one of the scenario's
    levels of difficulty, `side` one of its sides; without them, everything is as it is written.
    """

    seed: int = 0
    staffed: tuple[str, ...] = ()
    bots: PolicyName = "doctrine"
    having: tuple[str, ...] = ()
    lacking: tuple[str, ...] = ()
    level: str = ""
    side: str = ""

    def check(self, scenario: Scenario) -> None:
        """Raises Refused where it names something that is not there."""
        for role in self.staffed:
            if role not in scenario.roles:
                raise Refused(
                    "unknown", "this exercise has no role '{role}'{meant} (it has {there})",
                    role=role, meant=_meant(role, scenario.roles), there=_there(scenario.roles),
                )  # fmt: skip
        if self.bots not in POLICIES:
            raise Refused("unknown", "bots are one of {names}", names=", ".join(POLICIES))
        if self.level and self.level not in scenario.levels:
            raise Refused(
                "unknown", "this exercise has no level '{level}'{meant} (it has {there})",
                level=self.level, meant=_meant(self.level, scenario.levels),
                there=_there(scenario.levels),
            )  # fmt: skip
        if self.side and self.side not in scenario.sides:
            raise Refused(
                "unknown", "this exercise has no side '{side}'{meant} (it has {there})",
                side=self.side, meant=_meant(self.side, scenario.sides),
                there=_there(scenario.sides),
            )  # fmt: skip
        self.capabilities(scenario)

    def capabilities(self, scenario: Scenario) -> dict[str, bool]:
        """Which capabilities this run has. Raises Refused for a name the scenario lacks."""
        for name in (*self.having, *self.lacking):
            if name not in scenario.capabilities:
                known = scenario.capabilities
                raise Refused(
                    "unknown", "this exercise has no capability '{name}'{meant} (it has {there})",
                    name=name, meant=_meant(name, known), there=_there(known),
                )  # fmt: skip
        return {
            name: (capability.has or name in self.having) and name not in self.lacking
            for name, capability in scenario.capabilities.items()
        }


class Asked(NamedTuple):
    """A command that was done at second `at`. `stand_in` is who of control gave it in the place of
    its role; None where the role itself did."""

    at: int
    command: Command
    stand_in: str | None = None


class Turn(NamedTuple):
    """That from second `at` on, and before what was asked at it, chance falls as `luck` says."""

    at: int
    luck: int


def in_order(turns: Iterable[Turn], asked: Iterable[Asked]) -> list[Turn | Asked]:
    """What made a run what it is, by its second; in each, chance turns before anything is asked."""
    deeds: list[Turn | Asked] = [*turns, *asked]
    return sorted(deeds, key=lambda deed: deed.at)


class Exercise(Seen):
    """One team's run. Time is whole seconds since STARTEX.

    Raises Refused when the setup names something that is not there.
    """

    def __init__(self, scenario: Scenario, setup: Setup = Setup()) -> None:
        setup.check(scenario)
        scenario = own_copy(scenario.at_side(setup.side).at_level(setup.level), setup.seed)
        state = at_startex(scenario, setup.capabilities(scenario), setup.staffed)
        self.scenario = scenario
        self.setup = setup
        self.asked: list[Asked] = []
        self.turns: list[Turn] = []
        self._machine = Machine(scenario, setup.seed, state)
        self._looking = Looking(self)
        policy = Policy(scenario, self._machine.chance, setup.bots, state)
        self._play = Play(self._machine, policy)
        self._play.begin()

    @classmethod
    def again(
        cls, scenario: Scenario, setup: Setup, asked: Iterable[Asked], to: int,
        *, inclusive: bool = False, turns: Iterable[Turn] = (),
    ) -> Exercise:  # fmt: skip
        """The same run once more up to second `to`, with what was asked before that second, and
        where that is `inclusive`, at it. `turns` are those of its chance, the one at `to` too."""
        run = cls(scenario, setup)
        fell = (turn for turn in turns if turn.at <= to)
        done = (before for before in asked if before.at < to + inclusive)
        for deed in in_order(fell, done):
            run.advance(deed.at)
            if isinstance(deed, Turn):
                run.reseed(deed.luck)
            else:
                run.submit(deed.command, deed.stand_in)
        run.advance(to)
        return run

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
    def annals(self) -> Annals:
        """The log, and what followed from what, to be looked at only."""
        return Annals(self._machine.log, self._machine.because)

    @property
    def over(self) -> bool:
        return self.state.over

    @property
    def held(self) -> bool:
        """Whether a module holds the clock until someone proceeds."""
        return self.state.module is not None

    def reseed(self, luck: int) -> None:
        """Let chance fall otherwise from now on: a fork of the run that the seed does not tell."""
        self.turns.append(Turn(self.now, luck))
        self._machine.chance.turn(luck)

    def next_at(self) -> float:
        """When something is next due; infinity when nothing is."""
        return self._machine.env.peek()

    def advance(self, to: int) -> list[e.Event]:
        """Play up to and including everything due at `to`; the events of that stretch.

        The clock stops early where a module holds it, and at the end.
        """
        done = len(self.log)
        if not self._machine.drain(to):
            self._play.end("", f"stuck: {self._machine.culprit()}")
        if not self.over and not self.held:
            self._machine.stand_still(to)
        return self.log[done:]

    def submit(self, command: Command, stand_in: str | None = None) -> list[e.Event]:
        """Do what is asked, after everything due by now; the events it led to at this second.

        `stand_in` is the name of who acts for control in the place of the command's role.

        Raises Refused, and then nothing has changed.
        """
        self.advance(self.now)
        done = len(self.log)
        self._play.perform(command, stand_in=stand_in)
        self.asked.append(Asked(self.now, command, stand_in))
        self.advance(self.now)
        return self.log[done:]


def _meant(name: str, known: Mapping[str, object]) -> str | Saying:
    close = closest(name, frozenset(known))
    return close and Saying("; did you mean '{name}'?", {"name": close})


def _there(known: Mapping[str, object]) -> str | Saying:
    return ", ".join(known) or Saying("none")
