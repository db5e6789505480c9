"""Messages to other roles, and notes of one's own."""

import re
from collections.abc import Sequence
from typing import Final

from simulator.engine.commands import Message, Note, Propose
from tui.lines import things
from tui.lines.asking import Asking, Steps, named, understood, words
from tui.lines.choosing import Unclear
from tui.lines.desk import Desk
from tui.lines.phrases import say

_TOKENS: Final = re.compile(r"((?:[^\s,]+\s*,\s*)*[^\s,]+)\s*(.*)", re.DOTALL)


def message(desk: Desk, given: str) -> Steps:
    """`akshi, nato: …`; what is missing is asked for."""
    if given:
        to, text = _addressed(desk, given)
    else:
        to, text = (yield from _to(desk)), ""
    if not text:
        desk.tell(say("ask-words"))
        text = yield from words(desk, "prompt-message")
    return (Message(desk.role, tuple(to), text),)


def note(desk: Desk, given: str) -> Steps:
    if not given:
        desk.tell(say("ask-words"))
        given = yield from words(desk, "prompt-note")
    return (Note(desk.role, given),)


def propose(desk: Desk, given: str) -> Steps:
    if not given:
        desk.tell(say("ask-idea"))
        given = yield from words(desk, "prompt-propose")
    return (Propose(desk.role, given),)


def _to(desk: Desk) -> Asking[Sequence[str]]:
    """Ask until everybody who is named is known."""
    others = [seat.short or seat.title for seat in desk.view.seats if seat.id != desk.role]
    desk.tell(say("ask-to", seats=", ".join(others)))
    return (yield from understood(desk, "prompt-to", lambda text: _roles(desk, text)))


def _addressed(desk: Desk, given: str) -> tuple[Sequence[str], str]:
    """Whom it is to, and the text. Raises Unclear."""
    head, colon, text = given.partition(":")
    if colon:
        try:
            return _roles(desk, head), text.strip()
        except Unclear:
            pass
    found = _TOKENS.fullmatch(given)
    head, text = (found[1], found[2]) if found else (given, "")
    return _roles(desk, head), text


def _roles(desk: Desk, text: str) -> Sequence[str]:
    seats = [seat for seat in things.seats(desk.view) if seat.id != desk.role]
    wanted = [part.strip() for part in text.split(",")]
    return list(dict.fromkeys(named(part, seats, "a-role").id for part in wanted))
