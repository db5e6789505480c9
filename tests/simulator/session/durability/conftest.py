"""What the stories about failing disks begin with."""

from pathlib import Path

import pytest

from simulator.scenario.load import load
from simulator.session import folder
from simulator.session.journal import reserve
from tests.simulator.session.durability.stage import template
from tests.simulator.session.journal.scribe import FIRST_WATCH


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return template(tmp_path_factory.mktemp("kept") / "session")


@pytest.fixture
def known_scenario(monkeypatch: pytest.MonkeyPatch) -> None:
    """Reading the scenario and filling the reserve are most of what a short evening takes."""
    world = load(FIRST_WATCH)
    monkeypatch.setattr(folder, "_kept_scenario", lambda path, header: world)
    monkeypatch.setattr(reserve.set_aside, "__defaults__", (4096,))
