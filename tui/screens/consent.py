"""Answering a request for consent, and answering a question that came back on one's own."""

from textual.app import ComposeResult
from textual.widgets import Input, Static

from simulator.engine.commands import Command, Consent, Reply
from simulator.engine.views import RequestView, RoleView
from tui.screens.form import Form
from tui.screens.verdict import VerdictSheet
from tui.speech import _, mark
from tui.widgets.requests import about_request


class ConsentForm(Form, VerdictSheet[Command]):
    TITLE = mark("Consent")

    def __init__(self, request: RequestView, view: RoleView) -> None:
        super().__init__(view)
        self.request = request
        self.view = view
        self.due = request.due

    def body(self) -> ComposeResult:
        yield Static(about_request(self.request, self.view), classes="ask")
        yield self.label(_("Your words with it, or your question"))
        yield Input(id="text", compact=True)

    def commands(self) -> tuple[Command, ...]:
        text = self.query_one("#text", Input).value.strip()
        if self.verdict is None:
            self.ask_for_verdict()
            return ()
        if self.verdict == "ask" and not text:
            self.complain(_("Write your question first."))
            return ()
        return (Consent(self.role, self.request.id, self.verdict, text),)


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
