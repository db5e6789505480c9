"""Leaks of the engine's own gate: each takes what is there and gives what is put in its place."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from simulator.engine import knowledge, readings
from simulator.engine.course import course
from simulator.engine.errors import Refused
from simulator.engine.looking import Looking
from simulator.engine.telling import sentence


def shared_log(team: Any, eyes: Any) -> dict[str, Any]:
    world = team.exercise
    return {"log": [sentence(world.scenario, event, "en") for event in world.log]}


def heard_by_all(known_to: Any) -> Any:
    def known(self: Looking, role: str) -> Any:
        return [event for event in self._run.log if role in event.to or not event.to]

    return known


def told_whose(answer: Any) -> Any:
    def rule(scenario: Any, state: Any, now: int, asked: Any) -> None:
        if asked.decision in state.decisions and scenario.decider(asked.decision) != asked.role:
            raise Refused("unknown", f"'{asked.decision}' is for another role to decide")
        answer(scenario, state, now, asked)

    return rule


def told_that_it_comes(read: Any) -> Any:
    def rule(scenario: Any, state: Any, now: int, asked: Any) -> None:
        if asked.inject in scenario.inject and not state.injects[asked.inject].sent:
            raise Refused("not-now", f"you have no message '{asked.inject}'")
        read(scenario, state, now, asked)

    return rule


def forbidden(order: Any) -> Any:
    def rule(scenario: Any, state: Any, now: int, asked: Any) -> None:
        if asked.action in scenario.actions and asked.role not in scenario.actions[asked.action].by:
            raise Refused("forbidden", f"there is no action '{asked.action}' for you to order")
        order(scenario, state, now, asked)

    return rule


def orders_counted_together(order: Any) -> Any:
    def ordered(self: Any, asked: Any, bot: bool = False) -> None:
        self._given[asked.action] = max(self._given.values(), default=0)
        order(self, asked, bot)

    return ordered


def trail_from_the_start(see: Any) -> Any:
    def seen(self: Any, found: Any) -> None:
        see(self, found)
        for name, *_ in found.lines:
            start = round(self._scenario.gauges[name].start * 1000)
            self.lines[name].insert(0, type(self.lines[name][0])(start))
            self.since[name] = 0

    return seen


def what_is_true(_: Any) -> Any:
    return readings._true


def course_ahead_of_time(view_of: Any) -> Any:
    def told(known: Any) -> Any:
        view = view_of(known)
        return view if view.over else replace(view, rules=repr(course(known, {})))

    return told


def trails_of_all_there_was(assets: Any) -> Any:
    def told(known: Any) -> Any:
        whole = {asset.id: asset.trail for asset in knowledge.every_asset(known)}
        return tuple(replace(asset, trail=whole[asset.id]) for asset in assets(known))

    return told


def notes_with_the_text(inject: Any) -> Any:
    def told(known: Any, sent: Any) -> Any:
        item, written = inject(known, sent), known.scenario.inject[sent.inject]
        return replace(item, text=item.text + knowledge.words(known, written.notes))

    return told


def all_it_depends_on(asset: Any) -> Any:
    def told(known: Any, name: str, *given: Any, **more: Any) -> Any:
        view = asset(known, name, *given, **more)
        needed = (n.asset for n in known.scenario.assets[name].depends_on)
        return replace(view, depends_on=tuple(needed))

    return told


def best_first(decision: Any) -> Any:
    def told(known: Any, name: str) -> Any:
        view = decision(known, name)
        _, asked = known.scenario.decision[name]
        return replace(view, ask=view.ask + knowledge.words(known, asked.expected))

    return told
