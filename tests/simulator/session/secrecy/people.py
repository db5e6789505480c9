"""People at their terminals: their connections, what they know, and all they were ever sent."""

from __future__ import annotations

import asyncio
import json
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from simulator.engine.errors import Refused
from simulator.session import protocol as p
from simulator.session.host.connection import Connection
from simulator.session.host.errand import NotKept
from simulator.session.host.reception import Listener, Reception, Shut

if TYPE_CHECKING:
    from tests.simulator.session.secrecy.stage import Stage

SECOND: Final = 40
"""In steps."""


class Seen(NamedTuple):
    """Something that one person was sent: at which step, on which of their connections.

    `kind` is `text`, or how it ended: `closed` and `shut` with a code, `cut`.
    """

    step: int
    line: int
    kind: str
    what: str


class Client:
    """What a client knows of its stream, to say it when it comes back."""

    def __init__(self) -> None:
        self._heard: list[tuple[int, str]] = []
        self._known: dict[str, Any] = {}
        self._clock: dict[str, Any] = {}
        self._at = 0

    def hear(self, step: int, text: str) -> None:
        self._heard.append((step, text))

    def _take(self, step: int, told: dict[str, Any]) -> None:
        if told["type"] == "welcome":
            self._known |= {name: told[name] for name in ("epoch", "answers", "head")}
        elif told["type"] in ("view", "news"):
            self._known |= {"after": told["seq"]}
            if told["clock"]:
                self._known |= {"now": told["clock"]["now"]}
                self._clock, self._at = told["clock"], step
        elif told["type"] == "answer" and told["answers"]:
            self._known |= {name: told[name] for name in ("answers", "head")}

    def hello(self, **otherwise: Any) -> p.Hello:
        for step, text in self._heard:
            self._take(step, json.loads(text))
        self._heard.clear()
        return p.Hello(**{**self._known, **otherwise})

    def reckoned(self, step: int) -> int:
        """How late it must be by then, by the clock that was shown."""
        now = self.hello().now
        runs = self._clock and self._clock["stands"] == "running"
        return max(0, now + int((step - self._at) / SECOND * self._clock["pace"])) if runs else now


class Line:
    """One connection of a person, served as the host serves it."""

    def __init__(self, person: Person, number: int, hello: p.Hello) -> None:
        self.connection: Connection | None = None
        self.reading = True
        self.ended = False
        self._person = person
        self._number = number
        self._said: asyncio.Queue[str] = asyncio.Queue()
        self._task = asyncio.get_running_loop().create_task(self._serve(hello))
        person.stage.stirred = True

    def say(self, text: str) -> None:
        self._said.put_nowait(text)
        self._person.stage.stirred = True

    async def _serve(self, hello: p.Hello) -> None:
        stage, person = self._person.stage, self._person
        reception = Reception(stage.host, stage.random(person.label))
        grant = reception.known("address", person.token)
        if grant is None:
            self._end("shut", "401")
            return
        try:
            self.connection = await reception.enter(grant, hello)
        except Shut as shut:
            self._end("shut", str(shut.code))
            return
        except (Refused, NotKept):
            self._end("shut", str(p.RESTARTING))
            return
        listener = Listener(stage.host, self.connection, stage.random(f"{person.label}/gift"))
        while self.connection.code is None:
            await listener.hear(await self._said.get())

    def read(self) -> None:
        """Take what waits, as long as this client reads."""
        connection = self.connection
        if connection is None or self.ended or not self.reading:
            return
        self._take(connection)
        while connection.stale:
            self._person.stage.host.boards.refresh(connection)
            self._take(connection)
        if connection.code is not None:
            code = connection.code
            self.leave()
            self._note("closed", str(code))

    def _take(self, connection: Connection) -> None:
        for text in connection.take():
            self._person.client.hear(self._person.stage.step, text)
            self._note("text", text)
        connection.sent()

    def leave(self) -> None:
        if self.connection is not None and not self.ended:
            Reception(self._person.stage.host).leave(self.connection)
        self._end("", "")

    def cut(self) -> None:
        """The host is gone."""
        if not self.ended:
            self._end("cut", "")

    def _end(self, kind: str, what: str) -> None:
        self.ended = True
        if asyncio.current_task() is not self._task:
            self._task.cancel()
        if kind:
            self._note(kind, what)

    def _note(self, kind: str, what: str) -> None:
        self._person.seen.append(Seen(self._person.stage.step, self._number, kind, what))


class Person:
    """Somebody with a seat: their token, their connections, and all they were ever sent."""

    def __init__(self, stage: Stage, label: str, grant: str, token: str) -> None:
        self.stage = stage
        self.label = label
        self.grant = grant
        self.token = token
        self.lines: list[Line] = []
        self.seen: list[Seen] = []
        self.client = Client()

    @property
    def here(self) -> list[Line]:
        return [line for line in self.lines if not line.ended]

    def enter(self, **hello: Any) -> None:
        """Come in, or come back, saying what was seen before but for what is given."""
        self.lines.append(Line(self, len(self.lines), self.client.hello(**hello)))

    def leave(self) -> None:
        for line in self.here:
            line.leave()

    def listen(self, reading: bool = True) -> None:
        """Read what comes from now on, or don't."""
        for line in self.here:
            line.reading = reading
        self.stage.stirred = True

    def say(self, message: p.ClientSays | str) -> None:
        """Say it on the newest connection; nobody hears it where there is none."""
        text = message if isinstance(message, str) else message.model_dump_json()
        if self.here:
            self.here[-1].say(text)
