"""Answering a request for consent, and answering a question that came back on one's own."""

from typing import Literal

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.widgets import Button, Input, Static

from simulator.engine.commands import Command, Consent, Reply
from simulator.engine.views import RequestView, RoleView
from tui.screens.form import Form
from tui.speech import _, mark
from tui.widgets.requests import about_request

Verdict = Literal["grant", "refuse", "ask"]


class ConsentForm(Form):
    TITLE = mark("Consent")
    BINDINGS = [
        Binding("ctrl+g", "verdict('grant')", mark("Grant")),
        Binding("ctrl+r", "verdict('refuse')", mark("Refuse")),
        Binding("ctrl+b", "verdict('ask')", mark("Ask back")),
    ]

    def __init__(self, request: RequestView, view: RoleView) -> None:
        super().__init__(view)
        self.request = request
        self.view = view
        self.due = request.due
        self._verdict: Verdict | None = None

    def body(self) -> ComposeResult:
        yield Static(about_request(self.request, self.view), classes="ask")
        yield self.label(_("Your words with it, or your question"))
        yield Input(id="text", compact=True)

    def buttons(self) -> ComposeResult:
        yield Button(_("Grant  ctrl+g"), id="grant", variant="primary", compact=True)
        yield Button(_("Refuse  ctrl+r"), id="refuse", variant="warning", compact=True)
        yield Button(_("Ask back  ctrl+b"), id="ask", compact=True)
        yield Button(_("Back  esc"), id="leave", compact=True)

    def commands(self) -> tuple[Command, ...]:
        text = self.query_one("#text", Input).value.strip()
        if self._verdict is None:
            self.complain(_("Say which: ctrl+g grants, ctrl+r refuses, ctrl+b asks back."))
            return ()
        if self._verdict == "ask" and not text:
            self.complain(_("Write your question first."))
            return ()
        return (Consent(self.role, self.request.id, self._verdict, text),)

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
        # The key that sends other forms grants nothing unawares.
        self._verdict = None


class ReplyForm(Form):
    TITLE = mark("They ask back")
    DONE = mark("Reply")

    def __init__(self, request: RequestView, view: RoleView) -> None:
        super().__init__(view)
        self.request = request
        self.view = view
        self.due = request.due

    def body(self) -> ComposeResult:
        yield Static(about_request(self.request, self.view), classes="ask")
        yield self.label(_("Your reply"))
        yield Input(id="text", compact=True)

    def commands(self) -> tuple[Command, ...]:
        text = self.query_one("#text", Input).value.strip()
        if not text:
            self.complain(_("Write your reply first."))
            return ()
        return (Reply(self.role, self.request.id, text),)
