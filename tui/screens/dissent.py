"""A colleague of this seat sees a decision otherwise: who, and why. It goes into the review."""

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widgets import Input, Static

from simulator.engine.commands import Command, Dissent
from simulator.engine.views import DecisionView, RoleView
from tui.letters import decision_block
from tui.screens.form import Form
from tui.speech import _, mark


def other_view() -> ComposeResult:
    """The two fields side by side."""
    with Horizontal(classes="dissent"):
        yield Input(id="by", compact=True, placeholder=_("Who"))
        yield Input(id="dissent", compact=True, placeholder=_("What they would do, and why"))


def said_otherwise(form: Form) -> tuple[str, str]:
    """Who, and what they would do, as far as there are fields for it."""
    by, why = (
        "".join(field.value.strip() for field in form.query(f"#{id}").results(Input))
        for id in ("by", "dissent")
    )
    return by, why


class DissentForm(Form):
    """For a decision that is open, or has been taken or missed."""

    TITLE = mark("A colleague sees it otherwise")
    DONE = mark("Record it")

    def __init__(self, decision: DecisionView, view: RoleView) -> None:
        super().__init__(view)
        self.decision = decision
        self.view = view

    def body(self) -> ComposeResult:
        yield Static(decision_block(self.decision, self.view), classes="ask")
        if self.shared:
            # The host takes nobody's word for who it is.
            yield self.label(
                _("What you would do, and why (for the review, with your name: it changes nothing)")
            )
            yield Input(id="dissent", compact=True)
        else:
            yield self.label(_("Who, and why (for the review: it changes nothing in the world)"))
            yield from other_view()

    def commands(self) -> tuple[Command, ...]:
        by, why = said_otherwise(self)
        if not why:
            self.complain(_("Write first what they would do, and why."))
            self.query_one("#dissent").focus()
            return ()
        return (Dissent(self.role, self.decision.id, why, by),)
