"""What the screens need of a session: a seat at an exercise, here or far away."""

from dataclasses import replace
from typing import NamedTuple, Protocol

from simulator.engine.commands import Command
from simulator.engine.views import RoleView
from simulator.engine.views.comparing import Standing as Stood
from simulator.session.clock import Clock
from simulator.session.scores import Scores


class Late(NamedTuple):
    """What became of what was sent on; `refusal` is empty where it was done. `said` is what to
    say then of something that is no command."""

    command: Command | None
    """None where it is none, or was asked before this program was started anew."""
    refusal: str = ""
    said: str = ""


class Standing(NamedTuple):
    """How a seat stands, beside what its role sees; what it is when empty is in `Seat`."""

    stands: str = ""
    why: str = ""
    trouble: str = ""
    unanswered: int = 0
    watches: bool = False
    take: int = 1


class Mate(NamedTuple):
    """Another person in the same seat, and where their eyes and pen are."""

    name: str
    reads: str = ""
    """The key of the message that lies open before them."""
    has_read: frozenset[str] = frozenset()
    """The keys of the messages they have opened."""
    writes: tuple[str, str] = ("", "")
    """The kind and id of what they are answering, ordering or filling in."""


class Seat(Protocol):
    """One role's place. `wall` is seconds of a steady clock, always given by the screen."""

    @property
    def clock(self) -> Clock: ...

    @property
    def leads_clock(self) -> bool:
        """Whether the player runs, pauses and paces the clock; else control does."""

    @property
    def may_act(self) -> bool:
        """False for a seat that only watches."""

    @property
    def stands(self) -> str:
        """`waiting` before STARTEX, `frozen` while the host can't keep anything, `no-duff` in an
        emergency; empty where the view and the clock say it all."""

    @property
    def why(self) -> str:
        """Why the clock stands, where somebody has said so."""

    @property
    def take(self) -> int:
        """How often control has gone back in time, from 1."""

    @property
    def kept_in(self) -> str:
        """The folder in which what is played alone is kept; empty where it is in none."""

    @property
    def trouble(self) -> str:
        """What is wrong with the way to the host, in a few words; empty when all is well."""

    @property
    def unanswered(self) -> int:
        """How much of what was asked has been waiting for its answer for longer than usual."""

    def tick(self, wall: float) -> bool:
        """Bring the exercise to the clock; True when there is something new to draw."""

    def view(self) -> RoleView: ...

    def submit(self, command: Command, wall: float) -> bool:
        """Do what the player asks, or send it on: True once it is done. Raises Refused."""

    def answers(self) -> list[Late]:
        """What has become, since this was last asked, of what was sent on."""

    def read_in(self, language: str) -> None:
        """From now on show the texts of the exercise in this language."""

    def mates(self) -> tuple[Mate, ...]:
        """The other people in this seat; nobody where one plays alone."""

    def standings(self) -> Scores | None:
        """How the contest stands; None where there is none for the role, or it is not known yet."""

    def beside(self) -> tuple[Stood, ...]:
        """Where one played alone against other sides and it is over: one's own side, then those."""

    def attend(self, reads: str, writes: tuple[str, str]) -> None:
        """Let them know where one's own eyes and pen are, as in `Mate`."""

    @property
    def name(self) -> str:
        """What drafts are kept under: the same whenever the same seat is taken again."""

    def run(self, wall: float) -> None: ...

    def pause(self, wall: float) -> None: ...

    def set_pace(self, pace: float, wall: float) -> None: ...

    def skip_ahead(self, wall: float) -> None:
        """Go to the next thing that concerns this role."""


def standing_of(seat: Seat) -> Standing:
    """The same as one value, to be handed down to what is drawn."""
    return Standing(
        seat.stands, seat.why, seat.trouble, seat.unanswered, not seat.may_act, seat.take
    )


def seen_from(seat: Seat) -> RoleView:
    """What its role sees; before STARTEX it is open who sits where."""
    view = seat.view()
    return replace(view, seats=()) if seat.stands == "waiting" else view
