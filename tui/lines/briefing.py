"""What one came with: the brief, aims, rules and words; who else is there; and the language."""

from collections.abc import Iterator
from typing import Final

from simulator.engine.views import RoleView, TermView
from tui import words
from tui.cleaning import unbroken
from tui.finding import folded
from tui.glossary import RULES, TERMS
from tui.lines.asking import named
from tui.lines.choosing import Choice, Unclear
from tui.lines.desk import Desk
from tui.lines.paper import Prose
from tui.lines.phrases import PHRASES, one, say, sentence, stopped, written
from tui.seat import Mate
from tui.speech import _

TURNS: Final = (("next", 1), ("before", -1), ("on-again", 0))
"""The words that go on or back in the tutorial, and by how many steps."""


def brief(desk: Desk, given: str) -> None:
    desk.tell(*brief_lines(desk.view))


def brief_lines(view: RoleView) -> Iterator[str]:
    """Which exercise, who I am, what I am told to do, and who sits where."""
    length, start = words.duration(view.length), words.day_time(view.start, 0)
    yield stopped(say("exercise", title=view.title, tlp=view.tlp, length=length, start=start))
    yield stopped(say("role", role=view.role.title))
    yield from _leads(view)
    yield Prose(f"\n{unbroken(view.brief) or say('no-brief')}\n")
    if view.seats:
        yield say("seats")
    for seat in view.seats:
        who = "seat-person" if seat.staffed else "seat-bot"
        yield "  " + say("seat-you" if seat.id == view.role.id else who, title=seat.title)


def _leads(view: RoleView) -> Iterator[str]:
    """Whom I lead, and who reads my reports."""
    teams = [say("leads", team=team.title, count=team.people) for team in view.teams]
    if teams:
        yield stopped(say("lead", teams="; ".join(teams)))
    readers = dict.fromkeys(reader for report in view.reports for reader in report.to)
    if readers:
        yield stopped(say("report-to", names=", ".join(readers)))


def objectives(desk: Desk, given: str) -> None:
    """What the exercise is about."""
    aims = desk.view.objectives
    desk.tell(say("aims") if aims else say("aims-none"))
    for aim in aims:
        desk.tell("  " + sentence(one(aim)))


def rules(desk: Desk, given: str) -> None:
    """How one plays, in every exercise and in this one."""
    desk.tell(say("rules"), *("  " + _(rule) for rule in RULES))
    if desk.view.rules:
        desk.tell(say("rules-here"), Prose(unbroken(desk.view.rules)))


def glossary(desk: Desk, given: str) -> None:
    """All words and what they mean, or those that are asked for, or else explained by it."""
    shared = (TermView(_(term), _(means)) for term, means in TERMS)
    every = (*desk.view.glossary, *shared)
    sought = folded(one(given))
    found = [term for term in every if sought in folded(one(term.term))]
    found = found or [term for term in every if sought in folded(one(term.means))]
    if not found:
        raise Unclear(say("none-such", what=say("a-term"), text=given))
    desk.tell(*(say("term", name=term.term, means=term.means) for term in found))


def colleagues(desk: Desk, given: str) -> None:
    """Who else holds this seat, and what they are at."""
    mates = desk.seat.mates()
    desk.tell(*(_mate(mate, desk) for mate in mates) if mates else (say("mates-none"),))


def _mate(mate: Mate, desk: Desk) -> str:
    said = [one(mate.name)]
    items = {item.key: item for item in desk.view.inbox}
    if mate.reads in items:
        number = desk.numbers.of("message", mate.reads)
        said.append(say("mate-reads", number=number, subject=items[mate.reads].subject))
    if mate.writes[0]:
        said.append(say("mate-writes"))
    return stopped(*said)


def tutorial(desk: Desk, given: str) -> None:
    """The step one is at, the next or the one before it; or no more of it. Raises Unclear."""
    word, lesson = given.casefold(), desk.lesson
    if word in written("off-again"):
        lesson.on = False
        desk.tell(say("lesson-off"))
        return
    turns = {way: by for name, by in TURNS for way in written(name)}
    if word and word not in turns:
        raise Unclear(say("bad-tutorial"))
    lesson.turn(turns.get(word, 0))
    lesson.on = True
    desk.tell(lesson.words())


def language(desk: Desk, given: str) -> None:
    """Read the texts of the exercise in another of its languages, or say which there are."""
    view = desk.view
    there = [Choice(code, n, named_in(code), (code,)) for n, code in enumerate(view.languages, 1)]
    if given:
        code = named(given, there, "a-language").id
        desk.seat.read_in(code)
        desk.look()
        desk.tell(say("language-is", language=named_in(code)))
    else:
        titles = ", ".join(choice.title for choice in there)
        desk.tell(say("languages", language=named_in(view.language), languages=titles))


def named_in(code: str) -> str:
    """What a language is called; its code where it has no name here."""
    name = f"language-{code}"
    return say(name) if name in PHRASES else code
