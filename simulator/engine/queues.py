"""In which turn orders that wait for people are served. Pure: the work and the views go by it."""

from __future__ import annotations

from collections.abc import Mapping

from simulator.engine.state import OrderState


def turn(order: OrderState, number: int) -> tuple[int, int, int]:
    """By priority, then since when it waits, then in the order of giving, which `number` counts."""
    return order.priority, order.since, number


def in_line(orders: Mapping[str, OrderState]) -> list[str]:
    """The orders that wait for people, in the turn in which they are served."""
    queued = [
        (turn(order, number), name)
        for number, (name, order) in enumerate(orders.items())
        if order.phase == "queued"
    ]
    return [name for _, name in sorted(queued)]
