"""What all tests share: how hypothesis searches, and the event loop of asynchronous tests."""

import os

import pytest
from hypothesis import settings

# A slow machine is no failure, and the run that decides must not depend on luck.
settings.register_profile("kulla", deadline=None, derandomize="CI" in os.environ)
settings.load_profile("kulla")


@pytest.fixture(scope="session")
def anyio_backend() -> str:
    return "asyncio"
