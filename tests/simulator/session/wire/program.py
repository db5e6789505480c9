"""A host as a program of its own, with as many seats as are wanted and other limits.

It prints the invitations and then `ready`, one a line, and hosts until it is killed. Its session
is in the folder it runs in; where one is there already, it goes on with that.
"""

import asyncio
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from simulator.scenario.load import load
from simulator.session import folder, system
from simulator.session.drafting import Drafted, startex
from simulator.session.host import hosting
from simulator.session.host.certificate import Credentials
from simulator.session.invitation import Invitation, invitation_from
from simulator.session.limits import SOCKETS
from tests.simulator.session.wire.house import TWO_DESKS

ROOT = Path(__file__).parents[4]
SESSION = Path("session")
BEGUN = (
    "import sys, json, simulator.session.limits as limits; "
    "[setattr(limits, *it) for it in json.loads(sys.argv[2]).items()]; "
    "from tests.simulator.session.wire.program import main; main(json.loads(sys.argv[1]))"
)
"""The limits are set before anything takes them as it finds them."""


def main(seats: dict[str, int]) -> None:
    system.allow_open_files(SOCKETS + 200)
    asyncio.run(resume() if SESSION.exists() else begin(seats))


async def begin(seats: dict[str, int]) -> None:
    own = Credentials(Path("cert.pem"), Path("key.pem"))
    address = hosting.Address(certificate=own if own.key.exists() else None)
    plan = hosting.Plan(TWO_DESKS, seats=seats, pace=60.0)
    opened = hosting.begin(SESSION, plan, load(TWO_DESKS))
    async with hosting.begun(opened, address, plan) as at_work:
        host = at_work.host
        await host.want(lambda: Drafted((startex(host.session),)))
        for grant, invitation in at_work.invitations:
            print(f"{grant.id}\t{invitation}")  # noqa: T201 this is what it is asked for
        print("ready", flush=True)  # noqa: T201
        await host.ended.wait()


async def resume() -> None:
    opened = folder.open_(SESSION)
    async with hosting.resumed(opened, hosting.last_address(opened)) as at_work:
        print("ready", flush=True)  # noqa: T201
        await at_work.host.ended.wait()


class Program:
    """A host that runs. `invitations` are by grant."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self.invitations: dict[str, Invitation] = {}
        self.process = process
        assert process.stdout is not None
        for line in process.stdout:
            grant, _, text = line.strip().partition("\t")
            if not text:
                break
            self.invitations[grant] = invitation_from(text)

    def memory(self) -> int:
        """How many kB it holds."""
        status = Path(f"/proc/{self.process.pid}/status").read_text("ascii")
        line = next(line for line in status.splitlines() if line.startswith("VmRSS"))
        return int(line.split()[1])

    def sockets(self) -> set[tuple[str, bool]]:
        """The addresses at this end of all its sockets, and whether each listens."""
        files = Path(f"/proc/{self.process.pid}/fd").iterdir()
        links = [str(file.readlink()) for file in files]
        mine = {link[8:-1] for link in links if link.startswith("socket:[")}
        lines = Path(f"/proc/{self.process.pid}/net/tcp").read_text("ascii").splitlines()[1:]
        rows = [line.split() for line in lines]
        return {(row[1], row[3] == "0A") for row in rows if row[9] in mine}

    def kill(self) -> None:
        self.process.kill()
        self.process.wait()


@contextmanager
def program(path: Path, seats: dict[str, int], **limits: float) -> Iterator[Program]:
    """A host in this folder, until this is left."""
    command = [sys.executable, "-c", BEGUN, json.dumps(seats), json.dumps(limits)]
    with (path / "stderr").open("a") as complaints:
        process = subprocess.Popen(
            command, cwd=path, stdout=subprocess.PIPE, stderr=complaints, text=True,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
        )  # fmt: skip
    try:
        yield Program(process)
    finally:
        process.kill()
        with process:
            pass
