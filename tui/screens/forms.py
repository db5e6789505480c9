"""Which form belongs to which thing that waits, and what is said when it is done."""

from simulator.engine import commands as c
from simulator.engine.views import DecisionView, RoleView
from tui.screens.answer import AnswerForm
from tui.screens.consent import ConsentForm, ReplyForm
from tui.screens.discussion import Discussion
from tui.screens.dissent import DissentForm
from tui.screens.form import Form
from tui.screens.message import MessageForm
from tui.screens.note import NoteForm
from tui.screens.order import OrderForm
from tui.screens.report import ReportForm
from tui.speech import _


def form_of(kind: str, id: str, view: RoleView) -> Form | None:
    """The form for the thing of this kind and id; None where there is nothing to fill in."""
    match kind:
        case "decision" | "dissent":
            return _decision_form(kind, id, view)
        case "request":
            return _request_form(id, view)
        case "action":
            action = next((action for action in view.actions if action.id == id), None)
            return OrderForm(action, view) if action else None
        case "report":
            report = next((report for report in view.reports if report.id == id), None)
            return ReportForm(report, view) if report else None
        case "module":
            return Discussion(view.module, view) if view.module else None
        case "message":
            return MessageForm(id, view)
        case _:
            return NoteForm(view)


def is_open(kind: str, id: str, view: RoleView) -> bool:
    """Whether the thing of this kind and id is still there to be answered or filled in."""
    match kind:
        case "decision":
            decision = _decision(id, view)
            return decision is not None and decision.phase == "open"
        case "request":
            return any(r.id == id and (r.mine_to_answer or r.mine_to_reply) for r in view.requests)
        case "module":
            return view.module is not None and view.module.id == id
        case _:
            return True


def _decision(id: str, view: RoleView) -> DecisionView | None:
    return next((decision for decision in view.decisions if decision.id == id), None)


def _decision_form(kind: str, id: str, view: RoleView) -> Form | None:
    decision = _decision(id, view)
    if decision is None or (kind == "decision" and decision.phase != "open"):
        return None
    return AnswerForm(decision, view) if kind == "decision" else DissentForm(decision, view)


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
            return _("Your decision is taken.")
        case c.Order():
            return _("It is ordered: see your orders under Actions.")
        case c.Prioritise():
            return _("Your order has its new place.")
        case c.Consent(verdict="ask"):
            return _("Your question is on its way.")
        case c.Send():
            return _("Your report is sent.")
        case c.Message():
            return _("Your message is sent.")
        case c.Note():
            return _("Your note is kept.")
        case c.Dissent():
            return _("It is recorded that a colleague sees it otherwise.")
        case _:
            return _("Done.")


def refused(command: c.Command | None, why: str) -> str:
    """What the player is told of an answer that came late and was no."""
    match command:
        case c.Answer():
            return _("Your decision had no effect: {why}", why=why)
        case c.Order() | c.Cancel() | c.Prioritise():
            return _("Your order had no effect: {why}", why=why)
        case c.Consent() | c.Reply():
            return _("Your answer had no effect: {why}", why=why)
        case c.Send():
            return _("Your report had no effect: {why}", why=why)
        case _:
            return _("What you sent had no effect: {why}", why=why)
