"""What a scenario asks of the world and does to it, in plain sentences of one language. Pure."""

from simulator.engine.wording.clauses import (
    Clause,
    clause,
    hopeless,
    lacking,
    standing,
    waited_for,
    whole,
)
from simulator.engine.wording.deeds import deeds
from simulator.engine.wording.figures import moment, span

__all__ = [
    "Clause",
    "clause",
    "deeds",
    "hopeless",
    "lacking",
    "moment",
    "span",
    "standing",
    "waited_for",
    "whole",
]
