"""The harbour on a disk, runs of it by a script, and programs that end with their test."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.simulator.cli.harbour import HARBOUR, Left, run
from tests.simulator.session.programs import Programs


@pytest.fixture
def harbour(tmp_path: Path) -> Path:
    path = tmp_path / "harbour.yaml"
    path.write_text(HARBOUR, "utf-8")
    return path


@pytest.fixture
def played(harbour: Path):
    """Runs the harbour by this script, as data unless asked for otherwise."""

    def run_script(text: str, *arguments: str, form: str = "json") -> Left:
        script = harbour.with_name("script.yaml")
        script.write_text(text, "utf-8")
        return run(harbour, "--script", script, "--format", form, *arguments)

    return run_script


@pytest.fixture
def programs() -> Iterator[Programs]:
    started = Programs()
    yield started
    started.end()


@pytest.fixture
def never_hosted(monkeypatch: pytest.MonkeyPatch) -> None:
    """A command that ought to refuse, and hosts instead, fails and does not wait for control."""

    async def fail(it: object) -> None:
        pytest.fail("it is hosted")

    monkeypatch.setattr("simulator.cli.serving.plainly", fail)
