"""The judge page: what people wrote that waits for a ruling, and the rulings so far."""

from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.reactive import var
from textual.widgets import DataTable, Static

from simulator.engine.views.overview import Card, Ruling
from tui import words
from tui.acts import act
from tui.marks import joined
from tui.plain import line, plain
from tui.room import judging, truth
from tui.room.pages.scenery import Scenery
from tui.room.truth import Scene
from tui.room.wanted import SheetWanted
from tui.speech import _, mark
from tui.widgets.grid import Column, Grid, Row


class Cards(Grid):
    """Who has waited longest comes first."""

    COLUMNS: ClassVar[tuple[Column, ...]] = (
        Column(mark("Waits"), 8),
        Column(mark("Who"), 14),
        Column(mark("What was asked"), 0, least=76),
        Column(mark("What they say")),
    )
    NOTHING = mark("Nobody waits for a ruling.")

    scene: var[Scene | None] = var(None)

    def watch_scene(self, scene: Scene | None) -> None:
        if scene is not None:
            cards = judging.ordered(scene.panel.cards)
            self.show(waiting(scene))
            self.border_title = Content(judging.counted(cards, scene.now))


class Rulings(Grid):
    """Newest first."""

    COLUMNS: ClassVar[tuple[Column, ...]] = (
        Column(mark("Outcome"), 10),
        Column(mark("Time"), 9, least=60),
        Column(mark("Who"), 14),
        Column(mark("What they said")),
        Column(mark("What they were told"), 0, least=90),
    )
    NOTHING = mark("Nothing was ruled on yet.")

    scene: var[Scene | None] = var(None)

    def on_mount(self) -> None:
        self.border_title = _("Rulings so far")

    def watch_scene(self, scene: Scene | None) -> None:
        if scene is not None:
            self.show(ruled(scene))


class JudgePage(Scenery):
    ACTS: ClassVar[list[Binding]] = [
        act("r", "rule", mark("Rule"), mark("Judge the card under the cursor"), id="judge-rule"),
    ]
    BINDINGS: ClassVar[list[BindingType]] = [*ACTS]

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._pointed: Grid | None = None
        self._drawn: tuple[Card | Ruling | None, int] = (None, -1)

    def compose(self) -> ComposeResult:
        with Vertical(classes="lists"):
            yield Cards(classes="pane cards").data_bind(JudgePage.scene)
            yield Rulings(classes="pane rulings").data_bind(JudgePage.scene)
        with VerticalScroll(classes="pane card"):
            yield Static()

    def on_mount(self) -> None:
        self.call_after_refresh(self.tell)

    @property
    def card(self) -> Card | None:
        """The card under the cursor."""
        current = self.query_one(Cards).current
        cards = self.panel.cards if self.panel else ()
        return next((card for card in cards if card.subject == current), None)

    @property
    def about(self) -> tuple[str, str]:
        """No objective, and whose words the card under the cursor holds."""
        return "", self.card.role if self.card else ""

    @property
    def ruling(self) -> Ruling | None:
        """The ruling under the cursor."""
        current = self.query_one(Rulings).current
        rulings = self.panel.rulings if self.panel else ()
        return next((ruling for ruling in rulings if _key(ruling) == current), None)

    @property
    def _past(self) -> bool:
        """Whether its user is on what is ruled already."""
        return isinstance(self._pointed, Rulings)

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        # Where it is narrow, a card that is scrolled takes the room of the lists.
        self.set_class(not isinstance(event.widget, Grid), "-reading")
        if isinstance(event.widget, Grid):
            self._pointed = event.widget
            self.tell()

    @on(DataTable.RowHighlighted)
    def tell(self) -> None:
        """Draw what was pointed at last; a card counts the minutes that it waits."""
        if self.scene is None:
            return
        told: Card | Ruling | None = self.ruling if self._past else self.card
        drawn = told, self.scene.now // 60
        if drawn == self._drawn:
            return
        if told != self._drawn[0]:
            self.query_one(".card").scroll_home(animate=False)
            self.refresh_bindings()
        self._drawn = drawn
        pane, card = self.query_one(".card"), self.query_one(".card Static", Static)
        pane.border_title = _("Ruling") if self._past else _("Card: enter judges it")
        if isinstance(told, Card):
            card.update(judging.letter(told, self.scene))
        elif told is not None:
            card.update(judging.ruling_letter(told, self.scene))
        else:
            card.update(plain(_("What people write in their own words comes here."), "mute"))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What can't be done now is not in the footer either."""
        return action != "rule" or (self.card is not None and not self._past)

    @on(DataTable.RowSelected, ".cards")
    def _open(self, event: DataTable.RowSelected) -> None:
        event.stop()
        self.action_rule()

    def action_rule(self) -> None:
        if card := self.card:
            self.post_message(SheetWanted("rule", card.subject))


def waiting(scene: Scene) -> list[Row]:
    """What waits for a ruling."""
    return [_card(card, scene) for card in judging.ordered(scene.panel.cards)]


def ruled(scene: Scene) -> list[Row]:
    """What was ruled on."""
    return [_ruling(ruling, scene) for ruling in scene.panel.rulings[::-1]]


def _key(ruling: Ruling) -> str:
    return f"{ruling.at} {ruling.subject}"


def _card(card: Card, scene: Scene) -> Row:
    return Row(
        card.subject,
        {
            "Waits": joined((words.duration(max(0, scene.now - card.at)), "call")),
            "Who": line(truth.name(card.role, scene.panel)),
            "What was asked": line(judging.asked(card), "mute"),
            "What they say": line(card.said, "strong"),
        },
    )


def _ruling(ruling: Ruling, scene: Scene) -> Row:
    return Row(
        _key(ruling),
        {
            "Outcome": joined(judging.outcome_of(ruling)),
            "Time": joined((words.short_time(scene.start, ruling.at), "mute")),
            "Who": line(truth.name(ruling.role, scene.panel)),
            "What they said": line(ruling.said),
            "What they were told": line(ruling.text, "mute"),
        },
    )
