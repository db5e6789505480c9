"""Which form belongs to which thing that waits, and what is said when it is done."""

from simulator.engine import commands as c
from simulator.engine.views import RoleView
from tui.screens.answer import AnswerForm
from tui.screens.consent import ConsentForm, ReplyForm
from tui.screens.discussion import Discussion
from tui.screens.form import Form
from tui.screens.note import NoteForm
from tui.screens.order import OrderForm
from tui.screens.report import ReportForm


def form_of(kind: str, id: str, view: RoleView) -> Form | None:
    """The form for the thing of this kind and id; None where there is nothing to fill in."""
    role = view.role.id
    match kind:
        case "decision":
            decision = next((d for d in view.decisions if d.id == id and d.phase == "open"), None)
            return AnswerForm(decision, view) if decision else None
        case "request":
            return _request_form(id, view)
        case "action":
            action = next((action for action in view.actions if action.id == id), None)
            return OrderForm(action, role) if action else None
        case "report":
            report = next((report for report in view.reports if report.id == id), None)
            return ReportForm(report, role) if report else None
        case "module":
            return Discussion(view.module, role) if view.module else None
        case _:
            return NoteForm(role)


def _request_form(id: str, view: RoleView) -> Form | None:
    request = next((request for request in view.requests if request.id == id), None)
    if request is None:
        return None
    if request.mine_to_answer:
        return ConsentForm(request, view)
    return ReplyForm(request, view) if request.mine_to_reply else None


def said(command: c.Command) -> str:
    """One sentence that tells the player that it is done."""
    match command:
        case c.Answer():
            return "Your decision is taken."
        case c.Order():
            return "It is ordered: see your orders under Actions."
        case c.Consent(verdict="ask"):
            return "Your question is on its way."
        case c.Send():
            return "Your report is sent."
        case c.Note():
            return "Your note is kept."
        case _:
            return "Done."


def refused(command: c.Command | None, sentence: str) -> str:
    """What the player is told of an answer that came late and was no."""
    match command:
        case c.Answer():
            what = "Your decision"
        case c.Order() | c.Cancel():
            what = "Your order"
        case c.Consent() | c.Reply():
            what = "Your answer"
        case c.Send():
            what = "Your report"
        case _:
            what = "What you sent"
    return f"{what} had no effect: {sentence}"
