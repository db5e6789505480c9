"""`kulla control --plain` and `kulla host --plain`, at a host in this very process."""

from pathlib import Path

import click
import pytest

from simulator.cli import exits
from tests.tui.hosts import hosted
from tui.lines.console import Talk
from tui.lines.room import control


class Pipe:
    """Somebody has STARTEX, and has nothing more to write; `shown` is all that they were told."""

    at_terminal = interrupted = False

    def __init__(self) -> None:
        self.shown: list[str] = []

    def width(self) -> int:
        return 100

    async def hold(self, talk: Talk) -> None:
        self.show(talk.begin())
        for line in ("start", "yes"):
            self.show(talk.hear(line))

    def show(self, lines: list[str]) -> None:
        self.shown += lines


@pytest.fixture
def pipe(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Pipe:
    made = Pipe()
    monkeypatch.setattr(control, "Console", lambda: made)
    monkeypatch.setattr("tui.reader.place", lambda: tmp_path / "settings.toml")
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    return made


async def test_a_seat_of_control_is_taken_and_the_last_answer_is_waited_for(
    tmp_path: Path, pipe: Pipe
):
    async with hosted(tmp_path) as it:
        (_control, invitation), (_watch, other), *_rest = it.invitations
        assert await control._lead(invitation, "Drita", None) == exits.FINE
        with pytest.raises(click.UsageError, match="kulla join --plain takes it"):
            await control._lead(other, "Ana", None)
    assert "STARTEX: the exercise has begun." in pipe.shown


async def test_whoever_hosts_is_told_the_invitations_and_leads_from_there(
    tmp_path: Path, pipe: Pipe, capsys: pytest.CaptureFixture[str]
):
    async with hosted(tmp_path) as it:
        await control.host(it)
        assert it.host.session.started
    told = [line.partition("\t")[2] for line in pipe.shown[: len(it.invitations)]]
    assert told == [str(invitation) for _grant, invitation in it.invitations]
    assert "STARTEX: the exercise has begun." in pipe.shown
    assert "kulla resume" in capsys.readouterr().err
