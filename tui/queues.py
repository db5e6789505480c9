"""Moving an order in the queue of its teams: the smallest change of priority that does it."""

from typing import Final

from simulator.engine.commands import Prioritise
from simulator.engine.views import OrderView, RoleView
from tui.labour import name_of
from tui.speech import _

FIRST: Final = 1
LAST: Final = 9


def earlier(order: OrderView, view: RoleView) -> Prioritise | str:
    """The command that brings it before its neighbour, or why there is none."""
    turn, since = _turn(order, view), _since(order, view)
    before = [one for one in _line(order, view) if _turn(one, view) < turn]
    if order.phase == "queued" and order.place == 1:
        return _("It is the first of its queue already.")
    if not before:
        return _stepped(order, view, -1)
    neighbour = before[-1]
    for priority in range(order.priority - 1, FIRST - 1, -1):
        if (priority, *since) < _turn(neighbour, view):
            return Prioritise(view.role.id, order.id, priority)
    return _("“{order}” has the first priority: move that one later.", order=name_of(neighbour))


def later(order: OrderView, view: RoleView) -> Prioritise | str:
    """The command that brings it behind its neighbour, or why there is none."""
    turn, since = _turn(order, view), _since(order, view)
    behind = [one for one in _line(order, view) if _turn(one, view) > turn]
    if order.phase == "queued" and not behind and not _others_behind(order, view):
        return _("It is the last of its queue already.")
    if not behind:
        return _stepped(order, view, 1)
    neighbour = behind[0]
    for priority in range(order.priority + 1, LAST + 1):
        if (priority, *since) > _turn(neighbour, view):
            return Prioritise(view.role.id, order.id, priority)
    return _("“{order}” has the last priority: move that one earlier.", order=name_of(neighbour))


def _line(order: OrderView, view: RoleView) -> list[OrderView]:
    """The role's own orders that are queued for people of the same teams, in their order."""
    teams = {team for team, _number in order.people}
    line = [
        one
        for one in view.orders
        if order.phase == one.phase == "queued"
        and one.id != order.id
        and not teams.isdisjoint(team for team, _number in one.people)
    ]
    return sorted(line, key=lambda one: _turn(one, view))


def _turn(order: OrderView, view: RoleView) -> tuple[int, ...]:
    """What a queue goes by: the more urgent first, then who came first."""
    return (order.priority, *_since(order, view))


def _since(order: OrderView, view: RoleView) -> tuple[int, int, int]:
    """Who came first; orders given at the same second stand in the view as they were given."""
    return order.since, order.ordered_at, view.orders.index(order)


def _others_behind(order: OrderView, view: RoleView) -> bool:
    """Whether somebody else's order is queued behind it: how urgent that is nobody tells."""
    teams = {team for team, _number in order.people}
    return any(team.queued > order.place for team in view.teams if team.id in teams)


def _stepped(order: OrderView, view: RoleView, step: int) -> Prioritise | str:
    """One step, where no order of one's own is a neighbour to pass."""
    if order.phase not in {"queued", "waiting"}:
        return _("Its work has begun or is over.")
    priority = order.priority + step
    if priority < FIRST:
        return _("It has the first priority already.")
    if priority > LAST:
        return _("It has the last priority already.")
    return Prioritise(view.role.id, order.id, priority)
