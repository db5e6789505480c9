"""The world page: a team's true state beside what its roles believe, and control's hand on it."""

from typing import ClassVar

from rich.text import Text
from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container, Vertical, VerticalScroll
from textual.reactive import var
from textual.widgets import DataTable, Static

from simulator.engine.views.overview import ConsentRow
from tui.acts import act
from tui.plain import clean
from tui.room import abouts, byhand, truth
from tui.room.pages.campaign import Crews, Ladder, OpenConsents, TrueOrders
from tui.room.pages.holdings import Ratings, TrueAssets, TrueGauges
from tui.room.pages.scenery import Scenery
from tui.room.pages.section import Section
from tui.room.truth import Scene
from tui.room.wanted import SheetName, SheetWanted
from tui.speech import _, mark

SHORT = {
    "assets": mark("Assets"), "steps": mark("Adversary"), "gauges": mark("Gauges"),
    "consents": mark("Consents"), "orders": mark("Orders"), "crews": mark("Teams"),
    "objectives": mark("Objectives"),
}  # fmt: skip
"""The sections in the order of `tab`, in the words of the line that stands over a narrow page."""
SETTABLE = {"assets": "asset", "gauges": "gauge", "steps": "step", "crews": "team"}
"""Sections whose things can be set by hand, and the heads of the effects on them."""


class Here(Static):
    """Which section a narrow page shows."""

    scene: var[Scene | None] = var(None)
    shown: var[str] = var("assets")

    def watch_scene(self) -> None:
        self.update(self._drawn())

    def watch_shown(self) -> None:
        self.update(self._drawn())

    def _drawn(self) -> Text:
        drawn = Text(no_wrap=True, overflow="ellipsis")
        for field, name in SHORT.items():
            waiting = len(self.scene.panel.consents) if self.scene and field == "consents" else 0
            said = f" {_(name)} {waiting or ''}".rstrip()
            drawn.append(f"{said} ", "bold reverse" if field == self.shown else "mute")
        return drawn.append(f" {_('tab: next')}", "call")


class WorldPage(Scenery):
    """Where there is no room for all sections at once, only the one that has the keys is drawn."""

    ACTS: ClassVar[list[Binding]] = [
        act("a", "set", mark("Set"), mark("Set what is under the cursor by hand"),
            id="world-set"),
        act("f", "fact", mark("Fact"), mark("Say of a fact whether it is so"), id="world-fact"),
        act("o", "consent", mark("Consent"),
            mark("Give or refuse the consent under the cursor in place of an unstaffed role"),
            id="world-consent"),
        act("w", "speak", mark("Speak"), mark("Write to roles as a role that nobody plays"),
            id="world-speak"),
        act("p", "policy", mark("Bot"), mark("Choose how the bot of a seat behaves"),
            id="world-policy"),
    ]  # fmt: skip
    BINDINGS: ClassVar[list[BindingType]] = [
        *ACTS,
        Binding("tab", "turn(1)", mark("Next table"), show=False),
        Binding("shift+tab", "turn(-1)", mark("Table before"), show=False),
    ]

    shown: var[str] = var("assets", init=False)

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._could: tuple[bool | None, ...] = ()

    def compose(self) -> ComposeResult:
        yield Here(classes="here").data_bind(WorldPage.scene, WorldPage.shown)
        yield TrueAssets(classes="pane -shown").data_bind(WorldPage.scene)
        with Container(classes="world"):
            with Vertical(classes="column"):
                yield Ladder(classes="pane").data_bind(WorldPage.scene)
                yield TrueGauges(classes="pane").data_bind(WorldPage.scene)
            with Vertical(classes="column second"):
                yield OpenConsents(classes="pane").data_bind(WorldPage.scene)
                yield TrueOrders(classes="pane").data_bind(WorldPage.scene)
                yield Crews(classes="pane").data_bind(WorldPage.scene)
                yield Ratings(classes="pane").data_bind(WorldPage.scene)
        with VerticalScroll(classes="about pane", can_focus=False):
            yield Static()

    def on_mount(self) -> None:
        self.query_one(".about").border_title = _("About")
        self.call_after_refresh(self.tell)

    # What its user is on

    @property
    def section(self) -> Section:
        """The table that has the keys, or had them last."""
        return next(one for one in self.query(Section) if one.lists(self.shown))

    @property
    def _under(self) -> str:
        """The id of what is under the cursor."""
        return self.section.id_of(self.section.current)

    def _consent(self) -> ConsentRow | None:
        """The request under the cursor."""
        requests = self.panel.consents if self.panel and self.shown == "consents" else ()
        return next((one for one in requests if one.id == self._under), None)

    def watch_shown(self) -> None:
        for section in self.query(Section):
            section.set_class(section.lists(self.shown), "-shown")
        for part in self.query(".column, .world"):
            part.set_class(any(one.lists(self.shown) for one in part.query(Section)), "-shown")
        self.tell()

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        if isinstance(event.widget, Section):
            self.shown = event.widget.FIELD

    @on(DataTable.RowHighlighted)
    def tell(self) -> None:
        told = abouts.about(self.shown, self._under, self.scene) if self.scene else None
        self.query_one(".about Static", Static).update("" if told is None else told)
        can = tuple(self.check_action(act, ()) for act in ("set", "fact", "consent", "speak"))
        if can != self._could:
            self._could = can
            self.refresh_bindings()

    # What its user does

    def action_turn(self, by: int) -> None:
        fields = list(SHORT)
        self.shown = fields[(fields.index(self.shown) + by) % len(fields)]
        # A table that was not drawn till now can take the keys only once it is.
        self.call_after_refresh(self.section.focus)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What can't be done with what is under the cursor is not in the footer either."""
        if self.panel is None:
            return action == "turn"
        match action:
            case "set":
                return self.shown in SETTABLE and bool(self._under)
            case "fact":
                return bool(self.panel.facts)
            case "consent":
                consent = self._consent()
                return consent is not None and not truth.held_by_people(consent, self.panel)
            case "speak":
                return bool(truth.unstaffed(self.panel))
            case _:
                return True

    @on(DataTable.RowSelected)
    def _open(self, event: DataTable.RowSelected) -> None:
        """Enter does what there is to do with the row."""
        event.stop()
        if consent := self._consent():
            self._answer(consent)
        elif self.check_action("set", ()):
            self.action_set()

    def action_set(self) -> None:
        kind: byhand.Kind = SETTABLE[self.shown]  # type: ignore[assignment]
        self._want("set", byhand.key_of(kind, self._under))

    def action_fact(self) -> None:
        self._want("fact")

    def action_consent(self) -> None:
        if consent := self._consent():
            self._answer(consent)

    def action_speak(self) -> None:
        self._want("speak")

    def action_policy(self) -> None:
        self._want("policy", self._role())

    def _answer(self, consent: ConsentRow) -> None:
        assert self.panel is not None
        if truth.held_by_people(consent, self.panel):
            role = truth.name(truth.answers_it(consent), self.panel)
            said = _("People hold the seat of {role}: they answer for themselves.", role=role)
            self.notify(clean(said), markup=False)
        else:
            self._want("consent", consent.id)

    def _role(self) -> str:
        """The role that what is under the cursor belongs to; empty where it is nobody's."""
        rows = getattr(self.panel, self.shown, ())
        found = next((row for row in rows if row.id == self._under), None)
        for field in ("of", "owner", "role"):
            if isinstance(role := getattr(found, field, None), str):
                return role
        return ""

    def _want(self, sheet: SheetName, of: str = "") -> None:
        self.post_message(SheetWanted(sheet, of))
