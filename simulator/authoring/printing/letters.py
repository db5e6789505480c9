"""Inject sheets: each message as its readers see it, to be handed to them, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator

from simulator.authoring.previewing.offences import offence_rows
from simulator.authoring.previewing.plan import Planned
from simulator.authoring.previewing.seen import seen_item, shapes
from simulator.authoring.printing.codes import decision_code
from simulator.authoring.printing.source import Printed
from simulator.engine.phrases import CHANNELS
from simulator.engine.views import AttachmentView, Item
from simulator.engine.wording.figures import moment
from simulator.paper.blocks import (
    Block,
    Grid,
    Head,
    Sheet,
    Verbatim,
    Words,
    letter,
    paired,
)
from simulator.scenario.characters import rejoined
from simulator.speech import say


def inject_sheets(p: Printed) -> tuple[Block, ...]:
    """A sheet for each inject, or for each variant of it that may be sent."""
    return tuple(sheet for row in p.told.plan for sheet in _sheets(p, row))


def number_of(row: Planned, place: int, of: int) -> str:
    """How control calls a sheet: `12`, or `12b` for the second of several variants."""
    return f"{row.number}{letter(place).lower()}" if of > 1 else str(row.number)


def _sheets(p: Printed, row: Planned) -> Iterator[Sheet]:
    variants = shapes(p.scenario.inject[row.id])
    for place, variant in enumerate(variants):
        item = item_of(p, row, variant)
        number = number_of(row, place, len(variants))
        label = say(p.language, "Inject {number}", number=number)
        yield Sheet(label, item.subject or row.title, _body(p, row, item), p.per_page > 1)


def item_of(p: Printed, row: Planned, variant: str, role: str = "") -> Item:
    """The message as this role, or the first that is told, will see it."""
    return seen_item(
        p.scenario, row.id, role or row.to[0], p.language, p.told.sending(row.id, variant)
    )


def _body(p: Printed, row: Planned, item: Item) -> tuple[Block, ...]:
    language = p.language
    when = "" if row.at is None else f"{p.titles.moment(row.at)} ({moment(row.at)})"
    rows = (
        (say(language, "From"), item.sender),
        (say(language, "To"), ", ".join(item.to)),
        (say(language, "Time"), when or "____________"),
        (say(language, "Channel"), say(language, CHANNELS[item.channel])),
        ("TLP", item.tlp),
        (say(language, "Reliability"), item.reliability),
        (say(language, "Corrects"), item.corrects),
    )
    return (paired(*rows), *contents(p, item), *_asked(p, row))


def contents(p: Printed, item: Item) -> Iterator[Block]:
    """What a message says, with what comes with it."""
    language = p.language
    if item.offence:
        yield paired(*offence_rows(item.offence, language))
    if item.text.strip():
        yield Words(rejoined(item.text))
    for attached in item.attachments:
        yield from attachment(p, attached)


def attachment(p: Printed, one: AttachmentView) -> Iterator[Block]:
    language = p.language
    yield Head(say(language, "Attached: {name}", name=one.name), 3)
    if one.text.strip():
        yield Verbatim(one.text.strip("\n"))
    if one.rows or one.columns:
        yield Grid(one.name, one.columns, one.rows)
    if one.indicators:
        heads = (say(language, "Type"), say(language, "Value"), say(language, "Note"))
        rows = tuple((sign.type, sign.value, sign.note) for sign in one.indicators)
        yield Grid(one.name, heads, rows)


def _asked(p: Printed, row: Planned) -> Iterator[Block]:
    """Whoever decides has a form of their own: the others need not know what for."""
    if row.asks and row.to == (row.decider,):
        code = decision_code(row.number)
        yield Words(say(p.language, "You are asked to decide: form {code}.", code=code), "call")
