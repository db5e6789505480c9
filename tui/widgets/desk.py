"""Requests for consent, and reports: what goes on paper between this role and others."""

from typing import ClassVar, Final

from rich.console import Group, RenderableType
from rich.text import Text
from textual.reactive import var

from simulator.engine.views import ReportView, RequestView, RoleView
from tui import words
from tui.letters import fields
from tui.marks import NOT, joined
from tui.plain import line, plain
from tui.widgets.beside import Beside
from tui.widgets.grid import Column, Grid, Row

PHASES: Final = {
    "asked": ("… asked", "call"),
    "questioned": ("? asked back", "call"),
    "granted": ("✓ granted", "good"),
    "refused": ("✗ refused", "bad"),
}


class Requests(Grid):
    COLUMNS: ClassVar[tuple[Column, ...]] = (
        Column("State", 12),
        Column("What for"),
        Column("Who asks whom", 24),
        Column("Due", 8),
    )
    NOTHING = "Nobody has asked you for consent, and you have asked nobody."

    view: var[RoleView | None] = var(None)

    def watch_view(self, view: RoleView | None) -> None:
        if view is not None:
            self.show([_request_row(request, view) for request in reversed(view.requests)])


class Reports(Grid):
    COLUMNS: ClassVar[tuple[Column, ...]] = (
        Column("Report"),
        Column("To", 26, least=70),
        Column("Due", 9),
        Column("Last sent", 10),
        Column("Now", 20, least=100),
    )
    NOTHING = "Your role has no reports to send."

    view: var[RoleView | None] = var(None)

    def watch_view(self, view: RoleView | None) -> None:
        if view is not None:
            self.show([_report_row(report, view) for report in view.reports])


class RequestsPane(Beside):
    TITLE = "Consent: enter answers a request"
    FORM = "request"

    def table(self) -> Grid:
        return Requests(id="requests", classes="pane")

    def tell(self, key: str, view: RoleView) -> RenderableType | None:
        found = next((request for request in view.requests if request.id == key), None)
        return about_request(found, view) if found else None


class ReportsPane(Beside):
    TITLE = "Reports: enter writes one"
    FORM = "report"

    def table(self) -> Grid:
        return Reports(id="reports", classes="pane")

    def tell(self, key: str, view: RoleView) -> RenderableType | None:
        found = next((report for report in view.reports if report.id == key), None)
        return about_report(found, view) if found else None


def about_request(request: RequestView, view: RoleView) -> RenderableType:
    """What is asked, by whom, why, and how far it has come."""
    rows = [("Asked by", request.asker), ("Asked of", request.of)]
    rows.append(("Asked", words.day_time(view.start, request.asked_at)))
    rows.append(("Answer by", words.day_time(view.start, request.due)))
    parts: list[RenderableType] = [plain(request.subject, "head"), fields(rows)]
    if request.reason:
        parts.append(plain(f"Reason: {request.reason}"))
    if request.question:
        parts.append(plain(f"Asked back: {request.question}", "call"))
    parts.append(joined(PHASES[request.phase]))
    return Group(*parts)


def about_report(report: ReportView, view: RoleView) -> RenderableType:
    """Whom a report goes to, what it asks for, and its clock."""
    rows = [("To", ", ".join(report.to))]
    if report.due is not None:
        rows.append(("Due by", words.day_time(view.start, report.due)))
    if report.sent is not None:
        rows.append(("Last sent", words.day_time(view.start, report.sent)))
    rows.append(("Asks for", ", ".join(field.label for field in report.fields)))
    parts: list[RenderableType] = [plain(report.title, "head"), plain(report.about), fields(rows)]
    if report.why_not:
        parts.append(plain(f"{NOT} Not now: {report.why_not}", "bad"))
    return Group(*parts)


def _request_row(request: RequestView, view: RoleView) -> Row:
    mine = request.mine_to_answer or request.mine_to_reply
    waits = request.phase in {"asked", "questioned"}
    return Row(
        request.id,
        {
            "State": joined(("▲ your turn", "call") if mine else PHASES[request.phase]),
            "What for": line(request.subject, "strong" if mine else ""),
            "Who asks whom": line(f"{request.asker} → {request.of}"),
            "Due": joined(words.time_left(request.due, view.now) if waits else ""),
        },
    )


def _report_row(report: ReportView, view: RoleView) -> Row:
    due = words.time_left(report.due, view.now) if report.due is not None else ""
    sent = words.short_time(view.start, report.sent) if report.sent is not None else "not yet"
    return Row(
        report.id,
        {
            "Report": line(report.title, "" if not report.why_not else "mute"),
            "To": line(", ".join(report.to)),
            "Due": joined((due, "call")),
            "Last sent": joined((sent, "mute")),
            "Now": _now(report),
        },
    )


def _now(report: ReportView) -> Text:
    return line(report.why_not, "mute") if report.why_not else joined(("can be sent", "good"))
