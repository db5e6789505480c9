"""What waits for the player, what is new between two views, what wants a look. No drawing."""

from typing import Literal, NamedTuple

from simulator.engine.views import Item, OrderView, RoleView
from tui import words

Kind = Literal["decision", "request", "report", "module"]


class Due(NamedTuple):
    """Something to answer; `due` is None where it may wait."""

    kind: Kind
    id: str
    title: str
    due: int | None


def dues(view: RoleView) -> tuple[Due, ...]:
    """All that waits for this role's answer: the soonest first, then undated, then overdue."""
    if view.over:
        return ()
    waiting = [
        *(Due("decision", d.id, d.ask, d.due) for d in view.decisions if d.phase == "open"),
        *(
            Due("request", r.id, f"{r.asker} asks: {r.subject}", r.due)
            for r in view.requests
            if r.mine_to_answer or r.mine_to_reply
        ),
        *(Due("report", r.id, r.title, r.due) for r in view.reports if r.due is not None),
    ]
    waiting.sort(key=lambda due: _urgency(due, view.now))
    if view.module is not None:
        waiting.insert(0, Due("module", view.module.id, view.module.title, None))
    return tuple(waiting)


def _urgency(due: Due, now: int) -> tuple[int, int]:
    if due.due is None:
        return 1, 0
    return (2, due.due) if due.due < now else (0, due.due)


def when(due: Due, now: int) -> str:
    """`due in 20m 00s`, `overdue by 2h`, or that it waits."""
    if due.due is None:
        return "waits for you"
    if due.due < now:
        return f"overdue by {words.duration(now - due.due)}"
    return f"due in {words.time_left(due.due, now)}"


def newly_due(before: RoleView, after: RoleView) -> tuple[Due, ...]:
    """What waits for an answer now and did not before."""
    known = {(due.kind, due.id) for due in dues(before)}
    return tuple(due for due in dues(after) if (due.kind, due.id) not in known)


def arrival(before: RoleView, after: RoleView) -> str:
    """Why a skip ahead stopped where it did."""
    if said := news(before, after):
        return said
    waiting = dues(after)
    if waiting:
        return f"{when(waiting[0], after.now).capitalize()}: {waiting[0].title}"
    return "Nothing more concerns you."


def news(before: RoleView, after: RoleView) -> str:
    """What came up between two views, in one short sentence; empty when nothing did."""
    heard = {item.key for item in before.inbox}
    said = [item.subject or item.sender for item in after.inbox if item.key not in heard]
    phases = {order.id: order.phase for order in before.orders}
    said += [
        f"{order.title} is {order.phase}"
        for order in after.orders
        if phases.get(order.id, order.phase) != order.phase
    ]
    said += [due.title for due in newly_due(before, after) if due.kind != "decision"]
    if not said:
        return ""
    rest = words.counted(len(said) - 1, "more thing", "more things")
    return said[0] if len(said) == 1 else f"{said[0]}, and {rest}"


def unread_of(kind: str, id: str, view: RoleView) -> list[Item]:
    """The unread messages that ask the decision of this id; none for other kinds."""
    return [
        item
        for item in view.inbox
        if kind == "decision" and item.decision and item.decision.id == id and not item.read
    ]


def unbegun(id: str, view: RoleView) -> OrderView | None:
    """The order of this id where it has not begun."""
    return next((o for o in view.orders if o.id == id and o.phase in {"waiting", "queued"}), None)


def counted(pane: str, view: RoleView) -> int:
    """How many things of a pane want to be looked at."""
    match pane:
        case "inbox":
            return sum(not item.read for item in view.inbox)
        case "actions":
            return sum(order.phase in {"waiting", "queued", "running"} for order in view.orders)
        case "consent":
            return sum(r.mine_to_answer or r.mine_to_reply for r in view.requests)
        case "reports":
            return sum(report.due is not None for report in view.reports)
        case _:
            return 0
