"""An action with its target put in place of the word `target`. Pure."""

from __future__ import annotations

from typing import Final, TypeVar

from simulator.scenario.actions import Action
from simulator.scenario.scenario import Scenario
from simulator.scenario.values import TARGET, Part

P = TypeVar("P", bound=Part)

NAMING: Final = ("asset", "assets", "footholds", "target")
"""The keys that name assets."""


def bound_action(scenario: Scenario, name: str, target: str | None) -> Action:
    """The action as it is on this target, worked out only once."""
    if target is None:
        return scenario.actions[name]
    key = ("bound", name, target)
    found: Action | None = scenario.memo.get(key)
    if found is None:
        found = scenario.memo[key] = bound(scenario.actions[name], target)
    return found


def bound(part: P, target: str) -> P:
    """The same part with the chosen asset wherever its author wrote `target`."""
    changed = {}
    for name in part.model_fields_set:
        before = getattr(part, name)
        after = _replaced(name, before, target)
        if after is not before:
            changed[name] = after
    return part.model_copy(update=changed) if changed else part


def _replaced(name: str, value: object, target: str) -> object:
    if isinstance(value, Part):
        return bound(value, target)
    if isinstance(value, tuple) and type(value) is tuple:
        parts = tuple(_replaced(name, item, target) for item in value)
        return parts if any(a is not b for a, b in zip(parts, value, strict=True)) else value
    return target if value == TARGET and name in NAMING else value
