"""Conditions that never hold, that always do, and those whose parts exclude each other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from math import inf

from simulator.authoring.logic.asking import USES, Asked, Context, every_question
from simulator.authoring.logic.reasons import reason
from simulator.authoring.logic.terms import is_never, term
from simulator.authoring.logic.unfolding import Unfolding
from simulator.engine.bound import bound
from simulator.scenario import conditions as c
from simulator.scenario.finding import Finding
from simulator.scenario.parts import Loc


def hollow(world: Unfolding, contexts: Iterable[Context]) -> Iterator[Finding]:
    """Every condition whose answer is certain before anything is played."""
    for asked in every_question(world, contexts):
        yield from Judge(world, asked).found()


class Judge:
    """Looks into one condition: the smallest part of it that is certain is the one to tell of."""

    def __init__(self, world: Unfolding, asked: Asked) -> None:
        self._world = world
        self._asked = asked

    def may(self, condition: c.Condition, so: bool = True) -> bool:
        """Whether it may hold, or where not `so`, may not hold, on any target."""
        world, (_, _, _, since, targets) = self._world, self._asked
        ways = [bound(condition, target) for target in targets] if targets else [condition]
        return any(world.earliest(term(world.scenario, way, so), since) < inf for way in ways)

    def found(self) -> Iterator[Finding]:
        loc, condition, use, *_ = self._asked
        if not self.may(condition):
            yield from self._never(loc, condition, USES[use].never)
        elif not self.may(condition, so=False):
            yield from self._always(loc, condition, USES[use].always)
        else:
            yield from self._parts(loc, condition)

    def _never(self, loc: Loc, condition: c.Condition, so: str) -> Iterator[Finding]:
        """At the part that is to blame; where only together they never hold, at all of them."""
        if isinstance(condition, c.All):
            for number, part in enumerate(condition.all):
                if not self.may(part):
                    yield from self._never((*loc, "all", number), part, so)
                    return
            if is_never(term(self._world.scenario, condition)):
                sentence = f"these exclude each other, {so}; take one of them out"
                yield Finding(loc, "L33", sentence)
                return
        yield Finding(loc, "L31", f"this never holds, {so}{reason(self._world, condition)}")

    def _always(self, loc: Loc, condition: c.Condition, so: str) -> Iterator[Finding]:
        if isinstance(condition, c.Any_):
            for number, part in enumerate(condition.any):
                if not self.may(part, so=False):
                    yield from self._always((*loc, "any", number), part, so)
                    return
            if is_never(term(self._world.scenario, condition, so=False)):
                yield Finding(loc, "L34", f"one of these always holds, {so}; take one of them out")
                return
        yield Finding(loc, "L32", f"this always holds, {so}; ask for something that may change")

    def _parts(self, loc: Loc, condition: c.Condition) -> Iterator[Finding]:
        """In a condition that may go either way, the parts that add nothing to it."""
        match condition:
            case c.All(all=parts):
                for number, part in enumerate(parts):
                    yield from self._part((*loc, "all", number), part)
            case c.Any_(any=parts):
                for number, part in enumerate(parts):
                    yield from self._part((*loc, "any", number), part)
            case c.Not(denied=part):
                yield from self._parts((*loc, "not"), part)
            case _:
                pass

    def _part(self, loc: Loc, part: c.Condition) -> Iterator[Finding]:
        if not self.may(part):
            yield from self._never(loc, part, "so it adds nothing here")
        elif not self.may(part, so=False):
            yield from self._always(loc, part, "so it adds nothing here")
        else:
            yield from self._parts(loc, part)
