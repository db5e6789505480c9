"""Recording that a colleague sees a decision otherwise."""

from simulator.engine.commands import Dissent
from tui import waiting
from tui.lines import things
from tui.lines.asking import Steps, named, words
from tui.lines.choosing import Choice
from tui.lines.desk import Desk
from tui.lines.grammar import attributed, numbered
from tui.lines.phrases import say


def dissent(desk: Desk, given: str) -> Steps:
    """`4 by Besa: …`; what is missing is asked for, and the name may stay open."""
    number, rest = numbered(given)
    by, text = attributed(rest)
    decision = _decision(desk, number)
    if not text:
        desk.tell(say("ask-dissent", ask=decision.title))
        text = yield from words(desk, "prompt-dissent")
        if not by and desk.seat.leads_clock:
            desk.tell(say("ask-by"))
            by = yield say("prompt-by")
    if by and not desk.seat.leads_clock:
        # The host itself says who wrote it, and takes nobody's word for another.
        by, text = "", f"{by}: {text}"
    return (Dissent(desk.role, decision.id, text, by),)


def _decision(desk: Desk, number: str) -> Choice:
    """The one that is named, or else what is due soonest, or else the only one there was."""
    known = things.decisions(desk.view, desk.numbers)
    soonest = [due.id for due in waiting.dues(desk.view) if due.kind == "decision"]
    meant = soonest or [choice.id for choice in known if len(known) == 1]
    return named(number or next(iter(meant), ""), known, "a-decision-ever")
