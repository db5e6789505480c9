"""A session hosted from the command line: opened, served, shown to somebody, left with a code.

`serve` is all of it. What the facilitator sees meanwhile is a `Show`: the invitations on standard
output (`plainly`), or a screen.
"""

from __future__ import annotations

import asyncio
import os
import signal
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Final

import click

from simulator.cli.choices import HostChoices
from simulator.cli.exits import FINE, INTERRUPTED
from simulator.cli.scenario import playable
from simulator.cli.sentences import OutOfOrder, in_a_sentence
from simulator.session import folder, system
from simulator.session.drafting import Drafted, Place, startex
from simulator.session.folder import Opened
from simulator.session.host import hosting, logs
from simulator.session.host.certificate import Credentials, check_extra
from simulator.session.host.errand import NotKept
from simulator.session.host.hosting import ONE_TEAM, TIMES, Address, Hosting, Plan
from simulator.session.host.serving import is_loopback, listen
from simulator.session.journal.record import Draft
from simulator.session.limits import BOT_AFTER, SOCKETS
from simulator.session.sayings import BEGUN_SO
from simulator.session.session import Session

Show = Callable[[Hosting], Awaitable[None]]
"""Shows a session that is being hosted. It returns when its user has had enough, and soon after
`hosting.host.ended` is set; then the host is stopped in good order."""


_HANGUP: Final = getattr(signal, "SIGHUP", None)
"""There is none on Windows."""


def serve(choices: HostChoices, show: Show) -> int:
    """Host what was chosen until it ends; the exit code. Raises click's exceptions."""
    with in_a_sentence(), _written(choices.invitations) as write:
        return asyncio.run(_serve(choices, opened_by(choices), show, write))


async def _serve(
    choices: HostChoices, opened: Opened, show: Show, write: Callable[[str], None]
) -> int:
    system.allow_open_files(SOCKETS + 100)
    async with hosted(choices, opened) as it:
        write("".join(f"{line}\n" for line in invitation_lines(it)))
        with _stopped_by_signals(it) as caught:
            await show(it)
    if it.host.failed:
        raise OutOfOrder(f"{it.host.failed}. Nothing was acknowledged after that.")
    return INTERRUPTED if signal.SIGINT in caught else FINE


def opened_by(choices: HostChoices) -> Opened:
    """The session that was chosen, new or played again up to where it was.

    Raises BadSession, Refused, DiskFull, DiskFailed, OSError, and Unplayable.
    """
    return _begun(choices) if choices.scenario else _taken_up(choices)


@asynccontextmanager
async def hosted(choices: HostChoices, opened: Opened) -> AsyncIterator[Hosting]:
    """The session listens for as long as this context; who holds it leaves once the host ended.

    Raises BadSession, and OutOfOrder where nothing can be kept.
    """
    missing = () if choices.scenario else _missing(opened)
    address = _address(choices, hosting.last_address(opened))
    begin = (
        hosting.begun(opened, address, _plan(choices), _bot_after(choices, opened))
        if choices.scenario
        else hosting.resumed(opened, address, _bot_after(choices, opened))
    )
    try:
        async with begin as it:
            made = [await hosting.invited(it, place) for place in missing]
            if choices.start and not opened.session.started:
                await it.host.want(partial(_startex, choices, opened))
            yield replace(it, invitations=(*it.invitations, *made))
    except NotKept:
        raise OutOfOrder(f"Nothing can be written to {opened.path}.") from None


def invitation_lines(it: Hosting) -> list[str]:
    """Each invitation that was made now: the seat, a tab, what its holder is given."""
    return [f"{grant.id}\t{invitation}" for grant, invitation in it.invitations]


async def plainly(it: Hosting) -> None:
    """A Show without a screen: invitations to standard output, the log to standard error."""
    logs.to_standard_error()
    for line in invitation_lines(it):
        click.echo(line)
    logs.log(
        "hosting", session=str(it.host.opened.path), address=it.address.address,
        port=it.address.port, alarms=[alarm.into("en") for alarm in it.host.alarms],
    )  # fmt: skip
    await it.host.ended.wait()
    logs.log("stopped", records=it.host.opened.journal.seq)


def _begun(choices: HostChoices) -> Opened:
    """Everything that can be wrong is looked at before a folder is made."""
    assert choices.scenario is not None
    scenario = playable(choices.scenario)
    _try_to_listen(_address(choices, Address()))
    path = choices.folder or hosting.new_folder(scenario.id)
    return hosting.begin(path, _plan(choices), scenario, choices.mirror)


