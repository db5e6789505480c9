"""Looking at the pages of the room: their tables as lists with numbers, and all about one thing."""

from collections.abc import Callable, Iterator, Sequence
from typing import Final, NamedTuple

from rich.console import RenderableType

from tui.letters import fields
from tui.lines.choosing import Choice, Unclear, meant, pick
from tui.lines.phrases import say
from tui.lines.room.desk import RoomDesk
from tui.lines.room.telling import entry, paragraphs
from tui.room import abouts, comparing, judging, learning
from tui.room.pages import flags as contest
from tui.room.pages import judging as judged
from tui.room.pages import notebook, tables
from tui.room.pages.campaign import Crews, Ladder, OpenConsents, TrueOrders
from tui.room.pages.holdings import Ratings, TrueAssets, TrueGauges
from tui.room.pages.section import Section
from tui.speech import _, mark
from tui.widgets.grid import Row

About = Callable[[RoomDesk, str], RenderableType]


class Listed(NamedTuple):
    """A table: what is in it, the label of the column with what each row is called, what is said
    where there is none; and what tells all `about` the row of a key, where there is more to tell.
    """

    head: str
    rows: Callable[[RoomDesk], list[Row]]
    title: str
    nothing: str
    about: About | None = None


def _section(kind: type[Section], title: str) -> Listed:
    """A table of the world page."""

    def rows(desk: RoomDesk) -> list[Row]:
        return kind.drawn(desk.scene)

    def about(desk: RoomDesk, key: str) -> RenderableType:
        told = abouts.about(kind.FIELD, key, desk.scene)
        assert told is not None, "what is listed is there"
        return told

    return Listed(kind.TITLE, rows, title, kind.NOTHING, about)


def _told(kind: type[contest.Told], head: str, title: str, about: About | None = None) -> Listed:
    """A table of the page of flags."""
    return Listed(head, lambda desk: kind.drawn(desk.room), title, kind.NOTHING, about)


def _card(desk: RoomDesk, subject: str) -> RenderableType:
    found = next(card for card in desk.world.cards if card.subject == subject)
    return judging.letter(found, desk.scene)


def _ruling(desk: RoomDesk, key: str) -> RenderableType:
    found = next(it for it in desk.world.rulings if f"{it.at} {it.subject}" == key)
    return judging.ruling_letter(found, desk.scene)


def _rated(desk: RoomDesk, key: str) -> RenderableType:
    found = next(it for it in learning.items(desk.room, desk.world) if it.key == key)
    return learning.about_item(found)


def _planned(desk: RoomDesk, key: str) -> RenderableType:
    found = next(row for row in desk.room.plan if row.id == key)
    return learning.about_row(found, desk.world)


def _standing(desk: RoomDesk, team: str) -> RenderableType:
    found = next(it for it in desk.room.standings if it.team == team)
    return fields([(name, said) for name, said in comparing.pairs(found) if said])


def _flag(desk: RoomDesk, id: str) -> RenderableType:
    found = next(it for it in desk.room.flags if it.id == id)
    return contest.about(found, len(desk.room.teams))


