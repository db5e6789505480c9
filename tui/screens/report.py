"""Writing a structured report: one field under the other, each with what is still to be done."""

from typing import Final

from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.widget import Widget
from textual.widgets import Input, Static, TextArea

from simulator.engine.commands import Command, Send
from simulator.engine.filling import Fault
from simulator.engine.views import FieldView, ReportView, RoleView
from tui.blanks import as_sent, fault_of, first_entry, left_out, told
from tui.marks import DONE, NOT, joined
from tui.plain import clean, line, plain
from tui.screens.form import Form
from tui.speech import _, mark
from tui.widgets.choice import Alternative, Choice, Several
from tui.widgets.entries import enter, entry_of
from tui.widgets.writing import Writing

HOW: Final = {
    "choices": mark("one or more"),
    "assets": mark("one or more"),
    "indicators": mark("one a line"),
}
"""How a field is filled in, by its kind, where it does not show."""


class ReportForm(Form):
    TITLE = mark("Report")
    DONE = mark("Send it")

    def __init__(self, report: ReportView, view: RoleView) -> None:
        super().__init__(view)
        self.report = report
        self.view = view
        self.due = report.due
        self._tried = self._warned = False

    def body(self) -> ComposeResult:
        yield Static(plain(self.report.title, "head"))
        to = _("To {names}", names=", ".join(self.report.to))
        yield Static(plain(f"{to}\n{self.report.about}".strip(), "mute"), classes="ask")
        if self.report.why_not:
            yield Static(plain(f"{NOT} {_('Not now: {why}', why=self.report.why_not)}", "bad"))
        for field in self.report.fields:
            yield Static(id=f"check-{field.id}", classes="label")
            yield _entry(field, self.view)

    def on_mount(self) -> None:
        for field in self.report.fields:
            enter(self._of(field), first_entry(field, self.report, self.view))
        self.check()

    @on(Input.Changed)
    @on(TextArea.Changed)
    @on(Choice.Chosen)
    @on(Several.Turned)
    def check(self) -> None:
        """Say beside each field what is still to be done in it."""
        for field in self.report.fields:
            said = joined((line(field.label).plain, "mute"), "  ", self._state(field))
            how = [_(HOW[field.kind])] if field.kind in HOW else []
            if field.hint and not isinstance(self._of(field), Input):
                how.append(field.hint)
            for words in how:
                said.append("  ").append_text(line(words, "mute"))
            self.query_one(f"#check-{field.id}", Static).update(said)

    def commands(self) -> tuple[Command, ...]:
        self._tried = True
        self.check()
        faults = {f: fault for f in self.report.fields if (fault := self._fault(f))}
        if faults:
            self.complain(clean(" ".join(told(fault, field) for field, fault in faults.items())))
            self._of(next(iter(faults))).focus()
            return ()
        return (Send(self.role, self.report.id, tuple(self._entries().items())),)

    def warning(self) -> Text | None:
        """What is wanted may be left out, but not unseen; it is asked once."""
        said = left_out(self.report, self._entries())
        if not said or self._warned:
            return None
        self._warned = True
        return plain(f"{said} {_('Send it all the same?')}")

    def _of(self, field: FieldView) -> Widget:
        return self.query_one(f"#field-{field.id}")

    def _entries(self) -> dict[str, str]:
        """What is sent, by field."""
        found = {f.id: as_sent(f, entry_of(self._of(f))) for f in self.report.fields}
        return {name: text for name, text in found.items() if text}

    def _fault(self, field: FieldView) -> Fault | None:
        return fault_of(field, entry_of(self._of(field)), self.view)

    def _state(self, field: FieldView) -> tuple[str, str]:
        """A few words, and their ink."""
        if not entry_of(self._of(field)):
            if field.wanted:
                return _("wanted"), "call"
            if not field.required:
                return _("if you like"), "mute"
            return (f"{NOT} {_('still empty')}", "bad") if self._tried else (_("needed"), "call")
        if fault := self._fault(field):
            return f"{NOT} {clean(told(fault, field))}", "bad" if self._tried else "call"
        return f"{DONE}", "good"


def _entry(field: FieldView, view: RoleView) -> Widget:
    """What the field is filled in with, by its kind."""
    id = f"field-{field.id}"
    picks = [Alternative(pick.id, plain(pick.label)) for pick in field.choices]
    match field.kind:
        case "choice":
            return Choice(picks, id=id)
        case "choices":
            return Several(picks, id=id)
        case "assets":
            return Several([Alternative(a.id, plain(a.title)) for a in view.assets], id=id)
        case "indicators":
            return Writing(id=id)
        case "text" if field.words:
            return Writing(id=id)
        case _:
            return Input(id=id, compact=True, placeholder=clean(field.hint))
