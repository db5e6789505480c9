"""Standard input and output: a prompt where somebody sits there, and plain lines in a pipe."""

import asyncio
import signal
import sys
import threading
from codecs import getincrementaldecoder
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from io import RawIOBase
from shutil import get_terminal_size
from typing import Final, Protocol

from tui.lines.paper import NARROWEST, WIDTH

BEAT: Final = 0.2
"""Seconds between two looks at the clock."""
LONGEST: Final = 1 << 16
"""Characters of a line; a longer one is cut in pieces."""
INTERRUPTED: Final = object()
ENDED: Final = object()


class Talk(Protocol):
    """What hears lines and tells lines."""

    @property
    def prompt(self) -> str: ...

    @property
    def left(self) -> bool: ...

    def begin(self) -> list[str]: ...

    def tick(self) -> list[str]: ...

    def hear(self, line: str) -> list[str]: ...

    def interrupt(self) -> list[str]: ...

    def end(self) -> list[str]: ...


class Console:
    """Made inside of a running loop. What is written is read ahead by one line, not more."""

    def __init__(self) -> None:
        self.at_terminal = at_terminal()
        self.interrupted = False
        self._heard: asyncio.Queue[object] = asyncio.Queue()
        self._loop = asyncio.get_running_loop()
        self._wanted = threading.Semaphore()
        threading.Thread(target=self._read, daemon=True).start()

    def width(self) -> int:
        """The columns of the terminal as it is now, and in a pipe as many as a line may have."""
        if not self.at_terminal:
            return WIDTH
        return max(NARROWEST, min(WIDTH, get_terminal_size().columns))

    async def hold(self, talk: Talk) -> None:
        """Talk until it is left. A beat without a line is a look at the clock."""
        with self._interrupts():
            self.show(talk.begin())
            self._ask(talk)
            while not talk.left:
                await self._next(talk)

    async def _next(self, talk: Talk) -> None:
        try:
            async with asyncio.timeout(BEAT):
                heard = await self._heard.get()
        except TimeoutError:
            lines = talk.tick()
            if lines:
                # Whoever is writing finds what is new on lines of its own, and the prompt again.
                self.show(["", *lines] if self.at_terminal else lines)
                self._ask(talk)
            return
        self.show(self._answered(talk, heard))
        if not talk.left:
            self._ask(talk)

    def _answered(self, talk: Talk, heard: object) -> list[str]:
        match heard:
            case str(line):
                self._wanted.release()
                return talk.hear(line)
            case _ if heard is INTERRUPTED:
                lines = ["", *talk.interrupt()] if self.at_terminal else talk.end()
                self.interrupted = talk.left
                return lines
            case _:
                return ["", *talk.end()] if self.at_terminal else talk.end()

    def show(self, lines: list[str]) -> None:
        """Print these lines, if there are any."""
        if lines:
            print("\n".join(lines), flush=True)  # noqa: T201 this is what it is for

    def _ask(self, talk: Talk) -> None:
        if self.at_terminal and not talk.left:
            print(talk.prompt, end="", flush=True)  # noqa: T201

    def _read(self) -> None:
        """Hand over each line, once the one before was taken. Runs in a thread of its own."""
        # Not through sys.stdin, which can't be closed while it is read, as it may be at the end.
        with open(sys.stdin.fileno(), "rb", buffering=0, closefd=False) as raw:
            for line in lines_of(raw):
                self._wanted.acquire()
                self._tell(line)
        self._wanted.acquire()
        self._tell(ENDED)

    def stop(self) -> None:
        """Nothing more is to be heard."""
        self._tell(ENDED)

    def _tell(self, heard: object) -> None:
        # The program may be over by the time that a line comes.
        with suppress(RuntimeError):
            self._loop.call_soon_threadsafe(self._heard.put_nowait, heard)

    @contextmanager
    def _interrupts(self) -> Iterator[None]:
        """While this lasts, ctrl+c is heard like a line."""
        before = signal.signal(signal.SIGINT, lambda *_: self._tell(INTERRUPTED))
        try:
            yield
        finally:
            signal.signal(signal.SIGINT, before)


def at_terminal() -> bool:
    """Whether somebody sits there, and not a program."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def lines_of(raw: RawIOBase) -> Iterator[str]:
    """The lines as they come; bytes that are no text become signs."""
    decoder = getincrementaldecoder("utf-8")("replace")
    rest = ""
    with suppress(OSError):
        while chunk := raw.read(1 << 12):
            *whole, rest = (rest + decoder.decode(chunk)).split("\n")
            yield from whole
            if len(rest) > LONGEST:
                yield rest
                rest = ""
    if rest:
        yield rest
