"""What the role has ordered: how far each order has come, what it waits for, its place in line."""

from typing import ClassVar, Final

from rich.console import Group, RenderableType
from rich.text import Text
from textual.reactive import var

from simulator.engine.views import OrderView, RoleView
from tui import labour, words
from tui.letters import fields
from tui.marks import bar, joined
from tui.plain import line, plain
from tui.speech import _, mark
from tui.widgets.grid import Column, Grid, Row
from tui.widgets.teams import progress_bar

ENDED: Final = ("done", "refused", "cancelled")


class Orders(Grid):
    COLUMNS: ClassVar[tuple[Column, ...]] = (
        Column(mark("State"), 11),
        Column(mark("Order")),
        Column(mark("Progress"), 17),
        Column(mark("Usually done"), 12, least=76),
        Column(mark("Waits for"), 22, least=90),
    )
    NOTHING = mark("No orders yet.")

    view: var[RoleView | None] = var(None)

    def watch_view(self, before: RoleView | None, view: RoleView | None) -> None:
        if view is None:
            return
        self.show([_row(order, view) for order in labour.ranked(view)])
        known = {order.id for order in before.orders} if before else set[str]()
        given = [order.id for order in view.orders if order.id not in known]
        # What was just ordered is what one would look at, move or take back.
        if before and given and not self.has_focus:
            self.go_to(given[0])


def about_order(order: OrderView, view: RoleView) -> RenderableType:
    """Since when it is as it is, whom it takes or waits for, and when it is usually done."""
    titles = {team.id: team.title for team in view.teams}
    crew = tuple((titles.get(team, team), number) for team, number in order.people)
    rows = [(_("Waits for"), order.waits_for)] if order.waits_for else []
    rows.append((_("People"), words.people(crew) or _("nobody")))
    rows.append((_("Ordered"), words.day_time(view.start, order.ordered_at)))
    if order.since != order.ordered_at:
        rows.append((_("Since"), words.day_time(view.start, order.since)))
    if order.phase in {"queued", "waiting"}:
        rows.append((_("Priority"), _("{number}, of 1 (first) to 9 (last)", number=order.priority)))
    if order.phase == "queued":
        rows += _when(order, view)
    parts: list[RenderableType] = [plain(labour.name_of(order), "head"), _state(order)]
    if order.phase == "running":
        parts.append(progress_bar(order, view))
    return Group(*parts, fields(rows))


def _when(order: OrderView, view: RoleView) -> list[tuple[str, str]]:
    """When people of the teams that a queued order waits for are free."""
    taken = dict(order.people)
    teams = (team for team in view.teams if team.id in taken)
    return [(_("Free"), f"{team.title}: {labour.next_free(team, view)}") for team in teams]


def _state(order: OrderView) -> Text:
    state, ink = labour.PHASES[order.phase]
    return joined((_(state), ink), f"  {_place(order)}")


def _place(order: OrderView) -> str:
    if order.phase != "queued" or not order.place:
        return ""
    return _("{place} in the queue", place=order.place)


def _progress(order: OrderView, view: RoleView) -> Text:
    share = labour.share_done(order, view.now)
    if share is None:
        return joined((_place(order), "call"))
    return joined(bar(share, 5, "strong"), f" {labour.progress(order, view.now)}")


def _row(order: OrderView, view: RoleView) -> Row:
    state, ink = labour.PHASES[order.phase]
    until = order.usual_end if order.phase in {"queued", "running"} else None
    return Row(
        order.id,
        {
            "State": joined((_(state), ink)),
            "Order": line(labour.name_of(order), "mute" if order.phase in ENDED else ""),
            "Progress": _progress(order, view),
            "Usually done": joined(words.short_time(view.start, until) if until else ""),
            "Waits for": line(order.waits_for),
        },
    )
