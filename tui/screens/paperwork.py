"""How what a player asks leaves the screen: forms, their commands, and what became of them."""

from collections.abc import Callable, Sequence
from time import monotonic
from typing import Final, Literal

from rich.text import Text
from textual import on
from textual.reactive import var
from textual.screen import Screen

from simulator.engine.commands import Command, Read
from simulator.engine.errors import Refused
from simulator.engine.views import RoleView
from simulator.session.clock import Clock
from simulator.session.scores import Scores
from tui import waiting, words
from tui.drafts import About, Drafts
from tui.messages import Asked, FormWanted
from tui.plain import clean
from tui.screens import forms
from tui.screens.confirm import Confirm
from tui.screens.form import Form
from tui.seat import Late, Mate, Seat, Standing, seen_from, standing_of
from tui.speech import _, mark, spoken
from tui.timekeeping import Stand, Timekeeper

KEPT: Final = mark("Kept here: it is sent as soon as the host is back.")
WATCHING: Final = mark("You are here to watch: this seat decides and orders nothing.")


class Paperwork(Screen[None]):
    """Holds the view, hands it down, and submits what comes up. No rules here."""

    view: var[RoleView | None] = var(None)
    clock: var[Clock | None] = var(None)
    waiting: var[str] = var("")
    standing: var[Standing] = var(Standing())
    mates: var[tuple[Mate, ...]] = var(())
    scores: var[Scores | None] = var(None)

    def __init__(
        self,
        seat: Seat,
        wall: Callable[[], float] = monotonic,
        drafts: Drafts | None = None,
    ) -> None:
        super().__init__()
        self.seat = seat
        self.drafts = drafts or Drafts()
        self.time = Timekeeper(seat, wall)
        self._reads = ""
        self._draw_from(seat)

    def _draw_from(self, seat: Seat) -> None:
        """What is drawn first, before anything watches."""
        self.set_reactive(Paperwork.view, seen_from(seat))
        self.set_reactive(Paperwork.clock, seat.clock)
        self.set_reactive(Paperwork.standing, standing_of(seat))
        self.set_reactive(Paperwork.mates, seat.mates())
        self.set_reactive(Paperwork.scores, seat.standings())

    @property
    def seen(self) -> RoleView:
        """The view that is drawn; there is one from the start."""
        assert self.view is not None
        return self.view

    @property
    def forms_open(self) -> list[Form]:
        return [screen for screen in self.app.screen_stack if isinstance(screen, Form)]

    def look(self) -> None:
        """Draw what the role knows now."""
        before, after, stood = self.seen, seen_from(self.seat), self.standing
        self.time.mind(before, after)
        self.view, self.clock, self.waiting = after, self.seat.clock, self.time.why
        self.standing, self.mates = standing_of(self.seat), self.seat.mates()
        self.scores = self.seat.standings()
        self._hear(self.seat.answers())
        for form in self.forms_open:
            form.now, form.mates = after.now, self.mates
            form.gone = forms.gone(*form.about, after)
        if self.standing.take != stood.take:
            self._taken_back(after)
        if self.standing.stands == "no-duff" != stood.stands:
            self._alert()
        self.react(before, after)

    def _taken_back(self, view: RoleView) -> None:
        """Control has gone back in time: nothing that is being filled in is asked any more."""
        for form in self.forms_open:
            form.dismiss(None)
        when = words.full_time(view.start, view.now)
        self.warn(_("Control has gone back in time: it is now {time}.", time=when))

    def _alert(self) -> None:
        """A real emergency, told so that it is seen over whatever is open."""
        self.app.bell()
        said = f"{_('NO DUFF – REAL EMERGENCY')}: {self.standing.why}"
        self.notify(clean(said), severity="error", timeout=60, markup=False)

    def react(self, before: RoleView, after: RoleView) -> None:
        """What the screen does by itself when there is something new."""

    @on(Asked)
    def _asked(self, event: Asked) -> None:
        became = self.submit(event.command)
        if became != "sent":
            self.became(event.command, became == "done")

    def became(self, command: Command, done: bool) -> None:
        """Tell the player that it is done; why it is not, they were told."""
        if done:
            self.say(forms.said(command))

    def submit(self, command: Command) -> Literal["", "sent", "done"]:
        """The one place where a command leaves the screen; a refusal becomes a notice."""
        try:
            done = self.seat.submit(command, self.time.wall())
        except Refused as refusal:
            self.warn(refusal.into(spoken()))
            return ""
        finally:
            self.look()
        return "done" if done else "sent"

    def _hear(self, answers: list[Late]) -> None:
        """Tell the player what became of what was sent on."""
        for command, refusal, said in answers:
            self.drafts.answered(command, bool(refusal))
            if refusal:
                self.warn(forms.refused(command, refusal))
            if command is not None:
                self.became(command, not refusal)
            elif said and not refusal:
                self.say(said)

    @on(FormWanted)
    def _wanted(self, event: FormWanted) -> None:
        self.open_form(event.kind, event.id)

    def open_form(self, kind: str, id: str) -> None:
        """Open the form of this thing; the clock waits while it is filled in."""
        form = forms.form_of(kind, id, self.seen)
        if form is None:
            return
        if not self.seat.may_act:
            self.say(_(WATCHING))
            return
        for item in waiting.unread_of(kind, id, self.seen):
            self.submit(Read(self.seen.role.id, item.inject))
        stand = self.time.wait()
        self.look()
        form.now, form.about, form.shared = self.seen.now, (kind, id), not self.seat.leads_clock
        form.mates, form.drafts = self.mates, self.drafts
        self.seat.attend(self._reads, (kind, id))
        self.app.push_screen(form, lambda commands: self._after_form(form, commands or (), stand))

    def _after_form(self, form: Form, commands: tuple[Command, ...], stand: Stand) -> None:
        self.seat.attend(self._reads, ("", ""))
        became = [(command, how) for command in commands if (how := self.submit(command))]
        self._put_away(form.about, became, len(commands))
        self.time.go_on(stand, bool(became), self.seen)
        self.look()
        if became and became[-1][1] == "done":
            self.say(forms.said(became[0][0]))
        elif became and self.standing.trouble:
            self.say(_(KEPT))

    def _put_away(self, about: About, became: Sequence[tuple[Command, str]], asked: int) -> None:
        """What was refused stays a draft; what is on its way may become one again."""
        if became and became[0][1] == "sent":
            self.drafts.send(about, became[0][0])
        elif became and len(became) == asked:
            self.drafts.drop(about)

    def has_open(self, key: str) -> None:
        """The message of this key lies open before the player."""
        if key != self._reads:
            self._reads = key
            self.seat.attend(key, ("", ""))

    def confirm(self, question: Text, do: Callable[[], object]) -> None:
        """Do it once the player is sure."""

        def answered(sure: bool | None) -> None:
            if sure:
                do()

        self.app.push_screen(Confirm(question), answered)

    def warn(self, sentence: str) -> None:
        self.notify(clean(sentence), severity="warning", markup=False)

    def say(self, sentence: str) -> None:
        self.app.clear_notifications()
        self.notify(clean(sentence), timeout=4, markup=False)
