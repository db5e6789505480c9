"""The player's screen: its parts, and what each act does. No rules here."""

from collections.abc import Callable
from time import monotonic
from typing import Final

from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.lazy import Lazy
from textual.widgets import TabbedContent, TabPane

from simulator.engine.commands import Cancel, Command, Read, Solve
from simulator.engine.views import Debrief, RoleView
from simulator.session.scores import Scores
from tui import contest, waiting
from tui.acts import pages_of
from tui.briefing import brief
from tui.drafts import Drafts
from tui.plain import clean, plain
from tui.screens.acting import Acting
from tui.screens.page import Page
from tui.screens.paperwork import Paperwork
from tui.screens.summary import Summary
from tui.seat import Seat
from tui.speech import _, mark
from tui.widgets.decisions import Decisions
from tui.widgets.duebar import DueBar
from tui.widgets.flags import FlagsPane
from tui.widgets.header import ExerciseHeader
from tui.widgets.inbox import Inbox
from tui.widgets.keyline import KeyLine
from tui.widgets.mail import Mail
from tui.widgets.orders import Orders
from tui.widgets.reading import ReadingPane
from tui.widgets.situation import SituationPane
from tui.widgets.tabs import PANE_KINDS, label
from tui.widgets.tutorial import Tutorial

WAITS: Final = mark("The clock stops when something is due.")
RUNS_ON: Final = mark("The clock runs on when something is due.")
QUIET: Final = 6.0
"""Seconds between two notices of what other teams have solved."""


