"""What control, and here and there a player, asks of the session itself rather than of the world.

Frozen models, as they come over the wire; `act` names each.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from simulator.session.grants import Part
from simulator.session.limits import FASTEST, SLOWEST

Place = Annotated[int, Field(ge=0)]
Why = Annotated[str, Field(max_length=200)]
DutyName = Literal["clock", "injects", "adjudication", "observation"]
Mark = Literal["hot-wash", "urgent", "promise"]
"""For the hot wash; an urgent finding; something that control has promised somebody."""
Grade = Literal["P", "S", "M", "U"]
"""Performed without challenges, with some, with major ones, unable to be performed (HSEEP)."""


class Act(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


class Start(Act):
    """STARTEX for every team that waits for it: seats that somebody has joined are people's."""

    act: Literal["start"] = "start"


class Run(Act):
    """Let the clock of a team run; of all teams where `team` is empty."""

    act: Literal["run"] = "run"
    team: str = ""


class Pause(Act):
    act: Literal["pause"] = "pause"
    team: str = ""
    why: Why = ""


class Pace(Act):
    """Exercise seconds a second."""

    act: Literal["pace"] = "pace"
    pace: Annotated[float, Field(ge=SLOWEST, le=FASTEST, strict=False)]
    team: str = ""


class Jump(Act):
    """Play on at once to a second of the exercise that is still ahead."""

    act: Literal["jump"] = "jump"
    to: Annotated[int, Field(ge=0)]
    team: str = ""


class HoldPoint(Act):
    """Let the clock of a team pause by itself when it comes to second `at`; `off` takes such a
    point away."""

    act: Literal["hold-point"] = "hold-point"
    at: Annotated[int, Field(ge=0)]
    team: str = ""
    off: bool = False


class Rewind(Act):
    """Go back to second `to` as a new take: what was asked from that second on is undone. The
    clock pauses; the take before stays in the journal."""

    act: Literal["rewind"] = "rewind"
    to: Annotated[int, Field(ge=0)]
    team: str = ""
    why: Why = ""


class NoDuff(Act):
    """A real emergency: everything freezes, in all teams, and every screen says so."""

    act: Literal["no-duff"] = "no-duff"
    why: Why = ""


class Lift(Act):
    """The emergency is over. Two seats of control have to say so, unless the session was begun
    with a single one; the clocks then stand until control lets them run."""

    act: Literal["lift"] = "lift"


class End(Act):
    """ENDEX for a team, or for all. Where another controller is connected, they have to ask for
    it as well before it is done; `off` takes the wish back."""

    act: Literal["end"] = "end"
    team: str = ""
    off: bool = False
    why: Why = ""


class Duty(Act):
    """Take a duty, or give it back. While a duty is somebody's, nobody else's acts of that kind
    are done; that of somebody who is not connected may be taken over."""

    act: Literal["duty"] = "duty"
    duty: DutyName
    off: bool = False


class Observe(Act):
    """An observation for the review: about an objective, by its id or its number among all, a
    role, or neither, at a second of a team (None for now, as for one that is still ahead).
    `evidence` are places in the log of that team."""

    act: Literal["observe"] = "observe"
    text: Annotated[str, Field(min_length=1, max_length=4000)]
    team: str = ""
    objective: str = ""
    role: str = ""
    at: Annotated[int, Field(ge=0)] | None = None
    marks: Annotated[tuple[Mark, ...], Field(max_length=3, strict=False)] = ()
    evidence: Annotated[tuple[Place, ...], Field(max_length=100, strict=False)] = ()


class Rate(Act):
    """An evaluator's own rating of an objective, by its id or its number among all; a later one
    of theirs takes its place."""

    act: Literal["rate"] = "rate"
    objective: str
    grade: Grade
    team: str = ""
    text: Annotated[str, Field(max_length=4000)] = ""


class Invite(Act):
    """Make an invitation; the answer holds it, and nothing else ever does."""

    act: Literal["invite"] = "invite"
    part: Part = "player"
    team: str = ""
    role: str = ""


class HandOver(Act):
    """Make an invitation to a seat that somebody holds; they leave it when it is taken up.

    Players may hand over their own.
    """

    act: Literal["hand-over"] = "hand-over"
    seat: str


class Revoke(Act):
    """Take a seat or an invitation away; its connections close."""

    act: Literal["revoke"] = "revoke"
    seat: str


class Close(Act):
    """End the session: the host stops, and what was played stays."""

    act: Literal["close"] = "close"


AnyAct = Annotated[
    Start
    | Run
    | Pause
    | Pace
    | Jump
    | HoldPoint
    | Rewind
    | NoDuff
    | Lift
    | End
    | Duty
    | Observe
    | Rate
    | Invite
    | HandOver
    | Revoke
    | Close,
    Field(discriminator="act"),
]
