"""Laws that hold in any play of any scenario, the wise and the foolish ones.

`SOAK=50 pytest tests/laws` plays fifty times as much.
"""

import os
import subprocess
import sys
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.engine.errors import Refused
from simulator.engine.exercise import Exercise
from simulator.engine.fold import fold
from simulator.engine.services import standing_services
from simulator.engine.startex import at_startex
from simulator.engine.state import State
from simulator.scenario.load import load
from simulator.scenario.scenario import Scenario
from tests.laws.generated import world
from tests.laws.plays import GAPS, Play, again, setup_for, something, wander

ROOT = Path(__file__).parents[2]
WRITTEN = {
    path.name: load(path)
    for path in (ROOT / "tests/scenarios/everything", ROOT / "scenarios/first-watch")
}
SOAK = int(os.environ.get("SOAK", "1"))
SEEDS = st.integers(0, 1_000_000)
STRIDES = st.lists(st.sampled_from((1, 7, 59, 60, 3600, 7200)), min_size=1, max_size=4)
WORLDS = SEEDS.map(world) | st.sampled_from([*WRITTEN.values()]) | SEEDS.map(world)
PLAYS = st.builds(wander, WORLDS, SEEDS)

law = settings(max_examples=60 * SOAK)
