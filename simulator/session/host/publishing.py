"""Who is shown what, and when it was last shown: views compared, changes sent, streams kept.

All seats with the same eyes share one board, and what was said on it last is kept once for those
who come back. Each grant has its own stream, whose numbers are its own. What a grant is sent, and
when, does not depend on who else looks through the same eyes.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator
from typing import Any

from simulator.session.delta import changes
from simulator.session.host import outgoing
from simulator.session.host.connection import Connection
from simulator.session.host.outgoing import Eyes
from simulator.session.limits import KEPT_BYTES, KEPT_MESSAGES
from simulator.session.protocol import ClockFace, News, View

Shown = tuple[ClockFace | None, dict[str, Any]]


class Log:
    """The last messages of one board, without their numbers; `count` is of all there were."""

    def __init__(self) -> None:
        self.count = 0
        self._kept: deque[str] = deque()
        self._bytes = 0

    def add(self, body: str) -> None:
        self.count += 1
        self._kept.append(body)
        self._bytes += len(body)
        while len(self._kept) > KEPT_MESSAGES or self._bytes > KEPT_BYTES:
            self._bytes -= len(self._kept.popleft())

    def last(self, number: int) -> list[str] | None:
        """So many, oldest first; None where they are not all kept."""
        if number > len(self._kept):
            return None
        return [*self._kept][len(self._kept) - number :]


class Stream:
    """The numbered messages to one grant, of a log that all who share its eyes have in common.

    `seq` is the number of the last. `knows` is what it was shown where that is not what the board
    last told all others; `late` says that what it was told last was no longer new.
    """

    def __init__(self, log: Log, knows: Shown, seq: int = 0) -> None:
        self.seq = seq
        self.knows: Shown | None = knows
        self.late = False
        self.connections: list[Connection] = []
        self.empty_since: float | None = None
        self._first = seq
        self._log = log

    def put(self, body: str) -> None:
        """Send on what was added to the log."""
        self.seq += 1
        message = outgoing.numbered(self.seq, body)
        for connection in self.connections:
            connection.put(message, replaceable=True)

    def catch_up(self, body: str) -> None:
        """Be told alone what it did not know; from now on it is told what all others are."""
        if body:
            self.put(body)
        self.knows, self._first = None, self.seq

    def since(self, seq: int) -> list[str] | None:
        """The messages after this number; None where they are not all kept."""
        if not self._first <= seq <= self.seq:
            return None
        missed = self._log.last(self.seq - seq)
        if missed is None:
            return None
        return [outgoing.numbered(number, body) for number, body in enumerate(missed, seq + 1)]


class Board:
    """What all who share these eyes were last told, and what was seen when somebody last looked."""

    def __init__(self, look: Callable[[], Shown]) -> None:
        self.streams: dict[str, Stream] = {}
        self.log = Log()
        self._look = look
        self._seen = self._told = look()
        self._whole = self._seen, ""

    def look_again(self) -> None:
        self._seen = self._look()

    def open(self, grant: str, seq: int, now: float) -> None:
        """A stream that begins with what was seen last; nobody follows it yet."""
        stream = self.streams[grant] = Stream(self.log, self._seen, seq)
        stream.empty_since = now

    def snapshot(self, stream: Stream) -> str:
        """All that the stream has told, under its last number."""
        shown = stream.knows or self._told
        if self._whole[0] is not shown or not self._whole[1]:
            clock, view = shown
            self._whole = shown, outgoing.body(View(seq=0, clock=clock, view=view))
        return outgoing.numbered(stream.seq, self._whole[1])

    def publish(self) -> None:
        """Show everybody what has changed."""
        self.look_again()
        before, self._told = self._told, self._seen
        body = self._news(before)
        if body:
            self.log.add(body)
        alone: dict[tuple[int, bool], str] = {}
        for stream in self.streams.values():
            if stream.knows or (stream.late and not body):
                # Many who came together know the very same, and it is compared once for them.
                shown = stream.knows or before
                key = id(shown), stream.late
                if key not in alone:
                    alone[key] = self._news(shown, stream.late)
                stream.catch_up(alone[key])
            elif body:
                stream.put(body)
            stream.late = False

    def _news(self, shown: Shown, late: bool = False) -> str:
        """What is new since that was shown, without a number; empty where nothing is.

        Who was told `late` is told the time in any case.
        """
        (before, known), (clock, view) = shown, self._seen
        told = changes(known, view)
        if not told and _same(before, clock) and not (late and clock):
            return ""
        return outgoing.body(News(seq=0, clock=clock, changes=told))


class Boards:
    """All boards of a session, made when somebody first looks."""

    def __init__(self, through: Callable[[Eyes], Callable[[], Shown]]) -> None:
        self._through = through
        self._boards: dict[Eyes, Board] = {}
        self._counted: dict[tuple[Eyes, str], int] = {}

    def __iter__(self) -> Iterator[tuple[Eyes, Board]]:
        return iter(self._boards.items())

    def __contains__(self, eyes: object) -> bool:
        return eyes in self._boards

    def has(self, eyes: Eyes, grant: str) -> bool:
        """Whether the grant has a stream of what these eyes see."""
        return eyes in self._boards and grant in self._boards[eyes].streams

    def look(self, eyes: Eyes) -> None:
        """Look through these eyes now, for those who come next."""
        if eyes in self._boards:
            self._boards[eyes].look_again()
        else:
            self._boards[eyes] = Board(self._through(eyes))

    def open(self, eyes: Eyes, grant: str, now: float) -> None:
        """Begin a stream, where the grant has none, with what was last seen through these eyes."""
        if not self.has(eyes, grant):
            # No number is given twice: who comes back late can tell that messages are missing.
            self._boards[eyes].open(grant, self._counted.get((eyes, grant), 0) + 1, now)

    def attach(self, connection: Connection, epoch: bool, after: int) -> tuple[int, list[str]]:
        """Let a connection follow its stream: from which number on, and what it is sent first.

        `epoch` says whether `after` was counted by this host.
        """
        board = self._boards[connection.eyes]
        stream = board.streams[connection.grant.id]
        missed = stream.since(after) if epoch else None
        first = [board.snapshot(stream)] if missed is None else missed
        stream.connections.append(connection)
        stream.empty_since = None
        stream.late = stream.knows is None
        return stream.seq, first

    def detach(self, connection: Connection, now: float) -> None:
        stream = self._boards[connection.eyes].streams[connection.grant.id]
        stream.connections.remove(connection)
        if not stream.connections:
            stream.empty_since = now

    def refresh(self, connection: Connection) -> None:
        """The whole view, for a connection that has lost messages."""
        board = self._boards[connection.eyes]
        stream = board.streams[connection.grant.id]
        connection.stale = False
        connection.put(board.snapshot(stream), replaceable=True)
        stream.late = stream.knows is None

    def forget(self, before: float) -> None:
        """Drop the streams that nobody has followed since then, and boards without streams."""
        for eyes, board in list(self._boards.items()):
            for grant, stream in list(board.streams.items()):
                if stream.empty_since is not None and stream.empty_since < before:
                    self._drop(eyes, grant)

    def abandon(self, eyes: Eyes, grant: str) -> None:
        """Nobody will come back to follow this stream: it is looked for no longer."""
        if not self._boards[eyes].streams[grant].connections:
            self._drop(eyes, grant)

    def _drop(self, eyes: Eyes, grant: str) -> None:
        board = self._boards[eyes]
        self._counted[eyes, grant] = board.streams.pop(grant).seq
        if not board.streams:
            del self._boards[eyes]


def _same(before: ClockFace | None, after: ClockFace | None) -> bool:
    """Whether the clock goes on as before; that time has passed is no news."""
    if before is None or after is None:
        return before is after
    return before.model_copy(update={"now": 0}) == after.model_copy(update={"now": 0})
