"""Every key is described once, at its model, and what is said of it can be written."""

from pathlib import Path

import pytest
from pydantic import ValidationError

from docs import reference
from simulator.authoring.describing.docstrings import value_of
from simulator.authoring.describing.shapes import (
    Figure,
    Shape,
    Value,
    keys_of,
    models_in,
    shape_of,
)
from simulator.authoring.trying.story import Story
from simulator.scenario import Scenario
from simulator.scenario.evaluation import Source
from simulator.scenario.parts import fields
from simulator.scenario.values import OneOrMore, Part, RoleId, Seconds

MODELS = models_in([Scenario, Story])
KEYS = [(model, key) for model in MODELS for key in keys_of(model)]
PAGE = reference.PAGE.read_text("utf-8")
UNITLESS = {
    "kulla", "number", "magnitude", "events", "priority", "times", "worth",
    "below", "above", "at_least", "at_most", "seed",
    "attempts", "after",
}  # fmt: skip
"""Numbers that count or grade something, and bounds of whatever they stand beside."""


def test_the_page_is_written_as_the_models_are():
    assert reference.page() == PAGE, "make docs writes it anew"


def test_every_key_of_a_model_is_described():
    for model in MODELS:
        described = {key.name for key in keys_of(model)}
        assert described == {key for _, key, _ in fields(model)} - {"digest"}, model


def test_every_key_stands_in_the_page_with_a_meaning_and_an_example():
    for model, key in KEYS:
        at = f"{model.__name__}.{key.name}"
        assert key.about.endswith("."), at
        assert key.examples, at
        assert f"| **`{key.name}`** |" in PAGE or f"| `{key.name}` |" in PAGE, at
        assert f" | {key.about} |" in PAGE, at


def test_every_example_can_stand_in_its_place():
    for model, key in KEYS:
        for example in key.examples:
            assert mistakes(model, key.name, example) == [], (model, key.name, example)


def mistakes(model: type[Part], key: str, example: str) -> list[str]:
    """What is wrong with the value of this key, whatever else is missing."""
    try:
        model.model_validate({key: value_of(example)})
    except ValidationError as error:
        return [e["msg"] for e in error.errors() if e["loc"][:1] == (key,)]
    return []


def test_an_example_that_is_none_is_found():
    assert mistakes(Source, "url", "ftp://example.org") != []


def test_a_number_has_a_unit():
    for model, key in KEYS:
        if isinstance(key.shape, Figure) and key.name not in UNITLESS:
            units = (
                "in GB", "in points", "in per cent", "in people", "in hosts", "in exercise",
                "in its unit", "in the gauge's unit", "in units",
            )  # fmt: skip
            assert any(unit in key.about for unit in units), (model, key.name)


@pytest.mark.parametrize(
    ("annotation", "words"),
    [
        (Seconds, "duration"),
        (Seconds | None, "duration"),
        (OneOrMore[RoleId], "id of a role, or a list"),
        (dict[str, bool], "map of ids: `true`, `false`"),
    ],
)
def test_types_are_told_in_words(annotation: object, words: str):
    assert reference._words(shape_of(annotation)) == words


def test_a_type_that_nobody_can_tell_of_is_refused():
    with pytest.raises(TypeError, match="what can stand for"):
        shape_of(Path)


def test_the_docstrings_cost_nothing_until_they_are_asked_for():
    shape: Shape = Value("text")
    assert shape == shape_of(Scenario.model_fields["about"].annotation)
    assert "use_attribute_docstrings" not in Part.model_config
