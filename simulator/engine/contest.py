"""The contest at work: when its board opens and closes, and what answers and hints do."""

from __future__ import annotations

from collections.abc import Callable

from simulator.engine import events as e
from simulator.engine.commands import Solve, TakeHint
from simulator.engine.consequences import Consequences
from simulator.engine.guesses import Guesses
from simulator.engine.machine import Act, Machine
from simulator.engine.policies import Policy
from simulator.engine.repacing import Pace
from simulator.engine.seats import Seats
from simulator.engine.solvable import solve_why_not
from simulator.scenario.contest import Contest
from simulator.scenario.hashing import is_right


class Challenges:
    """The challenges of a team. An answer is judged here and kept nowhere."""

    def __init__(
        self, machine: Machine, consequences: Consequences, policy: Policy, seats: Seats
    ) -> None:
        self._machine = machine
        self._consequences = consequences
        self._ready: set[str] = set()
        self._plans = 0
        """How often its times were set; only the last ones count."""
        if machine.scenario.contest:
            Guesses(machine, policy, seats, self._guessed)

    def begin(self) -> None:
        machine, contest = self._machine, self._machine.scenario.contest
        if contest is None:
            return
        for name, challenge in contest.challenges.items():
            if challenge.opens is None:
                self._ready.add(name)
            else:
                machine.once(machine.test(challenge.opens), self._opener(name))
        self._plan(contest, contest.opens, contest.closes)

    def repace(self, pace: Pace) -> None:
        """It opens and closes later or sooner with all that is left, and ends with the exercise."""
        contest, state = self._machine.scenario.contest, self._machine.state.contest
        if contest is None or state is None or state.phase == "closed":
            return
        opens = state.opens if state.phase == "open" else pace.at(state.opens)
        self._plan(contest, opens, contest.closes and pace.at(state.closes))

    def solve(self, asked: Solve, bot: bool = False) -> None:
        """Judge an answer that the rules allow."""
        machine, name = self._machine, asked.challenge
        if is_right(asked.answer, machine.scenario.challenge[name].answers):
            self._solved(name, asked.role, asked.by, bot)
        else:
            machine.record(e.AnswerTried(machine.now, self._to(), name, asked.role, asked.by))

    def take_hint(self, asked: TakeHint) -> None:
        machine = self._machine
        machine.record(
            e.HintTaken(machine.now, self._to(), asked.challenge, asked.hint, asked.role, asked.by)
        )

    def _to(self) -> e.Roles:
        return self._machine.scenario.contestants

    def _guessed(self, name: str, role: str) -> None:
        """A bot has found it, unless somebody was faster or the board is closed."""
        if solve_why_not(self._machine.scenario, self._machine.state, name) is None:
            self._solved(name, role, "", True)

    def _solved(self, name: str, role: str, by: str, bot: bool) -> None:
        machine = self._machine
        machine.record(e.ChallengeSolved(machine.now, self._to(), name, role, by, bot))
        effects = machine.scenario.challenge[name].then
        machine.because_of(
            machine.newest, lambda: self._consequences.apply(effects, f"challenge/{name}")
        )

    def _opener(self, name: str) -> Act:
        return lambda: self._open(name)

    def _open(self, name: str) -> None:
        """What it waited for has come; before the board opens it waits for that, too."""
        machine, contest = self._machine, self._machine.state.contest
        self._ready.add(name)
        if contest and contest.phase == "open":
            machine.record(e.ChallengeOpened(machine.now, self._to(), name))

    def _plan(self, contest: Contest, opens: int, closes: int | None) -> None:
        """It opens, stands still and closes then, whatever was planned before."""
        machine, state = self._machine, self._machine.state
        assert state.contest is not None
        last = state.end if closes is None else min(closes, state.end)
        freezes = state.contest.freezes
        if not state.contest.frozen:
            freezes = max(machine.now, opens, last - contest.freezes) if contest.freezes else None
        machine.record(e.ContestPlanned(machine.now, e.NOBODY, opens, freezes, last))
        self._plans += 1
        if state.contest.phase == "waiting":
            self._at(opens, self._open_board)
        if freezes is not None and not state.contest.frozen:
            self._at(freezes, self._freeze)
        if last < state.end:
            self._at(last, self._close)

    def _at(self, second: int, act: Callable[[], None]) -> None:
        number = self._plans

        def due() -> None:
            if self._plans == number:
                act()

        self._machine.later(max(0, second - self._machine.now), due)

    def _open_board(self) -> None:
        machine = self._machine
        there = tuple(name for name in machine.scenario.challenge if name in self._ready)
        machine.record(e.ContestOpened(machine.now, self._to(), there))

    def _freeze(self) -> None:
        self._machine.record(e.ContestFrozen(self._machine.now, self._to()))

    def _close(self) -> None:
        self._machine.record(e.ContestClosed(self._machine.now, self._to()))
