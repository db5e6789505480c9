"""Checks of reports: what fields take, what is said to be best and right, and who asks for it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from simulator.scenario.finding import Finding
from simulator.scenario.parts import Found, Loc
from simulator.scenario.patterns import fits
from simulator.scenario.reports import Entry, Report, Right
from simulator.scenario.scenario import Scenario
from simulator.scenario.wording import nearest

_PICKS = ("choice", "choices")
_SINGLE = ("choice", "number", "time")
_MOMENT = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2}[ T])?[0-9]{2}:[0-9]{2}")


def in_reports(scenario: Scenario) -> Iterator[Finding]:
    """Mistakes of single reports."""
    for name, report in scenario.reports.items():
        for number, field in enumerate(report.fields):
            loc = ("reports", name, "fields", number)
            yield from _choices(scenario.language, field, loc)
            yield from _takes(field, loc)
            yield from _named(scenario, field, field.said(scenario.language), (*loc, "best"))
            for at, rule in enumerate(field.right):
                yield from _named(scenario, field, rule.said, (*loc, "right", at, "is"))
            yield from _by_bots(scenario.language, report, field, loc)
        if report.clock and report.clock.within == 0:
            sentence = "a reporting clock needs time; give 'within' at least 1s"
            yield Finding(("reports", name, "clock", "within"), "L20", sentence)


def of_the_last(scenario: Scenario, conditions: Found) -> Iterator[Finding]:
    """Conditions on what no report can say."""
    for loc, asked in conditions:
        report = scenario.reports.get(asked.report)
        if report is None:
            continue
        fields = {field.id: field for field in report.fields}
        if asked.field and asked.field not in fields:
            hint = nearest(asked.field, frozenset(fields))
            sentence = f"the report '{asked.report}' has no field '{asked.field}'{hint}"
            yield Finding((*loc, "field"), "R43", sentence)
        elif asked.field:
            yield from _named(scenario, fields[asked.field], asked.says, (*loc, "says"))
        judged = sum(bool(field.right) for field in report.fields)
        if asked.right and not judged:
            sentence = f"no field of '{asked.report}' says what is right; give one 'right'"
            yield Finding((*loc, "right"), "L73", sentence)
        elif asked.right and not any(map(asked.right.admit, range(judged + 1))):
            sentence = f"of '{asked.report}' 0 to {judged} fields can be right; choose other bounds"
            yield Finding((*loc, "right"), "L73", sentence)


def _choices(language: str, field: Entry, loc: Loc) -> Iterator[Finding]:
    if (field.kind in _PICKS) != bool(field.choices):
        key = "choices" if field.choices else "kind"
        sentence = f"a field of kind '{field.kind}' has "
        sentence += "no choices; take them out" if field.choices else "'choices'; write them"
        yield Finding((*loc, key), "L72", sentence)
    names: set[str] = set()
    labels: set[str] = set()
    for at, pick in enumerate(field.choices):
        place = (*loc, "choices", at)
        name, read = pick.name(language), pick.label.into(language)
        twice = name if name in names else read if read in labels else ""
        if twice:
            yield Finding(place, "L19", f"there is another choice '{twice}'; delete one")
        names.add(name)
        labels.add(read)
        if field.kind == "choices" and pick.id is None:
            sentence = "where several can be chosen each has an id: {id: …, label: …}"
            yield Finding(place, "L72", sentence)


def _takes(field: Entry, loc: Loc) -> Iterator[Finding]:
    """Checks that do not go with the kind of field."""
    if field.wanted and field.required and "required" in field.model_fields_set:
        sentence = "what is required can't be left out; take out 'wanted' or 'required'"
        yield Finding((*loc, "wanted"), "L72", sentence)
    for key, kinds in (("words", ("text", "indicators")), ("number", ("number",))):
        if getattr(field, key) and field.kind not in kinds:
            sentence = f"a field of kind '{field.kind}' has no '{key}'; take it out"
            yield Finding((*loc, key), "L72", sentence)
    if len(field.best) > 1 and field.kind in _SINGLE:
        sentence = f"a field of kind '{field.kind}' takes one value; delete the others"
        yield Finding((*loc, "best", 1), "L72", sentence)
    for at, rule in enumerate(field.right):
        yield from _ruled(field, rule, (*loc, "right", at))
        if at and field.right[at - 1].when is None:
            sentence = "what stands before this holds always, so this never counts; put that last"
            yield Finding((*loc, "right", at), "L76", sentence)
    yield from _pattern(field, loc)


def _ruled(field: Entry, rule: Right, loc: Loc) -> Iterator[Finding]:
    """What is said to be right, in other words than the kind of field takes, or in none at all."""
    for key in ("number", "time"):
        if getattr(rule, key) and field.kind != key:
            sentence = f"a field of kind '{field.kind}' has no '{key}'; write 'is'"
            yield Finding((*loc, key), "L72", sentence)
    if rule.said and field.kind == "time":
        yield Finding((*loc, "is"), "L72", "a field of kind 'time' has no 'is'; write 'time'")
    if rule.time:
        after, before = rule.time.after, rule.time.before
        if after is not None and before is not None and after >= before:
            yield Finding(
                (*loc, "time"), "G01", "no moment is within these; let 'after' come first"
            )


def _pattern(field: Entry, loc: Loc) -> Iterator[Finding]:
    if field.pattern_text and not field.pattern:
        sentence = "it is said where the value does not fit; write 'pattern', too"
        yield Finding((*loc, "pattern_text"), "L72", sentence)
    if field.pattern:
        if field.kind not in ("text", "indicators"):
            sentence = f"a field of kind '{field.kind}' has no 'pattern'; take it out"
            yield Finding((*loc, "pattern"), "L72", sentence)
        elif not _is_pattern(field.pattern):
            yield Finding((*loc, "pattern"), "L72", "this is no regular expression")


def _is_pattern(pattern: str) -> bool:
    try:
        fits(pattern)
    except ValueError:
        return False
    return True


def _named(
    scenario: Scenario, field: Entry, said: Sequence[str], loc: Loc
) -> Iterator[Finding]:  # fmt: skip
    """Values that can never stand in the field."""
    if field.kind in _PICKS:
        known = frozenset(pick.name(scenario.language) for pick in field.choices)
    elif field.kind == "assets":
        known = frozenset(scenario.assets)
    elif field.kind == "number":
        for at, one in enumerate(said):
            if not _is_number(one):
                yield Finding((*loc, at), "R44", "this is no number; write one, like '40'")
        return
    else:
        return
    for at, one in enumerate(said):
        if one not in known:
            what = "asset" if field.kind == "assets" else "choice of the field"
            sentence = f"there is no {what} '{one}'{nearest(one, known)}"
            yield Finding((*loc, at), "R44", sentence)


def _is_number(said: str) -> bool:
    try:
        float(said)
    except ValueError:
        return False
    return True


def _by_bots(language: str, report: Report, field: Entry, loc: Loc) -> Iterator[Finding]:
    """A bot that is asked for the report must know what to write."""
    if field.best or (field.needed and report.clock):
        said = field.usual(language)
        if said and (why := _unfit(field, said)):
            key = "best" if field.best else "id"
            sentence = f"a bot would write '{said[0]}', and {why}; say with 'best' what it writes"
            yield Finding((*loc, key), "L74", sentence)


def _unfit(field: Entry, said: Sequence[str]) -> str:
    """Why a bot can't write this; empty where it can."""
    if field.words and not field.words.admit(sum(len(one.split()) for one in said)):
        return "that is not as many words as it takes"
    if field.kind == "number" and field.number and _is_number(said[0]):
        return "" if field.number.admit(float(said[0])) else "that is not within its bounds"
    if field.kind == "time" and not _MOMENT.fullmatch(said[0]):
        return "that is no moment, like 07:40"
    if field.pattern and _is_pattern(field.pattern) and not all(map(fits(field.pattern), said)):
        return "that does not fit its pattern"
    return ""
