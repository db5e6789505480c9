"""The role's own teams: who is busy with what, what waits, and when people are free again."""

from typing import ClassVar

from rich.console import Group, RenderableType
from rich.text import Text
from textual.reactive import var

from simulator.engine.views import OrderView, RoleView, TeamView
from tui import labour, words
from tui.letters import fields
from tui.marks import bar, joined
from tui.plain import line, plain
from tui.speech import _, many, mark
from tui.widgets.grid import Column, Grid, Row


class Teams(Grid):
    COLUMNS: ClassVar[tuple[Column, ...]] = (
        Column(mark("Team")),
        Column(mark("Busy"), 9),
        Column(mark("Queue"), 8),
        Column(mark("Free"), 16, least=56),
        Column(mark("At work on"), 0, least=90),
    )
    NOTHING = mark("You lead no team.")

    view: var[RoleView | None] = var(None)

    def watch_view(self, view: RoleView | None) -> None:
        if view is not None:
            self.show([_row(team, view) for team in view.teams])


def about_team(team: TeamView, view: RoleView) -> RenderableType:
    """What its people do now, what they do next, and when some are free again."""
    rows = [
        (_("Busy"), _("{busy} of {people}", busy=team.busy, people=team.people)),
        (_("Free"), labour.next_free(team, view)),
    ]
    parts: list[RenderableType] = [plain(team.title, "head"), fields(rows)]
    mine = labour.under_way(team, view)
    for order, number in mine:
        parts += [joined(""), plain(_crew(order, number), "strong"), progress_bar(order, view)]
    others = team.busy - sum(number for _order, number in mine)
    if others > 0:
        said = many("{number} is at work for others.", "{number} are at work for others.", others)
        parts += [joined(""), plain(said, "mute")]
    return Group(*parts, *_next(team, view))


def progress_bar(order: OrderView, view: RoleView) -> Text:
    """How far work has come, by what is usual; nobody knows when it will be done."""
    share = labour.share_done(order, view.now)
    if share is None or order.usual_end is None:
        return joined("")
    time = words.short_time(view.start, order.usual_end)
    usual = _("usually done about {time}", time=time)
    said = plain(f" {labour.progress(order, view.now)}, {usual}")
    return plain("").append_text(bar(share, 10, "strong")).append_text(said)


def _crew(order: OrderView, number: int) -> str:
    return f"{number}× {labour.name_of(order)}"


def _next(team: TeamView, view: RoleView) -> list[RenderableType]:
    """The queue of a team, as far as it is the role's own."""
    queued = [
        order
        for order in labour.ranked(view)
        if order.phase == "queued" and team.id in dict(order.people)
    ]
    if not queued and not team.queued:
        return []
    said = many("{number} order waits:", "{number} orders wait:", max(team.queued, len(queued)))
    lines = [plain(f"{order.place}. {labour.name_of(order)}") for order in queued]
    return [joined(""), plain(said, "call"), *lines]


def _row(team: TeamView, view: RoleView) -> Row:
    busy = _("{busy} of {people}", busy=team.busy, people=team.people)
    ink = "call" if team.busy >= team.people else ""
    waits = many("{number} waits", "{number} wait", team.queued) if team.queued else _("none")
    doing = ", ".join(_crew(order, number) for order, number in labour.under_way(team, view))
    return Row(
        team.id,
        {
            "Team": line(team.title),
            "Busy": joined((busy, ink)),
            "Queue": joined((waits, "call" if team.queued else "mute")),
            "Free": joined((labour.next_free(team, view), "mute")),
            "At work on": line(doing),
        },
    )
