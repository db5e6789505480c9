"""`kulla doctor`: whether this machine is fit to host a session, and what to do where it isn't."""

import json
import time
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from simulator.cli.exits import FINDINGS, FINE
from simulator.cli.host import FOLDER
from simulator.cli.sentences import in_a_sentence
from simulator.session.folder import JOURNAL, must_be_there
from simulator.session.journal.reading import read_prefix
from simulator.session.journal.record import Record

if TYPE_CHECKING:
    from simulator.cli.checkup import Finding

LOOPBACK: Final = "127.0.0.1"


@click.command("doctor")
@click.option("--session", type=FOLDER, help="Look at this session, too.")
@click.option("--disk", type=FOLDER, help="Look at the disk of this folder; else of this one.")
@click.option("--bind", metavar="ADDRESS", help="Try to listen there.")
@click.option("--port", type=click.IntRange(0, 65_535), help="Try this port.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text")
def command(
    session: Path | None, disk: Path | None, bind: str | None, port: int | None, form: str
) -> int:
    """Check this machine for hosting: the disk, the clock, the port, what is installed.

    Each line says ok, warn or bad, and what to do. Leaves with 1 where anything is bad.
    """
    with in_a_sentence():
        findings = list(found(session, disk, bind, port))
    if form == "json":
        click.echo(json.dumps([it._asdict() for it in findings], ensure_ascii=False, indent=2))
    else:
        for finding in findings:
            click.echo(f"{finding.level:4}  {finding.check}: {finding.told}")
    return FINDINGS if any(finding.level == "bad" for finding in findings) else FINE


def found(
    session: Path | None, disk: Path | None, bind: str | None, port: int | None
) -> Iterator["Finding"]:
    """All that is looked at, in order. Raises BadSession where the session is none."""
    from simulator.cli import checkup  # noqa: PLC0415 it brings what serves, which takes a second

    records = _records(session) if session else ()
    before = checkup.readings()
    yield from checkup.versions()
    yield from checkup.extras()
    there = checkup.nearest_folder(session or disk or Path())
    yield checkup.sync_time(there, lambda: click.echo("Trying the disk ...", err=True))
    yield checkup.room(there)
    yield from checkup.filesystem(there)
    yield from checkup.sockets()
    held = False
    if session:
        held, finding = checkup.lock(session)
        yield finding
        yield checkup.permissions(session)
        yield from checkup.certificate(session, time.time())
        yield checkup.times(records, time.time_ns() // 1_000_000)
    last = [record.draft.body for record in records if record.draft.kind == "opened"][-1:]
    where, number = (last[0]["bind"], last[0]["port"]) if last else (LOOPBACK, 0)
    where, number = bind or where, number if port is None else port
    yield checkup.port(where, number, held=held)
    yield checkup.clock(before, checkup.readings())


def _records(session: Path) -> tuple[Record, ...]:
    """What can be read of the journal; kulla verify tells the rest."""
    must_be_there(session)
    written = read_prefix(session / JOURNAL).written
    return written.records if written else ()
