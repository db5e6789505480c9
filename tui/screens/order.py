"""Ordering an action: its price, its target, and why."""

from rich.text import Text
from textual.app import ComposeResult
from textual.widgets import Input, Static

from simulator.engine.commands import Command, Order
from simulator.engine.views import ActionView, RoleView, TargetView
from tui.plain import plain
from tui.screens.form import Form
from tui.speech import _, mark
from tui.widgets.actions import about
from tui.widgets.choice import Alternative, Choice


class OrderForm(Form):
    TITLE = mark("Order")
    DONE = mark("Order it")

    def __init__(self, action: ActionView, view: RoleView) -> None:
        super().__init__(view)
        self.action = action
        self.view = view

    def body(self) -> ComposeResult:
        yield Static(about(self.action, self.view), classes="ask")
        if self.action.targets:
            yield self.label(_("On which?"))
            yield Choice([_alternative(target) for target in self.action.targets], id="target")
        yield self.label(_("Why (one line, for the review)"))
        yield Input(id="reason", compact=True)

    def commands(self) -> tuple[Command, ...]:
        target = self.query_one(Choice).chosen if self.query(Choice) else None
        if self.action.targets and target is None:
            self.complain(_("Choose a target first: enter or its number chooses it."))
            return ()
        reason = self.query_one("#reason", Input).value.strip()
        return (Order(self.role, self.action.id, target, reason),)

    def warning(self) -> Text | None:
        if not self.action.irreversible:
            return None
        return plain(_("“{title}” can't be undone.", title=self.action.title))


def _alternative(target: TargetView) -> Alternative:
    said = plain(target.title)
    if target.why_not:
        said.append("\n").append_text(plain(f"✗ {target.why_not}", "bad"))
    return Alternative(target.id, said, not target.why_not)
