"""How a scenario comes out by each policy over many seeds, as a small table. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from simulator.engine import events as e
from simulator.engine.results import tally
from simulator.engine.scoring import run_of, standings
from simulator.rehearsal.playing import Played
from simulator.scenario import Scenario


class Came(NamedTuple):
    """What one run came to: small, so that another process can hand it over. Shares are in per
    cent, of all assets alike; `service` is that of the end, `mean_service` of the whole time.
    `points` are None where there is no contest."""

    policy: str
    outcome: str
    stuck: bool
    hosts: float
    service: float
    mean_service: float
    gauges: tuple[float, ...]
    objectives: float
    points: float | None


class Spread(NamedTuple):
    """The mean, and between which values four of five runs lie."""

    mean: float
    low: float
    high: float


class Line(NamedTuple):
    """All runs of one policy; `outcomes` are numbers of runs."""

    policy: str
    runs: int
    hosts: Spread
    service: Spread
    mean_service: Spread
    gauges: Mapping[str, Spread]
    objectives: Spread
    points: Spread | None
    outcomes: Mapping[str, int]
    stuck: int


def came(run: Played) -> Came:
    """What this run, which is over, came to."""
    scenario, state = run.scenario, run.state
    hosts = sum(asset.hosts for asset in scenario.assets.values())
    intact = sum(asset.intact for asset in state.assets.values())
    objectives = tally(scenario, state, run.now)
    return Came(
        policy=run.setup.bots,
        outcome=state.outcome,
        stuck=bool(run.stuck),
        hosts=100 * intact / hosts if hosts else 100.0,
        service=_share(sum(asset.service for asset in state.assets.values()), len(state.assets)),
        mean_service=mean_service(run),
        gauges=tuple(state.gauges[name].at(run.now) / 1000 for name in scenario.gauges),
        objectives=100 * objectives.points / objectives.of if objectives.of else 100.0,
        points=points_of(run),
    )


def points_of(run: Played) -> float | None:
    """Of the contest, of this team alone; None where there is no contest."""
    if run.scenario.contest is None:
        return None
    alone = run_of("", run.scenario, run.state)
    return standings(run.scenario.contest, [alone]).teams[0].points


def mean_service(run: Played) -> float:
    """The service of all assets over the whole time, in per cent."""
    since: dict[str, tuple[int, int]] = dict.fromkeys(run.scenario.assets, (0, 1000))
    total = 0
    for event in run.log:
        if isinstance(event, e.ServiceChanged):
            at, level = since[event.asset]
            total += (event.at - at) * level
            since[event.asset] = event.at, event.level
    total += sum((run.now - at) * level for at, level in since.values())
    return _share(total, run.now * len(since))


def _share(thousandths: int, of: int) -> float:
    """In per cent; all where there is nothing."""
    return thousandths / of / 10 if of else 100.0


def line(scenario: Scenario, policy: str, runs: Sequence[Came]) -> Line:
    """What these runs of one policy came to, of which there is at least one."""
    points = [run.points for run in runs if run.points is not None]
    return Line(
        policy=policy,
        runs=len(runs),
        hosts=spread(run.hosts for run in runs),
        service=spread(run.service for run in runs),
        mean_service=spread(run.mean_service for run in runs),
        gauges={
            name: spread(run.gauges[place] for run in runs)
            for place, name in enumerate(scenario.gauges)
        },
        objectives=spread(run.objectives for run in runs),
        points=spread(points) if points else None,
        outcomes=Counter(run.outcome for run in runs),
        stuck=sum(run.stuck for run in runs),
    )


def spread(values: Iterable[float]) -> Spread:
    """The mean of these and their 10th and 90th percentiles, each one of the values."""
    found = sorted(values)
    last = len(found) - 1
    return Spread(sum(found) / len(found), found[round(last * 0.1)], found[round(last * 0.9)])
