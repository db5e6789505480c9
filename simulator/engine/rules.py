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
from simulator.scenario.actions import Report
from simulator.scenario.scenario import Scenario

LONGEST_TEXT: Final = 8_000


def check(scenario: Scenario, state: State, now: int, command: c.Command) -> None:
    """Let an allowed command pass. Raises Refused."""
    if state.over:
        raise Refused("over", "the exercise is over")
    if command.role != c.CONTROL and command.role not in scenario.roles:
        raise Refused("unknown", f"there is no role '{command.role}' in this exercise")
    RULES[type(command)](scenario, state, now, command)


def _answer(scenario: Scenario, state: State, now: int, asked: c.Answer) -> None:
    decision = state.decisions.get(asked.decision)
    if decision is None or scenario.decider(asked.decision) != asked.role:
        raise Refused("unknown", f"there is no decision '{asked.decision}' for you to take")
    if decision.phase != "open":
        raise Refused("closed", f"the decision '{asked.decision}' is closed")
    _, question = scenario.decision[asked.decision]
    _says(asked.text, asked.reason)
    if asked.confidence is not None and not 0 <= asked.confidence <= 100:
        raise Refused("range", "confidence is 0 to 100")
    if asked.option is None:
        if question.options and not question.free_text:
            raise Refused("option", "choose one of the options")
        _wants(asked.text, "write your answer")
        return
    usable = usable_options(scenario, state, now, question)
    if not any(option.id == asked.option for option in usable):
        raise Refused("option", f"'{asked.option}' can't be chosen now")


def _order(scenario: Scenario, state: State, now: int, asked: c.Order) -> None:
    action = scenario.actions.get(asked.action)
    if action is None or asked.role not in action.by:
        raise Refused("unknown", f"there is no action '{asked.action}' for you to order")
    if bool(action.targets) != (asked.target is not None):
        raise Refused("target", "this action has no target" if asked.target else "choose a target")
    if asked.target is not None and asked.target not in action.targets:
        raise Refused("target", f"'{asked.target}' is no target of this action")
    _says(asked.reason)
    why_not = order_why_not(scenario, state, now, asked.action, asked.target)
    if why_not:
        raise Refused("not-now", why_not)


def _own_order(state: State, role: str, order: str) -> None:
    given = state.orders.get(order)
    if given is None or given.role != role:
        raise Refused("unknown", f"you have no order '{order}'")
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
        raise Refused("unknown", f"no request '{asked.request}' waits for your consent")
    if request.phase != "asked":
        raise Refused("closed", "the request does not wait for you")
    _says(asked.text)
    if asked.verdict == "ask":
        _wants(asked.text, "write your question")


def _reply(scenario: Scenario, state: State, now: int, asked: c.Reply) -> None:
    request = state.requests.get(asked.request)
    if request is None or request.role != asked.role or not waits(state, asked.request):
        raise Refused("unknown", f"no question on '{asked.request}' waits for your reply")
    if request.phase != "questioned":
        raise Refused("closed", "nothing was asked back")
    _wants(asked.text, "write your reply")


def waits(state: State, request: str) -> bool:
    """Whether a request still matters: an order that was cancelled asks for nothing."""
    order = state.orders.get(request)
    return order is None or order.phase == "waiting"


def _send(scenario: Scenario, state: State, now: int, asked: c.Send) -> None:
    report = scenario.reports.get(asked.report)
    if report is None or asked.role not in report.by:
        raise Refused("unknown", f"there is no report '{asked.report}' for you to send")
    why_not = report_why_not(scenario, state, now, asked.report)
    if why_not:
        raise Refused("not-now", why_not)
    _entries(report, dict(asked.entries), scenario.language)


def _entries(report: Report, entries: dict[str, str], language: str) -> None:
    known = {field.id: field for field in report.fields}
    for name, text in entries.items():
        if name not in known:
            raise Refused("field", f"the report has no field '{name}'")
        _says(text)
        choices = [choice for words in known[name].choices for _, choice in words.words]
        if choices and text not in choices:
            label = known[name].label.into(language)
            raise Refused("field", f"'{label}' is one of {', '.join(choices)}")
    for field in report.fields:
        if field.required and not entries.get(field.id, "").strip():
            raise Refused("field", f"fill in '{field.label.into(language)}'")


