"""What host and client say to each other: one versioned set of messages, the same at both ends.

Everything is JSON text, one object a message; `type` names its kind. docs/protocol.md is made
from these models.
"""

from __future__ import annotations

from typing import Annotated, Any, Final, Literal

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter

from simulator.session.acts import AnyAct
from simulator.session.grants import Part
from simulator.session.scores import Scores

SUBPROTOCOL: Final = "kulla.v1"

BAD_TOKEN: Final = 4401
REVOKED: Final = 4403
TOO_SLOW: Final = 4408
REPLACED: Final = 4409
AHEAD: Final = 4410
TOO_FAST: Final = 4429
MALFORMED: Final = 4400
NO_TEXT: Final = 1003
GOING_AWAY: Final = 1001
RESTARTING: Final = 1012

CLOSE_CODES: Final = {
    MALFORMED: "a message was not of this protocol",
    BAD_TOKEN: "the seat was never there, or is not any more",
    REVOKED: "the seat was taken away or handed over",
    TOO_SLOW: "the client did not read what it was sent, or did not say hello, in time",
    REPLACED: "the same seat was opened once more elsewhere",
    AHEAD: "the client has seen more than the journal of this host holds",
    TOO_FAST: "the client went on sending more than it may",
    NO_TEXT: "a message was no text",
    GOING_AWAY: "the session is over",
    RESTARTING: "the host stops or restarts; come back",
}
"""What the host's close codes mean."""

Name = Annotated[str, Field(max_length=200)]
Thing = Annotated[str, Field(max_length=200, pattern=r"^[ -~]*$")]
"""The key or id of something on a desk, or the kind of a form."""
Language = Literal["en", "sq"]
CommandId = Annotated[str, Field(min_length=16, max_length=64, pattern=r"^[0-9a-zA-Z_-]+$")]


