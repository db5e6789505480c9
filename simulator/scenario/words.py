"""Texts in parts of a scenario, and the `${…}` names that stand in them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from simulator.scenario.parts import every
from simulator.scenario.values import Part, Text

_TEXTS: Final = frozenset({Text})
NAME: Final = re.compile(r"\$\{([^{}$]*)\}")


def texts_of(part: object) -> Iterator[Text]:
    """Every text in a part of a scenario, however deep."""
    if isinstance(part, Text):
        yield part
    elif isinstance(part, Part):
        for name in sorted(part.model_fields_set):  # as a set it has another order in every run
            yield from texts_of(getattr(part, name))
    elif isinstance(part, tuple):
        for item in part:
            yield from texts_of(item)
    elif isinstance(part, dict):
        for item in part.values():
            yield from texts_of(item)


def names_in(text: Text) -> Iterator[str]:
    for _, words in text.words:
        if "${" in words:
            yield from NAME.findall(words)


def live_names(part: Part) -> tuple[str, ...]:
    """The names in a part's texts whose value depends on the moment."""
    texts = every(_TEXTS, part)[Text]  # without those that are plain, which is all in most parts
    if not any("${" in said for _, text in texts for _, said in text.words):
        return ()
    names = (name for text in texts_of(part) for name in names_in(text))
    return tuple(dict.fromkeys(name for name in names if is_live(name)))


def is_live(name: str) -> bool:
    return name.startswith("decision.") or name.count(".") > 1
