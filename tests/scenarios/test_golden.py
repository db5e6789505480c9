"""Whole runs as a trainer reads them, kept word for word in `golden/SCENARIO.BOTS.SEED.txt`.

To keep one more, make an empty file of that name; `pytest --update-golden` writes them all.
"""

from pathlib import Path
from typing import get_args

import pytest

from simulator.engine.exercise import Setup
from simulator.engine.policies import PolicyName
from simulator.rehearsal.playing import play
from simulator.rehearsal.transcript import transcript
from simulator.scenario import load
from simulator.scenario.library import shipped

HERE = Path(__file__).parent
GOLDEN = sorted((HERE / "golden").glob("*.txt"))


def test_the_tutorial_and_the_scenario_of_all_features_are_kept():
    kept = {file.stem for file in GOLDEN}
    assert {f"{name}.{bots}.7" for name in ("first-watch", "everything")
            for bots in ("doctrine", "silent")} <= kept  # fmt: skip


def test_of_the_large_scenarios_a_run_of_every_kind_of_bots_is_kept():
    kept = {file.stem for file in GOLDEN}
    assert {f"{name}.{bots}.7" for name in ("wiper-2022", "cyber-yankee-2025")
            for bots in get_args(PolicyName)} <= kept  # fmt: skip


@pytest.mark.parametrize("golden", GOLDEN, ids=[file.stem for file in GOLDEN])
def test_a_run_reads_as_it_did(golden: Path, pytestconfig: pytest.Config):
    name, bots, seed = golden.stem.split(".")
    policy = next(known for known in get_args(PolicyName) if known == bots)
    scenario = load(shipped().get(name, HERE / name))
    run = play(scenario, Setup(seed=int(seed), bots=policy), [], None)
    page = "\n".join(transcript(run, "en")) + "\n"
    if pytestconfig.getoption("--update-golden"):
        golden.write_text(page, "utf-8", newline="\n")
    assert page == golden.read_text("utf-8")
