"""What the body of each kind of record holds: a line is judged by it before anything is played.

Whoever can write a journal can chain it rightly, so that a right chain alone is no reason to
believe what a record says.
"""

from __future__ import annotations

from typing import Annotated, Any, Final, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from simulator.session.acts import Date, DutyName, Element, Grade, Mark
from simulator.session.asking import judge
from simulator.session.feedback import AGREE
from simulator.session.grants import Part
from simulator.session.journal.record import Draft
from simulator.session.limits import FASTEST, NEVER, SLOWEST
from simulator.session.sayings import fits

Second = Annotated[int, Field(ge=0)]
Scored = Annotated[tuple[str, Annotated[int, Field(ge=1, le=AGREE)]], Field(strict=False)]


class Body(BaseModel):
    model_config = ConfigDict(strict=True, extra="forbid")


class Asked(Body):
    """A command to the world; of control, it may be one in the place of the role `seat`."""

    id: str
    command: dict[str, Any]
    seat: str = ""


class Done(Body):
    """What an act has led to; the act is kept, to know it when it is asked again."""

    id: str = ""
    act: dict[str, Any] = {}


class Opened(Body):
    epoch: str
    kulla: str = ""
    engine: int = 0
    bind: str = ""
    port: int = 0
    name: str = ""
    tls: bool = False
    address: str = ""
    fingerprint: str = ""
    own: bool = False
    bot_after: int = NEVER


class Refused(Done):
    """`given` stands for the names in braces of the sentence."""

    code: str
    sentence: str
    given: dict[str, str] = {}

    @model_validator(mode="after")
    def _fits(self) -> Self:
        if not fits(self.sentence, self.given):
            raise ValueError("its names are not those that are given")
        return self


class Paused(Done):
    """`lost` seconds in which the host did not get to run, or a `point` at which it holds."""

    lost: int = 0
    point: bool = False


class Started(Done):
    staffed: dict[str, list[str]]


class Paced(Done):
    pace: Annotated[float, Field(ge=SLOWEST, le=FASTEST)]


class Jumped(Done):
    to: int


class Rewound(Done):
    to: Second


class Pointed(Done):
    """A hold point at a second, or no longer."""

    second: Second
    off: bool


class Wished(Done):
    """ENDEX, or no longer."""

    off: bool


class Assigned(Done):
    duty: DutyName
    off: bool


class Observed(Done):
    """About what was at the second `moment`; `evidence` are places in the log of the take."""

    moment: Second
    objective: str
    role: str
    marks: list[Mark]
    evidence: list[Second]


class Rated(Done):
    objective: str
    task: str = ""
    grade: Grade


class SetAside(Done):
    """No grade where the others stand again."""

    objective: str
    grade: Grade | None


class Planned(Done):
    """A row of the improvement plan; no element where it is taken away."""

    item: str
    element: Element | None
    starts: Date
    due: Date
    evidence: list[Second]


class FedBack(Done):
    """Of somebody who is not named, it has no id and no act: those would be told to somebody."""

    sheet: str
    scores: list[Scored]


class Granted(Body):
    id: str
    part: Part
    team: str
    role: str
    code: str
    replaces: str


class Invited(Done):
    grant: Granted


class Joined(Body):
    grant: str
    token: str


class OfGrant(Done):
    grant: str


class OfRole(Body):
    role: str


class Stood(Body):
    state: str


class Recalled(Body):
    """A team begins as take `take` of the team `of` of another session, up to `second`; bots play
    so many `rivals` beside it."""

    staffed: list[str]
    session: str
    of: str
    take: int
    second: Second
    chain: str
    rivals: Annotated[int, Field(ge=0, le=7)] = 0


class Retold(Body):
    """What was asked there; `stand_in` is whether control asked it in the place of the role."""

    role: str
    command: dict[str, Any]
    stand_in: bool


class Turned(Body):
    """Chance falls otherwise from here on."""

    luck: int


class Recovered(Body):
    lost: int


BODIES: Final[dict[str, type[Body]]] = {
    "opened": Opened, "asked": Asked, "started": Started, "ran": Done, "paused": Paused,
    "paced": Paced, "jumped": Jumped, "rewound": Rewound, "pointed": Pointed, "alerted": Done,
    "lifted": Done, "wished": Wished, "ended": Done, "assigned": Assigned, "observed": Observed,
    "rated": Rated, "set-aside": SetAside, "revealed": Done, "planned": Planned,
    "fed-back": FedBack, "invited": Invited, "joined": Joined, "arrived": OfGrant, "left": OfRole,
    "returned": OfRole, "revoked": OfGrant, "stood": Stood, "closed": Done, "recovered": Recovered,
    "refused": Refused, "recalled": Recalled, "retold": Retold, "turned": Turned,
}  # fmt: skip


def fault(draft: Draft) -> str:
    """Why no session can have such a record; empty where one can."""
    shape = BODIES.get(draft.kind)
    if shape is None:
        return f"this Kulla knows no record of the kind '{draft.kind}'"
    try:
        shape.model_validate(draft.body)
        if draft.kind in ("asked", "retold"):
            judge(draft.body["command"], draft.words)
    except (ValueError, KeyError, TypeError):
        return f"it holds what no record of the kind '{draft.kind}' holds"
    return ""
