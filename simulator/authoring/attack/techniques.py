"""Techniques against the table: unknown ones, those out of use, and the version they are of."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from simulator.authoring.attack.table import Table, Technique, table
from simulator.scenario.adversary import Step
from simulator.scenario.finding import Finding
from simulator.scenario.parts import Loc
from simulator.scenario.scenario import Scenario

_DIGITS: Final = 4
"""Of a technique's number; a point and three more are those of a sub-technique."""


def in_techniques(scenario: Scenario) -> Iterator[Finding]:
    """What is wrong with the techniques of the adversary's steps, and with their version."""
    known = table()
    for number, step in enumerate(scenario.step.values()):
        for loc, technique in _named(step, ("adversary", "steps", number, "technique")):
            yield from _judged(loc, technique, known)
    yield from _version(scenario, known)


def _named(step: Step, loc: Loc) -> Iterator[tuple[Loc, str]]:
    """Each technique and its place. Where it stands alone, without a list, that leads to it too."""
    yield from (((*loc, number), name) for number, name in enumerate(step.technique))


def _judged(loc: Loc, name: str, known: Table) -> Iterator[Finding]:
    found = known.techniques.get(name)
    if not found:
        sentence = f"ATT&CK {known.version} has no technique {name}{_meant(name, known)}"
        yield Finding(loc, "R30", sentence)
    elif found.state == "revoked":
        now = known.techniques.get(found.now)
        instead = f"; write {_in_words(now)} instead" if now else "; take another"
        sentence = f"ATT&CK {known.version} has revoked {_in_words(found)}{instead}"
        yield Finding(loc, "R31", sentence)
    elif found.state == "deprecated":
        sentence = f"ATT&CK {known.version} advises against {_in_words(found)}; take another"
        yield Finding(loc, "R32", sentence)


def _version(scenario: Scenario, known: Table) -> Iterator[Finding]:
    version = scenario.attack_version
    if version and version != known.version:
        sentence = (
            f"the techniques are checked against ATT&CK {known.version}; look them up there and "
            f'write "{known.version}"'
        )
        yield Finding(("attack_version",), "R34", sentence)
    elif not version and scenario.step:
        sentence = (
            "steps name techniques, but nothing says of which version of ATT&CK; write "
            f'attack_version: "{known.version}" above'
        )
        yield Finding(("adversary", "steps"), "R33", sentence, key=True)


def _in_words(technique: Technique) -> str:
    return f"{technique.id} ({technique.name})"


def _meant(name: str, known: Table) -> str:
    """What it would be a part of; else that of two swapped digits, or the only one a digit away."""
    base = name[: _DIGITS + 1]
    used = [identity for identity, found in known.techniques.items() if not found.state]
    swapped = [identity for identity in used if _swapped(identity, name)]
    near = [identity for identity in used if _apart(identity, name) == 1]
    if base != name and base in known.techniques:
        meant = base
    elif swapped or len(near) == 1:
        meant = (swapped or near)[0]
    else:
        return "; name one that it has"
    return f"; did you mean {_in_words(known.techniques[meant])}?"


def _apart(one: str, other: str) -> int:
    """In how many places they differ; of unequal lengths, in all."""
    if len(one) != len(other):
        return len(one)
    return sum(a != b for a, b in zip(one, other, strict=True))


def _swapped(one: str, other: str) -> bool:
    return _apart(one, other) == 2 and any(
        one == other[:number] + other[number + 1] + other[number] + other[number + 2 :]
        for number in range(len(other) - 1)
    )
