"""Control's hand on the MSEL in lines: the same wishes as the page of it makes."""

from collections.abc import Callable
from typing import Any, Final

from simulator.engine import commands as c
from simulator.engine.commands import CONTROL
from simulator.engine.repacing import SHARES
from simulator.engine.views.overview import InjectRow
from tui import words
from tui.lines.asking import Asking, Steps, understood
from tui.lines.asking import words as asked_words
from tui.lines.choosing import Choice, Unclear, pick
from tui.lines.grammar import with_reason
from tui.lines.phrases import say, spellings, written
from tui.lines.room.desk import RoomDesk
from tui.lines.room.looking import the_inject
from tui.moments import examples, moment_of
from tui.room import msel, wishes
from tui.room.msel import STATES, Names
from tui.room.repacing import Rest
from tui.room.steer import Steered
from tui.room.templates import TEMPLATES
from tui.speech import _, mark

LEAST, MOST = (share // 10 for share in SHARES)
NOT_AHEAD: Final = mark("That is not ahead.")


def on_one(act: str, states: tuple[str, ...] = ()) -> Callable[[RoomDesk, str], Steps]:
    """The command of an act that needs nothing but the inject, where it is in one of the states."""

    def steer(desk: RoomDesk, given: str) -> Steps:
        given, why = with_reason(given)
        row = _able(desk, given, act, states)
        names = Names.of(desk.room, desk.world)
        return (yield from desk.steer(Steered(*wishes.wish(act, row, names)), why))

    return steer


def _able(desk: RoomDesk, given: str, act: str, states: tuple[str, ...] = ()) -> InjectRow:
    """The inject that is meant, where this can be done with it. Raises Unclear."""
    row = the_inject(desk, given)
    if not msel.can(row, act) or (states and row.state not in states):
        word = _(STATES[row.state][1])
        raise Unclear(_("“{title}” is {state}: that can't be.", title=row.title, state=word))
    return row


def delay(desk: RoomDesk, given: str) -> Steps:
    """`3 by 15m` from when it is due, or else from now; or `3 until 15:30`."""
    given, why = with_reason(given)
    name, moment = _divided(given)
    row, team, start = _able(desk, name, "delay"), desk.watched, desk.room.start
    due = max(row.due, team.now) if row.due is not None else team.now
    if not moment:
        desk.tell(_("By how much, like +15m? Or until when? {examples}", examples=examples()))
        moment = yield from asked_words(desk, "prompt-words")
    until = _moment(moment, start, due if moment.startswith("+") else team.now)
    if until <= team.now:
        raise Unclear(_(NOT_AHEAD))
    when = words.day_time(start, until)
    what = _("Send “{title}” not before {time}?", title=row.title, time=when)
    said = _("It waits until {time}.", time=when)
    return (yield from desk.steer(Steered(c.Delay(CONTROL, row.id, until), what, said), why))


def _divided(given: str) -> tuple[str, str]:
    """What is delayed, and by how much (with a plus) or until when."""
    low = f"{given.casefold()} "
    ways = ((way, "+") for way in written("by")), ((way, "") for way in written("until"))
    for way, sign in (pair for some in ways for pair in some):
        if (at := low.find(f" {way} ")) >= 0:
            return given[:at].strip(), sign + given[at + len(way) + 2 :].strip().lstrip("+")
    return given, ""


def _moment(text: str, start: str, now: int) -> int:
    try:
        return moment_of(text, start, now)
    except ValueError as wrong:
        raise Unclear(str(wrong)) from None


def write(desk: RoomDesk, given: str) -> Steps:
    """An inject on the spot, asked for line by line."""
    start = desk.room.start
    kinds = [Choice(id, n, _(it.about)) for n, (id, it) in enumerate(TEMPLATES.items(), 1)]
    desk.tell(
        _("What is it?"), *("  " + say("entry", number=k.number, title=k.title) for k in kinds)
    )
    kind = yield from understood(desk, "prompt-words", lambda text: pick(text, kinds, _("kind")).id)
    template = TEMPLATES[kind]
    to = yield from readers(desk)
    desk.tell(_("From"))
    sender = (yield say("prompt-words")) or (template.sender and _(template.sender))
    desk.tell(_("Subject"))
    subject = yield from asked_words(desk, "prompt-words")
    desk.tell(_("Text"))
    text = yield from asked_words(desk, "prompt-words")
    question = yield from _question(desk)
    desk.tell(_("When? (empty: now) {examples}", examples=examples()))
    moment = yield say("prompt-words")
    at = _moment(moment, start, desk.watched.now) if moment else None
    command = c.Write(
        CONTROL, to, template.channel, subject, text, sender=sender, at=at, **question
    )
    return (yield from desk.steer(_written(command, desk)))


def _written(command: c.Write, desk: RoomDesk) -> Steered:
    """What is asked before it is sent."""
    names = {role.id: role.title for role in desk.world.roles}
    roles = ", ".join(names[role] for role in command.to)
    decides = " " + _("{role} decides.", role=names[command.to[0]]) if command.ask else ""
    title = command.subject
    if command.at is None:
        what = _("Send “{title}” to {roles} now?", title=title, roles=roles)
        return Steered(command, what + decides, _("It is sent."))
    when = words.day_time(desk.room.start, command.at)
    what = _("Send “{title}” to {roles} at {time}?", title=title, roles=roles, time=when)
    return Steered(command, what + decides, _("It will be sent at {time}.", time=when))


def _question(desk: RoomDesk) -> Asking[dict[str, Any]]:
    """What it asks of the first of them, with the answers that there are, and how long."""
    desk.tell(_("A question to the first of them (empty: none)"))
    ask = yield say("prompt-words")
    if not ask:
        return {}
    desk.tell(_("Its answers, with strokes between (empty: in their own words)"))
    options = yield say("prompt-words")
    desk.tell(_("Minutes to answer (empty: as long as they like)"))
    minutes = yield say("prompt-words")
    if minutes and (not minutes.isdecimal() or not int(minutes)):
        raise Unclear(_("Write the minutes to answer as a number."))
    lines = "\n".join(part.strip() for part in options.split("/") if part.strip())
    return {"ask": ask, "options": lines, "due": 60 * int(minutes) if minutes else None}


def readers(desk: RoomDesk) -> Asking[tuple[str, ...]]:
    """Ask whom it is to, until everybody who is named is known."""
    roles = desk.world.roles
    desk.tell(say("ask-to", seats=", ".join((_("everybody"), *(role.title for role in roles)))))
    return (yield from understood(desk, "prompt-to", lambda text: roles_named(desk, text)))


def roles_named(desk: RoomDesk, text: str) -> tuple[str, ...]:
    """The roles that are named, with commas between them; or all. Raises Unclear."""
    roles = [Choice(r.id, n, r.title) for n, r in enumerate(desk.world.roles, 1)]
    if text.casefold() in spellings("everybody", _("everybody"), "all"):
        return tuple(role.id for role in roles)
    if not text.strip():
        raise Unclear(_("Choose first whom it is to."))
    return tuple(dict.fromkeys(pick(part, roles, say("a-role")).id for part in text.split(",")))


def amend(desk: RoomDesk, given: str) -> Steps:
    """Other words of an inject that was not sent yet."""
    given, why = with_reason(given)
    row = _able(desk, given, "amend")
    desk.tell(_("Subject (empty: as it is)"))
    subject = yield say("prompt-words")
    desk.tell(_("Text (empty: as it is)"))
    text = yield say("prompt-words")
    if not (subject or text):
        raise Unclear(_("Nothing is changed yet."))
    command = c.Amend(CONTROL, row.id, subject=subject, text=text)
    what = _("Change “{title}”?", title=row.title)
    return (yield from desk.steer(Steered(command, what, _("It is changed.")), why))


def repace(desk: RoomDesk, given: str) -> Steps:
    """Let the exercise end at another moment: what is left moves, in its order."""
    given, why = with_reason(given)
    if not given:
        raise Unclear(_("When? {examples}", examples=examples()))
    team, start = desk.watched, desk.room.start
    rest = Rest(team.now, desk.world.end, team.pace)
    end = _moment(given, start, team.now)
    if end <= team.now:
        raise Unclear(_(NOT_AHEAD))
    share = _("What waits then has {share} % of its time.", share=round(100 * rest.share(end)))
    when = words.day_time(start, end)
    what = _("Re-pace what is left?") + f" {_('ENDEX')}: {when}. {share}"
    said = _("The exercise ends at {time}.", time=when)
    return (yield from desk.steer(Steered(c.Repace(CONTROL, end), what, said), why))


def tempo(desk: RoomDesk, given: str) -> Steps:
    """At how many per cent of what is written adversary and plot go on."""
    given, why = with_reason(given)
    number = given.removesuffix("%").strip()
    if not number.isdecimal() or not LEAST <= int(number) <= MOST:
        raise Unclear(_("Write a number from {least} to {most}.", least=LEAST, most=MOST))
    teams = tuple(team.name for team in desk.meant())
    percent = int(number)
    what = _("Let adversary and plot go on at {percent} % for {teams}?", percent=percent,
             teams=", ".join(filter(None, teams)) or _("everybody"))  # fmt: skip
    said = _("They go on at {percent} %.", percent=percent)
    return (yield from desk.steer(Steered(c.Tempo(CONTROL, percent), what, said, teams=teams), why))