def _taken_up(choices: HostChoices) -> Opened:
    assert choices.folder is not None
    opened = folder.open_(choices.folder, mirror=choices.mirror)
    session = opened.session
    if choices.paused or session.closed:
        drafts = _pauses(session)
        for record in opened.journal.append(drafts, TIMES.utc()) if drafts else ():
            session.apply(record)
    return opened


def _missing(opened: Opened) -> tuple[Place, ...]:
    """Those who are to be invited to a session that is taken up again: else nobody could come."""
    if not [*opened.session.grants]:
        return (*hosting.places_again(opened),)
    return (Place("control"),) if _nobody_leads(opened) else ()


def _nobody_leads(opened: Opened) -> bool:
    """Whether control has nobody who could come back: a closed session was left by all."""
    leading = (seat for seat in opened.session.grants if seat.leads and not seat.revoked)
    return opened.session.closed or not any(seat.token for seat in leading)


def _startex(choices: HostChoices, opened: Opened) -> Drafted:
    begun = startex(opened.session)
    stopped = _pauses(opened.session, moving=False) if choices.paused else []
    return Drafted((begun, *stopped))


def _pauses(session: Session, moving: bool = True) -> list[Draft]:
    """The records that stop the clocks that run, or all of them."""
    teams = [team for team in session.teams.values() if team.running or not moving]
    why = {"why": BEGUN_SO.into("en")}
    return [Draft("paused", team=team.name, at=team.now, words=why) for team in teams]


def _plan(choices: HostChoices) -> Plan:
    assert choices.scenario is not None
    return Plan(
        choices.scenario, choices.seed, choices.teams or (ONE_TEAM,), choices.seats,
        choices.observers, choices.evaluators, choices.bots, choices.having, choices.lacking,
        choices.pace, choices.single, choices.level,
    )  # fmt: skip


def _bot_after(choices: HostChoices, opened: Opened) -> int:
    """As chosen, or as it was in a session that is taken up again, or the usual."""
    if choices.bot_after is not None:
        return choices.bot_after
    return int(opened.session.opened.get("bot_after", BOT_AFTER))


def _address(choices: HostChoices, last: Address) -> Address:
    """Where to listen: as chosen, or else as last."""
    own = None
    if choices.cert and choices.key:
        own = Credentials(choices.cert, choices.key)
    return Address(
        last.bind if choices.bind is None else choices.bind,
        last.port if choices.port is None else choices.port,
        last.name if choices.name is None else choices.name,
        own, last.tls,
    )  # fmt: skip


def _try_to_listen(address: Address) -> None:
    """Raises BadSession where it would not do."""
    if address.certificate:
        address.certificate.context()
    elif not is_loopback(address.bind):
        check_extra()
    listen(address.bind, address.port).close()


@contextmanager
def _stopped_by_signals(it: Hosting) -> Iterator[list[int]]:
    """The first signal stops the host in good order, the next ends the program as usual."""
    caught: list[int] = []
    loop = asyncio.get_running_loop()
    written_to = [fd for fd in (1, 2) if os.isatty(fd)]

    def stop(number: int, _frame: object) -> None:
        caught.append(number)
        restore()
        if number == _HANGUP:
            _write_nowhere(written_to)
        loop.call_soon_threadsafe(it.host.stop.set)

    before = {number: signal.signal(number, stop) for number in _stopping()}

    def restore() -> None:
        for number, handler in before.items():
            # None stands for one that was not set from Python.
            signal.signal(number, signal.SIG_DFL if handler is None else handler)

    try:
        yield caught
    finally:
        restore()


def _write_nowhere(files: list[int]) -> None:
    """What is written to a terminal that is gone fails, and a screen waits for it for ever."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for file in files:
        os.dup2(nowhere, file)
    os.close(nowhere)


def _stopping() -> list[int]:
    """The signals that stop a host; a closed terminal is one, unless the host is to outlive it."""
    known = [signal.SIGINT, signal.SIGTERM, *filter(None, [_HANGUP])]
    return [number for number in known if signal.getsignal(number) != signal.SIG_IGN]


@contextmanager
def _written(path: Path | None) -> Iterator[Callable[[str], None]]:
    """Gives what writes a file at once and for its owner alone; nothing where it is given nothing.

    Raises click.UsageError, before anything else is done, where the file can't be written.
    """
    if path is None:
        yield lambda text: None
        return
    new = path.with_name(f"{path.name}.new")
    try:
        new.unlink(missing_ok=True)
        file = os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL, system.PRIVATE_FILE)
    except OSError as error:
        raise click.UsageError(f"{path} can't be written: {error.strerror}.") from error

    def write(text: str) -> None:
        if text:
            with os.fdopen(file, "w", encoding="utf-8", newline="\n") as written:
                written.write(text)
            new.replace(path)

    try:
        yield write
    finally:
        new.unlink(missing_ok=True)
