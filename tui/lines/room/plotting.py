"""Writing in lines what people are to read: an inject, a correction, other words of one."""

from collections.abc import Iterator, Sequence
from typing import Any

from simulator.engine import commands as c
from simulator.engine.commands import CONTROL
from tui.chair import Answer
from tui.lines.asking import Asking, Steps, entries, understood
from tui.lines.asking import words as asked_words
from tui.lines.choosing import Choice, Unclear, clearly, pick
from tui.lines.grammar import with_reason
from tui.lines.phrases import one, say, spellings
from tui.lines.room.desk import RoomDesk, script_of
from tui.lines.room.looking import the_inject
from tui.lines.room.steering import able, barred, second_of
from tui.moments import examples
from tui.room import msel, truth, wishes
from tui.room.templates import TEMPLATES, seconds_to_answer
from tui.speech import _


def write(desk: RoomDesk, given: str) -> Steps:
    """An inject on the spot, asked for line by line."""
    return (yield from _compose(desk, ""))


def correct(desk: RoomDesk, given: str) -> Steps:
    """One that corrects what was sent; it is to the same, where nobody else is named."""
    given, why = with_reason(given)
    row = the_inject(desk, given)
    if row.sent_at is None:
        raise barred(row)
    desk.tell(_("It corrects “{title}”.", title=row.title))
    return (yield from _compose(desk, row.id, row.to, why))


def _compose(desk: RoomDesk, corrects: str, usual: Sequence[str] = (), why: str = "") -> Steps:
    kinds = [Choice(id, n, _(it.about)) for n, (id, it) in enumerate(TEMPLATES.items(), 1)]
    desk.tell(_("What is it?"), *entries(kinds))
    kind = yield from understood(desk, "prompt-words", lambda text: pick(text, kinds, _("kind")).id)
    template = TEMPLATES[kind]
    to = yield from _readers(desk, usual)
    desk.tell(_("From"))
    sender = (yield say("prompt-words")) or (template.sender and _(template.sender))
    desk.tell(_("Subject"))
    subject = yield from asked_words(desk, "prompt-words")
    desk.tell(_("Text"))
    text = yield from asked_words(desk, "prompt-words")
    question = yield from _question(desk)
    desk.tell(_("When? (empty: now) {examples}", examples=examples()))
    written = yield say("prompt-words")
    at = second_of(written, desk.room.start, desk.watched.now) if written else None
    command = c.Write(
        CONTROL, to, template.channel, subject, text, sender=sender, at=at, corrects=corrects,
        **question,
    )  # fmt: skip
    return (yield from desk.steer(wishes.written(command, desk.world, desk.room.start), why))


def _question(desk: RoomDesk) -> Asking[dict[str, Any]]:
    """What it asks of the first of them, with the answers that there are, and how long."""
    desk.tell(_("A question to the first of them (empty: none)"))
    ask = yield say("prompt-words")
    if not ask:
        return {}
    desk.tell(_("Its answers, with strokes between (empty: in their own words)"))
    options = yield say("prompt-words")
    desk.tell(_("Minutes to answer (empty: as long as they like)"))
    due = clearly(seconds_to_answer, (yield say("prompt-words")))
    lines = "\n".join(part.strip() for part in options.split("/") if part.strip())
    return {"ask": ask, "options": lines, "due": due}


def _readers(desk: RoomDesk, usual: Sequence[str]) -> Asking[tuple[str, ...]]:
    """Ask whom it is to, until everybody who is named is known; nobody is the `usual` ones."""
    roles = desk.world.roles
    told = say("ask-to", seats=", ".join((_("everybody"), *(role.title for role in roles))))
    if usual:
        told = f"{told} " + _("Just enter: to whom it was sent before.")
    desk.tell(told)

    def read(text: str) -> tuple[str, ...]:
        return tuple(usual) if usual and not text else roles_named(desk, text)

    return (yield from understood(desk, "prompt-to", read))


def roles_named(desk: RoomDesk, text: str) -> tuple[str, ...]:
    """The roles that are named, with commas between them; or all. Raises Unclear."""
    roles = [Choice(r.id, n, r.title) for n, r in enumerate(desk.world.roles, 1)]
    if text.casefold() in spellings("everybody", _("everybody"), "all"):
        return tuple(role.id for role in roles)
    if not text.strip():
        raise Unclear(_("Choose first whom it is to."))
    return tuple(dict.fromkeys(pick(part, roles, say("a-role")).id for part in text.split(",")))


def amend(desk: RoomDesk, given: str) -> Steps:
    """Other words, readers or another sender of an inject that was not sent yet."""
    given, why = with_reason(given)
    row = able(desk, given, "amend")
    id = desk.chair.enquire("script", desk.watched.name, inject=row.id)
    desk.enquire(id, lambda answer: _so_far(desk, answer))
    desk.tell(_("Subject (empty: as it is)"))
    subject = yield say("prompt-words")
    desk.tell(_("Text (empty: as it is)"))
    text = yield say("prompt-words")
    desk.tell(_("To (empty: as it is)"))
    to = yield from understood(
        desk, "prompt-to", lambda text: msel.in_order(roles_named(desk, text), row) if text else ()
    )
    desk.tell(_("From (empty: as it is)"))
    sender = yield say("prompt-words")
    # What has not come by now is of no use any more, and would come among what is asked next.
    desk.let_go(id)
    if not (subject or text or to or sender):
        raise Unclear(_("Nothing is changed yet."))
    command = c.Amend(CONTROL, row.id, to, sender, subject, text)
    return (yield from desk.steer(wishes.amended(command, row), why))


def _so_far(desk: RoomDesk, answer: Answer) -> Iterator[str]:
    """What an inject says as it is, to whoever is changing it."""
    script = script_of(answer)
    to = truth.names(script.to, desk.world)
    fields = ((_("Subject"), script.title), (_("Text"), script.text), (_("To"), to),
              (_("From"), script.sender))  # fmt: skip
    for name, said in fields:
        yield say("field", name=name, said=one(said))
