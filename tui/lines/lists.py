"""The lists: messages, what waits, actions, orders, requests, reports. A line for each thing."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from simulator.engine.views import (
    ActionView,
    FieldView,
    Item,
    ReportView,
    RequestView,
    RoleView,
)
from tui import company, labour, sifting, waiting, words
from tui.lines.letters import message_line, state
from tui.lines.numbers import Numbers
from tui.lines.phrases import say, stopped
from tui.lines.things import of_field
from tui.lines.times import between, by
from tui.seat import Mate

KINDS: Final = ("choices", "time", "number", "assets", "indicators")
"""Kinds of fields of which it is said how they are filled in."""
_AMONG: Final = {"choices": "choices-some", "assets": "choices-some"}
RECENT: Final = 20
"""How many messages are listed where nobody asks for more."""


def inbox(
    items: Sequence[Item],
    view: RoleView,
    numbers: Numbers,
    most: int,
    head: str = "inbox-head",
    mates: Sequence[Mate] = (),
) -> Iterator[str]:
    """These messages, at most so many, with what others of the role do with each."""
    unread = sum(not item.read for item in view.inbox)
    shown, corrected = items[:most], sifting.corrections(view.inbox)
    yield say(head, shown=len(shown), count=len(view.inbox), unread=unread)
    for item in shown:
        waits = state(item.decision, view, numbers) if item.decision is not None else ""
        new = "" if item.read else say("unread")
        number = numbers.of("message", item.key)
        later = corrected.get(item.key)
        wrong = say("corrected", number=numbers.of("message", later)) if later else ""
        about = stopped(new, message_line(item, view), wrong, waits, company.sign(mates, item))
        yield f"{number}. {about}"
    if len(items) > len(shown):
        yield say("more-inbox", count=len(items) - len(shown))


def dues(view: RoleView, numbers: Numbers) -> Iterator[str]:
    """All that waits for an answer, and how to give it."""
    found = waiting.dues(view)
    yield say("due-head", count=len(found)) if found else say("due-none")
    for due in found:
        yield due_line(due, view, numbers)


def clocks(view: RoleView, numbers: Numbers) -> Iterator[str]:
    """All clocks that run for the role, the soonest first, and how to answer what is its own."""
    run = waiting.clocks(view)
    yield say("clocks-head", count=len(run)) if run else say("clocks-none")
    for clock in run:
        if clock.mine:
            due = waiting.Due(clock.kind, clock.id, clock.title, clock.due)
            told = due_line(due, view, numbers)
        else:
            told = stopped(clock.title, by(clock.due, view))
        since = words.day_time(view.start, clock.since)
        yield stopped(told, say("clock-since", time=since))


def decisions(view: RoleView, numbers: Numbers) -> Iterator[str]:
    """The role's own, the newest first, with its answer and what became of it."""
    yield say("decisions-head", count=len(view.decisions)) if view.decisions else say("none-asked")
    for decision in reversed(view.decisions):
        number = numbers.of_decision(decision.id, view) or 0
        answer = decision.chosen or decision.text
        yield stopped(
            say("entry", number=number, title=decision.ask),
            state(decision, view, numbers),
            say("chosen", chosen=answer) if answer and decision.phase == "taken" else "",
            decision.fate,
        )
    for proposal in reversed(view.proposals):
        became = words.fate(proposal.outcome)
        yield stopped(say("proposed", text=proposal.text), became, proposal.answer)


def due_line(due: waiting.Due, view: RoleView, numbers: Numbers) -> str:
    """What waits, until when, and how to answer it."""
    match due.kind:
        case "decision":
            decision = next(d for d in view.decisions if d.id == due.id)
            return stopped(due.title, state(decision, view, numbers))
        case "request":
            return request_due(next(r for r in view.requests if r.id == due.id), view, numbers)
        case "report":
            sent = say("send-by", by=_by(due, view), number=numbers.of("report", due.id))
            return stopped(due.title, sent)
        case "launch":
            number = numbers.of("step", due.id)
            return stopped(due.title, say("can-launch", number=number))
        case "module":
            return stopped(say("discuss", title=due.title))


def _by(due: waiting.Due, view: RoleView) -> str:
    return by(due.due, view) if due.due is not None else ""


def request_due(request: RequestView, view: RoleView, numbers: Numbers) -> str:
    number, until = numbers.of("request", request.id), by(request.due, view)
    if request.mine_to_reply:
        asked = say("asks-back", of=request.of, subject=request.subject, question=request.question)
        return stopped(asked, say("reply-by", by=until, number=number))
    asked = say("asks", asker=request.asker, subject=request.subject)
    why = say("reason", reason=request.reason) if request.reason else ""
    return stopped(asked, why, say("answer-by", by=until, number=number))


