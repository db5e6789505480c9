"""What lies on one role's desk: its inbox, decisions, requests, actions, orders, reports. Pure."""

from __future__ import annotations

from typing import Any

from simulator.engine import events as e
from simulator.engine import views as v
from simulator.engine.availability import order_why_not, report_why_not, usable_options
from simulator.engine.knowledge import Known, named, team_title
from simulator.engine.rules import waits
from simulator.engine.state import DecisionState, OrderState
from simulator.engine.texts import told
from simulator.scenario.actions import Action
from simulator.scenario.injects import Inject, Variant
from simulator.scenario.values import Text

ENDED = ("done", "refused", "cancelled")


def inbox(known: Known) -> tuple[v.Item, ...]:
    """Everything that was sent to the role, oldest first: injects, messages, reports."""
    items = []
    for event in known.events:
        match event:
            case e.InjectSent():
                items.append(_inject(known, event))
            case e.MessageSent() if event.role != known.role:
                items.append(_message(known, event, len(items)))
            case e.ReportSent() if event.role != known.role:
                items.append(_received(known, event, len(items)))
    return tuple(items)


def _words(known: Known, text: Text | None) -> str:
    return text.into(known.language) if text else ""


def _inject(known: Known, sent: e.InjectSent) -> v.Item:
    inject = known.scenario.inject[sent.inject]
    variant = next((v for v in inject.variants if v.id == sent.variant), None)
    values = dict(sent.values)

    def said(name: str) -> str:
        text = _words(known, _of(inject, variant, name))
        return told(known.scenario, text, sent.at, values, known.language)

    state = known.state.injects[sent.inject]
    asked = inject.decision and known.scenario.decider(inject.decision_id) == known.role
    corrects = known.scenario.inject[inject.corrects].subject if inject.corrects else None
    return v.Item(
        key=f"{sent.inject}#{sent.number}",
        inject=sent.inject,
        at=sent.at,
        channel=str(_of(inject, variant, "channel") or ""),
        sender=said("sender"),
        subject=said("subject"),
        text=said("text"),
        to=named(known, sent.to),
        read=known.role in state.read or sent.number < state.sent,
        tlp=_of(inject, variant, "tlp") or "",
        reliability=_of(inject, variant, "reliability") or "",
        offence=_of(inject, variant, "offence"),
        attachments=_of(inject, variant, "attachments") or (),
        corrects=_words(known, corrects),
        decision=decision(known, inject.decision_id) if asked else None,
    )


def _of(inject: Inject, variant: Variant | None, name: str) -> Any:
    """What the variant says of it, or else the inject."""
    return (getattr(variant, name) if variant else None) or getattr(inject, name)


def _message(known: Known, sent: e.MessageSent, number: int) -> v.Item:
    subject = sent.text.strip().splitlines()[0][:60]
    return v.Item(
        f"message#{number}", "", sent.at, "message", known.seat(sent.role), subject, sent.text,
        named(known, sent.to[1:]), read=True,
    )  # fmt: skip


def _received(known: Known, sent: e.ReportSent, number: int) -> v.Item:
    report = known.scenario.reports[sent.report]
    labels = {field.id: _words(known, field.label) for field in report.fields}
    text = "\n\n".join(f"{labels[name]}: {said}" for name, said in sent.entries)
    return v.Item(
        f"report#{number}", "", sent.at, "report", known.seat(sent.role),
        _words(known, report.title), text, named(known, sent.to[1:]), read=True,
    )  # fmt: skip


def decisions(known: Known) -> tuple[v.DecisionView, ...]:
    """The role's own decisions that were ever asked, in the order they were opened."""
    return tuple(
        decision(known, name)
        for name in known.state.decisions
        if known.scenario.decider(name) == known.role
    )


def decision(known: Known, name: str) -> v.DecisionView:
    inject, asked = known.scenario.decision[name]
    state = known.state.decisions[name]
    usable = usable_options(known.scenario, known.state, known.now, asked)
    options = tuple(
        v.OptionView(
            option.id,
            _words(known, option.label),
            _words(known, option.about),
            named(known, (link.role for link in option.consent)),
            option.irreversible,
            "" if option in usable else "not possible now",
        )
        for option in asked.options
    )
    labels = {option.id: option.label for option in options}
    return v.DecisionView(
        id=name,
        inject=inject.id,
        ask=_words(known, asked.ask),
        opened=state.opened,
        due=state.due,
        options=options,
        free_text=asked.free_text or not asked.options,
        phase=state.phase,  # type: ignore[arg-type]  # one of the three words
        chosen=labels.get(state.option or "", ""),
        text=state.text,
        reason=state.reason,
        confidence=state.confidence,
        fate=_fate(known, name, state, labels),
    )


def _fate(known: Known, name: str, state: DecisionState, labels: dict[str, str]) -> str:
    if state.phase == "open":
        return ""
    request = known.state.requests.get(f"decision/{name}")
    if request and request.phase == "refused":
        return f"refused by {known.seat(request.of)}" + (
            f": {request.text}" if request.text else ""
        )
    if request and request.phase != "granted":
        return f"waits for the consent of {known.seat(request.of)}"
    if state.phase == "missed":
        label = labels.get(state.option or "")
        return f"no answer in time; what stands is: {label}" if label else "no answer in time"
    return "in force"


