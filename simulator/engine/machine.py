"""The deterministic machine: SimPy's clock, the state, the log, and the watches on conditions.

It knows when and in what order; what things mean is in the modules that use it.
"""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Callable, Generator
from typing import Any, Final, Literal

import simpy

from simulator.engine import events as e
from simulator.engine.chance import Chance
from simulator.engine.fold import fold
from simulator.engine.lines import next_turn
from simulator.engine.services import Network
from simulator.engine.state import State
from simulator.engine.touches import touched
from simulator.engine.truth import Key, Test, test_of
from simulator.scenario.conditions import Condition
from simulator.scenario.scenario import Scenario
from simulator.scenario.values import Span

NO_CAUSE: Final = -1

AS_WRITTEN: Final = 1000
"""The scale of a run that nothing has made faster or slower."""

Act = Callable[[], object]
Life = Generator[simpy.Event, Any, None]

BUDGET: Final = 20_000
"""Turns and events at one second, over and above four for each inject of the scenario."""


class Watch:
    """Calls `turned(holds)` whenever its test changes its answer, at exactly that second.

    `woken` is the place of the event that woke it, `cause` of the one that turned it last.
    """

    __slots__ = ("awake", "cause", "holds", "test", "turned", "woken")

    def __init__(self, test: Test, turned: Callable[[bool], None]) -> None:
        self.test = test
        self.turned: Callable[[bool], None] | None = turned
        self.holds = False
        self.awake = False
        self.woken = self.cause = NO_CAUSE


