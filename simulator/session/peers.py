"""What evaluators are told of each other, beside the view of the role that they watch. No logic."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from simulator.session.acts import Grade

PEERS: Final = "peers"
"""Under which name it stands beside a view."""


@dataclass(frozen=True, slots=True)
class PeerRow:
    """A rating: the number of its objective, that of the task, 0 for the objective itself, who gave
    it, and the grade."""

    objective: int
    task: int
    by: str
    grade: Grade


@dataclass(frozen=True, slots=True)
class Peers:
    """Of one team, and nothing as long as its ratings are not open."""

    ratings: tuple[PeerRow, ...] = ()
