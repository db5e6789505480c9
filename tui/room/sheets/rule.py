"""Ruling on what people wrote: whether it succeeds, by what chance, and what comes of it."""

from typing import Final, Literal

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Container, VerticalScroll
from textual.widgets import Button, Input, Static

from simulator.engine.commands import CONTROL, Rule
from simulator.engine.views.overview import Card
from tui.plain import flowing, plain
from tui.room import byhand, judging, truth, wishes
from tui.room.byhand import Deed, Thing
from tui.room.sheets.intervene import Setter
from tui.room.steer import Steered
from tui.room.truth import Scene
from tui.screens.sheet import Sheet
from tui.speech import _, mark
from tui.widgets.choice import Alternative, Choice
from tui.widgets.writing import Writing

VERDICTS: Final[dict[Literal["allow", "refuse"], tuple[str, str]]] = {
    "allow": (mark("allow it"), mark("it is tried, and succeeds by the chance you give it")),
    "refuse": (mark("refuse it"), mark("nothing happens, and they are told so")),
}
NONE: Final = "-"
"""Stands for no option, and OWN for a chance that is written."""
OWN: Final = "own"


class Which(Sheet[Thing]):
    """What in the world the effect is on."""

    TITLE = mark("An effect besides: on what?")
    DONE = mark("Go on")

    def __init__(self, scene: Scene) -> None:
        super().__init__()
        self.things = tuple(byhand.things(scene.panel, scene.now))

    def body(self) -> ComposeResult:
        yield Choice([_thing(thing) for thing in self.things], id="thing")

    def made(self) -> tuple[Thing, ...]:
        chosen = self.query_one(Choice).chosen
        if chosen is None:
            self.complain(_("Choose one first: enter or its number chooses it."))
        return tuple(one for one in self.things if byhand.key_of(one.kind, one.id) == chosen)

    @on(Choice.Chosen)
    def _go_on(self) -> None:
        self.action_finish()


class Besides(Setter[Deed]):
    TITLE = mark("An effect besides: what?")
    DONE = mark("Add")

    def made(self) -> tuple[Deed, ...]:
        deed = self.deed()
        return (deed,) if deed else ()


