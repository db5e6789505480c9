"""What lies on one role's desk: its inbox, its decisions, the open discussion. Pure."""

from __future__ import annotations

from typing import Any

from simulator.engine import events as e
from simulator.engine import views as v
from simulator.engine.availability import usable_options
from simulator.engine.knowledge import Known, as_read, named, words
from simulator.engine.state import DecisionState
from simulator.engine.texts import values_of
from simulator.scenario.injects import Inject, Variant
from simulator.scenario.words import live_names


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


def _inject(known: Known, sent: e.InjectSent) -> v.Item:
    inject = known.scenario.inject[sent.inject]
    variant = next((v for v in inject.variants if v.id == sent.variant), None)
    values = dict(sent.values)

    def said(name: str) -> str:
        return words(known, _of(inject, variant, name), sent.at, values)

    state = known.state.injects[sent.inject]
    asked = inject.decision and known.scenario.decider(inject.decision_id) == known.role
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
        offence=as_read(known, _of(inject, variant, "offence"), sent.at, values),
        attachments=as_read(known, _of(inject, variant, "attachments"), sent.at, values),
        corrects=_corrected(known, inject),
        decision=decision(known, inject.decision_id) if asked else None,
    )


def _corrected(known: Known, inject: Inject) -> str:
    """The subject of what this corrects, for those who were told it."""
    wrong = known.scenario.inject.get(inject.corrects or "")
    if wrong is None or known.role not in wrong.to or not known.state.injects[wrong.id].sent:
        return ""
    return words(known, wrong.subject)


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
    labels = {field.id: words(known, field.label) for field in report.fields}
    text = "\n\n".join(f"{labels[name]}: {said}" for name, said in sent.entries)
    return v.Item(
        f"report#{number}", "", sent.at, "report", known.seat(sent.role),
        words(known, report.title), text, named(known, sent.to[1:]), read=True,
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
            words(known, option.label),
            words(known, option.about),
            named(known, (link.role for link in option.consent)),
            option.irreversible,
            "" if option in usable else "what it needs is not there yet",
        )
        for option in asked.options
    )
    labels = {option.id: option.label for option in options}
    return v.DecisionView(
        id=name,
        inject=inject.id,
        ask=words(known, asked.ask),
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
        v.QuestionView(q.id, words(known, q.ask), answers.get(q.id, ""))
        for q in opened.questions
        if known.role in q.to
    )
    values = dict(values_of(known.state, known.now, live_names(opened)))
    situation = words(known, opened.situation, values=values)
    return v.ModuleView(known.state.module, words(known, opened.title), situation, questions)
