"""Orders and teams, a line for each: how far work is, what waits, and for whom."""

from collections.abc import Iterator

from simulator.engine.views import OrderView, RoleView, TeamView
from tui import labour, words
from tui.lines.numbers import Numbers
from tui.lines.phrases import say, stopped


def orders(view: RoleView, numbers: Numbers) -> Iterator[str]:
    yield say("orders-head", count=len(view.orders)) if view.orders else say("orders-none")
    for order in labour.ranked(view):
        yield order_line(order, view, numbers)


def order_line(order: OrderView, view: RoleView, numbers: Numbers, crew: int = 0) -> str:
    """An order and how far it is, with as many people as a team has on it."""
    number = numbers.of("order", order.id)
    return stopped(
        say("entry", number=number, title=labour.name_of(order)),
        say("crew", count=crew) if crew else "",
        order_state(order, view),
        say("order-place", place=order.place) if order.place else "",
        labour.progress(order, view.now),
    )


def order_state(order: OrderView, view: RoleView) -> str:
    """How far an order is."""
    until = words.short_time(view.start, order.usual_end) if order.usual_end is not None else ""
    return say(
        f"order-{order.phase}",
        since=words.short_time(view.start, order.since),
        until=until,
        whom=order.waits_for,
        priority=order.priority,
    )


def teams(view: RoleView, numbers: Numbers) -> Iterator[str]:
    """Who is busy, with what, what waits in which order, and when somebody is free."""
    if not view.teams:
        yield say("teams-none")
    for team in view.teams:
        yield stopped(
            say("team-line", title=team.title, busy=team.busy, people=team.people),
            say("free", when=labour.next_free(team, view)),
            say("queue", count=team.queued) if team.queued else say("queue-empty"),
        )
        for order, crew in labour.under_way(team, view):
            yield "  " + order_line(order, view, numbers, crew)
        for order in _queued(team, view):
            yield "  " + order_line(order, view, numbers)


def _queued(team: TeamView, view: RoleView) -> list[OrderView]:
    """What of this role waits for people of the team, in its order."""
    mine = [order for order in view.orders if order.phase == "queued"]
    waiting = [order for order in mine if team.id in dict(order.people)]
    return sorted(waiting, key=lambda order: order.place)
