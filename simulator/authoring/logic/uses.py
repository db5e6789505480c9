"""Who speaks of what: every condition, effect and name in a text, by the thing it is about."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Any, Final

from simulator.scenario import Scenario
from simulator.scenario import conditions as c
from simulator.scenario import effects as f
from simulator.scenario.parts import Loc, every
from simulator.scenario.values import Text
from simulator.scenario.words import names_in

_LEAVES: Final = {kind: head for head, kind in c.KINDS.items() if head not in ("all", "any", "not")}
_EFFECTS: Final = {kind: head for head, kind in f.KINDS.items()}
_KINDS: Final = frozenset({*_LEAVES, *_EFFECTS, Text})

Place = tuple[Loc, Any]


class Uses:
    """By kind and id, like `("fact", "warned")`: the conditions and the effects about it, each
    with its place; the names that texts use, without their braces; and the roles to which
    something is revealed."""

    def __init__(self, scenario: Scenario) -> None:
        self.asked: dict[tuple[str, str], list[Place]] = defaultdict(list)
        self.changed: dict[tuple[str, str], list[Place]] = defaultdict(list)
        self.revealed = set[tuple[str, str]]()
        self.told = set[str]()
        found = every(_KINDS, scenario)
        for kind, head in _LEAVES.items():
            for place in found[kind]:
                if kind is not c.TimeIs:
                    self.asked[head, getattr(place[1], head)].append(place)
        for kind, head in _EFFECTS.items():
            for place in found[kind]:
                if kind is f.RevealEffect:
                    self.revealed.update(_revealed(place[1].reveal))
                    self.told.update(place[1].to)
                else:
                    self.changed[head, getattr(place[1], head)].append(place)
        self.named = {name for _, text in found[Text] for name in names_in(text)}

    def spoken_of(self, kind: str, name: str) -> bool:
        """Whether any condition, effect or text is about it."""
        key = (kind, name)
        told = f"{kind}.{name}"
        return (
            key in self.asked
            or key in self.changed
            or key in self.revealed
            or told in self.named
            or any(said.startswith(f"{told}.") for said in self.named)
        )


def uses_in(scenario: Scenario) -> Uses:
    """Worked out only once for a scenario."""
    found: Uses | None = scenario.memo.get("uses")
    if found is None:
        found = scenario.memo["uses"] = Uses(scenario)
    return found


def _revealed(found: f.Findings) -> Iterator[tuple[str, str]]:
    yield from (("asset", name) for name in (*found.assets, *found.footholds))
    yield from (("gauge", name) for name in found.gauges)
