"""How a run stands, to be laid beside other runs of the same scenario. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, Final, Protocol

from simulator.engine import scoring
from simulator.engine.gauging import fine
from simulator.engine.results import tally
from simulator.engine.state import AssetState, DecisionState, GaugeState, State
from simulator.engine.titles import Titles
from simulator.engine.views.comparing import Standing
from simulator.scenario.conditions import Bounds
from simulator.scenario.scenario import Scenario
from simulator.scenario.world import Gauge
from simulator.speech.habits import figure

_OPEN: Final = ("waiting", "queued", "running")
_CROSSED: Final = ("ringing", "passed")


class Run(Protocol):
    """What is looked at of an exercise."""

    @property
    def scenario(self) -> Scenario: ...
    @property
    def state(self) -> State: ...
    @property
    def now(self) -> int: ...


def standing(team: str, run: Run, language: str) -> Standing:
    """How the team of this name stands, but for what needs the others: contest and advice."""
    scenario, state = run.scenario, run.state
    titles = Titles(scenario, language, state.orders)
    lowest = weakest(state)
    side, outcome = scenario.sides.get(scenario.side), scenario.outcomes.get(state.outcome)
    return Standing(
        team=team,
        side=titles.words(side.title) if side else "",
        now=run.now,
        over=state.over,
        outcome=titles.words(outcome.title) if outcome else "",
        service=state.assets[lowest].service if lowest else 1000,
        lowest=titles.asset(lowest) if lowest else "",
        sent=sum(report.times for report in state.reports.values()),
        late=sum(report.late for report in state.reports.values()),
        orders=sum(order.phase in _OPEN for order in state.orders.values()),
        contest=None,
        tempo=state.share,
        **tally(scenario, state, run.now)._asdict(),
        **_plant(titles, state, run.now),
        **_race(scenario, state),
    )


def weakest(state: State) -> str | None:
    """The asset that gives the least; None where there is none."""
    return min(state.assets, key=lambda name: _serving(state.assets[name]), default=None)


def _serving(asset: AssetState) -> tuple[bool, int]:
    """What a team took off the network itself comes last: that was its decision, not its loss."""
    return asset.link != "connected", asset.service


def _plant(titles: Titles, state: State, now: int) -> dict[str, Any]:
    """What is measured of a team's plant."""
    gauges, worst = titles.scenario.gauges, _worst(titles.scenario, state, now)
    told = {"gauge": "", "value": "", "badness": 0}
    if worst:
        gauge, stands = gauges[worst], state.gauges[worst]
        value = _value(gauge, stands.at(now), titles.language)
        bad = badness(gauge, stands, now)
        told = {"gauge": titles.gauge(worst), "value": value, "badness": bad}
    physics = state.physics.values()
    ringing, passed = (sum(len(getattr(it, name)) for it in physics) for name in _CROSSED)
    return {**told, "ringing": ringing, "passed": passed}


def _race(scenario: Scenario, state: State) -> dict[str, Any]:
    """How far the adversary is, and how players decide."""
    phases = [step.phase for step in state.steps.values()]
    took = sorted(asked.at - asked.opened for asked in _players(scenario, state, "taken"))
    return {
        "steps": len(phases),
        "done": phases.count("done"),
        "stopped": phases.count("stopped") + phases.count("failed"),
        "seen": sum(step.seen for step in state.steps.values()),
        "answered": len(took),
        "missed": sum(1 for _ in _players(scenario, state, "missed")),
        # The middle one; `statistics` would cost every player's start a hundredth of a second.
        "took": took[(len(took) - 1) // 2] if took else None,
    }


def contested(standings: Sequence[Standing], runs: Mapping[str, Run]) -> tuple[Standing, ...]:
    """The same with the points of the contest, where there is one; `runs` are by their teams."""
    contest = next((run.scenario.contest for run in runs.values()), None)
    if contest is None:
        return tuple(standings)
    scored = [scoring.run_of(team, run.scenario, run.state) for team, run in runs.items()]
    points = {row.team: row.points for row in scoring.standings(contest, scored).teams}
    return tuple(replace(one, contest=points[one.team]) for one in standings)


def badness(gauge: Gauge, state: GaugeState, now: int) -> int:
    """How bad a gauge is, in thousandths: within its normal range 0, at its bad end 1000."""
    value, low, high = state.at(now), state.low, state.high
    if gauge.normal:
        least, most = _normal(gauge.normal, low, high)
        if least <= value <= most:
            return 0
        out, room = (least - value, least - low) if value < least else (value - most, high - most)
        return 1000 * out // max(1, room)
    share = 1000 * (value - low) // max(1, high - low)
    return share if gauge.good == "low" else 1000 - share


def _normal(normal: Bounds, low: int, high: int) -> tuple[int, int]:
    least = [normal.above, normal.at_least]
    most = [normal.below, normal.at_most]
    return (
        max([low, *(fine(level) for level in least if level is not None)]),
        min([high, *(fine(level) for level in most if level is not None)]),
    )


def _worst(scenario: Scenario, state: State, now: int) -> str | None:
    """The gauge that is worst, of the physical ones where there are any."""
    physical = [name for name, gauge in scenario.gauges.items() if gauge.physical]
    return max(
        physical or scenario.gauges,
        key=lambda name: badness(scenario.gauges[name], state.gauges[name], now),
        default=None,
    )


def _value(gauge: Gauge, value: int, language: str) -> str:
    number = figure(language, f"{value / 1000:.1f}" if gauge.unit else f"{value / 1000:.0f}")
    return f"{number} {gauge.unit}" if gauge.unit else number


def _players(scenario: Scenario, state: State, phase: str) -> Iterator[DecisionState]:
    for name, asked in state.decisions.items():
        decider = scenario.roles[scenario.decider(name)]
        if asked.phase == phase and not decider.response_cell:
            yield asked
