"""Pydantic's errors in the words of an author: a code and one sentence for each mistake."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from simulator.scenario import (
    actions,
    adversary,
    conditions,
    effects,
    evaluation,
    injects,
    scenario,
    world,
)
from simulator.scenario.folder import Files
from simulator.scenario.problem import Problem
from simulator.scenario.values import Part, nearest

MODEL_CODES: Final = {
    "F01": "a key that is not known here",
    "F02": "a key that is missing",
    "F03": "a condition, effect or measure that begins with no known word",
    "F04": "a value of the wrong kind",
    "F05": "a word that is not one of those allowed",
    "F06": "a number or a text outside its range",
    "F07": "a value that is not written the way it should be",
    "F08": "a part that stands in two files",
    "F09": "a text written twice, here and in a file",
    "F10": "a text file that is not named by a path",
    "F11": "a text file outside the scenario's folder",
    "F12": "a missing text file",
    "V01": "an id that is not lower-case words joined by hyphens",
    "V02": "a duration without its units",
    "V03": "a duration that is too long",
    "V04": "a random duration that is not written as between … and …",
    "V05": "a random duration whose times are not in order",
    "V06": "a share that is not 0% to 100%",
    "V07": "a number of hosts that is none",
    "V08": "a text that is no words",
    "V09": "an unknown language",
    "V10": "a value that stands twice in a list",
    "V11": "a moment without date, time or offset",
    "C02": "a condition that asks nothing",
    "C03": "a range without a bound",
    "E02": "an effect that does nothing",
    "R01": "a name that points nowhere",
}
"""What the codes of the models mean, in a few words each."""

_KINDS: Final = {
    "model_type": "several lines of 'key: value'",
    "model_attributes_type": "several lines of 'key: value'",
    "dict_type": "several lines of 'key: value'",
    "tuple_type": "a list",
    "list_type": "a list",
    "string_type": "words",
    "int_type": "a whole number",
    "int_from_float": "a whole number",
    "float_type": "a number",
    "bool_type": "true or false",
}
_FORMS: Final = {
    "technique": "an ATT&CK technique, like T1486 or T1561.002",
    "reliability": "a letter A to F and a digit 1 to 6, like B2",
    "attack_version": "a version, like 18.1",
    "url": "an address that begins with http:// or https://",
    "date": "a date, like 2022-07-15, or a year",
    "at": "end, or nothing at all",
}


def _keys() -> frozenset[str]:
    modules = (actions, adversary, conditions, effects, evaluation, injects, scenario, world)
    models = (
        part
        for module in modules
        for part in vars(module).values()
        if isinstance(part, type) and issubclass(part, Part)
    )
    return frozenset(f.alias or n for model in models for n, f in model.model_fields.items())


KEYS: Final = tuple(sorted(_keys()))


def problems_of(error: ValidationError, files: Files) -> Iterator[Problem]:
    """One problem for each mistake, at its place."""
    details = error.errors(include_url=False)
    for detail in details:
        if detail["type"] == "too_short" and _follows(detail, details):
            continue
        loc = detail["loc"]
        path, mark = files.place(loc, key=detail["type"] == "extra_forbidden")
        code, sentence = explained(detail)
        yield Problem(path, mark.line, mark.column, code, sentence)


def _follows(short: ErrorDetails, details: list[ErrorDetails]) -> bool:
    """Whether a list is only short because its items were refused."""
    loc = short["loc"]
    return any(len(d["loc"]) > len(loc) and d["loc"][: len(loc)] == loc for d in details)


def explained(detail: ErrorDetails) -> tuple[str, str]:
    """The code and the sentence for one of pydantic's errors."""
    kind, loc, given = detail["type"], detail["loc"], detail.get("ctx", {})
    name = str(loc[-1]) if loc else ""
    found = _shown(detail["input"])
    if kind[:1].isupper():
        return kind, detail["msg"]
    if kind in _KINDS:
        return "F04", f"here should stand {_KINDS[kind]}, not {found}"
    match kind:
        case "extra_forbidden":
            return "F01", f"unknown key '{name}'{nearest(name, KEYS)}"
        case "missing":
            return "F02", f"'{name}' is missing"
        case "union_tag_invalid" | "union_tag_not_found":
            return "F03", _heads(given)
        case "literal_error" | "enum":
            return "F05", _words(given, found, str(detail["input"]))
        case "string_pattern_mismatch":
            field = next((str(p) for p in reversed(loc) if p in _FORMS), "")
            return "F07", f"write {_FORMS.get(field, 'it another way')}; not {found}"
        case _:
            return "F06", f"{_range(kind, given)}; {found} is not"


def _heads(given: dict[str, Any]) -> str:
    heads = [head.strip("'<> ") for head in str(given.get("expected_tags", "")).split(",")]
    what = "a condition" if "all" in heads else "an effect" if "end" in heads else "a measure"
    return f"{what} begins with one of {', '.join(heads)}{str(given.get('tag', '?'))[1:]}"


def _words(given: dict[str, Any], found: str, word: str) -> str:
    allowed = [part.strip("' ") for part in str(given["expected"]).replace(" or ", ",").split(",")]
    return (
        f"one of {', '.join(allowed)} should stand here, not {found}{nearest(word, set(allowed))}"
    )


def _range(kind: str, given: dict[str, Any]) -> str:
    bound = next((given[k] for k in ("ge", "gt", "le", "lt") if k in given), None)
    match kind:
        case "greater_than_equal":
            return f"this is at least {bound}"
        case "greater_than":
            return f"this is more than {bound}"
        case "less_than_equal":
            return f"this is at most {bound}"
        case "string_too_long":
            return f"this has at most {given['max_length']} letters"
        case "too_short" | "string_too_short":
            return "this must not be empty"
        case _:
            return "this is outside its range"


def _shown(value: Any) -> str:
    if isinstance(value, dict):
        return "a map"
    if isinstance(value, list | tuple):
        return "a list"
    if value is None:
        return "nothing"
    if isinstance(value, bool):
        return str(value).lower()
    text = repr(value)
    return text if len(text) <= 40 else text[:38] + "…'"  # noqa: PLR2004 fits a line
