"""Stories of screens at a host that is really there."""

import asyncio
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from simulator.engine.commands import Answer
from simulator.session.client import line as client
from simulator.session.client.line import Line
from simulator.session.drafting import Place
from simulator.session.host import hosting
from simulator.session.invitation import invitation_from
from tests.simulator.session.programs import HOST, Programs
from tests.tui.desk import seated
from tests.tui.hosts import brought_to, called, hosted, led, sees, until
from tui.joining import seat_of
from tui.remote import RemoteSeat
from tui.seat import Mate

CLERK = 650
"""A second at which the watch officer has been asked what to tell the clerk."""


@pytest.fixture(autouse=True)
def _own_state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.setattr("tui.reader.place", lambda: tmp_path / "settings.toml")


@pytest.fixture
def programs() -> Iterator[Programs]:
    started = Programs()
    yield started
    started.end()


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="hosts are killed by POSIX")
async def test_a_host_that_is_killed_while_a_decision_is_written_costs_nobody_anything(
    tmp_path: Path, programs: Programs, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(client, "LONGEST_WAIT", 0.2)  # a host takes a second to start
    host = programs.start([*HOST, "first-watch", "--session", "s", "--pace", "1"], tmp_path)
    assert host.stdout is not None
    control, watch = (invitation_from(host.stdout.readline().split("\t")[1]) for _ in range(2))
    kept, new = await seat_of(watch, "Ana", None)
    line = Line(kept)
    seat = RemoteSeat(line)
    running = asyncio.create_task(line.run())
    async with called(control) as leading:
        await until(line, line.sight.role_view)
        await brought_to(leading, CLERK)
        await until(line, lambda: seat.view().decisions)
    async with seated(seat) as player:
        await player.press("d", "1")
        await player.write("half a")
        host.kill()
        await sees(player, "reconnecting")
        await player.write(" reason")
        await player.press("enter", "4", "ctrl+s")
        assert player.told() == ["Kept here: it is sent as soon as the host is back."]
        assert (await seat_of(watch, "", None))[0].outbox == line.memory.outbox
        programs.start([*HOST, "--resume", "s"], tmp_path)
        await sees(player, "Your decision is taken.")
        assert "reconnecting" not in player.sees()
        await until(line, lambda: seat.view().decisions[0].phase == "taken")
        assert seat.view().decisions[0].reason == "half a reason"
    running.cancel()
    assert new


async def test_of_two_in_one_role_the_second_is_told_that_it_was_too_late(tmp_path: Path):
    async with hosted(tmp_path) as it:
        first, second = (
            it.invitations[1][1],
            (await hosting.invited(it, Place("player", "team", "watch")))[1],
        )
        async with (
            called(it.invitations[0][1]) as control,
            called(first) as ana,
            called(second, "Besa") as besa,
        ):
            await brought_to(control, CLERK)
            await until(besa, lambda: RemoteSeat(besa).view().decisions)
            async with seated(RemoteSeat(besa)) as player:
                await player.press("d", "1")
                (clerk,) = RemoteSeat(besa).view().decisions
                ana.ask(Answer("watch", clerk.id, clerk.options[1].id))
                await sees(player, "A colleague has decided:")
                await player.press("ctrl+s")
                await sees(player, "Nothing is sent:")


async def test_of_two_in_one_role_each_sees_the_other_and_reads_in_their_own_language(
    tmp_path: Path,
):
    async with hosted(tmp_path) as it:
        _, second = await hosting.invited(it, Place("player", "team", "watch"))
        async with called(it.invitations[1][1]) as ana, called(second, "Besa") as besa:
            one, other = RemoteSeat(ana), RemoteSeat(besa)
            one.attend("clerk#1", ("decision", "clerk"))
            await until(besa, lambda: other.mates() and other.mates()[0].reads)
            told = Mate("Ana", "clerk#1", frozenset({"clerk#1"}), ("decision", "clerk"))
            assert other.mates() == (told,)
            assert [mate.name for mate in one.mates()] == ["Besa"]
            english = one.view()
            other.read_in("sq")
            await until(besa, lambda: other.view().language == "sq")
            assert other.view().title == "Roja e parë"
            assert one.view().title == english.title
            assert other.mates() == (told,)


async def test_control_begins_pauses_invites_and_takes_a_seat_away(tmp_path: Path):
    async with (
        hosted(tmp_path) as it,
        called(it.invitations[0][1], "Drita") as line,
        called(it.invitations[1][1]) as ana,
        led(line) as leader,
    ):
        await leader.press("s", "y")
        await sees(leader, "► running")
        await leader.press("space")
        await sees(leader, "‖ paused")
        await leader.press("n", "1", "1", "ctrl+s")
        await sees(leader, "Player: Watch officer")
        await leader.press("c", "escape")
        async with called(invitation_from(leader.pilot.app.clipboard), "Çelë"):
            await sees(leader, "Çelë")
            await leader.press("tab", "tab", "down", "v", "y")
            await sees(leader, "✗ revoked")
            await until(ana, lambda: ana.status.state == "ended")
            assert RemoteSeat(ana).trouble.startswith("ended: the seat was taken away")
            assert "● here" in leader.line_with("Çelë")


async def test_an_observer_sees_the_world_of_a_role_and_can_do_nothing_in_it(tmp_path: Path):
    async with hosted(tmp_path) as it:
        _, invitation = await hosting.invited(it, Place("observer", "team", "watch"))
        async with called(it.invitations[0][1]) as control, called(invitation) as line:
            await brought_to(control, CLERK)
            await until(line, lambda: RemoteSeat(line).view().decisions)
            before = it.host.opened.journal.seq
            async with seated(RemoteSeat(line)) as player:
                await player.press("d", "u", "a", "n", "2", "enter")
                assert "watching  Watch officer" in player.sees()
                assert line.waiting == 0
            assert it.host.opened.journal.seq == before
