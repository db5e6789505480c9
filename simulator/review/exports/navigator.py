"""The techniques that were met as layers for the ATT&CK Navigator, format 4.5: one a domain."""

from __future__ import annotations

import json
from typing import Any, Final

from simulator.authoring.attack.table import table
from simulator.review.findings import TeamFound, TechniqueFound
from simulator.review.report.appendices import best
from simulator.review.report.times import Times
from simulator.scenario.characters import shown
from simulator.speech import say

DOMAINS: Final = ("enterprise", "ics", "mobile")
INDUSTRIAL: Final = "T0"
"""How the ids of the ICS matrix begin, and no others."""
SCORES: Final = {"began": 25, "stopped": 25, "failed": 50, "held up": 50, "succeeded": 100}
"""By how far the adversary came."""


def layers(team: TeamFound, title: str, times: Times) -> dict[str, str]:
    """Files by their domain; only domains of which a technique was met."""
    found: dict[str, list[TechniqueFound]] = {domain: [] for domain in DOMAINS}
    for it in team.techniques:
        found[_domain(it.id)].append(it)
    return {domain: _layer(domain, its, title, times) for domain, its in found.items() if its}


def _domain(technique: str) -> str:
    """That of the table; of an id that it doesn't know, by how it looks."""
    known = table().techniques.get(technique)
    if known:
        return known.matrix
    return "ics" if technique.startswith(INDUSTRIAL) else "enterprise"


def _layer(domain: str, found: list[TechniqueFound], title: str, times: Times) -> str:
    language = times.language
    data = {
        "name": shown(title),
        "versions": {
            "attack": table().version.partition(".")[0], "navigator": "5.1.0", "layer": "4.5",
        },
        "domain": f"{domain}-attack",
        "description": say(
            language, "Techniques met: 100 where a step succeeded, 50 where it failed, 25 where it "
            "only began or was stopped.",
        ),
        "layout": {"layout": "side", "expandedSubtechniques": "annotated"},
        "gradient": {"colors": ["#ffffff", "#ff6666"], "minValue": 0, "maxValue": 100},
        "techniques": [_technique(it, times) for it in found],
    }  # fmt: skip
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def _technique(it: TechniqueFound, times: Times) -> dict[str, Any]:
    language = times.language
    seen = say(language, "never") if it.seen is None else times.moment(it.seen)
    return {
        "techniqueID": it.id,
        "score": SCORES.get(it.best, 0),
        "enabled": True,
        "comment": shown("; ".join(it.steps)),
        "metadata": [
            {"name": say(language, "Began"), "value": times.moment(it.began)},
            {"name": say(language, "Came to"), "value": best(language, it)},
            {"name": say(language, "First seen"), "value": seen},
        ],
    }
