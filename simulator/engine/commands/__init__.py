"""What people ask, in the imperative, each with the role that asks. Rules say whether it may be."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import MISSING, fields
from typing import Any, Final, get_args, get_type_hints

from pydantic import ConfigDict, TypeAdapter, ValidationError

from simulator.engine.commands.lead import (
    Amend,
    Conclude,
    Delay,
    Fire,
    Hold,
    Instruct,
    Intervene,
    Lead,
    Release,
    Remind,
    Repace,
    Rule,
    Skip,
    Staff,
    Tempo,
    Vacate,
    Withdraw,
    Write,
)
from simulator.engine.commands.play import (
    Answer,
    Cancel,
    Consent,
    Discuss,
    Dissent,
    Launch,
    Message,
    Note,
    Order,
    Prioritise,
    Proceed,
    Propose,
    Read,
    Reply,
    Send,
    Solve,
    TakeHint,
)
from simulator.engine.errors import Refused
from simulator.scenario import values

CONTROL: Final = values.CONTROL
"""The facilitator's own role: steers the exercise, and holds no seat."""
LONGEST_TEXT: Final = 8_000
"""So many characters has a text at most."""

Command = (
    Answer | Dissent | Order | Cancel | Prioritise | Consent | Reply | Send | Message | Note
    | Read | Discuss | Proceed | Launch | Propose | Solve | TakeHint | Lead
)  # fmt: skip

NAMES: Final[dict[str, type[Command]]] = {kind.__name__.lower(): kind for kind in get_args(Command)}

__all__ = [
    "CONTROL",
    "LONGEST_TEXT",
    "NAMES",
    "Amend",
    "Answer",
    "Cancel",
    "Command",
    "Conclude",
    "Consent",
    "Delay",
    "Discuss",
    "Dissent",
    "Fire",
    "Hold",
    "Instruct",
    "Intervene",
    "Launch",
    "Lead",
    "Message",
    "Note",
    "Order",
    "Prioritise",
    "Proceed",
    "Propose",
    "Read",
    "Release",
    "Remind",
    "Repace",
    "Reply",
    "Rule",
    "Send",
    "Skip",
    "Solve",
    "Staff",
    "TakeHint",
    "Tempo",
    "Vacate",
    "Withdraw",
    "Write",
    "command_from",
    "fields_of",
    "mistyped",
]


def command_from(role: str, asked: dict[str, Any]) -> Command:
    """A command from plain data: `{"order": "isolate-mail", "target": …}`, the first key its name
    and the value its first field, if it has one that must be given.

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
    first = own[:1] if own and own[0].default is MISSING else []
    given = {key: _frozen(value) for key, value in asked.items() if key != name}
    for unknown in given.keys() - {field.name for field in own[len(first) :]}:
        raise Refused("unknown", "'{name}' has no '{field}'", name=name, field=unknown)
    if first:
        given[first[0].name] = _frozen(asked[name])
    for field in own:
        if field.name not in given and field.default is MISSING:
            raise Refused("unknown", "'{name}' needs '{field}'", name=name, field=field.name)
    return kind, given


def _frozen(value: Any) -> Any:
    if isinstance(value, dict):
        return tuple((key, _lines(text)) for key, text in value.items())
    return tuple(value) if isinstance(value, list) else value


def _lines(value: Any) -> str:
    """Several values of a field of a report stand one a line."""
    return "\n".join(map(str, value)) if isinstance(value, list) else str(value)


def mistyped(kind: type[Command], given: dict[str, Any]) -> Iterator[tuple[str, ValidationError]]:
    """The fields whose value is not of its type, each with what pydantic says of it."""
    hints = get_type_hints(kind)
    for name, value in given.items():
        try:
            TypeAdapter(hints[name], config=ConfigDict(strict=True)).validate_python(value)
        except ValidationError as error:
            yield name, error
