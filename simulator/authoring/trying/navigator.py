"""Coverage as a layer for the ATT&CK Navigator, layer format 4.5."""

from __future__ import annotations

import json
from typing import Any, Final

from simulator.engine.titles import Titles
from simulator.rehearsal.covering import Coverage, Technique
from simulator.scenario import Scenario

INDUSTRIAL: Final = "T0"
"""How the ids of the ICS matrix begin, and no others."""


def layer(scenario: Scenario, found: Coverage) -> str:
    """The whole file, the same for the same runs.

    A layer is of one domain: that of most techniques. A score is the share of the runs in which a
    step with the technique began.
    """
    industrial = [it for it in found.techniques if it.id.startswith(INDUSTRIAL)]
    rest = [it for it in found.techniques if not it.id.startswith(INDUSTRIAL)]
    shown = industrial if len(industrial) > len(rest) else rest
    versions = {"navigator": "5.1.0", "layer": "4.5"}
    if scenario.attack_version:
        versions = {"attack": scenario.attack_version.partition(".")[0], **versions}
    title = Titles(scenario, "en", {}).words(scenario.title)
    data = {
        "name": title,
        "versions": versions,
        "domain": "ics-attack" if shown is industrial else "enterprise-attack",
        "description": f"{scenario.id}: share of {found.runs} runs in which a step began",
        "layout": {"layout": "side", "expandedSubtechniques": "annotated"},
        "gradient": {"colors": ["#ffffff", "#ff6666"], "minValue": 0, "maxValue": 100},
        "techniques": [_technique(scenario, it, found.runs) for it in shown],
    }
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def _technique(scenario: Scenario, found: Technique, runs: int) -> dict[str, Any]:
    titles = Titles(scenario, "en", {})
    began, seen = (round(100 * times / runs) if runs else 0 for times in (found.began, found.seen))
    return {
        "techniqueID": found.id,
        "score": began,
        "enabled": True,
        "comment": "; ".join(titles.words(scenario.step[step].title) for step in found.steps),
        "metadata": [{"name": "seen by defenders", "value": f"{seen} % of runs"}],
    }
