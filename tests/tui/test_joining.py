"""`kulla join` and `kulla control`: from an invitation to a screen, or out with one sentence."""

import io
import socket
import stat
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from simulator.cli import exits
from simulator.session import acts
from simulator.session.client.line import Line
from simulator.session.invitation import Invitation, invitation_from
from tests.tui.curtain import opens
from tests.tui.desk import Player
from tests.tui.hosts import called, hosted, sees, until
from tui import control, join, joining
from tui.invited import InvitationArgument, asked_for
from tui.room.control import ControlScreen
from tui.screens.exercise import ExerciseScreen

INVITATION = "kulla://192.0.2.7:7400/abcd-efgh-ijkl-mnop-qrst-uvwx-yz"


@pytest.fixture(autouse=True)
def _own_state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.setattr("tui.reader.place", lambda: tmp_path / "settings.toml")


@pytest.fixture
def _terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(join, "at_terminal", lambda: True)


def read(given: str) -> Invitation:
    return InvitationArgument().convert(given, None, None)


def nobody_there() -> str:
    """An invitation to a port where nobody listens."""
    with socket.socket() as lent:
        lent.bind(("127.0.0.1", 0))
        return f"kulla://127.0.0.1:{lent.getsockname()[1]}/abcd-efgh-ijkl"


def test_an_invitation_is_given_itself_in_a_file_or_on_standard_input(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    meant = invitation_from(INVITATION)
    file = tmp_path / "mine.txt"
    file.write_text(f"akcesk-1\t{INVITATION}\n", "utf-8")
    monkeypatch.setattr("sys.stdin", io.StringIO(f"{INVITATION}\nnext line\n"))
    assert read(INVITATION) == read(f" {INVITATION[:40]}\n{INVITATION[40:]}") == meant
    assert read(str(file)) == read("-") == meant


@pytest.mark.parametrize(
    ("held", "said"),
    [
        ("nothing\n", "holds no invitations; one is wanted"),
        (f"{INVITATION}\n{INVITATION}x\n", "holds 2 invitations; one is wanted"),
    ],
)
def test_a_file_that_does_not_hold_just_one_is_refused(tmp_path: Path, held: str, said: str):
    file = tmp_path / "all.txt"
    file.write_text(held, "utf-8")
    with pytest.raises(click.BadParameter, match=said):
        read(str(file))


def test_what_is_no_invitation_is_told_with_one_that_is():
    with pytest.raises(click.BadParameter, match="This is no invitation; one looks like kulla://"):
        read("let-me-in")


@pytest.mark.parametrize(("command", "name"), [(join, "join"), (control, "control")])
def test_without_a_terminal_it_says_so_in_one_sentence(command, name: str):
    done = CliRunner().invoke(command.command, [INVITATION], standalone_mode=False)
    assert done.return_value == exits.USAGE
    assert done.stderr == f"kulla {name} needs a terminal.\n"


@pytest.mark.usefixtures("_terminal")
def test_an_invitation_that_was_not_given_is_asked_for():
    done = CliRunner().invoke(join.command, [], input="let-me-in\n")
    assert done.exit_code == exits.USAGE
    assert done.stderr.startswith("Invitation: ")
    assert "This is no invitation" in done.stderr


def test_an_invitation_that_a_narrow_terminal_has_broken_is_put_together(
    monkeypatch: pytest.MonkeyPatch,
):
    whole = f"{INVITATION}#{'x' * 43}"
    lines = [whole[:78], f"  {whole[78:]}"]
    monkeypatch.setattr("click.prompt", lambda *_, **__: lines.pop(0))
    assert asked_for() == invitation_from(whole)


@pytest.mark.usefixtures("_terminal")
def test_a_host_that_is_not_there_is_one_sentence_and_code_4():
    done = CliRunner().invoke(join.command, [nobody_there()])
    assert done.exit_code == exits.HOST_NOT_REACHED
    assert done.stderr.count("\n") == 1
    assert "can't be reached: Connection refused." in done.stderr


async def test_an_invitation_that_the_host_does_not_know_is_code_4(tmp_path: Path):
    async with hosted(tmp_path) as it:
        wrong = it.address._replace(code="abcd-efgh-ijkl")
        with pytest.raises(joining.Outside, match="The host does not know this invitation") as no:
            await joining.seat_of(wrong, "Ana", None)
    assert no.value.exit_code == exits.HOST_NOT_REACHED


async def test_a_seat_whose_host_is_away_is_tried_for_a_while_and_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture
):
    monkeypatch.setattr(joining, "PATIENCE", 0.2)
    async with hosted(tmp_path) as it:
        invitation = it.invitations[1][1]
        first, _ = await joining.seat_of(invitation, "Ana", "sq")
        assert first.path is not None
        assert stat.S_IMODE(first.path.stat().st_mode) in (0o600, 0o666)  # the latter on Windows
    with pytest.raises(joining.Outside, match="the same command tries again"):
        await joining.play_on(invitation, "", None)
    again, new = await joining.seat_of(invitation, "", None)
    assert (again.token, again.language, new) == (first.token, "sq", False)
    assert "The host does not answer yet; trying again" in capsys.readouterr().err


async def test_a_seat_that_was_taken_away_meanwhile_is_told_in_a_sentence(tmp_path: Path):
    async with hosted(tmp_path) as it, called(it.invitations[0][1]) as leading:
        invitation = it.invitations[1][1]
        await joining.seat_of(invitation, "Ana", None)
        leading.do(acts.Revoke(seat="watch-1"))
        await until(leading, lambda: not leading.waiting)
        with pytest.raises(joining.Outside, match="The host does not know this seat any more"):
            await joining.play_on(invitation, "", None)


async def test_the_same_command_opens_the_same_seat_and_greets_only_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    seen = []

    async def looks_and_leaves(player: Player) -> None:
        assert isinstance(player.pilot.app.screen_stack[1], ExerciseScreen)
        seen.append("Your role" in player.sees())
        player.pilot.app.exit()

    opens(monkeypatch, looks_and_leaves)
    async with hosted(tmp_path) as it:
        for _ in range(2):
            assert await joining.play_on(it.invitations[1][1], "Ana", None) == exits.FINE
        assert [grant.name for grant in it.host.session.grants if grant.plays] == ["Ana"]
    assert seen == [True, False]


async def test_an_invitation_to_control_opens_the_control_screen(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    async def begins(player: Player) -> None:
        assert isinstance(player.pilot.app.screen_stack[1], ControlScreen)
        await player.press("s", "y")
        await sees(player, "► running")
        player.pilot.app.exit()

    opens(monkeypatch, begins)
    async with hosted(tmp_path) as it:
        await joining.play_on(it.invitations[0][1], "Drita", None)
        assert it.host.session.started


async def test_a_mistake_of_the_program_in_the_line_is_not_hidden_behind_the_screen(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    async def breaks(player: Player) -> None:
        monkeypatch.setattr(Line, "_hear", lambda line, message: 1 / 0)
        while player.pilot.app._running:
            await player.pilot.pause(0.02)

    opens(monkeypatch, breaks)
    async with hosted(tmp_path) as it, called(it.invitations[0][1]) as leading:
        leading.do(acts.Start())
        with pytest.raises(ZeroDivisionError):
            await joining.play_on(it.invitations[1][1], "Ana", None)
