"""What a player can do on the exercise screen: where each act is found, and who has it."""

from collections.abc import Iterable
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.widget import Widget
from textual.widgets import TabbedContent

from simulator.engine.errors import Refused
from tui.acts import ACTS, PANES, key_of, may, pages_of, with_key
from tui.handing import SENT, Asking, Filled
from tui.help import help_page, introduction
from tui.messages import Asked
from tui.plain import plain
from tui.screens.attachment import Attachments
from tui.screens.feedback import FeedbackForm
from tui.screens.page import Page
from tui.screens.palette import Acts
from tui.screens.paperwork import KEPT, Paperwork
from tui.screens.sift import Sift
from tui.speech import _, spoken
from tui.widgets.flags import FlagsPane
from tui.widgets.mail import Mail
from tui.widgets.tabs import HOLDERS, acts_on, named
from tui.widgets.tutorial import Tutorial


class Acting(Paperwork):
    """The acts of the screen and of its pages, for footer, palette and help."""

    BINDINGS: ClassVar[list[BindingType]] = [*ACTS, *Tutorial.ACTS]
    COMMANDS = {Acts}
    OWN: ClassVar[list[Binding]] = []
    """The acts of this kind of screen alone."""

    @property
    def teaches(self) -> bool:
        """Whether the player is led through the screen."""
        return self.seen.teaches and self.seat.may_act

    @property
    def handing(self) -> Asking | None:
        """The seat, where somebody wants to know what is thought of the exercise in it."""
        seat = self.seat
        return seat if isinstance(seat, Asking) and seat.takes_part else None

    def acts(self) -> list[Binding]:
        """The acts that the player has, those of the pages last, each with its key of now."""
        of_panes = (act for pane in pages_of(self.seen) for act in acts_on(pane))
        every = (*ACTS, *self.OWN, *Tutorial.ACTS, *of_panes)
        return self._mine(every)

    def _mine(self, acts: Iterable[Binding]) -> list[Binding]:
        """Those that are for this seat, with their keys of now."""
        hidden = {f"pane('{pane}')" for pane in set(PANES) - set(pages_of(self.seen))}
        there = (act for act in acts if act.action not in hidden)
        may_do = (act for act in there if self.check_action(act.action.partition("(")[0], ()))
        return [with_key(act) for act in may_do]

    async def do(self, act: Binding) -> None:
        """One of the acts, also where the page lies open that it belongs to."""
        here = self.query_one(TabbedContent).active
        for pane, kinds in sorted(HOLDERS.items(), key=lambda held: held[0] != here):
            for kind in kinds:
                if act.id in {own.id for own in getattr(kind, "ACTS", ())}:
                    self.action_pane(pane)
                    holder = self.query_one(f"TabPane#{pane}").query(kind).first()
                    await self.app.run_action(act.action, holder)
                    return
        await self.run_action(act.action)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == "summary" and self.seen.debrief is None:
            return False
        if action == "feedback" and (self.seen.debrief is None or self.handing is None):
            return False
        if action in {"tutorial", "lesson"} and not self.teaches:
            return False
        return may(self.seat, action)

    @on(Mail.Sifting)
    def _sift(self, event: Mail.Sifting) -> None:
        self.app.push_screen(Sift(event.items, event.sieve), event.then)

    @on(Mail.Attached)
    def _attached(self, event: Mail.Attached) -> None:
        self.app.push_screen(Attachments(event.item))

    @on(FlagsPane.Attached)
    def _files(self, event: FlagsPane.Attached) -> None:
        self.app.push_screen(Attachments(event.challenge))

    @on(FlagsPane.Priced)
    def _priced(self, event: FlagsPane.Priced) -> None:
        self.confirm(plain(event.question), lambda: self.post_message(Asked(event.command)))

    def action_pane(self, pane: str) -> None:
        if pane not in pages_of(self.seen):
            return
        self.query_one(TabbedContent).active = pane
        named(self, pane).focus()

    def action_zoom(self) -> None:
        """The pane that has the focus takes the whole screen, or goes back."""
        if self.maximized is not None:
            self.minimize()
        elif self.focused is not None:
            panes = (node for node in self.focused.ancestors_with_self if isinstance(node, Widget))
            large = next((pane for pane in panes if pane.allow_maximize), self.focused)
            if self.maximize(large, container=False):
                self.say(_("{key} makes it small again.", key=key_of("zoom")))

    def introduction(self) -> str:
        """What the exercise is for whoever sits here, in English."""
        return introduction(self.seat)

    def action_help(self) -> None:
        pane = self.query_one(TabbedContent).active
        acts = self._mine((*ACTS, *self.OWN, *Tutorial.ACTS, *acts_on(pane)))
        page = help_page(acts, self.introduction(), pane)
        self.app.push_screen(Page(_("Help"), page, _("Close  esc")))
        self.did("help")

    def action_feedback(self) -> None:
        """Ask what is thought of the exercise, and send it."""
        seat = self.handing
        if seat is None or self.seen.debrief is None:
            return

        def handed(made: tuple[Filled, ...] | None) -> None:
            for form in made or ():
                try:
                    seat.hand_in(form, _(SENT))
                except Refused as refusal:
                    self.warn(refusal.into(spoken()))
                    return
                if self.standing.trouble:
                    self.say(_(KEPT))

        form = FeedbackForm(self.drafts, seat.handed_in, self.seen.now)
        self.app.push_screen(form, handed)

    def action_tutorial(self) -> None:
        self.query_one(Tutorial).hide_or_show()

    def action_lesson(self, by: int) -> None:
        self.query_one(Tutorial).turn(by)

    def did(self, action: str) -> None:
        """Let the tutorial see what the player does."""
        for tutorial in self.query(Tutorial):
            tutorial.did(action)
