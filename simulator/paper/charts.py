"""Charts as values: what they show, not how it looks. Times are seconds since STARTEX."""

from __future__ import annotations

from typing import NamedTuple

Ticks = tuple[tuple[float, str], ...]
"""Where an axis is marked, and how."""


class Line(NamedTuple):
    """Straight between its points; a `ghost` is drawn as something that was elsewhere or unseen."""

    label: str
    points: tuple[tuple[float, float], ...]
    ghost: bool = False


class Curves(NamedTuple):
    """Values over time; `normal` is the band that is usual, None where there is none, and `usual`
    what it is called."""

    until: float
    low: float
    high: float
    unit: str
    lines: tuple[Line, ...]
    ticks: Ticks
    normal: tuple[float, float] | None = None
    usual: str = ""


class Dot(NamedTuple):
    """A moment, or a stretch where it ends later. Its `kind` is inject, decision, missed, order,
    report, message, step, service, limit or history. It leads to an anchor where it has one."""

    at: float
    end: float
    kind: str
    words: str
    anchor: str = ""


class Row(NamedTuple):
    """A line of a timeline; a `ghost` is one of another world."""

    label: str
    dots: tuple[Dot, ...]
    ghost: bool = False


class Timeline(NamedTuple):
    """`kinds` are pairs of kind and label, in the order of the legend."""

    until: float
    rows: tuple[Row, ...]
    ticks: Ticks
    kinds: tuple[tuple[str, str], ...]


class Stack(NamedTuple):
    """Amounts on top of each other, each from its moment until the next; `layers` are labels with
    amounts, the lowest first."""

    until: float
    moments: tuple[float, ...]
    layers: tuple[tuple[str, tuple[float, ...]], ...]
    ticks: Ticks
    unit: str


class Calibrated(NamedTuple):
    """How sure against how right: per cent, per cent, and how many answers."""

    dots: tuple[tuple[float, float, int], ...]
    sure: str
    right: str


Chart = Curves | Timeline | Stack | Calibrated
