"""Small values with a notation of their own: what an editor lets pass, and what people are told."""

from __future__ import annotations

from typing import Any, Final, NamedTuple

from simulator.authoring.describing.shapes import Shape, Value
from simulator.scenario.values import Span

Schema = dict[str, Any]


class Notation(NamedTuple):
    """How one of these values is written; `told` says it to people, with examples in backticks."""

    told: str
    schema: Schema


_DURATION: Final = r"^(?=[0-9])([0-9]+d)?([0-9]+h)?([0-9]+m)?([0-9]+s)?$"
_SHARE: Final = r"^(100(\.0{1,3})?|0?[0-9]{1,2}(\.[0-9]{1,3})?) ?%$"
_FACTOR: Final = r"^(400(\.0{1,3})?|[123]\d\d(\.\d{1,3})?|0?(2[5-9]|[3-9]\d)(\.\d{1,3})?) ?%$"
_MOMENT: Final = (
    r"^\d{4}-?\d\d-?\d\d[T ]\d\d(:?\d\d(:?\d\d([.,]\d+)?)?)?(Z|[+-]\d\d(:?\d\d(:?\d\d)?)?)$"
)


def _refs(name: str) -> Schema:
    return {"$ref": f"#/definitions/{name}"}


def _words(pattern: str, sentence: str, **more: Any) -> Schema:
    """Words of this form; some editors can tell the sentence in place of the pattern."""
    told = {"errorMessage": sentence, "patternErrorMessage": sentence}
    return {"type": "string", "pattern": pattern, **told, **more}


def _in_languages(words: Schema) -> Schema:
    by_language = {
        "type": "object",
        "properties": {"en": words, "sq": words},
        "additionalProperties": False,
        "minProperties": 1,
    }
    return {"anyOf": [words, by_language]}


NOTATIONS: Final[dict[str, Notation]] = {
    "id": Notation(
        "Lower-case words joined by hyphens, at most 60 letters: `night-shift`.",
        _words(
            r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$",
            "An id is lower-case words joined by hyphens, like night-shift.",
            maxLength=60,
        ),
    ),
    "text": Notation(
        "Words, or a map of languages: `Night shift` or `{en: Night shift, sq: Turni i natës}`.",
        _in_languages(_words(r"\S", "A text is words; put a number in quotation marks.")),
    ),
    "duration": Notation(
        "Numbers with their units, days to seconds: `90s`, `20m`, `1h30m` or `2d`.",
        _words(_DURATION, "A duration carries its units, like 90s, 20m, 1h30m or 2d."),
    ),
    "random duration": Notation(
        "A duration, or one that is drawn: `{between: [20m, 90m], likely: 40m}`, `likely` at will.",
        {
            "anyOf": [
                _refs("duration"),
                {
                    "type": "object",
                    "properties": {
                        "between": {
                            "type": "array",
                            "items": _refs("duration"),
                            "minItems": 2,
                            "maxItems": 2,
                            "description": "The shortest and the longest.",
                        },
                        "likely": _refs("duration")
                        | {"description": "What it most often is; the middle, unless given."},
                    },
                    "required": ["between"],
                    "additionalProperties": False,
                },
            ]
        },
    ),
    "share": Notation(
        "0 to 100 per cent with its sign: `40%`.",
        _words(_SHARE, "A share is written 0% to 100%."),
    ),
    "factor": Notation(
        "25 to 400 per cent with its sign: `150%`.",
        _words(_FACTOR, "A factor is written 25% to 400%."),
    ),
    "hosts": Notation(
        "A number of hosts, a share of them, or all: `4`, `20%` or `all`.",
        {
            "anyOf": [
                {"type": "integer", "minimum": 1},
                _refs("share"),
                {"const": "all"},
            ]
        },
    ),
    "moment": Notation(
        "Date, time and offset: `2022-07-15T14:00:00+02:00`.",
        _words(_MOMENT, "A moment is written 2022-07-15T14:00:00+02:00, with its offset."),
    ),
}

NAME: Final = {"type": "string", "pattern": NOTATIONS["id"].schema["pattern"], "maxLength": 60}

TEXT_FILE: Final = _in_languages(
    _words(r"^[^\\]+$", "A path in the scenario's folder, like text/brief.md.")
) | {"title": "text file", "description": "A path in the scenario's folder, or one a language."}


def written(shape: Shape, default: Any) -> Any:
    """A default as an author would write it; None where that would tell nothing."""
    match default:
        case Span(low, high, likely):
            if low == high:
                return in_units(low)
            return {"between": [in_units(low), in_units(high)], "likely": in_units(likely)}
        case float() if shape in (Value("share"), Value("factor")):
            return f"{default:.0%}"
        case int() if shape == Value("duration"):
            return in_units(default)
        case bool() | int() | float() | str() if default != -1:
            return default
        case _:
            return None


def in_units(seconds: int) -> str:
    """A duration as an author writes it: `40m`, `6h`, `1h30m`."""
    parts = []
    for size, unit in ((86_400, "d"), (3_600, "h"), (60, "m"), (1, "s")):
        count, seconds = divmod(seconds, size)
        if count:
            parts.append(f"{count}{unit}")
    return "".join(parts) or "0s"
