"""From an invitation to a screen: joining or coming back, then playing until the user leaves."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Final, NamedTuple

import click
from platformdirs import user_state_path
from textual.screen import Screen

from simulator.cli.exits import FINDINGS, FINE, HOST_NOT_REACHED
from simulator.session.client import door, memory
from simulator.session.client.line import Line
from simulator.session.client.memory import Memory
from simulator.session.invitation import Invitation
from tui.app import KullaApp
from tui.chair import RemoteChair
from tui.drafts import drafts_of
from tui.reader import settled
from tui.remote import RemoteSeat
from tui.room.control import ControlScreen
from tui.room.evaluating import EvaluatorScreen
from tui.screens.exercise import ExerciseScreen
from tui.speech import _, spoken

PATIENCE: Final = 10.0
"""Seconds in which a host that knows this seat has to answer before the screens open."""


class Outside(click.ClickException):
    """No way in: the host can't be reached, or knows neither the invitation nor the seat."""

    exit_code = HOST_NOT_REACHED

    def __init__(self, sentence: str) -> None:
        super().__init__(f"{sentence[0].upper()}{sentence[1:]}.")


def seats() -> Path:
    """The folder in which this user's seats are kept."""
    return user_state_path("kulla", appauthor=False) / "seats"


def play(invitation: Invitation, name: str, language: str | None) -> int:
    """Play or lead until the user leaves; the exit code. Raises Outside."""
    return asyncio.run(play_on(invitation, name, language))


async def play_on(invitation: Invitation, name: str, language: str | None) -> int:
    """The same, where a loop is there already."""
    known = settled(language)
    async with called(invitation, name, language) as call:
        code = await shown(KullaApp(_screen(call), known), call.calling)
        if call.calling.done():
            call.calling.result()
    return code


class Call(NamedTuple):
    """A seat at a host that has been welcomed; `calling` keeps its line, and `new` is whether it
    was taken just now."""

    line: Line
    seat: RemoteSeat
    calling: asyncio.Task[None]
    new: bool


@asynccontextmanager
async def called(invitation: Invitation, name: str, language: str | None) -> AsyncIterator[Call]:
    """The seat that the invitation is to, as long as this lasts. Raises Outside."""
    kept, new = await seat_of(invitation, name, language)
    line = Line(kept, kept.language or spoken())
    seat = RemoteSeat(line)
    calling = asyncio.create_task(line.run())
    try:
        await welcomed(line, calling)
        yield Call(line, seat, calling, new)
    finally:
        calling.cancel()


async def seat_of(invitation: Invitation, name: str, language: str | None) -> tuple[Memory, bool]:
    """What is remembered of this seat, or what begins now to be; and whether it is new.

    Raises Outside.
    """
    kept = memory.recall(seats(), invitation)
    new = kept is None
    try:
        if kept is None:
            kept = memory.start(seats(), invitation, await door.join(invitation, name))
    except (door.NotReached, door.NoEntry) as no:
        raise Outside(no.into(spoken())) from no
    except OSError as error:
        raise Outside(
            _(
                "{folder} can't be written, so no seat is taken: {why}",
                folder=seats(),
                why=error.strerror,
            )
        ) from error
    if language and language != kept.language:
        kept.language = language
        kept.keep()
    return kept, new


async def shown(app: KullaApp, calling: asyncio.Task[None]) -> int:
    """The screens until they are left, or a mistake of the program ends them; the exit code."""
    calling.add_done_callback(lambda task: app.exit(return_code=FINDINGS) if failed(task) else None)
    await app.run_async()
    return app.return_code or FINE


async def welcomed(line: Line, calling: asyncio.Task[None]) -> None:
    """Until the host has shown what the seat may see. Raises Outside."""
    try:
        async with asyncio.timeout(PATIENCE):
            said = False
            while line.sight.role_view() is None and line.sight.room() is None:
                if calling.done():
                    calling.result()
                if line.status.state == "ended":
                    raise Outside(line.status.why)
                if line.status.state == "reconnecting" and not said:
                    said = True
                    click.echo(_("The host does not answer yet; trying again…"), err=True)
                await line.change()
    except TimeoutError:
        where = line.memory.invitation.split("/")[2]
        why = line.status.why or _("the host at {address} can't be reached", address=where)
        raise Outside(_("{why}; the same command tries again", why=why)) from None


def _screen(call: Call) -> Screen[None]:
    welcome = call.line.welcome
    if welcome is not None and welcome.part == "control":
        return ControlScreen(RemoteChair(call.line))
    kind = (
        EvaluatorScreen if welcome is not None and welcome.part == "evaluator" else ExerciseScreen
    )
    return kind(call.seat, greets=call.new, drafts=drafts_of(call.seat.name))


def failed(task: asyncio.Task[None]) -> bool:
    """Whether a mistake of the program has ended it."""
    return task.done() and not task.cancelled() and task.exception() is not None
