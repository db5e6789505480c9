"""The scenario `everything` uses every key of the format, so it can't fall behind it."""

from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import Any, Literal, get_args, get_origin

import pytest
import yaml
from pydantic import ValidationError

from simulator.scenario import load
from simulator.scenario.scenario import Scenario
from simulator.scenario.values import Part, Text

HERE = Path(__file__).parent
SCENARIO = load(HERE / "everything")
MINIMAL = yaml.load((HERE / "minimal.yaml").read_text(), yaml.BaseLoader) | {"kulla": 1}
ONE_WORD_A_SCENARIO = {(Scenario, key) for key in ("kulla", "language", "difficulty", "tlp")}


def models(annotation: Any) -> Iterator[type[Part]]:
    """Every model that this annotation speaks of, itself not looked into."""
    if isinstance(annotation, type) and issubclass(annotation, Part):
        yield annotation
    for inner in get_args(annotation):
        yield from models(inner)


def reachable() -> list[type[Part]]:
    """Every model of the format, from the scenario down."""
    found: list[type[Part]] = [Scenario]
    for model in found:
        for key in model.model_fields.values():
            found += [new for new in dict.fromkeys(models(key.annotation)) if new not in found]
    return found


def home(model: type[Part], key: str) -> type[Part]:
    """The model that a key was inherited from, or this one."""
    bases = [base for base in model.__mro__ if issubclass(base, Part)]
    return next(base for base in reversed(bases) if key in base.model_fields)


def words(annotation: Any) -> set[str]:
    """The words that a key may be given out of a fixed set."""
    if get_origin(annotation) is Literal:
        return set(get_args(annotation))
    if isinstance(annotation, type) and issubclass(annotation, StrEnum):
        return set(annotation)
    return set().union(*(words(inner) for inner in get_args(annotation)))


def written(value: Any) -> Iterator[tuple[type[Part], str, Any]]:
    """Each model, key and value that the author wrote, at any depth."""
    if isinstance(value, Part):
        for key in value.model_fields_set:
            yield type(value), key, getattr(value, key)
            yield from written(getattr(value, key))
    elif isinstance(value, dict):
        yield from written(tuple(value.values()))
    elif isinstance(value, tuple):
        for item in value:
            yield from written(item)


def texts(value: Any) -> Iterator[str]:
    if isinstance(value, Text):
        yield from (said for _, said in value.words)
    elif isinstance(value, dict):
        for item in value.values():
            yield from texts(item)


WRITTEN = list(written(SCENARIO))
CHOICES = dict.fromkeys(
    (home(model, key), key, word)
    for model in reachable()
    for key, field in model.model_fields.items()
    if (model, key) not in ONE_WORD_A_SCENARIO
    for word in sorted(words(field.annotation))
)
TEXTS = "\n".join(said for _, _, value in WRITTEN for said in texts(value))


def test_everything_writes_every_key():
    for model in reachable():
        assert set(model.model_fields) == {key for of, key, _ in WRITTEN if of is model}, model


def test_everything_writes_every_word_that_a_key_may_have():
    for model, key, word in CHOICES:
        said = [value for of, at, value in WRITTEN if at == key and home(of, at) is model]
        assert word in said, (model, key)


@pytest.mark.parametrize(
    "name",
    [
        "role.council", "asset.vault", "asset.index.service", "asset.vault.intact",
        "team.keepers", "gauge.dust", "gauge.patience.value", "adversary", "name.ship",
        "decision.lamp", "time", "date",
    ],
)  # fmt: skip
def test_everything_uses_every_form_of_a_name_in_a_text(name: str):
    assert f"${{{name}}}" in TEXTS


def test_the_minimal_scenario_is_valid():
    assert load(HERE / "minimal.yaml").title.into("en") == "Nothing happens"


@pytest.mark.parametrize("key", MINIMAL)
def test_the_minimal_scenario_can_spare_no_key(key: str):
    with pytest.raises(ValidationError):
        Scenario.model_validate({name: said for name, said in MINIMAL.items() if name != key})
