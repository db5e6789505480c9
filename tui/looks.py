"""A message as it is read, top to bottom. Each channel looks like itself, in plain characters."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Final

from rich import box
from rich.align import Align
from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.panel import Panel
from rich.rule import Rule
from rich.text import Text

from simulator.engine.views import Item, OffenceView, RoleView
from tui import words
from tui.attached import beginning
from tui.letters import decision_block, fields
from tui.marks import WARNING, joined
from tui.plain import flowing, line, plain
from tui.speech import _, mark

TLP: Final = {
    "RED": mark("for the named readers only"),
    "AMBER+STRICT": mark("for your organisation only, where there is need to know"),
    "AMBER": mark("for your organisation and its clients, where there is need to know"),
    "GREEN": mark("for your community, not for the public"),
    "CLEAR": mark("for everybody"),
}
"""Who a message may be passed on to, by its traffic light."""

MAGNITUDES: Final = ((9, mark("critical")), (7, mark("high")), (4, mark("medium")))

_LONGEST: Final = 1000
"""No name and no headline is longer; only a text is shown in full however long it is."""

Parts = Iterator[RenderableType]


def letter(item: Item, view: RoleView, later: Item | None = None) -> RenderableType:
    """The whole message; `later` is the one that corrects it."""
    return Group(*_parts(_curbed(item), view, later and _curbed(later)))


def _curbed(item: Item) -> Item:
    """The message with all that should be short cut where it is endless."""
    names = ("channel", "sender", "subject", "tlp", "reliability", "corrects")
    return replace(item, **{name: getattr(item, name)[:_LONGEST] for name in names})


def _parts(item: Item, view: RoleView, later: Item | None) -> Parts:
    hint = f"  {_('j shows it')}"
    if item.withdrawn:
        said = _("WITHDRAWN by control: take it as if it had not been sent.")
        yield plain(f"{WARNING} {said}", "call")
    elif item.reminded is not None:
        when = words.day_time(view.start, item.reminded)
        yield plain(f"{WARNING} {_('Laid before you once more, {time}', time=when)}", "call")
    if later is not None:
        name = later.subject or later.sender
        said = _("CORRECTED by a later message: {subject}", subject=name)
        yield plain(f"{WARNING} {said}", "call").append_text(plain(hint, "mute"))
    if item.corrects or item.amends:
        said = _("CORRECTION of an earlier message: {subject}", subject=item.corrects)
        shown = plain(hint, "mute") if item.amends else Text()
        yield plain(f"{WARNING} {said}", "call").append_text(shown)
    yield from _BODIES.get(item.channel, _message)(item, view)
    for attachment in item.attachments:
        yield Text()
        yield from beginning(attachment)
    if item.decision is not None:
        yield Text()
        yield decision_block(item.decision, view)


def _heading(item: Item, view: RoleView) -> list[tuple[str, str]]:
    """Who, to whom and when, in the words of the channel, and what may be done with it."""
    _name, *names = words.heading(item.channel)
    to = ", ".join(item.to)[:_LONGEST]
    said = (item.sender, to, words.day_time(view.start, item.at))
    return [*zip(names, said, strict=True), *_markings(item)]


def _kind(item: Item) -> str:
    return words.heading(item.channel)[0]


def _markings(item: Item) -> list[tuple[str, str]]:
    rows = []
    if item.tlp:
        means = TLP.get(item.tlp)
        rows.append(("TLP", f"{item.tlp}: {_(means)}" if means else item.tlp))
    if item.reliability:
        rows.append((_("Reliability"), words.reliability(item.reliability)))
    return rows


def _message(item: Item, view: RoleView) -> Parts:
    if item.subject:
        yield plain(item.subject, "head")
    yield fields(_heading(item, view))
    yield Text()
    yield flowing(item.text)


def _e_mail(item: Item, view: RoleView) -> Parts:
    sender, to, sent, *rest = _heading(item, view)
    yield fields([sender, to, sent, (_("Subject"), item.subject), *rest])
    yield Rule(style="mute")
    yield flowing(item.text)


def _offence(item: Item, view: RoleView) -> Parts:
    rows = _signs(item.offence) if item.offence is not None else []
    number = _("Offence {number}", number=item.offence.number) if item.offence else _kind(item)
    told = Group(plain(item.subject, "head"), fields([*rows, *_heading(item, view)]))
    yield Panel(told, box=box.SQUARE, title=joined((number, "strong")), title_align="left")
    yield flowing(item.text)


def _signs(offence: OffenceView) -> list[tuple[str, str]]:
    scale = "■" * offence.magnitude + "□" * (10 - offence.magnitude)
    word = next((word for least, word in MAGNITUDES if offence.magnitude >= least), mark("low"))
    of_ten = _("{magnitude} of 10, {word}", magnitude=offence.magnitude, word=_(word))
    named = (
        (_("Class"), offence.category),
        (_("Origin"), offence.source),
        (_("Target"), offence.destination),
        (_("Events"), words.number(offence.events) if offence.events else ""),
    )
    rows = [(name, text[:_LONGEST]) for name, text in named if text]
    return [(_("Magnitude"), f"{scale} {of_ten}"), *rows]


def _telephone(item: Item, view: RoleView) -> Parts:
    """A leaf of a pad, with what was said in quotes."""
    text = item.text.strip()
    quoted = text if text[:1] in {"“", "„", '"', "'"} else f"“{text}”"
    said = Group(
        fields(_heading(item, view)), Rule(style="mute", characters="┄"),
        plain(item.subject, "strong"), flowing(quoted),
    )  # fmt: skip
    yield Rule(style="mute", characters="o  ")
    yield Panel(said, box=box.ROUNDED, title=joined((_kind(item).upper(), "strong")))


def _article(item: Item, view: RoleView) -> Parts:
    _outlet, seen_by, published, *rest = _heading(item, view)
    yield Rule(line(item.sender.upper(), "strong"), characters="═", style="mute")
    yield Align.center(plain(item.subject, "head"))
    dateline = f"{published[0]} {published[1]}  {seen_by[0]} {seen_by[1]}"
    yield Align.center(plain(dateline, "mute"))
    yield Rule(style="mute")
    yield flowing(item.text)
    if rest:
        yield Text()
        yield fields(rest)


def _post(item: Item, view: RoleView) -> Parts:
    """As it stands on a wall: it has a handle and no headline."""
    _handle, seen_by, posted, *rest = _heading(item, view)
    yield joined(("@ ", "call"), line(item.sender, "strong"), (f"  {posted[1]}", "mute"))
    yield Padding(flowing(item.text or item.subject), (0, 0, 1, 2))
    about = [(_("About"), item.subject)] if item.subject and item.text else []
    yield Padding(fields([*about, seen_by, *rest]), (0, 0, 0, 2))


def _note(item: Item, view: RoleView) -> Parts:
    told = Group(
        fields(_heading(item, view)), Text(), Align.center(plain(item.subject, "head")), Text(),
        flowing(item.text),
    )  # fmt: skip
    yield Panel(told, box=box.DOUBLE, title=Text(_("NOTE VERBALE"), "strong"))


def _intelligence(item: Item, view: RoleView) -> Parts:
    yield joined((f" {_kind(item).upper()} ", "badge"), (f"  TLP:{item.tlp}" if item.tlp else ""))
    yield fields(_heading(item, view))
    yield Rule(style="mute")
    yield plain(item.subject, "head")
    yield flowing(item.text)


def _situation(item: Item, view: RoleView) -> Parts:
    yield Rule(Text(_kind(item).upper(), "strong"), characters="━", style="mute", align="left")
    yield plain(item.subject, "head")
    yield fields(_heading(item, view))
    yield Rule(style="mute")
    yield flowing(item.text)
    yield Rule(characters="━", style="mute")


def _chat(item: Item, view: RoleView) -> Parts:
    """The topic, and a line with its speaker before it."""
    if item.subject:
        yield plain(f"# {item.subject}", "mute")
    when = words.short_time(view.start, item.at)
    said = joined((f"[{when}] ", "mute"), (item.sender, "strong"), ("> ", "mute"))
    yield Text().append_text(said).append_text(flowing(item.text))
    yield Text()
    yield fields([_heading(item, view)[1], *_markings(item)])


_BODIES: Final[dict[str, Callable[[Item, RoleView], Parts]]] = {
    "e-mail": _e_mail,
    "siem": _offence,
    "phone": _telephone,
    "news": _article,
    "social": _post,
    "diplomatic-note": _note,
    "intelligence": _intelligence,
    "situation-report": _situation,
    "chat": _chat,
}
