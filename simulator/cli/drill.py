"""`kulla drill`: a host killed on this very machine, again and again, and nothing lost."""

from __future__ import annotations

import asyncio
import shutil
import tempfile
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from random import Random

import click

from simulator.cli.exits import BAD_SESSION, FINDINGS, FINE
from simulator.cli.host import FOLDER
from simulator.cli.sentences import in_a_sentence
from simulator.cli.troupe import PATIENCE, Failed, HostProcess, Player
from simulator.session import acts
from simulator.session.client.door import NoEntry, NotReached
from simulator.session.folder import JOURNAL
from simulator.session.inspecting import recover, verify
from simulator.session.journal.reading import Written, read_prefix

ROUND = 6
"""Notes of each player that are acknowledged before a kill; half as many more are on their way."""


@click.command("drill")
@click.option("--kills", type=click.IntRange(1, 100), default=5, show_default=True)
@click.option("--disk", type=FOLDER, help="Play in a new folder in this one, gone afterwards.")
def command(kills: int, disk: Path | None) -> int:
    """Host an exercise in a folder of its own, kill the host in mid-play, and see nothing lost.

    It takes about half a minute. Everything is real but the players: the program, the sockets, the
    disk, the kills. Leaves with 1 where anything was not as it must be.
    """
    with in_a_sentence(), tempfile.TemporaryDirectory(prefix="kulla-drill-", dir=disk) as folder:
        try:
            asyncio.run(Drill(Path(folder)).play(kills))
        except (Failed, NoEntry, NotReached, TimeoutError) as failed:
            click.echo(f"bad  {str(failed) or f'nothing happened for {PATIENCE:.0f} seconds'}")
            click.echo("This machine does not keep what it must; run kulla doctor.")
            return FINDINGS
    click.echo("Nothing was lost and nothing came twice: this machine can host.")
    return FINE


class Drill:
    """One session that is killed. `session` is its folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.session = folder / "session"
        self.host = HostProcess(folder)
        self.players: list[Player] = []
        self._dice = Random()  # noqa: S311 chooses moments, keeps no secret

    async def play(self, kills: int) -> None:
        """All of it. Raises Failed."""
        async with self._begun() as control:
            for number in range(1, kills + 1):
                await self._killed_in_mid_play(number)
            await self._killed_while_paused(control)
            await self._second_host()
            await self._closed(control)
        self._damaged()

    @asynccontextmanager
    async def _begun(self) -> AsyncIterator[Player]:
        _doing("Starting a host ...")
        self.host.start(
            "first-watch", "--session", "session", "--seats", "watch=2", "--start", "--seed", "7"
        )
        try:
            invited = await self.host.invitations(3)
            control, *players = [
                await Player.joined(invitation, seat) for seat, invitation in invited.items()
            ]
            self.players = players
            for everybody in (control, *players):
                await everybody.back()
            _done(f"a host runs as process {self.host.number}, control and two players have joined")
            yield control
        finally:
            self.host.kill()
            for player in self.players:
                await player.leave()

    async def _killed_in_mid_play(self, number: int) -> None:
        _doing(f"Playing, kill {number} is near ...")
        await self._write(ROUND)
        for player in self.players:
            for _ in range(ROUND // 2):
                player.ask()
        await asyncio.sleep(self._dice.uniform(0, 0.03))
        await self._kill_and_restart()
        acknowledged = sum(len(player.acknowledged) for player in self.players)
        _done(
            f"kill {number}: the host was started again, both players were back by themselves; "
            f"all {acknowledged} acknowledged commands are there once"
        )

    async def _write(self, count: int) -> None:
        for player in self.players:
            for _ in range(count):
                player.ask()
            await player.back()

    async def _kill_and_restart(self) -> None:
        self.host.kill()
        before = self._looked_at("after a kill")
        for player in self.players:
            await player.parted()
        self.host.start("--resume", "session")
        for player in self.players:
            await player.back()
        self._looked_at("after a new start", at_least=before.seq)

    def _looked_at(self, when: str, at_least: int = 0) -> Written:
        """The journal, in which every acknowledged command stands once. Raises Failed."""
        written, fault = read_prefix(self.session / JOURNAL)
        if written is None or fault:
            raise Failed(f"{when}: {fault}")
        if written.seq < at_least:
            raise Failed(f"{when}: records are missing")
        drafts = [record.draft for record in written.records]
        asked = Counter((draft.by, draft.body["id"]) for draft in drafts if "id" in draft.body)
        for player in self.players:
            wrong = [id for id in player.acknowledged if asked[player.grant, id] != 1]
            if wrong:
                raise Failed(f"{when}: {len(wrong)} acknowledged commands are not there once")
        return written

    async def _killed_while_paused(self, control: Player) -> None:
        _doing("Comparing the world before and after ...")
        await control.back()
        await control.do(acts.Pause())
        self.host.kill()
        written = self._looked_at("after a kill")
        stood = [it.draft.body["state"] for it in written.records if it.draft.kind == "stood"]
        verdict = verify(self.session)
        if [*verdict.hashes.values()] != stood[-1:] or not verdict.sound:
            raise Failed("played again, the world is not what it was")
        await control.parted()
        self.host.start("--resume", "session")
        await control.back()
        _done(f"played again from the journal, the world is the same: state {stood[-1][:16]}")

    async def _second_host(self) -> None:
        _doing("Trying a second host ...")
        elsewhere = self.folder / "second"
        elsewhere.mkdir()
        second = HostProcess(elsewhere)
        second.start("--resume", str(self.session))
        try:
            code = await second.end()
        finally:
            second.kill()
        if code != BAD_SESSION or "in use" not in second.last_words():
            raise Failed(f"a second host was not refused: {second.last_words()}")
        _done("a second host on the same session is refused")

    async def _closed(self, control: Player) -> None:
        await control.do(acts.Close())
        code = await self.host.end()
        verdict = verify(self.session)
        if code != FINE or not verdict.sound:
            raise Failed(f"the session did not end in good order: {self.host.last_words()}")
        self._looked_at("at the end")
        _done("control has closed the session; kulla verify finds it sound")

    def _damaged(self) -> None:
        """What a bad disk or a bad hand does is noticed."""
        raw = (self.session / JOURNAL).read_bytes()
        middle = raw.index(b'"kind":"asked"', len(raw) // 2)
        flipped = bytearray(raw)
        flipped[middle] ^= 1
        copy = self._copy("flipped", bytes(flipped))
        verdict = verify(copy)
        if verdict.fault is None:
            raise Failed("a flipped bit was not noticed")
        saved = recover(copy, self.folder / "saved")
        _done(
            f"a flipped bit is noticed in line {verdict.fault.line}; "
            f"kulla recover saves the {saved.kept} records before it"
        )
        last = raw.rindex(b"\n", 0, len(raw) - 1) + 1
        if verify(self._copy("cut", raw[:last])).sound:
            raise Failed("a journal without its last line was not noticed")
        _done("a journal without its last line is noticed by the head file")

    def _copy(self, name: str, journal: bytes) -> Path:
        copy = self.folder / name
        shutil.copytree(self.session, copy, ignore=shutil.ignore_patterns("reserve", "lock"))
        (copy / JOURNAL).write_bytes(journal)
        return copy


def _doing(text: str) -> None:
    click.echo(text, err=True)


def _done(text: str) -> None:
    click.echo(f"ok   {text}")
