#!/usr/bin/env python3
"""Draws the pictures of the documents: real moments of seeded plays, as SVG whose bytes stay.

A bot keeps the seat up to the moment; the keys then bring up what the picture shows.
"""

import asyncio
import re
from pathlib import Path
from typing import Final, NamedTuple

import click

from simulator.engine.commands import Read
from simulator.engine.exercise import Setup
from simulator.engine.views import RoleView
from simulator.scenario import load
from simulator.scenario.library import shipped
from simulator.session.sitting import Sitting
from tui.app import KullaApp
from tui.screens.exercise import ExerciseScreen
from tui.speech import speak

SEED: Final = 7
NEVER: Final = 1e6
STEP: Final = 60
UNREAD: Final = 3
"""So many of the last messages are still unread."""


class Moment(NamedTuple):
    """The first full minute of `role`, from `hour` on, at which a decision waits for it, or the end
    of the exercise; and what is pressed then on a terminal of this size."""

    scenario: str
    role: str
    hour: int
    keys: tuple[str, ...]
    size: tuple[int, int] = (120, 35)
    language: str = "en"


MOMENTS: Final = {
    "play-inbox": Moment("wiper-2022", "akshi", 22, ("enter",)),
    "play-situation": Moment("wiper-2022", "akshi", 24, ("3",)),
    "play-decision": Moment("first-watch", "watch", 0, ("d", "1", *"evidence", "enter", "4")),
    "play-small": Moment("first-watch", "watch", 0, ("u",), (80, 24), "sq"),
    "play-summary": Moment("wiper-2022", "akcesk", 96, ("3",)),
}


@click.command()
@click.argument("names", nargs=-1, type=click.Choice(list(MOMENTS)))
@click.option(
    "--into",
    default=Path(__file__).with_name("pictures"),
    type=click.Path(file_okay=False, path_type=Path),
    help="The folder for the pictures.",
)
def draw(names: tuple[str, ...], into: Path) -> None:
    """Draw the pictures of these NAMES, or all."""
    into.mkdir(exist_ok=True)
    for name in names or MOMENTS:
        path = into / f"{name}.svg"
        path.write_text(asyncio.run(picture(MOMENTS[name])), "utf-8", newline="\n")
        click.echo(path)


async def picture(moment: Moment) -> str:
    """The screen at this moment, its clock running but never read again."""
    speak(moment.language)
    seat, now = seated(moment)
    app = KullaApp(ExerciseScreen(seat, wall=lambda: now, beat=NEVER))
    app.animation_level = "none"
    async with app.run_test(size=moment.size, notifications=False) as pilot:
        await pilot.press("enter", *moment.keys)
        await pilot.pause()
        return tidy(app.export_screenshot())


def seated(moment: Moment) -> tuple[Sitting, float]:
    """A seat brought to the moment, and the wall second of it."""
    scenario = load(shipped()[moment.scenario])
    seat = Sitting(scenario, Setup(SEED), moment.role, pace=1, language=moment.language)
    seat.run(0)
    now = moment.hour * 3600
    seat.tick(now)
    while not _worth_drawing(seat.view()):
        now += STEP
        seat.tick(now)
    unread = [item for item in seat.view().inbox if not item.read and not seat.view().over]
    for item in unread[:-UNREAD]:
        seat.submit(Read(moment.role, item.inject), now)
    seat.pause(now)
    seat.set_pace(scenario.pace, now)
    return seat, now


def _worth_drawing(view: RoleView) -> bool:
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
