"""The thread beside the loop: in order, never in the way, and nothing that went wrong is lost."""

import asyncio
import threading
from functools import partial

import pytest

from simulator.session.errors import DiskFull
from simulator.session.host.apart import Apart


def fails_with(failure: BaseException) -> None:
    raise failure


async def test_what_is_done_there_is_done_by_another_thread_in_the_order_it_was_wanted():
    apart = Apart("journal")
    order: list[int] = []

    def note(number: int) -> tuple[int, str]:
        order.append(number)
        return number, threading.current_thread().name

    given = await asyncio.gather(*(apart.do(partial(note, n)) for n in range(50)))
    apart.end()

    assert order == [*range(50)]
    assert given == [(n, "journal") for n in range(50)]


async def test_the_loop_goes_on_meanwhile():
    apart, held = Apart("journal"), threading.Event()
    waiting = asyncio.create_task(apart.do(lambda: held.wait(timeout=60)))

    # Were the loop held up, nobody would let go.
    await asyncio.sleep(0)
    held.set()

    assert await waiting
    apart.end()


async def test_a_full_disk_is_told_and_the_thread_goes_on():
    apart = Apart("journal", DiskFull)

    with pytest.raises(DiskFull):
        await apart.do(lambda: fails_with(DiskFull()))

    assert await apart.do(lambda: "written") == "written"
    apart.end()


@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
async def test_what_nobody_expected_is_told_too():
    apart = Apart("journal", DiskFull)

    with pytest.raises(ZeroDivisionError):
        await apart.do(lambda: fails_with(ZeroDivisionError()))
    apart.end()


async def test_who_no_longer_waits_is_told_nothing_and_stops_nothing():
    apart, held = Apart("journal"), threading.Event()
    waiting = asyncio.create_task(apart.do(lambda: held.wait(timeout=60)))
    await asyncio.sleep(0)

    waiting.cancel()
    held.set()

    assert await apart.do(lambda: "next") == "next"
    assert waiting.cancelled()
    apart.end()


async def test_it_ends_once_what_was_wanted_is_done():
    apart = Apart("journal")
    done: list[str] = []
    waiting = asyncio.create_task(apart.do(lambda: done.append("last")))
    await asyncio.sleep(0)

    apart.end()

    assert done == ["last"]
    await waiting


async def test_what_was_never_used_ends_without_a_thread():
    before = threading.active_count()

    Apart("journal").end()

    assert threading.active_count() == before
