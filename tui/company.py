"""What the others of one's role do with a message, in words. No drawing."""

from collections.abc import Sequence

from simulator.engine.views import Item
from tui.seat import Mate
from tui.speech import _, many


def sign(mates: Sequence[Mate], item: Item) -> str:
    """The most that one of them does, in few words; empty where nobody has opened it."""
    if answering := _answering(mates, item):
        return many("{name} answers", "{number} answer", len(answering), name=answering[0])
    if reading := _reading(mates, item):
        return many("{name} reads", "{number} reading", len(reading), name=reading[0])
    read = [mate.name for mate in mates if item.key in mate.has_read]
    return many("{name} has read", "{number} have read", len(read), name=read[0]) if read else ""


def told(mates: Sequence[Mate], item: Item) -> str:
    """All that they do with it, in sentences."""
    said = []
    if answering := _answering(mates, item):
        said.append(_("Answering it now: {names}.", names=", ".join(answering)))
    if reading := _reading(mates, item):
        said.append(_("Have it open: {names}.", names=", ".join(reading)))
    if read := [mate.name for mate in mates if item.key in mate.has_read]:
        said.append(_("Have read it: {names}.", names=", ".join(read)))
    return " ".join(said)


def _answering(mates: Sequence[Mate], item: Item) -> list[str]:
    asked = ("decision", item.decision.id) if item.decision else None
    return [mate.name for mate in mates if mate.writes == asked]


def _reading(mates: Sequence[Mate], item: Item) -> list[str]:
    return [mate.name for mate in mates if mate.reads == item.key]
