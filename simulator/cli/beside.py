"""A thread beside the play, for what must not hold up whoever plays."""

from __future__ import annotations

from collections.abc import Callable
from queue import Empty, SimpleQueue
from threading import Thread


class Beside:
    """Does `act` whenever it is asked to, one time after another. An exception of it ends it.

    A signal may come at any moment, and whoever answers it wait for the end: nothing here holds a
    lock that this would wait for.
    """

    def __init__(self, act: Callable[[], object]) -> None:
        self._act = act
        self._wanted: SimpleQueue[bool] = SimpleQueue()
        self._done: SimpleQueue[bool] = SimpleQueue()
        self._waits = 0
        self._thread = Thread(target=self._run, name="beside", daemon=True)
        self._thread.start()

    def again(self, patience: float) -> None:
        """Have it done once more, and wait so many seconds for it; not at all while an earlier one
        is not done. Raises RuntimeError where it has ended."""
        if not self._thread.is_alive():
            raise RuntimeError("what was to be done beside the play has failed")
        self._wanted.put(True)
        self._waits += 1
        if self._waits > 1:
            patience = 0
        while self._waits:
            try:
                self._done.get(timeout=patience)
            except Empty:
                return
            self._waits -= 1

    def end(self) -> None:
        """Once all that is wanted has been done."""
        self._wanted.put(False)
        self._thread.join()

    def _run(self) -> None:
        while self._wanted.get():
            try:
                self._act()
            finally:
                self._done.put(True)
