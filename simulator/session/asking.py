"""Commands as plain data, for the wire and the journal; their texts cleaned at the door. Pure.

A command is a map of its fields with `ask` for its name and no role and no name of a person: who
asks is known from the connection alone. A field of that name is called `asks`. In the journal, what
people wrote is kept apart from the rest.
"""

from __future__ import annotations

import json
from dataclasses import MISSING, fields
from functools import cache
from typing import Any, Final, get_type_hints

from pydantic import BaseModel, ConfigDict, TypeAdapter, ValidationError, create_model

from simulator.engine.commands import NAMES, Command
from simulator.engine.errors import Refused
from simulator.scenario.characters import Crowded, composed, shown

WRITTEN: Final = ("text", "reason", "by", "sender", "ask", "options", "answer")
"""Fields that hold what people wrote or are called."""
TITLED: Final = ("write", "amend")
"""Commands whose subject is what people wrote, and no id."""
ASKER: Final = ("role", "by")
"""Fields that say who asks."""


@cache
def _adapter(name: str) -> TypeAdapter[Command]:
    kind = NAMES[name]

    # A stdlib dataclass takes its settings here, where it is made into an adapter.
    class Strict(kind):  # type: ignore[valid-type,misc]
        __pydantic_config__ = ConfigDict(strict=True, extra="forbid")

    return TypeAdapter(Strict)


@cache
def _model(name: str) -> type[BaseModel]:
    """The same without the role, for what is no JSON: a strict dataclass takes no map."""
    kind = NAMES[name]
    hints = get_type_hints(kind)
    wanted: dict[str, Any] = {
        f.name: (hints[f.name], ... if f.default is MISSING else f.default)
        for f in fields(kind)
        if f.name != "role"
    }
    return create_model(name, __config__=ConfigDict(strict=True, extra="forbid"), **wanted)


def command_of(role: str, told: dict[str, Any], by: str = "") -> Command:
    """The command that a role asks for, by somebody of this name. Raises Refused where the data is
    no command."""
    name = str(told.get("ask"))
    kind = NAMES.get(name)
    if kind is None or not told.keys().isdisjoint(ASKER):
        raise Refused("unknown", "there is no such command")
    if "asks" in told and "ask" not in _names(name):
        raise _none(name)
    given = {_field(key): value for key, value in told.items() if key != "ask"}
    given |= {"role": role, "by": by} if "by" in _names(name) else {"role": role}
    try:
        # As JSON, because strict Python has tuples where JSON has lists.
        read = _adapter(name).validate_json(json.dumps(given))
    except (ValidationError, ValueError):
        raise _none(name) from None
    return kind(**{field: _clean(getattr(read, field)) for field in _names(name)})


def _none(name: str) -> Refused:
    return Refused("unknown", "this is no '{name}' that Kulla understands", name=name)


def told(command: Command) -> dict[str, Any]:
    """The command as plain data, without who asks."""
    ask = type(command).__name__.lower()
    return {"ask": ask} | {
        key_of(name): getattr(command, name) for name in _names(ask) if name not in ASKER
    }


def taken_apart(command: Command) -> tuple[dict[str, Any], dict[str, str]]:
    """The command as plain data, and apart from it what people wrote."""
    data = told(command)
    given = {key: getattr(command, name) for name, key in _texts(data["ask"])}
    words = {key: text for key, text in given.items() if text}
    data = {key: value for key, value in data.items() if key not in words}
    if "entries" in data:
        words |= {f"entries/{name}": text for name, text in data["entries"]}
        data["entries"] = [name for name, _ in data["entries"]]
    # The same as it comes back from the journal.
    return {key: [*it] if isinstance(it, tuple) else it for key, it in data.items()}, words


def put_together(role: str, data: dict[str, Any], words: dict[str, str]) -> Command:
    """The command that was taken apart."""
    return NAMES[data["ask"]](role=role, **_fields(data, words))


def judge(data: dict[str, Any], words: dict[str, str]) -> None:
    """Raises ValueError, TypeError or KeyError where no command was taken apart into these."""
    _model(data["ask"]).model_validate(_fields(data, words))


def _fields(data: dict[str, Any], words: dict[str, str]) -> dict[str, Any]:
    # Twice for every record of a journal that is read, so it calls nothing that it can do without.
    given = {
        "ask" if key == "asks" else key: tuple(it) if isinstance(it, list) else it
        for key, it in data.items()
        if key != "ask"
    }
    for name, key in _texts(data["ask"]):
        given[name] = words.get(key, "")
    if "entries" in given:
        given["entries"] = tuple((name, words[f"entries/{name}"]) for name in given["entries"])
    return given


def key_of(field: str) -> str:
    """What a field of a command is called in plain data."""
    return "asks" if field == "ask" else field


def _field(key: str) -> str:
    return "ask" if key == "asks" else key


@cache
def _names(ask: str) -> tuple[str, ...]:
    return tuple(f.name for f in fields(NAMES[ask]))


@cache
def _texts(name: str) -> tuple[tuple[str, str], ...]:
    """What people write, by its field and by its key in plain data."""
    written = (*WRITTEN, "subject") if name in TITLED else WRITTEN
    return tuple((field, key_of(field)) for field in _names(name) if field in written)


def _clean(value: Any) -> Any:
    if isinstance(value, str):
        return cleaned(value)
    return tuple(map(_clean, value)) if isinstance(value, tuple) else value


def cleaned(text: str) -> str:
    """The text as it is kept and shown. Raises Refused for a tower of accents."""
    try:
        return composed(shown(text))
    except Crowded as crowded:
        raise Refused.because("text", crowded.saying) from None
