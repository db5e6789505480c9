"""How somebody gets in, is heard, and leaves: the one place where strangers become seats.

Whatever is wrong with a code or a token, the answer is the same. Who asks is known from the
connection alone; a message can't say it.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable
from contextlib import suppress
from typing import Any, Final

from pydantic import ValidationError

from simulator.engine.errors import Refused
from simulator.session import protocol as p
from simulator.session.acts import Feedback
from simulator.session.asking import cleaned
from simulator.session.drafting import Desk, Drafted, draft_act, draft_command
from simulator.session.grants import Grant, hashed, token_of
from simulator.session.host import outgoing
from simulator.session.host.connection import Connection
from simulator.session.host.errand import NotKept
from simulator.session.host.host import Host
from simulator.session.host.outgoing import Eyes
from simulator.session.host.rates import Addresses, Allowance
from simulator.session.journal.record import Draft
from simulator.session.limits import FAILURES_A_MINUTE, LONGEST_NAME, MESSAGES_A_SECOND
from simulator.session.session import Answer, Seen, Session
from simulator.session.strict import Malformed, parse
from simulator.speech import Saying

PATIENCE: Final = 100
"""How many messages beyond what it may send a connection is forgiven at once."""
SOLVE: Final = "solve"
"""The command that gives an answer in a contest."""


class Shut(Exception):
    """No entry; `code` is what a connection is closed with."""

    def __init__(self, code: int) -> None:
        super().__init__(code)
        self.code = code


class Reception:
    """Of one host. `random` gives so many bytes that nobody can guess."""

    def __init__(self, host: Host, random: Callable[[int], bytes] = secrets.token_bytes) -> None:
        self._host = host
        self._random = random
        self._addresses = Addresses(FAILURES_A_MINUTE, host.times.wall)

    def may_try(self, address: str) -> bool:
        """Whether this address may still guess; it may once it has stopped for a while."""
        return self._addresses.may_try(address)

    async def join(self, address: str, asked: p.Join) -> p.Joined | None:
        """Exchange a code for a token; None for whatever reason it can't be.

        Raises NotKept, and Refused for a name that nobody has.
        """
        token = token_of(self._random(32))
        name = " ".join(cleaned(asked.name).split())[:LONGEST_NAME]

        def draft() -> Drafted:
            grant = None
            if self.may_try(address):
                grant = self._session.grants.with_code(asked.code, self._host.times.utc())
            if grant is None:
                self._addresses.failed(address)
                raise Refused("unknown", "no such code")
            body = {"grant": grant.id, "token": hashed(token)}
            return Drafted((Draft("joined", body=body, words={"name": name}),))

        try:
            await self._host.want(draft)
        except Refused:
            return None
        grant = self._session.grants.with_token(token, self._host.times.utc())
        if grant is None:
            # Somebody else has exchanged the same code at the same moment.
            return None
        return p.Joined(token=token, session=self._session.header.session, grant=grant.id)

    def known(self, address: str, token: str) -> Grant | None:
        """Whose token this is, while it opens a seat."""
        grant = self._session.grants.with_token(token, self._host.times.utc())
        if grant is None:
            self._addresses.failed(address)
        return grant

    async def enter(self, grant: Grant, hello: p.Hello) -> Connection:
        """Let a seat's holder in; what they are told first waits in the connection.

        Raises Shut and NotKept.
        """
        eyes = outgoing.eyes_of(grant, hello.language)
        with self._host.attendance.expecting(grant):
            try:
                await self._host.want(lambda: self._arrival(grant, hello))
            except Refused:
                raise Shut(p.AHEAD) from None
            await _shown(self._host, eyes, grant)
            # It may have been lost meanwhile.
            return self._seated(Connection(self._still(grant), eyes, self._host.times.wall), hello)

    def _seated(self, connection: Connection, hello: p.Hello) -> Connection:
        _greet(self._host, connection, hello)
        self._host.attendance.add(connection)
        return connection

    def _arrival(self, shown: Grant, hello: p.Hello) -> Drafted:
        """Asked in its turn, when the clocks stand where they must for anybody. Raises Refused."""
        self._check(shown, Seen(hello.answers, hello.head, hello.now))
        grant = self._session.grants[shown.id]
        arrival = self._host.attendance.arrival(grant) if self._opens(shown, grant) else None
        return Drafted((arrival,) if arrival else ())

    def _check(self, grant: Grant, seen: Seen) -> None:
        """Raises Refused where a client has seen what this session can't have shown it."""
        if self._session.vouches_for(grant.id, seen):
            return
        alarm = Saying(
            "{seat} has seen more of this session than its journal holds", {"seat": grant.id}
        )
        if alarm not in self._host.alarms:
            self._host.alarms.append(alarm)
        if not self._session.recovered:
            raise Refused.because("ahead", alarm)

    def _still(self, shown: Grant) -> Grant:
        """The seat as it is by now. Raises Shut where the token that was shown has lost it."""
        grant = self._session.grants[shown.id]
        if not self._opens(shown, grant):
            raise Shut(p.REVOKED if grant.revoked else p.BAD_TOKEN)
        return grant

    def _opens(self, shown: Grant, grant: Grant) -> bool:
        return shown.token == grant.token and grant.may_sit(self._host.times.utc())

    def leave(self, connection: Connection) -> None:
        self._host.attendance.remove(connection)
        self._host.boards.detach(connection, self._host.times.wall())

    @property
    def _session(self) -> Session:
        return self._host.session


