"""What control writes down for the review in lines: notes, ratings, rows of the plan."""

from datetime import date
from typing import Any, Final

from simulator.session import acts
from simulator.session.acts import Element, Grade
from tui.lines.asking import Asking, Steps, certain, entries, understood
from tui.lines.asking import words as asked_words
from tui.lines.choosing import Choice, Unclear, pick
from tui.lines.evaluating import grade_of, marked, several, which_marks, which_objective
from tui.lines.grammar import numbered, reason
from tui.lines.phrases import say, spellings
from tui.lines.room.desk import RoomDesk
from tui.lines.room.pages import found
from tui.lines.room.people import seat_named
from tui.room import learning
from tui.room.duties import ELEMENTS, GRADES, elsewhere
from tui.room.evidence import last_events
from tui.speech import _, mark

MORE: Final = {
    "capability": mark("Capability"),
    "owner": mark("In charge"),
    "starts": mark("Starts"),
    "due": mark("Due"),
    "check": mark("Closed by"),
}
"""The fields of a row of the plan that may be empty."""
DAYS: Final = ("starts", "due")


def note(desk: RoomDesk, given: str) -> Steps:
    """`urgent: TEXT`; without words it asks for them."""
    if theirs := elsewhere("observation", desk.room, desk.chair.grant):
        # Nobody writes what is refused afterwards.
        raise Unclear(theirs)
    team, (marks, text) = desk.watched, marked(given)
    more: dict[str, Any] = {}
    if not text:
        desk.tell(say("ask-observed"))
        text = yield from asked_words(desk, "prompt-words")
        marks = yield from which_marks(desk, marks)
        more = yield from _about(desk)
    act = acts.Observe(text=text, team=team.name, at=team.now, marks=marks, **more)
    desk.do(act, _("Noted."))
    return ()


def _about(desk: RoomDesk) -> Asking[dict[str, Any]]:
    """What shows it, which objective it is about, and which role; each may be left out."""
    events = last_events(desk.panel, desk.room.start)
    shown: set[str] = set()
    if events:
        question = _("What shows it? Numbers with commas between, or just enter:")
        choices = [Choice(str(place), n, said) for n, (place, said) in enumerate(events, 1)]
        shown = yield from several(desk, question, choices, "prompt-words", _("event"))
    objective = yield from which_objective(desk, desk.room.objectives)
    desk.tell(_("About which role? Its name, or just enter."))
    role = yield from understood(
        desk, "prompt-words", lambda text: seat_named(desk, text).role if text else ""
    )
    evidence = tuple(place for place, _said in events if str(place) in shown)
    return {"evidence": evidence, "objective": objective, "role": role}


def rate(desk: RoomDesk, given: str) -> Steps:
    """`3 S because …`: an objective or a task by its number among the ratings."""
    objective, task, grade, text = yield from _rated(desk, given)
    act = acts.Rate(objective=objective, task=task, grade=grade, team=desk.watched.name, text=text)
    desk.do(act, _("Rated."))
    return ()


def aside(desk: RoomDesk, given: str) -> Steps:
    """The same, in place of all others; `off` lets them stand again."""
    team, (number, word) = desk.watched.name, numbered(given)
    if word.casefold() in spellings("off", _("off")):
        objective = found(desk, "ratings", number).partition(" ")[0]
        act = acts.SetAside(objective=objective, team=team, off=True)
        desk.do(act, _("The others stand again."))
        return ()
    objective, _task, grade, why = yield from _rated(desk, given)
    if not why:
        raise Unclear(_("Choose a grade, and write why it stands."))
    act = acts.SetAside(objective=objective, grade=grade, why=why, team=team)
    desk.do(act, _("It stands."))
    return ()


def reveal(desk: RoomDesk, given: str) -> Steps:
    """Let the evaluators of the watched team see each other's ratings, once it is over."""
    if desk.watched.stands != "over":
        raise Unclear(_("The exercise is not over yet: ratings are opened afterwards."))
    if desk.watched.name in desk.room.revealed:
        raise Unclear(_("The ratings are open already."))
    if (yield from certain(desk, _(learning.TO_REVEAL))):
        desk.do(acts.Reveal(team=desk.watched.name), _("The ratings are open."))
    return ()


def _rated(desk: RoomDesk, given: str) -> Asking[tuple[str, str, Grade, str]]:
    """The objective, the task if it is one, the grade and the words."""
    number, rest = numbered(given)
    objective, _space, task = found(desk, "ratings", number).partition(" ")
    letter, _space, rest = rest.partition(" ")
    if letter:
        return objective, task, grade_of(letter), reason(rest)
    desk.tell(*("  " + _(said) for said in GRADES.values()))
    grade = yield from understood(desk, "prompt-grade", grade_of)
    desk.tell(say("ask-comment"))
    return objective, task, grade, (yield say("prompt-reason"))


def improve(desk: RoomDesk, given: str) -> Steps:
    """A new row of the plan, or other words of the one that is named; enter leaves a field."""
    item = found(desk, "plan", given) if given else ""
    row = next((it for it in desk.room.plan if it.id == item), None)
    issue = yield from _needed(desk, _("What is the issue?"), row.issue if row else "")
    action = yield from _needed(desk, _("What is to be done?"), row.action if row else "")
    element = yield from _element(desk, row.element if row else None)
    written: dict[str, Any] = {}
    for name, asked in MORE.items():
        before = getattr(row, name) if row else ""
        desk.tell(_asked(_(asked), before))
        read = _day if name in DAYS else str
        written[name] = (yield from understood(desk, "prompt-words", read)) or before
    team = row.team if row else desk.watched.name
    evidence = row.evidence if row else ()
    act = acts.Plan(
        item=item, issue=issue, action=action, element=element, team=team, evidence=evidence,
        **written,
    )  # fmt: skip
    desk.do(act, _("It stands in the plan."))
    return ()


def _needed(desk: RoomDesk, asked: str, before: str) -> Asking[str]:
    """What is written; what stood there before, where nothing is."""
    desk.tell(_asked(asked, before))
    if before:
        return (yield say("prompt-words")) or before
    return (yield from asked_words(desk, "prompt-words"))


def _asked(question: str, before: str) -> str:
    return f"{question} {say('so-far', text=before)}" if before else question


def _day(text: str) -> str:
    """A day, or nothing. Raises Unclear."""
    try:
        return text and date.fromisoformat(text).isoformat()
    except ValueError:
        raise Unclear(_("a day, like 2027-01-31")) from None


def _element(desk: RoomDesk, before: Element | None) -> Asking[Element]:
    names = [*ELEMENTS]
    there = [Choice(name, n, _(ELEMENTS[name])) for n, name in enumerate(names, 1)]
    desk.tell(_("Which element of the capability?"), *entries(there))

    def read(text: str) -> Element:
        return before if before and not text else names[pick(text, there, "").number - 1]

    return (yield from understood(desk, "prompt-words", read))


def discard(desk: RoomDesk, given: str) -> Steps:
    """Take a row from the plan."""
    item = found(desk, "plan", given)
    row = next(it for it in desk.room.plan if it.id == item)
    if (yield from certain(desk, learning.to_remove(row))):
        desk.do(acts.Plan(item=item, off=True), _("It is taken from the plan."))
    return ()
