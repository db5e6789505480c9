"""Requests for consent: what others ask of this role, and what it has asked of them."""

from typing import ClassVar, Final

from rich.console import Group, RenderableType
from textual.reactive import var

from simulator.engine.views import RequestView, RoleView
from tui import words
from tui.letters import fields
from tui.marks import joined
from tui.plain import line, plain
from tui.speech import _, mark
from tui.widgets.grid import Column, Grid, Row

PHASES: Final = {
    "asked": (mark("… asked"), "call"),
    "questioned": (mark("? asked back"), "call"),
    "granted": (mark("✓ granted"), "good"),
    "refused": (mark("✗ refused"), "bad"),
}


class Requests(Grid):
    COLUMNS: ClassVar[tuple[Column, ...]] = (
        Column(mark("State"), 12),
        Column(mark("What for")),
        Column(mark("Who asks whom"), 18),
        Column(mark("Due"), 8),
    )
    NOTHING: ClassVar[str] = mark("No requests for consent yet.")

    view: var[RoleView | None] = var(None)

    def watch_view(self, view: RoleView | None) -> None:
        if view is not None:
            self.show([_row(request, view) for request in reversed(view.requests)])


def about_request(request: RequestView, view: RoleView) -> RenderableType:
    """What is asked, by whom, why, and how far it has come."""
    rows = [
        (_("Asked by"), request.asker),
        (_("Asked of"), request.of),
        (_("Asked"), words.day_time(view.start, request.asked_at)),
        (_("Answer by"), words.day_time(view.start, request.due)),
    ]
    said, ink = PHASES[request.phase]
    parts: list[RenderableType] = [plain(request.subject, "head"), joined((_(said), ink))]
    if request.reason:
        parts.append(plain(_("Reason: {reason}", reason=request.reason)))
    if request.question:
        parts.append(plain(_("Asked back: {question}", question=request.question), "call"))
    if request.reply:
        parts.append(plain(_("Reply: {text}", text=request.reply)))
    return Group(*parts, fields(rows))


def _row(request: RequestView, view: RoleView) -> Row:
    mine = request.mine_to_answer or request.mine_to_reply
    waits = request.phase in {"asked", "questioned"}
    said, ink = (mark("▲ your turn"), "call") if mine else PHASES[request.phase]
    return Row(
        request.id,
        {
            "State": joined((_(said), ink)),
            "What for": line(request.subject, "strong" if mine else ""),
            "Who asks whom": line(f"{request.asker} → {request.of}"),
            "Due": joined(words.time_left(request.due, view.now) if waits else ""),
        },
    )
