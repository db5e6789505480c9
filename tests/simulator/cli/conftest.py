"""The harbour on a disk, and runs of it by a script."""

from pathlib import Path

import pytest

from tests.simulator.cli.harbour import HARBOUR, Left, run


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
