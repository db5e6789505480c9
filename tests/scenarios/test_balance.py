"""Every scenario that ships comes to an end whatever its bots do, and its README says how."""

import os
from functools import cache
from pathlib import Path

import pytest
from click.testing import CliRunner

from simulator.cli.balance import command
from simulator.engine.exercise import Setup
from simulator.engine.policies import POLICIES, PolicyName
from simulator.rehearsal.balance_table import told_in
from simulator.rehearsal.playing import play
from simulator.scenario import Scenario, load
from simulator.scenario.library import shipped

SOAK = int(os.environ.get("SOAK", "1"))
SEEDS = 2 if SOAK == 1 else max(500, 10 * SOAK)


@cache
def scenario_at(path: Path) -> Scenario:
    return load(path)


@pytest.mark.parametrize("bots", POLICIES)
@pytest.mark.parametrize("path", shipped().values(), ids=lambda path: path.name)
def test_it_plays_to_an_end_whatever_bots_do(path: Path, bots: PolicyName):
    scenario = scenario_at(path)
    for seed in range(1000, 1000 + SEEDS):
        run = play(scenario, Setup(seed, bots=bots), (), None)
        assert run.state.over
        assert run.stuck == ""
        assert not scenario.outcomes or run.state.outcome


@pytest.mark.parametrize("name", shipped())
def test_its_readme_says_how_it_comes_out(name: str, tmp_path: Path):
    written = told_in((shipped()[name] / "README.md").read_text("utf-8"))
    assert written is not None, "put the marks there and run: kulla balance NAME --write README.md"
    assert "| Budget stops | 0 | 0 | 0 | 0 |" in written
    if SOAK > 1:  # 800 runs
        copy = tmp_path / "README.md"
        copy.write_text(written, "utf-8")
        left = CliRunner().invoke(command, [name, "--write", str(copy)], standalone_mode=False)
        assert left.return_value == 0
        assert copy.read_text("utf-8") == written
