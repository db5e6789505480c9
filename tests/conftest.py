"""What all tests share: hypothesis, the event loop of asynchronous tests, the golden files."""

import gc
import os
from gettext import NullTranslations

import pytest
from hypothesis import settings

from simulator import speech

# A slow machine is no failure, and the run that decides must not depend on luck: equal code tries
# equal examples. Looking for new ones is what `make soak` is for.
SOAK = int(os.environ.get("SOAK", "0"))
settings.register_profile(
    "kulla", deadline=None, derandomize=not SOAK, max_examples=100 * max(1, SOAK)
)
settings.load_profile("kulla")

# Tests make and drop whole applications; looking for circles in them as often as a program does
# takes a tenth of the time.
gc.set_threshold(100_000, 50, 100)


@pytest.fixture(scope="session")
def anyio_backend() -> str:
    return "asyncio"


class Foreign(NullTranslations):
    """A language in which all that is said stands in «…», and nothing else does."""

    def gettext(self, message: str) -> str:
        return f"«{message}»"

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return f"«{msgid1 if n == 1 else msgid2}»"


@pytest.fixture
def foreign(monkeypatch: pytest.MonkeyPatch) -> str:
    """The language that is foreign while this test runs."""
    known = speech.catalogue
    monkeypatch.setattr(speech, "catalogue", lambda of: Foreign() if of == "sq" else known(of))
    return "sq"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="write the golden files anew")
