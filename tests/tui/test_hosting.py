"""`kulla host` with its screen: one more seat of control, at the host itself."""

from pathlib import Path

import click
import pytest

from simulator.cli import exits
from simulator.cli.choices import HostChoices
from simulator.cli.serving import serve
from simulator.scenario.library import shipped
from simulator.session import acts
from simulator.session.host.hosting import Hosting
from simulator.session.journal.disk import Disk
from tests.tui.curtain import Story, opens
from tests.tui.desk import Player
from tests.tui.hosts import called, sees
from tui import hosting
from tui.room.control import ControlScreen

FIRST_WATCH = HostChoices(scenario=shipped()["first-watch"])


@pytest.fixture(autouse=True)
def _own_state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.setattr("tui.reader.place", lambda: tmp_path / "settings.toml")
    # What all tests before have left is not for a host to search, nor to keep for good.
    monkeypatch.setattr("gc.collect", lambda: 0)
    monkeypatch.setattr("gc.freeze", lambda: None)


class Stage:
    """Hosts with the screen out of sight; what is hosted is in `it`."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.folder = folder
        self.it: Hosting | None = None
        self._monkeypatch = monkeypatch

    def host(self, story: Story, choices: HostChoices = FIRST_WATCH) -> int:
        opens(self._monkeypatch, story)

        async def show(it: Hosting) -> None:
            self.it = it
            await hosting.lead(it)

        return serve(HostChoices(folder=self.folder, scenario=choices.scenario), show)

    @property
    def there(self) -> Hosting:
        assert self.it is not None
        return self.it


@pytest.fixture
def stage(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Stage:
    return Stage(tmp_path / "session", monkeypatch)


async def leaves(player: Player) -> None:
    await player.press("escape", "q", "y")


def test_all_invitations_are_shown_first_and_those_unused_again(
    stage: Stage, capsys: pytest.CaptureFixture
):
    async def story(player: Player) -> None:
        assert "control-1  leads the exercise" in player.sees()
        for grant, invitation in stage.there.invitations:
            assert grant.id in player.sees()
            assert str(invitation) in player.sees()
        await player.press("escape")
        assert "the host" in player.line_with("control-2")
        async with called(stage.there.invitations[1][1]):
            await sees(player, "Ana")
            await player.press("i")
            assert str(stage.there.invitations[0][1]) in player.sees()
            assert str(stage.there.invitations[1][1]) not in player.sees()
            await player.press("escape", "ctrl+c")
            assert "Stop the host?" in player.sees()
            await player.press("n")
            assert player.pilot.app.is_running
        await player.press("q", "y")

    assert stage.host(story) == exits.FINE
    assert f"This goes on from here: kulla resume {stage.folder}" in capsys.readouterr().err
    assert stage.there.host.ended.is_set()


def test_a_session_that_is_taken_up_again_is_led_from_the_same_seat(stage: Stage):
    async def begins(player: Player) -> None:
        await player.press("escape", "s", "y")
        await sees(player, "► running")
        await leaves(player)

    async def looks(player: Player) -> None:
        assert "‖ paused" in player.sees()
        assert "control-3" not in player.sees()
        await player.press("q", "y")

    stage.host(begins)
    assert stage.host(looks, HostChoices(scenario=None)) == exits.FINE


def test_the_screen_ends_when_control_closes_the_session_from_elsewhere(
    stage: Stage, capsys: pytest.CaptureFixture
):
    async def story(player: Player) -> None:
        async with called(stage.there.invitations[0][1]) as control:
            control.do(acts.Close())
            await stage.there.host.ended.wait()

    assert stage.host(story) == exits.FINE
    assert f"The session is closed. It is kept in {stage.folder}." in capsys.readouterr().err


def test_a_screen_that_fails_does_not_take_the_host_with_it(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
):
    told = []

    async def breaks(player: Player) -> None:
        monkeypatch.setattr(ControlScreen, "look", lambda screen: 1 / 0)
        await player.press("escape", "s", "y")
        while player.pilot.app.return_code is None:
            await player.pilot.pause(0.02)

    def tells(text: str, err: bool) -> None:
        told.append((text, stage.there.host.state, stage.there.host.ended.is_set()))
        stage.there.host.stop.set()

    monkeypatch.setattr(click, "echo", tells)
    assert stage.host(breaks) == exits.FINE
    assert told[0] == (hosting.ALONE, "writing", False)


def test_a_disk_that_fails_ends_the_screen_with_a_sentence_and_code_74(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
):
    async def story(player: Player) -> None:
        def fails(disk: Disk, file: int) -> None:
            raise OSError(5, "Input/output error")

        monkeypatch.setattr(Disk, "sync", fails)
        await player.press("escape", "s", "y")
        await stage.there.host.ended.wait()

    with pytest.raises(click.ClickException, match="Nothing was acknowledged after that") as end:
        stage.host(story)
    assert end.value.exit_code == exits.DISK_FAILED


def test_a_host_does_not_end_for_what_is_wrong_with_somebodys_settings(
    stage: Stage, tmp_path: Path, capsys: pytest.CaptureFixture
):
    (tmp_path / "settings.toml").write_text('theme = "no-such-theme"', "utf-8")
    assert stage.host(leaves) == exits.FINE
    assert "there is no theme 'no-such-theme'" in capsys.readouterr().err


def test_the_screen_at_the_host_speaks_its_users_language(
    stage: Stage, tmp_path: Path, capsys: pytest.CaptureFixture, foreign: str
):
    (tmp_path / "settings.toml").write_text(f'language = "{foreign}"', "utf-8")

    async def story(player: Player) -> None:
        assert "«INVITATIONS»" in player.sees()
        assert "Oficeri i rojës" in player.sees()
        await leaves(player)

    assert stage.host(story) == exits.FINE
    assert "«The host stops." in capsys.readouterr().err
