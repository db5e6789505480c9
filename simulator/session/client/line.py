"""A client's line to its host: it comes back by itself, and loses nothing that was asked.

Whoever uses a line looks at it: `sight` is what was shown, `answers` what was answered, `status`
how the connection is. What is asked is kept until it is answered, also over restarts.
"""

from __future__ import annotations

import asyncio
import json
import secrets
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from random import Random
from ssl import SSLContext, SSLError
from time import monotonic
from typing import Any, Final

from pydantic import ValidationError
from websockets.asyncio.client import ClientConnection
from websockets.exceptions import ConnectionClosed, InvalidHandshake, InvalidStatus

from simulator.engine.commands import Command
from simulator.session import protocol as p
from simulator.session.acts import AnyAct
from simulator.session.asking import told
from simulator.session.client.company import Company
from simulator.session.client.door import NotReached, calling, pinned
from simulator.session.client.lookout import Lookout
from simulator.session.client.memory import Memory
from simulator.session.client.sight import Gap, Sight
from simulator.session.client.status import FINAL, REFUSALS, Status
from simulator.session.invitation import invitation_from
from simulator.session.limits import MESSAGE_BYTES
from simulator.speech import say

LONGEST_WAIT: Final = 5.0
FIRST_WAIT: Final = 0.25
BREATH: Final = 1.0
"""Seconds to wait after the host said that this was too fast, or could not be kept."""


