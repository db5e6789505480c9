"""What the adversary's steps may come to, step by step as in a run."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, Protocol

from simulator.authoring.logic.terms import Among, Subject, Term, every, term
from simulator.authoring.logic.world import Act
from simulator.authoring.logic.worldly import Changeable, hit, leak
from simulator.scenario.adversary import Detection, Step
from simulator.scenario.conditions import Condition


class Stage(Changeable, Protocol):
    """The world as the adversary acts in it."""

    def later(self, seconds: float, act: Act) -> None: ...
    def when(self, term: Term, act: Act) -> None: ...
    def once(self, condition: Condition | None, act: Act, so: bool = ...) -> None: ...
    def apply(self, effects: Iterable[Any]) -> None: ...
    def come_due(self, name: str) -> None: ...
    def soonest(self, seconds: int) -> int: ...
    def hurried(self, seconds: int) -> int: ...


def unfold_steps(world: Stage) -> None:
    for step in world.scenario.step.values():
        world.later(world.hurried(step.at or 0), _bound(_wait, world, step))


def begin_now(world: Stage, step: Step) -> None:
    """An effect lets it begin: it waits for nothing but what blocks it."""
    if world.add(("due", step.id)):
        if step.blocked_by:
            world.once(step.blocked_by, lambda: world.add(("step", step.id), "blocked"))
            world.once(step.blocked_by, lambda: _try(world, step), so=False)
        else:
            _try(world, step)


def stop(world: Stage, step: Step) -> None:
    world.add(("step", step.id), "stopped")


def _wait(world: Stage, step: Step) -> None:
    before = [Among(("step", name), frozenset({"done"})) for name in step.after]
    turn = every([*before, term(world.scenario, step.when)])
    delay = world.soonest(step.delay.low)
    world.when(turn, lambda: world.later(delay, lambda: begin_now(world, step)))


def _try(world: Stage, step: Step) -> None:
    if step.stopped_by:
        world.once(step.stopped_by, lambda: stop(world, step))
    if step.chance < 1:
        world.add(("step", step.id), "failed")
        world.apply(step.otherwise)
    if step.chance:
        _begin(world, step)


def _begin(world: Stage, step: Step) -> None:
    world.add(("started", step.id))
    world.add(("step", step.id), "running")
    for asset in step.foothold:
        world.add(("foothold", asset), True)
    if step.spread:
        how = "encrypted" if step.encrypt else "wiped"
        for asset in step.spread.asset:
            hosts = world.scenario.assets[asset].hosts
            hit(world, asset, how, 100 * round(hosts * step.spread.up_to) / hosts)
    if step.exfiltrate:
        leak(world, step.exfiltrate.asset)
    if step.spread or step.exfiltrate:
        world.add(("step", step.id), "blocked")
    if step.seen:
        _may_be_seen(world, step, step.seen)
    world.later(world.soonest(step.lasts.low), lambda: _end(world, step))


def _end(world: Stage, step: Step) -> None:
    world.add(("step", step.id), "done")
    world.apply(step.then)


def _may_be_seen(world: Stage, step: Step, seen: Detection) -> None:
    chances = [seen.chance, *(sooner.chance or 0 for sooner in seen.sooner)]
    spans = [seen.within, *(sooner.within for sooner in seen.sooner if sooner.within)]
    if any(chances):
        soonest = world.soonest(min(span.low for span in spans))
        world.later(soonest, lambda: _seen(world, step, seen))


def _seen(world: Stage, step: Step, seen: Detection) -> None:
    subject: Subject = ("seen", step.id)
    world.add(subject)
    if seen.inject:
        world.come_due(seen.inject)


def _bound(act: Callable[[Stage, Step], None], world: Stage, step: Step) -> Act:
    return lambda: act(world, step)