def _message(scenario: Scenario, state: State, now: int, asked: c.Message) -> None:
    if not asked.to or any(role not in scenario.roles for role in asked.to):
        raise Refused("unknown", "write to one or more roles of this exercise")
    _wants(asked.text, "write your message")


def _note(scenario: Scenario, state: State, now: int, asked: c.Note) -> None:
    _wants(asked.text, "write your note")


def _read(scenario: Scenario, state: State, now: int, asked: c.Read) -> None:
    sent = state.injects.get(asked.inject)
    if sent is None or not sent.sent or asked.role not in scenario.inject[asked.inject].to:
        raise Refused("unknown", f"you have no message '{asked.inject}'")
    if asked.role in sent.read:
        raise Refused("closed", "it was read before")


def _discuss(scenario: Scenario, state: State, now: int, asked: c.Discuss) -> None:
    questions = scenario.modules[state.module].questions if state.module else ()
    if not any(q.id == asked.question and asked.role in q.to for q in questions):
        raise Refused("unknown", f"there is no question '{asked.question}' for you now")
    _wants(asked.text, "write your answer")


def _proceed(scenario: Scenario, state: State, now: int, asked: c.Proceed) -> None:
    if state.module is None:
        raise Refused("closed", "no discussion is open")


def _control(scenario: Scenario, state: State, now: int, asked: Any) -> None:
    if asked.role != c.CONTROL:
        raise Refused("control", "only control can do that")
    inject = getattr(asked, "inject", None)
    if inject is not None and inject not in scenario.inject:
        raise Refused("unknown", f"there is no inject '{inject}'")


def _fire(scenario: Scenario, state: State, now: int, asked: c.Fire) -> None:
    _control(scenario, state, now, asked)
    inject = state.injects[asked.inject]
    if inject.held or inject.skipped:
        why = "held; release it instead" if inject.held else "struck"
        raise Refused("closed", f"'{asked.inject}' is {why}")


def _release(scenario: Scenario, state: State, now: int, asked: c.Release) -> None:
    _control(scenario, state, now, asked)
    if not state.injects[asked.inject].held:
        raise Refused("closed", f"'{asked.inject}' is not held")


def _hold(scenario: Scenario, state: State, now: int, asked: c.Hold) -> None:
    _unsent(scenario, state, now, asked)
    if state.injects[asked.inject].held:
        raise Refused("closed", f"'{asked.inject}' is held already")


def _unsent(scenario: Scenario, state: State, now: int, asked: c.Hold | c.Skip) -> None:
    _control(scenario, state, now, asked)
    inject = state.injects[asked.inject]
    if inject.sent or inject.skipped:
        raise Refused("closed", f"'{asked.inject}' was sent or struck already")


def _staff(scenario: Scenario, state: State, now: int, asked: c.Staff) -> None:
    _seat(scenario, state, now, asked)
    if asked.seat in state.staffed:
        raise Refused("closed", f"people hold the seat '{asked.seat}' already")


def _vacate(scenario: Scenario, state: State, now: int, asked: c.Vacate) -> None:
    _seat(scenario, state, now, asked)
    if asked.seat not in state.staffed:
        raise Refused("closed", f"nobody holds the seat '{asked.seat}'")


def _seat(scenario: Scenario, state: State, now: int, asked: c.Staff | c.Vacate) -> None:
    _control(scenario, state, now, asked)
    if asked.seat not in scenario.roles:
        raise Refused("unknown", f"there is no seat '{asked.seat}' in this exercise")


def _wants(text: str, sentence: str) -> None:
    if not text.strip():
        raise Refused("empty", sentence)
    _says(text)


def _says(*texts: str) -> None:
    if any(len(text) > LONGEST_TEXT for text in texts):
        raise Refused("long", f"a text has at most {LONGEST_TEXT} characters")


Rule = Callable[[Scenario, State, int, Any], None]

RULES: Final[dict[type, Rule]] = {
    c.Answer: _answer, c.Order: _order, c.Cancel: _cancel, c.Prioritise: _prioritise,
    c.Consent: _consent, c.Reply: _reply, c.Send: _send, c.Message: _message, c.Note: _note,
    c.Read: _read, c.Discuss: _discuss, c.Proceed: _proceed, c.Fire: _fire, c.Hold: _hold,
    c.Release: _release, c.Skip: _unsent, c.Staff: _staff, c.Vacate: _vacate,
    c.Conclude: _control,
}  # fmt: skip
