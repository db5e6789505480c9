"""Of what a condition asks, and what effects touch: as nodes of the graph. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple

from simulator.scenario import Scenario
from simulator.scenario import conditions as c
from simulator.scenario import effects as f
from simulator.speech import mark

NodeKind = Literal[
    "inject", "option", "action", "report", "step", "module", "fact", "gauge", "asset", "team",
    "capability", "role", "objective", "outcome", "challenge", "more",
]  # fmt: skip


class Node(NamedTuple):
    """A part of the plot. The id of an option is `decision/option`; `more` stands for several."""

    kind: NodeKind
    id: str


class Touch(NamedTuple):
    """A node that an effect touches, and how."""

    node: Node
    how: str


def asked(scenario: Scenario, condition: c.Condition | None) -> tuple[Node, ...]:
    """Every node that a condition asks of, in its own order, each once."""
    return tuple(dict.fromkeys(_asked(scenario, condition))) if condition is not None else ()


def _asked(scenario: Scenario, condition: c.Condition) -> Iterator[Node]:
    match condition:
        case c.All():
            for part in condition.all:
                yield from _asked(scenario, part)
        case c.Any_():
            for part in condition.any:
                yield from _asked(scenario, part)
        case c.Not():
            yield from _asked(scenario, condition.denied)
        case c.DecisionIs():
            yield from _decided(scenario, condition)
        case c.TimeIs():
            pass
        case _:
            kind = next(iter(condition.model_fields_set & _NAMED.keys()))
            yield Node(_NAMED[kind], getattr(condition, kind))


_NAMED: dict[str, NodeKind] = {
    "asset": "asset", "gauge": "gauge", "step": "step", "inject": "inject", "action": "action",
    "report": "report", "team": "team", "capability": "capability", "fact": "fact",
    "module": "module", "role": "role", "challenge": "challenge",
}  # fmt: skip
"""The key by which a leaf names what it asks of; no leaf has two of them."""


def _decided(scenario: Scenario, condition: c.DecisionIs) -> Iterator[Node]:
    """The options that are asked for, or the inject that asks."""
    if condition.chose:
        for option in condition.chose:
            yield Node("option", f"{condition.decision}/{option}")
    else:
        yield Node("inject", scenario.decision[condition.decision][0].id)


SENDS = mark("sends")
STRIKES = mark("strikes")


def touched(effects: Iterable[f.AnyEffect]) -> Iterator[tuple[f.AnyEffect, Touch]]:
    """What these effects touch, each with the effect itself."""
    for effect in effects:
        if touch := _touch(effect):
            yield effect, touch


def _touch(effect: f.AnyEffect) -> Touch | None:
    match effect:
        case f.InjectEffect():
            return Touch(Node("inject", effect.inject), SENDS if effect.do == "send" else STRIKES)
        case f.FactEffect():
            how = mark("makes so") if effect.set else mark("makes no longer so")
            return Touch(Node("fact", effect.fact), how)
        case f.GaugeEffect():
            moves = (effect.add, effect.set, effect.target)
            how = mark("alters") if all(by is None for by in moves) else mark("moves")
            return Touch(Node("gauge", effect.gauge), how)
        case f.AssetEffect():
            return Touch(Node("asset", effect.asset), mark("alters"))
        case f.TeamEffect():
            return Touch(Node("team", effect.team), mark("alters"))
        case f.StepEffect():
            how = mark("stops") if effect.stop else mark("starts or delays")
            return Touch(Node("step", effect.step), how)
        case f.EndEffect():
            return Touch(Node("outcome", effect.end), mark("ends it"))
        case _:
            return None
