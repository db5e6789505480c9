"""Injects that are never sent, or far too often, and what they carry that never comes to pass."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from math import inf
from typing import Final

from simulator.authoring.logic.terms import term
from simulator.authoring.logic.unfolding import Unfolding
from simulator.scenario.circles import circles
from simulator.scenario.effects import InjectEffect
from simulator.scenario.finding import Finding
from simulator.scenario.injects import Decision, Inject
from simulator.scenario.parts import Loc

MOST: Final = 100
"""So many times may one thing be sent before it is asked whether that is meant."""


def in_sending(world: Unfolding) -> Iterator[Finding]:
    for number, inject in enumerate(world.scenario.injects):
        loc = ("injects", number)
        sent = sent_at(world, inject.id)
        if sent == inf:
            yield from _never_sent(world, inject, loc)
            continue
        if inject.repeat and not inject.repeat.during:
            times = 1 + (world.scenario.length - sent) // max(1, inject.repeat.every.likely)
            if min(times, inject.repeat.times) > MOST:
                yield _too_often((*loc, "repeat"), int(min(times, inject.repeat.times)))
        if inject.decision:
            yield from _in_time(world, inject.decision, sent, (*loc, "decision"))
        if inject.corrects:
            yield from _corrects(world, inject, loc)
    yield from _for_ever(world)


def sent_at(world: Unfolding, inject: str) -> float:
    """The earliest second at which it may be sent."""
    return world.values(("inject", inject)).get("sent", inf)


def _never_sent(world: Unfolding, inject: Inject, loc: Loc) -> Iterator[Finding]:
    """What waits in vain by its own condition is told of there."""
    scenario = world.scenario
    if inject.after and sent_at(world, inject.after) == inf:
        sentence = f"'{inject.after}' is never sent, so neither is this; wait for another"
        yield Finding((*loc, "after"), "L30", sentence)
    elif not inject.when or world.earliest(term(scenario, inject.when)) < inf:
        if inject.unless and world.earliest(term(scenario, inject.unless, so=False)) == inf:
            return
        sentence = "this can't be sent before the end of the exercise; let it come sooner"
        if inject.at is None and inject.after is None and inject.when is None:
            sentence = "nothing that may happen ever sends this; send it otherwise, or delete it"
        yield Finding((*loc, "id"), "L30", sentence)


def _too_often(loc: Loc, times: int) -> Finding:
    sentence = f"this goes on until the end, about {times:,} times; say while what, or less often"
    return Finding(loc, "L36", sentence)


def _for_ever(world: Unfolding) -> Iterator[Finding]:
    """Injects that send each other round and round, with some time in between."""
    ways: dict[str, dict[str, Loc]] = {}
    delays: dict[tuple[str, str], int] = {}
    for number, inject in enumerate(world.scenario.injects):
        for at, effect in enumerate(inject.then):
            if isinstance(effect, InjectEffect) and _surely_sends(effect):
                ways.setdefault(inject.id, {})[effect.inject] = ("injects", number, "then", at)
                delays[inject.id, effect.inject] = effect.after.likely
    yield from _rounds(world, ways, delays)


def _surely_sends(effect: InjectEffect) -> bool:
    return effect.do == "send" and effect.chance == 1 and not effect.when


def _rounds(
    world: Unfolding,
    ways: Mapping[str, Mapping[str, Loc]],
    delays: Mapping[tuple[str, str], int],
) -> Iterator[Finding]:
    for circle in circles(ways):
        pairs = list(zip(circle, [*circle[1:], circle[0]], strict=True))
        took, sent = sum(delays[pair] for pair in pairs), sent_at(world, circle[0])
        if took and sent < inf and (times := (world.scenario.length - sent) // took) > MOST:
            yield _too_often(ways[pairs[0][0]][pairs[0][1]], int(times))


def _in_time(world: Unfolding, decision: Decision, sent: float, loc: Loc) -> Iterator[Finding]:
    left = world.scenario.length - sent
    if decision.due is not None and world.soonest_due(decision.due) > left:
        sentence = "less time than this is left when it is asked; shorten it, or ask sooner"
        yield Finding((*loc, "due"), "L53", sentence)


def _corrects(world: Unfolding, inject: Inject, loc: Loc) -> Iterator[Finding]:
    wrong = inject.corrects or ""
    first, fixed = sent_at(world, wrong), inject.after is None and inject.when is None
    if first == inf:
        sentence = f"'{wrong}' is never sent, so there is nothing to correct"
        yield Finding((*loc, "corrects"), "L59", sentence)
    elif fixed and inject.at is not None and inject.at + inject.delay.high < first:
        sentence = f"'{wrong}' is sent only after this; send this later"
        yield Finding((*loc, "corrects"), "L59", sentence)