class ExerciseScreen(Acting):
    """`wall` reads a steady clock; `beat` is how often (seconds) it is read. `greets` is whether
    the player is told first who they are, `onward` whether they go on from the middle: then the
    clock waits for what waits there."""

    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-wide"), (150, "-full")]

    def __init__(
        self,
        seat: Seat,
        wall: Callable[[], float] = monotonic,
        beat: float = 0.2,
        greets: bool = True,
        drafts: Drafts | None = None,
        onward: bool = False,
    ) -> None:
        super().__init__(seat, wall, drafts)
        self.beat = beat
        self.greets = greets
        self.onward = onward
        self._summed_up = False
        self._scored: Scores | None = None
        self._quiet_until = 0.0

    def compose(self) -> ComposeResult:
        yield ExerciseHeader().data_bind(
            Paperwork.view, Paperwork.clock, Paperwork.waiting, Paperwork.standing
        )
        yield DueBar().data_bind(Paperwork.view, Paperwork.standing)
        with Horizontal(id="desk"):
            with TabbedContent(id="tabs"):
                for pane in pages_of(self.seen):
                    with TabPane(label(pane, self.seen), id=pane):
                        page = PANE_KINDS[pane]()
                        if isinstance(page, Mail):
                            yield page.data_bind(Paperwork.view, Paperwork.mates)
                        elif isinstance(page, FlagsPane):
                            page.drafts = self.drafts
                            yield Lazy(page.data_bind(Paperwork.view, Paperwork.scores))
                        else:
                            yield Lazy(page.data_bind(Paperwork.view))
            yield Lazy(SituationPane(id="sidebar").data_bind(Paperwork.view))
        if self.teaches:
            yield Tutorial(led=not self.seat.leads_clock).data_bind(Paperwork.view)
        yield KeyLine()

    def on_mount(self) -> None:
        # The number keys turn the tabs, so that the tab key has only parts of a page to go to.
        self.query_one("#tabs > ContentTabs").can_focus = False
        self.query_one(Inbox).focus()
        self.set_interval(self.beat, self.tick)
        self.set_class(not self.seat.may_act, "-watching")
        if self.greets:
            button = _("Begin  enter") if self.seat.leads_clock else _("To your desk  enter")
            title = _("Your role") if self.seat.may_act else _("The role you watch")
            self.app.push_screen(Page(title, brief(self.seen), button), self._begin)
        else:
            self._begin(None)

    def _begin(self, _: None) -> None:
        if self.onward:
            self.time.take_up(self.seen)
        else:
            self.time.run()
        self.look()

    def tick(self) -> None:
        """Bring the exercise to the wall clock and draw what is new."""
        if self.time.tick():
            self.look()

    def react(self, before: RoleView, after: RoleView) -> None:
        if after.over != before.over:
            self.refresh_bindings()
            self._summed_up &= after.over
        new, writing = waiting.newly_due(before, after), bool(self.forms_open)
        if after.over and not self._summed_up and not writing:
            self._summed_up = True
            self.action_summary()
        elif any(due.kind == "module" for due in new) and not writing and self.seat.may_act:
            self.action_due()
        elif new and not self.seat.leads_clock:
            self.say(_("Something is due: {title}", title=new[0].title))
        elif letter := waiting.letter_of_a_role(before, after):
            who, subject = letter.sender, letter.subject
            self.say(_("{who} writes to you: {subject}", who=who, subject=subject))

    def watch_view(self, view: RoleView | None) -> None:
        if self.is_mounted and view is not None:
            self._label(view)

    def watch_scores(self, before: Scores | None, after: Scores | None) -> None:
        """What others have solved is told in passing: now and then, and all of it together."""
        self._scored = self._scored or before or after
        if self.time.wall() < self._quiet_until:
            return
        if sentence := contest.news(self._scored, after, self.seen.contest):
            self._quiet_until = self.time.wall() + QUIET
            self.notify(clean(sentence), timeout=4, markup=False)
        self._scored = after

    def became(self, command: Command, done: bool) -> None:
        """What an answer in a contest came to, its page tells."""
        if not isinstance(command, Solve):
            super().became(command, done)
            return
        self.drafts.answered(command, not done)
        for page in self.query(FlagsPane):
            page.heard(done)

    @on(SituationPane.Noticed)
    def _noticed(self) -> None:
        self._label(self.seen)

    def _label(self, view: RoleView) -> None:
        """Say on each tab how much on its page wants to be looked at."""
        tabs = self.query_one(TabbedContent)
        pages = self.query("#situation SituationPane").results(SituationPane)
        changed = sum(len(page.changed) for page in pages)
        for pane in pages_of(view):
            tab, said = tabs.get_tab(pane), label(pane, view, changed)
            if tab.label != said:
                tab.label = said

    @on(Inbox.Opened)
    def _opened(self, event: Inbox.Opened) -> None:
        pane = self.query_one(ReadingPane)
        pane.opened = event.key
        self.has_open(event.key)
        if event.read_on:
            pane.letter.focus()
        if pane.item is not None and not pane.item.read and self.seat.may_act:
            self.submit(Read(self.seen.role.id, pane.item.inject))

    def action_run_or_pause(self) -> None:
        self.time.run_or_pause()
        self.look()
        # The tutorial asks for both: to stop the clock, and to let it run again.
        if self.time.running:
            self.did("run_or_pause")

    def action_skip_ahead(self) -> None:
        before = self.seen
        self.time.skip_ahead()
        self.look()
        self.say(waiting.arrival(before, self.seen))
        self.did("skip_ahead")

    def action_pace(self, step: int) -> None:
        self.time.change_pace(step)
        self.look()

    def action_wait_for_me(self) -> None:
        self.time.waits_for_me = not self.time.waits_for_me
        self.say(_(WAITS if self.time.waits_for_me else RUNS_ON))

    def action_due(self) -> None:
        dues = waiting.dues(self.seen)
        if dues:
            self.open_form(dues[0].kind, dues[0].id)
        else:
            self.say(_("Nothing waits for you."))

    def action_answer(self) -> None:
        item = self.query_one(ReadingPane).item
        if item is None or item.decision is None:
            self.say(_("The open message asks for no decision."))
        else:
            self.open_form("decision", item.decision.id)

    def action_dissent(self) -> None:
        item = self.query_one(ReadingPane).item
        if isinstance(self.focused, Decisions) and self.focused.current:
            self.open_form("dissent", self.focused.current)
        elif meant := waiting.decision_meant(item, self.seen):
            self.open_form("dissent", meant)
        else:
            self.say(_("Nobody has asked you for a decision yet."))

    def action_message(self) -> None:
        item = self.query_one(ReadingPane).item
        self.open_form("message", waiting.sender_of(item, self.seen) if item else "")

    def action_propose(self) -> None:
        self.open_form("propose", "")

    def action_note(self) -> None:
        self.open_form("note", "")

    def action_next_unread(self) -> None:
        self.action_pane("inbox")
        self.query_one(Inbox).next_unread()
        if all(item.read for item in self.seen.inbox):
            self.say(_("There is no unread message."))

    def action_cancel(self) -> None:
        order = waiting.unbegun(self.query_one(Orders).current, self.seen)
        if order is None:
            self.say(_("Put the cursor on an order that has not begun, to take it back."))
            return
        command = Cancel(self.seen.role.id, order.id)
        question = plain(_("Take back “{title}”?", title=order.title))
        self.confirm(question, lambda: self.submit(command))

    def action_other_language(self) -> None:
        languages = self.seen.languages
        if len(languages) < 2:
            self.say(_("The texts of this exercise are in one language only."))
            return
        after = languages[(languages.index(self.seen.language) + 1) % len(languages)]
        self.seat.read_in(after)
        self.look()

    @on(TabbedContent.TabActivated)
    def _turned(self, event: TabbedContent.TabActivated) -> None:
        """The situation needs no second drawing of itself at its side, and a contest the room."""
        self.set_class(event.pane.id in ("situation", "contest"), "-situation")
        self.did(f"pane('{event.pane.id}')")

    def action_summary(self) -> None:
        if self.seen.debrief is None:
            self.say(_("The summary comes when the exercise is over."))
        else:
            self.app.push_screen(self.summary(self.seen.debrief))

    def summary(self, debrief: Debrief) -> Summary:
        """How it ended, as far as it may be known now."""
        return Summary(self.seen, debrief, self.seat.beside(), self.saying())

    def saying(self) -> dict[str, Callable[[], object]]:
        """What may still be said when it is over."""
        return {"feedback": self.action_feedback} if self.handing else {}

    def action_quit_play(self) -> None:
        self.ask_to_leave()

    def ask_to_leave(self) -> None:
        """Leave, after a question."""
        question = _("Leave the exercise? What was played is not kept.")
        if self.seat.kept_in:
            question = _(
                "Leave the exercise? What was played is kept in {folder}.",
                folder=clean(self.seat.kept_in),
            )
        elif not self.seat.leads_clock:
            question = _(
                "Leave the exercise? Your seat is kept: the same command brings you back to it."
            )
        self.confirm(Text(question), self.app.exit)
