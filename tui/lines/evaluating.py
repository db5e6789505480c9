"""What an evaluator writes down for the review: observations and ratings."""

from collections.abc import Mapping, Sequence
from typing import Final

from simulator.session.acts import Grade, Mark, Observe, Rate
from tui.drafts import About
from tui.lines.asking import Asking, Steps, chosen, named, understood, words
from tui.lines.choosing import Choice, Unclear, pick
from tui.lines.desk import Desk
from tui.lines.grammar import numbered, reason
from tui.lines.phrases import one, say, sentence, stopped, written
from tui.rating import Evaluating, Rated, by_all, rated
from tui.room.duties import GRADES, MARKS
from tui.speech import _, mark

ABOUT: Final[About] = ("observation", "")
"""Under which the draft of an observation is kept."""
NOTED: Final = mark("Noted.")
RATED: Final = mark("Rated.")
SIGNS: Final[dict[Mark, str]] = {
    "hot-wash": "wash", "urgent": "urgent-finding", "promise": "promise",
}  # fmt: skip
"""The marks by the words that set them in one line."""


def observe(desk: Desk, given: str) -> Steps:
    """`urgent: …`; without words it asks for them, for the marks and for the objective."""
    seat, at = _seat(desk), desk.view.now
    marks, text = marked(given)
    objective = ""
    if not text:
        text = yield from _text(desk)
        marks = yield from _marks(desk, marks)
        objective = yield from _objective(desk)
    act = Observe(
        text=text, team=seat.team, at=at, marks=marks, objective=objective, role=desk.role
    )
    desk.hand_on(lambda: seat.do(act, _(NOTED)))
    desk.drafts.drop(ABOUT)
    return ()


def rate(desk: Desk, given: str) -> Steps:
    """`3 S because …`; what is missing is asked for."""
    seat = _seat(desk)
    every = [*rated(seat, desk.view.objectives)]
    number, rest = numbered(given)
    letter, _space, rest = rest.partition(" ")
    it = every[named(number, _choices(every), "a-rated").number - 1] if number else None
    grade = grade_of(letter) if letter else None
    if it is None:
        others = by_all(seat)
        listed = (_line(place, one, others) for place, one in enumerate(every, 1))
        desk.tell(say("rate-head"), *listed)
        picked = yield from chosen(desk, "prompt-rate", _choices(every), "a-rated")
        it = every[picked.number - 1]
    text = reason(rest)
    if grade is None:
        desk.tell(say("ask-grade", title=it.title), *("  " + _(said) for said in GRADES.values()))
        grade = yield from _asked_grade(desk)
        desk.tell(say("ask-comment"))
        text = yield say("prompt-reason")
    act = Rate(objective=it.objective, task=it.task, grade=grade, team=seat.team, text=text)
    desk.hand_on(lambda: seat.do(act, _(RATED)))
    return ()


def _seat(desk: Desk) -> Evaluating:
    seat = desk.seat
    if not (isinstance(seat, Evaluating) and seat.evaluates):
        raise Unclear(say("nobody-rates"))
    return seat


def marked(text: str) -> tuple[tuple[Mark, ...], str]:
    """The marks before a colon, and what was seen; a colon after other words is one of theirs."""
    head, colon, rest = text.partition(":")
    named = [word.strip().casefold() for word in head.split(",")]
    found = {name for name, word in SIGNS.items() if not written(word).isdisjoint(named)}
    known = frozenset[str]().union(*map(written, SIGNS.values()))
    if colon and known.issuperset(named):
        return tuple(name for name in MARKS if name in found), rest.strip()
    return (), text


def _text(desk: Desk) -> Asking[str]:
    """What was seen, which stays a draft until it is sent."""
    draft = desk.drafts.of(ABOUT)
    before = draft.written.get("text", "") if draft else ""
    kept = (say("so-far", text=before), say("keep-it")) if before else ()
    desk.tell(stopped(say("ask-observed"), *kept))
    text = yield say("prompt-words")
    if not text and not before:
        desk.tell(say("wants-words"))
        text = yield from words(desk, "prompt-words")
    desk.drafts.keep(ABOUT, {"text": text or before}, desk.view.now)
    return text or before


def _marks(desk: Desk, marks: tuple[Mark, ...]) -> Asking[tuple[Mark, ...]]:
    """What it is for; several, with commas between them."""
    if marks:
        return marks
    choices = [Choice(name, place, _(said)) for place, (name, said) in enumerate(MARKS.items(), 1)]
    desk.tell(say("ask-marks"), *("  " + _entry(one) for one in choices))

    def read(text: str) -> tuple[Mark, ...]:
        parts = [part.strip() for part in text.split(",") if part.strip()]
        ids = {pick(part, choices, say("a-mark")).id for part in parts}
        return tuple(name for name in MARKS if name in ids)

    return (yield from understood(desk, "prompt-marks", read))


def _objective(desk: Desk) -> Asking[str]:
    """The number of the one it is about; empty for none."""
    aims = desk.view.objectives
    choices = [Choice(str(place), place, title) for place, title in enumerate(aims, 1)]
    if not choices:
        return ""
    desk.tell(say("ask-objective"), *("  " + _entry(one) for one in choices))

    def read(text: str) -> str:
        return named(text, choices, "an-objective").id if text else ""

    return (yield from understood(desk, "prompt-objective", read))


def _asked_grade(desk: Desk) -> Asking[Grade]:
    while True:
        text = yield say("prompt-grade")
        try:
            return grade_of(text)
        except Unclear as no:
            desk.tell(no.sentence)


def grade_of(text: str) -> Grade:
    """By its letter, or its number as on the screen. Raises Unclear."""
    wanted = text.strip().upper()
    for place, grade in enumerate(GRADES, 1):
        if wanted in (grade, str(place)):
            return grade
    raise Unclear(say("bad-grade"))


def _choices(every: Sequence[Rated]) -> Sequence[Choice]:
    return [Choice(f"{at} {of}", place, said) for place, (at, of, said) in enumerate(every, 1)]


def _line(place: int, it: Rated, given: Mapping[tuple[str, str], str]) -> str:
    entry = say("entry", number=place, title=sentence(one(it.title)))
    if others := given.get((it.objective, it.task)):
        entry = f"{entry} {sentence(one(others))}"
    return f"    {entry}" if it.task else f"  {entry}"


def _entry(choice: Choice) -> str:
    return say("entry", number=choice.number, title=sentence(choice.title))
