"""`kulla host` as a plain server: what it writes where, and how it leaves."""

import asyncio
import json
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from simulator.cli import exits
from simulator.session import acts
from simulator.session.invitation import invitation_from
from simulator.session.journal.reading import read
from tests.simulator.cli.sessions import joined
from tests.simulator.session.programs import GUARD, HOST, Programs

pytestmark = pytest.mark.skipif(not hasattr(signal, "SIGSTOP"), reason="signals are sent by POSIX")


def said(host: subprocess.Popen[str], count: int) -> dict[str, str]:
    assert host.stdout is not None
    lines = [host.stdout.readline() for _ in range(count)]
    return dict(line.rstrip("\n").split("\t") for line in lines)


def logged(folder: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (folder / "stderr-0").read_text("utf-8").splitlines()]


def left(host: subprocess.Popen[str]) -> tuple[int, str]:
    assert host.stdout is not None
    rest = host.stdout.read()
    return host.wait(GUARD), rest


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (signal.SIGTERM, exits.FINE),
        (signal.SIGINT, exits.INTERRUPTED),
        (getattr(signal, "SIGHUP", signal.SIGTERM), exits.FINE),
    ],
)
def test_a_signal_stops_it_in_good_order(
    number: int, code: int, programs: Programs, harbour: Path, tmp_path: Path
):
    # Given a host that has begun at once
    host = programs.start([*HOST, str(harbour), "--session", "s", "--start"], tmp_path)
    invitations = said(host, 3)

    # When it is told to stop
    host.send_signal(number)

    # Then it leaves as it should, and has said no more than the invitations
    assert left(host) == (code, "")
    assert list(invitations) == ["control-1", "office-1", "council-1"]
    first, *_, last = logged(tmp_path)
    assert (first["event"], first["session"]) == ("hosting", "s")
    assert first["port"] == invitation_from(invitations["control-1"]).port
    assert (last["event"], last["level"]) == ("stopped", "info")

    # And the clock stands until it is resumed
    kinds = [record.draft.kind for record in read(tmp_path / "s" / "journal.jsonl").records]
    assert kinds[-2:] == ["stood", "paused"]


async def test_it_leaves_when_control_closes_the_session(
    programs: Programs, harbour: Path, tmp_path: Path
):
    file = tmp_path / "invitations"
    host = programs.start(
        [*HOST, str(harbour), "--session", "s", "--invitations", str(file)], tmp_path
    )
    invitations = said(host, 3)
    assert file.read_text("utf-8") == "".join(f"{s}\t{i}\n" for s, i in invitations.items())
    control = await joined(invitation_from(invitations["control-1"]))
    running = asyncio.create_task(control.run())
    control.do(acts.Close())
    async with asyncio.timeout(GUARD):
        await running
    assert control.status.why == "the session is over"
    assert left(host) == (exits.FINE, "")


def test_no_secret_and_no_text_of_people_is_logged(
    programs: Programs, harbour: Path, tmp_path: Path
):
    host = programs.start([*HOST, str(harbour), "--session", "s"], tmp_path)
    invitation = invitation_from(said(host, 3)["office-1"])
    line = asyncio.run(joined(invitation))
    host.terminate()
    assert left(host) == (exits.FINE, "")
    log = (tmp_path / "stderr-0").read_text("utf-8")
    assert [it["seat"] for it in logged(tmp_path) if it["event"] == "joined"] == ["office-1"]
    for secret in (line.memory.token, invitation.code, "Somebody"):
        assert secret not in log


def test_a_second_host_is_refused_with_who_holds_the_session(
    programs: Programs, harbour: Path, tmp_path: Path
):
    first = programs.start([*HOST, str(harbour), "--session", "s"], tmp_path)
    said(first, 3)
    second = programs.start([*HOST, "--resume", "s"], tmp_path)
    assert left(second) == (exits.BAD_SESSION, "")
    told = (tmp_path / "stderr-1").read_text("utf-8")
    assert told.startswith(f"Error: s is in use: process {first.pid} on ")
    assert told.count("\n") == 1


KEEP_WHAT_IS_IMPORTED = """
import pathlib, sys
from tui.cli import main
sys.argv[1:1] = ["host", "--headless"]
try:
    main()
finally:
    pathlib.Path("imported").write_text("\\n".join(sys.modules))
"""


def test_it_never_imports_the_screens_nor_what_only_a_client_needs(
    programs: Programs, harbour: Path, tmp_path: Path
):
    command = [sys.executable, "-c", KEEP_WHAT_IS_IMPORTED, str(harbour), "--session", "s"]
    host = programs.start(command, tmp_path)
    said(host, 3)
    host.terminate()
    assert left(host)[0] == exits.FINE
    imported = {name.split(".")[0] for name in (tmp_path / "imported").read_text().split()}
    assert "uvicorn" in imported
    assert imported & {"textual", "rich", "cryptography", "prometheus_client"} == set()
