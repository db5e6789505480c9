"""Stories of a newcomer who is led by the tutorial."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace

import pytest
from textual.app import ComposeResult
from textual.pilot import Pilot
from textual.screen import Screen
from textual.widgets import Static

from simulator.engine import views as v
from tests.tui.desk import seated
from tests.tui.fake import FakeSeat
from tests.tui.world import INBOX, ISOLATE, LOG, ORDERS, VIEW
from tui.app import KullaApp
from tui.speech import speak
from tui.tutorial import LED_STEPS, STEPS, Progress, step, taken_up, turned, words
from tui.widgets.tutorial import Tutorial

FRESH = replace(VIEW, inbox=tuple(replace(item, read=False) for item in INBOX), log=())
"""Nobody has read or written anything yet."""
QUIET = replace(VIEW, inbox=INBOX[:1], decisions=(), orders=())
NOTHING: frozenset[str] = frozenset()


def shown(progress: Progress) -> str:
    return STEPS[progress.at].id


def at(id: str) -> Progress:
    return Progress([one.id for one in STEPS].index(id))


def test_it_leads_from_the_first_glance_to_the_end():
    ids = [one.id for one in STEPS]
    assert ids == [
        "glance", "clock", "message", "decision", "order", "situation", "note", "skip", "help",
        "end",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("id", "act", "following"),
    [
        ("glance", "pane('actions')", "clock"),
        ("clock", "run_or_pause", "message"),
        ("situation", "pane('situation')", "note"),
        ("skip", "skip_ahead", "help"),
        ("help", "help", "end"),
    ],
)
def test_an_act_that_was_asked_for_leads_on(id: str, act: str, following: str):
    assert shown(step(at(id), VIEW, VIEW, {act})) == following
    assert shown(step(at(id), VIEW, VIEW, {"quit_play"})) == id


@pytest.mark.parametrize(
    ("id", "after", "following"),
    [
        ("message", {"inbox": (INBOX[0], replace(INBOX[1], read=True))}, "decision"),
        ("decision", {"decisions": (replace(ISOLATE, phase="taken"),)}, "order"),
        ("order", {"orders": (*ORDERS, replace(ORDERS[0], id="o9"))}, "situation"),
        ("note", {"log": (*LOG, v.LogLine(3600, "note", "AKCESK notes: why", True))}, "skip"),
    ],
)
def test_what_the_exercise_shows_as_done_leads_on(id: str, after: dict, following: str):
    assert shown(step(at(id), VIEW, VIEW, NOTHING)) == id
    assert shown(step(at(id), VIEW, replace(VIEW, **after), NOTHING)) == following


def test_a_missed_deadline_is_no_answer():
    missed = replace(VIEW, decisions=(replace(ISOLATE, phase="missed"),))
    assert shown(step(at("decision"), VIEW, missed, NOTHING)) == "decision"


def test_what_was_done_before_it_was_asked_for_is_not_asked_for():
    progress = step(at("clock"), VIEW, VIEW, {"skip_ahead"})
    progress = step(progress, VIEW, VIEW, {"help"})
    assert shown(progress) == "clock"
    progress = progress._replace(at=at("note").at)
    noted = replace(VIEW, log=(*LOG, v.LogLine(3600, "note", "AKCESK notes: why", True)))
    assert shown(step(progress, VIEW, noted, NOTHING)) == "end"


def test_whoever_comes_back_goes_on_behind_what_can_be_seen_to_be_done():
    note = v.LogLine(3600, "note", "AKCESK notes: why", True)
    for changes, id in (
        ({}, "glance"),
        ({"inbox": INBOX[:1], "orders": ()}, "decision"),
        ({"inbox": INBOX[:1]}, "situation"),
        ({"log": (note,)}, "skip"),
        # Whoever played here has read nothing: it was a bot.
        ({"decisions": (replace(ISOLATE, phase="taken"),)}, "glance"),
    ):
        assert shown(taken_up(Progress(), replace(FRESH, **changes))) == id


def test_one_may_turn_on_and_back_but_not_out():
    assert shown(turned(at("clock"), -1)) == "glance"
    assert shown(turned(at("glance"), -1)) == "glance"
    assert shown(turned(at("help"), 1)) == "end"
    assert shown(turned(at("end"), 1)) == "end"


def test_with_nothing_to_answer_yet_it_says_how_to_come_to_it():
    assert "press s: the time skips ahead" in words(at("decision"), QUIET)[1]
    assert "Press d, choose with a number" in words(at("decision"), VIEW)[1]


def test_the_page_that_lies_open_already_was_not_turned_to():
    assert shown(step(at("glance"), VIEW, VIEW, {"pane('inbox')"})) == "glance"


def test_whose_clock_control_leads_is_asked_for_nothing_that_moves_it():
    assert [one.id for one in LED_STEPS] == [
        "glance", "message", "decision", "order", "situation", "note", "help", "end",
    ]  # fmt: skip
    told = " ".join(
        words(Progress(at, led=True), view)[1]
        for at in range(len(LED_STEPS))
        for view in (VIEW, QUIET, replace(QUIET, inbox=()))
    )
    assert "The clock does not wait." in told
    assert not any(word in told for word in ("Press s", "Press space", "skip ahead"))
    progress = step(Progress(led=True), VIEW, VIEW, {"pane('actions')"})
    assert progress.steps[progress.at].id == "message"


class Desk(Screen[None]):
    """A desk with nothing on it, and the tutorial beneath."""

    BINDINGS = [*Tutorial.ACTS]

    def compose(self) -> ComposeResult:
        yield Static("due", id="due")
        yield Static(id="desk")
        yield Tutorial()

    def action_tutorial(self) -> None:
        self.query_one(Tutorial).hide_or_show()

    def action_lesson(self, by: int) -> None:
        self.query_one(Tutorial).turn(by)


@asynccontextmanager
async def led(size: tuple[int, int] = (80, 24)) -> AsyncIterator[tuple[Pilot, Tutorial]]:
    async with KullaApp(Desk()).run_test(size=size) as pilot:
        await pilot.pause()
        box = pilot.app.screen.query_one(Tutorial)
        box.view = replace(QUIET, inbox=(), log=())
        await pilot.pause()
        box.view = QUIET
        await pilot.pause()
        yield pilot, box


def seen(pilot: Pilot) -> str:
    strips = pilot.app.screen._compositor.render_strips()
    return "\n".join(strip.text.rstrip() for strip in strips)


async def test_the_box_follows_what_is_done():
    async with led() as (pilot, box):
        assert "Tutorial 1 of 10: The screen at a glance" in seen(pilot)
        box.did("pane('actions')")
        box.did("run_or_pause")
        box.view = replace(QUIET, inbox=INBOX[:2])
        await pilot.pause()
        assert "Press u: the oldest of them opens." in seen(pilot)
        box.view = replace(QUIET, inbox=(INBOX[0], replace(INBOX[1], read=True)))
        await pilot.pause()
        assert "Tutorial 4 of 10: A decision" in seen(pilot)


async def test_its_keys_turn_it_and_put_it_away_for_good():
    async with led() as (pilot, box):
        await pilot.press("greater_than_sign", "greater_than_sign", "less_than_sign")
        assert "Tutorial 2 of 10: The clock" in seen(pilot)
        await pilot.press("h")
        assert "Tutorial" not in seen(pilot)
        box.view = VIEW
        await pilot.pause()
        assert "Tutorial" not in seen(pilot)
        await pilot.press("h")
        assert "Tutorial 2 of 10: The clock" in seen(pilot)


async def test_it_is_gone_when_the_exercise_is_over():
    async with led() as (pilot, box):
        box.view = replace(VIEW, over=True)
        await pilot.pause()
        assert "Tutorial" not in seen(pilot)


@pytest.mark.parametrize("language", ["en", "sq"])
@pytest.mark.parametrize("size", [(80, 24), (120, 35)])
async def test_no_step_takes_more_than_five_lines_or_hides_a_word(size, language: str):
    speak(language)
    async with led(size) as (pilot, box):
        for progress in map(Progress, range(len(STEPS))):
            for view in (VIEW, QUIET):
                box.view, box.progress = view, progress
                box.turn(0)
                await pilot.pause()
                assert box.outer_size.height <= 5
                assert words(progress, view)[1].split()[-1] in seen(pilot)


async def test_the_clock_is_learnt_by_stopping_it_and_letting_it_run_again():
    async with seated(FakeSeat(replace(FRESH, teaches=True))) as player:
        await player.press("2")
        assert "Tutorial 2 of 10: The clock" in player.sees()
        await player.press("space")
        assert "Tutorial 2 of 10: The clock" in player.sees()
        await player.press("space")
        assert "Tutorial 3 of 10: A message" in player.sees()
