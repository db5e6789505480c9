"""Teams abreast: the numbers they are compared by, and signs for the best and the worst. Pure."""

from collections.abc import Callable, Sequence
from typing import Final, NamedTuple

from rich.text import Text

from simulator.engine.views.comparing import Standing
from tui import words
from tui.marks import WARNING, joined
from tui.speech import mark

BEST: Final = "↑"
WORST: Final = "↓"


class Measured(NamedTuple):
    """A number by which teams are compared; the most is best unless `low`. None is not told."""

    of: Callable[[Standing], float | None]
    told: Callable[[Standing], str]
    low: bool = False


MEASURED: Final[dict[str, Measured]] = {
    "Met": Measured(
        lambda it: it.met - it.failed / 1000,
        lambda it: f"{it.met}/{it.measures}" + (f" ✗{it.failed}" if it.failed else ""),
    ),
    "Points": Measured(lambda it: it.points, lambda it: f"{it.points}/{it.of}"),
    "Service": Measured(lambda it: it.service, lambda it: f"{it.service / 10:.0f} %"),
    "Gauge": Measured(
        lambda it: it.badness + 1000 * it.ringing if it.gauge else None,
        lambda it: it.value + (f" {WARNING}{it.ringing}" if it.ringing else ""),
        low=True,
    ),
    "Steps": Measured(
        lambda it: it.done if it.steps else None,
        lambda it: f"{it.done}/{it.steps}" + (f" ✗{it.stopped}" if it.stopped else ""),
        low=True,
    ),
    "Decided": Measured(
        lambda it: it.answered - it.missed,
        lambda it: str(it.answered) + (f" ✗{it.missed}" if it.missed else ""),
    ),
    "Took": Measured(
        lambda it: it.took, lambda it: "" if it.took is None else words.duration(it.took), low=True
    ),
    "Reports": Measured(
        lambda it: it.sent - it.late,
        lambda it: str(it.sent) + (f" {WARNING}{it.late}" if it.late else ""),
    ),
    "Orders": Measured(lambda it: None, lambda it: str(it.orders or "")),
    "Contest": Measured(
        lambda it: it.contest, lambda it: "" if it.contest is None else str(it.contest)
    ),
}  # fmt: skip
"""By the labels of their columns."""

ORDERS: Final[dict[str, str]] = {
    "": mark("in their order"),
    "Points": mark("by points"),
    "Service": mark("by service"),
    "Steps": mark("by the adversary's steps"),
    "Decided": mark("by decisions"),
    "Contest": mark("by the contest"),
}
"""How teams can be sorted, the best first."""


def ordered(standings: Sequence[Standing], order: str) -> list[Standing]:
    """The best first; those that have no such number last."""
    if not order:
        return [*standings]
    measured = MEASURED[order]

    def place(it: Standing) -> tuple[bool, float]:
        number = measured.of(it)
        return number is None, (number or 0) * (1 if measured.low else -1)

    return sorted(standings, key=place)


def cells(standings: Sequence[Standing]) -> list[dict[str, Text]]:
    """The measured cells of each row; of the best and the worst in a column a sign tells."""
    found: list[dict[str, Text]] = [{} for _standing in standings]
    for label, measured in MEASURED.items():
        best, worst = _ends(standings, measured)
        for row, it in zip(found, standings, strict=True):
            number = measured.of(it)
            sign = "" if best == worst or number is None else _sign(number, best, worst)
            ink = {BEST: "good", WORST: "bad"}.get(sign, "")
            row[label] = joined((measured.told(it), ink), (f" {sign}" if sign else "", ink))
    return found


def spread(standings: Sequence[Standing]) -> dict[str, Text]:
    """From the best to the worst of each column."""
    told = {}
    for label, measured in MEASURED.items():
        known = [it for it in ordered(standings, label) if measured.of(it) is not None]
        if known and measured.of(known[0]) != measured.of(known[-1]):
            ends = (measured.told(it).split(" ✗")[0].split(f" {WARNING}")[0] for it in known)
            first, *_rest, last = ends
            told[label] = joined((f"{first}–{last}", "mute"))
    return told


def _ends(standings: Sequence[Standing], measured: Measured) -> tuple[float, float]:
    known = [number for it in standings if (number := measured.of(it)) is not None]
    ends = max(known, default=0), min(known, default=0)
    return (ends[1], ends[0]) if measured.low else ends


def _sign(number: float, best: float, worst: float) -> str:
    return BEST if number == best else WORST if number == worst else ""
