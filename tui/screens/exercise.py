"""The player's screen: holds the view, hands it down, and submits what comes up. No rules here."""

from collections.abc import Callable
from time import monotonic
from typing import ClassVar, Final, Literal

from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.reactive import var
from textual.screen import Screen
from textual.widgets import Footer, TabbedContent, TabPane

from simulator.engine.commands import Cancel, Command, Read
from simulator.engine.errors import Refused
from simulator.engine.views import RoleView
from simulator.session.clock import Clock
from tui import waiting
from tui.acts import ACTS, PANES, acts_of, may
from tui.help import help_page, introduction
from tui.messages import FormWanted
from tui.plain import clean, plain
from tui.screens import forms
from tui.screens.confirm import Confirm
from tui.screens.form import Form
from tui.screens.page import Page
from tui.screens.palette import Acts
from tui.screens.summary import Summary
from tui.seat import Late, Seat, Standing, seen_from, standing_of
from tui.timekeeping import Stand, Timekeeper
from tui.widgets.actions import Orders
from tui.widgets.duebar import DueBar
from tui.widgets.header import ExerciseHeader
from tui.widgets.inbox import Inbox
from tui.widgets.journal import brief
from tui.widgets.reading import ReadingPane
from tui.widgets.situation import SituationPane
from tui.widgets.tabs import PANE_KINDS, label

KEPT: Final = "Kept here: it is sent as soon as the host is back."
WATCHING: Final = "You are here to watch: this seat decides and orders nothing."


