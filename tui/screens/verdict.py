"""A sheet that is finished with a verdict on a request for consent, never by the usual key."""

from typing import ClassVar, Literal, TypeVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Button

from tui.screens.sheet import Sheet
from tui.speech import _, mark

Verdict = Literal["grant", "refuse", "ask"]
Made = TypeVar("Made")


class VerdictSheet(Sheet[Made]):
    """`verdict` is the one whose key finishes it just now."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+g", "verdict('grant')", mark("Grant")),
        Binding("ctrl+r", "verdict('refuse')", mark("Refuse")),
        Binding("ctrl+b", "verdict('ask')", mark("Ask back")),
    ]
    verdict: Verdict | None = None

    def buttons(self) -> ComposeResult:
        yield Button(_("Grant  ctrl+g"), id="grant", variant="primary", compact=True)
        yield Button(_("Refuse  ctrl+r"), id="refuse", variant="warning", compact=True)
        yield Button(_("Ask back  ctrl+b"), id="ask", compact=True)
        yield Button(_("Back  esc"), id="leave", compact=True)

    def ask_for_verdict(self) -> None:
        """The usual key was pressed."""
        self.complain(_("Say which: ctrl+g grants, ctrl+r refuses, ctrl+b asks back."))

    @on(Button.Pressed, "#grant, #refuse, #ask")
    def _pressed(self, event: Button.Pressed) -> None:
        match event.button.id:
            case "grant" | "refuse" | "ask" as verdict:
                self.action_verdict(verdict)
            case _:
                pass

    def action_verdict(self, verdict: Verdict) -> None:
        self.verdict = verdict
        self.action_finish()
        # The key that finishes other sheets grants nothing unawares.
        self.verdict = None
