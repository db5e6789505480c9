"""The numbers by which things are called: each keeps its own for as long as the program runs."""

from collections.abc import Iterator
from typing import Literal

from simulator.engine.views import RoleView

Kind = Literal["message", "action", "order", "request", "report", "asset", "step", "flag"]


class Numbers:
    """Messages, actions, orders and the like are each counted from 1, as they are first seen."""

    def __init__(self) -> None:
        self._given: dict[Kind, dict[str, int]] = {}

    def see(self, view: RoleView) -> None:
        """Give a number to whatever has none yet."""
        for kind, id in _things(view):
            known = self._given.setdefault(kind, {})
            known.setdefault(id, len(known) + 1)

    def of(self, kind: Kind, id: str) -> int:
        return self._given[kind][id]

    def of_decision(self, id: str, view: RoleView) -> int | None:
        """The number of the newest message that asks it; None where no message does."""
        asking = [i.key for i in view.inbox if i.decision is not None and i.decision.id == id]
        return self.of("message", asking[-1]) if asking else None


def _things(view: RoleView) -> Iterator[tuple[Kind, str]]:
    for item in view.inbox:
        yield "message", item.key
    for action in view.actions:
        yield "action", action.id
    # The view has the newest first, and counting must not begin anew with each.
    for order in sorted(view.orders, key=lambda order: order.ordered_at):
        yield "order", order.id
    for request in view.requests:
        yield "request", request.id
    for report in view.reports:
        yield "report", report.id
    for asset in view.assets:
        yield "asset", asset.id
    for challenge in view.contest.challenges if view.contest else ():
        yield "flag", challenge.id
    for step in view.campaign.steps if view.campaign else ():
        yield "step", step.id
