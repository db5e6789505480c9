"""Every condition of a scenario: where it stands, what hangs on it, and when it is asked first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from math import inf
from typing import Any, Final, NamedTuple

from simulator.authoring.logic.unfolding import Unfolding
from simulator.scenario.actions import ConsentFrom
from simulator.scenario.conditions import Condition
from simulator.scenario.injects import Inject
from simulator.scenario.parts import Loc


class Asked(NamedTuple):
    """`use` is a key of USES. It is asked from second `since` on, for each of `targets` if any."""

    loc: Loc
    condition: Condition
    use: str
    since: float = 0
    targets: tuple[str, ...] = ()


class Context(NamedTuple):
    """Effects that may happen from second `since` on, for each of `targets` if any."""

    loc: Loc
    effects: Sequence[Any]
    since: float
    targets: tuple[str, ...] = ()


class Use(NamedTuple):
    """What follows where the condition never holds, and where it always does."""

    never: str
    always: str


USES: Final = {
    "drift": Use("so this never moves the gauge", "so 'when' says nothing"),
    "effect": Use("so this never happens", "so 'when' says nothing"),
    "turn": Use("so the step never begins by itself", "so 'when' says nothing"),
    "block": Use("so nothing blocks this step", "so this step never begins"),
    "stop": Use("so nothing stops this step", "so this step is stopped at once"),
    "hindrance": Use("so nothing hinders this step", "so the step never has its full rate"),
    "sighting": Use("so it is never seen sooner", "so the common value never counts"),
    "order": Use("so the action can never be ordered", "so 'needs' says nothing"),
    "sway": Use("so this sways nobody", "so what is usual never counts"),
    "doctrine": Use("so no bot ever orders this", "so bots order this from the start"),
    "report": Use("so the report can never be sent", "so 'needs' says nothing"),
    "right": Use("so this is never right", "so nothing below it ever counts"),
    "clock": Use("so the report is never asked for", "so the clock runs from the start"),
    "send": Use("so this inject is never sent by itself", "so it is sent at the start"),
    "unless": Use("so 'unless' says nothing", "so this inject is never sent by itself"),
    "repeat": Use("so this is never repeated", "so 'during' says nothing"),
    "variant": Use("so this variant is never sent", "so nothing below it is ever sent"),
    "option": Use("so this can never be chosen", "so 'needs' says nothing"),
    "default": Use("so the default can't be chosen, yet stands", "so 'needs' says nothing"),
    "module": Use("so this module never opens", "so it opens at the start"),
    "challenge": Use("so this is never on the board", "so it is there from the start"),
    "since": Use("so its time never begins to run", "so it runs from the start"),
}


def every_question(world: Unfolding, contexts: Iterable[Context]) -> Iterator[Asked]:
    """All but those of objectives and outcomes; none of what can't come about."""
    scenario = world.scenario
    for name, gauge in scenario.gauges.items():
        for number, drift in enumerate(gauge.drifts):
            if drift.when:
                yield Asked(("gauges", name, "drifts", number, "when"), drift.when, "drift")
    yield from _of_steps(world)
    yield from _of_work(world)
    for number, inject in enumerate(scenario.injects):
        yield from _of_inject(world, inject, ("injects", number))
    yield from _of_openings(world)
    for loc, effects, since, targets in contexts:
        for number, effect in enumerate(effects):
            if effect.when:
                at = since + effect.after.low
                yield Asked((*loc, number, "when"), effect.when, "effect", at, targets)


def _of_openings(world: Unfolding) -> Iterator[Asked]:
    """When discussions and challenges open."""
    for name, module in world.scenario.modules.items():
        if module.when:
            yield Asked(("modules", name, "when"), module.when, "module")
    for name, challenge in world.scenario.challenge.items():
        if challenge.opens:
            yield Asked(("contest", "challenges", name, "opens"), challenge.opens, "challenge")


def contexts_of(world: Unfolding) -> list[Context]:
    """All that can come about and has effects."""
    found = (*_of_scenes(world), *_of_deeds(world))
    return [context for context in found if context.effects and context.since < inf]


def _of_scenes(world: Unfolding) -> Iterator[Context]:
    scenario = world.scenario
    for name, capability in scenario.capabilities.items():
        yield Context(("capabilities", name, "then"), capability.then, 0)
        yield Context(("capabilities", name, "otherwise"), capability.otherwise, 0)
    for name, gauge in scenario.gauges.items():
        for limit, told in gauge.limits.items():
            passed = _from(world, ("passed", name, limit))
            yield Context(("gauges", name, "limits", limit, "then"), told.then, passed)
    for name, side in scenario.sides.items():
        yield Context(("sides", name, "then"), side.then, 0)
    for number, step in enumerate(scenario.step.values()):
        loc, ended = ("adversary", "steps", number), ("step", step.id)
        yield Context((*loc, "then"), step.then, _from(world, ended, "done"))
        yield Context((*loc, "otherwise"), step.otherwise, _from(world, ended, "failed"))
    for number, inject in enumerate(scenario.injects):
        sent = _from(world, ("inject", inject.id), "sent")
        if sent < inf:
            yield Context(("injects", number, "then"), inject.then, sent)
            yield from _of_body(world, inject, ("injects", number))
    for name, module in scenario.modules.items():
        closed = _from(world, ("module", name), "closed")
        yield Context(("modules", name, "then"), module.then, closed)
    for name, challenge in scenario.challenge.items():
        solved = _from(world, ("challenge", name, "solved"))
        yield Context(("contest", "challenges", name, "then"), challenge.then, solved)


