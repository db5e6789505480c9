"""Work, steps, modules and effects that never come to pass, and assets that nothing touches."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from math import inf

from simulator.authoring.logic.asking import Context
from simulator.authoring.logic.terms import term
from simulator.authoring.logic.unfolding import Unfolding
from simulator.authoring.logic.uses import Uses
from simulator.scenario.adversary import Step
from simulator.scenario.conditions import Condition
from simulator.scenario.finding import Finding
from simulator.scenario.parts import Loc


def in_working(world: Unfolding, uses: Uses, contexts: Iterable[Context]) -> Iterator[Finding]:
    scenario = world.scenario
    for number, step in enumerate(scenario.step.values()):
        yield from _step(world, uses, step, ("adversary", "steps", number))
    for name in scenario.actions:
        ordered = True in world.values(("action", name, "ordered", ""))
        if ordered and True not in world.values(("action", name, "running", "")):
            sentence = "this work never begins: its teams never have so many people; take fewer"
            yield Finding(("actions", name, "takes", "people"), "L39", sentence)
    for name, module in scenario.modules.items():
        if "open" not in world.values(("module", name)) and _may(world, module.when):
            sentence = "this never opens before the end of the exercise; let it open sooner"
            yield Finding(("modules", name), "L55", sentence, key=True)
    yield from _clocks(world)
    yield from _vain(world, contexts)
    yield from _untouched(world, uses)


def _may(world: Unfolding, condition: Condition | None, so: bool = True) -> bool:
    return world.earliest(term(world.scenario, condition, so)) < inf


def _step(world: Unfolding, uses: Uses, step: Step, loc: Loc) -> Iterator[Finding]:
    """Where its own condition keeps it from beginning, that is told of there."""
    begun = True in world.values(("started", step.id))
    if not step.chance:
        if not step.otherwise:
            sentence = "with a chance of 0% this step never begins, and nothing follows; delete it"
            yield Finding((*loc, "chance"), "L49", sentence)
    elif not begun:
        waits = [name for name in step.after if "done" not in world.values(("step", name))]
        if waits:
            at = (*loc, "after", step.after.index(waits[0]))
            sentence = f"'{waits[0]}' is never done, so this never begins; wait for another"
            yield Finding(at, "L49", sentence)
        elif _may(world, step.when) and (
            not step.blocked_by or _may(world, step.blocked_by, False)
        ):
            sentence = "this step can't begin before the end of the exercise; let it begin sooner"
            yield Finding((*loc, "id"), "L49", sentence)
    elif step.seen and not (step.seen.inject or step.assets() or _asked_seen(uses, step.id)):
        sentence = "nobody is told when this is seen; name an 'inject', or an asset in the step"
        yield Finding((*loc, "seen"), "L51", sentence, key=True)


def _asked_seen(uses: Uses, step: str) -> bool:
    return any(leaf.state == "seen" for _, leaf in uses.asked.get(("step", step), ()))


def _clocks(world: Unfolding) -> Iterator[Finding]:
    for name, report in world.scenario.reports.items():
        if report.clock:
            starts = world.values(("report", name, "due")).get(True, inf)
            if starts < inf and starts + report.clock.within > world.scenario.length:
                sentence = "less time than this is left when it is asked for; shorten it"
                yield Finding(("reports", name, "clock", "within"), "L53", sentence)


def _vain(world: Unfolding, contexts: Iterable[Context]) -> Iterator[Finding]:
    """Effects and drifts that never change anything."""
    for loc, effects, since, _ in contexts:
        for number, effect in enumerate(effects):
            if not effect.chance:
                sentence = "with a chance of 0% this never happens; delete it"
                yield Finding((*loc, number, "chance"), "L60", sentence)
            elif since + effect.after.low > world.scenario.length:
                sentence = "by then the exercise is over; let it happen sooner"
                yield Finding((*loc, number, "after"), "L60", sentence)
    for name, gauge in world.scenario.gauges.items():
        for number, drift in enumerate(gauge.drifts):
            if not drift.per_hour:
                sentence = "a drift of 0 points an hour moves nothing; delete it"
                yield Finding(("gauges", name, "drifts", number, "per_hour"), "L57", sentence)


def _untouched(world: Unfolding, uses: Uses) -> Iterator[Finding]:
    scenario = world.scenario
    touched = {other.asset for asset in scenario.assets.values() for other in asset.depends_on}
    touched |= {name for step in scenario.step.values() for name in step.assets()}
    touched |= {name for action in scenario.actions.values() for name in action.targets}
    touched |= {gauge.process.asset for gauge in scenario.gauges.values() if gauge.process}
    for name, asset in scenario.assets.items():
        if name not in touched and not asset.depends_on and not uses.spoken_of("asset", name):
            sentence = "nothing ever touches this asset; let a step, effect or condition name it"
            yield Finding(("assets", name), "L42", sentence, key=True)
