"""What can stand where, read off the models: neither JSON Schema nor prose, but what both say."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from functools import cache
from types import NoneType
from typing import Annotated, Any, Final, Literal, NamedTuple, get_args, get_origin

from pydantic import BeforeValidator, Tag
from pydantic.fields import FieldInfo

from simulator.authoring.describing.docstrings import about
from simulator.authoring.trying import deeds, hopes, story
from simulator.scenario import conditions, effects, evaluation, values
from simulator.scenario.including import Include
from simulator.scenario.parts import fields
from simulator.scenario.reports import Pick
from simulator.scenario.values import Part
from simulator.scenario.world import Dependency, Team


@dataclass(frozen=True)
class Value:
    """A small value with a notation of its own, like a duration."""

    kind: str


@dataclass(frozen=True)
class Name:
    """The id of something that stands elsewhere in the scenario."""

    of: str


@dataclass(frozen=True)
class Figure:
    """A number; with `above` the lower bound itself is left out."""

    whole: bool
    low: float | None = None
    high: float | None = None
    above: bool = False


@dataclass(frozen=True)
class Choice:
    words: tuple[Any, ...]


@dataclass(frozen=True)
class Phrase:
    """Plain words of one line, in no language."""

    pattern: str | None = None
    least: int = 0
    most: int | None = None


@dataclass(frozen=True)
class Many:
    """A list; where `alone` holds, a single one needs none."""

    of: Shape
    least: int = 0
    alone: bool = False


@dataclass(frozen=True)
class Table:
    keys: Shape
    of: Shape


@dataclass(frozen=True)
class Block:
    """The keys of a model."""

    model: type[Part]


@dataclass(frozen=True)
class Headed:
    """One of several models, told apart by the key that each begins with."""

    name: str
    kinds: tuple[tuple[str, type[Part]], ...]


@dataclass(frozen=True)
class Either:
    of: tuple[Shape, ...]


@dataclass(frozen=True)
class Anything: ...


Shape = Value | Name | Figure | Choice | Phrase | Many | Table | Block | Headed | Either | Anything

TEXT: Final = Value("text")
HEADED: Final[Mapping[str, Mapping[str, type[Part]]]] = {
    "condition": conditions.KINDS, "effect": effects.KINDS, "measure": evaluation.MEASURES,
    "deed": deeds.DEEDS, "expectation": hopes.HOPES,
}  # fmt: skip

_DURATION: Final = Value("duration")
_SEED: Final = Figure(whole=True, low=0)
_KNOWN: Final[tuple[tuple[Any, Shape], ...]] = (
    (values.Id, Value("id")),
    (values.Seconds, _DURATION),
    (values.RandomSpan, Value("random duration")),
    (values.Percent, Value("share")),
    (values.Factor, Value("factor")),
    (values.SomeHosts, Value("hosts")),
    (values.Words, TEXT),
    (values.Best, TEXT),
    (evaluation.Moment, Value("moment")),
    (hopes.Moment, Either((_DURATION, Choice(("end",))))),
    (story.Seeds, Either((Figure(whole=True, low=1, high=story.MOST_SEEDS), Many(_SEED, 1)))),
    *(
        (kind, Name(name.removesuffix("Id").lower()))
        for name, kind in vars(values).items()
        if name.endswith("Id") and name != "Id"
    ),
)
"""Types with a notation of their own, known by the validator that reads it."""

_BRIEF: Final[dict[type[Part], Shape]] = {
    Team: Figure(whole=True, low=0),
    Dependency: Name("asset"),
    Include: Phrase(least=1),
    Pick: TEXT,
}
"""What may stand in place of a model's keys, as its own validator reads it."""


class Key(NamedTuple):
    """A key of a model: `field` is its name in the code; `about` has no examples."""

    name: str
    field: str
    shape: Shape
    required: bool
    default: Any
    about: str
    examples: tuple[str, ...]


@cache
def keys_of(model: type[Part]) -> tuple[Key, ...]:
    """The keys that an author can write there: first what can't be left out."""
    fields(model)  # completes a model that names some that come after it
    found = [_key(model, *item) for item in model.model_fields.items() if item[0] != "digest"]
    return tuple(sorted(found, key=lambda key: not key.required))


