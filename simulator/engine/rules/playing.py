"""What the rules say of the commands of those who play. Pure."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from simulator.engine import commands as c
from simulator.engine.availability import order_why_not, report_why_not, usable_options
from simulator.engine.errors import Refused
from simulator.engine.filling import Sentences
from simulator.engine.reported import filled_in, sender
from simulator.engine.rules.texts import says, wants
from simulator.engine.state import State
from simulator.scenario.scenario import Scenario
from simulator.speech import Saying

LONGEST_NAME: Final = 200


def _answer(scenario: Scenario, state: State, now: int, asked: c.Answer) -> None:
    decision = state.decisions.get(asked.decision)
    if decision is None or scenario.decider(asked.decision) != asked.role:
        raise Refused(
            "unknown", "there is no decision '{decision}' for you to take", decision=asked.decision
        )
    if decision.phase != "open":
        raise Refused("closed", "the decision '{decision}' is closed", decision=asked.decision)
    _, question = scenario.decision[asked.decision]
    says(asked.text, asked.reason)
    if asked.confidence is not None and not 0 <= asked.confidence <= 100:
        raise Refused("range", "confidence is 0 to 100")
    if asked.option is None:
        if question.options and not question.free_text:
            raise Refused("option", "choose one of the options")
        wants(asked.text, Saying("write your answer"))
        return
    usable = usable_options(scenario, state, now, question)
    if not any(option.id == asked.option for option in usable):
        raise Refused("option", "'{option}' can't be chosen now", option=asked.option)


def _dissent(scenario: Scenario, state: State, now: int, asked: c.Dissent) -> None:
    decision = state.decisions.get(asked.decision)
    if decision is None or scenario.decider(asked.decision) != asked.role:
        raise Refused("unknown", "you have no decision '{name}'", name=asked.decision)
    wants(asked.text, Saying("write what is seen otherwise"))
    if len(asked.by) > LONGEST_NAME:
        raise Refused("long", "a name has at most {number} characters", number=LONGEST_NAME)


def _order(scenario: Scenario, state: State, now: int, asked: c.Order) -> None:
    action = scenario.actions.get(asked.action)
    if action is None or asked.role not in action.by:
        raise Refused(
            "unknown", "there is no action '{action}' for you to order", action=asked.action
        )
    if bool(action.targets) != (asked.target is not None):
        if asked.target:
            raise Refused("target", "this action has no target")
        raise Refused("target", "choose a target")
    if asked.target is not None and asked.target not in action.targets:
        raise Refused("target", "'{target}' is no target of this action", target=asked.target)
    says(asked.reason)
    why_not = order_why_not(scenario, state, now, asked.action, asked.target)
    if why_not:
        raise Refused.because("not-now", why_not)


def _own_order(state: State, role: str, order: str) -> None:
    given = state.orders.get(order)
    if given is None or given.role != role:
        raise Refused("unknown", "you have no order '{order}'", order=order)
    if given.phase not in ("waiting", "queued"):
        raise Refused("closed", "the work has begun or is over")


def _cancel(scenario: Scenario, state: State, now: int, asked: c.Cancel) -> None:
    _own_order(state, asked.role, asked.order)


def _prioritise(scenario: Scenario, state: State, now: int, asked: c.Prioritise) -> None:
    _own_order(state, asked.role, asked.order)
    if not 1 <= asked.priority <= 9:
        raise Refused("range", "priority is 1 (first) to 9 (last)")


def _consent(scenario: Scenario, state: State, now: int, asked: c.Consent) -> None:
    request = state.requests.get(asked.request)
    if request is None or request.of != asked.role or not waits(state, asked.request):
        raise Refused(
            "unknown", "no request '{request}' waits for your consent", request=asked.request
        )
    if request.phase != "asked":
        raise Refused("closed", "the request does not wait for you")
    says(asked.text)
    if asked.verdict == "ask":
        wants(asked.text, Saying("write your question"))


def _reply(scenario: Scenario, state: State, now: int, asked: c.Reply) -> None:
    request = state.requests.get(asked.request)
    if request is None or request.role != asked.role or not waits(state, asked.request):
        raise Refused(
            "unknown", "no question on '{request}' waits for your reply", request=asked.request
        )
    if request.phase != "questioned":
        raise Refused("closed", "nothing was asked back")
    wants(asked.text, Saying("write your reply"))


def waits(state: State, request: str) -> bool:
    """Whether a request still matters: an order that was cancelled asks for nothing."""
    order = state.orders.get(request)
    return order is None or order.phase == "waiting"


def _send(scenario: Scenario, state: State, now: int, asked: c.Send) -> None:
    report = scenario.reports.get(asked.report)
    if report is None or asked.role not in report.by:
        raise Refused(
            "unknown", "there is no report '{report}' for you to send", report=asked.report
        )
    why_not = report_why_not(scenario, state, now, asked.report)
    if why_not:
        raise Refused.because("not-now", why_not)
    known = {field.id for field in report.fields}
    for name, text in asked.entries:
        if name not in known:
            raise Refused("field", "the report has no field '{name}'", name=name)
        says(text)
    at = sender(scenario, state, now, asked.role)
    _, wrong = filled_in(scenario, report, dict(asked.entries), at)
    if wrong:
        raise Refused.because("field", Sentences(tuple(one.why for one in wrong)))


def _launch(scenario: Scenario, state: State, now: int, asked: c.Launch) -> None:
    role, step = scenario.roles.get(asked.role), state.steps.get(asked.step)
    if role is None or not role.red or step is None or step.phase != "ready":
        raise Refused("unknown", "no step '{step}' is ready for you to launch", step=asked.step)


def _message(scenario: Scenario, state: State, now: int, asked: c.Message) -> None:
    if not asked.to or any(role not in scenario.roles for role in asked.to):
        raise Refused("unknown", "write to one or more roles of this exercise")
    wants(asked.text, Saying("write your message"))


def _note(scenario: Scenario, state: State, now: int, asked: c.Note) -> None:
    wants(asked.text, Saying("write your note"))


def _read(scenario: Scenario, state: State, now: int, asked: c.Read) -> None:
    sent = state.injects.get(asked.inject)
    if sent is None or not sent.sent or asked.role not in scenario.inject[asked.inject].to:
        raise Refused("unknown", "you have no message '{inject}'", inject=asked.inject)
    if asked.role in sent.read:
        raise Refused("closed", "it was read before")


def _discuss(scenario: Scenario, state: State, now: int, asked: c.Discuss) -> None:
    questions = scenario.modules[state.module].questions if state.module else ()
    if not any(q.id == asked.question and asked.role in q.to for q in questions):
        raise Refused(
            "unknown", "there is no question '{question}' for you now", question=asked.question
        )
    wants(asked.text, Saying("write your answer"))


def _proceed(scenario: Scenario, state: State, now: int, asked: c.Proceed) -> None:
    if state.module is None:
        raise Refused("closed", "no discussion is open")


Rule = Callable[[Scenario, State, int, Any], None]

RULES: Final[dict[type, Rule]] = {
    c.Answer: _answer, c.Dissent: _dissent, c.Order: _order, c.Launch: _launch, c.Cancel: _cancel,
    c.Prioritise: _prioritise, c.Consent: _consent, c.Reply: _reply, c.Send: _send,
    c.Message: _message, c.Note: _note, c.Read: _read, c.Discuss: _discuss, c.Proceed: _proceed,
}  # fmt: skip
