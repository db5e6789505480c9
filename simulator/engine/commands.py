"""What people ask, in the imperative, each with the role that asks. Rules say whether it may be."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import MISSING, dataclass, fields
from typing import Any, Final, Literal, get_type_hints

from pydantic import ConfigDict, TypeAdapter, ValidationError

from simulator.engine.errors import Refused
from simulator.scenario import values

CONTROL: Final = values.CONTROL
"""The facilitator's own role: may cue injects and go on from a module, and holds no seat."""
LONGEST_TEXT: Final = 8_000
"""So many characters has a text at most."""


@dataclass(frozen=True, slots=True)
class Answer:
    """Take a decision. `confidence` is 0 to 100, or None where nothing was said."""

    role: str
    decision: str
    option: str | None = None
    text: str = ""
    reason: str = ""
    confidence: int | None = None


@dataclass(frozen=True, slots=True)
class Dissent:
    """A colleague, `by` name if it is to be known, sees a decision of the role otherwise.

    It is for the review; the decision stands.
    """

    role: str
    decision: str
    text: str
    by: str = ""


@dataclass(frozen=True, slots=True)
class Order:
    """Order an action; `target` where the action has targets."""

    role: str
    action: str
    target: str | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Cancel:
    """Take back an order that has not begun."""

    role: str
    order: str


@dataclass(frozen=True, slots=True)
class Prioritise:
    """Move an order in its teams' queues: 1 goes first, 9 last."""

    role: str
    order: str
    priority: int


@dataclass(frozen=True, slots=True)
class Consent:
    """Answer a request for consent; `ask` sends the question in `text` back to who asked."""

    role: str
    request: str
    verdict: Literal["grant", "refuse", "ask"]
    text: str = ""


@dataclass(frozen=True, slots=True)
class Reply:
    """Answer the question that came back on a request."""

    role: str
    request: str
    text: str


@dataclass(frozen=True, slots=True)
class Send:
    """Send a structured report; `entries` are pairs of field id and what was written."""

    role: str
    report: str
    entries: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Message:
    role: str
    to: tuple[str, ...]
    text: str


@dataclass(frozen=True, slots=True)
class Note:
    """A note of one's own, for the review."""

    role: str
    text: str


@dataclass(frozen=True, slots=True)
class Read:
    """The role has opened the inject."""

    role: str
    inject: str


@dataclass(frozen=True, slots=True)
class Discuss:
    """Answer a discussion question of the open module."""

    role: str
    question: str
    text: str


@dataclass(frozen=True, slots=True)
class Proceed:
    """Close the open module: the clock runs on."""

    role: str


@dataclass(frozen=True, slots=True)
class Fire:
    """Control sends an inject now."""

    role: str
    inject: str


@dataclass(frozen=True, slots=True)
class Hold:
    """Control keeps an inject from being sent until Release."""

    role: str
    inject: str


@dataclass(frozen=True, slots=True)
class Release:
    role: str
    inject: str


@dataclass(frozen=True, slots=True)
class Skip:
    """Control strikes an inject that was not sent."""

    role: str
    inject: str


@dataclass(frozen=True, slots=True)
class Staff:
    """Control puts people in a seat: its bot stops."""

    role: str
    seat: str


@dataclass(frozen=True, slots=True)
class Vacate:
    """Control leaves a seat to its bot."""

    role: str
    seat: str


@dataclass(frozen=True, slots=True)
class Conclude:
    """Control calls ENDEX."""

    role: str


Command = (
    Answer | Dissent | Order | Cancel | Prioritise | Consent | Reply | Send | Message | Note
    | Read | Discuss | Proceed | Fire | Hold | Release | Skip | Staff | Vacate | Conclude
)  # fmt: skip

NAMES: Final[dict[str, type[Command]]] = {
    kind.__name__.lower(): kind for kind in (
        Answer, Dissent, Order, Cancel, Prioritise, Consent, Reply, Send, Message, Note, Read,
        Discuss, Proceed, Fire, Hold, Release, Skip, Staff, Vacate, Conclude,
    )
}  # fmt: skip


def command_from(role: str, asked: dict[str, Any]) -> Command:
    """A command from plain data: `{"order": "isolate-mail", "target": …}`, the first key its name
    and the value its first field.

    Raises Refused where the data is no command.
    """
    kind, given = fields_of(asked)
    wrong = next(mistyped(kind, given), None)
    if wrong:
        raise Refused(
            "unknown", "'{field}' of '{name}' has the wrong kind",
            field=wrong[0], name=kind.__name__.lower(),
        )  # fmt: skip
    return kind(role=role, **given)


def fields_of(asked: dict[str, Any]) -> tuple[type[Command], dict[str, Any]]:
    """What command is meant, and its fields but for the role, not yet checked for their types.

    Raises Refused where the name or a field is not known, or one is missing.
    """
    name = next((key for key in asked if key in NAMES), None)
    if name is None:
        raise Refused("unknown", "a command is one of {names}", names=", ".join(NAMES))
    kind = NAMES[name]
    own = [field for field in fields(kind) if field.name != "role"]
    given = {key: _frozen(value) for key, value in asked.items() if key != name}
    for unknown in given.keys() - {field.name for field in own[1:]}:
        raise Refused("unknown", "'{name}' has no '{field}'", name=name, field=unknown)
    if own:
        given[own[0].name] = _frozen(asked[name])
    for field in own:
        if field.name not in given and field.default is MISSING:
            raise Refused("unknown", "'{name}' needs '{field}'", name=name, field=field.name)
    return kind, given


def _frozen(value: Any) -> Any:
    if isinstance(value, dict):
        return tuple((key, str(text)) for key, text in value.items())
    return tuple(value) if isinstance(value, list) else value


def mistyped(kind: type[Command], given: dict[str, Any]) -> Iterator[tuple[str, ValidationError]]:
    """The fields whose value is not of its type, each with what pydantic says of it."""
    hints = get_type_hints(kind)
    for name, value in given.items():
        try:
            TypeAdapter(hints[name], config=ConfigDict(strict=True)).validate_python(value)
        except ValidationError as error:
            yield name, error