class Message(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


# What a client says


class Hello(Message):
    """The first message on a connection. `epoch` and `after` say what the client has seen of its
    stream; `answers`, `head` and `now` what it can vouch for: the number of answers it was given,
    the chain over them, and the latest second it was shown, in whichever take."""

    type: Literal["hello"] = "hello"
    epoch: Name = ""
    after: Annotated[int, Field(ge=0)] = 0
    answers: Annotated[int, Field(ge=0)] = 0
    head: Name = ""
    now: Annotated[int, Field(ge=0)] = 0
    language: Language = "en"


class Ask(Message):
    """A command to the world. `id` is made by the client; the same id gets the same answer.

    `team` is for control, where there is more than one. `seat` is for control, too: the role in
    whose place it gives a command of players, where no people sit there.
    """

    type: Literal["ask"] = "ask"
    id: CommandId
    command: dict[str, Any]
    team: Name = ""
    seat: Name = ""


class Do(Message):
    """An act on the session itself."""

    type: Literal["do"] = "do"
    id: CommandId
    act: AnyAct


class Speak(Message):
    """Show the same in this language from now on. The answer is `welcome` and the whole `view`."""

    type: Literal["speak"] = "speak"
    language: Language


class Attend(Message):
    """Where the eyes and the pen of a player are, for the others who play the same seat: `reads`
    is the key of the message that lies open, `writes` the kind and `of` the id of what is being
    written. It is told on, kept nowhere, and not answered; of who watches it is not heard."""

    type: Literal["attend"] = "attend"
    reads: Thing = ""
    writes: Thing = ""
    of: Thing = ""


class Watch(Message):
    """Control looks at a team, and, where `role` names one, over its shoulder. The answer is
    `welcome` and the whole `view`, which then holds the panel of that team, and what that role is
    shown. Without a team it is the first. Every connection begins there, and over nobody's
    shoulder."""

    type: Literal["watch"] = "watch"
    team: Name = ""
    role: Name = ""


class Enquire(Message):
    """Control asks something that changes nothing; the answer is `told`, with the same id.

    `script` is an inject as its facilitator reads it; `preview` what a command would change, with
    `seat` for one in the place of a role; `outlook` what is to come until second `until` if people
    act as their bots would, or not at all. `team` is as for `watch`. A later `preview` or `outlook`
    of the same seat makes an earlier one void.
    """

    type: Literal["enquire"] = "enquire"
    id: CommandId
    about: Literal["script", "preview", "outlook"]
    team: Name = ""
    inject: Name = ""
    command: dict[str, Any] | None = None
    seat: Name = ""
    acting: bool = True
    until: Annotated[int, Field(ge=0)] | None = None


ClientSays = Hello | Ask | Do | Speak | Attend | Watch | Enquire
FromClient = Annotated[ClientSays, Field(discriminator="type")]

# What the host says


class ClockFace(Message):
    """How exercise time goes for the client's team: at second `now` when this was sent, and while
    `stands` is `running` by `pace` seconds a second. `turn` counts how often the clock was set;
    `take` is one more each time that control goes back in time. `no-duff` is a real emergency:
    nothing can be done."""

    now: int
    turn: int
    pace: float
    stands: Literal["waiting", "running", "paused", "held", "over", "frozen", "no-duff"]
    why: str = ""
    take: int = 1


class Welcome(Message):
    """The first message of the host: whose seat this is. `after` is how far its stream has come;
    `answers` and `head` are what the host has answered this seat, for the client to vouch for.
    `guide` is an evaluator's: the objectives and their critical tasks, by their numbers."""

    type: Literal["welcome"] = "welcome"
    session: str
    epoch: str
    after: int
    answers: int
    head: str
    grant: str
    part: Part
    team: str
    role: str
    title: str
    name: str
    teams: tuple[str, ...]
    language: str
    guide: tuple[tuple[str, tuple[str, ...]], ...] = ()


class View(Message):
    """All that the seat may see. Its shape is that of a role's view, or of control's room; beside
    that, control is shown the parts of the panel of the team it watches as `panel/…`, and those of
    the view of the role whose screen it looks at as `over/…`."""

    type: Literal["view"] = "view"
    seq: int
    clock: ClockFace | None
    view: dict[str, Any]


class News(Message):
    """What has changed in the view since the message before; see `simulator.session.delta`."""

    type: Literal["news"] = "news"
    seq: int
    clock: ClockFace | None
    changes: dict[str, Any]


class Answered(Message):
    """What became of an ask or a do. `again` asks the client to keep it and ask once more when
    the host can write again. `gift` is an invitation, shown this once."""

    type: Literal["answer"] = "answer"
    id: str
    done: bool
    code: str = ""
    sentence: str = ""
    answers: int = 0
    head: str = ""
    again: bool = False
    gift: str = ""


class Present(Message):
    """Somebody else who plays the same seat: `reads`, `writes` and `of` as they said. `opened` are
    the keys of the messages they have opened, of which this connection was not told before while
    they were here."""

    grant: str
    name: str
    reads: str
    writes: str
    of: str
    opened: tuple[str, ...]


class Company(Message):
    """Who else plays this seat and is connected, as far as the host tells: sent when it changes,
    and anew on every connection. It has no number."""

    type: Literal["company"] = "company"
    people: tuple[Present, ...]


class Standings(Message):
    """How the contest stands, for a seat that takes part in it and for who watches one: sent when
    that has changed, at most once a second, and anew on every connection. It has no number."""

    type: Literal["standings"] = "standings"
    scores: Scores


class Told(Message):
    """The answer to what control enquired: `body` in the shape of Script, Preview or Outlook;
    empty where it can't be told, and `sentence` says why."""

    type: Literal["told"] = "told"
    id: str
    about: Literal["script", "preview", "outlook"]
    body: dict[str, Any]
    sentence: str = ""


class HostState(Message):
    """Whether the host can keep what it is asked: `writing`, `full` (no room on its disk; it goes
    on by itself), `failed` (it stops)."""

    type: Literal["host"] = "host"
    state: Literal["writing", "full", "failed"]


class Wrong(Message):
    """A message that was not understood (`malformed`), came too fast, or is not for this seat or
    about anything that is there (`unknown`); it had no effect."""

    type: Literal["wrong"] = "wrong"
    code: Literal["malformed", "unknown", "too-fast"]


HostSays = Welcome | View | News | Answered | Company | Standings | Told | HostState | Wrong
FromHost = Annotated[HostSays, Field(discriminator="type")]

FROM_CLIENT: Final[TypeAdapter[ClientSays]] = TypeAdapter(FromClient)
FROM_HOST: Final[TypeAdapter[HostSays]] = TypeAdapter(FromHost)


class Join(Message):
    """The body of `POST /join`: a code, and what its holder wants to be called."""

    code: Name
    name: Annotated[str, Field(max_length=200)] = ""


class Joined(Message):
    """Its answer: the token that opens the seat, to be sent as `Authorization: Bearer`."""

    token: str
    session: str
    grant: str
