"""What stories about hosted sessions share: programs that end with their test."""

from collections.abc import Iterator

import pytest

from tests.simulator.session.programs import Programs


@pytest.fixture
def programs() -> Iterator[Programs]:
    started = Programs()
    yield started
    started.end()
