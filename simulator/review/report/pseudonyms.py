"""People as codes: the same person has the same one in every report of a session.

A name is replaced where it stands as it was given, also within what people wrote.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import fields, is_dataclass, replace
from typing import Any, Final

from simulator.review.findings import Findings
from simulator.review.report.notes import Notes
from simulator.scenario.characters import shown

FIXED: Final = frozenset({
    "language", "kind", "status", "best", "phase", "marks", "tlp", "start", "grade", "computed",
    "stands", "element", "part", "grant", "bots", "chain", "digest", "states",
})  # fmt: skip
"""Fields in which no words of anybody stand."""

Words = Callable[[str], str]


def coded(findings: Findings, words: Words) -> Findings:
    """The same with these codes in place of names, which says so."""
    return replace(veiled(findings, words), coded=True)


def codes(names: Iterable[str]) -> Words:
    """Puts a code in place of each name: P-01 for the first. With the names of all people of a
    session in the order of their seats, they have the same ones in each report of it."""
    known = dict.fromkeys(filter(None, names))
    by = {name: f"P-{number:02}" for number, name in enumerate(known, 1)}
    return replacing(by | {shown(name): code for name, code in by.items()})


def hiding(names: Iterable[str], instead: str, but: str = "") -> Words:
    """Puts the same words in place of all these names, but not within one that stays."""
    every = (each for name in names for each in (name, shown(name)))
    return replacing(dict.fromkeys(every, instead) | ({but: but} if but else {}))


def replacing(by: dict[str, str]) -> Words:
    """Longer names go before those that are part of them; never within a word."""
    if not by:
        return str
    known = re.compile("|".join(map(_alone, sorted(by, key=lambda name: (-len(name), name)))))
    return lambda words: known.sub(lambda found: by[found[0]], words)


def _alone(name: str) -> str:
    """The name where no letter or digit goes on before or behind it."""
    before = r"(?<!\w)" if re.match(r"\w", name) else ""
    behind = r"(?!\w)" if re.search(r"\w\Z", name) else ""
    return f"{before}{re.escape(name)}{behind}"


def veiled(findings: Findings, words: Words) -> Findings:
    """The same with all that anybody wrote or is called put through `words`."""
    found = _through(findings, words)
    assert isinstance(found, Findings)
    return found


def veiled_notes(notes: Notes, words: Words) -> Notes:
    parts = tuple(
        (name, tuple(one._replace(words=words(one.words)) for one in passages))
        for name, passages in notes.parts
    )
    return Notes(parts, tuple(map(words, notes.unknown)), notes.loose)


def _through(value: Any, words: Words) -> Any:
    if isinstance(value, str):
        return words(value)
    if isinstance(value, tuple):
        return tuple(_through(one, words) for one in value)
    if is_dataclass(value) and not isinstance(value, type):
        changed = {
            one.name: _through(getattr(value, one.name), words)
            for one in fields(value)
            if one.name not in FIXED
        }
        return replace(value, **changed)
    return value
