"""The host's way to its disk: one thread, so that no sync ever holds up the loop.

A full disk is a state that ends by itself. A disk that failed is the end: `DiskFailed` goes
through, and the host stops without having answered anything that it could not keep.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Final, TypeVar

from simulator.session.errors import DiskFailed, DiskFull
from simulator.session.folder import Opened, head_of
from simulator.session.host.apart import Apart
from simulator.session.host.measuring import Measures
from simulator.session.host.timekeeping import Times
from simulator.session.journal import head, reserve
from simulator.session.journal.record import Draft, Record
from simulator.session.limits import ROOM_BYTES
from simulator.speech import Saying

T = TypeVar("T")
NO_HEAD: Final = head.Head("", -1, "", {}, 0)
"""Stands for the last, where none was written."""


class Keeping:
    """`full` is whether the last try found no room."""

    def __init__(self, opened: Opened, times: Times, measures: Measures) -> None:
        self.full = False
        self._opened = opened
        self._times = times
        self._measures = measures
        self._head = NO_HEAD
        self._thread = Apart("journal", DiskFull, DiskFailed)

    async def write(self, drafts: list[Draft]) -> list[Record]:
        """Put the records on the disk; for those that close a session, room was set aside.

        Raises DiskFull and DiskFailed.
        """
        try:
            return await self._write(drafts)
        except DiskFull:
            self.full = True
            if not any(draft.kind == "closed" for draft in drafts):
                raise
        return await self.write_last(drafts)

    async def write_last(self, drafts: list[Draft]) -> list[Record]:
        """The last records of a host, in the room that was set aside where there is no other.

        Raises DiskFull and DiskFailed.
        """
        try:
            return await self._write(drafts)
        except DiskFull:
            await self._apart(lambda: reserve.give_up(self._opened.path))
            return await self._write(drafts)

    async def _write(self, drafts: list[Draft]) -> list[Record]:
        with self._measures.syncing(self._times.wall):
            return await self._apart(lambda: self._opened.journal.append(drafts, self._times.utc()))

    async def keep_time(self) -> bool:
        """Keep how far every team has come, where that is news; whether it is kept now."""
        now = head_of(self._opened, self._times.utc())
        if now == replace(self._head, utc=now.utc):
            return True
        try:
            await self._apart(lambda: self._vouch(now))
        except DiskFull:
            self.full = True
            return False
        self._head = now
        return True

    def _vouch(self, now: head.Head) -> None:
        self._opened.journal.must_lie_in(self._opened.path)
        head.write(self._opened.path, now, self._opened.disk)

    async def try_again(self) -> bool:
        """Whether there is room again. A write shows it, for not all that is free may be ours."""
        self.full = not await self._apart(self._has_room)
        if not self.full:
            self._head = NO_HEAD
            await self.keep_time()
        return not self.full

    def _has_room(self) -> bool:
        opened = self._opened
        try:
            return opened.disk.free(opened.path) >= ROOM_BYTES
        except OSError as error:
            raise DiskFailed(f"{opened.path} can't be looked at: {error.strerror}") from error

    def mirror_lost(self) -> Saying | None:
        """Why the second copy is no longer kept; None while it is, or where there is none."""
        mirror = self._opened.journal.mirror
        return mirror.lost if mirror else None

    def end(self) -> None:
        self._thread.end()
        self._opened.close()

    async def _apart(self, act: Callable[[], T]) -> T:
        return await self._thread.do(act)
