"""Control's hand on the MSEL in lines, but for what is written: the same wishes as its page has."""

from collections.abc import Callable

from simulator.engine.repacing import SHARES
from simulator.engine.views.overview import InjectRow
from tui.lines.asking import Steps
from tui.lines.asking import words as asked_words
from tui.lines.choosing import Unclear, clearly
from tui.lines.grammar import with_reason
from tui.lines.phrases import written
from tui.lines.room.desk import RoomDesk
from tui.lines.room.looking import the_inject
from tui.moments import examples, moment_of
from tui.room import msel, wishes
from tui.room.msel import STATES, Names
from tui.speech import _

LEAST, MOST = (share // 10 for share in SHARES)


def on_one(act: str, states: tuple[str, ...] = ()) -> Callable[[RoomDesk, str], Steps]:
    """The command of an act that needs nothing but the inject, where it is in one of the states."""

    def steer(desk: RoomDesk, given: str) -> Steps:
        given, why = with_reason(given)
        row = able(desk, given, act, states)
        names = Names.of(desk.room, desk.world)
        return (yield from desk.steer(wishes.wish(act, row, names), why))

    return steer


def able(desk: RoomDesk, given: str, act: str, states: tuple[str, ...] = ()) -> InjectRow:
    """The inject that is meant, where this can be done with it. Raises Unclear."""
    row = the_inject(desk, given)
    if not msel.can(row, act) or (states and row.state not in states):
        raise barred(row)
    return row


def barred(row: InjectRow) -> Unclear:
    """Why something can't be done with an inject that is in such a state."""
    word = _(STATES[row.state][1])
    return Unclear(_("“{title}” is {state}: that can't be.", title=row.title, state=word))


def delay(desk: RoomDesk, given: str) -> Steps:
    """`3 by 15m` from when it is due, or else from now; or `3 until 15:30`."""
    given, why = with_reason(given)
    name, moment = _divided(given)
    row, team, start = able(desk, name, "delay"), desk.watched, desk.room.start
    due = max(row.due, team.now) if row.due is not None else team.now
    if not moment:
        desk.tell(_("By how much, like +15m? Or until when? {examples}", examples=examples()))
        moment = yield from asked_words(desk, "prompt-words")
    until = second_of(moment, start, due if moment.startswith("+") else team.now)
    if until <= team.now:
        raise Unclear(_("That is not ahead."))
    return (yield from desk.steer(wishes.delayed(row, until, start), why))


def _divided(given: str) -> tuple[str, str]:
    """What is delayed, and by how much (with a plus) or until when."""
    low = f"{given.casefold()} "
    ways = ((way, "+") for way in written("later")), ((way, "") for way in written("until"))
    for way, sign in (pair for some in ways for pair in some):
        if (at := low.find(f" {way} ")) >= 0:
            return given[:at].strip(), sign + given[at + len(way) + 2 :].strip().lstrip("+")
    return given, ""


def second_of(text: str, start: str, now: int) -> int:
    """The second that is written. Raises Unclear."""
    return clearly(moment_of, text, start, now)


def tempo(desk: RoomDesk, given: str) -> Steps:
    """At how many per cent of what is written adversary and plot go on."""
    given, why = with_reason(given)
    number = given.removesuffix("%").strip()
    if not number.isdecimal() or not LEAST <= int(number) <= MOST:
        raise Unclear(_("Write a number from {least} to {most}.", least=LEAST, most=MOST))
    teams = tuple(team.name for team in desk.meant())
    return (yield from desk.steer(wishes.at_tempo(int(number), teams), why))
