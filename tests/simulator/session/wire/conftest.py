"""A host on a real socket for tests that only knock at its door."""

from collections.abc import AsyncIterator

import pytest

from simulator.session.host import strangers, wire
from tests.simulator.session.wire.house import CONTROL, NORTH, SOUTH, do, new_id
from tests.simulator.session.wire.raw import eventually
from tests.simulator.session.wire.street import HASTE, Street, street


@pytest.fixture(scope="module")
async def one(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Street]:
    path = tmp_path_factory.mktemp("street")
    async with street(path, CONTROL, NORTH, SOUTH) as made:
        control = await made.caller(made.tokens["control-1"])
        await control.asks(do(new_id(), "start"))
        control.hangs_up()
        yield made


@pytest.fixture
async def here(one: Street) -> AsyncIterator[Street]:
    """One host for all, and nobody left of the test before."""
    yield one
    one.empty()
    await eventually(one.is_empty)


@pytest.fixture
def haste(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (wire, strangers):
        monkeypatch.setattr(module, "STRANGER_SECONDS", HASTE)
    monkeypatch.setattr(wire, "MESSAGE_SECONDS", HASTE)
