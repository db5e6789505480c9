"""Judging what people wrote: the cards that wait, the odds in plain words, earlier rulings."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from simulator.engine.views.overview import Card, Ruling
from simulator.engine.views.script import CardOption
from tui import words
from tui.marks import joined
from tui.plain import flowing, plain
from tui.room import truth
from tui.room.truth import Scene
from tui.speech import _, many, mark

OUTCOMES: Final = {
    "done": (mark("✓ done"), "good"),
    "failed": (mark("✗ failed"), "bad"),
    "refused": (mark("– refused"), "mute"),
}
KINDS: Final = {"decision": mark("an answer in words"), "proposal": mark("of their own accord")}
BEST: Final = "★"
CHANCES: Final = (100, 75, 50, 25)
"""The odds that are offered; any other can be written."""
MOST: Final = 3
"""So many effects besides has a ruling at most."""


def ordered(cards: Iterable[Card]) -> tuple[Card, ...]:
    """Who has waited longest comes first."""
    return tuple(sorted(cards, key=lambda card: card.at))


def counted(cards: Sequence[Card], now: int) -> str:
    """How many wait, and for how long."""
    if not cards:
        return _("Nothing waits for a ruling")
    longest = words.duration(max(0, now - ordered(cards)[0].at))
    return many(
        "{number} waits for a ruling, for {time}",
        "{number} wait for a ruling, the first for {time}",
        len(cards),
        time=longest,
    )


def chance_of(written: str) -> int:
    """Odds in per cent. Raises ValueError with a sentence."""
    digits = written.strip().removesuffix("%").strip()
    if not digits.isdecimal() or int(digits) > 100:
        raise ValueError(_("Write the chance in per cent, 0 to 100."))
    return int(digits)


def odds(chance: int, then: Sequence[str], told: str = "") -> list[str]:
    """What a ruling that allows it comes to, in plain words; `told` is the option it stands for."""
    what = "; ".join(then) or _("nothing changes")
    if told:
        what = _("it counts as “{option}”", option=told) + (f"; {'; '.join(then)}" if then else "")
    if chance >= 100:
        return [_("It succeeds for sure: {what}.", what=what)]
    if chance <= 0:
        return [_("It fails for sure.")]
    fails = _("it fails and counts as “{option}” gone wrong", option=told) if told else _(
        "it fails and changes nothing"
    )  # fmt: skip
    return [
        _("{chance} times in 100 it succeeds: {what}.", chance=chance, what=what),
        _("{rest} times in 100 {fails}.", rest=100 - chance, fails=fails),
        _("The exercise draws it by its seed, the same each time it is replayed."),
        _("The role reads the same words of yours either way, and which way it went."),
    ]


def asked(card: Card) -> str:
    """The question; of what they want by themselves, that it is so."""
    return card.asked or _("They want something that no action stands for.")


def letter(card: Card, scene: Scene) -> RenderableType:
    """The whole card: what was asked and said, what the author expects, how the world stands."""
    who = truth.name(card.role, scene.panel)
    since = words.duration(max(0, scene.now - card.at))
    when = words.day_time(scene.start, card.at)
    kind = _(KINDS[card.kind])
    told = _("{who}, {time}: {kind}", who=who, time=when, kind=kind)
    waits = _("waits for {time}", time=since)
    parts: list[RenderableType] = [
        plain(told, "mute").append_text(plain(f"  {waits}", "call")),
        plain(asked(card), "head"),
        Text(),
        flowing(card.said),
    ]
    if card.reason:
        parts.append(plain(_("Their reason: {reason}", reason=card.reason), "mute"))
    return Group(*parts, *_author(card), *_options(card.options), *_world(card, scene))


def _author(card: Card) -> Iterator[RenderableType]:
    for name, said in ((_("EXPECTED"), card.expected), (_("HINT"), card.hint)):
        if said:
            yield Text()
            yield joined((name, "strong"))
            yield _inside(flowing(said))


def _options(options: Sequence[CardOption]) -> Iterator[RenderableType]:
    if options:
        yield Text()
        yield joined((_("WHAT IT COULD COUNT AS"), "strong"))
    for option in options:
        yield _inside(option_lines(option))


def option_lines(option: CardOption) -> Text:
    """An option with a star where it is the author's best, and what it would do."""
    said = plain(option.label, "strong")
    if option.best:
        said = joined((f"{BEST} ", "good")).append_text(said)
        said.append_text(plain(f"  {_('best')}", "good"))
    said.no_wrap = False
    for effect in option.effects:
        said.append("\n").append_text(plain(f"  → {effect}", "mute"))
    return said


def _world(card: Card, scene: Scene) -> Iterator[RenderableType]:
    if card.facts:
        yield Text()
        yield joined((_("AS IT STANDS"), "strong"))
        yield _inside(plain("\n".join(f"· {fact}" for fact in card.facts)))
    if card.precedents:
        yield Text()
        yield joined((_("RULED BEFORE"), "strong"))
    for ruling in card.precedents:
        yield _inside(ruled(ruling, scene))


def ruled(ruling: Ruling, scene: Scene) -> Text:
    """A precedent in a line or two."""
    outcome, ink = outcome_of(ruling)
    who, when = truth.name(ruling.role, scene.panel), words.short_time(scene.start, ruling.at)
    drawn = f"{_drawn(ruling)}  ".lstrip()
    said = joined((f"{outcome}  ", ink), drawn, (f"{when} {who}: ", "mute"))
    said.append_text(plain(ruling.said))
    said.no_wrap = False
    if ruling.text:
        said.append("\n").append_text(plain(f"  → {ruling.text}", "mute"))
    return said


def ruling_letter(ruling: Ruling, scene: Scene) -> RenderableType:
    """All of a ruling."""
    outcome, ink = outcome_of(ruling)
    who = truth.name(ruling.role, scene.panel)
    when = words.day_time(scene.start, ruling.at)
    parts: list[RenderableType] = [
        plain(_("{who}, ruled {time}", who=who, time=when), "mute"),
        plain(ruling.asked or _("An act of their own"), "head"),
        Text(),
        flowing(ruling.said),
        Text(),
        joined((outcome, ink), f"  {_drawn(ruling)}"),
    ]
    if ruling.option:
        parts.append(plain(_("It counts as “{option}”.", option=ruling.option)))
    if ruling.text:
        parts.append(plain(_("They were told: {text}", text=ruling.text)))
    if ruling.by:
        parts.append(plain(_("Ruled by {name}.", name=ruling.by), "mute"))
    return Group(*parts)


def outcome_of(ruling: Ruling) -> tuple[str, str]:
    """What came of it as a sign with a word, and its ink."""
    said, ink = OUTCOMES.get(ruling.outcome, (ruling.outcome, ""))
    return _(said), ink


def _drawn(ruling: Ruling) -> str:
    if ruling.outcome == "refused" or ruling.chance >= 100:
        return ""
    return _("at {chance} %", chance=ruling.chance)


def _inside(part: RenderableType) -> RenderableType:
    return Padding(part, (0, 0, 0, 2))