def _of_body(world: Unfolding, inject: Inject, loc: Loc) -> Iterator[Context]:
    for number, variant in enumerate(inject.variants):
        since = _from(world, ("variant", f"{inject.id}/{variant.id}"))
        yield Context((*loc, "variants", number, "then"), variant.then, since)
    for number, option in enumerate(inject.decision.options if inject.decision else ()):
        place = (*loc, "decision", "options", number)
        since = _from(world, ("chosen", f"{inject.decision_id}/{option.id}"))
        yield Context((*place, "then"), option.then, since)
        yield Context((*place, "otherwise"), option.otherwise, since)


def _of_deeds(world: Unfolding) -> Iterator[Context]:
    for name, action in world.scenario.actions.items():
        for key, state in (("first", "running"), ("then", "done"), ("otherwise", "refused")):
            since = _from(world, ("action", name, state, ""))
            yield Context(("actions", name, key), getattr(action, key), since, action.targets)
    for name, report in world.scenario.reports.items():
        since = _from(world, ("report", name, "sent"))
        yield Context(("reports", name, "then"), report.then, since)


def _from(world: Unfolding, subject: tuple[str, ...], value: Any = True) -> float:
    return world.values(subject).get(value, inf)


def _of_steps(world: Unfolding) -> Iterator[Asked]:
    for number, step in enumerate(world.scenario.step.values()):
        loc, begun = ("adversary", "steps", number), _from(world, ("started", step.id))
        if step.when:
            yield Asked((*loc, "when"), step.when, "turn")
        if step.blocked_by:
            yield Asked((*loc, "blocked_by"), step.blocked_by, "block")
        if begun < inf:
            if step.stopped_by:
                yield Asked((*loc, "stopped_by"), step.stopped_by, "stop", begun)
            for at, hindrance in enumerate(step.hindered_by):
                yield Asked((*loc, "hindered_by", at, "when"), hindrance.when, "hindrance", begun)
            for at, sighting in enumerate(step.seen.sooner if step.seen else ()):
                place = (*loc, "seen", "sooner", at, "when")
                yield Asked(place, sighting.when, "sighting", begun)


def _of_work(world: Unfolding) -> Iterator[Asked]:
    for name, action in world.scenario.actions.items():
        if action.needs:
            loc: Loc = ("actions", name, "needs")
            yield Asked(loc, action.needs, "order", targets=action.targets)
        for number, sensible in enumerate(action.doctrine):
            target = (sensible.target,) if sensible.target else ()
            loc = ("actions", name, "doctrine", number, "when")
            yield Asked(loc, sensible.when, "doctrine", targets=target)
        asked = _from(world, ("action", name, "ordered", ""))
        yield from _swayed(action.consent, ("actions", name, "consent"), asked, action.targets)
    for name, report in world.scenario.reports.items():
        if report.needs:
            yield Asked(("reports", name, "needs"), report.needs, "report")
        if report.clock:
            yield Asked(("reports", name, "clock", "starts"), report.clock.starts, "clock")
        sent = _from(world, ("report", name, "sent"))
        for number, field in enumerate(report.fields if sent < inf else ()):
            for at, rule in enumerate(field.right):
                if rule.when:
                    loc = ("reports", name, "fields", number, "right", at, "when")
                    yield Asked(loc, rule.when, "right", sent)


def _swayed(
    chain: Iterable[ConsentFrom], loc: Loc, since: float, targets: tuple[str, ...] = ()
) -> Iterator[Asked]:
    """What persuades those who are asked, unless nobody ever is."""
    for number, link in enumerate(chain if since < inf else ()):
        for at, sway in enumerate(link.swayed):
            place = (*loc, number, "swayed", at, "when")
            yield Asked(place, sway.when, "sway", since, targets)


def _of_inject(world: Unfolding, inject: Inject, loc: Loc) -> Iterator[Asked]:
    if inject.when:
        yield Asked((*loc, "when"), inject.when, "send")
    if inject.unless:
        yield Asked((*loc, "unless"), inject.unless, "unless")
    sent = _from(world, ("inject", inject.id), "sent")
    if sent == inf:
        return
    if inject.repeat and inject.repeat.during:
        since = sent + inject.repeat.every.low
        yield Asked((*loc, "repeat", "during"), inject.repeat.during, "repeat", since)
    for number, variant in enumerate(inject.variants):
        if variant.when:
            yield Asked((*loc, "variants", number, "when"), variant.when, "variant", sent)
    default = inject.decision.default if inject.decision else None
    for number, option in enumerate(inject.decision.options if inject.decision else ()):
        chosen = _from(world, ("chosen", f"{inject.decision_id}/{option.id}"))
        chain = (*loc, "decision", "options", number, "consent")
        yield from _swayed(option.consent, chain, chosen)
        if option.needs:
            place = (*loc, "decision", "options", number, "needs")
            use = "default" if option.id == default else "option"
            yield Asked(place, option.needs, use, sent)
