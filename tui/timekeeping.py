"""The player's hand on the clock: run, pause, pace, skip, and why it stands. No drawing."""

from collections.abc import Callable
from typing import Final, NamedTuple

from simulator.engine.views import RoleView
from tui.seat import Seat
from tui.speech import _
from tui.waiting import dues, newly_due

PACES: Final = (1.0, 5.0, 15.0, 30.0, 60.0, 120.0, 300.0, 600.0, 1200.0)


def next_pace(pace: float, step: int) -> float | None:
    """The pace one step faster (1) or slower (-1) than this one; None where there is none."""
    if step > 0:
        return next((other for other in PACES if other > pace), None)
    return next((other for other in reversed(PACES) if other < pace), None)


class Stand(NamedTuple):
    """How the clock was before a form was opened."""

    ran: bool
    why: str


class Timekeeper:
    """Reads the steady clock `wall` and tells the seat. `why` says what stopped the clock for
    the player, and is empty while it runs or when the player stopped it.

    Where control leads the clock, nothing here ever moves it.
    """

    def __init__(self, seat: Seat, wall: Callable[[], float]) -> None:
        self.seat = seat
        self.wall = wall
        self.why = ""
        self.waits_for_me = True

    @property
    def running(self) -> bool:
        return self.seat.clock.running

    def tick(self) -> bool:
        return self.seat.tick(self.wall())

    def take_up(self, view: RoleView) -> None:
        """Let it run from the middle of an exercise, but stand where something waits there."""
        if self.waits_for_me and dues(view):
            self.pause(_("something is due"))
        else:
            self.run()

    def run(self) -> None:
        if self.seat.leads_clock:
            self.why = ""
            self.seat.run(self.wall())

    def pause(self, why: str = "") -> None:
        if self.seat.leads_clock:
            self.why = why
            self.seat.pause(self.wall())

    def run_or_pause(self) -> None:
        if self.running:
            self.pause()
        else:
            self.run()

    def skip_ahead(self) -> None:
        self.seat.skip_ahead(self.wall())

    def change_pace(self, step: int) -> None:
        """One step faster (1) or slower (-1), where there is one."""
        other = next_pace(self.seat.clock.pace, step)
        if other is not None and self.seat.leads_clock:
            self.seat.set_pace(other, self.wall())

    def mind(self, before: RoleView, after: RoleView) -> None:
        """Stop for the player when something new is due, if that is what the player wants.

        A module holds the clock by itself.
        """
        new = [due for due in newly_due(before, after) if due.kind != "module"]
        if self.waits_for_me and self.running and new:
            self.pause(_("something is due"))

    def wait(self) -> Stand:
        """Stand still while the player fills in a form; `go_on` takes what this returns."""
        stand = Stand(self.running, self.why)
        self.pause(_("you are writing"))
        return stand

    def go_on(self, stand: Stand, done: bool, view: RoleView) -> None:
        """Run again where it ran before, or where it stood for what is now done."""
        self.why = stand.why
        if stand.ran or (done and stand.why and not dues(view)):
            self.run()
