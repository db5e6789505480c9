"""What waits for the player, what is new between two views, what wants a look. No drawing."""

from typing import Final, Literal, NamedTuple

from simulator.engine.views import Item, OrderView, RequestView, RoleView, StageView
from tui import words
from tui.speech import _, many, mark

Kind = Literal["decision", "request", "report", "module", "launch"]

BECAME: Final = {
    "waiting": mark("{order} waits for consent"),
    "queued": mark("{order} waits for people"),
    "running": mark("{order} has begun"),
    "done": mark("{order} is done"),
    "refused": mark("{order} is refused"),
    "cancelled": mark("{order} is taken back"),
}
"""What has become of an order, by its phase."""


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
            Due("request", r.id, _asked(r), r.due)
            for r in view.requests
            if r.mine_to_answer or r.mine_to_reply
        ),
        *(Due("report", r.id, r.title, r.due) for r in view.reports if r.due is not None),
        *(Due("launch", s.id, s.title, None) for s in _stages(view) if s.phase == "ready"),
    ]
    waiting.sort(key=lambda due: _urgency(due, view.now))
    if view.module is not None:
        waiting.insert(0, Due("module", view.module.id, view.module.title, None))
    return tuple(waiting)


def _stages(view: RoleView) -> tuple[StageView, ...]:
    return view.campaign.steps if view.campaign else ()


def _urgency(due: Due, now: int) -> tuple[int, int]:
    if due.due is None:
        return 1, 0
    return (2, due.due) if due.due < now else (0, due.due)


def when(due: Due, now: int) -> str:
    """`Due in 20m 00s`, `Overdue by 2h`, or that it waits."""
    if due.due is None:
        return _("Waits for you")
    if due.due < now:
        return _("Overdue by {time}", time=words.duration(now - due.due))
    return _("Due in {time}", time=words.time_left(due.due, now))


class Running(NamedTuple):
    """A clock that runs towards `due`. `mine` is False where others have to answer."""

    kind: Kind
    id: str
    title: str
    since: int
    due: int
    mine: bool = True

    def used(self, now: int) -> float:
        """How much of its time is gone, in per cent."""
        whole = self.due - self.since
        return min(100.0, 100 * (now - self.since) / whole) if whole > 0 else 100.0


def clocks(view: RoleView) -> tuple[Running, ...]:
    """Every clock that runs for this role: the soonest first, what is overdue before all."""
    if view.over:
        return ()
    running = [
        *(
            Running("decision", d.id, d.ask, d.opened, d.due)
            for d in view.decisions
            if d.phase == "open" and d.due is not None
        ),
        *(_request_clock(r) for r in view.requests if r.phase in {"asked", "questioned"}),
        *(
            Running("report", r.id, r.title, r.due if r.since is None else r.since, r.due)
            for r in view.reports
            if r.due is not None
        ),
    ]
    return tuple(sorted(running, key=lambda clock: clock.due))


def _request_clock(request: RequestView) -> Running:
    mine = request.mine_to_answer or request.mine_to_reply
    return Running("request", request.id, _asked(request), request.asked_at, request.due, mine)


def _asked(request: RequestView) -> str:
    if request.mine_to_answer:
        return _("{who} asks: {what}", who=request.asker, what=request.subject)
    if request.mine_to_reply:
        return _("{who} asks back: {what}", who=request.of, what=request.question)
    return _("{who} is asked: {what}", who=request.of, what=request.subject)


def newly_due(before: RoleView, after: RoleView) -> tuple[Due, ...]:
    """What waits for an answer now and did not before."""
    known = {(due.kind, due.id) for due in dues(before)}
    return tuple(due for due in dues(after) if (due.kind, due.id) not in known)


def arrival(before: RoleView, after: RoleView) -> str:
    """Why a skip ahead stopped where it did, and first what it went past."""
    if said := _summed(_lapsed(before, after) + _new(before, after)):
        return said
    waiting = dues(after)
    if waiting:
        return f"{when(waiting[0], after.now)}: {waiting[0].title}"
    return _("Nothing more concerns you.")


def news(before: RoleView, after: RoleView) -> str:
    """What came up between two views, in one short sentence; empty when nothing did."""
    return _summed(_new(before, after))


def _new(before: RoleView, after: RoleView) -> list[str]:
    heard = {item.key for item in before.inbox}
    said = [item.subject or item.sender for item in after.inbox if item.key not in heard]
    phases = {order.id: order.phase for order in before.orders}
    said += [
        _(BECAME[order.phase], order=order.title)
        for order in after.orders
        if phases.get(order.id, order.phase) != order.phase
    ]
    said += [due.title for due in newly_due(before, after) if due.kind != "decision"]
    return said


def _summed(said: list[str]) -> str:
    if len(said) < 2:
        return "".join(said)
    return many(
        "{first}, and {number} more thing",
        "{first}, and {number} more things",
        len(said) - 1,
        first=said[0],
    )


def _lapsed(before: RoleView, after: RoleView) -> list[str]:
    """The decisions and reports whose time has passed."""
    open_ones = {decision.id for decision in before.decisions if decision.phase == "open"}
    said = [
        _("Not decided in time: {ask}", ask=decision.ask)
        for decision in after.decisions
        if decision.phase == "missed" and decision.id in open_ones
    ]
    return said + [
        f"{when(due, after.now)}: {due.title}"
        for due in dues(after)
        if due.due is not None and before.now <= due.due < after.now
    ]


def unread_of(kind: str, id: str, view: RoleView) -> list[Item]:
    """The unread messages that ask the decision of this id; none for other kinds."""
    return [
        item
        for item in view.inbox
        if kind == "decision" and item.decision and item.decision.id == id and not item.read
    ]


def letter_of_a_role(before: RoleView, after: RoleView) -> Item | None:
    """The latest message or report of another role that came between two views. None of them is
    ever unread, so it would be overlooked."""
    if after.inbox is before.inbox:
        return None
    heard = {item.key for item in before.inbox}
    new = (item for item in after.inbox if item.key not in heard and sender_of(item, after))
    return max(new, key=lambda item: item.at, default=None)


def sender_of(item: Item, view: RoleView) -> str:
    """The id of the role that wrote this message; empty where no role of the exercise did."""
    if item.channel not in {"message", "report"}:
        return ""
    senders = (seat.id for seat in view.seats if item.sender in {seat.short, seat.title})
    return next((id for id in senders if id != view.role.id), "")


def decision_meant(item: Item | None, view: RoleView) -> str:
    """The id of the decision that this message asks for, or else of the latest; empty where there
    is none."""
    if item is not None and item.decision is not None:
        return item.decision.id
    latest = max(view.decisions, key=lambda decision: decision.opened, default=None)
    return latest.id if latest else ""


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
        case "campaign":
            return sum(step.phase == "ready" for step in _stages(view))
        case "reports":
            return sum(report.due is not None for report in view.reports)
        case _:
            return 0
