"""What a participant thinks of the exercise, asked statement by statement once it is over."""

from typing import Final, NamedTuple

from simulator.session.feedback import AGREE, QUESTIONS, STATEMENTS
from tui.handing import ABOUT, AGAIN, EMPTY, HOW, SENT, UNNAMED, WHO, Asking, filled
from tui.lines import asking
from tui.lines.choosing import Unclear
from tui.lines.desk import Desk
from tui.lines.phrases import say, stopped, written
from tui.speech import _

NOTHING: Final = "-"


class Field(NamedTuple):
    """`id` is the name under which a draft keeps it, which the screen goes on with as well."""

    id: str
    asked: str
    scaled: bool

    def shown(self, entry: str) -> str:
        """What was entered, as people read it: a draft counts the places of a scale from 0."""
        return str(int(entry) + 1) if self.scaled and entry.isdecimal() else entry

    def read(self, text: str) -> str:
        """What is meant, as it is kept. Raises Unclear."""
        if not self.scaled:
            return text
        if not (text.isdecimal() and 1 <= int(text) <= AGREE):
            raise Unclear(say("bad-score"))
        return str(int(text) - 1)


FIELDS: Final = (
    *(Field(f"score-{id}", statement, True) for id, statement in STATEMENTS.items()),
    *(Field(f"text-{id}", question, False) for id, question in QUESTIONS.items()),
)


def feedback(desk: Desk, given: str) -> asking.Steps:
    """The same form as on the screens, whose draft it goes on with."""
    seat = desk.seat
    if desk.view.debrief is None:
        raise Unclear(say("feedback-early"))
    if not isinstance(seat, Asking):
        raise Unclear(say("nobody-asks"))
    desk.tell(stopped(_(AGAIN[seat.handed_in]) if seat.handed_in else "", _(HOW)))
    draft = desk.drafts.of(ABOUT)
    entries = dict(draft.written) if draft else {}
    for field in FIELDS:
        yield from _fill(desk, field, entries)
    form = filled(entries, (yield from _unnamed(desk, seat)))
    if not (form.scores or form.texts):
        raise Unclear(_(EMPTY))
    desk.hand_on(lambda: seat.hand_in(form, _(SENT)))
    return ()


def _fill(desk: Desk, field: Field, entries: dict[str, str]) -> asking.Asking[None]:
    """Ask for one field; what is written is kept at once."""
    before = entries.get(field.id, "")
    so_far = (say("so-far", text=field.shown(before)), say("keep")) if before else ()
    desk.tell(stopped(_(field.asked), *so_far))
    while True:
        text = yield say("prompt-score" if field.scaled else "prompt-words")
        try:
            entries[field.id] = "" if text == NOTHING else field.read(text) if text else before
        except Unclear as no:
            desk.tell(no.sentence)
        else:
            kept = {id: entry for id, entry in entries.items() if entry}
            desk.drafts.keep(ABOUT, kept, desk.view.now)
            return


def _unnamed(desk: Desk, seat: Asking) -> asking.Asking[bool]:
    """Whether it is sent without a name; as it was sent before, where it was."""
    if seat.handed_in:
        return seat.handed_in == UNNAMED
    desk.tell(_(WHO), say("ask-name"))
    while True:
        text = (yield say("prompt-name")).casefold()
        if text in written("yes"):
            return False
        if text in written("no"):
            return True
        desk.tell(say("yes-or-no"))
