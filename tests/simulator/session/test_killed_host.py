"""The promise of a hosted session, as a story: its host is killed, and the play goes on."""

import asyncio
import os
import signal
import subprocess
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from simulator.engine.commands import Answer, Note
from simulator.engine.views import RoleView
from simulator.session import acts
from simulator.session.client import door, line, memory
from simulator.session.client.line import Line
from simulator.session.inspecting import verify
from simulator.session.invitation import invitation_from
from simulator.session.journal.reading import read
from simulator.session.protocol import Answered, ClockFace
from tests.simulator.session.programs import GUARD, HOST, Programs

pytestmark = pytest.mark.skipif(not hasattr(signal, "SIGSTOP"), reason="hosts are halted by POSIX")

CLERK = 600
"""The second at which the watch officer is asked what to tell the clerk."""


class Terminal:
    """Somebody at a terminal who looks and types; their client comes back by itself."""

    def __init__(self, line: Line) -> None:
        self.line = line
        self.answers: dict[str, Answered] = {}

    async def until(self, so: Callable[[], object]) -> None:
        async with asyncio.timeout(GUARD):
            while not self._hears(so):
                await self.line.change()

    def _hears(self, so: Callable[[], object]) -> object:
        while self.line.answers:
            answer = self.line.answers.popleft()
            assert answer.id not in self.answers
            self.answers[answer.id] = answer
        return so()

    async def shown(self) -> None:
        sight = self.line.sight
        await self.until(lambda: sight.role_view() or sight.room())

    async def answered(self, id: str) -> Answered:
        await self.until(lambda: id in self.answers)
        return self.answers[id]

    @property
    def view(self) -> RoleView:
        view = self.line.sight.role_view()
        assert view is not None
        return view

    @property
    def clock(self) -> ClockFace:
        assert self.line.sight.face is not None
        return self.line.sight.face

    def last_asked(self, grant: str) -> int:
        """When the host last kept something of this seat, as control is shown it."""
        room = self.line.sight.room()
        return next(it.last for it in room.people if it.grant == grant) if room else 0


@pytest.fixture(autouse=True)
def eager(monkeypatch: pytest.MonkeyPatch) -> None:
    """Clients that try again at once, for a host takes a second to start."""
    monkeypatch.setattr(line, "LONGEST_WAIT", 0.2)


@asynccontextmanager
async def joined(*invitations: str) -> AsyncIterator[list[Terminal]]:
    async with asyncio.TaskGroup() as running:
        terminals, tasks = [], []
        for text in invitations:
            invitation = invitation_from(text)
            seat = await door.join(invitation, "Somebody")
            terminals.append(Terminal(Line(memory.start(None, invitation, seat))))
            tasks.append(running.create_task(terminals[-1].line.run()))
        for terminal in terminals:
            await terminal.shown()
        yield terminals
        for task in tasks:
            task.cancel()


async def on_its_way(host: subprocess.Popen, watch: Terminal, control: Terminal, answer: Answer):
    """The answer was sent, and the host dies before it has read it."""
    os.kill(host.pid, signal.SIGSTOP)
    id = watch.line.ask(answer)
    for _ in range(10):
        await asyncio.sleep(0)
    assert watch.line._sent == id
    return id


async def kept(host: subprocess.Popen, watch: Terminal, control: Terminal, answer: Answer):
    """The host has kept the answer and done it, and dies before the client hears of it."""
    before = control.last_asked("watch-1")
    watch.line._answered = lambda answer: None
    id = watch.line.ask(answer)
    await control.until(lambda: control.last_asked("watch-1") > before)
    del watch.line._answered
    return id


@pytest.mark.parametrize("moment", [on_its_way, kept])
async def test_a_host_killed_in_mid_decision_goes_on_with_nobody_having_done_anything(
    moment, programs: Programs, tmp_path: Path
):
    # Given a host, a facilitator, and two people in different roles
    host = programs.start(
        [*HOST, "first-watch", "--session", "session", "--seats", "watch,agency", "--pace", "120"],
        tmp_path,
    )
    assert host.stdout is not None
    invitations = [host.stdout.readline().split("\t")[1] for _ in range(3)]
    async with joined(*invitations) as (control, watch, agency):
        assert (await control.answered(control.line.do(acts.Start()))).done

        # And a decision is open
        assert (await control.answered(control.line.do(acts.Jump(to=CLERK + 1)))).done
        await watch.until(lambda: watch.view.decisions)
        [clerk] = watch.view.decisions
        assert clerk.phase == "open"

        # When the host is killed while its answer is under way, and started again
        answer = Answer("watch", clerk.id, "unplug", reason="Its memory holds the traces.")
        id = await moment(host, watch, control, answer)
        host.kill()
        host.wait()
        records = read(tmp_path / "session" / "journal.jsonl").records
        assert (id in [it.draft.body.get("id") for it in records]) == (moment is kept)
        seen = watch.clock
        programs.start([*HOST, "--resume", "session"], tmp_path)

        # Then all come back, the answer counts, and time goes on from where it was
        assert (await watch.answered(id)).done
        await watch.until(lambda: watch.view.decisions[0].phase == "taken")
        assert watch.view.decisions[0].chosen == clerk.options[0].label
        assert watch.clock.now >= seen.now
        assert watch.clock.stands == "running"
        assert (await agency.answered(agency.line.ask(Note("agency", "Still here.")))).done
        await control.until(lambda: (it := control.line.sight.room()) and it.host == "writing")
        control.line.do(acts.Close())
        await control.until(lambda: control.line.status.state == "ended")

    # And in the journal it stands once
    written = read(tmp_path / "session" / "journal.jsonl")
    asked = [it.draft.body["command"] for it in written.records if it.draft.kind == "asked"]
    assert [it["decision"] for it in asked if it["ask"] == "answer"] == [clerk.id]
    assert verify(tmp_path / "session").sound
