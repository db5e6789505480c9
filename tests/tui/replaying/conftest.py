"""A recorded session with several teams and takes, to be looked at again."""

from pathlib import Path

import pytest

from tests.simulator.review.rich import rich


@pytest.fixture(scope="session")
def session(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return rich(tmp_path_factory.mktemp("replayed") / "rich")
