"""In which order the keys of a part stand: as the models list them, with what it is about first."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Final, Union, get_args, get_origin

from pydantic import Tag

from simulator.authoring.trying.story import Story
from simulator.scenario.injects import Inject, Shared, Template, Variant
from simulator.scenario.intake import FILE
from simulator.scenario.parts import fields
from simulator.scenario.physics import Crossing
from simulator.scenario.scenario import Scenario
from simulator.scenario.values import Part

_INJECT: Final = (
    "id", "like", "at", "after", "when", "delay", "by_hand", "unless", "repeat", "to", "kind",
    "pinned", "noise", "storyline", "objective", "channel", "from", "title", "tlp", "reliability",
    "text", "offence", "attachments", "variants", "corrects", "decision", "then", "expected",
    "hint", "red_flags", "read_aloud", "notes", "cites",
)  # fmt: skip
"""As one tells of an inject: which, when, to whom, what is read, what is asked, what follows."""

STORIES: Final = tuple[Story, ...]
INJECTS: Final = next(inner for name, _, inner in fields(Scenario) if name == "injects")


def resolved(shape: Any, words: Sequence[str]) -> Any:
    """Of the shapes that a map with these keys may have, the one that it has; None for none."""
    choices = [shape] if get_origin(shape) is not Annotated else [get_args(shape)[0]]
    while choices and get_origin(choices[0]) in (Union, UnionType):
        choices = [*get_args(choices[0]), *choices[1:]]
    for choice in choices:
        tags = {tag.tag for tag in get_args(choice) if isinstance(tag, Tag)}
        if not tags or not tags.isdisjoint(f"<{word}>" for word in words):
            bare = _bare(choice)
            if bare is not NoneType and bare not in (str, int, float, bool):
                return bare
    return None


def places(part: Any, words: Sequence[str]) -> list[int]:
    """The place of each of these keys among the others; keys of no model keep theirs."""
    if not _is_part(part):
        return list(range(len(words)))
    order = _order(part)
    return [order.get(word.removesuffix(FILE), len(order)) for word in words]


def inner(part: Any, word: str) -> Any:
    """The shape of what stands under this key."""
    if _is_part(part):
        name = word.removesuffix(FILE)
        return next((found for _, key, found in fields(part) if key == name), None)
    return get_args(part)[1] if get_origin(part) is dict else None


def item_of(shape: Any) -> Any:
    """The shape of an item of a list."""
    bare = resolved(shape, ())
    return get_args(bare)[0] if get_origin(bare) is tuple else None


def spacious(shape: Any) -> bool:
    """Whether long entries there are set apart by empty lines."""
    return shape in (Scenario, INJECTS, STORIES)


@cache
def _order(part: type[Part]) -> dict[str, int]:
    """What a model adds to those that it is made from comes first: that is what it is about."""
    if part in (Inject, Template, Variant, Shared):
        return {key: place for place, key in enumerate(_INJECT)}
    keys = {name: key for name, key, _ in fields(part)}
    if issubclass(part, Crossing):  # of which the level is what it is about
        return {key: place for place, key in enumerate(keys.values())}
    own = [keys[name] for name in part.__annotations__ if name in keys]
    return {key: place for place, key in enumerate([*own, *keys.values()])} | {
        key: place for place, key in enumerate(own)
    }


def _is_part(shape: Any) -> bool:
    return isinstance(shape, type) and issubclass(shape, Part)


def _bare(shape: Any) -> Any:
    while get_origin(shape) is Annotated:
        shape = get_args(shape)[0]
    return shape
