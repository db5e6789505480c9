"""Which key says what a condition, an effect or a measure is about."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from simulator.scenario.values import Part


def head_in(kinds: Mapping[str, type[Part]]) -> Callable[[Any], str]:
    """Finds the one key that says what a condition or an effect is about.

    The answer stands in brackets, so that a place in the file can't be mistaken for it.
    """
    heads = {kind: f"<{head}>" for head, kind in kinds.items()}

    def head(value: Any) -> str:
        if isinstance(value, dict):
            return next((f"<{name}>" for name in kinds if name in value), "?")
        return heads.get(type(value), "?")

    return head
