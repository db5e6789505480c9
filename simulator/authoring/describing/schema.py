"""JSON Schema of the format, for editors that complete and check while one types.

Draft 7, which every editor knows. Names that point nowhere, and all else that needs more than one
place to be judged, stay with `kulla check`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from functools import cache
from typing import Any, Final

from simulator.authoring.describing.docstrings import meaning, value_of
from simulator.authoring.describing.notations import NAME, NOTATIONS, TEXT_FILE, written
from simulator.authoring.describing.shapes import (
    TEXT,
    Anything,
    Block,
    Choice,
    Either,
    Figure,
    Headed,
    Key,
    Many,
    Name,
    Phrase,
    Shape,
    Table,
    Value,
    keys_of,
)
from simulator.authoring.trying.story import Story
from simulator.scenario.adversary import Adversary, Step
from simulator.scenario.injects import Inject
from simulator.scenario.intake import FILE
from simulator.scenario.mending import MAPS
from simulator.scenario.scenario import Scenario
from simulator.scenario.values import Part

Schema = dict[str, Any]

DRAFT: Final = "http://json-schema.org/draft-07/schema#"

_UNLESS: Final = {(Scenario, "roles"): "include", (Inject, "to"): "like"}
"""Keys that need not be written where another one brings them."""


def of_scenario() -> Schema:
    """Of `scenario.yaml`, or of a scenario in one file."""
    drawing = _Drawing()
    return drawing.whole("A scenario of Kulla", drawing.scenario())


def of_injects() -> Schema:
    """Of the other files of a scenario: a list of injects, or some of a scenario's keys."""
    drawing = _Drawing()
    return drawing.whole("A part of a scenario of Kulla", drawing.part())


def of_tests() -> Schema:
    """Of the files in a scenario's `tests` folder."""
    drawing = _Drawing()
    return drawing.whole("Tests of a scenario of Kulla", drawing.shape(Many(Block(Story), 1)))


SCHEMAS: Final = {"scenario": of_scenario, "injects": of_injects, "tests": of_tests}


def printed(of: str) -> str:
    """One of the schemas as JSON, the same each time."""
    return json.dumps(SCHEMAS[of](), ensure_ascii=False, indent=1)


class _Drawing:
    """A schema in the making, with the definitions that it refers to."""

    def __init__(self) -> None:
        self.definitions: Schema = {}

    def whole(self, title: str, schema: Schema) -> Schema:
        about = {"$schema": DRAFT, "title": title}
        return {**schema, **about, "definitions": dict(sorted(self.definitions.items()))}

    def scenario(self) -> Schema:
        """What is laid over included parts need not be whole, and may leave one of them out."""
        schema = self.block(Scenario)
        schema["if"] = {"not": {"required": ["include"]}}
        schema["then"] = {"properties": _whole_parts()}
        return schema

    def part(self) -> Schema:
        keys = self.block(Scenario)
        for rule in ("required", "allOf"):
            keys.pop(rule, None)
        keys["allOf"] = [{"properties": _whole_parts()}]
        injects = self.shape(Many(Block(Inject))) | {"allOf": [_rules_of_items(Inject)]}
        return {"anyOf": [injects, keys]}

    def block(self, model: type[Part]) -> Schema:
        """The keys of a model, and which of them can't be left out."""
        properties: Schema = {}
        for key in keys_of(model):
            told = {"description": key.about} if key.about else {}
            properties[key.name] = self.key(key) | told
            if key.shape == TEXT:
                told = {"description": f"The same, in a file of its own. {key.about}"}
                properties[key.name + FILE] = TEXT_FILE | told
        loose = model in (*_laid().values(), Inject, Adversary, Step)
        rules = {} if loose else _required(model)
        kind: Any = ["object", "null"] if loose else "object"
        about = {"title": title_of(model), "description": meaning(model), "type": kind}
        return {**about, "properties": properties, **rules, "additionalProperties": False}

    def key(self, key: Key) -> Schema:
        schema = self.shape(key.shape)
        default = written(key.shape, key.default)
        more: Schema = {} if default is None else {"default": default}
        if key.examples:
            more["examples"] = [value_of(example) for example in key.examples]
        return schema | more

    def shape(self, shape: Shape) -> Schema:
        match shape:
            case Value(kind):
                return self.notation(kind)
            case Name(of):
                return {**NAME, "title": f"{of} id"}
            case Figure() | Choice() | Phrase() | Anything():
                return _simple(shape)
            case Many(of, least, alone):
                inner = self.shape(of)
                several: Schema = {"type": "array", "items": inner}
                several |= {"minItems": least} if least else {}
                several |= {"uniqueItems": True} if alone else {}
                return {"anyOf": [inner, several]} if alone else several
            case Table(keys, of):
                names = {} if keys == Phrase() else {"propertyNames": self.shape(keys)}
                return {"type": "object", **names, "additionalProperties": self.shape(of)}
            case Block(model):
                return self.defined(_name_of(model), lambda: self.block(model))
            case Headed(name, kinds):
                return self.defined(name, lambda: self.headed(name, kinds))
            case Either(choices):
                return {"anyOf": [self.shape(choice) for choice in choices]}

    def headed(self, name: str, kinds: tuple[tuple[str, type[Part]], ...]) -> Schema:
        """Every branch demands its own first key and lets no other in, so only one can fit."""
        branches = [self.shape(Block(model)) for _, model in kinds]
        heads = ", ".join(head for head, _ in kinds)
        return {"description": f"A {name}; one of {heads} begins it.", "anyOf": branches}

    def notation(self, kind: str) -> Schema:
        if kind == "random duration":
            self.notation("duration")
        elif kind == "hosts":
            self.notation("share")
        told, schema = NOTATIONS[kind]
        plain = {"title": kind, "description": told.replace("`", "")}
        return self.defined(kind.replace(" ", "-"), lambda: {**plain, **schema})

    def defined(self, name: str, make: Callable[[], Schema]) -> Schema:
        if name not in self.definitions:
            self.definitions[name] = {}  # so that one that holds itself comes to an end
            self.definitions[name] = make()
        return {"$ref": f"#/definitions/{name}"}


