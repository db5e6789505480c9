"""What may be so, and from which second on: a world in which nothing that was possible ends.

Time goes on as in a run, and whatever could happen at the earliest second does. So a value that is
not here at the end can't come about in any run, and no value comes about sooner than it says.
"""

from __future__ import annotations

from collections.abc import Callable
from heapq import heappop, heappush
from itertools import count
from math import inf
from typing import Any, Final, NamedTuple

from simulator.authoring.logic.terms import (
    TIME,
    Among,
    Every,
    Some,
    Subject,
    Term,
    Within,
    subjects,
)
from simulator.scenario import Scenario

Act = Callable[[], object]

_AT_FIRST: Final[dict[str, Any]] = {
    "link": "connected", "started": False, "seen": False, "step": "waiting", "inject": "unsent",
    "read": False, "decision": ("unasked", ""), "action": False, "report": False,
    "module": "unopened", "due": False, "variant": False, "chosen": False, "revealed": False,
    "alarm": False, "passed": False, "manual": False, "deceived": False, "ended": False,
    "challenge": False,
}  # fmt: skip
_EITHER: Final = ("capability", "staffed")
"""What is chosen before STARTEX, and may be one or the other in any run."""


class Hull(NamedTuple):
    """From second `at` on a number may be anything from `low` to `high`."""

    at: float
    low: float
    high: float


class Watch:
    """An act that waits for a term to become possible."""

    __slots__ = ("act", "term")

    def __init__(self, term: Term, act: Act) -> None:
        self.term = term
        self.act: Act | None = act


class World:
    """All that may be so by `now` (seconds since STARTEX)."""

    def __init__(self, scenario: Scenario) -> None:
        self.scenario = scenario
        self.now: float = 0
        self._values: dict[Subject, dict[Any, float]] = {}
        self._hulls: dict[Subject, list[Hull]] = {}
        self._watches: dict[Subject, list[Watch]] = {}
        self._due: list[tuple[float, int, Act]] = []
        self._number = count()

    def values(self, subject: Subject) -> dict[Any, float]:
        """By value that the subject may have, the earliest second."""
        found = self._values.get(subject)
        if found is None:
            found = self._values[subject] = dict.fromkeys(self._at_first(subject), 0.0)
        return found

    def hulls(self, subject: Subject) -> list[Hull]:
        """The bounds of a number, ever wider as time goes on."""
        found = self._hulls.get(subject)
        if found is None:
            found = self._hulls[subject] = [Hull(0, *self._range(subject))]
        return found

    def _at_first(self, subject: Subject) -> tuple[Any, ...]:
        kind = subject[0]
        if kind in _EITHER:
            return (True, False)
        if kind == "fact":
            return (self.scenario.facts[subject[1]].start,)
        if kind == "foothold":
            return (self.scenario.assets[subject[1]].foothold,)
        return (_AT_FIRST[kind],)

    def _range(self, subject: Subject) -> tuple[float, float]:
        kind, name = subject
        if kind == "gauge":
            start = self.scenario.gauges[name].start
            return start, start
        if kind in ("people", "free"):
            people = self.scenario.team[name][1].people
            return people, people
        return (100, 100) if kind in ("service", "hosts_intact") else (0, 0)

    # What may be

    def earliest(self, term: Term, since: float = 0) -> float:
        """The first second from `since` on at which it may be so; infinity where it never is."""
        match term:
            case Among(subject, values):
                known = self.values(subject)
                at = min((known[value] for value in values if value in known), default=inf)
                return max(since, at)
            case Within():
                return self._within(term, since)
            case Some(parts):
                return min((self.earliest(part, since) for part in parts), default=inf)
            case Every(parts):
                return self._every(parts, since)

    def _within(self, asked: Within, since: float) -> float:
        if asked.subject == TIME:
            at = max(since, asked.low)
            return at if at <= min(asked.high, self.scenario.length) else inf
        for at, low, high in self.hulls(asked.subject):
            if asked.low <= high and low <= asked.high:
                return max(since, at)
        return inf

    def _every(self, parts: tuple[Term, ...], since: float) -> float:
        """All at one second: what must be before some moment can't wait for the others."""
        at = since
        for part in parts:
            at = self.earliest(part, at)
            if at == inf:
                return inf
        late = any(isinstance(p, Within) and p.subject == TIME and at > p.high for p in parts)
        return inf if late else at

    # What happens

    def later(self, seconds: float, act: Act) -> None:
        heappush(self._due, (self.now + seconds, next(self._number), act))

    def when(self, term: Term, act: Act) -> None:
        """Act once, as soon as it may be so."""
        watch = Watch(term, act)
        if not self._look(watch):
            for subject in set(subjects(term)):
                self._watches.setdefault(subject, []).append(watch)

    def add(self, subject: Subject, value: Any = True) -> bool:
        """From now on the subject may have this value; whether it is new."""
        known = self.values(subject)
        if value in known:
            return False
        known[value] = self.now
        self._wake(subject)
        return True

    def widen(self, subject: Subject, low: float, high: float) -> bool:
        """From now on the number may be in these bounds, too; whether that is new."""
        hulls = self.hulls(subject)
        _, least, most = hulls[-1]
        if least <= low and high <= most:
            return False
        hulls.append(Hull(self.now, min(least, low), max(most, high)))
        self._wake(subject)
        return True

    def run(self) -> None:
        """Go on until nothing new may come about before the end of the exercise."""
        due, end = self._due, self.scenario.length
        while due and due[0][0] <= end:
            self.now, _, act = heappop(due)
            act()

    def _wake(self, subject: Subject) -> None:
        watches = self._watches.pop(subject, None)
        if watches:
            kept = [watch for watch in watches if not self._look(watch)]
            self._watches.setdefault(subject, []).extend(kept)

    def _look(self, watch: Watch) -> bool:
        """Whether it need not be looked at again; it acts after what is going on now."""
        if watch.act is None:
            return True
        at = self.earliest(watch.term, self.now)
        if at <= self.now:
            act, watch.act = watch.act, None
            self.later(0, act)
            return True
        if at < inf:
            self.later(at - self.now, lambda: self._look(watch))
        return False
