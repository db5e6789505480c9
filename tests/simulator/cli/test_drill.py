"""The command `kulla drill`: real kills, and what a machine that loses something is told."""

from pathlib import Path

import pytest

from simulator.cli import drill, exits
from simulator.cli.troupe import HostProcess
from simulator.session.client import line
from tests.simulator.cli.harbour import call


@pytest.fixture(autouse=True)
def eager(monkeypatch: pytest.MonkeyPatch) -> None:
    """Players who try again at once: a host takes a second to start, and nobody else is at it."""
    monkeypatch.setattr(line, "LONGEST_WAIT", 0.2)


def test_a_machine_that_keeps_what_it_must_is_told_so_step_by_step(tmp_path: Path):
    told = call(drill.command, "--kills", "2", "--disk", tmp_path)
    assert told.code == exits.FINE, told.out
    *steps, verdict = told.out.splitlines()
    beginnings = (
        "ok   a host runs as process ",
        "ok   kill 1: the host was started again, both players were back by themselves; all ",
        "ok   kill 2: the host was started again, both players were back by themselves; all ",
        "ok   played again from the journal, the world is the same: state ",
        "ok   a second host on the same session is refused",
        "ok   control has closed the session; kulla verify finds it sound",
        "ok   a flipped bit is noticed in line ",
        "ok   a journal without its last line is noticed by the head file",
    )
    assert len(steps) == len(beginnings)
    for step, beginning in zip(steps, beginnings, strict=True):
        assert step.startswith(beginning)
    assert verdict == "Nothing was lost and nothing came twice: this machine can host."
    assert told.err.splitlines()[0] == "Starting a host ..."
    assert list(tmp_path.iterdir()) == []


def test_a_machine_that_loses_what_it_acknowledged_is_found_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    kill = HostProcess.kill

    def kill_and_forget(host: HostProcess) -> None:
        kill(host)
        journal = host.log.with_name("session") / "journal.jsonl"
        lines = journal.read_bytes().splitlines(keepends=True)
        journal.write_bytes(b"".join(lines[:-8]))

    monkeypatch.setattr(HostProcess, "kill", kill_and_forget)
    told = call(drill.command, "--kills", "1", "--disk", tmp_path)
    assert told.code == exits.FINDINGS
    *_, found, verdict = told.out.splitlines()
    assert found.startswith("bad  after a kill: ")
    assert found.endswith("acknowledged commands are not there once")
    assert verdict == "This machine does not keep what it must; run kulla doctor."


def test_a_host_that_does_not_start_is_told_with_its_last_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    start = HostProcess.start

    def start_wrongly(host: HostProcess, *arguments: str) -> None:
        start(host, *arguments, "--port", "70000")

    monkeypatch.setattr(HostProcess, "start", start_wrongly)
    told = call(drill.command, "--disk", tmp_path)
    assert told.code == exits.FINDINGS
    assert "bad  the host did not start: " in told.out
    assert "70000 is not in the range" in told.out
