"""Writing a structured report: one field under the other."""

from textual.app import ComposeResult
from textual.widget import Widget
from textual.widgets import Input, Static

from simulator.engine.commands import Command, Send
from simulator.engine.views import FieldView, ReportView
from tui.plain import clean, plain
from tui.screens.form import Form
from tui.widgets.choice import Alternative, Choice


class ReportForm(Form):
    TITLE = "Report"
    DONE = "Send it"

    def __init__(self, report: ReportView, role: str) -> None:
        super().__init__()
        self.report = report
        self.role = role
        self.due = report.due

    def body(self) -> ComposeResult:
        yield Static(plain(self.report.title, "head"))
        yield Static(plain(self.report.about, "mute"), classes="ask")
        for field in self.report.fields:
            yield self.label(f"{field.label}{'' if field.required else ' (if you like)'}")
            yield _entry(field)

    def commands(self) -> tuple[Command, ...]:
        entries = tuple((field.id, self._written(field)) for field in self.report.fields)
        for field, (_, written) in zip(self.report.fields, entries, strict=True):
            if field.required and not written:
                self.complain(f"“{clean(field.label)}” is still empty.")
                self.query_one(f"#field-{field.id}").focus()
                return ()
        written_in = tuple(pair for pair in entries if pair[1])
        return (Send(self.role, self.report.id, written_in),)

    def _written(self, field: FieldView) -> str:
        if field.choices:
            return self.query_one(f"#field-{field.id}", Choice).chosen or ""
        return self.query_one(f"#field-{field.id}", Input).value.strip()


def _entry(field: FieldView) -> Widget:
    id = f"field-{field.id}"
    if field.choices:
        return Choice([Alternative(choice, plain(choice)) for choice in field.choices], id=id)
    return Input(id=id, compact=True, placeholder=clean(field.hint))
