#!/usr/bin/env python3
"""Draws the pictures of the documents: real moments of seeded plays, as SVG whose bytes stay.

A bot keeps the seat up to the moment; the keys then bring up what the picture shows.
"""

import asyncio
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Final, NamedTuple

import click
from textual.pilot import Pilot
from textual.screen import Screen

from docs.recorded import KEPT
from docs.staged import StagedChair
from simulator.engine.commands import CONTROL, Read
from simulator.engine.exercise import Setup
from simulator.engine.views import RoleView
from simulator.scenario import load
from simulator.scenario.library import shipped
from simulator.session.rivals import USUAL
from simulator.session.sitting import Sitting
from tui.app import KullaApp
from tui.previewing.screen import PreviewScreen
from tui.replaying.opening import opened
from tui.replaying.screens import screen_of
from tui.room.control import ControlScreen
from tui.room.sheets.steer import BEAT
from tui.screens.exercise import ExerciseScreen
from tui.speech import speak

SEED: Final = 7
NEVER: Final = 1e6
STEP: Final = 60
STEADY: Final = 0.05
UNREAD: Final = 3
"""So many of the last messages are still unread."""


class Moment(NamedTuple):
    """The first full minute of `role`, from `hour` on, at which a decision waits for it, or with
    `alarm` a gauge rings, or the end of the exercise; and what is pressed then on a terminal of
    this size."""

    scenario: str
    role: str
    hour: int
    keys: tuple[str, ...]
    size: tuple[int, int] = (120, 35)
    language: str = "en"
    alarm: bool = False


MOMENTS: Final = {
    "play-inbox": Moment("wiper-2022", "akshi", 22, ("enter",)),
    "play-situation": Moment("wiper-2022", "akshi", 24, ("3",)),
    "play-decision": Moment("first-watch", "watch", 0, ("d", "1", *"evidence", "enter", "4")),
    "play-small": Moment("first-watch", "watch", 0, ("u",), (80, 24), "sq"),
    "play-summary": Moment("wiper-2022", "akcesk", 96, ("3",)),
    "play-gauges": Moment(
        "cyber-yankee-2025", "operations", 26, ("3", "tab", "z"), (120, 14), alarm=True
    ),
    "play-flags": Moment("cyber-yankee-2025", "analysts", 6, ("9", *["down"] * 8)),
}

PEOPLE: Final = {"akcesk": "Ana", "akshi": "Besnik", "prime-minister": "Elira"}
WANTED: Final = (
    (21.5, "akshi-1", "Ask the two telecoms to block what comes from outside for an hour."),
    (22.2, "akcesk-1", "Have the bank's response team sit with our analysts tonight."),
)
"""What players want that no action stands for: when (hours), who, and their words."""
NO: Final = {
    "text": "Not without a court order.",
    "reason": "They asked the wrong body.",
    "by": "Drita",
}


AWAY: Final = {
    "harrow-bay": (),
    "granite": ("captain",),
    "penmarsh": ("captain", "operations"),
    "whitcombe": ("captain", "analysts", "csmu", "operations"),
}
"""The teams of cyber-yankee-2025, with seats whose people do nothing."""


class Led(NamedTuple):
    """The control room at an hour, and what is pressed then: of wiper-2022, where three people sit
    who are slow to act, or of cyber-yankee-2025 with teams `abreast`."""

    hour: float
    keys: tuple[str, ...]
    size: tuple[int, int] = (120, 35)
    language: str = "en"
    abreast: bool = False


LED: Final = {
    "control-room": Led(22.5, ("1",), (120, 30)),
    "control-msel": Led(22.5, ("2", "n")),
    "control-steer": Led(22.5, ("2", "n", "k", *"too", "space", *"early")),
    "control-judge": Led(22.5, ("4",)),
    "control-compare": Led(27.5, ("7", "down", "down"), (128, 24), abreast=True),
}


class Shown(NamedTuple):
    """The preview of a scenario after its rehearsal, and what is pressed then."""

    scenario: str
    keys: tuple[str, ...]
    size: tuple[int, int] = (120, 35)
    language: str = "en"


class Recalled(NamedTuple):
    """The recorded session at a moment, on the screen of a role or control's, and what is pressed
    then."""

    role: str
    at: str
    keys: tuple[str, ...]
    take: int | None = None
    size: tuple[int, int] = (120, 35)


REPLAYS: Final = {
    "replay-role": Recalled("prime-minister", "Sat 08:32", ("4",), take=1),
    "replay-control": Recalled(CONTROL, "Sat 10:17", ("3",)),
}
PREVIEWS: Final = {
    "preview-msel": Shown("first-watch", ("down", "down")),
    "preview-links": Shown("first-watch", ("down", "down", "g")),
}

DRAWN: Final = (*MOMENTS, *LED, *PREVIEWS, *REPLAYS)


@click.command()
@click.argument("names", nargs=-1, type=click.Choice([*DRAWN]))
@click.option(
    "--into",
    default=Path(__file__).with_name("pictures"),
    type=click.Path(file_okay=False, path_type=Path),
    help="The folder for the pictures.",
)
def draw(names: tuple[str, ...], into: Path) -> None:
    """Draw the pictures of these NAMES, or all."""
    into.mkdir(exist_ok=True)
    for name in names or DRAWN:
        path = into / f"{name}.svg"
        path.write_text(drawn(name), "utf-8", newline="\n")
        click.echo(path)


