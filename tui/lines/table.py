"""The commands by their names, and which of them this seat has."""

from collections.abc import Callable
from typing import Final, NamedTuple

from tui.handing import Asking
from tui.lines import (
    briefing,
    campaigning,
    clockwork,
    consenting,
    deciding,
    discussing,
    dissenting,
    evaluating,
    feedback,
    flags,
    looking,
    ordering,
    reporting,
    searching,
)
from tui.lines import writing as letters
from tui.lines.asking import Steps, certain
from tui.lines.choosing import Unclear
from tui.lines.desk import Desk
from tui.lines.naming import named_command
from tui.lines.phrases import manual, say, sentence
from tui.rating import Evaluating
from tui.seat import Seat, seen_from


class Act(NamedTuple):
    """What a command does. Those of the clock are for who leads it, those that play for who plays,
    and what is judged only where control is there to do it; what is `asked` of participants, where
    there is somebody to tell; those that rate are an evaluator's. `part` is what a role takes part
    in, by its name in the view; where it is None there, the command is not for it.

    `do` is given what was written after the name.
    """

    do: Callable[[Desk, str], Steps | None]
    clock: bool = False
    plays: bool = False
    judged: bool = False
    part: str = ""
    asked: bool = False
    rates: bool = False


def _help(desk: Desk, given: str) -> None:
    """All commands in a line each, or one with all that there is to say of it."""
    if given:
        name = _name(given.partition(" ")[0])
        entry = manual(name)
        desk.tell(entry.usage, sentence(entry.does), *([entry.more] if entry.more else []))
        return
    for name in COMMANDS:
        if not why_not(name, desk.seat):
            entry = manual(name)
            desk.tell(say("field", name=entry.usage, said=entry.does))


def leave(desk: Desk, given: str) -> Steps:
    """Leave, after a question where something would be lost by a mistake."""
    question = say("leave" if desk.seat.leads_clock else "leave-shared")
    if desk.seat.kept_in:
        question = say("leave-kept", folder=desk.seat.kept_in)
    asked = desk.careful and not desk.view.over
    desk.left = not asked or (yield from certain(desk, question))
    return ()


COMMANDS: Final[dict[str, Act]] = {
    "inbox": Act(searching.inbox),
    "read": Act(looking.read),
    "attachment": Act(looking.attachment),
    "due": Act(looking.due),
    "clocks": Act(looking.clocks),
    "asked": Act(looking.asked),
    "decide": Act(deciding.decide, plays=True),
    "dissent": Act(dissenting.dissent, plays=True),
    "actions": Act(looking.actions),
    "order": Act(ordering.order, plays=True),
    "orders": Act(looking.orders),
    "cancel": Act(ordering.cancel, plays=True),
    "first": Act(ordering.first, plays=True),
    "last": Act(ordering.last, plays=True),
    "earlier": Act(ordering.earlier, plays=True),
    "later": Act(ordering.later, plays=True),
    "teams": Act(looking.teams),
    "situation": Act(looking.assets),
    "changes": Act(looking.changes),
    "gauges": Act(looking.gauges),
    "consents": Act(looking.consents),
    "grant": Act(consenting.grant, plays=True),
    "refuse": Act(consenting.refuse, plays=True),
    "ask": Act(consenting.ask, plays=True),
    "reply": Act(consenting.reply, plays=True),
    "reports": Act(looking.reports),
    "report": Act(reporting.report, plays=True),
    "message": Act(letters.message, plays=True),
    "propose": Act(letters.propose, plays=True, judged=True),
    "note": Act(letters.note, plays=True),
    "campaign": Act(campaigning.campaign, part="campaign"),
    "launch": Act(campaigning.launch, plays=True, part="campaign"),
    "flags": Act(flags.flags, part="contest"),
    "flag": Act(flags.flag, part="contest"),
    "open": Act(flags.unfold, part="contest"),
    "solve": Act(flags.solve, plays=True, part="contest"),
    "hint": Act(flags.hint, plays=True, part="contest"),
    "scores": Act(flags.scores, part="contest"),
    "discuss": Act(discussing.discuss, plays=True),
    "proceed": Act(discussing.proceed, plays=True),
    "log": Act(searching.log),
    "brief": Act(briefing.brief),
    "objectives": Act(briefing.objectives),
    "rules": Act(briefing.rules),
    "glossary": Act(briefing.glossary),
    "colleagues": Act(briefing.colleagues),
    "language": Act(briefing.language),
    "time": Act(looking.time),
    "run": Act(clockwork.run, clock=True),
    "pause": Act(clockwork.pause, clock=True),
    "pace": Act(clockwork.pace, clock=True),
    "skip": Act(clockwork.skip, clock=True),
    "wait": Act(clockwork.wait, clock=True),
    "summary": Act(looking.summary),
    "feedback": Act(feedback.feedback, asked=True),
    "observe": Act(evaluating.observe, rates=True),
    "rate": Act(evaluating.rate, rates=True),
    "help": Act(_help),
    "tutorial": Act(briefing.tutorial),
    "quit": Act(leave),
}

ALSO: Final = {"?": "help", "answer": "decide", "exit": "quit"}
"""Other words that people try first."""


def why_not(name: str, seat: Seat) -> str:
    """Why a command is not one for this seat; empty where it is."""
    if (part := COMMANDS[name].part) and getattr(seen_from(seat), part) is None:
        return say("no-part")
    if COMMANDS[name].clock and not seat.leads_clock:
        return say("clock-control")
    if COMMANDS[name].judged and seat.leads_clock:
        return say("nobody-judges")
    if COMMANDS[name].asked and not (isinstance(seat, Asking) and seat.takes_part):
        return say("nobody-asks")
    if COMMANDS[name].rates and not evaluates(seat):
        return say("nobody-rates")
    return say("watching") if COMMANDS[name].plays and not seat.may_act else ""


def command_of(word: str, seat: Seat) -> str:
    """The name of the command that a word stands for at this seat. Raises Unclear."""
    name = _name(word)
    if name == "note" and evaluates(seat):
        name = "observe"  # as the same key of the screens
    if refusal := why_not(name, seat):
        raise Unclear(refusal)
    return name


def evaluates(seat: Seat) -> bool:
    """Whether it is an evaluator's."""
    return isinstance(seat, Evaluating) and seat.evaluates


def _name(word: str) -> str:
    """The command that is meant. Raises Unclear."""
    return named_command(word, {name: manual(name).name for name in COMMANDS}, ALSO)
