"""What the screens need of a session: a seat at an exercise, here or far away."""

from typing import Protocol

from simulator.engine.commands import Command
from simulator.engine.views import RoleView
from simulator.session.clock import Clock


class Seat(Protocol):
    """One role's place. `wall` is seconds of a steady clock, always given by the screen."""

    @property
    def clock(self) -> Clock: ...

    def tick(self, wall: float) -> bool:
        """Bring the exercise to the clock; True when there is something new to draw."""

    def view(self) -> RoleView: ...

    def submit(self, command: Command, wall: float) -> None:
        """Do what the player asks; raises Refused."""

    def run(self, wall: float) -> None: ...

    def pause(self, wall: float) -> None: ...

    def set_pace(self, pace: float, wall: float) -> None: ...

    def skip_ahead(self, wall: float) -> None:
        """Go to the next thing that concerns this role."""
