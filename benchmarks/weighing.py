"""Memory of the host for each client. In a process of its own, whose heap has seen nothing else."""

from __future__ import annotations

import asyncio
import gc
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from resource import getpagesize

from benchmarks.crowd import allow_sockets, crowd
from benchmarks.hosted import listening


def resident() -> float:
    """KiB of this process that are in memory."""
    gc.collect()
    return int(Path("/proc/self/statm").read_text("ascii").split()[1]) * getpagesize() / 1024


async def weighed(clients: int, *, tls: bool) -> float:
    """KiB a client, after a few that have come before and are not counted."""
    allow_sockets(3 * clients)
    async with listening(clients + 5, tls=tls) as door, crowd() as people:
        tokens = [seat.token for seat in door.seats]
        await people.do("come", port=door.port, tokens=tokens[:5], tls=tls)
        before = resident()
        await people.do("come", port=door.port, tokens=tokens[5:], tls=tls)
        return (resident() - before) / clients


def figures() -> Iterator[str]:
    """The figures, a line each."""
    yield "memory of the host for each client that is connected (its own kernel buffers apart)"
    for clients, kind in ((1_000, "plain"), (200, "tls")):
        command = [sys.executable, "-m", "benchmarks.weighing", str(clients), kind]
        done = subprocess.run(command, check=True, capture_output=True, text=True)  # noqa: S603
        yield f"  {clients:5,} clients, {kind:5}    {float(done.stdout):6.1f} KiB"


if __name__ == "__main__":
    print(asyncio.run(weighed(int(sys.argv[1]), tls=sys.argv[2] == "tls")))
