"""Pydantic's errors in the words of an author: a code and one sentence for each mistake."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from typing import Any, Final

from pydantic_core import ErrorDetails

from simulator.scenario import conditions, effects, evaluation
from simulator.scenario.characters import PLACEHOLDER
from simulator.scenario.effects import Effect
from simulator.scenario.folder import Files
from simulator.scenario.models import keys_of, model_at
from simulator.scenario.parts import Loc
from simulator.scenario.problem import Problem
from simulator.scenario.scenario import Scenario
from simulator.scenario.values import NO_ID, Part, is_id
from simulator.scenario.wording import closest, in_words, nearest

MODEL_CODES: Final = {
    "F01": "a key that is not known here",
    "F02": "a key that is missing",
    "F03": "a condition, effect or measure that begins with no known word",
    "F04": "a value of the wrong kind",
    "F05": "a word that is not one of those allowed",
    "F06": "a number or a text outside its range",
    "F07": "a value that is not written the way it should be",
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
    "V12": "a factor that is not 25% to 400%",
    "C02": "a condition that asks nothing",
    "C03": "a range without a bound",
    "E02": "an effect that does nothing",
    "G01": "a range that is empty",
    "G02": "an alarm or a limit without its one level",
    "G04": "a reading that is to be two things at once",
    "R01": "a name that points nowhere",
}
"""What the codes of the models mean, in a few words each."""

_KINDS: Final = {
    "model_type": "lines of 'key: value'",
    "model_attributes_type": "lines of 'key: value'",
    "dict_type": "lines of 'key: value'",
    "tuple_type": "a list",
    "string_type": "words",
    "int_type": "a whole number",
    "int_from_float": "a whole number",
    "float_type": "a number",
    "bool_type": "true or false",
}
_FORMS: Final = {
    "technique": "an ATT&CK technique, like T1486 or T1561.002",
    "reliability": "a letter A to F and a digit 1 to 6, like B2",
    "attack_version": "a version in quotation marks, like '18.1'",
    "url": "an address that begins with http:// or https://",
    "date": "a date, like 2022-07-15, or a year",
    "at": "end, or nothing at all",
    "agenda": "a time of day, like '09:00'",
    "salt": "what 'kulla flag' writes, 16 to 64 signs 0 to 9 and a to f",
    "hash": "what 'kulla flag' writes, 64 signs 0 to 9 and a to f",
}
_HEADED: Final = {
    "condition": conditions.KINDS,
    "effect": effects.KINDS,
    "measure": evaluation.MEASURES,
}
_BOUNDS: Final = {
    "greater_than": ("more than", "gt"),
    "greater_than_equal": ("at least", "ge"),
    "less_than_equal": ("at most", "le"),
}
_MENDS: Final = {
    r"-?(0|[1-9]\d*)(\.\d+)?|true|false": "take away the quotation marks",
    r"-?\d+,": "take away the comma",
    r"-?\d+,\d+": "a decimal has a point, like 0.5",
    r"0\d+": "take away the zero before it",
    r"\d+[ _.']\d{3}([ _.']\d{3})*": "write the digits without anything between them",
    r"-?\d+(\.\d+)? *[^\d\s.].*": "write the number alone",
    r"[\u2212\u2013\u2014]\d.*": "begin it with the '-' of the keyboard",
    r"(?i)yes|y|on": "write true",
    r"(?i)no|n|off": "write false",
}
"""How some wrong numbers and truths become right ones; the first form that fits tells."""

_MOST_KEYS: Final = 12
_NOTHING: Final = "nothing stands here; write a value, or delete the key"
_ONLY_A_COMMENT: Final = (
    "only a comment stands here; write a value, or put what begins with '#' in quotation marks"
)


def problems_of(details: Sequence[ErrorDetails], files: Files) -> Iterator[Problem]:
    """One problem for each mistake, at its place, but none where the file itself has one."""
    taken = {problem[:3] for problem in files.problems}
    unseen = {problem[:2] for problem in files.problems if problem.code == "Y05"}
    for detail in each_once(details):
        kind, loc = detail["type"], detail["loc"]
        name = detail.get("ctx", {}).get("name")
        if kind in ("V08", "V09") and name:
            loc = (*loc, name)
        path, mark = files.place(loc, key=kind in ("extra_forbidden", "V09") or loc[-1] == "[key]")
        if (path, *mark) not in taken:
            found = Problem(path, *mark, *explained(detail))
            if found.sentence == _NOTHING and _is_comment(found, files):
                found = found._replace(sentence=_ONLY_A_COMMENT)
            if PLACEHOLDER not in found.sentence or found[:2] not in unseen:
                yield found


def _is_comment(problem: Problem, files: Files) -> bool:
    """Whether what stands at its place is no value but a comment."""
    lines = (s.line(problem.line) for s in files.sources if s.path == problem.path)
    return next(lines, "")[problem.column - 1 :].lstrip().startswith("#")


def gaps(tree: dict[str, Any], wrong: Sequence[ErrorDetails]) -> list[ErrorDetails]:
    """Every key or dash after which nothing stands, but where that was found to be wrong already.

    The models would take nothing for what may be left out, and drop what its author meant.
    """
    told = {_plain(detail["loc"]) for detail in wrong}
    return [
        ErrorDetails(type="nothing", loc=loc, msg="", input=None)
        for loc in _empty(tree, ())
        if told.isdisjoint(loc[:size] for size in range(len(loc) + 1))
    ]


def _plain(loc: Loc) -> Loc:
    """The place as its author knows it, without what pydantic puts between."""
    return tuple(part for part in loc if not str(part).startswith("<"))


def _empty(node: Any, loc: Loc) -> Iterator[Loc]:
    if node is None:
        yield loc
    elif isinstance(node, dict | list):
        for part, inner in node.items() if isinstance(node, dict) else enumerate(node):
            yield from _empty(inner, (*loc, part))


def each_once(
    details: Sequence[ErrorDetails], top: type[Part] = Scenario
) -> Iterator[ErrorDetails]:
    """The errors that are mistakes of their own, not what follows from another.

    A mistyped key is missing too, a list is short when its items were refused, and what is
    neither `all` nor a list of ids is told as the latter.
    """
    unknown = [detail["loc"] for detail in details if detail["type"] == "extra_forbidden"]
    mistyped = {_meant(loc, top) for loc in unknown}
    around = {loc[:size] for loc in (d["loc"] for d in details) for size in range(len(loc))}
    for detail in details:
        kind, loc = detail["type"], detail["loc"]
        follows = (
            (kind == "missing" and loc in mistyped)
            or (kind == "too_short" and loc in around)
            or (kind == "literal_error" and str(loc[-1]).startswith("literal["))
        )
        if not follows:
            yield detail


def _meant(loc: Loc, top: type[Part]) -> Loc:
    return (*loc[:-1], closest(str(loc[-1]), keys_of(model_at(loc[:-1], top))))


def explained(detail: ErrorDetails, top: type[Part] = Scenario) -> tuple[str, str]:
    """The code and the sentence for one of pydantic's errors in a model, or in this other one."""
    kind, loc, given = detail["type"], detail["loc"], detail.get("ctx", {})
    value = detail["input"]
    found = in_words(value)
    match kind:
        case "extra_forbidden":
            return "F01", _unknown(str(loc[-1]), model_at(loc[:-1], top))
        case "missing":
            return "F02", f"'{loc[-1]}' is missing"
        case _ if value is None:
            return "F04", _NOTHING
        case "union_tag_invalid":
            return "F03", _beginning(given, value)
        case _ if kind in _KINDS:
            return "F04", f"{_KINDS[kind]} should stand here, not {found}{_mend(kind, value)}"
        case "literal_error" | "enum":
            wanted = given["expected"].replace("True", "true")
            words = frozenset(re.findall("'([^']*)'", wanted))
            hint = nearest(value, words) if isinstance(value, str) else ""
            hint = "; take away the quotation marks" if value == wanted else hint
            return "F05", f"{wanted} should stand here, not {found}{hint}"
        case "string_pattern_mismatch":
            form = next(_FORMS[str(key)] for key in _most_telling(loc) if key in _FORMS)
            return "F07", f"write {form}, not {found}"
        case "R01":
            return _no_such(given["kind"], given["name"], given["known"]())
        case _ if kind[0].isupper():
            return kind, detail["msg"]
        case _:
            return "F06", _range(kind, given, found)


