"""Looking at what is no table: the situation, the MSEL, the log of truth, what may come."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from simulator.engine.views import LogLine
from simulator.engine.views.overview import InjectRow
from tui import words
from tui.chair import Answer
from tui.finding import folded
from tui.lines.choosing import Choice, Unclear, pick
from tui.lines.grammar import seconds
from tui.lines.phrases import one, say, sentence, spellings, stopped, written
from tui.lines.room.desk import RoomDesk, outlook_of, script_of
from tui.lines.room.news import clock_of, host_of, told
from tui.lines.room.telling import as_said, entry, paragraphs, wordy
from tui.plain import plain
from tui.room import ahead, learning, msel
from tui.room.alarms import alarms as alarms_of
from tui.room.duties import DUTIES
from tui.room.facilitating import facilitators_page, standing
from tui.room.handover import handover
from tui.room.minutes import minutes
from tui.room.msel import STATES, Folded, Names, Sieve
from tui.room.pages.injects import drawn_of
from tui.room.steps import events_ahead
from tui.speech import _, mark
from tui.widgets.grid import Cells, Row

BEHIND: Final = 5
AHEAD: Final = 10
"""So many injects that were sent, and that come, are listed where nobody asks for more."""


def time(desk: RoomDesk, given: str) -> None:
    """What time it is, what the clock does, at which pace, and what comes next."""
    team, room = desk.watched, desk.room
    now = say(
        "now", time=words.full_time(room.start, team.now), since=words.since_startex(team.now),
        length=words.duration(team.end or room.length),
    )  # fmt: skip
    pace = _("The pace is {pace}.", pace=words.pace(team.pace))
    desk.tell(as_said(now, clock_of(team, room), pace))
    for at in team.holds:
        desk.tell(_("The clock will pause at {time}.", time=words.day_time(room.start, at)))
    if desk.panel is not None:
        for at, what in events_ahead(desk.panel, team.now)[:1]:
            desk.tell(say("field", name=words.day_time(room.start, at), said=what))


def situation(desk: RoomDesk, given: str) -> None:
    """All that whoever leads has to know: the hand-over sheet of the watched team."""
    room = desk.room
    _tell_text(desk, handover(room, desk.world))
    desk.tell("", sentence(host_of(room)))
    if desk.chair.trouble:
        desk.tell(say("connection", trouble=desk.chair.trouble))


def _tell_text(desk: RoomDesk, text: str) -> None:
    desk.tell(*(wordy(line) for line in text.splitlines() if not line or line.strip("-")))


def alarms(desk: RoomDesk, given: str) -> None:
    found = alarms_of(desk.room, desk.panel)
    ways = not desk.no_acts
    told = (stopped(one(alarm.words), alarm.lines if ways else "") for alarm in found)
    desk.tell(*told if found else (_("No alarms."),))


def duties(desk: RoomDesk, given: str) -> None:
    held = {row.duty: row.by for row in desk.room.duties}
    for name, said in DUTIES.items():
        desk.tell(say("field", name=_(said), said=held.get(name) or _("everybody")))


def notes(desk: RoomDesk, given: str) -> None:
    """Observations, ratings and the plan, as text."""
    _tell_text(desk, minutes(desk.room, desk.panel))


def wash(desk: RoomDesk, given: str) -> None:
    """What is for the hot wash, and what participants say."""
    desk.tell(*paragraphs(learning.wash(desk.room)))


def log(desk: RoomDesk, given: str) -> None:
    """What has happened since this was asked last; all of it, of one kind, or with some words."""
    lines, start = desk.world.log, desk.room.start
    sought = folded(given)
    shown = lines[desk.looked.lines :]
    if given:
        shown = tuple(_found(lines, sought))
    desk.looked.lines = len(lines)
    if not shown:
        desk.tell(_("Nothing new; log all tells everything.") if not given else say("log-none"))
        return
    desk.tell(say("log-head", shown=len(shown), count=len(lines)), *told(shown, start))


def _found(lines: Sequence[LogLine], sought: str) -> Iterable[LogLine]:
    """All of them, those of this kind, or those with the words."""
    if sought in map(folded, written("all")):
        return lines
    kinds = {line.kind for line in lines if sought in spellings(line.kind, _(line.kind))}
    of_kind = [line for line in lines if line.kind in kinds]
    return of_kind or (line for line in lines if sought in folded(one(line.words)))


# The MSEL


def injects(desk: RoomDesk, given: str) -> None:
    """What was sent last and what comes next; or all that is in a state, or has some words."""
    rows, names = desk.world.msel, Names.of(desk.room, desk.world)
    found = msel.ordered(_sifted(rows, names, given), "time", names)
    if not given:
        sent = [row for row in found if row.sent_at is not None]
        left = [row for row in found if row.state in msel.UNSENT]
        found = [*sent[-BEHIND:], *left[:AHEAD]]
    elif not found:
        raise Unclear(_("No such inject."))
    desk.tell(msel.counted(len(found), len(rows)))
    now = msel.now_of(desk.room, desk.world)
    numbers = {choice.id: choice.number for choice in injects_of(desk)}
    for row in found:
        cells = _told_of(row, msel.when(row, now, desk.room.start), desk.room.start, names)
        desk.tell(entry(Row(row.id, cells), "Inject", numbers[row.id]))


def _told_of(row: InjectRow, when: str, start: str, names: Names) -> Cells:
    """What stands in its row; of the one column for several things, which of them it is."""
    cells = dict(drawn_of(row, when, names))
    why = cells.pop("Waits for, or answer")
    cells[mark("Waits") if row.waits else mark("Answer")] = why
    if row.decision_due is not None and not row.answer:
        cells[mark("To decide by")] = plain(words.day_time(start, row.decision_due))
    return cells


def _sifted(rows: tuple[InjectRow, ...], names: Names, given: str) -> list[InjectRow]:
    """Those of a state, or with the words; all where none are given."""
    sought = folded(given)
    if not given or sought in map(folded, written("all")):
        return [*rows]
    state = next(
        (s for s, (_sign, word, _ink) in STATES.items() if sought in spellings(s, _(word))), ""
    )
    sieve = Sieve(states=frozenset({state})) if state else Sieve(sought=sought)
    texts = Folded()
    return [row for row in rows if msel.passes(row, sieve, names, texts)]


def injects_of(desk: RoomDesk) -> list[Choice]:
    """All injects, by the places that the codes of their forms on paper have as well."""
    return [Choice(row.id, place, row.title) for place, row in enumerate(desk.world.msel, 1)]


def the_inject(desk: RoomDesk, given: str) -> InjectRow:
    """The inject that is meant. Raises Unclear."""
    if not given:
        raise Unclear(say("which", what=_("inject")))
    place = pick(given, injects_of(desk), _("inject")).number
    return desk.world.msel[place - 1]


def inject(desk: RoomDesk, given: str) -> None:
    """How it stands with an inject, and then its script, when it comes."""
    row, names = the_inject(desk, given), Names.of(desk.room, desk.world)
    desk.tell(*paragraphs(standing(row, names, desk.watched.now, desk.room.start)))
    id = desk.chair.enquire("script", desk.watched.name, inject=row.id)
    desk.enquire(id, lambda answer: paragraphs(facilitators_page(script_of(answer), names)))


# What may come


def outlook(desk: RoomDesk, given: str) -> None:
    """What may come in so much time, if nobody acts; or if bots do."""
    ways = spellings("bots", _("bots"))
    bots = [word for word in given.split() if word.casefold() in ways]
    far = " ".join(word for word in given.split() if word not in bots)
    until = desk.watched.now + seconds(far) if far else None
    id = desk.chair.enquire("outlook", desk.watched.name, acting=bool(bots), until=until)
    desk.tell(_("It is being worked out …"))
    start = desk.room.start

    def tell(answer: Answer) -> Iterator[str]:
        foreseen = outlook_of(answer)
        yield _("If bots act") if foreseen.acting else _("If nobody acts")
        for line in ahead.told(foreseen, start, 0):
            yield from paragraphs(line)

    desk.enquire(id, tell)
