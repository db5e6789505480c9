"""Setting the world by hand: what of a thing, to what value, and why."""

from typing import TypeVar

from textual import on
from textual.app import ComposeResult
from textual.widgets import Input, Static

from simulator.engine.views.overview import FactRow, Panel
from tui.marks import NOT, joined
from tui.plain import line, plain
from tui.room import byhand, wishes
from tui.room.byhand import Deed, Setting, Thing
from tui.room.steer import Steered
from tui.screens.sheet import Sheet
from tui.speech import _, mark
from tui.widgets.choice import Alternative, Choice

Made = TypeVar("Made")


class Reasoned(Sheet[Steered]):
    """The world is never set by hand without saying why."""

    def why(self) -> ComposeResult:
        yield self.label(_("Why? For the record; players don't see it."))
        yield Input(id="reason", compact=True, max_length=500)

    def steered(self, deed: Deed) -> tuple[Steered, ...]:
        """The one effect, to be confirmed; nothing (after saying so) while no reason is given."""
        reason = self.query_one("#reason", Input)
        if not reason.value.strip():
            self.complain(_("Say why first: it goes into the record."))
            reason.focus()
            return ()
        return (wishes.by_hand(deed, reason.value.strip()),)


class Setter(Sheet[Made]):
    """Makes one effect on one thing; what is made of that, its kinds say."""

    def __init__(self, panel: Panel, thing: Thing) -> None:
        super().__init__()
        self.thing = thing
        self.settings = byhand.settings(thing, panel)

    def head(self) -> ComposeResult:
        yield Static(joined(line(self.thing.title, "head"), "  ", line(self.thing.stands)))

    def body(self) -> ComposeResult:
        yield Choice([_alternative(setting) for setting in self.settings], id="what")
        yield Static(classes="label", id="asks")
        yield Input(id="value", compact=True)

    def on_mount(self) -> None:
        self.tell()
        able = [setting for setting in self.settings if not setting.why_not]
        if len(able) == 1:
            self.query_one("#what", Choice).choose(able[0].id)

    @on(Choice.Chosen)
    def tell(self) -> None:
        """Ask for a value only where one is needed."""
        setting = self._chosen()
        asks = byhand.ASKS[setting.asks] if setting and setting.asks else ""
        self.query_one("#asks").display = self.query_one("#value").display = bool(asks)
        self.query_one("#asks", Static).update(plain(_(asks) if asks else "", "mute"))
        if asks:
            # It can be written in only once it is drawn.
            self.call_after_refresh(self.query_one("#value").focus)

    def deed(self) -> Deed | None:
        """What is chosen and written; nothing (after saying why) while it is no effect yet."""
        setting = self._chosen()
        if setting is None:
            self.complain(_("Choose first what to do: enter or its number chooses it."))
            return None
        try:
            return byhand.deed(self.thing, setting, self.query_one("#value", Input).value)
        except ValueError as wrong:
            self.complain(str(wrong))
            self.query_one("#value").focus()
            return None

    def _chosen(self) -> Setting | None:
        chosen = self.query_one("#what", Choice).chosen
        return next((setting for setting in self.settings if setting.id == chosen), None)


class InterveneSheet(Setter[Steered], Reasoned):
    TITLE = mark("Set by hand")
    DONE = mark("Go on")

    def body(self) -> ComposeResult:
        yield from super().body()
        yield from self.why()

    def made(self) -> tuple[Steered, ...]:
        deed = self.deed()
        return self.steered(deed) if deed else ()


class FactSheet(Reasoned):
    """Turns one fact into its opposite."""

    TITLE = mark("Facts: choose the one to turn")
    DONE = mark("Go on")

    def __init__(self, panel: Panel) -> None:
        super().__init__()
        self.panel = panel

    def body(self) -> ComposeResult:
        yield Choice([_fact(fact) for fact in self.panel.facts], id="fact")
        yield from self.why()

    def made(self) -> tuple[Steered, ...]:
        chosen = self.query_one("#fact", Choice).chosen
        thing = byhand.find(byhand.key_of("fact", chosen), self.panel) if chosen else None
        if thing is None:
            self.complain(_("Choose first which fact: enter or its number chooses it."))
            return ()
        turn = next(one for one in byhand.settings(thing, self.panel) if not one.why_not)
        return self.steered(byhand.deed(thing, turn, ""))


def _alternative(setting: Setting) -> Alternative:
    said = plain(setting.words)
    if setting.why_not:
        said.append("  ").append_text(plain(f"{NOT} {setting.why_not}", "mute"))
    return Alternative(setting.id, said, not setting.why_not)


def _fact(fact: FactRow) -> Alternative:
    now = _("so now; make it not so") if fact.holds else _("not so now; make it so")
    return Alternative(fact.id, plain(f"{fact.about or fact.id}  ").append_text(plain(now, "mute")))
