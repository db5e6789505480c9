"""What a participant thinks of the exercise: statements, open questions, a name or none."""

from textual.app import ComposeResult
from textual.await_complete import AwaitComplete
from textual.widgets import Static

from simulator.session.feedback import QUESTIONS, STATEMENTS
from tui.drafts import Drafts
from tui.handing import ABOUT, AGAIN, EMPTY, HOW, UNNAMED, WHO, Filled, filled
from tui.plain import plain
from tui.screens.form import OFTEN
from tui.screens.sheet import Sheet
from tui.speech import _, mark
from tui.widgets.choice import Alternative, Several
from tui.widgets.entries import enter, entry_of, fields_in
from tui.widgets.scale import Scale
from tui.widgets.writing import Writing


class FeedbackForm(Sheet[Filled]):
    """`handed_in` is how it was sent before. What is written stays a draft, also once it is sent,
    so that it can be changed and sent again."""

    TITLE = mark("Feedback on the exercise")
    AUTO_FOCUS = "Scale"

    def __init__(self, drafts: Drafts, handed_in: str = "", now: int = 0) -> None:
        super().__init__()
        self.drafts = drafts
        self.handed_in = handed_in
        self.now = now
        self._left = False

    def body(self) -> ComposeResult:
        if self.handed_in:
            yield Static(plain(_(AGAIN[self.handed_in]), "call"), classes="ask")
        yield Static(plain(_(HOW)), classes="ask")
        for id, statement in STATEMENTS.items():
            yield self.label(_(statement), "")
            yield Scale(id=f"score-{id}")
        for id, question in QUESTIONS.items():
            yield self.label(_(question), "")
            yield Writing(id=f"text-{id}")
        if not self.handed_in:
            yield self.label(_(WHO))
            yield Several([Alternative(UNNAMED, plain(_("Don’t name me")))], id="name")

    def on_mount(self) -> None:
        if draft := self.drafts.of(ABOUT):
            for id, field in fields_in(self):
                enter(field, draft.written.get(id, ""))
        self.set_interval(OFTEN, self.keep)

    @property
    def written(self) -> dict[str, str]:
        """What stands in the fields that are not empty, by their ids."""
        return {id: entry for id, field in fields_in(self) if (entry := entry_of(field))}

    def keep(self) -> None:
        """Keep what is written as a draft."""
        if written := self.written:
            self.drafts.keep(ABOUT, written, self.now)
        else:
            self.drafts.drop(ABOUT)

    def made(self) -> tuple[Filled, ...]:
        unnamed = self.handed_in == UNNAMED or self.written.get("name") == UNNAMED
        form = filled(self.written, unnamed)
        if form.scores or form.texts:
            return (form,)
        self.complain(_(EMPTY))
        return ()

    def dismiss(self, result: tuple[Filled, ...] | None = None) -> AwaitComplete:
        self.keep()
        self._left = True
        if not result and self.written:
            self.notify(_("What you wrote is kept as a draft."), timeout=4, markup=False)
        return super().dismiss(result)

    def on_unmount(self) -> None:
        """The program ends while the form is open."""
        if not self._left:
            self.keep()
