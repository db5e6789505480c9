"""A disk that fails at its n-th operation, once or from then on."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from simulator.session.errors import FULL
from tests.simulator.session.journal.scribe import Quick


class Fault(NamedTuple):
    """The `at`-th operation fails with `code`, and all after it where it is `lasting`.

    A disk without room can still sync what it has, and cut a file.
    """

    at: int
    code: int
    lasting: bool = False

    def strikes(self, number: int, name: str = "") -> bool:
        if number <= self.at or not self.lasting:
            return number == self.at
        return not (self.full and name in ("sync", "truncate"))

    @property
    def full(self) -> bool:
        return self.code in FULL


NONE = Fault(0, 0)


class FailingDisk(Quick):
    """`done` counts operations: opens, writes (half of one that fails is written), syncs,
    truncations, replacements. `struck` is what failed first."""

    def __init__(self, fault: Fault = NONE) -> None:
        self.fault = fault
        self.done = 0
        self.struck = ""
        self._within = ""

    def mend(self) -> None:
        self.fault = NONE

    @contextmanager
    def _step(self, name: str) -> Iterator[bool]:
        """One operation; gives whether it is to fail, which it does at the end."""
        self.done += 1
        failing = self.fault.strikes(self.done, name)
        yield failing
        if failing:
            self.struck = self.struck or f"{self._within}{name}"
            raise OSError(self.fault.code, os.strerror(self.fault.code))

    def open(self, path: Path) -> int:
        with self._step("open") as failing:
            return -1 if failing else super().open(path)
        raise AssertionError

    def write(self, file: int, data: bytes) -> None:
        with self._step("write") as failing:
            super().write(file, data[: len(data) // 2] if failing else data)

    def sync(self, file: int) -> None:
        with self._step("sync"):
            pass

    def truncate(self, file: int, length: int) -> None:
        with self._step("truncate") as failing:
            if not failing:
                super().truncate(file, length)

    def replace(self, path: Path, data: bytes) -> None:
        self._within = f"{path.name}: "
        try:
            with self._step("replace") as failing:
                if not failing:
                    super().replace(path, data)
        finally:
            self._within = ""

    def free(self, path: Path) -> int:
        full = self.fault.full and self.fault.lasting and self.done >= self.fault.at
        return 0 if full else 1 << 30
