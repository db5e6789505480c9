"""The commands by their names, and which of them this seat has."""

from collections.abc import Callable
from difflib import get_close_matches
from typing import Final, NamedTuple

from tui.lines import clockwork, consenting, deciding, discussing, looking, ordering, reporting
from tui.lines import writing as letters
from tui.lines.asking import Steps, certain
from tui.lines.choosing import Unclear
from tui.lines.desk import Desk
from tui.lines.phrases import MANUAL, say, sentence
from tui.seat import Seat


class Act(NamedTuple):
    """What a command does. Those of the clock are for who leads it, those that play for who plays.

    `do` is given what was written after the name.
    """

    do: Callable[[Desk, str], Steps | None]
    clock: bool = False
    plays: bool = False


def _help(desk: Desk, given: str) -> None:
    """All commands in a line each, or one with all that there is to say of it."""
    if given:
        name = _name(given.partition(" ")[0])
        entry = MANUAL[name]
        desk.tell(entry.usage, sentence(entry.does), *([entry.more] if entry.more else []))
        return
    for name in COMMANDS:
        if not why_not(name, desk.seat):
            desk.tell(say("field", name=MANUAL[name].usage, said=MANUAL[name].does))


def leave(desk: Desk, given: str) -> Steps:
    """Leave, after a question where something would be lost by a mistake."""
    question = say("leave" if desk.seat.leads_clock else "leave-shared")
    asked = desk.careful and not desk.view.over
    desk.left = not asked or (yield from certain(desk, question))
    return ()


COMMANDS: Final[dict[str, Act]] = {
    "inbox": Act(looking.inbox),
    "read": Act(looking.read),
    "due": Act(looking.due),
    "decide": Act(deciding.decide, plays=True),
    "actions": Act(looking.actions),
    "order": Act(ordering.order, plays=True),
    "orders": Act(looking.orders),
    "cancel": Act(ordering.cancel, plays=True),
    "first": Act(ordering.first, plays=True),
    "last": Act(ordering.last, plays=True),
    "teams": Act(looking.teams),
    "situation": Act(looking.assets),
    "gauges": Act(looking.gauges),
    "consents": Act(looking.consents),
    "grant": Act(consenting.grant, plays=True),
    "refuse": Act(consenting.refuse, plays=True),
    "ask": Act(consenting.ask, plays=True),
    "reply": Act(consenting.reply, plays=True),
    "reports": Act(looking.reports),
    "report": Act(reporting.report, plays=True),
    "message": Act(letters.message, plays=True),
    "note": Act(letters.note, plays=True),
    "discuss": Act(discussing.discuss, plays=True),
    "proceed": Act(discussing.proceed, plays=True),
    "log": Act(looking.log),
    "brief": Act(looking.brief),
    "time": Act(looking.time),
    "run": Act(clockwork.run, clock=True),
    "pause": Act(clockwork.pause, clock=True),
    "pace": Act(clockwork.pace, clock=True),
    "skip": Act(clockwork.skip, clock=True),
    "wait": Act(clockwork.wait, clock=True),
    "summary": Act(looking.summary),
    "help": Act(_help),
    "quit": Act(leave),
}

ALSO: Final = {"?": "help", "answer": "decide", "exit": "quit"}
"""Other words that people try first."""


def why_not(name: str, seat: Seat) -> str:
    """Why a command is not one for this seat; empty where it is."""
    if COMMANDS[name].clock and not seat.leads_clock:
        return say("clock-control")
    return say("watching") if COMMANDS[name].plays and not seat.may_act else ""


def act_of(word: str, seat: Seat) -> Act:
    """What a word stands for at this seat. Raises Unclear."""
    name = _name(word)
    if refusal := why_not(name, seat):
        raise Unclear(refusal)
    return COMMANDS[name]


def _name(word: str) -> str:
    """The command that is meant by its name or the beginning of it. Raises Unclear."""
    wanted = word.casefold()
    name = ALSO.get(wanted, wanted)
    begun = [name] if name in COMMANDS else [n for n in COMMANDS if n.startswith(wanted)]
    if len(begun) == 1:
        return begun[0]
    if begun:
        raise Unclear(say("several", text=word, titles=say("or").join(begun)))
    close = get_close_matches(wanted, COMMANDS, 1)
    if close:
        meant = say("meant", title=close[0])
        raise Unclear(f"{say('unknown-command', word=word)} {meant}")
    raise Unclear(say("unknown-command-help", word=word))