def _most_telling(loc: Loc) -> tuple[str | int, ...]:
    """The parts of a place from its end; but `at` is another thing in an agenda."""
    return ("agenda",) if "agenda" in loc else loc[::-1]


def _no_such(kind: str, name: str, known: Set[str]) -> tuple[str, str]:
    hint = nearest(name, known)
    if not is_id(name) and (not hint or " " in name):
        return "V01", NO_ID.format(found=in_words(name))
    return "R01", f"there is no {kind} {in_words(name)}{hint}"


def _unknown(key: str, model: type[Part]) -> str:
    keys = keys_of(model)
    kinds = effects.KINDS if issubclass(model, Effect) else conditions.KINDS
    hint = nearest(key, keys)
    if not hint and model in kinds.values() and key in kinds:
        hint = "; it begins another condition, to be joined with 'all' or 'any'"
        if kinds is effects.KINDS:
            hint = "; it begins another effect, with a '- ' of its own"
    elif not hint and len(keys) <= _MOST_KEYS:
        hint = f"; here can stand {', '.join(sorted(keys))}"
    return f"unknown key {in_words(key)}{hint}"


def _beginning(given: dict[str, Any], value: Any) -> str:
    """`given` has pydantic's tags: the words that can begin this, and a hint in place of one."""
    heads = re.findall("<([a-z]+)>", given["expected_tags"])
    what, kinds = next(it for it in _HEADED.items() if set(it[1]) == set(heads))
    first = next(iter(value), "") if isinstance(value, dict) else ""
    if any(first in keys_of(model) for model in kinds.values()):
        return f"say what '{first}' is about: one of {', '.join(heads)}"
    if hint := nearest(str(first), kinds):
        return f"no {what} begins with {in_words(first)}{hint}"
    if isinstance(value, list) and what == "condition":
        return "a condition is no list; put 'all:' or 'any:' before it"
    found = in_words(first or value)
    return f"one of {', '.join(heads)} should begin this {what}, not {found}"


def _mend(kind: str, value: Any) -> str:
    """How a value of the wrong kind becomes a right one, where that is easily said."""
    if kind == "string_type" and isinstance(value, int | float):
        return "; put it in quotation marks"
    if kind in ("int_type", "float_type", "bool_type") and isinstance(value, str):
        fits = (mend for form, mend in _MENDS.items() if re.fullmatch(form, value))
        return f"; {mend}" if (mend := next(fits, "")) else ""
    return "; begin each item with '- '" if kind == "tuple_type" else ""


def _range(kind: str, given: dict[str, Any], found: str) -> str:
    if kind in _BOUNDS:
        words, bound = _BOUNDS[kind]
        return f"a number of {words} {given[bound]:,.10g} should stand here, not {found}"
    if kind == "string_too_long":
        return f"at most {given['max_length']} letters can stand here"
    return "this must not be empty"
