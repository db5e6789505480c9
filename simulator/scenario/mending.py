"""A scenario's tree without its wrong parts, so that the rest can be checked in the same go."""

from __future__ import annotations

from collections.abc import Iterable, Set
from typing import Any, Final

from simulator.scenario.parts import Loc

MAPS: Final = {
    "role": "roles", "asset": "assets", "gauge": "gauges", "capability": "capabilities",
    "fact": "facts", "action": "actions", "report": "reports", "storyline": "storylines",
    "module": "modules", "objective": "objectives", "outcome": "outcomes", "source": "sources",
    "template": "templates", "level": "levels", "side": "sides",
}  # fmt: skip
"""Where the ids of each kind are the keys of a map."""

_TABLES: Final[frozenset[Loc]] = frozenset(
    {(), ("injects",), ("history",), ("names",), ("adversary",), ("adversary", "steps")}
    | {("contest",), ("contest", "categories"), ("contest", "challenges")}
    | {(key,) for key in MAPS.values()}
)
"""What holds parts that are right or wrong each by itself."""


STAND_INS: Final[dict[str, Any]] = {
    "kulla": 1, "id": "unnamed", "title": "–", "start": "2000-01-01T00:00:00+00:00",
    "length": "400d", "roles": {"nobody": {"title": "–"}},
}  # fmt: skip
"""For what no scenario can do without."""

_ADVERSARY: Final = {"name": "–", "modelled_on": "–"}
_CONTEST: Final = {"title": "–", "categories": {"none": {"title": "–"}}}


def without(tree: dict[str, Any], wrong: Iterable[Loc]) -> dict[str, Any]:
    """The tree without the roles, assets, injects and so on in which these places lie."""
    kept: dict[str, Any] = _stripped(tree, {_part(loc) for loc in wrong}, ())
    if not kept.get("roles"):
        kept.pop("roles", None)
    if isinstance(kept.get("adversary"), dict):
        kept["adversary"] = _ADVERSARY | kept["adversary"]
    if isinstance(kept.get("contest"), dict):
        filled = {key: part for key, part in kept["contest"].items() if part != {}}
        kept["contest"] = _CONTEST | filled
    return STAND_INS | kept


def _part(loc: Loc) -> Loc:
    """The place of the smallest part that can be left out for this mistake."""
    size = 1
    while size < len(loc) and loc[:size] in _TABLES:
        size += 1
    return loc[:size]


def _stripped(node: Any, gone: Set[Loc], loc: Loc) -> Any:
    if loc in _TABLES and isinstance(node, dict):
        return {
            key: _stripped(inner, gone, (*loc, key))
            for key, inner in node.items()
            if (*loc, key) not in gone
        }
    if loc in _TABLES and isinstance(node, list):
        return [inner for number, inner in enumerate(node) if (*loc, number) not in gone]
    return node
