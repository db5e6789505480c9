"""`kulla play --plain`: an exercise in lines of text, with bots in the other seats."""

from __future__ import annotations

import asyncio
import os
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, Any

import click

from simulator.cli.exits import FINE, INTERRUPTED
from simulator.cli.keeping import kept
from simulator.cli.scenario import playable
from simulator.engine.errors import Refused
from simulator.scenario import Scenario
from simulator.scenario.library import shipped
from simulator.session.sitting import Sitting
from tui.drafts import drafts_of
from tui.language import chosen as language_of
from tui.lines.console import Console, at_terminal
from tui.lines.desk import Desk
from tui.lines.dialogue import Dialogue
from tui.lines.lobby import Lobby
from tui.lines.phrases import say, sentence
from tui.opening import Opening
from tui.speech import speak, spoken

if TYPE_CHECKING:
    from simulator.cli.fork import Alone


def play(path: Path | None, chosen: dict[str, Any]) -> int:
    """Play until the player leaves, and say with which exit code.

    Raises the ClickException that says why play can't begin.
    """
    speak_to(chosen.pop("language"))
    opening = Opening(**chosen, language=spoken())
    scenario = playable(path) if path else None
    seat = _seat(scenario, opening) if scenario and opening.role is not None else None
    with kept(opening.keep):
        code = asyncio.run(_play(seat, scenario, opening))
    click.echo(say("seed", seed=opening.seed), err=True)
    return code


def play_on(alone: Alone) -> int:
    """Play on from where a run stands until the player leaves; the exit code.

    Raises the ClickException that says why it can't be.
    """
    speak_to(alone.language)
    try:
        seat = alone.sit(spoken())
    except Refused as refusal:
        raise click.UsageError(sentence(refusal.into(spoken()))) from None
    with kept(alone.keep):
        return asyncio.run(_sit(seat))


def speak_to(language: str | None) -> None:
    """In a pipe nothing that a user has set for the screens makes a difference."""
    if at_terminal():
        from tui.reader import settled  # noqa: PLC0415 it knows the screens, which cost half a second

        settled(language)
    else:
        speak(language_of(language, os.environ))


def _seat(scenario: Scenario, opening: Opening) -> Sitting:
    try:
        return opening.sit(scenario, opening.role or "", opening.language)
    except Refused as refusal:
        raise click.UsageError(sentence(refusal.into(spoken()))) from None


async def _sit(seat: Sitting) -> int:
    console = Console()
    await console.hold(Dialogue(Desk(seat, monotonic, console.at_terminal, console.width)))
    return INTERRUPTED if console.interrupted else FINE


async def _play(seat: Sitting | None, scenario: Scenario | None, opening: Opening) -> int:
    console = Console()
    if seat is None:
        lobby = Lobby(scenario, opening, shipped(), console.width)
        await console.hold(lobby)
        seat = lobby.seat
    if seat is not None:
        # The same lines in a pipe are the same play, whatever was begun before.
        drafts = drafts_of(seat.name) if console.at_terminal else None
        desk = Desk(seat, monotonic, console.at_terminal, console.width, drafts)
        await console.hold(Dialogue(desk))
    return INTERRUPTED if console.interrupted else FINE
