"""Forms to be filled in by hand: a decision each, a report each, with a code to key them in by."""

from __future__ import annotations

from collections.abc import Iterator

from simulator.authoring.previewing.plan import Planned
from simulator.authoring.printing.codes import decision_code, report_code
from simulator.authoring.printing.figures import hours
from simulator.authoring.printing.source import Printed
from simulator.engine.views import FieldView, ReportView, RoleView
from simulator.paper.blocks import (
    Blank,
    Block,
    Scale,
    Sheet,
    Tick,
    Ticks,
    Words,
    letter,
    paired,
    some,
)
from simulator.scenario.characters import rejoined
from simulator.scenario.injects import Decision, Option
from simulator.speech import mark, say

SURE = (mark("guess"), mark("doubt"), mark("even"), mark("likely"), mark("sure"))
"""How sure one is, in the words of the screen, and by its digits."""

SEVERAL = ("choices", "assets")
"""Kinds of fields in which several boxes can be ticked."""

LINES = {"text": 2, "indicators": 4}
"""So many lines has the room to write in each kind of field; one, unless given."""


def decision_forms(p: Printed) -> tuple[Block, ...]:
    """A form for each decision, for the one role whose it is."""
    return tuple(_decision(p, row) for row in p.told.plan if row.asks)


def _decision(p: Printed, row: Planned) -> Sheet:
    language = p.language
    asked = p.scenario.inject[row.id].decision
    assert asked is not None
    code = decision_code(row.number)
    given = "" if row.due is None else hours(language, row.due)
    blocks: tuple[Block | None, ...] = (
        paired(
            (say(language, "For"), p.views[row.decider].role.title),
            (say(language, "About"), row.title),
            (say(language, "Time to decide"), given),
        ),
        _options(p, asked),
        Blank(say(language, "In your own words"), 3) if _free(asked) else None,
        *closing(language),
    )  # fmt: skip
    label = say(language, "Decision form {code}", code=code)
    return Sheet(label, p.words(asked.ask), some(blocks))


def _free(asked: Decision) -> bool:
    return asked.free_text or not asked.options


def _options(p: Printed, asked: Decision) -> Block | None:
    if not asked.options:
        return None
    ticks = (_tick(p, place, option) for place, option in enumerate(asked.options))
    return Ticks(say(p.language, "Tick one."), tuple(ticks))


def _tick(p: Printed, place: int, option: Option) -> Tick:
    """What the player's screen says of it, too; whether it can be chosen depends on the moment."""
    language, titles = p.language, p.titles
    notes = [p.words(option.about)] if option.about else []
    if option.consent:
        names = titles.roles(link.role for link in option.consent)
        notes.append(say(language, "Needs the consent of {names}.", names=names))
    if option.irreversible:
        notes.append(say(language, "▲ Can't be undone."))
    return Tick(letter(place), p.words(option.label), tuple(notes))


def closing(language: str) -> Iterator[Block]:
    """How every form of a decision ends."""
    yield Blank(say(language, "Why"), 2)
    words = (f"{place} {say(language, word)}" for place, word in enumerate(SURE, 1))
    yield Scale(say(language, "How sure are you?"), tuple(words))
    yield Blank(say(language, "Exercise time"))
    yield Blank(say(language, "Name"))


def report_forms(p: Printed) -> tuple[Block, ...]:
    """A form for each report and each role that can send it."""
    places = {name: number for number, name in enumerate(p.scenario.reports, 1)}
    return tuple(
        _report(p, view, report, places[report.id])
        for name in p.scenario.reports
        for view in p.views.values()
        for report in view.reports
        if report.id == name
    )


def _report(p: Printed, view: RoleView, report: ReportView, number: int) -> Sheet:
    language = p.language
    code = report_code(number, view.role.id, p.scenario.reports[report.id].by)
    blocks: tuple[Block | None, ...] = (
        paired(
            (say(language, "From"), view.role.title),
            (say(language, "To"), ", ".join(report.to)),
        ),
        Words(rejoined(report.about), "mute") if report.about else None,
        *(_field(p, view, place, field) for place, field in enumerate(report.fields, 1)),
        Blank(say(language, "Exercise time")),
        Blank(say(language, "Name")),
    )
    return Sheet(say(language, "Report form {code}", code=code), report.title, some(blocks))


def _field(p: Printed, view: RoleView, place: int, field: FieldView) -> Block:
    language = p.language
    # Forms of life have numbers of their own, such as the nine lines.
    label = field.label if field.label[:1].isdigit() else f"{place}. {field.label}"
    if not field.required:
        label = say(language, "{field} (if you like)", field=label)
    offered = [choice.label for choice in field.choices]
    if field.kind == "assets":
        offered = [asset.title for asset in view.assets]
    if offered:
        several = say(language, "tick all that fit") if field.kind in SEVERAL else ""
        ticks = (Tick(str(n), said) for n, said in enumerate(offered, 1))
        return Ticks(" – ".join(filter(None, (label, several))), tuple(ticks))
    hint = field.hint or field.pattern_text
    return Blank(label, LINES.get(field.kind, 1), hint)
