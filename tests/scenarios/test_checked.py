"""Kulla finds nothing to mend in what it ships, nor in the scenario of all features."""

from pathlib import Path

import pytest

from simulator.authoring.checking.check import checked
from simulator.scenario.library import shipped

FEATURES = Path(__file__).parent / "everything"


@pytest.mark.parametrize("path", [*shipped().values(), FEATURES], ids=lambda path: path.name)
def test_a_scenario_that_others_learn_from_is_clean_as_it_is_written_and_played(path: Path):
    assert [*map(str, checked(path).problems)] == []
