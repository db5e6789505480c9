"""The player's hand on the clock, where nobody else leads it."""

from collections.abc import Iterator
from math import isfinite
from typing import Final

from simulator.engine.views import RoleView
from simulator.speech.habits import figure
from tui import waiting
from tui.lines.choosing import Unclear
from tui.lines.desk import Desk
from tui.lines.grammar import seconds
from tui.lines.lists import due_line
from tui.lines.phrases import say, stopped, written
from tui.lines.times import now
from tui.speech import spoken
from tui.timekeeping import next_pace

SLOWEST, FASTEST = 0.1, 100_000.0
STRIDE: Final = 60
"""Exercise seconds that are gone by at once before one looks whether something came."""
NEAR: Final = 300
"""A skip also ends so many seconds before something is due."""
STEPS: Final = (("faster", 1), ("slower", -1))


def run(desk: Desk, given: str) -> None:
    desk.time.run()
    desk.tell_clock()


def pause(desk: Desk, given: str) -> None:
    desk.time.pause()
    desk.tell_clock()


def pace(desk: Desk, given: str) -> None:
    desk.seat.set_pace(pace_of(given, desk.seat.clock.pace), desk.time.wall())
    desk.tell(say("pace-is", pace=figure(spoken(), f"{desk.seat.clock.pace:g}")))


def pace_of(given: str, before: float) -> float:
    """The pace that is meant. Raises Unclear."""
    step = next((step for word, step in STEPS if given.casefold() in written(word)), 0)
    if step:
        other = next_pace(before, step)
        if other is None:
            raise Unclear(say("no-pace"))
        return other
    try:
        wanted = float(given.replace(",", "."))
    except ValueError:
        raise Unclear(say("bad-pace")) from None
    if not isfinite(wanted) or not SLOWEST <= wanted <= FASTEST:
        raise Unclear(say("bad-pace"))
    return wanted


def wait(desk: Desk, given: str) -> None:
    """Say whether the clock stops for what is due, or have it so."""
    word, on = given.casefold(), written("wait-on")
    if word and word not in on | written("wait-off"):
        raise Unclear(say("bad-wait"))
    if word:
        desk.time.waits_for_me = word in on
    desk.tell(say("wait-on" if desk.time.waits_for_me else "wait-off"))


def skip(desk: Desk, given: str) -> None:
    """Ahead to what concerns the role next, or for at most so long."""
    most = seconds(given) if given else 0
    before, heard = desk.view, desk.heard
    if before.over:
        raise Unclear(say("skip-over"))
    if before.held:
        raise Unclear(say("skip-held"))
    if given:
        _go(desk, before.now + most)
    else:
        desk.time.skip_ahead()
        desk.look()
    if not waiting.news(before, desk.view) and not desk.view.over:
        none = say("skip-passed") if desk.heard == heard else ""
        desk.tell(stopped(none, now(desk.view), *_soonest(desk)))


def _soonest(desk: Desk) -> Iterator[str]:
    for due in waiting.dues(desk.view)[:1]:
        yield say("due-soonest", title=due_line(due, desk.view, desk.numbers))


def _go(desk: Desk, end: int) -> None:
    """Go by so much time, a stride at once, until something comes or is nearly due."""
    ran, first = desk.time.running, desk.view
    desk.time.pause()
    desk.writing = True
    desk.look()
    while _on_the_way(desk, end, first):
        before = desk.view
        stops = [stop for stop in (*_stops(before), end) if stop > before.now]
        _stride(desk, min(min(stops) - before.now, STRIDE))
        desk.look()
        if desk.view.now == before.now or desk.view.now in _stops(before):
            break
    desk.writing = False
    if ran and waiting.newly_due(first, desk.view) and desk.time.waits_for_me:
        desk.time.pause(say("why-due"))
    elif ran:
        desk.time.run()
    desk.look()


def _on_the_way(desk: Desk, end: int, first: RoleView) -> bool:
    view = desk.view
    over = view.over or view.held or view.now >= end
    return not over and not waiting.news(first, view)


def _stops(view: RoleView) -> set[int]:
    """The moments shortly before the role's deadlines, and these."""
    dues = [due.due for due in waiting.dues(view) if due.due is not None]
    return {moment for due in dues for moment in (due - NEAR, due)}


def _stride(desk: Desk, length: int) -> None:
    """Let so many exercise seconds pass. Half a second more, so that rounding loses none."""
    then = (length + 0.5) / desk.seat.clock.pace
    desk.seat.run(0.0)
    desk.seat.tick(then)
    desk.seat.pause(then)
