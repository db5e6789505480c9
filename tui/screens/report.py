"""Writing a structured report: one field under the other, each with what is still to be done."""

from textual import on
from textual.app import ComposeResult
from textual.widget import Widget
from textual.widgets import Input, Static

from simulator.engine.commands import LONGEST_TEXT, Command, Send
from simulator.engine.views import FieldView, ReportView, RoleView
from tui import words
from tui.marks import DONE, NOT, joined
from tui.plain import clean, line, plain
from tui.screens.form import Form
from tui.speech import _, mark
from tui.widgets.choice import Alternative, Choice
from tui.widgets.entries import entry_of


class ReportForm(Form):
    TITLE = mark("Report")
    DONE = mark("Send it")

    def __init__(self, report: ReportView, view: RoleView) -> None:
        super().__init__(view)
        self.report = report
        self.due = report.due
        self._tried = False

    def body(self) -> ComposeResult:
        yield Static(plain(self.report.title, "head"))
        to = _("To {names}", names=", ".join(self.report.to))
        yield Static(plain(f"{to}\n{self.report.about}".strip(), "mute"), classes="ask")
        if self.report.why_not:
            yield Static(plain(f"{NOT} {_('Not now: {why}', why=self.report.why_not)}", "bad"))
        for field in self.report.fields:
            yield Static(id=f"check-{field.id}", classes="label")
            yield _entry(field)

    def on_mount(self) -> None:
        self.check()

    @on(Input.Changed)
    @on(Choice.Chosen)
    def check(self) -> None:
        """Say beside each field what is still to be done in it."""
        for field in self.report.fields:
            said = joined((_name(field), "mute"), "  ", self._state(field))
            self.query_one(f"#check-{field.id}", Static).update(said)

    def commands(self) -> tuple[Command, ...]:
        self._tried = True
        self.check()
        for field in self.report.fields:
            if wrong := _wrong(field, self._entry(field)):
                self.complain(wrong)
                self.query_one(f"#field-{field.id}").focus()
                return ()
        entries = ((field.id, self._entry(field)) for field in self.report.fields)
        return (Send(self.role, self.report.id, tuple(pair for pair in entries if pair[1])),)

    def _entry(self, field: FieldView) -> str:
        return entry_of(self.query_one(f"#field-{field.id}"))

    def _state(self, field: FieldView) -> tuple[str, str]:
        """A few words, and their ink."""
        entry = self._entry(field)
        if len(entry) > LONGEST_TEXT:
            return f"{NOT} {_too_long(entry)}", "bad"
        if entry:
            return f"{DONE}", "good"
        if not field.required:
            return _("if you like"), "mute"
        return (f"{NOT} {_('still empty')}", "bad") if self._tried else (_("needed"), "call")


def _name(field: FieldView) -> str:
    return line(field.label).plain


def _wrong(field: FieldView, entry: str) -> str:
    """Why the report can't be sent yet; empty where nothing is wrong with this field."""
    if field.required and not entry:
        return _("“{field}” is still empty.", field=_name(field))
    if len(entry) > LONGEST_TEXT:
        return _("“{field}”: {problem}.", field=_name(field), problem=_too_long(entry))
    return ""


def _too_long(entry: str) -> str:
    return _(
        "{number} of at most {most} characters",
        number=words.number(len(entry)),
        most=words.number(LONGEST_TEXT),
    )


def _entry(field: FieldView) -> Widget:
    id = f"field-{field.id}"
    if field.choices:
        return Choice([Alternative(choice, plain(choice)) for choice in field.choices], id=id)
    return Input(id=id, compact=True, placeholder=clean(field.hint))
