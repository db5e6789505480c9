"""The host's one loop: what is asked is drafted, kept, applied, answered, and soon shown.

Nothing of a command is seen by anybody, and no second of exercise time is shown, before it is on
the disk. This loop alone changes the session; connections hand it errands.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from functools import partial
from typing import Final

from simulator.session.drafting import Drafted, hold_points, pauses, standing
from simulator.session.errors import DiskFailed, DiskFull
from simulator.session.folder import SCENARIO, Opened
from simulator.session.host import outgoing
from simulator.session.host.attendance import Attendance
from simulator.session.host.company import Companies
from simulator.session.host.enquiries import Enquiries
from simulator.session.host.errand import Errand, NotKept, Outcome, Wish, together
from simulator.session.host.keeping import Keeping
from simulator.session.host.logs import log
from simulator.session.host.looking import Count, Looking
from simulator.session.host.measuring import Measures
from simulator.session.host.oracle import Oracle
from simulator.session.host.outgoing import Eyes
from simulator.session.host.publishing import Boards
from simulator.session.host.rankings import Rankings
from simulator.session.host.timekeeping import Timekeeping, Times
from simulator.session.journal.record import Draft, Record
from simulator.session.limits import BEAT, PULSE, REQUESTS_AT_ONCE
from simulator.session.protocol import GOING_AWAY, RESTARTING, TOO_SLOW
from simulator.session.sayings import STOPPED, stood_still
from simulator.session.session import Answer
from simulator.speech import Tellable

SETS_CLOCK: Final = frozenset(
    {"started", "ran", "paused", "paced", "jumped", "rewound", "alerted", "lifted"}
)
FORGET_AFTER: Final = 60.0
"""Seconds that a stream is kept for a client that is away."""


class Host:
    """Plays a session for everybody who is connected.

    `bot_after` is how many seconds a seat may be empty before its bot takes it, None for ever.
    `stop` ends `run` in good order; `failed` says why it ended otherwise.
    """

    def __init__(self, opened: Opened, times: Times, bot_after: float | None = None) -> None:
        self.opened = opened
        self.session = opened.session
        self.times = times
        self.measures = Measures()
        self.keeping = Keeping(opened, times, self.measures)
        self.clocks = Timekeeping(self.session, times)
        self.attendance = Attendance(self.session, times, bot_after)
        self.companies = Companies(self.attendance)
        self.rankings = Rankings(self.session, self.attendance)
        self.looking = Looking(
            self.session, self.clocks, self.attendance, lambda: self.state, self.rankings.scoring
        )
        self.boards = Boards(lambda eyes: self.looking.through(eyes, self.alarms))
        self.enquiries = Enquiries(self.session, Oracle(opened.path / SCENARIO))
        self.alarms: list[Tellable] = list(opened.notes)
        self.gifts: dict[tuple[str, str], str] = {}
        self.failed = ""
        self.stop = asyncio.Event()
        self.ended = asyncio.Event()
        self._errands: asyncio.Queue[Errand] = asyncio.Queue()
        self._newcomers: list[tuple[Eyes, str, asyncio.Future[None]]] = []
        self._known: dict[Eyes, Count] = {}
        self._over: set[str] = set()
        self._next_beat = self._lost = 0.0
        self._closed = False

    @property
    def state(self) -> str:
        """How the host is, in a word of the protocol."""
        if self.failed:
            return "failed"
        return "full" if self.keeping.full else "writing"

    async def want(self, draft: Wish, *, free: tuple[str, str] | None = None) -> Outcome:
        """Have something kept and done. Raises Refused and NotKept."""
        if self.ended.is_set():
            raise NotKept
        waiting: asyncio.Future[Outcome] = asyncio.get_running_loop().create_future()
        self._errands.put_nowait(Errand(draft, waiting, free))
        return await waiting

    async def keep(self, *drafts: Draft) -> None:
        """Keep what has happened to the session itself. Raises Refused and NotKept."""
        await self.want(lambda: Drafted(drafts))

    async def show(self, eyes: Eyes, grant: str) -> None:
        """Until a grant has a stream, from a pulse on; raises NotKept where no time can be kept."""
        if self.ended.is_set() or (self.keeping.full and eyes not in self.boards):
            raise NotKept
        if self.keeping.full:
            self.boards.open(eyes, grant, self.times.wall())
            return
        waiting = asyncio.get_running_loop().create_future()
        self._newcomers.append((eyes, grant, waiting))
        await waiting

    def _have_kept(self, draft: Callable[[], Draft | None]) -> None:
        """Have something kept in the next turn, if it is still so, with nobody waiting for it."""
        self._errands.put_nowait(Errand(lambda: Drafted(tuple(filter(None, (draft(),))))))

    async def run(self) -> None:
        """Until control closes the session, `stop` is set, or the disk fails."""
        due = self.times.wall()
        try:
            while not self.stop.is_set() and not self._closed:
                await self.turn(await self._batch(due))
                late = self.times.wall() - due
                if late >= 0:
                    self.measures.lag.see(late)
                    await self.pulse()
                    due = max(due + PULSE, self.times.wall())
            await self._finish()
        except DiskFailed as failure:
            self.failed = str(failure)
            self._tell_all("failed", RESTARTING)
        finally:
            self.ended.set()
            self._turn_away()
            self.enquiries.end()
            self.keeping.end()

    def _turn_away(self) -> None:
        """Those who still want something are told that it was not kept."""
        while not self._errands.empty():
            self._errands.get_nowait().fail(NotKept())
        newcomers, self._newcomers = self._newcomers, []
        for *_, waiting in newcomers:
            if not waiting.done():
                waiting.set_exception(NotKept())

    async def _batch(self, due: float) -> list[Errand]:
        """What is wanted by now, or the first that comes before the next pulse is due."""
        batch: list[Errand] = []
        wait = due - self.times.wall()
        if self._errands.empty() and wait > 0:
            with suppress(TimeoutError):
                async with asyncio.timeout(wait):
                    batch.append(await self._errands.get())
        while not self._errands.empty() and len(batch) < REQUESTS_AT_ONCE:
            batch.append(self._errands.get_nowait())
        return batch

    async def turn(self, batch: list[Errand]) -> None:
        """Move the clocks, then keep and do what was wanted, as much as can be in one write."""
        lost = self.clocks.lost() + self._lost
        self.clocks.advance()
        if lost:
            stop = partial(pauses, self.session, stood_still(round(lost)), round(lost))
            batch = [Errand(lambda: Drafted(stop())), *batch]
        if hold_points(self.session):
            batch = [Errand(lambda: Drafted(hold_points(self.session))), *batch]
        try:
            for run in together(batch):
                await self._do(run)
            # A pause that found no room is not forgotten.
            self._lost = lost if self.keeping.full else 0.0
        finally:
            # What was not settled was not kept; whatever went wrong, nobody waits for ever.
            for errand in batch:
                errand.fail(NotKept())

    async def _do(self, run: list[Errand]) -> None:
        """Draft, keep, apply and answer these; nothing is kept once the session is closed."""
        drafted = [(it, one) for it in run if (one := it.drafted()) and not self._closed]
        drafts = [self._timed(draft) for _, one in drafted for draft in one.drafts]
        try:
            records = await self.keeping.write(drafts) if drafts else []
        except DiskFull:
            self._show_state()
            return
        rest = iter(records)
        for errand, one in drafted:
            answers = [self._apply(next(rest)) for _ in one.drafts]
            if one.gift:
                last = one.drafts[-1]
                self.gifts[last.by, last.body["id"]] = one.gift
            errand.settle(Outcome(answers[-1] if answers else None, one.gift))

    def _timed(self, draft: Draft) -> Draft:
        """A record happens at the second to which its team has come, and at no other."""
        team = self.session.teams.get(draft.team)
        return draft if team is None else replace(draft, at=team.now)

    async def pulse(self) -> None:
        """Show what has happened; once a beat also what only time has changed."""
        self.companies.tell()
        beat = self.times.wall() >= self._next_beat
        if beat:
            self._next_beat = max(self._next_beat + BEAT, self.times.wall())
            await self._tend()
        boards = [board for eyes, board in self.boards if self._has_news(eyes) or beat]
        if not (boards or beat or self._newcomers) or self.keeping.full:
            return
        if not await self.keeping.keep_time():
            self._show_state()
            return
        if beat:
            self.rankings.tell()
        for board in boards:
            board.publish()
        self.clocks.see_lateness((eyes for eyes, _ in self.boards), self.measures.lateness)
        self._show_newcomers()

    def _show_newcomers(self) -> None:
        newcomers, self._newcomers = self._newcomers, []
        for eyes in dict.fromkeys(eyes for eyes, *_ in newcomers):
            self._known[eyes] = self._count(eyes)
            self.boards.look(eyes)
        for eyes, grant, waiting in newcomers:
            self.boards.open(eyes, grant, self.times.wall())
            if not waiting.done():
                waiting.set_result(None)

    def _apply(self, record: Record) -> Answer | None:
        """Do what a record says, and what follows from it for the host."""
        answer = self.session.apply(record)
        # Only now: a session that was closed once may be taken up again.
        self._closed = self.session.closed
        draft = record.draft
        self.measures.records += 1
        if draft.by:
            self.attendance.last[draft.by] = record.utc
        if draft.kind in SETS_CLOCK:
            named = [self.session.teams[draft.team]] if draft.team else self.session.teams.values()
            for team in named:
                self.clocks.set(team)
        if draft.kind == "rewound":
            self._over.discard(draft.team)
        if draft.kind in ("arrived", "revoked"):
            self.attendance.part_with_former()
        return answer

    def _has_news(self, eyes: Eyes) -> bool:
        """Whether something has happened that these eyes may see since they were last asked for."""
        before, self._known[eyes] = self._known.get(eyes), self._count(eyes)
        return self._known[eyes] != before

    def _count(self, eyes: Eyes) -> Count:
        return self.looking.count(eyes, self.measures.records)

    async def _tend(self) -> None:
        """What is looked after once a beat: room on the disk, connections, empty seats, ends."""
        if self.keeping.full and await self.keeping.try_again():
            self._show_state()
        self.attendance.part_with_former()
        for connection in self.attendance.connections:
            if not connection.check():
                connection.close(TOO_SLOW)
        self.boards.forget(self.times.wall() - FORGET_AFTER)
        for seat in self.attendance.empty_seats():
            self._have_kept(partial(self.attendance.departure, seat))
        for team in self.session.teams.values():
            if team.over and team.name not in self._over:
                self._over.add(team.name)
                self._have_kept(partial(standing, team))
        if (lost := self.keeping.mirror_lost()) and lost not in self.alarms:
            self.alarms.append(lost)

    def _show_state(self) -> None:
        """Time stands while nothing can be kept, and everybody is told."""
        if self.clocks.frozen != self.keeping.full:
            self.clocks.freeze(self.keeping.full)
            self._tell_all(self.state)
            if self.keeping.full:
                self._turn_away()

    def _tell_all(self, state: str, code: int | None = None) -> None:
        for connection in self.attendance.connections:
            connection.put(outgoing.host_state(state))
            if code:
                connection.close(code)

    async def _finish(self) -> None:
        """The last records, and good-bye; a session that was not closed can go on later."""
        closed = self.session.closed
        teams = [team for team in self.session.teams.values() if team.started]
        if not closed:
            drafts = [*map(standing, teams), *pauses(self.session, STOPPED)]
            try:
                for record in await self.keeping.write_last(drafts) if drafts else ():
                    self.session.apply(record)
            except DiskFull as full:
                log("the last records found no room", why=str(full))
        await self.keeping.keep_time()
        for connection in self.attendance.connections:
            connection.close(GOING_AWAY if closed else RESTARTING)