def models_in(top: Iterable[type[Part]]) -> tuple[type[Part], ...]:
    """These models and all that can stand in them, each where it is met first."""
    found: dict[type[Part], None] = {}

    def meet(model: type[Part]) -> None:
        if model not in found:
            found[model] = None
            for key in keys_of(model):
                for inner in _models(key.shape):
                    meet(inner)

    for model in top:
        meet(model)
    return tuple(found)


def _models(shape: Shape) -> Iterator[type[Part]]:
    match shape:
        case Block(model):
            yield model
        case Headed(_, kinds):
            yield from (model for _, model in kinds)
        case Either(several):
            for inner in several:
                yield from _models(inner)
        case Many(inner) | Table(_, inner):
            yield from _models(inner)
        case _:
            return


def _key(model: type[Part], field: str, info: FieldInfo) -> Key:
    words, examples = about(model, field)
    shape = shape_of(info.annotation, tuple(info.metadata))
    default = None if info.is_required() else info.default
    return Key(info.alias or field, field, shape, info.is_required(), default, words, examples)


def shape_of(annotation: Any, notes: tuple[Any, ...] = ()) -> Shape:
    """What can stand for a type; raises TypeError for one that authors can't be told of."""
    if get_origin(annotation) is Annotated:
        inner, *own = get_args(annotation)
        return shape_of(inner, (*_flat(own), *notes))
    for known, shape in _KNOWN:
        if get_args(known)[1] in notes:
            return shape
    if annotation is Any:
        return Anything()
    if isinstance(annotation, type):
        return _of_class(annotation, notes)
    inner = tuple(it for it in get_args(annotation) if it is not NoneType)
    origin = get_origin(annotation)
    if origin is Literal:
        return Choice(inner)
    if origin is tuple:
        least = max(_said(notes, "min_length"), default=0)
        return Many(shape_of(inner[0]), least, get_args(values.OneOrMore)[2] in notes)
    if origin is dict:
        return Table(*map(shape_of, inner))
    if any(isinstance(note, Tag) for it in inner for note in get_args(it)):
        return _headed([get_args(it)[0] for it in inner])
    several = tuple(map(shape_of, inner))
    return several[0] if len(several) == 1 else Either(several)


def _of_class(kind: type, notes: tuple[Any, ...]) -> Shape:
    if issubclass(kind, Part):
        brief = any(isinstance(note, BeforeValidator) for note in notes)
        return Either((_BRIEF[kind], Block(kind))) if brief else Block(kind)
    if issubclass(kind, Enum):
        return Choice(tuple(str(word.value) for word in kind))
    if kind is bool:
        return Choice((True, False))
    if kind is str:
        return _phrase(notes)
    if kind in (int, float):
        return _figure(kind is int, notes)
    raise TypeError(f"say in simulator.authoring.describing what can stand for {kind} {notes}")


def _headed(models: list[type[Part]]) -> Headed:
    name = next(name for name, kinds in HEADED.items() if list(kinds.values()) == models)
    return Headed(name, tuple(HEADED[name].items()))


def _flat(notes: Iterable[Any]) -> Iterator[Any]:
    for note in notes:
        yield from note.metadata if isinstance(note, FieldInfo) else (note,)


def _figure(whole: bool, notes: tuple[Any, ...]) -> Figure:
    lows, above = _said(notes, "ge"), _said(notes, "gt")
    highs = [*_said(notes, "le"), *(bound - 1 for bound in _said(notes, "lt"))]
    low = max([*lows, *above], default=None)
    return Figure(whole, low, min(highs, default=None), bool(above))


def _phrase(notes: tuple[Any, ...]) -> Phrase:
    pattern = next(iter(_said(notes, "pattern")), None)
    least = max(_said(notes, "min_length"), default=0)
    return Phrase(pattern, least, min(_said(notes, "max_length"), default=None))


def _said(notes: tuple[Any, ...], name: str) -> list[Any]:
    """What the notes say of this; their classes are pydantic's affair."""
    return [said for note in notes if (said := getattr(note, name, None)) is not None]
