"""The author's preview on the screen, and from the command line."""

import asyncio
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner
from textual.pilot import Pilot
from textual.widgets import Static

from simulator.engine.errors import Refused
from simulator.scenario import load
from simulator.scenario.library import shipped
from tests.tui.idle import GUARD
from tui.app import KullaApp
from tui.preview import command
from tui.previewing.links import LinksPage
from tui.previewing.msel import Plan
from tui.previewing.screen import PreviewScreen
from tui.previewing.trial import Trial, sitting_from


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    return Path(shutil.copytree(shipped()["first-watch"], tmp_path / "first-watch"))


async def until(pilot: Pilot[None], screen: PreviewScreen, old: bool) -> None:
    async with asyncio.timeout(GUARD):
        while screen.sight.old != old or not screen.sight.played == screen.sight.runs > 0:
            await pilot.pause(0.02)
    await pilot.pause()


def text_of(screen: PreviewScreen, name: str) -> str:
    console = screen.app.console
    with console.capture() as told:
        console.print(screen.query_one(name, Static).content)
    return told.get()


async def test_it_is_read_again_on_every_save_and_plays_on_from_an_inject(
    copy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # To sweep takes long in a process of tests; the next test does it in a process of its own.
    monkeypatch.setattr("tui.previewing.sight._sweep", lambda: None)
    screen = PreviewScreen(copy, runs=2, pause=0.02)
    async with KullaApp(screen).run_test(size=(120, 35)) as pilot:
        await until(pilot, screen, old=False)
        assert screen.query_one(Plan).current == "welcome"
        assert "As WATCH will see it" in text_of(screen, "MselPage .about")

        await pilot.press("slash", *"xyzzy")
        await pilot.pause()
        assert text_of(screen, "MselPage .about").strip() == ""

        await pilot.press("escape", "down", "down", "g")
        links = screen.query_one(LinksPage)
        assert (screen.page, links.node and links.node.id) == ("links", "clerk")

        scenario = copy / "scenario.yaml"
        good = scenario.read_text("utf-8")
        scenario.write_text(good.replace("\ntitle:", "\ntilte:"), "utf-8")
        await until(pilot, screen, old=True)
        assert screen.sight.findings[0].code == "F01"
        assert screen.sight.told is not None
        assert screen.has_class("-old")

        scenario.write_text(good, "utf-8")
        await until(pilot, screen, old=False)
        await pilot.press("1", "p")
        await pilot.pause()
        trial = screen.app.screen
        assert isinstance(trial, Trial)
        assert (trial.seen.now, trial.time.running) == (600, False)
        assert trial.seen.role.id == "watch"


READ_TWICE = """
import asyncio, gc, sys, weakref
from pathlib import Path
from tui.previewing.sight import Sight, sights

class Loop:
    def __init__(self):
        self.itself = self

async def read(before):
    [sight] = [sight async for sight in sights(Path(sys.argv[1]), "en", "", before, runs=0)]
    return sight

loop = Loop()
gone = weakref.ref(loop)
gc.freeze()
del loop
sight = asyncio.run(read(Sight()))
print("kept" if gone() else "let go", "at first")
asyncio.run(read(sight))
print("kept" if gone() else "let go", "then")
"""
"""With something that only the collector can let go of; in a process with nothing else to sweep."""


def test_what_was_read_before_is_let_go_of(copy: Path) -> None:
    left = subprocess.run(
        [sys.executable, "-c", READ_TWICE, copy], capture_output=True, text=True, check=True
    )
    assert left.stdout.splitlines() == ["kept at first", "let go then"]


def test_bots_play_a_role_until_its_author_takes_the_seat() -> None:
    scenario = load(shipped()["first-watch"])

    seat = sitting_from(scenario, "watch", 2 * 3600, 0, "en")

    view = seat.view()
    assert view.now == 2 * 3600
    assert not seat.clock.running
    assert seat.clock.pace == 1200
    assert view.decisions[0].phase == "taken"
    assert view.orders
    with pytest.raises(Refused, match="no role 'wotch'"):
        sitting_from(scenario, "wotch", 0, 0, "en")


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        (["--from", "1h"], "--from is where --role begins"),
        (["--role", "watch", "--html", "-"], "--html shows every role"),
        (["--role", "watch", "--from", "T+05:00"], "ends at T+05:00"),
        (["--role", "wotch"], "no role 'wotch'"),
    ],
)
def test_options_that_say_nothing_together_are_refused(
    monkeypatch: pytest.MonkeyPatch, options: list[str], sentence: str
) -> None:
    monkeypatch.setattr("tui.preview.at_terminal", lambda: True)

    ran = CliRunner().invoke(command, ["first-watch", *options])

    assert ran.exit_code == 2
    assert sentence in ran.stderr


def test_the_page_is_printed_also_where_there_are_mistakes(copy: Path) -> None:
    scenario = copy / "scenario.yaml"
    scenario.write_text(scenario.read_text("utf-8").replace("\ntitle:", "\ntilte:"), "utf-8")

    ran = CliRunner().invoke(
        command, [str(copy), "--html", "-", "--lang", "en"], standalone_mode=False
    )

    assert ran.return_value == 3
    assert ran.stdout.startswith("<!doctype html>")
    assert "<strong>F01</strong>" in ran.stdout


def test_without_a_terminal_it_says_what_to_do() -> None:
    asked = ["first-watch", "--role", "watch", "--from", "T+1:30"]
    ran = CliRunner().invoke(command, asked, standalone_mode=False)

    assert ran.return_value == 2
    assert "--html FILE" in ran.stderr
