"""What lies on one role's desk: its inbox, its decisions, the open discussion. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import Any, Final

from simulator.engine import events as e
from simulator.engine import retelling
from simulator.engine import views as v
from simulator.engine.availability import usable_options
from simulator.engine.knowledge import Known, named, words
from simulator.engine.past import Letter
from simulator.engine.state import DecisionState
from simulator.engine.texts import values_of
from simulator.scenario.injects import Attachment, Inject, Offence, Variant
from simulator.scenario.values import Text
from simulator.scenario.words import live_names
from simulator.speech import mark, say

Read = Callable[[Text | None], str]
"""Puts a text into the reader's language, as it read when it was sent."""

RULINGS: Final = {
    "done": mark("ruled: it works"),
    "failed": mark("ruled: tried, but it fails"),
    "refused": mark("ruled: not allowed"),
}


def inbox(known: Known, decisions: Iterable[v.DecisionView]) -> tuple[v.Item, ...]:
    """Everything that was sent to the role, oldest first: injects, messages, reports."""
    past = known.past
    before = past.shown.inbox if past.shown else ()
    earlier = {decision.id: decision for decision in past.shown.decisions} if past.shown else {}
    asked = {decision.id: decision for decision in decisions}
    for decision in asked.values():
        if decision is not earlier.get(decision.id):
            past.stir(decision.inject)
    for number in sorted(past.stale):
        sent = past.letters[number]
        if number == len(past.items):
            past.items.append(_item(known, sent, number))
        if isinstance(sent, e.InjectSent):
            past.items[number] = _as_it_stands(known, sent, number, asked)
    unchanged = not past.stale and len(before) == len(past.items)
    past.stale.clear()
    return before if unchanged else tuple(past.items)


def _item(known: Known, sent: Letter, number: int) -> v.Item:
    """The part of it that stays as it was when it came."""
    match sent:
        case e.InjectSent():
            return _inject(known, sent)
        case e.MessageSent():
            return _message(known, sent, number)
        case e.ReportSent():
            return _received(known, sent, number)


def _as_it_stands(
    known: Known, sent: e.InjectSent, number: int, asked: Mapping[str, v.DecisionView]
) -> v.Item:
    """With what became of it since."""
    item = known.past.items[number]
    inject, state = known.scenario.inject[sent.inject], known.state.injects[sent.inject]
    read = known.role in state.read or sent.number < state.sent
    corrects, amends = _corrected(known, inject)
    decision = asked.get(inject.decision_id) if inject.decision else None
    new = replace(
        item, read=read, corrects=corrects, amends=amends, decision=decision,
        withdrawn=state.withdrawn, reminded=known.past.reminded.get(number),
    )  # fmt: skip
    return item if new == item else new


def _inject(known: Known, sent: e.InjectSent) -> v.Item:
    inject = known.scenario.inject[sent.inject]
    variant = next((v for v in inject.variants if v.id == sent.variant), None)
    values = dict(sent.values)

    def read(text: Text | None) -> str:
        return words(known, text, sent.at, values)

    def said(name: str) -> str:
        return read(_of(inject, variant, name))

    return v.Item(
        key=f"{sent.inject}#{sent.number}",
        inject=sent.inject,
        at=sent.at,
        channel=str(_of(inject, variant, "channel") or ""),
        sender=said("sender"),
        subject=said("subject"),
        text=said("text"),
        to=named(known, sent.to),
        read=False,
        tlp=_of(inject, variant, "tlp") or "",
        reliability=_of(inject, variant, "reliability") or "",
        offence=_offence(_of(inject, variant, "offence"), read),
        attachments=tuple(attachment(a, read) for a in _of(inject, variant, "attachments")),
    )


def _offence(offence: Offence | None, read: Read) -> v.OffenceView | None:
    if offence is None:
        return None
    return v.OffenceView(
        offence.number, offence.magnitude, read(offence.source), read(offence.destination),
        read(offence.category), offence.events,
    )  # fmt: skip


def attachment(attachment: Attachment, read: Read) -> v.AttachmentView:
    signs = (v.IndicatorView(i.type, i.value, read(i.note)) for i in attachment.indicators)
    return v.AttachmentView(
        attachment.name, read(attachment.text), attachment.columns, attachment.rows, tuple(signs)
    )


def _corrected(known: Known, inject: Inject) -> tuple[str, str]:
    """The subject and key of what this corrects, for those who were told it."""
    wrong = known.scenario.inject.get(inject.corrects or "")
    times = known.state.injects[wrong.id].sent if wrong else 0
    if wrong is None or known.role not in wrong.to or not times:
        return "", ""
    return words(known, wrong.subject), f"{wrong.id}#{times}"


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
    fields = {field.id: field for field in report.fields}

    def filled_in(name: str, said: str) -> str:
        field = fields[name]
        entry = retelling.entry(known.scenario, field, said, sent.at, known.language)
        return f"{words(known, field.label)}: {entry}"

    text = "\n\n".join(filled_in(name, said) for name, said in sent.entries)
    return v.Item(
        f"report#{number}", "", sent.at, "report", known.seat(sent.role),
        words(known, report.title), text, named(known, sent.to[1:]), read=True,
    )  # fmt: skip


def decisions(known: Known) -> tuple[v.DecisionView, ...]:
    """The role's own decisions that were ever asked, in the order they were opened."""
    return tuple(
        _decision(known, name)
        for name in known.state.decisions
        if known.scenario.decider(name) == known.role
    )


def _decision(known: Known, name: str) -> v.DecisionView:
    inject, asked = known.scenario.decision[name]
    state = known.state.decisions[name]
    usable = {o.id for o in usable_options(known.scenario, known.state, known.now, asked)}
    options = tuple(
        v.OptionView(
            option.id,
            words(known, option.label),
            words(known, option.about),
            named(known, (link.role for link in option.consent)),
            option.irreversible,
            "" if option.id in usable else say(known.language, "what it needs is not there yet"),
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
        text=retelling.answer(known.scenario, name, state.text, state.at, known.language),
        reason=state.reason,
        confidence=state.confidence,
        fate=_fate(known, name, state, labels),
        dissents=tuple(known.past.dissents.get(name, ())),
    )


def _fate(known: Known, name: str, state: DecisionState, labels: dict[str, str]) -> str:
    if state.phase == "open":
        return ""
    if state.phase == "withdrawn":
        return say(known.language, "withdrawn by control; nothing is to be decided")
    if state.ruled:
        ruled = say(known.language, RULINGS[state.ruled])
        return f"{ruled} – {state.ruling}" if state.ruling else ruled
    language, request = known.language, known.state.requests.get(f"decision/{name}")
    who = known.seat(request.of) if request else ""
    if request and request.phase == "refused":
        if request.text:
            return say(language, "refused by {who}: {text}", who=who, text=request.text)
        return say(language, "refused by {who}", who=who)
    if request and request.phase != "granted":
        return say(language, "waits for the consent of {who}", who=who)
    if state.phase == "missed":
        label = labels.get(state.option or "")
        if label:
            return say(language, "no answer in time; what stands is: {label}", label=label)
        return say(language, "no answer in time")
    return say(language, "in force")


def proposals(known: Known) -> tuple[v.ProposalView, ...]:
    """What this role has proposed, oldest first."""
    return tuple(
        v.ProposalView(name, proposal.at, proposal.text, proposal.outcome, proposal.answer)
        for name, proposal in known.state.proposals.items()
        if proposal.role == known.role
    )


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
