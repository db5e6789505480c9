"""What control, and here and there a player, asks of the session itself rather than of the world.

Frozen models, as they come over the wire; `act` names each.
"""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import BaseModel, ConfigDict, Field

from simulator.session.feedback import AGREE
from simulator.session.grants import Part
from simulator.session.limits import FASTEST, SLOWEST

Place = Annotated[int, Field(ge=0)]
Why = Annotated[str, Field(max_length=200)]
DutyName = Literal["clock", "injects", "adjudication", "observation"]
Mark = Literal["hot-wash", "urgent", "promise"]
"""For the hot wash; an urgent finding; something that control has promised somebody."""
Grade = Literal["P", "S", "M", "U"]
"""Performed without challenges, with some, with major ones, unable to be performed (HSEEP)."""
Element = Literal["planning", "organisation", "equipment", "training", "exercises"]
"""The capability elements of an improvement plan (HSEEP: POETE)."""
Text = Annotated[str, Field(max_length=4000)]
Line = Annotated[str, Field(max_length=200)]
Date = Annotated[str, Field(pattern=r"^([0-9]{4}-[0-9]{2}-[0-9]{2})?$")]
"""As ISO 8601 writes a day, or nothing."""
Evidence = Annotated[tuple[Place, ...], Field(max_length=100, strict=False)]
Score = Annotated[tuple[Line, Annotated[int, Field(ge=1, le=AGREE)]], Field(strict=False)]
Said = Annotated[tuple[Line, Text], Field(strict=False)]


class Act(BaseModel):
    """`WRITTEN` are the fields that hold what people wrote, which is kept apart from the rest."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)
    WRITTEN: ClassVar[frozenset[str]] = frozenset({"why", "text"})


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
    evidence: Evidence = ()


class Rate(Act):
    """An evaluator's own rating of an objective, or of one of its critical tasks, by their ids or
    their numbers among all; a later one of theirs takes its place."""

    act: Literal["rate"] = "rate"
    objective: str
    task: str = ""
    grade: Grade
    team: str = ""
    text: Text = ""


class SetAside(Act):
    """A rating of an objective in place of all others, computed and given, and the reason; `off`
    lets them stand again."""

    act: Literal["set-aside"] = "set-aside"
    objective: str
    grade: Grade | None = None
    why: Text = ""
    team: str = ""
    off: bool = False


class Reveal(Act):
    """Once it is over, open a team's ratings to its evaluators: from then on they are shown what
    the others rated, and what was computed. Until control goes back, this can't be undone."""

    act: Literal["reveal"] = "reveal"
    team: str = ""


class Plan(Act):
    """A row of the improvement plan, of one team or, where there are several, of all. `item` names
    the row whose place it takes, empty for a new one; `off` takes that row away. `check` is what
    closes it in the next run: a measure (`objective/number`), or the name of a scenario test."""

    act: Literal["plan"] = "plan"
    WRITTEN: ClassVar[frozenset[str]] = frozenset(
        {"issue", "capability", "action", "owner", "check"}
    )
    item: Line = ""
    issue: Text = ""
    capability: Line = ""
    element: Element | None = None
    action: Text = ""
    owner: Line = ""
    starts: Date = ""
    due: Date = ""
    check: Line = ""
    team: str = ""
    evidence: Evidence = ()
    off: bool = False


class Feedback(Act):
    """What a participant thinks of the exercise once it is over for their team: how far they
    agree with statements, from 1 to 5, and what they write to open questions.

    A later form of theirs takes the place of the one before. Who doesn't want to be named is known
    again by `sheet` alone, a token that nobody else has: the journal holds a hash of it, and
    neither seat nor team nor the id with which the form was sent.
    """

    act: Literal["feedback"] = "feedback"
    WRITTEN: ClassVar[frozenset[str]] = frozenset({"texts"})
    sheet: Annotated[str, Field(min_length=16, max_length=64, pattern=r"^[0-9a-zA-Z_-]+$")]
    scores: Annotated[tuple[Score, ...], Field(max_length=20, strict=False)] = ()
    texts: Annotated[tuple[Said, ...], Field(max_length=10, strict=False)] = ()
    anonymous: bool = False


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
    | SetAside
    | Reveal
    | Plan
    | Feedback
    | Invite
    | HandOver
    | Revoke
    | Close,
    Field(discriminator="act"),
]