def requests(known: Known) -> tuple[v.RequestView, ...]:
    """Consents that the role is asked for, or has asked for."""
    found = []
    for name, state in known.state.requests.items():
        if known.role not in (state.role, state.of):
            continue
        open_now = waits(known.state, name)
        subject, reason = _subject(known, name)
        found.append(
            v.RequestView(
                id=name,
                subject=subject,
                asker=known.seat(state.role),
                of=known.seat(state.of),
                mine_to_answer=open_now and state.of == known.role and state.phase == "asked",
                mine_to_reply=open_now and state.role == known.role and state.phase == "questioned",
                asked_at=state.asked,
                due=state.due,
                question=state.question,
                reason=reason,
                phase=state.phase,
            )
        )
    return tuple(found)


def _subject(known: Known, request: str) -> tuple[str, str]:
    """What a request is about, and the reason given for it."""
    if request in known.state.orders:
        order = known.state.orders[request]
        return _order_title(known, order), order.reason
    name = request.partition("/")[2]
    state = known.state.decisions[name]
    option = known.scenario.option(name, state.option or "")
    _, asked = known.scenario.decision[name]
    label = option.label.into(known.language) if option else ""
    return f"{asked.ask.into(known.language)} {label}", state.reason


def _order_title(known: Known, order: OrderState) -> str:
    title = known.scenario.actions[order.action].title.into(known.language)
    target = known.scenario.assets[order.target].title.into(known.language) if order.target else ""
    return f"{title}: {target}" if target else title


def actions(known: Known) -> tuple[v.ActionView, ...]:
    """What the role could order at all, with why not where it can't now."""
    own = known.scenario.actions.items()
    return tuple(_action(known, name, a) for name, a in own if known.role in a.by)


def _action(known: Known, name: str, action: Action) -> v.ActionView:
    def why_not(target: str | None) -> str:
        return order_why_not(known.scenario, known.state, known.now, name, target)

    targets = tuple(
        v.TargetView(asset, known.scenario.assets[asset].title.into(known.language), why_not(asset))
        for asset in action.targets
    )
    none_free = bool(targets) and all(target.why_not for target in targets)
    return v.ActionView(
        id=name,
        title=_words(known, action.title),
        about=_words(known, action.about),
        expect=_words(known, action.expect),
        people=tuple((team_title(known, t), n) for t, n in action.takes.people.items()),
        shortest=action.takes.time.low,
        longest=action.takes.time.high,
        consent=named(known, (link.role for link in action.consent)),
        targets=targets,
        irreversible=action.irreversible,
        why_not=(targets[0].why_not if none_free else "") if targets else why_not(None),
    )


def orders(known: Known) -> tuple[v.OrderView, ...]:
    """The role's own orders, those that go on first, the newest of each first."""
    own = [(n, o) for n, o in known.state.orders.items() if o.role == known.role]
    own.sort(key=lambda pair: (pair[1].phase in ENDED, -pair[1].ordered))
    return tuple(_order(known, name, order) for name, order in own)


def _order(known: Known, name: str, order: OrderState) -> v.OrderView:
    takes = known.scenario.actions[order.action].takes
    return v.OrderView(
        id=name,
        action=order.action,
        title=known.scenario.actions[order.action].title.into(known.language),
        target=known.scenario.assets[order.target].title.into(known.language)
        if order.target
        else "",
        phase=order.phase,  # type: ignore[arg-type]  # one of the six words
        ordered_at=order.ordered,
        since=order.since,
        priority=order.priority,
        usual_end=order.since + takes.time.likely if order.phase == "running" else None,
        waits_for=_waits_for(known, name, order),
    )


def _waits_for(known: Known, name: str, order: OrderState) -> str:
    if order.phase == "waiting" and name in known.state.requests:
        request = known.state.requests[name]
        who = known.seat(request.of)
        return f"{who} asks: {request.question}" if request.phase == "questioned" else who
    if order.phase == "queued":
        people = known.scenario.actions[order.action].takes.people
        return ", ".join(
            f"{number} of {team_title(known, team)}" for team, number in people.items()
        )
    return ""


def reports(known: Known) -> tuple[v.ReportView, ...]:
    found = []
    for name, report in known.scenario.reports.items():
        if known.role in report.by:
            state = known.state.reports[name]
            fields = tuple(
                v.FieldView(
                    f.id, _words(known, f.label), f.required,
                    tuple(_words(known, choice) for choice in f.choices), _words(known, f.hint),
                )
                for f in report.fields
            )  # fmt: skip
            why_not = report_why_not(known.scenario, known.state, known.now, name)
            found.append(
                v.ReportView(
                    name, _words(known, report.title), _words(known, report.about),
                    named(known, report.to), fields, state.due if state.sent is None else None,
                    state.sent, why_not,
                )
            )  # fmt: skip
    return tuple(found)


def module(known: Known) -> v.ModuleView | None:
    if known.state.module is None:
        return None
    opened = known.scenario.modules[known.state.module]
    answers = {
        question: text
        for question, role, text in known.state.modules[known.state.module].answers
        if role == known.role
    }
    questions = tuple(
        v.QuestionView(q.id, _words(known, q.ask), answers.get(q.id, ""))
        for q in opened.questions
        if known.role in q.to
    )
    situation = _words(known, opened.situation)
    situation = told(known.scenario, situation, known.now, {}, known.language)
    return v.ModuleView(known.state.module, _words(known, opened.title), situation, questions)
