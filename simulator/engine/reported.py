"""Reports of a scenario: what is sent, whether it can be, and what in it is right. Pure."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

from simulator.engine import filling
from simulator.engine.filling import Fault, Sender
from simulator.engine.said import plain
from simulator.engine.state import State
from simulator.engine.texts import Listed, Words
from simulator.engine.truth import test_of
from simulator.engine.views import FieldView, PickView, Within
from simulator.scenario.conditions import Bounds
from simulator.scenario.reports import Entry, Report, Right
from simulator.scenario.scenario import Scenario
from simulator.speech import Saying

Entries = tuple[tuple[str, str], ...]


class Wrong(NamedTuple):
    """A field that can't be sent as it is, and why."""

    field: str
    why: Saying


def blank(entry: Entry, language: str, read: Callable[..., str] | None = None) -> FieldView:
    """The field as it is seen, with its texts as `read` says them; without, as the engine checks
    it: with the choices in every language, and no words besides."""
    picks = (
        PickView(pick.name(language), label)
        for pick in entry.choices
        for label in ([read(pick.label)] if read else [said for _, said in pick.label.words])
    )
    return FieldView(
        id=entry.id,
        label=read(entry.label) if read else "",
        required=entry.needed,
        choices=tuple(picks),
        hint=read(entry.hint) if read else "",
        kind=entry.kind,
        wanted=entry.wanted,
        words=_within(entry.words),
        number=_within(entry.number),
        pattern=entry.pattern or "",
        pattern_text=read(entry.pattern_text) if read else str(entry.pattern_text or ""),
    )


def _within(bounds: Bounds | None) -> Within | None:
    if bounds is None:
        return None
    return Within(bounds.below, bounds.above, bounds.at_least, bounds.at_most)


def sender(scenario: Scenario, state: State, now: int, role: str) -> Sender:
    """Where this role writes: it can name the assets that it sees, in any language."""
    assets = tuple(
        (name, said)
        for name in state.sight[role].assets
        for _, said in scenario.assets[name].title.words
    )
    return Sender(scenario.start, now, assets)


def filled_in(
    scenario: Scenario, report: Report, given: Mapping[str, str], at: Sender
) -> tuple[Entries, tuple[Wrong, ...]]:
    """What stands in the report, each value in its one spelling, and all that is wrong in it."""
    found, wrong = [], []
    for entry in report.fields:
        field = blank(entry, scenario.language)
        values, fault = filling.values(field, given.get(entry.id, ""), at)
        if fault:
            wrong.append(Wrong(entry.id, _why(scenario, entry, field, fault, at.now)))
        elif values:
            found.append((entry.id, filling.lined(values)))
    return tuple(found), tuple(wrong)


def _why(scenario: Scenario, entry: Entry, field: FieldView, fault: Fault, now: int) -> Saying:
    choices = Listed(tuple(Words(scenario, pick.label, now) for pick in entry.choices))
    text = Words(scenario, entry.pattern_text, now) if entry.pattern_text else ""
    return filling.told(fault, field, Words(scenario, entry.label, now), choices, text)


def complete(report: Report, entries: Entries) -> bool:
    """Whether no field was left out that is wanted."""
    written = {name for name, _ in entries}
    return all(field.id in written for field in report.fields if field.needed or field.wanted)


def right_in(
    scenario: Scenario, state: State, now: int, report: Report, entries: Entries
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The fields that are right now and those that are wrong; what no rule speaks of is neither."""
    said = dict(entries)
    right: list[str] = []
    wrong: list[str] = []
    for entry in report.fields:
        if rule := rule_of(scenario, state, now, entry):
            values = tuple(said.get(entry.id, "").splitlines())
            (right if _is_right(scenario, entry, rule, values) else wrong).append(entry.id)
    return tuple(right), tuple(wrong)


def rule_of(scenario: Scenario, state: State, now: int, entry: Entry) -> Right | None:
    """What says now what is right in the field."""
    rules = (rule for rule in entry.right if test_of(scenario, rule.when).holds(state, now))
    return next(rules, None)


def _is_right(scenario: Scenario, entry: Entry, rule: Right, values: tuple[str, ...]) -> bool:
    if not values:
        return False
    if rule.number:
        return rule.number.admit(float(values[0]))
    if rule.time:
        since = filling.since_start(values[0], scenario.start)
        after, before = rule.time.after, rule.time.before
        return (after is None or since >= after) and (before is None or since < before)
    said, wanted = {plain(value) for value in values}, {plain(value) for value in rule.said}
    match entry.kind:
        case "choices" | "assets":
            return said == wanted
        case "indicators":
            return wanted <= said
        case "text":
            return any(word in plain(" ".join(values)) for word in wanted)
        case _:
            return not said.isdisjoint(wanted)
