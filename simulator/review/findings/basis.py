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
    """An event in words."""

    place: int
    """Where it stands in the log of the take, from 0."""
    at: int
    """The second at which it happened."""
    kind: str
    """What it is about, in a word: inject, decision, order …"""
    words: str
    """What happened, in a sentence."""
    seq: int = 0
    """The journal's record that asked for it, 0 where none did."""
    because: int | None = None
    """The place of the event that it followed from, none where there is none."""


@dataclass(frozen=True, slots=True)
class Point:
    """A statement that events stand behind: a strength, or an area for improvement."""

    words: str
    """The statement."""
    objective: str
    """The id of the objective that it belongs to, empty for none."""
    weight: int
    """Ranks it among its like: the heaviest first."""
    cites: Cites
    """The events behind it."""
