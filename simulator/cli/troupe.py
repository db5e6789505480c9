"""A host in a process of its own, and players who are none: what a drill is played with."""

from __future__ import annotations

import asyncio
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Final

from simulator.engine.commands import Note
from simulator.session import acts
from simulator.session.client import door, memory
from simulator.session.client.line import Line
from simulator.session.invitation import Invitation, invitation_from

HOST: Final = (sys.executable, "-c", "from simulator.cli.host import command; command()")
PATIENCE: Final = 30.0
"""Seconds after which something has gone wrong."""


class Failed(Exception):
    """A drill found what must not be; the text says what."""


class HostProcess:
    """`kulla host` as a program, in this folder; what it says of itself goes to `log`."""

    def __init__(self, folder: Path) -> None:
        self.log = folder / "host.log"
        self._folder = folder
        self._process: subprocess.Popen[str] | None = None

    @property
    def number(self) -> int:
        assert self._process is not None
        return self._process.pid

    def start(self, *arguments: str) -> None:
        with self.log.open("a", encoding="utf-8") as log:
            self._process = subprocess.Popen(  # noqa: S603 our own program
                [*HOST, "--headless", *arguments], cwd=self._folder, stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE, stderr=log, encoding="utf-8",
            )  # fmt: skip

    async def invitations(self, count: int) -> dict[str, Invitation]:
        """The first so many that it prints, by the seats they are to. Raises Failed."""
        found = {}
        for _ in range(count):
            seat, _, text = (await self._line()).rstrip("\n").partition("\t")
            try:
                found[seat] = invitation_from(text)
            except ValueError:
                raise Failed(f"the host did not start: {self.last_words()}") from None
        return found

    async def _line(self) -> str:
        assert self._process is not None
        assert self._process.stdout is not None
        async with asyncio.timeout(PATIENCE):
            return await asyncio.to_thread(self._process.stdout.readline)

    def kill(self) -> None:
        """As if the power had gone; nothing where it has ended already."""
        if self._process is not None:
            self._process.kill()
            self._process.wait(PATIENCE)
            if self._process.stdout is not None:
                self._process.stdout.close()

    async def end(self) -> int:
        """Until it has left by itself; its exit code."""
        assert self._process is not None
        async with asyncio.timeout(PATIENCE):
            return await asyncio.to_thread(self._process.wait)

    def last_words(self) -> str:
        lines = self.log.read_text("utf-8").splitlines()
        return lines[-1] if lines else "it said nothing"


class Player:
    """Somebody with a seat who writes notes, and remembers what was acknowledged."""

    def __init__(self, line: Line) -> None:
        self.line = line
        self.asked: list[str] = []
        self.acknowledged: set[str] = set()
        self._running = asyncio.create_task(line.run())

    @classmethod
    async def joined(cls, invitation: Invitation, name: str) -> Player:
        seat = await door.join(invitation, name)
        return cls(Line(memory.start(None, invitation, seat)))

    @property
    def grant(self) -> str:
        return self.line.memory.grant

    async def parted(self) -> None:
        """Until they have noticed that the host is gone. Raises Failed."""
        await self.until(lambda: self.line.status.state != "connected")

    async def back(self) -> None:
        """Until they are connected and all they asked was answered. Raises Failed."""
        await self.until(lambda: self.line.status.state == "connected" and not self.line.waiting)

    def ask(self) -> None:
        self.asked.append(self.line.ask(Note("watch", f"note {len(self.asked) + 1}")))

    async def do(self, act: acts.AnyAct) -> None:
        """Ask the session for something, and wait until it is done. Raises Failed."""
        id = self.line.do(act)
        await self.until(lambda: id in self.acknowledged)

    async def until(self, so: Callable[[], bool]) -> None:
        """Hear what is said until something is so. Raises Failed."""
        try:
            async with asyncio.timeout(PATIENCE):
                self._hear()
                while not so():
                    await self.line.change()
                    self._hear()
        except TimeoutError:
            why = f"{self.grant} has waited for {PATIENCE:.0f} seconds"
            raise Failed(f"{why}, {self.line.status.state}") from None

    def _hear(self) -> None:
        while self.line.answers:
            answer = self.line.answers.popleft()
            if not answer.done:
                raise Failed(f"{self.grant} was refused something: {answer.sentence}")
            self.acknowledged.add(answer.id)

    async def leave(self) -> None:
        self._running.cancel()
        await asyncio.wait([self._running])
