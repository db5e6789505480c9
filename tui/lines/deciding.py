"""Taking a decision: an option or words of one's own, a reason, and how sure one is."""

from simulator.engine.commands import Answer, Read
from simulator.engine.views import DecisionView
from tui import company, waiting
from tui.lines import things
from tui.lines.asking import Asking, Steps, bare, certain, named, possible, understood, words
from tui.lines.choosing import Unclear
from tui.lines.desk import Desk
from tui.lines.grammar import Ruling, level, ruling
from tui.lines.letters import decision_lines
from tui.lines.phrases import say, stopped


def decide(desk: Desk, given: str) -> Steps:
    """In one line, or asked for line by line."""
    asked = ruling(given)
    decision = _decision(desk, asked.what)
    desk.about = ("decision", decision.id)
    for item in waiting.unread_of("decision", decision.id, desk.view):
        desk.submit(Read(desk.role, item.inject))
    option, text = yield from _answer(desk, decision, asked)
    reason, sure = asked.reason, asked.sure
    if not asked.whole:
        desk.tell(say("ask-reason"))
        reason = yield say("prompt-reason")
        sure = yield from _sure(desk)
    label = next((o.label for o in decision.options if o.id == option and o.irreversible), "")
    if label and not (yield from certain(desk, say("ask-yes", title=label))):
        return ()
    return (Answer(desk.role, decision.id, option, text, reason, sure),)


def _decision(desk: Desk, what: str) -> DecisionView:
    """The one that is named, or else the one that is due soonest."""
    open_now = things.open_decisions(desk.view, desk.numbers)
    soonest = [due.id for due in waiting.dues(desk.view) if due.kind == "decision"]
    wanted = what or next(iter(soonest), "")
    id = named(wanted, open_now, "a-decision").id
    return next(decision for decision in desk.view.decisions if decision.id == id)


def _answer(desk: Desk, decision: DecisionView, asked: Ruling) -> Asking[tuple[str | None, str]]:
    """An option and words; one of them may be missing."""
    own = decision.free_text or not decision.options
    if asked.words and not own:
        raise Unclear(say("no-own-words"))
    if asked.option:
        option = possible(named(asked.option, things.options(decision), "an-option"))
        return option.id, asked.words
    if asked.words:
        return None, asked.words
    desk.tell(*_together(desk, decision), *decision_lines(decision, desk.view, desk.numbers))
    if not decision.options:
        desk.tell(say("own-words"))
        return None, (yield from words(desk, "prompt-words"))
    return (yield from _choose(desk, decision, own))


def _together(desk: Desk, decision: DecisionView) -> list[str]:
    """What others of the role do with it, where they do anything."""
    asking = [i for i in desk.view.inbox if i.decision is not None and i.decision.id == decision.id]
    said = company.told(desk.seat.mates(), asking[-1]) if asking else ""
    return [said] if said else []


def _choose(desk: Desk, decision: DecisionView, own: bool) -> Asking[tuple[str | None, str]]:
    desk.tell(say("ask-option"), *([say("or-own-words")] if own else []))
    while True:
        text = yield say("prompt-option")
        if own and not text:
            return None, (yield from words(desk, "prompt-words"))
        try:
            option = possible(named(bare(text), things.options(decision), "an-option"))
        except Unclear as no:
            desk.tell(stopped(no.sentence, say("anew")))
            continue
        if own:
            desk.tell(say("words-too"))
        return option.id, (yield say("prompt-words")) if own else ""


def _sure(desk: Desk) -> Asking[int | None]:
    desk.tell(say("ask-sure"))
    return (yield from understood(desk, "prompt-sure", lambda text: level(text) if text else None))
