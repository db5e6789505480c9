"""A small harbour to try the checks of quality on, and what they find in it."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from textwrap import dedent
from typing import Final

from simulator.authoring import quality
from simulator.authoring.checking.pages import Example
from simulator.rehearsal.rehearsing import rehearse
from simulator.scenario import Scenario, load
from simulator.scenario.finding import Finding

LIKE: Final = """
templates:
  call: {channel: phone, from: Night desk, title: A call, text: It rings.}
"""


def scenario(fragment: str) -> Scenario:
    """What stands in the fragment, and below it what the pages' examples stand on."""
    with TemporaryDirectory() as folder:
        for name, raw in Example({"scenario.yaml": dedent(fragment) + LIKE}).files().items():
            Path(folder, name).write_bytes(raw)
        return load(Path(folder))


def found(code: str, fragment: str) -> list[Finding]:
    """What is found of this code as the scenario is written."""
    return [finding for finding in quality.found(scenario(fragment)) if finding.code == code]


def found_in_play(code: str, fragment: str, seeds: int = 6) -> list[Finding]:
    """What is found of this code when bots play."""
    rehearsal = rehearse(scenario(fragment), seeds=seeds)
    return [finding for finding in quality.found_in_play(rehearsal) if finding.code == code]
