"""What an evaluator writes down for the review: observations and ratings."""

from collections.abc import Mapping, Sequence
from typing import Final

from simulator.session.acts import Grade, Mark, Observe, Rate
from tui.drafts import About
from tui.lines.asking import Asking, Steps, Telling, chosen, named, understood, words
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
        marks = yield from which_marks(desk, marks)
        objective = yield from which_objective(desk, _numbered(desk.view.objectives))
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
        grade = yield from understood(desk, "prompt-grade", grade_of)
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
    """The marks before a colon, and what was seen; a colon after other words is one of theirs. A
    mark of two words may have a stroke between them or a space."""
    head, colon, rest = text.partition(":")
    named = [_joined(word) for word in head.split(",")]
    signs = {name: frozenset(map(_joined, written(word))) for name, word in SIGNS.items()}
    found = {name for name, ways in signs.items() if not ways.isdisjoint(named)}
    known = frozenset[str]().union(*signs.values())
    if colon and known.issuperset(named):
        return tuple(name for name in MARKS if name in found), rest.strip()
    return (), text


def _joined(words: str) -> str:
    return "-".join(words.casefold().split())


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


def which_marks(desk: Telling, marks: tuple[Mark, ...]) -> Asking[tuple[Mark, ...]]:
    """What it is for; several, with commas between them."""
    if marks:
        return marks
    choices = [Choice(name, place, _(said)) for place, (name, said) in enumerate(MARKS.items(), 1)]
    ids = yield from several(desk, say("ask-marks"), choices, "prompt-marks", say("a-mark"))
    return tuple(name for name in MARKS if name in ids)


def several(
    desk: Telling, question: str, choices: Sequence[Choice], prompt: str, what: str
) -> Asking[set[str]]:
    """The ids of those that are named, with commas between them; of none where nothing is."""
    desk.tell(question, *("  " + _entry(one) for one in choices))

    def read(text: str) -> set[str]:
        parts = [part.strip() for part in text.split(",") if part.strip()]
        return {pick(part, choices, what).id for part in parts}

    return (yield from understood(desk, prompt, read))


def which_objective(desk: Telling, aims: Sequence[tuple[str, str]]) -> Asking[str]:
    """The id of the one it is about, of these by ids and titles; empty for none."""
    choices = [Choice(id, place, title) for place, (id, title) in enumerate(aims, 1)]
    if not choices:
        return ""
    desk.tell(say("ask-objective"), *("  " + _entry(one) for one in choices))

    def read(text: str) -> str:
        return named(text, choices, "an-objective").id if text else ""

    return (yield from understood(desk, "prompt-objective", read))


def _numbered(titles: Sequence[str]) -> list[tuple[str, str]]:
    return [(str(place), title) for place, title in enumerate(titles, 1)]


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
