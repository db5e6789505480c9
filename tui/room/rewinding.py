"""Going back in time: which moments one may want to go back to, and what that undoes. Pure."""

from typing import NamedTuple

from simulator.engine.views.overview import Panel


class Stop(NamedTuple):
    """A moment to go back to: just before something that was sent or decided."""

    at: int
    what: str


class Undone(NamedTuple):
    """How much has happened since."""

    injects: int
    decisions: int
    orders: int
    rulings: int


def stops(panel: Panel, now: int, most: int = 8) -> list[Stop]:
    """The last moments before something weighty, the latest first, one for each second."""
    found = {line.at: line.words for line in panel.log if line.kind == "decision"}
    found |= {row.sent_at: row.title for row in panel.msel if row.sent_at is not None}
    behind = sorted((at for at in found if 0 < at < now), reverse=True)
    return [Stop(at, found[at]) for at in behind[:most]]


def undone(panel: Panel, to: int) -> Undone:
    """What going back to second `to` undoes."""
    sent = [row for row in panel.msel if row.sent_at is not None and row.sent_at >= to]
    told = sum(line.kind == "decision" and line.at >= to for line in panel.log)
    return Undone(
        len(sent),
        # The log also tells that a decision is asked for.
        max(0, told - sum(bool(row.asks) for row in sent)),
        sum(order.ordered >= to for order in panel.orders),
        sum(ruling.at >= to for ruling in panel.rulings),
    )
