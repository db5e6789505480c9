"""When there is too little to do for a role, or too much at once, as people would feel it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from simulator.authoring.quality.reading import (
    THINKING,
    WRITING,
    languages,
    real,
    spoken,
    to_decide,
    to_read_inject,
)
from simulator.engine import events as e
from simulator.rehearsal.playing import Played
from simulator.rehearsal.rehearsing import Rehearsal
from simulator.scenario.finding import Finding
from simulator.scenario.scenario import Scenario
from simulator.session.skip import NEWS

IDLE: Final = 20 * 60
"""Real seconds without news after which people turn to their telephones."""

DULL: Final = 10 * 60
"""The same for everybody at once: nobody has anything to tell the others either."""

WINDOW: Final = 10 * 60
"""Real seconds in which what comes should be dealt with: the time to the next talk of a group."""


class Stretch(NamedTuple):
    """Exercise seconds since STARTEX."""

    begin: int
    end: int

    @property
    def length(self) -> int:
        return self.end - self.begin


def in_pace(rehearsal: Rehearsal) -> Iterator[Finding]:
    """Judged by the runs in which bots play as people should: by doctrine."""
    scenario, runs = rehearsal.scenario, rehearsal.by("doctrine")
    players = [name for name, role in scenario.roles.items() if not role.response_cell]
    if not runs:
        return
    for role in players:
        yield from _idle(scenario, runs, role)
        yield from _overload(scenario, runs, role)
    if len(players) > 1:
        yield from _dull(scenario, runs, players)


def _idle(scenario: Scenario, runs: Sequence[Played], role: str) -> Iterator[Finding]:
    longest = _typical([_longest_quiet(run, {role}) for run in runs])
    if real(scenario, longest.length) > IDLE:
        yield Finding(
            ("roles", role), "Q41",
            f"from {_since(longest.begin)} on, '{role}' hears nothing new for "
            f"{_how_long(scenario, longest)}; send it something, or give it something to decide",
            key=True,
        )  # fmt: skip


def _dull(scenario: Scenario, runs: Sequence[Played], players: Sequence[str]) -> Iterator[Finding]:
    longest = _typical([_longest_quiet(run, {*players}) for run in runs])
    if real(scenario, longest.length) > DULL:
        yield Finding(
            ("length",), "Q43",
            f"from {_since(longest.begin)} on, nobody hears anything new for "
            f"{_how_long(scenario, longest)}; let something happen, or raise the pace",
            key=True,
        )  # fmt: skip


def _how_long(scenario: Scenario, stretch: Stretch) -> str:
    return f"{spoken(real(scenario, stretch.length))} of real time (at pace {scenario.pace:g})"


def _since(at: int) -> str:
    return f"T+{at // 3600:02}:{at // 60 % 60:02}"


def _typical(stretches: Sequence[Stretch]) -> Stretch:
    """That of the median length."""
    return sorted(stretches, key=lambda stretch: stretch.length)[len(stretches) // 2]


def _longest_quiet(run: Played, roles: set[str]) -> Stretch:
    events = (event for event in run.log if isinstance(event, NEWS))
    news = [event.at for event in events if not roles.isdisjoint(event.to)]
    stretches = (Stretch(before, after) for before, after in pairwise([0, *news, run.now]))
    return max(stretches, key=lambda stretch: stretch.length)


def _overload(scenario: Scenario, runs: Sequence[Played], role: str) -> Iterator[Finding]:
    if scenario.teaches:  # who learns the terminal plays alone, and stops the clock to read
        return
    costs = Costs(scenario)
    loads = sorted(_heaviest(scenario, costs, run, role) for run in runs)
    seconds, at = loads[len(loads) // 2]
    if seconds > WINDOW:
        yield Finding(
            ("roles", role), "Q42",
            f"from {_since(at)} on, what comes to '{role}' within {spoken(WINDOW)} of real time "
            f"(at pace {scenario.pace:g}) takes about {spoken(seconds)} to read, weigh and answer; "
            "spread it, or let others take some of it",
            key=True,
        )  # fmt: skip


def _heaviest(scenario: Scenario, costs: Costs, run: Played, role: str) -> tuple[float, int]:
    """The most work that comes within a window, and when it begins to come."""
    items = [(event.at, costs.of(event, role)) for event in run.log if role in event.to]
    items = [item for item in items if item[1]]
    window, first, sum_, most = WINDOW * scenario.pace, 0, 0.0, (0.0, 0)
    for at, cost in items:
        sum_ += cost
        while at - items[first][0] >= window:
            sum_ -= items[first][1]
            first += 1
        most = max(most, (sum_, items[first][0]))
    return most


class Costs:
    """Real seconds that an event costs the one it comes to, in the language that takes longest."""

    def __init__(self, scenario: Scenario) -> None:
        self._scenario = scenario
        self._languages = languages(scenario)
        self._known: defaultdict[str, dict[str, float]] = defaultdict(dict)

    def of(self, event: e.Event, role: str) -> float:
        match event:
            case e.InjectSent():
                return self._reading(event.inject)
            case e.DecisionOpened() if self._scenario.decider(event.decision) == role:
                return self._deciding(event.decision)
            case e.ConsentAsked() if event.of == role:
                return 2 * THINKING
            case e.ReportDue() if role in self._scenario.reports[event.report].by:
                return WRITING
            case _:
                return 0

    def _reading(self, name: str) -> float:
        known = self._known["inject"]
        if name not in known:
            inject = self._scenario.inject[name]
            known[name] = max(to_read_inject(inject, language) for language in self._languages)
        return known[name]

    def _deciding(self, name: str) -> float:
        known = self._known["decision"]
        if name not in known:
            _, asked = self._scenario.decision[name]
            known[name] = max(to_decide(asked, language) for language in self._languages)
        return known[name]
