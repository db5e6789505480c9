"""What all findings rest on: an event in words, and a statement that events stand behind."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Grade = Literal["P", "S", "M", "U"]
"""Performed without challenges, with some, with major ones, unable to be performed (HSEEP)."""
Element = Literal["planning", "organisation", "equipment", "training", "exercises"]
"""The capability elements of an improvement plan (HSEEP: POETE)."""
Cites = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Happened:
    """An event in words. `seq` is the journal's record that asked for it, 0 where none did;
    `because` the place of the event that it followed from, None for none."""

    place: int
    at: int
    kind: str
    words: str
    seq: int = 0
    because: int | None = None


@dataclass(frozen=True, slots=True)
class Point:
    """A statement that events stand behind: a strength, or an area for improvement. `weight` ranks
    it among its like."""

    words: str
    objective: str
    weight: int
    cites: Cites
