"""Each inject as roles will see it, in every language of the scenario; beneath it what only
facilitators see."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from simulator.authoring.previewing.facilitating import for_facilitators
from simulator.authoring.previewing.offences import offence_rows
from simulator.authoring.previewing.page.msel import rehearsed
from simulator.authoring.previewing.plan import Planned
from simulator.authoring.previewing.previewed import Previewed
from simulator.authoring.previewing.seen import languages, seen_item, shapes
from simulator.engine.phrases import CHANNELS
from simulator.engine.views import AttachmentView, DecisionView, Item, OptionView
from simulator.engine.wording.figures import moment
from simulator.paper.html.markup import Html, Inside, el, joined, listed, pairs, table
from simulator.speech import say


def letters(told: Previewed) -> Html:
    return joined(_article(told, row) for row in told.plan)


def _article(told: Previewed, row: Planned) -> Html:
    said = [f"{row.number}", row.id, row.waits]
    if sent := rehearsed(told, row.id):
        said.append(say(told.language, "in rehearsal {time}", time=sent))
    inject = told.scenario.inject[row.id]
    return el(
        "article",
        el("h3", row.title),
        el("p", " · ".join(said), class_="mute"),
        [_shape(told, row, variant) for variant in shapes(inject)],
        _aside(told, row),
        id=f"inject-{row.id}",
    )


def _shape(told: Previewed, row: Planned, variant: str) -> Html:
    """One variant, a letter for each language and each group of roles that see the same."""
    head = el("h4", say(told.language, "Variant {name}", name=variant)) if variant else None
    shown = []
    for language in languages(told.scenario):
        for roles, item in _as_roles_see(told, row, variant, language):
            shown.append(_letter(told, item, roles, language))
    return joined((head, el("div", shown, class_="letters")))


def _as_roles_see(
    told: Previewed, row: Planned, variant: str, language: str
) -> Iterator[tuple[tuple[str, ...], Item]]:
    """The same letter is shown once, with who sees it; a decision stands where it is shown to
    whoever decides."""
    groups: dict[Item, list[str]] = {}
    for role in row.to:
        item = seen_item(told.scenario, row.id, role, language, told.sending(row.id, variant))
        groups.setdefault(item, []).append(role)
    yield from ((tuple(roles), item) for item, roles in groups.items())


def _letter(told: Previewed, item: Item, roles: tuple[str, ...], language: str) -> Html:
    when = replace(told.titles, language=language).moment(item.at)
    rows = [
        (say(language, "From"), item.sender),
        (say(language, "To"), ", ".join(item.to)),
        (say(language, "Time"), when),
        ("TLP", item.tlp),
        (say(language, "Reliability"), item.reliability),
    ]
    seen_by = say(told.language, "As {roles} will see it", roles=told.titles.roles(roles))
    corrects = say(language, "Corrects: {subject}", subject=item.corrects) if item.corrects else ""
    return el(
        "section",
        el("p", seen_by, f" · {language}", class_="mute", lang=told.language),
        el("p", say(language, CHANNELS[item.channel]), class_="call"),
        el("h4", item.subject) if item.subject else None,
        el("p", corrects, class_="bad") if corrects else None,
        pairs(rows),
        pairs(offence_rows(item.offence, language)) if item.offence else None,
        el("div", item.text.strip(), class_="body"),
        [_attachment(one, language) for one in item.attachments],
        _decision(item.decision, language) if item.decision else None,
        class_="letter",
        lang=language,
    )


def _attachment(one: AttachmentView, language: str) -> Html:
    parts: list[Inside] = [el("pre", one.text) if one.text else None]
    if one.rows or one.columns:
        rows = (el("tr", (el("td", cell) for cell in row)) for row in one.rows)
        parts.append(table(one.name, one.columns, rows))
    if one.indicators:
        heads = (say(language, "Type"), say(language, "Value"), say(language, "Note"))
        rows = (
            el("tr", el("td", sign.type), el("td", sign.value), el("td", sign.note))
            for sign in one.indicators
        )
        parts.append(table(one.name, heads, rows))
    return el("div", el("p", say(language, "Attached: {name}", name=one.name)), parts)


def _decision(asked: DecisionView, language: str) -> Html:
    due = ""
    if asked.due is not None:
        left = moment(asked.due - asked.opened).removeprefix("T+")
        due = say(language, "within {time}", time=left)
    words = say(language, "In your own words.") if asked.free_text else ""
    options = listed(_option(option, language) for option in asked.options)
    return el(
        "div", el("p", el("strong", say(language, "Decision"), ": "), asked.ask, " ",
                  el("span", due, class_="call")),
        options if asked.options else None, el("p", words) if words else None,
    )  # fmt: skip


def _option(option: OptionView, language: str) -> Html:
    notes = [option.about] if option.about else []
    if option.consent:
        names = ", ".join(option.consent)
        notes.append(say(language, "Needs the consent of {names}.", names=names))
    if option.irreversible:
        notes.append(say(language, "▲ Can't be undone."))
    lines = [(el("br"), el("span", note, class_="mute")) for note in notes]
    return joined((el("strong", option.label), lines))


def _aside(told: Previewed, row: Planned) -> Html | None:
    side = for_facilitators(told, row.id)
    if not (side.options or any(said for _name, said in side.rows)):
        return None
    head = el("h4", say(told.language, "Only for facilitators"))
    options = []
    for option in side.options:
        best = f" ({say(told.language, 'the best one')})" if option.best else ""
        default = f" ({say(told.language, 'if nobody answers')})" if option.default else ""
        effects = listed(option.effects) if option.effects else None
        options.append(joined((option.label, best, default, effects)))
    return el("aside", head, pairs(list(side.rows)), listed(options) if options else None)
