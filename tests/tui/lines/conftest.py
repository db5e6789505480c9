"""Whoever plays in lines here reads English, whatever the machine is set to."""

import pytest


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KULLA_LANG", "en")