class Line:
    """`version` grows with everything that has changed; `host` is the host's own state."""

    def __init__(
        self,
        memory: Memory,
        language: str = "en",
        wall: Callable[[], float] = monotonic,
        dice: Random | None = None,
    ) -> None:
        self.memory = memory
        self.sight = Sight(wall)
        self.status = Status("connecting")
        self.welcome: p.Welcome | None = None
        self.host = "writing"
        self.answers: deque[p.Answered] = deque()
        self.version = 0
        self.company = Company()
        self.lookout = Lookout()
        self._language: Any = language
        self._spoken = language
        self._dice = dice or Random()  # noqa: S311 spreads the load, keeps no secret
        self._context: SSLContext | None = None
        self._sent = ""
        self._hasty = False
        self._send = asyncio.Event()
        self._changed = asyncio.Event()

    @property
    def waiting(self) -> int:
        """How much was asked that is not answered yet."""
        return len(self.memory.outbox)

    async def change(self) -> None:
        """Until something has changed since this was called."""
        self._changed.clear()
        await self._changed.wait()

    def ask(self, command: Command, team: str = "", seat: str = "") -> str:
        """Ask the world; control says of which team, and for whom. The id of its answer."""
        return self._ask(p.Ask(id=_new_id(), command=told(command), team=team, seat=seat))

    def do(self, act: AnyAct) -> str:
        """Ask the session for something. The id of its answer."""
        return self._ask(p.Do(id=_new_id(), act=act))

    def watch(self, team: str, role: str = "") -> None:
        """Be shown this team's panel from now on, and what this role of it is shown."""
        self.lookout.watch(team, role)

    def enquire(self, about: Any, team: str, command: Command | None = None, **more: Any) -> str:
        """Have control told something that changes nothing. The id of what it will be told."""
        wanted = told(command) if command else None
        enquiry = p.Enquire(id=_new_id(), about=about, team=team, command=wanted, **more)
        self.lookout.enquire(enquiry, self._language)
        self._tell()
        return enquiry.id

    def speak(self, language: str) -> None:
        """Be shown the same in this language, now and whenever this seat is taken again."""
        self._language = self.memory.language = language
        self.memory.keep()
        self._send.set()

    async def run(self) -> None:
        """Stay connected until the seat or the session ends, or this is cancelled."""
        tries = 0
        while self.status.state != "ended":
            why = ""
            try:
                await self._visit()
            except InvalidStatus as refused:
                if refused.response.status_code in REFUSALS:
                    self._end(REFUSALS[refused.response.status_code])
            except NotReached as missing:
                why = missing.into(self._language)
            except SSLError:
                # It may show another certificate than before: look at it again.
                self._context = None
            except (OSError, InvalidHandshake, TimeoutError):
                pass
            self._part()
            if self.status.state != "ended":
                tries = 1 if self.status.state == "connected" else tries + 1
                self._set(Status("reconnecting", tries, why))
                most = min(LONGEST_WAIT, FIRST_WAIT * 2 ** min(tries, 8))
                await asyncio.sleep(self._dice.uniform(0, most))

    def _part(self) -> None:
        """The connection has ended; who looked elsewhere is shown another view on the next."""
        self.sight.stop()
        self.company.part()
        if self.lookout.strayed:
            self.sight.epoch = ""
        self.lookout.part(self._language)

    def _ask(self, message: p.Ask | p.Do) -> str:
        asked = message.model_dump(mode="json")
        if len(json.dumps(asked)) > MESSAGE_BYTES:
            why = say(self._language, "this is too long")
            self.answers.append(p.Answered(id=message.id, done=False, code="long", sentence=why))
        else:
            self.memory.outbox.append(asked)
            self.memory.keep()
        self._send.set()
        self._tell()
        return message.id

    async def _visit(self) -> None:
        """One connection, from its opening to its end."""
        invitation = invitation_from(self.memory.invitation)
        context = self._context = self._context or await pinned(invitation)
        async with calling(invitation, self.memory.token, context) as socket:
            await self._talk(socket)
            if socket.close_code in FINAL:
                self._end(socket.close_code)

    async def _talk(self, socket: ClientConnection) -> None:
        self._sent = ""
        sending: list[asyncio.Task[None]] = []
        try:
            await socket.send(self._hello().model_dump_json())
            tellers = (self.company.tell, self.lookout.tell)
            sending = [asyncio.create_task(tell(socket.send)) for tell in tellers]
            sending.append(asyncio.create_task(self._send_on(socket)))
            async for text in socket:
                self._hear(p.FROM_HOST.validate_json(text))
                self._tell()
        except ConnectionClosed:
            pass
        except (Gap, ValidationError):
            # The next connection begins with the whole view.
            self.sight.epoch = ""
        except asyncio.CancelledError:
            # Who leaves waits for no farewell: the loop may end before one came.
            socket.transport.abort()
            raise
        finally:
            for task in sending:
                task.cancel()

    def _hello(self) -> p.Hello:
        memory, sight = self.memory, self.sight
        self._spoken = self._language
        # In each language the host counts anew.
        follows = sight.seq and self._heard == self._language
        return p.Hello(
            epoch=sight.epoch if follows else "", after=sight.seq, answers=memory.answers,
            head=memory.head, now=memory.now, language=self._language,
        )  # fmt: skip

    def _hear(self, message: p.HostSays) -> None:
        match message:
            case p.Welcome():
                self._welcomed(message)
            case p.View() | p.News():
                self.sight.take(message)
                if message.clock and message.clock.now > self.memory.now:
                    self.memory.now = message.clock.now
            case p.Answered():
                self._answered(message)
            case p.Company() | p.Standings():
                self.company.hear(message)
            case p.Told():
                self.lookout.hear(message)
            case p.HostState():
                self.host = message.state
                self._spoken = self._heard
                self.lookout.say_again()
                if self.host != "writing":
                    self.sight.stop()
            case p.Wrong():
                self._wrong(message)
        self._send.set()

    def _welcomed(self, welcome: p.Welcome) -> None:
        if welcome.epoch != self.sight.epoch or welcome.language != self._heard:
            # It counts anew, and nothing of that has been seen yet.
            self.sight.epoch, self.sight.seq = welcome.epoch, 0
        self.welcome = welcome
        self.memory.answers, self.memory.head = welcome.answers, welcome.head
        self.memory.now, self.host = 0, "writing"
        self._set(Status("connected"))

    def _answered(self, answer: p.Answered) -> None:
        if answer.again:
            self._sent, self._hasty = "", True
            return
        waited = self.memory.done(answer.id)
        if self._sent == answer.id:
            self._sent = ""
        if answer.answers > self.memory.answers:
            self.memory.answers, self.memory.head = answer.answers, answer.head
        self.memory.keep()
        if waited:
            self.answers.append(answer)

    def _wrong(self, wrong: p.Wrong) -> None:
        """What was sent last had no effect: asked again if it came too fast, dropped if not."""
        self._hasty = wrong.code == "too-fast"
        if self._hasty:
            # It may have been something that is not answered.
            self.company.say_again()
            self.lookout.say_again()
            self._spoken = self._heard
        elif wrong.code == "unknown":
            # Of all that a line says, only a place to watch may not be there.
            self.lookout.not_there()
            return
        elif self._sent:
            why = say(self._language, "not understood")
            no = p.Answered(id=self._sent, done=False, code=wrong.code, sentence=why)
            self.answers.append(no)
            self.memory.done(self._sent)
            self.memory.keep()
        self._sent = ""

    async def _send_on(self, socket: ClientConnection) -> None:
        """Ask what waits: in order, and one at a time, so that the answers come in order too."""
        with suppress(ConnectionClosed):
            while True:
                # Before anything is looked at: what changes meanwhile is looked at again.
                self._send.clear()
                if self._hasty:
                    self._hasty = False
                    await asyncio.sleep(BREATH)
                if self.status.state == "connected" and self._spoken != self._language:
                    self._spoken = self._language
                    await socket.send(p.Speak(language=self._language).model_dump_json())
                asked = self.memory.next(full=self.host != "writing")
                if asked and self.status.state == "connected" and not self._sent:
                    self._sent = asked["id"]
                    await socket.send(json.dumps(asked))
                await self._send.wait()

    @property
    def _heard(self) -> str:
        """The language of what was shown."""
        return self.welcome.language if self.welcome else ""

    def _end(self, code: int) -> None:
        self._set(Status("ended", why=say(self._language, FINAL[code])))
        # After BAD_TOKEN it is kept: another session's host may listen there for a while.
        if code in (p.REVOKED, p.GOING_AWAY):
            self.memory.forget()

    def _set(self, status: Status) -> None:
        self.status = status
        self._tell()

    def _tell(self) -> None:
        self.version += 1
        self._changed.set()


def _new_id() -> str:
    return secrets.token_hex(16)