def drawn(name: str) -> str:
    """The picture of this name, as SVG."""
    if name in PREVIEWS:
        return asyncio.run(preview(PREVIEWS[name]))
    if name in REPLAYS:
        return asyncio.run(replay(REPLAYS[name]))
    return asyncio.run(control(LED[name]) if name in LED else picture(MOMENTS[name]))


@asynccontextmanager
async def watched(screen: Screen[None], size: tuple[int, int]) -> AsyncIterator[Pilot[None]]:
    """Somebody at this screen, in which nothing moves by itself."""
    app = KullaApp(screen)
    app.animation_level = "none"
    async with app.run_test(size=size, notifications=False) as pilot:
        yield pilot


async def preview(moment: Shown) -> str:
    """The author's preview, once its runs are played."""
    speak(moment.language)
    screen = PreviewScreen(shipped()[moment.scenario])
    async with watched(screen, moment.size) as pilot:
        while not screen.sight.played == screen.sight.runs > 0:
            await pilot.pause(STEADY)
        await pilot.press(*moment.keys)
        await pilot.pause()
        return tidy(pilot.app.export_screenshot())


async def replay(moment: Recalled) -> str:
    """What was recorded, as it stood at this moment."""
    speak("en")
    projector = opened(KEPT, team="", take=moment.take, role=moment.role, at=moment.at, pace=60)
    async with watched(screen_of(projector, beat=NEVER), moment.size) as pilot:
        await pilot.press(*moment.keys)
        await pilot.pause()
        return tidy(pilot.app.export_screenshot())


async def control(moment: Led) -> str:
    """The control room at this moment."""
    speak(moment.language)
    screen = ControlScreen(_led(moment), beat=NEVER)
    async with watched(screen, moment.size) as pilot:
        await pilot.press(*moment.keys)
        screen.tick()
        await pilot.pause(2 * BEAT)
        return tidy(pilot.app.export_screenshot())


def _led(moment: Led) -> StagedChair:
    """Control of several teams, or of one run in which somebody has wanted what no action stands
    for."""
    if moment.abreast:
        chair = StagedChair("cyber-yankee-2025", SEED, moment.language, {}, AWAY)
        chair.comes_to(round(moment.hour * 3600))
        return chair
    chair = StagedChair("wiper-2022", SEED, moment.language, PEOPLE)
    for hour, who, text in WANTED:
        chair.comes_to(round(hour * 3600))
        chair.asks(who, {"ask": "propose"}, {"text": text})
        if who == "akshi-1":
            (subject,) = chair.run.state.proposals
            ruled = {"ask": "rule", "subject": subject, "verdict": "refuse", "option": "",
                     "chance": 100, "effects": []}  # fmt: skip
            chair.asks("control-1", ruled, NO)
    chair.comes_to(round(moment.hour * 3600))
    return chair


async def picture(moment: Moment) -> str:
    """The screen at this moment, its clock running but never read again."""
    speak(moment.language)
    seat, now = seated(moment)
    async with watched(ExerciseScreen(seat, wall=lambda: now, beat=NEVER), moment.size) as pilot:
        await pilot.press("enter", *moment.keys)
        await pilot.pause()
        return tidy(pilot.app.export_screenshot())


def seated(moment: Moment) -> tuple[Sitting, float]:
    """A seat brought to the moment, and the wall second of it."""
    scenario = load(shipped()[moment.scenario])
    setup = Setup(SEED, side=next(iter(scenario.sides), ""))
    seat = Sitting(scenario, setup, moment.role, pace=1, language=moment.language)
    seat.compete(USUAL)
    seat.run(0)
    now = moment.hour * 3600
    seat.tick(now)
    while not _worth_drawing(seat.view(), moment):
        now += STEP
        seat.tick(now)
    unread = [item for item in seat.view().inbox if not item.read and not seat.view().over]
    for item in unread[:-UNREAD]:
        seat.submit(Read(moment.role, item.inject), now)
    seat.pause(now)
    seat.set_pace(scenario.pace, now)
    return seat, now


def _worth_drawing(view: RoleView, moment: Moment) -> bool:
    if moment.alarm:
        return view.over or any(gauge.ringing for gauge in view.gauges)
    return view.over or any(decision.phase == "open" for decision in view.decisions)


def tidy(svg: str) -> str:
    """The drawing with every space kept, with one name for its parts where each drawing had its
    own, and without links to fonts elsewhere, remarks and empty texts."""
    for pattern, instead in (
        (r"@font-face \{.*?\}|<!--.*?-->", ""),
        (r"<text [^>]*>\n</text>", "\n"),
        (r"terminal-\d+", "kulla"),
        (r"^<svg ", '<svg xml:space="preserve" '),
    ):
        svg = re.sub(pattern, instead, svg, flags=re.DOTALL)
    return "".join(f"{line.strip()}\n" for line in svg.splitlines() if line.strip())


if __name__ == "__main__":
    draw()
