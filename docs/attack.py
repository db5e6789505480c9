#!/usr/bin/env python3
"""Writes the table of ATT&CK's techniques from MITRE's STIX data, which stays outside the tree.

    python docs/attack.py 18.1 PATH…

Each PATH is a bundle, or a folder in which every .json file is one: those of one version, of all
three matrices. Only what a checker asks for is kept.
"""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from simulator.authoring.attack.table import COLUMNS, PLACE, Technique

MATRICES: Final = {
    "mitre-attack": "enterprise", "mitre-ics-attack": "ics", "mitre-mobile-attack": "mobile",
}  # fmt: skip
"""By the name that STIX gives to a matrix's tactics, or to its techniques, ours."""
HEAD: Final = "© 2025 The MITRE Corporation. Reproduced with permission; the licence is in NOTICE."


def main(version: str, *paths: str) -> None:
    """Write the table of what stands in these bundles."""
    objects = [thing for path in map(Path, paths) for thing in _objects(path)]
    successors = {
        thing["source_ref"]: thing["target_ref"]
        for thing in objects
        if thing["type"] == "relationship" and thing["relationship_type"] == "revoked-by"
    }
    patterns = {thing["id"]: thing for thing in objects if thing["type"] == "attack-pattern"}
    with PLACE.open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file, lineterminator="\n")
        table.writerows([(f"ATT&CK {version}", HEAD), COLUMNS])
        table.writerows(sorted(_rows(patterns, successors)))


def _objects(path: Path) -> Iterator[dict[str, Any]]:
    files = sorted(path.rglob("*.json")) if path.is_dir() else [path]
    for file in files:
        yield from json.loads(file.read_text("utf-8"))["objects"]


def _rows(
    patterns: dict[str, dict[str, Any]], successors: dict[str, str]
) -> Iterator[tuple[str, ...]]:
    for name, pattern in patterns.items():
        phases = pattern.get("kill_chain_phases", [])
        now, last = "", name
        while last in successors:  # what has taken its place may have been revoked since
            last = successors[last]
            now = _external(patterns[last])[1]
        matrix, identity = _external(pattern)
        state = "revoked" if pattern.get("revoked") else ""
        if pattern.get("x_mitre_deprecated"):
            state = state or "deprecated"
        tactics = " ".join(phase["phase_name"] for phase in phases)
        yield (identity, pattern["name"].strip(), matrix, tactics, state, now)


def _external(pattern: dict[str, Any]) -> tuple[str, str]:
    """The matrix and the technique's number."""
    phases = [phase["kill_chain_name"] for phase in pattern.get("kill_chain_phases", [])]
    for reference in pattern["external_references"]:
        if reference["source_name"] in MATRICES:
            chain = phases[0] if phases else _chain(pattern)
            return MATRICES[chain], reference["external_id"]
    raise ValueError(f"{pattern['id']} has no number")


def _chain(pattern: dict[str, Any]) -> str:
    """Some that are out of use have lost their tactics, but not their domain."""
    domain: str = pattern.get("x_mitre_domains", ["enterprise-attack"])[0]
    return "mitre-attack" if domain == "enterprise-attack" else f"mitre-{domain}"


if __name__ == "__main__":
    assert Technique._fields == COLUMNS
    main(*sys.argv[1:])