class ExerciseScreen(Screen[None]):
    """`wall` reads a steady clock; `beat` is how often (seconds) it is read. `greets` is whether
    the player is told first who they are."""

    BINDINGS: ClassVar[list[BindingType]] = [*ACTS]
    COMMANDS = {Acts}
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-wide"), (150, "-full")]

    view: var[RoleView | None] = var(None)
    clock: var[Clock | None] = var(None)
    waiting: var[str] = var("")
    standing: var[Standing] = var(Standing())

    def __init__(
        self,
        seat: Seat,
        wall: Callable[[], float] = monotonic,
        beat: float = 0.2,
        greets: bool = True,
    ) -> None:
        super().__init__()
        self.seat = seat
        self.time = Timekeeper(seat, wall)
        self.beat = beat
        self.greets = greets
        self._summed_up = False
        self.set_reactive(ExerciseScreen.view, seen_from(seat))
        self.set_reactive(ExerciseScreen.clock, seat.clock)
        self.set_reactive(ExerciseScreen.standing, standing_of(seat))

    @property
    def seen(self) -> RoleView:
        """The view that is drawn; there is one from the start."""
        assert self.view is not None
        return self.view

    def compose(self) -> ComposeResult:
        yield ExerciseHeader().data_bind(
            ExerciseScreen.view, ExerciseScreen.clock, ExerciseScreen.waiting,
            ExerciseScreen.standing,
        )  # fmt: skip
        yield DueBar().data_bind(ExerciseScreen.view, ExerciseScreen.standing)
        with Horizontal(id="desk"):
            with TabbedContent(id="tabs"):
                for pane in PANES:
                    with TabPane(label(pane, self.seen), id=pane):
                        yield PANE_KINDS[pane]().data_bind(ExerciseScreen.view)
            yield SituationPane(id="sidebar").data_bind(ExerciseScreen.view)
        yield Footer(compact=True)

    def on_mount(self) -> None:
        # The number keys turn the tabs, so that the tab key has only parts of a page to go to.
        self.query_one("#tabs > ContentTabs").can_focus = False
        self.query_one(Inbox).focus()
        self.set_interval(self.beat, self.tick)
        self.set_class(not self.seat.may_act, "-watching")
        if self.greets:
            button = "Begin  enter" if self.seat.leads_clock else "To your desk  enter"
            title = "Your role" if self.seat.may_act else "The role you watch"
            self.app.push_screen(Page(title, brief(self.seen), button), self._begin)
        else:
            self._begin(None)

    def _begin(self, _: None) -> None:
        self.time.run()
        self.look()

    def tick(self) -> None:
        """Bring the exercise to the wall clock and draw what is new."""
        if self.time.tick():
            self.look()

    def look(self) -> None:
        """Draw what the role knows now."""
        before, after = self.seen, seen_from(self.seat)
        self.time.mind(before, after)
        self.view, self.clock, self.waiting = after, self.seat.clock, self.time.why
        self.standing = standing_of(self.seat)
        self._hear(self.seat.answers())
        forms_open = [screen for screen in self.app.screen_stack if isinstance(screen, Form)]
        for form in forms_open:
            form.now = after.now
            form.gone = forms.form_of(*form.about, after) is None
        new = waiting.newly_due(before, after)
        if after.over and not self._summed_up and not forms_open:
            self._summed_up = True
            self.action_summary()
        elif any(due.kind == "module" for due in new) and not forms_open and self.seat.may_act:
            self.action_due()
        elif new and not self.seat.leads_clock:
            self._say(f"Something is due: {new[0].title}")

    def watch_view(self, view: RoleView | None) -> None:
        if not self.is_mounted or view is None:
            return
        tabs = self.query_one(TabbedContent)
        for pane in PANES:
            tab, said = tabs.get_tab(pane), label(pane, view)
            if tab.label != said:
                tab.label = said

    def submit(self, command: Command) -> Literal["", "sent", "done"]:
        """The one place where a command leaves the screen; a refusal becomes a notice."""
        try:
            done = self.seat.submit(command, self.time.wall())
        except Refused as refusal:
            self._warn(refusal.sentence)
            return ""
        finally:
            self.look()
        return "done" if done else "sent"

    def _hear(self, answers: list[Late]) -> None:
        """Tell the player what became of what was sent on."""
        for command, refusal in answers:
            if refusal:
                self._warn(forms.refused(command, refusal))
            elif command is not None:
                self._say(forms.said(command))

    @on(FormWanted)
    def _wanted(self, event: FormWanted) -> None:
        self.open_form(event.kind, event.id)

    def open_form(self, kind: str, id: str) -> None:
        """Open the form of this thing; the clock waits while it is filled in."""
        form = forms.form_of(kind, id, self.seen)
        if form is None:
            return
        if not self.seat.may_act:
            self._say(WATCHING)
            return
        for item in waiting.unread_of(kind, id, self.seen):
            self.submit(Read(self.seen.role.id, item.inject))
        stand = self.time.wait()
        self.look()
        form.now, form.about, form.shared = self.seen.now, (kind, id), not self.seat.leads_clock
        self.app.push_screen(form, lambda commands: self._after_form(commands or (), stand))

    def _after_form(self, commands: tuple[Command, ...], stand: Stand) -> None:
        became = [(command, how) for command in commands if (how := self.submit(command))]
        self.time.go_on(stand, bool(became), self.seen)
        self.look()
        if became and became[-1][1] == "done":
            self._say(forms.said(became[-1][0]))
        elif became and self.standing.trouble:
            self._say(KEPT)

    @on(Inbox.Opened)
    def _opened(self, event: Inbox.Opened) -> None:
        pane = self.query_one(ReadingPane)
        pane.opened = event.key
        if event.read_on:
            pane.letter.focus()
        if pane.item is not None and not pane.item.read and self.seat.may_act:
            self.submit(Read(self.seen.role.id, pane.item.inject))

    def acts(self) -> list[Binding]:
        """The acts that the player has here."""
        return acts_of(self.seat)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        return may(self.seat, action)

    def action_run_or_pause(self) -> None:
        self.time.run_or_pause()
        self.look()

    def action_skip_ahead(self) -> None:
        before = self.seen
        self.time.skip_ahead()
        self.look()
        self._say(waiting.arrival(before, self.seen))

    def action_pace(self, step: int) -> None:
        self.time.change_pace(step)
        self.look()

    def action_wait_for_me(self) -> None:
        self.time.waits_for_me = not self.time.waits_for_me
        stops = "stops" if self.time.waits_for_me else "runs on"
        self._say(f"The clock {stops} when something is due.")

    def action_due(self) -> None:
        dues = waiting.dues(self.seen)
        if dues:
            self.open_form(dues[0].kind, dues[0].id)
        else:
            self._say("Nothing waits for you.")

    def action_answer(self) -> None:
        item = self.query_one(ReadingPane).item
        if item is None or item.decision is None:
            self._say("The open message asks for no decision.")
        else:
            self.open_form("decision", item.decision.id)

    def action_note(self) -> None:
        self.open_form("note", "")

    def action_next_unread(self) -> None:
        self.action_pane("inbox")
        self.query_one(Inbox).next_unread()

    def action_cancel(self) -> None:
        order = waiting.unbegun(self.query_one(Orders).current, self.seen)
        if order is None:
            self._say("Put the cursor on an order that has not begun: x takes it back.")
            return
        command = Cancel(self.seen.role.id, order.id)
        self._confirm(plain(f"Take back “{order.title}”?"), lambda: self.submit(command))

    def action_pane(self, pane: str) -> None:
        self.query_one(TabbedContent).active = pane
        self.query_one(f"TabPane#{pane}").query("Grid, Log, Brief").first().focus()

    @on(TabbedContent.TabActivated)
    def _turned(self, event: TabbedContent.TabActivated) -> None:
        """The situation needs no second drawing of itself at its side."""
        self.set_class(event.pane.id == "situation", "-situation")

    def action_summary(self) -> None:
        if self.seen.debrief is None:
            self._say("The summary comes when the exercise is over.")
        else:
            self.app.push_screen(Summary(self.seen, self.seen.debrief))

    def action_help(self) -> None:
        page = help_page(self.acts(), introduction(self.seat))
        self.app.push_screen(Page("Help", page, "Close  esc"))

    def action_quit_play(self) -> None:
        self.ask_to_leave()

    def ask_to_leave(self) -> None:
        """Leave, after a question."""
        alone = "What was played is not kept."
        kept = "Your seat is kept: the same command brings you back to it."
        after = alone if self.seat.leads_clock else kept
        self._confirm(Text(f"Leave the exercise? {after}"), self.app.exit)

    def _confirm(self, question: Text, do: Callable[[], object]) -> None:
        def answered(sure: bool | None) -> None:
            if sure:
                do()

        self.app.push_screen(Confirm(question), answered)

    def _warn(self, sentence: str) -> None:
        self.notify(clean(sentence), severity="warning", markup=False)

    def _say(self, sentence: str) -> None:
        self.app.clear_notifications()
        self.notify(clean(sentence), timeout=4, markup=False)
