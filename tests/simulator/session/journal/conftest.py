"""Two sessions that the stories about journals damage, each time anew."""

import shutil
from pathlib import Path

import pytest

from simulator.scenario.load import load
from simulator.session import acts, folder
from simulator.session.drafting import Place
from tests.simulator.session.journal.scribe import MINIMAL, Scribe


@pytest.fixture(scope="session")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A short session of two people, complete with its head."""
    path = tmp_path_factory.mktemp("journal") / "session"
    scribe = Scribe.begin(path)
    control = scribe.sit(Place("control"), "Besa")
    watch = scribe.sit(Place("player", "team", "watch"))
    scribe.do(control, acts.Start())
    scribe.advance(60)
    scribe.note(watch, 'It says "chain":"off", so it is.\nÇfarë?')
    scribe.do(control, acts.Pause(why="lunch"))
    scribe.do(control, acts.Run())
    scribe.advance(90)
    scribe.note(watch, "Back again.")
    scribe.keep_head()
    scribe.close()
    return path


@pytest.fixture
def session(written: Path, tmp_path: Path) -> Path:
    """A copy of it to be damaged."""
    return Path(shutil.copytree(written, tmp_path / "session"))


@pytest.fixture
def known_scenario(monkeypatch: pytest.MonkeyPatch) -> None:
    """Reading the scenario anew is most of the time it takes to open a small session."""
    world = load(MINIMAL)
    monkeypatch.setattr(folder, "_kept_scenario", lambda path, header: world)