class RuleSheet(Sheet[Steered]):
    TITLE = mark("Rule")
    DONE = mark("Go on")
    BINDINGS = [
        Binding("ctrl+e", "add", mark("Add an effect")),
        Binding("ctrl+r", "take_out", mark("Take an effect out")),
    ]

    def __init__(self, card: Card, scene: Scene) -> None:
        super().__init__()
        self.card = card
        self.scene = scene
        self.deeds: tuple[Deed, ...] = ()

    # The fields

    def head(self) -> ComposeResult:
        with VerticalScroll(classes="message", can_focus=False):
            yield Static(plain(judging.asked(self.card), "head"))
            yield Static(flowing(self.card.said))
        yield Static(id="odds")

    def body(self) -> ComposeResult:
        yield self.label(_("Your verdict"))
        yield Choice([_alternative(id) for id in VERDICTS], id="verdict")
        with Container(classes="allowed"):
            yield from self._allowed()
        yield self.label(_("What the role is told"))
        yield Writing(id="told")

    def _allowed(self) -> ComposeResult:
        """What is chosen only where it is allowed."""
        if self.card.options:
            yield self.label(_("It counts as"))
            yield Choice(_options(self.card), id="option")
        yield self.label(_("How likely it succeeds"))
        yield Choice(_chances(), id="chance")
        yield Input(id="own", placeholder=_("in per cent"), compact=True)
        yield self.label(_("What happens besides"))
        yield Static(id="besides")
        yield Button(_("Add an effect  ctrl+e"), id="add", compact=True)

    def on_mount(self) -> None:
        self.query_one("#chance", Choice).choose(str(judging.CHANCES[0]))
        if self.card.options:
            self.query_one("#option", Choice).choose(NONE)
        self.query_one("#own").display = False
        self.tell()

    @on(Choice.Chosen)
    def _chosen(self) -> None:
        """A chance of one's own is to be written; it can be only once its field is drawn."""
        own, wanted = self.query_one("#own"), self.query_one("#chance", Choice).chosen == OWN
        if wanted and not own.display:
            self.call_after_refresh(own.focus)
        own.display = wanted
        self.query_one(".allowed").display = self._verdict() != "refuse"
        self.tell()

    @on(Input.Changed, "#own")
    def tell(self) -> None:
        """Draw anew what follows from what is chosen and written."""
        self.query_one("#odds", Static).update(plain("\n".join(self._odds()), "call"))
        listed = [f"{place}. {one.words}" for place, one in enumerate(self.deeds, 1)]
        if listed:
            listed.append(_("ctrl+r takes the last out"))
        self.query_one("#besides", Static).update(plain("\n".join(listed) or _("nothing"), "mute"))

    def _odds(self) -> list[str]:
        verdict = self._verdict()
        if verdict is None:
            return [_("Choose your verdict: enter or its number chooses it.")]
        if verdict == "refuse":
            return [_("It is refused: nothing happens.")]
        try:
            chance = self._chance()
        except ValueError as wrong:
            return [str(wrong)]
        return judging.odds(chance, [deed.words for deed in self.deeds], self._label())

    def _verdict(self) -> str | None:
        return self.query_one("#verdict", Choice).chosen

    def _chance(self) -> int:
        chosen = self.query_one("#chance", Choice).chosen
        written = self.query_one("#own", Input).value if chosen == OWN else chosen
        return judging.chance_of(written or "")

    def _option(self) -> str:
        """The id of the option that it counts as."""
        chosen = self.query_one("#option", Choice).chosen if self.query("#option") else None
        return chosen if chosen and chosen != NONE else ""

    def _label(self) -> str:
        option = self._option()
        return next((one.label for one in self.card.options if one.id == option), "")

    # Effects besides

    def action_add(self) -> None:
        if len(self.deeds) >= judging.MOST:
            self.complain(_("That is enough: take one out first."))
            return
        self.app.push_screen(Which(self.scene), self._on)

    def _on(self, chosen: tuple[Thing, ...] | None) -> None:
        for thing in chosen or ():
            self.app.push_screen(Besides(self.scene.panel, thing), self._added)

    def _added(self, deeds: tuple[Deed, ...] | None) -> None:
        self.deeds += deeds or ()
        self.tell()

    def action_take_out(self) -> None:
        self.deeds = self.deeds[:-1]
        self.tell()

    @on(Button.Pressed, "#add")
    def _add(self) -> None:
        self.action_add()

    # What they make

    def made(self) -> tuple[Steered, ...]:
        verdict = self._verdict()
        if verdict not in ("allow", "refuse"):
            self.complain(_("Choose your verdict: enter or its number chooses it."))
            self.query_one("#verdict").focus()
            return ()
        told = self.query_one(Writing).text.strip()
        if verdict == "refuse":
            return (self._steered("refuse", told),)
        try:
            chance = self._chance()
        except ValueError as wrong:
            self.complain(str(wrong))
            self.query_one("#own").focus()
            return ()
        if not (told or self.deeds or self._option()):
            self.complain(_("Nothing would come of it: say at least what the role is told."))
            self.query_one(Writing).focus()
            return ()
        return (self._steered("allow", told, chance),)

    def _steered(
        self, verdict: Literal["allow", "refuse"], told: str, chance: int = 100
    ) -> Steered:
        allowed = verdict == "allow"
        effects = tuple(deed.effect for deed in self.deeds) if allowed else ()
        option = self._option() if allowed else ""
        rule = Rule(CONTROL, self.card.subject, verdict, option, chance, effects, told)
        who = truth.name(self.card.role, self.scene.panel)
        return wishes.ruled(rule, who, self._odds() if allowed else ())


def _alternative(id: Literal["allow", "refuse"]) -> Alternative:
    word, about = VERDICTS[id]
    said = plain(_(word), "strong")
    return Alternative(id, said.append_text(plain(f"  {_(about)}", "mute")))


def _options(card: Card) -> list[Alternative]:
    listed = [Alternative(one.id, judging.option_lines(one)) for one in card.options]
    return [*listed, Alternative(NONE, plain(_("none of them")))]


def _chances() -> list[Alternative]:
    listed = [
        Alternative(str(chance), plain(_("{chance} %", chance=chance)))
        for chance in judging.CHANCES
    ]
    return [*listed, Alternative(OWN, plain(_("another")))]


def _thing(thing: Thing) -> Alternative:
    said = plain(thing.title).append_text(plain(f"  {thing.stands}", "mute"))
    return Alternative(byhand.key_of(thing.kind, thing.id), said)
