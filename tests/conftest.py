"""What all tests share: hypothesis, the event loop of asynchronous tests, the golden files."""

import os

import pytest
from hypothesis import settings

# A slow machine is no failure, and the run that decides must not depend on luck.
settings.register_profile("kulla", deadline=None, derandomize="CI" in os.environ)
settings.load_profile("kulla")


@pytest.fixture(scope="session")
def anyio_backend() -> str:
    return "asyncio"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="write the golden files anew")
