"""Whether a condition holds: each compiled once into a test that names what it reads. Pure."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final, NamedTuple

from simulator.engine import gauging
from simulator.engine.said import in_the_last
from simulator.engine.state import AssetState, OrderState, State
from simulator.scenario import conditions as c
from simulator.scenario.scenario import Scenario

Holds = Callable[[State, int], bool]
Key = tuple[str, str]


class Test(NamedTuple):
    """`holds(state, now)`, the keys it must be asked again for, and the times that matter to it.

    A key is a kind and an id, like `("asset", "tims")`; `levels` are gauges with the thousandths
    at which the answer may turn.
    """

    holds: Holds
    keys: tuple[Key, ...] = ()
    times: tuple[int, ...] = ()
    levels: tuple[tuple[str, int], ...] = ()


UNBEGUN: Final = ("planned", "ready")
ALWAYS: Final = Test(lambda state, now: True)


def compiled(condition: c.Condition | None) -> Test:
    """The test of a condition; no condition always holds."""
    return ALWAYS if condition is None else COMPILERS[type(condition)](condition)


def test_of(scenario: Scenario, condition: c.Condition | None) -> Test:
    """The test of a condition of this scenario, compiled only once."""
    if condition is None:
        return ALWAYS
    # A condition lives as long as its scenario and so does the memo: its identity is its own.
    key = ("test", id(condition))
    found: Test | None = scenario.memo.get(key)
    if found is None:
        found = scenario.memo[key] = compiled(condition)
    return found


def both(*tests: Test) -> Test:
    """Holds while all of these do."""
    wanted = [test for test in tests if test is not ALWAYS]
    if len(wanted) <= 1:
        return wanted[0] if wanted else ALWAYS
    return _joined(all, tuple(wanted))


def either(*tests: Test) -> Test:
    """Holds while one of these does."""
    return _joined(any, tests)


def is_link(asset: str, link: str) -> Test:
    return Test(lambda state, now: state.assets[asset].link == link, (("asset", asset),))


def step_done(step: str) -> Test:
    return Test(lambda state, now: state.steps[step].phase == "done", (("step", step),))


def was_sent(inject: str) -> Test:
    return Test(lambda state, now: state.injects[inject].sent > 0, (("inject", inject),))


def was_reported(report: str) -> Test:
    return Test(lambda state, now: state.reports[report].sent is not None, (("report", report),))


def reached(time: int) -> Test:
    return Test(lambda state, now: now >= time, times=(time,))


def denied(test: Test) -> Test:
    holds = test.holds
    return test._replace(holds=lambda state, now: not holds(state, now))


def _joined(join: Callable[[Any], bool], tests: tuple[Test, ...]) -> Test:
    asked = tuple(test.holds for test in tests)
    enough = join is any

    def holds(state: State, now: int) -> bool:
        for one in asked:
            if one(state, now) is enough:
                return enough
        return not enough

    return Test(
        holds,
        tuple(dict.fromkeys(key for test in tests for key in test.keys)),
        tuple(dict.fromkeys(time for test in tests for time in test.times)),
        tuple(dict.fromkeys(level for test in tests for level in test.levels)),
    )


def _all(condition: c.All) -> Test:
    return _joined(all, tuple(compiled(part) for part in condition.all))


def _any(condition: c.Any_) -> Test:
    return _joined(any, tuple(compiled(part) for part in condition.any))


def _not(condition: c.Not) -> Test:
    return denied(compiled(condition.denied))


def _asset(condition: c.AssetIs) -> Test:
    name, link, foothold = condition.asset, condition.link, condition.foothold
    asked = [
        (measure, _admits(bounds))
        for field, measure in ASSET_MEASURES.items()
        if (bounds := getattr(condition, field)) is not None
    ]

    def holds(state: State, now: int) -> bool:
        asset = state.assets[name]
        if link is not None and asset.link != link:
            return False
        if foothold is not None and asset.foothold != foothold:
            return False
        return all(admits(measure(asset)) for measure, admits in asked)

    return Test(holds, (("asset", name),))


def _share(part: int, asset: AssetState) -> float:
    return 100 * part / (asset.intact + asset.encrypted + asset.wiped)


ASSET_MEASURES: Final[dict[str, Callable[[AssetState], float]]] = {
    "service": lambda asset: asset.service / 10,
    "hosts_intact": lambda asset: _share(asset.intact, asset),
    "encrypted": lambda asset: _share(asset.encrypted, asset),
    "wiped": lambda asset: _share(asset.wiped, asset),
    "leaked": lambda asset: asset.leaked / 1000,
}


def _admits(bounds: c.Bounds) -> Callable[[float], bool]:
    """The one comparison that most bounds are, or all of them."""
    said, below, above = bounds.model_fields_set, bounds.below, bounds.above
    if said == {"below"} and below is not None:
        return lambda value: value < below
    if said == {"above"} and above is not None:
        return lambda value: value > above
    return bounds.admit


def _gauge(condition: c.GaugeIs) -> Test:
    name = condition.gauge
    levels = tuple((name, level) for level in gauging.levels(condition))
    return Test(gauging.holds(condition), (("gauge", name),), levels=levels)


def _step(condition: c.StepIs) -> Test:
    name, asked = condition.step, condition.state

    def holds(state: State, now: int) -> bool:
        step = state.steps[name]
        if asked == "started":
            return step.started
        if asked == "seen":
            return step.seen
        return step.phase == asked or (asked == "waiting" and step.phase in UNBEGUN)

    return Test(holds, (("step", name),))


def _inject(condition: c.InjectIs) -> Test:
    name, asked = condition.inject, condition.state

    def holds(state: State, now: int) -> bool:
        inject = state.injects[name]
        if asked == "sent":
            return inject.sent > 0
        return inject.skipped if asked == "skipped" else bool(inject.read)

    return Test(holds, (("inject", name),))


def _decision(condition: c.DecisionIs) -> Test:
    name, asked, chose = condition.decision, condition.state, condition.chose

    def holds(state: State, now: int) -> bool:
        decision = state.decisions.get(name)
        if decision is None or (chose is not None and decision.option not in chose):
            return False
        if asked is None:
            return decision.phase != "open"
        return decision.phase == asked or (asked == "closed" and decision.phase != "open")

    return Test(holds, (("decision", name),))


def _was_ordered(order: OrderState, asked: str) -> bool:
    return asked == "ordered" and order.phase not in ("refused", "cancelled")


def _action(condition: c.ActionIs) -> Test:
    name, asked, target = condition.action, condition.state, condition.target

    def holds(state: State, now: int) -> bool:
        return any(
            order.action == name
            and (target is None or order.target == target)
            and (order.phase == asked or _was_ordered(order, asked))
            for order in state.orders.values()
        )

    return Test(holds, (("action", name),))


def _report(condition: c.ReportIs) -> Test:
    name, asked = condition.report, condition.state

    def holds(state: State, now: int) -> bool:
        report = state.reports[name]
        if asked == "sent":
            return report.sent is not None and in_the_last(condition, report)
        return report.late if asked == "late" else report.due is not None and report.sent is None

    return Test(holds, (("report", name),))


def _team(condition: c.TeamIs) -> Test:
    name, people, free = condition.team, condition.people, condition.free

    def holds(state: State, now: int) -> bool:
        team = state.teams[name]
        return (people is None or people.admit(team.people)) and (
            free is None or free.admit(team.people - team.busy)
        )

    return Test(holds, (("team", name),))


def _capability(condition: c.CapabilityIs) -> Test:
    name = condition.capability
    return Test(lambda state, now: state.capabilities[name])


def _fact(condition: c.FactIs) -> Test:
    name = condition.fact
    return Test(lambda state, now: state.facts[name], (("fact", name),))


def _module(condition: c.ModuleIs) -> Test:
    name, asked = condition.module, condition.state

    def holds(state: State, now: int) -> bool:
        module = state.modules.get(name)
        return module is not None and module.phase == asked

    return Test(holds, (("module", name),))


def _role(condition: c.RoleIs) -> Test:
    name, staffed = condition.role, condition.state == "staffed"
    return Test(lambda state, now: (name in state.staffed) == staffed, (("seat", name),))


def _challenge(condition: c.ChallengeIs) -> Test:
    name, asked = condition.challenge, condition.state
    return Test(lambda state, now: state.challenges[name].stands(asked), (("challenge", name),))


def _time(condition: c.TimeIs) -> Test:
    after, before = condition.time.after, condition.time.before
    times = tuple(time for time in (after, before) if time is not None)
    return Test(
        lambda state, now: (after is None or now >= after) and (before is None or now < before),
        times=times,
    )


COMPILERS: Final[dict[type, Callable[[Any], Test]]] = {
    c.All: _all, c.Any_: _any, c.Not: _not, c.AssetIs: _asset, c.GaugeIs: _gauge,
    c.StepIs: _step, c.InjectIs: _inject, c.DecisionIs: _decision, c.ActionIs: _action,
    c.ReportIs: _report, c.TeamIs: _team, c.CapabilityIs: _capability, c.FactIs: _fact,
    c.ModuleIs: _module, c.RoleIs: _role, c.TimeIs: _time, c.ChallengeIs: _challenge,
}  # fmt: skip
