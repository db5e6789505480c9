"""Answering a request for consent, and answering a question that came back on one's own."""

from typing import Literal

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.widgets import Button, Input, Static

from simulator.engine.commands import Command, Consent, Reply
from simulator.engine.views import RequestView, RoleView
from tui.screens.form import Form
from tui.widgets.desk import about_request

Verdict = Literal["grant", "refuse", "ask"]


class ConsentForm(Form):
    TITLE = "Consent"
    BINDINGS = [
        Binding("ctrl+g", "verdict('grant')", "Grant"),
        Binding("ctrl+r", "verdict('refuse')", "Refuse"),
        Binding("ctrl+b", "verdict('ask')", "Ask back"),
    ]

    def __init__(self, request: RequestView, view: RoleView) -> None:
        super().__init__()
        self.request = request
        self.view = view
        self.due = request.due
        self._verdict: Verdict = "grant"

    def body(self) -> ComposeResult:
        yield Static(about_request(self.request, self.view), classes="ask")
        yield self.label("Your words with it, or your question")
        yield Input(id="text", compact=True)

    def buttons(self) -> ComposeResult:
        yield Button("Grant  ctrl+g", id="grant", variant="primary", compact=True)
        yield Button("Refuse  ctrl+r", id="refuse", variant="warning", compact=True)
        yield Button("Ask back  ctrl+b", id="ask", compact=True)
        yield Button("Back  esc", id="leave", compact=True)

    def commands(self) -> tuple[Command, ...]:
        text = self.query_one("#text", Input).value.strip()
        if self._verdict == "ask" and not text:
            self.complain("Write your question first.")
            return ()
        return (Consent(self.view.role.id, self.request.id, self._verdict, text),)

    @on(Button.Pressed, "#grant, #refuse, #ask")
    def _pressed(self, event: Button.Pressed) -> None:
        match event.button.id:
            case "grant" | "refuse" | "ask" as verdict:
                self.action_verdict(verdict)
            case _:
                pass

    def action_verdict(self, verdict: Verdict) -> None:
        self._verdict = verdict
        self.action_finish()


class ReplyForm(Form):
    TITLE = "They ask back"
    DONE = "Reply"

    def __init__(self, request: RequestView, view: RoleView) -> None:
        super().__init__()
        self.request = request
        self.view = view
        self.due = request.due

    def body(self) -> ComposeResult:
        yield Static(about_request(self.request, self.view), classes="ask")
        yield self.label("Your reply")
        yield Input(id="text", compact=True)

    def commands(self) -> tuple[Command, ...]:
        text = self.query_one("#text", Input).value.strip()
        if not text:
            self.complain("Write your reply first.")
            return ()
        return (Reply(self.view.role.id, self.request.id, text),)
