"""Keying in what came on paper: the form that the role itself would fill in, in its place."""

from typing import Final

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Center, Middle
from textual.screen import Screen
from textual.widgets import Input, Static

from simulator.engine.commands import Command
from simulator.engine.views import RoleView
from simulator.paper.blocks import letter
from tui.chair import Chair
from tui.plain import plain
from tui.room import paper
from tui.room.leading import Leading
from tui.room.sheets.keyin import KeyInSheet
from tui.room.steer import Confirmed
from tui.screens.answer import AnswerForm
from tui.screens.form import Form
from tui.screens.report import ReportForm
from tui.speech import _
from tui.widgets.choice import Choice

BEAT: Final = 0.1


class PaperAnswer(AnswerForm):
    """The form of a decision, filled in from paper: its options go by the letters there."""

    AUTO_FOCUS = "#letter"

    def body(self) -> ComposeResult:
        if self.decision.options:
            yield self.label(_("The letter that is ticked"))
            yield Input(id="letter", compact=True, max_length=2)
        yield from super().body()

    @on(Input.Changed, "#letter")
    def _ticked(self, event: Input.Changed) -> None:
        """Choose the option of this letter, for whoever keys it in to see."""
        event.stop()
        options = enumerate(self.decision.options)
        # On the screen the same options have numbers, and either is what one means.
        meant = {sign: it.id for n, it in options for sign in (letter(n), f"{n + 1}")}
        if chosen := meant.get(event.value.strip().upper()):
            self.query_one("#option", Choice).choose(chosen)


class Desk(Screen[tuple[Command, ...]]):
    """Waits for what the role sees, and then lays its form open. Dismissed with its commands."""

    BINDINGS = [Binding("escape", "leave", show=False)]

    def __init__(self, chair: Chair, wanted: paper.Form) -> None:
        super().__init__()
        self.chair = chair
        self.wanted = wanted
        self.form: Form | None = None

    def compose(self) -> ComposeResult:
        with Middle(), Center():
            yield Static(plain(_("The form comes …")))

    def on_mount(self) -> None:
        self.set_interval(BEAT, self.listen)

    def listen(self) -> None:
        """Lay the form open as soon as it can be seen; later, tell it the time."""
        view = self.chair.shoulder()
        if view is None or view.role.id != self.wanted.role:
            return
        if self.form is not None:
            self.form.now = view.now
            return
        self.form = form_for(self.wanted, view)
        if self.form is None:
            self.notify(_("That is no longer there."), severity="warning", markup=False)
            self.dismiss(())
        else:
            self.app.push_screen(self.form, self._filled)

    def _filled(self, commands: tuple[Command, ...] | None) -> None:
        self.dismiss(commands or ())

    def action_leave(self) -> None:
        self.dismiss(())


def form_for(wanted: paper.Form, view: RoleView) -> Form | None:
    """The form as the role itself would have it; None where it is not asked any more."""
    made: Form | None = None
    if wanted.kind == "report":
        report = next((one for one in view.reports if one.id == wanted.id), None)
        made = ReportForm(report, view) if report else None
    else:
        asked = (one for one in view.decisions if one.id == wanted.id and one.phase == "open")
        decision = next(asked, None)
        made = PaperAnswer(decision, view) if decision else None
    if made is not None:
        made.shared = True  # nobody dissents in somebody's place
    return made


class Keying(Leading):
    def action_key_in(self) -> None:
        """Record in the place of a seat what it has answered or reported on paper."""
        if self.panel is None:
            return

        def coded(made: tuple[tuple[paper.Form, str], ...] | None) -> None:
            for form, name in made or ():
                self._lay_open(form, name)

        start = self.chair.room().start
        self.app.push_screen(KeyInSheet(self.panel, start), coded)

    def _lay_open(self, form: paper.Form, name: str) -> None:
        team = self.watched.name
        self.chair.watch(team, form.role)

        def filled(commands: tuple[Command, ...] | None) -> None:
            self.chair.watch(team)
            for command in commands or ():
                self._record(paper.signed(command, name), form)

        self.app.push_screen(Desk(self.chair, form), filled)

    def _record(self, command: Command, form: paper.Form) -> None:
        if self.panel is None:
            return
        what, said = paper.question(command, form, self.panel), _("It is recorded.")
        wish = Confirmed(command, what, said, seat=form.role, foresee=False)
        self.confirm(what, lambda: self.post_message(wish))