class Machine:
    """One run's moving parts. Everything else asks it for the time, and records through it.

    `because` holds for every event of the log the place of the one that it followed from; `cause`
    is that place for what is going on now. What people ask and what time brings has none.
    """

    def __init__(self, scenario: Scenario, seed: int, state: State) -> None:
        self.scenario = scenario
        self.state = state
        self.chance = Chance(seed)
        self.network = Network(scenario.assets)
        self.env = simpy.Environment()
        self.log: list[e.Event] = []
        self.because: list[int] = []
        self.cause = NO_CAUSE
        self._watches: dict[Key, list[Watch]] = {}
        self._awake: deque[Watch] = deque()
        self._levels: dict[str, set[int]] = {}
        self._aim: dict[str, int] = {}
        self._followers: dict[type, list[Callable[[Any], None]]] = {}
        self._seers: dict[Key, e.Roles] = {}
        self.follow(e.Revealed, lambda _: self._seers.clear())
        self._budget = BUDGET + 4 * len(scenario.injects)
        self._turns = 0
        self.now = 0

    def record(self, event: e.Event) -> None:
        """Let it have happened: fold it, log it, wake what depends on it.

        After ENDEX nothing happens any more.
        """
        state = self.state
        if state.over:
            return
        fold(state, event)
        cause, self.cause = self.cause, len(self.log)
        self.because.append(cause)
        self.log.append(event)
        for key in touched(state, event):
            if key in self._watches:
                self._wake_all(key)
        if type(event) in self._followers:
            for follow in self._followers[type(event)]:
                follow(event)
        self.cause = cause

    @property
    def newest(self) -> int:
        """The place of the event that was recorded last."""
        return len(self.log) - 1

    def because_of(self, place: int, act: Act) -> None:
        """Act, because of the event that has this place in the log."""
        before, self.cause = self.cause, place
        act()
        self.cause = before

    def follow(self, kind: type, follower: Callable[[Any], None]) -> None:
        """Call `follower` with every event of this kind, right after it was recorded."""
        self._followers.setdefault(kind, []).append(follower)

    def who_sees(self, kind: Literal["assets", "gauges"], name: str) -> e.Roles:
        """The roles that may know of this asset or gauge now, in the author's order."""
        found = self._seers.get((kind, name))
        if found is None:
            sight = self.state.sight
            found = tuple(role for role in sight if name in getattr(sight[role], kind))
            self._seers[kind, name] = found
        return found

    def later(self, seconds: int, act: Act) -> None:
        """Act in so many seconds; in none, still after what is going on now."""
        cause = self.cause

        def due(_: simpy.Event) -> None:
            self.cause = cause
            act()
            self.cause = NO_CAUSE

        self.env.timeout(seconds).callbacks.append(due)

    def live(self, life: Life) -> simpy.Process:
        """A process that goes on for the cause it has now, until it takes another."""
        return self.env.process(self._remembering(life, self.cause))

    def _remembering(self, life: Life, cause: int) -> Life:
        # The clock steps processes on without knowing what they are about.
        step: Callable[[Any], simpy.Event] = life.send
        given: Any = None
        while True:
            self.cause = cause
            try:
                waits_for = step(given)
            except StopIteration:
                return
            finally:
                cause, self.cause = self.cause, NO_CAUSE
            try:
                given, step = (yield waits_for), life.send
            except simpy.Interrupt as hit:
                given, step = hit, life.throw
                cause = cause if hit.cause is None else hit.cause

    def delay(self, span: Span, purpose: str, name: str) -> int:
        """Seconds drawn for the plot or the adversary, at the tempo that control has set."""
        seconds, scale = self.chance.seconds(span, purpose, name), self.state.scale
        return seconds if scale == AS_WRITTEN else max(min(1, seconds), seconds * scale // 1000)

    def test(self, condition: Condition | None) -> Test:
        """The test of one of the scenario's conditions; no condition always holds."""
        return test_of(self.scenario, condition)

    def holds(self, condition: Condition | None) -> bool:
        """Whether it holds now."""
        return self.test(condition).holds(self.state, self.now)

    def watch(self, test: Test, turned: Callable[[bool], None]) -> Watch:
        """Watch a condition from now on; if it holds already, that is its first turn."""
        watch = Watch(test, turned)
        for key in test.keys:
            self._watches.setdefault(key, []).append(watch)
        for time in test.times:
            if time > self.now:
                self.later(time - self.now, lambda: self._wake(watch))
        for gauge, level in test.levels:
            self._levels.setdefault(gauge, set()).add(level)
            self.aim(gauge)
        self._wake(watch)
        return watch

    def unwatch(self, watch: Watch) -> None:
        watch.turned = None
        for key in watch.test.keys:
            self._watches[key].remove(watch)

    def until(self, test: Test) -> simpy.Event:
        """An event for a process to wait for: the moment the test holds. It brings the cause."""
        event = self.env.event()
        self.once(test, lambda: event.succeed(self.cause))
        return event

    def once(self, test: Test, act: Act) -> None:
        """Act the first time the test holds."""

        def turned(holds: bool) -> None:
            if holds:
                self.unwatch(watch)
                act()

        watch = self.watch(test, turned)

    def aim(self, gauge: str) -> None:
        """Wake the gauge's watches at the very second it next passes a level they ask for."""
        levels = self._levels.get(gauge)
        if not levels:
            return
        turn = next_turn(self.state.gauges[gauge], levels, self.now)
        if turn is None:
            self._aim.pop(gauge, None)
        elif self._aim.get(gauge) != turn:
            self._aim[gauge] = turn
            self.later(turn - self.now, lambda: self._passed(gauge, turn))

    def _passed(self, gauge: str, turn: int) -> None:
        if self._aim.get(gauge) == turn:
            del self._aim[gauge]
            self._wake_all(("gauge", gauge))
            self.aim(gauge)

    def _wake_all(self, key: Key) -> None:
        for watch in self._watches[key]:
            self._wake(watch)

    def _wake(self, watch: Watch) -> None:
        if not watch.awake:
            watch.awake, watch.woken = True, self.cause
            self._awake.append(watch)

    def drain(self, to: int) -> bool:
        """Do all that is due up to and including `to`; False when the world never comes to rest.

        Stops early when the exercise is over, and, with everything at that second done, when a
        module holds the clock.
        """
        env, state = self.env, self.state
        self._turns = 0
        self._settle()
        while (at := env.peek()) <= to and not state.over:
            if at > self.now:
                if state.module:
                    return True
                self._turns, self.now = 0, int(at)
            env.step()
            if self._awake:
                self._settle()
            self._turns += 1
            if self._turns > self._budget:
                return False
        return True

    def _settle(self) -> None:
        """Ask every condition again that something has touched, until none turns any more."""
        awake = self._awake
        while awake and self._turns <= self._budget and not self.state.over:
            watch = awake.popleft()
            watch.awake = False
            if watch.turned is None:
                continue
            holds = watch.test.holds(self.state, self.now)
            if holds != watch.holds:
                watch.holds = holds
                self._turns += 1
                self.cause = watch.cause = watch.woken
                watch.turned(holds)
                self.cause = NO_CAUSE

    def culprit(self) -> str:
        """What kept coming round at this second, as a path through the plot."""
        counts = Counter(e.subject(event) for event in self.log if event.at == self.now)
        often = max(counts.values(), default=0)
        circle = [name for name in counts if counts[name] * 2 > often]
        return " -> ".join([*circle, *circle[:1]])

    def stand_still(self, to: int) -> None:
        """Move the clock to `to` with nothing due on the way."""
        if to > self.now:
            self.env.timeout(to - self.now)
            self.env.step()
            self.now = to
