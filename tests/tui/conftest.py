"""What every test of the screens begins with: a reader of English with the usual keys."""

from collections.abc import Iterator

import pytest

from tests.tui.idle import no_sleep_after_a_key
from tests.tui.stylesheets import read_once
from tests.tui.unseen import drawn_when_looked_at
from tui.acts import remap
from tui.speech import speak


@pytest.fixture(autouse=True)
def own_state(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is kept in the home of whoever runs the tests."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path_factory.mktemp("state")))


@pytest.fixture(autouse=True)
def brisk(monkeypatch: pytest.MonkeyPatch) -> None:
    no_sleep_after_a_key(monkeypatch)
    read_once(monkeypatch)
    drawn_when_looked_at(monkeypatch)


@pytest.fixture(autouse=True)
def usual_reader() -> Iterator[None]:
    yield
    speak("en")
    remap({})