def actions(found: Sequence[ActionView], view: RoleView, numbers: Numbers) -> Iterator[str]:
    possible = sum(not action.why_not for action in found)
    yield say("actions-head", shown=len(found), count=len(view.actions), possible=possible)
    for action in found:
        number, targets = numbers.of("action", action.id), len(action.targets)
        yield stopped(
            say("entry", number=number, title=action.title),
            *_price(action),
            say("targets-count", count=targets, action=number) if targets else "",
            *_possible(action),
        )


def _price(action: ActionView) -> Iterator[str]:
    crew = [say("team-people", count=count, team=team) for team, count in action.people]
    yield say("people", people=", ".join(crew)) if crew else say("people-nobody")
    yield say("takes", time=between(action.shortest, action.longest))
    if action.consent:
        yield say("consent-of", of=", ".join(action.consent))


def _possible(action: ActionView) -> Iterator[str]:
    if action.irreversible:
        yield say("irreversible")
    yield say("not-possible", why=action.why_not) if action.why_not else say("possible")


def about_action(action: ActionView, view: RoleView, numbers: Numbers) -> Iterator[str]:
    """All that is known of an action, for the one who thinks of ordering it."""
    number = numbers.of("action", action.id)
    yield stopped(say("entry", number=number, title=action.title), action.about)
    yield stopped(*_price(action))
    yield from labour.waits(action, view)
    if action.expect:
        yield say("expect", expect=action.expect)
    yield stopped(*_possible(action))
    for place, target in enumerate(action.targets, 1):
        why = say("not-possible", why=target.why_not) if target.why_not else ""
        yield "  " + stopped(say("target", number=place, title=target.title), why)


def requests(view: RoleView, numbers: Numbers) -> Iterator[str]:
    """Those that wait for this role first, and the newest first of each."""
    if not view.requests:
        yield say("consents-none")
    newest = sorted(view.requests, key=lambda request: -numbers.of("request", request.id))
    for request in sorted(newest, key=lambda request: not _mine(request)):
        yield request_line(request, view, numbers)


def _mine(request: RequestView) -> bool:
    return request.mine_to_answer or request.mine_to_reply


def request_line(request: RequestView, view: RoleView, numbers: Numbers) -> str:
    number, until = numbers.of("request", request.id), by(request.due, view)
    turn = "answer-by" if request.mine_to_answer else "reply-by"
    time = words.short_time(view.start, request.asked_at)
    return stopped(
        say("request-line", number=number, asker=request.asker, of=request.of,
            subject=request.subject),
        say("reason", reason=request.reason) if request.reason else "",
        say(f"request-{request.phase}", time=time, question=request.question),
        say("request-reply", text=request.reply) if request.reply else "",
        say("your-turn") if _mine(request) else "",
        say(turn, by=until, number=number) if _mine(request) else "",
    )  # fmt: skip


def reports(view: RoleView, numbers: Numbers, drafts: Iterable[str]) -> Iterator[str]:
    if not view.reports:
        yield say("reports-none")
    for report in view.reports:
        yield report_line(report, view, numbers, drafts)


def report_line(report: ReportView, view: RoleView, numbers: Numbers, drafts: Iterable[str]) -> str:
    number = numbers.of("report", report.id)
    due = say("send-by", by=by(report.due, view), number=number) if report.due is not None else ""
    if report.sent is None:
        sent = say("not-sent")
    else:
        sent = say("last-sent", time=words.day_time(view.start, report.sent))
    return stopped(
        say("report-line", number=number, title=report.title, to=", ".join(report.to)),
        due,
        sent,
        say("draft") if report.id in drafts else "",
        say("not-possible", why=report.why_not) if report.why_not else say("can-be-sent"),
    )


def field_line(number: int, field: FieldView, view: RoleView) -> str:
    """What a field of a report asks for."""
    named = [say("numbered", number=c.number, title=c.title) for c in of_field(field, view)]
    return stopped(
        say("report-field", number=number, label=field.label),
        say("wanted") if field.wanted else "" if field.required else say("may-be-empty"),
        field.hint,
        say(f"kind-{field.kind}") if field.kind in KINDS else "",
        say(_AMONG.get(field.kind, "choices"), choices=", ".join(named)) if named else "",
    )
