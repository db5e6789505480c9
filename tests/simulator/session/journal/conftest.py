"""Two sessions that the stories about journals damage, each time anew."""

import shutil
from pathlib import Path

import pytest

from simulator.engine.commands import Propose
from simulator.scenario.load import load
from simulator.session import acts, folder
from simulator.session.drafting import Place, hold_points
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


@pytest.fixture(scope="session")
def steered(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A session with all that two people of control may do, complete with its head."""
    path = tmp_path_factory.mktemp("steered") / "session"
    scribe = Scribe.begin(path)
    control, second = (scribe.sit(Place("control"), name) for name in ("Besa", "Agim"))
    scribe.connected = frozenset({control.id, second.id})
    scribe.do(control, acts.HoldPoint(at=60))
    scribe.do(control, acts.Duty(duty="clock"))
    scribe.do(control, acts.Start())
    scribe.advance(90)
    scribe.keep(*hold_points(scribe.session))
    scribe.do(second, acts.Observe(text="They wait.", marks=("urgent",)))
    scribe.ask(second, Propose("watch", "Call the army."), seat="watch")
    scribe.do(control, acts.Rewind(to=30, why="Once more."))
    scribe.do(control, acts.NoDuff(why="Smoke."))
    for who in (control, second):
        scribe.do(who, acts.Lift())
    for who in (control, second):
        scribe.do(who, acts.End(why="Enough."))
    scribe.stand()
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
