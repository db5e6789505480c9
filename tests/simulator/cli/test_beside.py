"""What is done beside the play holds nobody up, and nobody misses that it has failed."""

import time
from threading import Event

import pytest

from simulator.cli.beside import Beside


def test_it_is_waited_for_but_not_for_ever_and_never_twice():
    ready, done = Event(), list[int]()

    def act() -> None:
        ready.wait()
        done.append(len(done))

    beside = Beside(act)
    beside.again(0.01)
    begun = time.monotonic()
    for _ in range(3):
        beside.again(30)
    assert time.monotonic() - begun < 10
    assert done == []
    ready.set()
    beside.end()
    assert done == [0, 1, 2, 3]


def test_what_is_done_soon_is_done_when_it_goes_on():
    done: list[int] = []
    beside = Beside(lambda: done.append(len(done)))
    for number in range(3):
        beside.again(30)
        assert len(done) == number + 1
    beside.end()


@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
def test_where_it_has_failed_it_is_not_asked_again():
    beside = Beside(lambda: 1 // 0)
    beside.again(30)
    beside.end()
    with pytest.raises(RuntimeError, match="has failed"):
        beside.again(30)
