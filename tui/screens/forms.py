"""Which form belongs to which thing that waits, and what is said when it is done."""

from typing import Final

from simulator.engine import commands as c
from simulator.engine.views import DecisionView, RoleView
from tui.acts import key_of
from tui.screens.answer import AnswerForm
from tui.screens.consent import ConsentForm, ReplyForm
from tui.screens.discussion import Discussion
from tui.screens.dissent import DissentForm
from tui.screens.form import Form
from tui.screens.launch import LaunchForm
from tui.screens.message import MessageForm
from tui.screens.note import NoteForm, ProposeForm
from tui.screens.order import OrderForm
from tui.screens.report import ReportForm
from tui.speech import _, mark


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
        case "launch":
            return _launch_form(id, view)
        case "module":
            return Discussion(view.module, view) if view.module else None
        case "message":
            return MessageForm(id, view)
        case "propose":
            return ProposeForm(view)
        case _:
            return NoteForm(view)


def gone(kind: str, id: str, view: RoleView) -> str:
    """Why the thing of this kind and id is no more there to be answered; empty where it is."""
    match kind:
        case "decision":
            decision = _decision(id, view)
            return _decided(decision) if decision is not None else _(_GONE)
        case "request":
            mine = (r for r in view.requests if r.mine_to_answer or r.mine_to_reply)
            return "" if any(request.id == id for request in mine) else _(_GONE)
        case "module":
            still = view.module is not None and view.module.id == id
            return "" if still else _("▲ The discussion is over.")
        case _:
            return ""


_GONE: Final = mark("▲ No longer open: answered by somebody else, or too late.")


def _decided(decision: DecisionView) -> str:
    """What stands instead of an answer of one's own; who sees it otherwise may still say so."""
    if decision.phase == "open":
        return ""
    if decision.phase == "withdrawn":
        return _("▲ Control has withdrawn this: nothing is asked any more.")
    if decision.phase == "missed":
        return _("▲ It is too late: the default stands.")
    if not (decision.chosen or decision.text):
        return _(_GONE)
    return _(
        "▲ A colleague has decided: “{answer}”. If you see it otherwise, go back and press {key}.",
        answer=decision.chosen or decision.text,
        key=key_of("dissent"),
    )


def _decision(id: str, view: RoleView) -> DecisionView | None:
    return next((decision for decision in view.decisions if decision.id == id), None)


def _decision_form(kind: str, id: str, view: RoleView) -> Form | None:
    decision = _decision(id, view)
    if decision is None or (kind == "decision" and decision.phase != "open"):
        return None
    return AnswerForm(decision, view) if kind == "decision" else DissentForm(decision, view)


def _launch_form(id: str, view: RoleView) -> Form | None:
    steps = view.campaign.steps if view.campaign else ()
    stage = next((stage for stage in steps if stage.id == id), None)
    return LaunchForm(stage, view) if stage else None


def _request_form(id: str, view: RoleView) -> Form | None:
    request = next((request for request in view.requests if request.id == id), None)
    if request is None:
        return None
    if request.mine_to_answer:
        return ConsentForm(request, view)
    return ReplyForm(request, view) if request.mine_to_reply else None


SAID: Final[dict[type[c.Command], str]] = {
    c.Answer: mark("Your decision is taken."),
    c.Order: mark("It is ordered: see your orders under Actions."),
    c.Cancel: mark("It is taken back."),
    c.Prioritise: mark("Your order has its new place."),
    c.Consent: mark("Your answer is given."),
    c.Reply: mark("Your reply is given."),
    c.Send: mark("Your report is sent."),
    c.Message: mark("Your message is sent."),
    c.Note: mark("Your note is kept."),
    c.Launch: mark("It is launched."),
    c.Discuss: mark("Your answer is kept."),
    c.Proceed: mark("The discussion is over."),
    c.Dissent: mark("It is recorded that a colleague sees it otherwise."),
    c.Propose: mark("Control will rule on what you want to do."),
    c.TakeHint: mark("The hint is yours: it stands beneath the challenge."),
}


def said(command: c.Command) -> str:
    """One sentence that tells the player that it is done."""
    if isinstance(command, c.Consent) and command.verdict == "ask":
        return _("Your question is on its way.")
    done = SAID.get(type(command))
    return _(done) if done else _("Done.")


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