async def _shown(host: Host, eyes: Eyes, grant: Grant) -> None:
    """Until there is something for the grant to see through these eyes. Raises NotKept."""
    while not host.boards.has(eyes, grant.id):
        await host.show(eyes, grant.id)


def _greet(host: Host, connection: Connection, hello: p.Hello) -> None:
    """Let it follow what its eyes see, and put into it what it is told first."""
    session, grant = host.session, connection.grant
    same_epoch = hello.epoch == session.epoch
    after, first = host.boards.attach(connection, same_epoch, hello.after)
    connection.put(outgoing.welcome(session, grant, after, hello.language))
    for message in first:
        connection.put(message, replaceable=True)
    if host.state != "writing":
        connection.put(outgoing.host_state(host.state))


class Listener:
    """Hears one connection."""

    def __init__(
        self,
        host: Host,
        connection: Connection,
        random: Callable[[int], bytes] = secrets.token_bytes,
    ) -> None:
        self._host = host
        self._connection = connection
        self._random = random
        self._watched = outgoing.HOME
        self._allowance = host.attendance.allowance(connection.grant)
        self._patience = Allowance(MESSAGES_A_SECOND, PATIENCE, host.times.wall)

    async def hear(self, text: str) -> None:
        """Do what a message asks; the answer waits in the connection."""
        if not self._allowance.take():
            self._connection.put(outgoing.wrong("too-fast"))
            if not self._patience.take():
                self._connection.close(p.TOO_FAST)
            return
        try:
            message = p.FROM_CLIENT.validate_python(parse(text))
        except (Malformed, ValidationError):
            self._connection.put(outgoing.wrong("malformed"))
            return
        match message:
            case p.Hello():
                self._connection.put(outgoing.wrong("unknown"))
            case p.Attend():
                self._host.companies.attend(self._connection.grant, message)
            case p.Speak():
                await self._look_anew(message.language)
            case p.Ask() | p.Do():
                await self._do(message)
            case p.Watch() | p.Enquire():
                await self._look_into(message)

    async def _look_into(self, message: p.Watch | p.Enquire) -> None:
        """What is for control to look into alone."""
        if not self._connection.grant.leads:
            self._connection.put(outgoing.wrong("unknown"))
        elif isinstance(message, p.Watch):
            await self._watch(message)
        else:
            self._host.enquiries.hear(self._connection, message)

    async def _watch(self, wanted: p.Watch) -> None:
        """Another team, or another's screen, if there is such a one."""
        session = self._host.session
        first, *others = session.teams
        if wanted.team not in ("", first, *others) or wanted.role not in (
            "",
            *session.scenario.roles,
        ):
            self._connection.put(outgoing.wrong("unknown"))
            return
        # However the first team is called, it is the same board.
        team = wanted.team if wanted.team in others else ""
        self._watched = wanted.model_copy(update={"team": team})
        await self._look_anew(self._connection.eyes.language)

    async def _look_anew(self, language: Any) -> None:
        """Through other eyes; where no time can be kept, nothing new is shown."""
        host, connection = self._host, self._connection
        eyes = outgoing.eyes_of(connection.grant, language, self._watched)
        with suppress(NotKept):
            await _shown(host, eyes, connection.grant)
            host.boards.detach(connection, host.times.wall())
            before, connection.eyes = connection.eyes, eyes
            _greet(host, connection, p.Hello(language=language))
            if connection.grant.leads:
                # Whoever looks around leaves many places behind.
                host.boards.abandon(before, connection.grant.id)

    async def _do(self, message: p.Ask | p.Do) -> None:
        host, grant = self._host, self._connection.grant
        language = self._connection.eyes.language
        try:
            free = (grant.id, message.id) if isinstance(message, p.Ask) else None
            outcome = await host.want(lambda: self._drafted(message), free=free)
        except Refused as refused:
            no = Answer(message.id, False, refused.code, refused.saying)
            self._connection.put(outgoing.answer(no, language))
        except NotKept:
            self._connection.put(outgoing.not_kept(message.id, language))
        else:
            # What was written down without a name has no answer of its own.
            answer = outcome.answer or Answer(message.id, True)
            gift = outcome.gift or host.gifts.get((grant.id, message.id), "")
            self._connection.put(outgoing.answer(answer, language, gift))

    def _drafted(self, message: p.Ask | p.Do) -> Drafted | Answer:
        """Called in its turn: whether the seat is still there is asked now, not when it came."""
        session = self._host.session
        grant = session.grants[self._connection.grant.id]
        if not grant.may_sit(self._host.times.utc()):
            raise Refused("unknown", "this seat is not yours any more")
        controllers = self._host.attendance.controllers()
        desk = Desk(session, grant, message.id, self._random, controllers)
        if isinstance(message, p.Ask):
            drafted = draft_command(desk, message.command, message.team, message.seat)
            if isinstance(drafted, Drafted) and message.command["ask"] == SOLVE:
                self._host.attendance.guess(grant)
            return drafted
        drafted = draft_act(desk, message.act)
        if isinstance(message.act, Feedback):
            self._host.attendance.hand_in(grant, message.act)
        return drafted
