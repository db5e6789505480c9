"""A message as it is read: heading lines by channel, offence, text, attachments, decision."""

from collections.abc import Iterator

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from simulator.engine.views import (
    AttachmentView,
    DecisionView,
    Item,
    OffenceView,
    OptionView,
    RoleView,
)
from tui import words
from tui.marks import joined
from tui.plain import flowing, line, plain


def kind_of(item: Item) -> str:
    """What a message is called by its channel."""
    return words.HEADINGS.get(item.channel, (item.channel,))[0]


def letter(item: Item, view: RoleView) -> RenderableType:
    """The whole message, top to bottom."""
    return Group(*_parts(item, view))


def _parts(item: Item, view: RoleView) -> Iterator[RenderableType]:
    if item.corrects:
        yield plain(f"▲ CORRECTION of an earlier message: {item.corrects}", "call")
    if item.subject:
        yield plain(item.subject, "head")
    yield _heading(item, view)
    if item.offence is not None:
        yield Text()
        yield _offence(item.offence)
    if item.text:
        yield Text()
        yield flowing(item.text)
    for attachment in item.attachments:
        yield Text()
        yield from _attachment(attachment)
    if item.decision is not None:
        yield Text()
        yield decision_block(item.decision, view)


def _heading(item: Item, view: RoleView) -> Table:
    _, sender, reader, time = words.HEADINGS.get(item.channel, words.HEADINGS["e-mail"])
    time_said = words.day_time(view.start, item.at)
    rows = [(sender, item.sender), (reader, ", ".join(item.to)), (time, time_said)]
    if item.tlp:
        rows.append(("TLP", item.tlp))
    if item.reliability:
        rows.append(("Reliability", words.reliability(item.reliability)))
    return fields(rows)


def fields(rows: list[tuple[str, str]]) -> Table:
    """Names and what they say, in two columns."""
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(style="mute", no_wrap=True)
    table.add_column()
    for name, said in rows:
        table.add_row(plain(name), plain(said))
    return table


def _offence(offence: OffenceView) -> Table:
    scale = "■" * offence.magnitude + "□" * (10 - offence.magnitude)
    rows = [("Offence", str(offence.number)), ("Magnitude", f"{scale} {offence.magnitude} of 10")]
    named = (
        ("Source", offence.source),
        ("Target", offence.destination),
        ("Class", offence.category),
    )
    rows += [(name, text) for name, text in named if text]
    if offence.events:
        rows.append(("Events", f"{offence.events:,}"))
    return fields(rows)


def _attachment(attachment: AttachmentView) -> Iterator[RenderableType]:
    yield joined(("Attached: ", "mute"), line(attachment.name, "strong"))
    if attachment.text:
        yield Padding(plain(attachment.text), (0, 0, 0, 2))
    if attachment.rows:
        yield _table(attachment.columns, attachment.rows)
    if attachment.indicators:
        rows = tuple((sign.type, sign.value, sign.note) for sign in attachment.indicators)
        yield _table(("Indicator", "Value", "Note"), rows)


def _table(columns: tuple[str, ...], rows: tuple[tuple[str, ...], ...]) -> Table:
    table = Table(box=None, padding=(0, 2, 0, 0), header_style="mute", pad_edge=False)
    for column in columns:
        table.add_column(plain(column), overflow="fold")
    for row in rows:
        table.add_row(*(plain(cell) for cell in row))
    return table


def decision_block(decision: DecisionView, view: RoleView) -> RenderableType:
    """The question, its options and what became of the answer."""
    parts: list[RenderableType] = [joined(("DECISION  ", "call"), (_phase(decision, view), "mute"))]
    parts.append(plain(decision.ask, "strong"))
    parts += [option_lines(option, decision) for option in decision.options]
    if decision.phase == "taken" and decision.text:
        parts.append(plain(f"You wrote: {decision.text}"))
    if decision.reason:
        parts.append(plain(f"Your reason: {decision.reason}", "mute"))
    if decision.confidence is not None:
        parts.append(joined((f"How sure: {words.confidence(decision.confidence)}", "mute")))
    if decision.fate:
        parts.append(plain(f"→ {decision.fate}", "strong"))
    return Group(*parts)


def _phase(decision: DecisionView, view: RoleView) -> str:
    if decision.phase == "open":
        due = decision.due
        return f"answer by {words.day_time(view.start, due)}" if due is not None else "open"
    return "answered" if decision.phase == "taken" else "missed: the default stands"


def option_lines(option: OptionView, decision: DecisionView) -> RenderableType:
    """One option with a mark, what is known of it, and why it can't be chosen."""
    chosen = option.label == decision.chosen
    said = plain(option.label, "strong" if chosen else "")
    for about, ink in option_notes(option):
        said.append("\n").append_text(plain(about, ink))
    table = Table.grid(padding=(0, 1, 0, 0))
    table.add_row("►" if chosen else "·", said)
    return table


def option_notes(option: OptionView) -> list[tuple[str, str]]:
    """What stands under an option, each with its ink."""
    notes = [(option.about, "mute")] if option.about else []
    if option.consent:
        notes.append((f"Needs the consent of {', '.join(option.consent)}.", "fair"))
    if option.irreversible:
        notes.append(("▲ Can't be undone.", "fair"))
    if option.why_not:
        notes.append((f"✗ Not possible: {option.why_not}", "bad"))
    return notes
