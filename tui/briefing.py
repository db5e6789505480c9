"""What the role came with: who it is, what it is told to do, by which rules, and the words used.

Drawing only, to be shown before the exercise begins and at any time in it.
"""

from collections.abc import Iterator, Sequence

from rich.console import Group, RenderableType
from rich.table import Table

from simulator.engine.views import RoleView, TermView
from tui import words
from tui.glossary import RULES, TERMS
from tui.letters import fields
from tui.marks import joined
from tui.plain import flowing, plain
from tui.speech import _, many


def told_in(view: RoleView) -> tuple[object, ...]:
    """All of a view that the page tells of."""
    teams = tuple((team.title, team.people) for team in view.teams)
    reports = tuple(report.to for report in view.reports)
    told = (view.title, view.role, view.brief, view.objectives, view.rules, view.glossary)
    return (*told, view.seats, view.language, teams, reports)


def brief(view: RoleView) -> RenderableType:
    """Who I am, what I am told to do, whom I lead and to what end."""
    return Group(*_card(view), *_aims(view), *_seats(view))


def whole(view: RoleView) -> RenderableType:
    """The brief with the rules of play and the glossary."""
    return Group(*_card(view), *_aims(view), *_rules(view), *_seats(view), *_words(view))


def _card(view: RoleView) -> Iterator[RenderableType]:
    yield plain(view.role.title, "head")
    rows = [
        (_("Exercise"), _("{title} (TLP:{tlp})", title=view.title, tlp=view.tlp)),
        (_("Begins"), words.day_time(view.start, 0)),
        (_("Lasts"), words.duration(view.length)),
    ]
    if view.teams:
        led = (_people(team.title, team.people) for team in view.teams)
        rows.append((_("You lead"), ", ".join(led)))
    readers = dict.fromkeys(reader for report in view.reports for reader in report.to)
    if readers:
        rows.append((_("You report to"), ", ".join(readers)))
    yield fields(rows)
    yield joined("")
    yield flowing(view.brief or _("This role has no brief."))


def _people(team: str, number: int) -> str:
    return many("{team}: {number} person", "{team}: {number} people", number, team=team)


def _aims(view: RoleView) -> Iterator[RenderableType]:
    if view.objectives:
        yield from _heading(_("What it is about"))
        yield from (_point(objective) for objective in view.objectives)


def _rules(view: RoleView) -> Iterator[RenderableType]:
    yield from _heading(_("Rules of play"))
    yield from (_point(_(rule)) for rule in RULES)
    if view.rules:
        yield from _heading(_("Rules of this exercise"))
        yield flowing(view.rules)


def _seats(view: RoleView) -> Iterator[RenderableType]:
    if view.seats:
        yield from _heading(_("Who sits where"))
        yield fields(
            [(seat.title, _who(seat.id == view.role.id, seat.staffed)) for seat in view.seats]
        )


def _who(me: bool, staffed: bool) -> str:
    if me:
        return _("you")
    return _("a person") if staffed else _("played by the computer")


def _words(view: RoleView) -> Iterator[RenderableType]:
    if view.glossary:
        yield from _heading(_("Words of this exercise"))
        yield _terms(view.glossary)
    yield from _heading(_("Words of exercises"))
    yield _terms([TermView(_(term), _(means)) for term, means in TERMS])


def _terms(terms: Sequence[TermView]) -> RenderableType:
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(style="strong", max_width=22)
    table.add_column()
    for term in terms:
        table.add_row(plain(term.term), plain(term.means))
    return table


def _heading(title: str) -> Iterator[RenderableType]:
    yield joined("")
    yield joined((title, "head"))


def _point(text: str) -> RenderableType:
    point = Table.grid(padding=(0, 1, 0, 0))
    point.add_row("·", flowing(text))
    return point
