"""What control, and here and there a player, asks of the session itself rather than of the world.

Frozen models, as they come over the wire; `act` names each.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from simulator.session.grants import Part
from simulator.session.limits import FASTEST, SLOWEST


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
    why: Annotated[str, Field(max_length=200)] = ""


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
    Start | Run | Pause | Pace | Jump | Invite | HandOver | Revoke | Close,
    Field(discriminator="act"),
]