LISTS: Final[dict[str, Listed]] = {
    "board": Listed(mark("Teams"), lambda desk: tables.teams(desk.room), "Team",
                    mark("Nothing here.")),
    "seats": Listed(mark("Seats"), lambda desk: tables.seats(desk.room, desk.panel), "Seat",
                    tables.Seats.NOTHING),
    "people": Listed(mark("People"), lambda desk: tables.people(desk.room), "Name",
                     tables.People.NOTHING),
    "assets": _section(TrueAssets, "Asset"),
    "gauges": _section(TrueGauges, "Gauge"),
    "campaign": _section(Ladder, "Step"),
    "crews": _section(Crews, "Team"),
    "orders": _section(TrueOrders, "Order"),
    "consents": _section(OpenConsents, "What for"),
    "objectives": _section(Ratings, "Objective"),
    "cards": Listed(mark("Waits for a ruling"), lambda desk: judged.waiting(desk.scene),
                    "What they say", judged.Cards.NOTHING, _card),
    "rulings": Listed(mark("Rulings so far"), lambda desk: judged.ruled(desk.scene),
                      "What they said", judged.Rulings.NOTHING, _ruling),
    "ratings": Listed(
        mark("Objectives and tasks"),
        lambda desk: [learning.row_of(one) for one in learning.items(desk.room, desk.world)],
        "Objective", notebook.Ratings.NOTHING, _rated,
    ),
    "plan": Listed(
        mark("Improvement plan"),
        lambda desk: [learning.plan_row(row, desk.room) for row in desk.room.plan], "Issue",
        mark("The improvement plan is empty: improve puts a row down."), _planned,
    ),
    "scores": _told(contest.LiveScores, mark("Scores"), "Team"),
    "solvers": _told(contest.Solvers, mark("People"), "Who"),
    "solves": _told(contest.Solves, mark("Solved"), "Challenge"),
    "flags": _told(contest.Challenges, mark("Challenges"), "Challenge", _flag),
}  # fmt: skip
"""By the command that tells them."""


def listed(name: str) -> Callable[[RoomDesk, str], None]:
    """The command that tells a list, or all about one thing of it."""

    def look(desk: RoomDesk, given: str) -> None:
        about = LISTS[name].about
        if given and about is not None:
            desk.tell(*paragraphs(about(desk, found(desk, name, given))))
        else:
            desk.tell(*lines(desk, name))

    return look


def lines(desk: RoomDesk, name: str) -> Iterator[str]:
    """A list with its head, a line for each row; what belongs to the row above stands inset."""
    it = LISTS[name]
    rows = it.rows(desk)
    numbers = _numbers(desk, name, rows)
    opened = name == "ratings" and desk.watched.name in desk.room.revealed
    more = f", {_('open to evaluators')}" if opened else ""
    yield f"{_(it.head)}: {len(numbers)}{more}" if rows else _(it.nothing)
    for row in rows:
        if row.key in numbers:
            yield entry(row, it.title, numbers[row.key])
        else:
            yield f"  {entry(row, it.title)}"


def _numbers(desk: RoomDesk, name: str, rows: Sequence[Row]) -> dict[str, int]:
    """The numbers of the rows that are things of their own, by their keys."""
    # A measure stands under its objective, and is no thing that one looks at by itself.
    keys = (row.key for row in rows if name != "objectives" or " " not in row.key)
    return {key: desk.number(name, key) for key in keys}


def _choices(desk: RoomDesk, name: str) -> list[Choice]:
    """The rows of a list, to be named by number or by words."""
    it = LISTS[name]
    rows = it.rows(desk)
    numbers = _numbers(desk, name, rows)
    titles = {row.key: row.cells[it.title].plain for row in rows}
    return [Choice(key, number, titles[key].strip()) for key, number in numbers.items()]


def found(desk: RoomDesk, name: str, given: str) -> str:
    """The key of the row of a list that is meant. Raises Unclear."""
    there = _choices(desk, name)
    if not there:
        raise Unclear(_(LISTS[name].nothing))
    return meant(given, there, _(LISTS[name].title)).id


def compare(desk: RoomDesk, given: str) -> None:
    """All teams, each with all that is told of it beside the table."""
    teams = [it.team for it in desk.room.standings]
    if not teams:
        raise Unclear(_("After STARTEX you read here how the teams do."))
    there = [Choice(team, number, team) for number, team in enumerate(teams, 1)]
    wanted = [pick(given, there, _("team")).id] if given else teams
    for team in wanted:
        desk.tell(*paragraphs(_standing(desk, team)), "")


def facts(desk: RoomDesk, given: str) -> None:
    """What is so in the world, and what is not."""
    facts = desk.world.facts
    if not facts:
        raise Unclear(_("This exercise has no facts."))
    for fact in facts:
        holds = _("so") if fact.holds else _("not so")
        desk.tell(say("field", name=fact.about or fact.id, said=holds))
