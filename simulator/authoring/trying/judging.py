"""Whether what a test expects came true in a run: watched second by second, judged at the end."""

from __future__ import annotations

from typing import NamedTuple

from simulator.authoring.trying.hopes import END, AnyHope, Ended, Ever, Holds, Never, Rated, Sent
from simulator.authoring.trying.wording import as_it_is, letters
from simulator.engine.results import results
from simulator.engine.state import State
from simulator.engine.titles import Titles
from simulator.engine.truth import Test, compiled
from simulator.engine.wording import moment
from simulator.scenario import Scenario
from simulator.scenario.conditions import Condition, InjectIs


class Verdict(NamedTuple):
    """Whether it came true. If not, what was instead, and the second at which one sees it."""

    met: bool
    instead: str = ""
    at: int = 0


class Watch:
    """One expectation of one run."""

    def __init__(self, hope: AnyHope) -> None:
        self.hope = hope
        self.condition = condition_of(hope)
        self.test: Test | None = None if self.condition is None else compiled(self.condition)
        self.first: int | None = None
        self.instead = ""
        self.judged: bool | None = None
        self._at = hope.at if isinstance(hope, Holds) and hope.at != END else None

    @property
    def moments(self) -> tuple[int, ...]:
        """Seconds at which it must be asked, whatever happens."""
        own = () if self._at is None else (self._at,)
        return (*own, *(self.test.times if self.test else ()))

    def look(self, titles: Titles, state: State, now: int) -> None:
        """Ask once more, for something may have changed."""
        if self.test is None or self.condition is None:
            return
        if isinstance(self.hope, Holds):
            if self._at is not None and now <= self._at:
                self.judged = self.test.holds(state, now)
                self.instead = "" if self.judged else as_it_is(titles, self.condition, state, now)
        elif self.first is None and self.test.holds(state, now):
            self.first = now
            if isinstance(self.hope, Never):
                self.instead = as_it_is(titles, self.condition, state, now)

    def verdict(self, titles: Titles, state: State, now: int) -> Verdict:
        """What came of it, now that the run is over."""
        hope = self.hope
        match hope:
            case Sent() | Ever():
                return self._in_time(titles, state, now, hope.by)
            case Never():
                met = self.first is None or (hope.before is not None and self.first >= hope.before)
                return Verdict(met, f"at {moment(self.first or 0)} {self.instead}", self.first or 0)
            case Holds():
                return self._then(titles, state, now)
            case Rated():
                return _rated(titles.scenario, hope, state, now)
            case Ended():
                met = state.outcome in hope.outcome
                return Verdict(met, _ended(titles, state, now), now)

    def _in_time(self, titles: Titles, state: State, now: int, by: int | None) -> Verdict:
        if self.first is None:
            assert self.condition is not None
            never = "it never was" if isinstance(self.hope, Sent) else "it never came true"
            at_end = as_it_is(titles, self.condition, state, now)
            return Verdict(False, f"{never}; at the end {at_end}", now if by is None else by)
        late = by is not None and self.first > by
        return Verdict(not late, f"only at {moment(self.first)}", self.first)

    def _then(self, titles: Titles, state: State, now: int) -> Verdict:
        assert self.condition is not None
        assert self.test is not None
        if self._at is None:
            met = self.test.holds(state, now)
            return Verdict(met, "" if met else as_it_is(titles, self.condition, state, now), now)
        if now < self._at:
            return Verdict(False, f"it was over at {moment(now)} already", now)
        return Verdict(bool(self.judged), self.instead, self._at)


def condition_of(hope: AnyHope) -> Condition | None:
    """What of the world it is about, None where it is about the result."""
    match hope:
        case Sent():
            return InjectIs.model_construct(inject=hope.inject, state="sent")
        case Ever():
            return hope.ever
        case Never():
            return hope.never
        case Holds():
            return hope.holds
        case _:
            return None


def _rated(scenario: Scenario, hope: Rated, state: State, now: int) -> Verdict:
    got = next(it for it in results(scenario, state, now) if it.id == hope.objective)
    met = (not hope.rating or got.rating in hope.rating) and (
        hope.points is None or hope.points.admit(got.points)
    )
    missed = [
        Titles(scenario, "en", {}).measure(f"{got.id}/{number}")
        for number, measured in enumerate(got.measures)
        if not measured.met
    ]
    lost = f"; not met: {'; '.join(missed)}" if missed else ""
    return Verdict(
        met, f"it got {letters([got.rating])}, {got.points} of {got.of} points{lost}", now
    )


def _ended(titles: Titles, state: State, now: int) -> str:
    if not state.over:
        return f"it was left at {moment(now)}, before its end"
    if not state.outcome:
        return "it ended with no outcome that the scenario tells of"
    return f"it ended with “{titles.words(titles.scenario.outcomes[state.outcome].title)}”"
