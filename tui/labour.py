"""Who is busy with what, how far it has come, and when people are free again: in words."""

from typing import Final

from simulator.engine.views import ActionView, OrderView, RoleView, TeamView
from tui import words
from tui.speech import _, many, mark

PHASES: Final = {
    "waiting": (mark("… consent"), "call"),
    "queued": (mark("… queued"), "call"),
    "running": (mark("► running"), "strong"),
    "done": (mark("✓ done"), "good"),
    "refused": (mark("✗ refused"), "bad"),
    "cancelled": (mark("– cancelled"), "mute"),
}
"""How far an order has come, each with its ink."""
_STEP: Final = 10
"""Nobody knows to the per cent how far work has come."""
_RANKS: Final = {"running": 0, "queued": 1, "waiting": 2}


def name_of(order: OrderView) -> str:
    """What is done, and to what."""
    return f"{order.title}: {order.target}" if order.target else order.title


def ranked(view: RoleView) -> tuple[OrderView, ...]:
    """The orders as they come to their end: work first, then the queues, then what waits for
    consent, and what is over in the order it has."""

    def rank(order: OrderView) -> tuple[int, int]:
        kind = _RANKS.get(order.phase, len(_RANKS))
        return kind, order.place if order.phase == "queued" else 0

    return tuple(sorted(view.orders, key=rank))


def under_way(team: TeamView, view: RoleView) -> tuple[tuple[OrderView, int], ...]:
    """The work of this role that the team does now, each with how many people it has."""
    return tuple(
        (order, number)
        for order in view.orders
        if order.phase == "running"
        for id, number in order.people
        if id == team.id
    )


def share_done(order: OrderView, now: int) -> int | None:
    """About how much of the work is done, in tens of per cent; None where it is not under way."""
    if order.phase != "running" or order.usual_end is None:
        return None
    usual = max(1, order.usual_end - order.since)
    return min(100, int(100 * (now - order.since) / usual) // _STEP * _STEP)


def progress(order: OrderView, now: int) -> str:
    """`about 60 %`, or that it may be done at any time; empty where it is not under way."""
    share = share_done(order, now)
    if not share:
        return "" if share is None else _("just begun")
    return _("any time now") if share == 100 else _("about {share} %", share=share)


def next_free(team: TeamView, view: RoleView) -> str:
    """When people of a team are free: now, or usually at about a time."""
    if team.busy < team.people:
        return _("{number} now", number=team.people - team.busy)
    if team.next_free is None:
        return _("not known")
    if team.next_free <= view.now:
        return _("any time now")
    return _("about {time}", time=words.short_time(view.start, team.next_free))


def waits(action: ActionView, view: RoleView) -> tuple[str, ...]:
    """For each team that an action takes people of, why it would wait for them, where it would."""
    teams = {team.title: team for team in view.teams}
    found = (_wait(teams[name], number, view) for name, number in action.people if name in teams)
    return tuple(said for said in found if said)


def _wait(team: TeamView, number: int, view: RoleView) -> str:
    free = team.people - team.busy
    if team.people < number:
        return _(
            "{team}: {people} in all, needs {number}. It would wait until there are more.",
            team=team.title, people=team.people, number=number,
        )  # fmt: skip
    if free >= number and team.queued:
        return many(
            "{team}: {number} order waits before it. It would wait its turn.",
            "{team}: {number} orders wait before it. It would wait its turn.",
            team.queued,
            team=team.title,
        )
    if free >= number:
        return ""
    if team.next_free is not None and team.next_free > view.now:
        time = words.short_time(view.start, team.next_free)
        return _("{team}: busy until about {time}. It would wait.", team=team.title, time=time)
    return _(
        "{team}: {free} free, needs {number}. It would wait.",
        team=team.title, free=max(0, free), number=number,
    )  # fmt: skip
