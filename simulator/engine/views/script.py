"""What control reads of an inject before it is sent, and of forms on paper. No logic here."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CardOption:
    """What an answer may be ruled to be. `effects` says in words what it would do."""

    id: str
    label: str
    best: bool
    effects: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Script:
    """An inject as control reads it before it is sent: what players see, and what only the
    facilitator does."""

    id: str
    title: str
    sender: str
    channel: str
    text: str
    to: tuple[str, ...]
    asks: str
    options: tuple[CardOption, ...]
    expected: str
    hint: str
    notes: str
    read_aloud: str
    red_flags: str
    trigger: str
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FormRow:
    """A report that roles can send, in the order in which its forms are numbered."""

    id: str
    title: str
    by: tuple[str, ...]
