"""Reports to other roles: what they ask for, whom they go to, and the page of them."""

from typing import ClassVar

from rich.console import Group, RenderableType
from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.reactive import var

from simulator.engine.views import ReportView, RoleView
from tui import words
from tui.acts import act
from tui.letters import decision_block, fields
from tui.marks import NOT, joined
from tui.plain import line, plain
from tui.speech import _, mark
from tui.widgets.beside import Beside
from tui.widgets.clocks import Clocks, thing_of
from tui.widgets.grid import Column, Grid, Row
from tui.widgets.requests import about_request


class Reports(Grid):
    COLUMNS: ClassVar[tuple[Column, ...]] = (
        Column(mark("Report")),
        Column(mark("To"), 26, least=70),
        Column(mark("Due"), 9),
        Column(mark("Last sent"), 10),
        Column(mark("Now"), 20, least=100),
    )
    NOTHING: ClassVar[str] = mark("Your role has no reports to send.")

    view: var[RoleView | None] = var(None)

    def watch_view(self, view: RoleView | None) -> None:
        if view is not None:
            self.show([_row(report, view) for report in view.reports])


class ReportsPane(Beside):
    """The reports have the keys first; over them stand all the clocks that run."""

    TITLE = mark("Reports: enter writes one")
    FORM = "report"
    ACTS: ClassVar[list[Binding]] = [
        act(
            "v", "clocks", mark("Clocks"), mark("Go to the clocks that run, or back to the reports")
        ),
    ]
    BINDINGS: ClassVar[list[BindingType]] = [*ACTS]

    def table(self) -> Grid:
        return Reports(id="reports", classes="pane")

    def beneath(self) -> ComposeResult:
        clocks = Clocks(id="clocks", classes="pane upper")
        clocks.border_title = _("Clocks that run: enter answers")
        yield clocks.data_bind(Beside.view)

    def tell(self, key: str, view: RoleView) -> RenderableType | None:
        found = next((report for report in view.reports if report.id == key), None)
        return about_report(found, view) if found else None

    def tell_of(self, table: Grid, key: str, view: RoleView) -> RenderableType | None:
        if not isinstance(table, Clocks):
            return super().tell_of(table, key, view)
        kind, id = thing_of(key)
        if kind == "decision":
            decision = next((d for d in view.decisions if d.id == id), None)
            return decision_block(decision, view) if decision else None
        request = next((r for r in view.requests if kind == "request" and r.id == id), None)
        return about_request(request, view) if request else self.tell(id, view)

    def action_clocks(self) -> None:
        clocks = self.query_one(Clocks)
        (self.query_one(Reports) if clocks.has_focus else clocks).focus()


def about_report(report: ReportView, view: RoleView) -> RenderableType:
    """Whom a report goes to, what it asks for, and its clock."""
    rows = [(_("To"), ", ".join(report.to))]
    if report.due is not None:
        rows.append((_("Due by"), words.day_time(view.start, report.due)))
    if report.sent is not None:
        rows.append((_("Last sent"), words.day_time(view.start, report.sent)))
    rows.append((_("Asks for"), ", ".join(field.label for field in report.fields)))
    parts: list[RenderableType] = [plain(report.title, "head"), plain(report.about), fields(rows)]
    if report.why_not:
        parts.append(plain(f"{NOT} {_('Not now: {why}', why=report.why_not)}", "bad"))
    elif (late := _late(report, view.now)) is not None:
        said = _("▲ Late by {time}: it can still be sent.", time=words.duration(late))
        parts.append(joined((said, "bad")))
    return Group(*parts)


def _late(report: ReportView, now: int) -> int | None:
    """By how many seconds its clock has passed; None where it has not, or none runs."""
    return now - report.due if report.due is not None and report.due < now else None


def _row(report: ReportView, view: RoleView) -> Row:
    late = _late(report, view.now) is not None
    due = words.time_left(report.due, view.now) if report.due is not None else ""
    sent = words.short_time(view.start, report.sent) if report.sent is not None else _("not yet")
    return Row(
        report.id,
        {
            "Report": line(report.title, "" if not report.why_not else "mute"),
            "To": line(", ".join(report.to)),
            "Due": joined((due, "bad" if late else "call")),
            "Last sent": joined((sent, "mute")),
            "Now": _now(report, late),
        },
    )


def _now(report: ReportView, late: bool) -> Text:
    if report.why_not:
        return line(report.why_not, "mute")
    return joined((_("can be sent late"), "fair") if late else (_("can be sent"), "good"))
