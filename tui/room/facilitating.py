"""An inject as control reads it: how it stands, and the facilitator's page of it."""

from collections.abc import Iterator

from rich.console import Group, RenderableType
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from simulator.engine.views.overview import InjectRow
from simulator.engine.views.script import CardOption, Script
from tui import words
from tui.letters import fields
from tui.marks import joined
from tui.plain import flowing, plain
from tui.room.msel import NO_TIME, STATES, Names, counts_down, missed_by, moment
from tui.speech import _, many

Told = list[tuple[str, str]]


def standing(row: InjectRow, names: Names, now: int, start: str) -> RenderableType:
    """How it stands with an inject: first why it was not sent yet, and by when what is due."""
    sign, word, ink = STATES[row.state]
    head = plain(f"{sign} {_(word)}  ", ink).append_text(plain(_moment(row, now, start), "mute"))
    parts: list[RenderableType] = [plain(row.title, "head"), head]
    if row.waits:
        parts.append(plain(row.waits, "strong"))
    rows = [*_sending(row, names), *_answering(row, names, now, start), *_belonging(row, names)]
    return Group(*parts, fields([(name, said) for name, said in rows if said]))


def facilitators_page(script: Script, names: Names) -> RenderableType:
    """What players see or will see, and beneath it what only the facilitator does."""
    kind, sender, reader, _time = words.heading(script.channel)
    told = [(sender, script.sender), (reader, names.of_roles(script.to))]
    parts: list[RenderableType] = [
        Rule(joined((kind.upper(), "strong")), style="mute"),
        plain(script.title, "head"),
        fields([(name, said) for name, said in told if said]),
        Text(),
        flowing(script.text),
    ]
    if script.asks:
        parts += [Text(), plain(f"{_('DECISION')}  ", "call").append_text(plain(script.asks))]
        parts += [_option(option) for option in script.options]
    return Group(*parts, *_for_facilitators(script))


def _moment(row: InjectRow, now: int, start: str) -> str:
    """Its time in full: as a time of day, from now, and since STARTEX."""
    at = moment(row)
    if at is None:
        return NO_TIME
    when = f"{words.day_time(start, at)} ({words.since_startex(at)})"
    if counts_down(row):
        return _("in {time}: {when}", time=words.time_left(max(at, now), now), when=when)
    if row.times > 1:
        return many("{when}, {number} time", "{when}, {number} times", row.times, when=when)
    return when


def _sending(row: InjectRow, names: Names) -> Told:
    """To whom it goes, by which way, and who has opened it."""
    told = [(_("To"), names.of_roles(row.to)), (_("Channel"), words.heading(row.channel)[0])]
    if row.sent_at is not None:
        told.append((_("Read by"), names.of_roles(row.read_by) or _("nobody")))
        told.append((_("Not by"), names.of_roles(missed_by(row))))
    return told


def _answering(row: InjectRow, names: Names, now: int, start: str) -> Told:
    """What it asks of whom, by when, and what was decided."""
    if not row.asks:
        return []
    told = [
        (_("Asks"), row.asks),
        (_("Decides"), names.of_roles([row.decider] if row.decider else [])),
    ]
    if row.decision_due is not None:
        by = words.day_time(start, row.decision_due)
        if row.state in ("sent", "read"):
            by += f", {words.time_left(row.decision_due, now)}"
        told.append((_("Answer by"), by))
    return [*told, (_("Answer"), row.answer)]


def _belonging(row: InjectRow, names: Names) -> Told:
    """Where it belongs, and whose hand was on it."""
    signs = [
        _("pinned: re-pacing leaves it where it is") if row.pinned else "",
        _("sent only by hand") if row.by_hand else "",
        _("written or changed by control") if row.hand else "",
    ]
    return [
        (_("Storyline"), names.storyline(row.storyline)),
        (_("Objectives"), ", ".join(map(names.objective, row.objectives))),
        (_("Note"), "; ".join(sign for sign in signs if sign)),
        (_("Last act by"), row.by),
        (_("Id"), row.id),
    ]


def _for_facilitators(script: Script) -> Iterator[RenderableType]:
    yield Text()
    yield Rule(joined((_("ONLY FOR YOU"), "strong")), style="mute")
    told = (
        (_("Read aloud"), script.read_aloud),
        (_("Expected"), script.expected),
        (_("Hint"), script.hint),
        (_("Red flags"), script.red_flags),
        (_("Notes"), script.notes),
        (_("Starts"), script.trigger),
        (_("Sources"), "\n".join(script.sources)),
    )
    rows = [(name, said.strip()) for name, said in told if said.strip()]
    yield fields(rows) if rows else joined((_("The author has said nothing more."), "mute"))


def _option(option: CardOption) -> RenderableType:
    """An option with what it would do."""
    said = plain(option.label, "strong" if option.best else "")
    if option.best:
        said.append_text(plain(f"  {_('the best one')}", "good"))
    for effect in option.effects:
        said.append("\n").append_text(plain(f"→ {effect}", "mute"))
    table = Table.grid(padding=(0, 1, 0, 0))
    table.add_column()
    table.add_column(overflow="fold")
    table.add_row("✓" if option.best else "·", said)
    return table
