"""Whatever happens to a scenario's files, it is told in places, or it can be played to its end."""

import os
import time
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from simulator.engine.exercise import Setup
from simulator.engine.policies import POLICIES
from simulator.rehearsal.playing import play
from simulator.scenario import Scenario, examine
from simulator.scenario.characters import UNSHOWABLE
from simulator.scenario.library import libraries
from tests.laws.mutations import Files, files_in, mutant
from tests.simulator.scenario.small import put

ROOT = Path(__file__).parents[2]
WRITTEN = [
    files_in(ROOT / path)
    for path in (
        "scenarios/first-watch",
        "tests/scenarios/everything",
        "tests/scenarios/minimal.yaml",
        "tests/simulator/scenario/corpus/harbour.yaml",
    )
]
SHARING = files_in(ROOT / "tests/laws/sharing") | {
    f"libraries/{name}.yaml": file.read_bytes() for name, file in libraries().items()
}
WRITTEN.append(SHARING)
SOAK = int(os.environ.get("SOAK", "1"))
SEEDS = st.integers(0, 1_000_000_000)


@settings(max_examples=80 * SOAK, phases=[Phase.generate])
@given(st.sampled_from(WRITTEN), SEEDS)
def test_a_mutant_is_told_or_plays(good: Files, seed: int):
    with TemporaryDirectory() as folder:
        path = put(Path(folder), mutant(good, seed))
        began = time.process_time()
        found = examine(path)
        assert time.process_time() - began < 1
        assert (found.scenario is None) == bool(found.problems)
        assert list(found.problems) == sorted(found.problems)
        lines = dict(_lines(path))
        for problem in found.problems:
            assert 1 <= problem.line <= len(lines[problem.path]) + 1
            assert 1 <= problem.column <= _width(lines[problem.path], problem.line) + 1
            assert not UNSHOWABLE.search(str(problem))
        if found.scenario:
            plays_to_its_end(found.scenario, seed)


def plays_to_its_end(scenario: Scenario, seed: int) -> None:
    """A plot that never comes to rest is ended, which `stuck` tells, and nothing is raised."""
    policy = POLICIES[seed % len(POLICIES)]
    assert play(scenario, Setup(seed % 7, bots=policy), (), None).state.over


def _lines(folder: Path) -> Iterator[tuple[str, list[str]]]:
    """The lines of each file as its author sees them."""
    for file in folder.rglob("*.*"):
        raw = file.read_bytes().replace(b"\r\n", b"\n").replace(b"\r", b"\n")
        yield str(file), raw.decode("utf-8", "replace").split("\n")


def _width(lines: list[str], number: int) -> int:
    return len(lines[number - 1]) if number <= len(lines) else 0
