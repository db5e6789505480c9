"""Whether a command is allowed now. Pure: a rule refuses with a code and a sentence, or is quiet.

"Not yours", "not yet" and "no such thing" are one answer, so that asking tells a player nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from simulator.engine import commands as c
from simulator.engine.availability import order_why_not, report_why_not, usable_options
from simulator.engine.errors import Refused
from simulator.engine.state import State
from simulator.engine.texts import Listed, Words
from simulator.scenario.actions import Report
from simulator.scenario.scenario import Scenario
from simulator.scenario.values import Text
from simulator.speech import Saying

LONGEST_NAME: Final = 200


def check(scenario: Scenario, state: State, now: int, command: c.Command) -> None:
    """Let an allowed command pass. Raises Refused."""
    if state.over:
        raise Refused("over", "the exercise is over")
    if command.role != c.CONTROL and command.role not in scenario.roles:
        raise Refused("unknown", "there is no role '{role}' in this exercise", role=command.role)
    RULES[type(command)](scenario, state, now, command)


def _answer(scenario: Scenario, state: State, now: int, asked: c.Answer) -> None:
    decision = state.decisions.get(asked.decision)
    if decision is None or scenario.decider(asked.decision) != asked.role:
        raise Refused(
            "unknown", "there is no decision '{decision}' for you to take", decision=asked.decision
        )
    if decision.phase != "open":
        raise Refused("closed", "the decision '{decision}' is closed", decision=asked.decision)
    _, question = scenario.decision[asked.decision]
    _says(asked.text, asked.reason)
    if asked.confidence is not None and not 0 <= asked.confidence <= 100:
        raise Refused("range", "confidence is 0 to 100")
    if asked.option is None:
        if question.options and not question.free_text:
            raise Refused("option", "choose one of the options")
        _wants(asked.text, Saying("write your answer"))
        return
    usable = usable_options(scenario, state, now, question)
    if not any(option.id == asked.option for option in usable):
        raise Refused("option", "'{option}' can't be chosen now", option=asked.option)


def _dissent(scenario: Scenario, state: State, now: int, asked: c.Dissent) -> None:
    decision = state.decisions.get(asked.decision)
    if decision is None or scenario.decider(asked.decision) != asked.role:
        raise Refused("unknown", "you have no decision '{name}'", name=asked.decision)
    _wants(asked.text, Saying("write what is seen otherwise"))
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
    _says(asked.reason)
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
    _says(asked.text)
    if asked.verdict == "ask":
        _wants(asked.text, Saying("write your question"))


def _reply(scenario: Scenario, state: State, now: int, asked: c.Reply) -> None:
    request = state.requests.get(asked.request)
    if request is None or request.role != asked.role or not waits(state, asked.request):
        raise Refused(
            "unknown", "no question on '{request}' waits for your reply", request=asked.request
        )
    if request.phase != "questioned":
        raise Refused("closed", "nothing was asked back")
    _wants(asked.text, Saying("write your reply"))


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
    _entries(report, dict(asked.entries), lambda text: Words(scenario, text, now))


def _entries(report: Report, entries: dict[str, str], read: Callable[[Text], Words]) -> None:
    known = {field.id: field for field in report.fields}
    for name, text in entries.items():
        if name not in known:
            raise Refused("field", "the report has no field '{name}'", name=name)
        _says(text)
        choices = known[name].choices
        if choices and all(text != said for choice in choices for _, said in choice.words):
            raise Refused(
                "field", "'{label}' is one of {choices}",
                label=read(known[name].label), choices=Listed(tuple(map(read, choices))),
            )  # fmt: skip
    for field in report.fields:
        if field.required and not entries.get(field.id, "").strip():
            raise Refused("field", "fill in '{label}'", label=read(field.label))


def _message(scenario: Scenario, state: State, now: int, asked: c.Message) -> None:
    if not asked.to or any(role not in scenario.roles for role in asked.to):
        raise Refused("unknown", "write to one or more roles of this exercise")
    _wants(asked.text, Saying("write your message"))


def _note(scenario: Scenario, state: State, now: int, asked: c.Note) -> None:
    _wants(asked.text, Saying("write your note"))


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
    _wants(asked.text, Saying("write your answer"))


def _proceed(scenario: Scenario, state: State, now: int, asked: c.Proceed) -> None:
    if state.module is None:
        raise Refused("closed", "no discussion is open")


def _control(scenario: Scenario, state: State, now: int, asked: Any) -> None:
    if asked.role != c.CONTROL:
        raise Refused("control", "only control can do that")
    inject = getattr(asked, "inject", None)
    if inject is not None and inject not in scenario.inject:
        raise Refused("unknown", "there is no inject '{inject}'", inject=inject)


def _fire(scenario: Scenario, state: State, now: int, asked: c.Fire) -> None:
    _control(scenario, state, now, asked)
    inject = state.injects[asked.inject]
    if inject.held:
        raise Refused("closed", "'{inject}' is held; release it instead", inject=asked.inject)
    if inject.skipped:
        raise Refused("closed", "'{inject}' is struck", inject=asked.inject)


def _release(scenario: Scenario, state: State, now: int, asked: c.Release) -> None:
    _control(scenario, state, now, asked)
    if not state.injects[asked.inject].held:
        raise Refused("closed", "'{inject}' is not held", inject=asked.inject)


def _hold(scenario: Scenario, state: State, now: int, asked: c.Hold) -> None:
    _unsent(scenario, state, now, asked)
    if state.injects[asked.inject].held:
        raise Refused("closed", "'{inject}' is held already", inject=asked.inject)


def _unsent(scenario: Scenario, state: State, now: int, asked: c.Hold | c.Skip) -> None:
    _control(scenario, state, now, asked)
    inject = state.injects[asked.inject]
    if inject.sent or inject.skipped:
        raise Refused("closed", "'{inject}' was sent or struck already", inject=asked.inject)


def _staff(scenario: Scenario, state: State, now: int, asked: c.Staff) -> None:
    _seat(scenario, state, now, asked)
    if asked.seat in state.staffed:
        raise Refused("closed", "people hold the seat '{seat}' already", seat=asked.seat)


def _vacate(scenario: Scenario, state: State, now: int, asked: c.Vacate) -> None:
    _seat(scenario, state, now, asked)
    if asked.seat not in state.staffed:
        raise Refused("closed", "nobody holds the seat '{seat}'", seat=asked.seat)


def _seat(scenario: Scenario, state: State, now: int, asked: c.Staff | c.Vacate) -> None:
    _control(scenario, state, now, asked)
    if asked.seat not in scenario.roles:
        raise Refused("unknown", "there is no seat '{seat}' in this exercise", seat=asked.seat)


def _wants(text: str, plea: Saying) -> None:
    if not text.strip():
        raise Refused.because("empty", plea)
    _says(text)


def _says(*texts: str) -> None:
    if any(len(text) > c.LONGEST_TEXT for text in texts):
        raise Refused("long", "a text has at most {number} characters", number=c.LONGEST_TEXT)


Rule = Callable[[Scenario, State, int, Any], None]

RULES: Final[dict[type, Rule]] = {
    c.Answer: _answer, c.Dissent: _dissent, c.Order: _order, c.Cancel: _cancel,
    c.Prioritise: _prioritise, c.Consent: _consent, c.Reply: _reply, c.Send: _send,
    c.Message: _message, c.Note: _note, c.Read: _read, c.Discuss: _discuss, c.Proceed: _proceed,
    c.Fire: _fire, c.Hold: _hold, c.Release: _release, c.Skip: _unsent, c.Staff: _staff,
    c.Vacate: _vacate, c.Conclude: _control,
}  # fmt: skip
