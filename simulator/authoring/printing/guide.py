"""The handbook, inject by inject: when, what is read out, what to expect and to watch."""

from __future__ import annotations

from collections.abc import Iterator

from simulator.authoring.previewing.facilitating import Effect, for_facilitators
from simulator.authoring.previewing.page.msel import rehearsed
from simulator.authoring.previewing.plan import Planned
from simulator.authoring.previewing.seen import shapes
from simulator.authoring.printing.campaign import in_words
from simulator.authoring.printing.codes import decision_code
from simulator.authoring.printing.figures import hours
from simulator.authoring.printing.letters import contents, item_of, number_of
from simulator.authoring.printing.source import Printed
from simulator.engine.phrases import CHANNELS
from simulator.engine.wording import deeds
from simulator.engine.wording.figures import moment
from simulator.paper.blocks import (
    Block,
    Frame,
    Grid,
    Head,
    Points,
    Words,
    filled,
    letter,
    paired,
    some,
)
from simulator.scenario.injects import Variant
from simulator.speech import mark, say

ROWS = {
    "read_aloud": mark("Read aloud"),
    "expected": mark("Expected"),
    "hint": mark("If they are stuck"),
    "red_flags": mark("Red flags"),
    "notes": mark("Notes"),
}
"""What the author tells who leads, in the order in which it is needed."""


def msel_table(p: Printed) -> Iterator[Block]:
    language = p.language
    yield Head(say(language, "MSEL"), turns=True)
    heads = (
        say(language, "No."), say(language, "Planned"), say(language, "Inject"),
        say(language, "To"), say(language, "Sent by or when"),
        say(language, "Sent in rehearsal"), say(language, "Decision"),
    )  # fmt: skip
    caption = say(language, "All injects; times since STARTEX")
    yield Grid(caption, heads, tuple(_row(p, row) for row in p.told.plan), wide=True)


def _row(p: Printed, row: Planned) -> tuple[str, ...]:
    code = decision_code(row.number)
    return (
        str(row.number), "" if row.at is None else moment(row.at), row.title,
        p.titles.roles(row.to), row.waits, rehearsed(p.told, row.id),
        f"{code} {p.titles.role(row.decider)}" if row.asks else "",
    )  # fmt: skip


def injects(p: Printed) -> Iterator[Block]:
    yield Head(say(p.language, "Inject by inject"), turns=True)
    for row in p.told.plan:
        yield from _inject(p, row)


def _inject(p: Printed, row: Planned) -> Iterator[Block]:
    language, titles = p.language, p.titles
    inject = p.scenario.inject[row.id]
    storyline = p.scenario.storylines.get(row.storyline)
    yield Head(f"{row.number}. {row.title}", 2)
    told = titles.words(storyline.title if storyline else None)
    yield paired(
        (say(language, "Sent"), row.waits),
        (say(language, "In rehearsal"), rehearsed(p.told, row.id)),
        (say(language, "From"), f"{row.sender} → {titles.roles(row.to)}"),
        (say(language, "Channel"), " · ".join(
            filter(None, (say(language, CHANNELS[row.channel]), told, row.id))
        )),
    )  # fmt: skip
    if inject.read_aloud:
        said = p.words(inject.read_aloud)
        yield Frame(say(language, "Read aloud"), (Words(said, "aloud"),), "aloud")
    yield from _texts(p, row)
    yield from _asked(p, row)
    yield from _aside(p, row)


def _texts(p: Printed, row: Planned) -> Iterator[Block]:
    variants = shapes(p.scenario.inject[row.id])
    for place, variant in enumerate(variants):
        item = item_of(p, row, variant)
        if len(variants) > 1:
            yield Head(_variant(p, row, variant, number_of(row, place, len(variants))), 3)
        yield Frame(item.subject, tuple(contents(p, item)))


def _variant(p: Printed, row: Planned, variant: str, number: str) -> str:
    """Which of the variants it is, and where it is taken."""
    inject = p.scenario.inject[row.id]
    found: Variant | None = next((v for v in inject.variants if v.id == variant), None)
    if found is None or found.when is None:
        return say(p.language, "Sheet {number}, else", number=number)
    clause = in_words(p.titles, found.when)
    return say(p.language, "Sheet {number}, when {clause}", number=number, clause=clause)


def _asked(p: Printed, row: Planned) -> Iterator[Block]:
    language, titles = p.language, p.titles
    if not row.asks:
        return
    within = "" if row.due is None else hours(language, row.due)
    yield paired(
        (say(language, "Decision {code}", code=decision_code(row.number)), row.asks),
        (say(language, "Decides"), titles.role(row.decider)),
        (say(language, "Within"), within),
        (say(language, "If nobody answers"), row.default),
    )
    options = for_facilitators(p.told, row.id).options
    asked = p.scenario.inject[row.id].decision
    if not options or not asked:
        return
    heads = (say(language, "Option"), say(language, "What it does"), say(language, "If refused"))
    rows = tuple(
        (
            _option(p, place, option), "\n".join(option.effects) or "–",
            "\n".join(deeds(titles, chosen.otherwise)) if chosen.consent else "",
        )
        for place, (option, chosen) in enumerate(zip(options, asked.options, strict=True))
    )  # fmt: skip
    yield filled(Grid(say(language, "Options"), heads, rows))


def _option(p: Printed, place: int, option: Effect) -> str:
    said = f"{letter(place)}  {option.label}"
    return f"{said}\n★ {say(p.language, 'the best one')}" if option.best else said


def _aside(p: Printed, row: Planned) -> Iterator[Block]:
    """What the author tells who leads."""
    language, titles = p.language, p.titles
    inject = p.scenario.inject[row.id]
    asked = inject.decision
    texts = {
        "expected": (asked and asked.expected) or inject.expected, "hint": inject.hint,
        "red_flags": inject.red_flags, "notes": inject.notes,
    }  # fmt: skip
    rows = [(say(language, ROWS[name]), p.words(text)) for name, text in texts.items()]
    objectives = (titles.words(p.scenario.objectives[name].title) for name in inject.objective)
    sources = (titles.words(p.scenario.sources[name].title) for name in inject.cites)
    rows += [
        (say(language, "Brings about"), "\n".join(deeds(titles, inject.then))),
        (say(language, "Objectives"), ", ".join(objectives)),
        (say(language, "Sources"), "; ".join(sources)),
    ]
    told = paired(*rows)
    yield from some((Frame(say(language, "Only for you"), (told,), "secret"),) if told.rows else ())


def modules(p: Printed) -> Iterator[Block]:
    language, titles = p.language, p.titles
    if not p.scenario.modules:
        return
    yield Head(say(language, "Discussions"), turns=True)
    for number, module in enumerate(p.modules, 1):
        yield Head(f"{number}. {titles.words(module.title)}", 2)
        when = in_words(titles, module.when) if module.when is not None else ""
        at = "" if module.at is None else moment(module.at)
        yield paired((say(language, "Opens"), "; ".join(filter(None, (at, when)))))
        yield Words(p.words(module.situation))
        for question in module.questions:
            asked = f"{titles.roles(question.to)}: {p.words(question.ask)}"
            expected = p.words(question.expected)
            told = (Words(expected),) if expected else ()
            yield Frame(asked, told, "secret")
        effects = deeds(titles, module.then)
        if effects:
            yield Points(effects)
