"""Which model of the format stands at a place, and the keys it knows."""

from __future__ import annotations

from functools import cache, lru_cache
from types import NoneType
from typing import Annotated, Any, get_args, get_origin

from pydantic import Tag

from simulator.scenario.parts import Loc, fields
from simulator.scenario.scenario import Scenario
from simulator.scenario.values import Part


@lru_cache(maxsize=4096)
def model_at(loc: Loc, top: type[Part] = Scenario) -> type[Part]:
    """The model whose keys stand at a place, told as pydantic does: with `<heads>` of unions."""
    annotation: Any = top
    for part in loc:
        annotation = _bare(_inside(annotation, part))
    model: type[Part] = annotation
    return model


@cache
def keys_of(model: type[Part]) -> frozenset[str]:
    """The keys that an author can write there."""
    return frozenset(key for _, key, _ in fields(model)) - {"digest"}


def _inside(annotation: Any, part: str | int) -> Any:
    """The type of what stands under a key, at a position, or for a head."""
    if isinstance(annotation, type) and issubclass(annotation, Part):
        return next(inner for _, key, inner in fields(annotation) if key == part)
    choices = get_args(annotation)
    if isinstance(part, str) and part.startswith("<"):
        return next(choice for choice in choices if Tag(part) in get_args(choice))
    return choices[-1] if get_origin(annotation) is dict else choices[0]


def _bare(annotation: Any) -> Any:
    """The type without what it is annotated with, and that it may be missing."""
    while get_origin(annotation) is Annotated or NoneType in get_args(annotation):
        annotation = get_args(annotation)[0]
    return annotation