def title_of(model: type[Part]) -> str:
    """The name of a model as words: `consent from`."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", model.__name__.strip("_")).lower()


def _name_of(model: type[Part]) -> str:
    """Of its definition; the heads of unions have names of their own."""
    return title_of(model).replace(" ", "-") + "-keys"


def _simple(shape: Figure | Choice | Phrase | Anything) -> Schema:
    match shape:
        case Figure(whole, low, high, above):
            bounds: Schema = {"exclusiveMinimum" if above else "minimum": low, "maximum": high}
            kept = {name: bound for name, bound in bounds.items() if bound is not None}
            return {"type": "integer" if whole else "number", **kept}
        case Choice(words):
            return {"type": "boolean"} if words == (True, False) else {"enum": list(words)}
        case Phrase(pattern, least, most):
            rules: Schema = {"pattern": pattern, "minLength": least or None, "maxLength": most}
            kept = {name: rule for name, rule in rules.items() if rule is not None}
            return {"type": "string", **kept}
        case Anything():
            return {}


def _required(model: type[Part]) -> Schema:
    """Which keys can't be left out; a text may stand in a file, and a template bring the rest."""
    always: list[str] = []
    one_of: list[Schema] = []
    for key in keys_of(model):
        other = key.name + FILE if key.shape == TEXT else _UNLESS.get((model, key.name))
        if key.required and other:
            one_of.append({"anyOf": [{"required": [key.name]}, {"required": [other]}]})
        elif key.required:
            always.append(key.name)
    rules: Schema = {"required": always} if always else {}
    return rules | ({"allOf": one_of} if one_of else {})


@cache
def _laid() -> dict[str, type[Part]]:
    """The parts that have an id, which may be laid over others, by their key in a scenario."""
    shapes = {key.name: key.shape for key in keys_of(Scenario) if key.name in MAPS.values()}
    tables = {name: shape.of for name, shape in shapes.items() if isinstance(shape, Table)}
    return {name: inner.model for name, inner in tables.items() if isinstance(inner, Block)}


def _whole_parts() -> Schema:
    """What can't be left out in parts that nothing lies under."""
    rules = {key: _required(model) for key, model in _laid().items()}
    whole: Schema = {
        key: {"additionalProperties": {"type": "object", **rule}} for key, rule in rules.items()
    }
    steps = {"properties": {"steps": _rules_of_items(Step)}}
    return whole | {
        "injects": _rules_of_items(Inject),
        "adversary": {"type": "object", **_required(Adversary), **steps},
    }


def _rules_of_items(model: type[Part]) -> Schema:
    return {"items": {"type": "object", **_required(model)}}
