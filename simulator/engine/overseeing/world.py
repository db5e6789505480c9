"""The world as it is: assets, gauges, the adversary, people and their work, objectives. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from simulator.engine import retelling
from simulator.engine.duties import ENDED
from simulator.engine.overseeing.physics import physics
from simulator.engine.queues import in_line
from simulator.engine.results import MeasureResult, results
from simulator.engine.rules import waits
from simulator.engine.state import State
from simulator.engine.titles import Titles
from simulator.engine.views import overview as o
from simulator.engine.wording.leaves import fact


def assets(titles: Titles, state: State) -> Iterator[o.AssetRow]:
    for name, asset in titles.scenario.assets.items():
        now = state.assets[name]
        yield o.AssetRow(
            id=name,
            title=titles.asset(name),
            owner=asset.owner,
            link=now.link,
            hosts=asset.hosts,
            intact=now.intact,
            encrypted=now.encrypted,
            wiped=now.wiped,
            service=now.service,
            foothold=now.foothold,
            leaked=now.leaked,
            workaround=now.workaround,
            seen_by=_seers(state, "assets", name),
            foothold_known_to=_seers(state, "footholds", name) if now.foothold else (),
        )


def _seers(
    state: State, kind: Literal["assets", "gauges", "footholds"], name: str
) -> tuple[str, ...]:
    return tuple(role for role, sight in state.sight.items() if name in getattr(sight, kind))


def gauges(titles: Titles, state: State) -> Iterator[o.GaugeRow]:
    for name, now in state.gauges.items():
        seen_by = _seers(state, "gauges", name)
        yield o.GaugeRow(
            name, titles.gauge(name), now.value, now.per_hour, now.since, seen_by,
            now.low, now.high, physics(titles, state, name),
        )  # fmt: skip


def crews(titles: Titles, state: State) -> Iterator[o.CrewRow]:
    actions, line = titles.scenario.actions, in_line(state.orders)
    for name, (role, _) in titles.scenario.team.items():
        queue = (q for q in line if name in actions[state.orders[q].action].takes.people)
        now = state.teams[name]
        yield o.CrewRow(name, titles.team(name), role, now.people, now.busy, tuple(queue))


def orders(titles: Titles, state: State) -> Iterator[o.OrderRow]:
    """Those that go on first, the newest of each first."""
    found = sorted(state.orders.items(), key=lambda it: (it[1].phase in ENDED, -it[1].ordered))
    for name, order in found:
        action = titles.scenario.actions[order.action]
        running = order.phase == "running"
        yield o.OrderRow(
            id=name,
            role=order.role,
            title=titles.words(action.title),
            target=order.target or "",
            phase=order.phase,
            ordered=order.ordered,
            since=order.since,
            usual_end=order.since + action.takes.time.likely if running else None,
            priority=order.priority,
        )


def consents(titles: Titles, state: State) -> Iterator[o.ConsentRow]:
    for name, request in state.requests.items():
        if request.phase not in ("asked", "questioned") or not waits(state, name):
            continue
        yield o.ConsentRow(
            id=name,
            subject=titles.request(name),
            asker=request.role,
            of=request.of,
            phase=request.phase,
            asked=request.asked,
            due=request.due,
            question=retelling.question(
                titles.scenario, name, request.question, request.asked, titles.language
            ),
            staffed=(request.of if request.phase == "asked" else request.role) in state.staffed,
            reason=_reason(state, name),
            reply=request.text,
        )


def _reason(state: State, request: str) -> str:
    """Why the order was given, or the option chosen, that consent is asked for."""
    kind, _, decision = request.partition("/")
    return (state.decisions[decision] if kind == "decision" else state.orders[request]).reason


def facts(titles: Titles, state: State) -> Iterator[o.FactRow]:
    for name, holds in state.facts.items():
        yield o.FactRow(name, fact(titles, name), holds)


def objectives(titles: Titles, state: State, now: int) -> Iterator[o.ObjectiveRow]:
    for result in results(titles.scenario, state, now):
        measures = tuple(
            _measure(titles, state, result.id, number, measured)
            for number, measured in enumerate(result.measures)
        )
        aim = titles.scenario.objectives[result.id]
        tasks = tuple((id, titles.words(task.title)) for id, task in aim.tasks.items())
        yield o.ObjectiveRow(
            result.id, titles.words(aim.title), result.rating, result.points, result.of, measures,
            titles.words(aim.core_capability), tasks,
        )  # fmt: skip


def _measure(
    titles: Titles, state: State, objective: str, number: int, measured: MeasureResult
) -> o.MeasureRow:
    worth, name = measured.measure.worth, f"{objective}/{number}"
    task = titles.scenario.objectives[objective].tasks.get(measured.task)
    own = measured.measure.title or (task.title if task else None)
    title = titles.words(own) or titles.measure(name)
    points = worth if measured.met else 0
    # At the end all is settled, also what was never said to be met or not.
    now = ("met" if measured.met else "failed") if state.over else state.measures[name].now
    return o.MeasureRow(title, now, points, worth, measured.task)
