"""Only what is listed leaves a host: by its types, by every message sent, and after any change."""

import dataclasses
import json
import os
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from functools import cache
from types import ModuleType
from typing import Any, Literal, get_args, get_origin, get_type_hints
from unittest.mock import patch

import pytest
from pydantic import BaseModel

from simulator.engine import state
from simulator.engine.views import RoleView
from simulator.engine.views.overview import Panel
from simulator.scenario.values import Part
from simulator.session import grants
from simulator.session import protocol as p
from simulator.session.delta import patched, taken_out
from simulator.session.host import outgoing
from simulator.session.peers import PEERS, Peers
from simulator.session.room import OVER, PANEL, Room
from tests.simulator.session.secrecy.listed import LISTED
from tests.simulator.session.secrecy.loft import Loft, known
from tests.simulator.session.secrecy.people import Person
from tests.simulator.session.secrecy.plan import Plan
from tests.simulator.session.secrecy.play import play

SOAK = int(os.environ.get("SOAK", "1"))
PLAIN = (str, int, float, bool, type(None))


@cache
def fields(kind: Any) -> dict[str, Any]:
    """The fields of what may be sent, with their types."""
    if issubclass(kind, BaseModel):
        return {name: field.annotation for name, field in kind.model_fields.items()}
    hints = get_type_hints(kind)
    return {field.name: hints[field.name] for field in dataclasses.fields(kind)}


def classes_in(annotation: Any) -> Iterator[type]:
    if get_origin(annotation) is Literal:
        return
    for inner in get_args(annotation):
        yield from classes_in(inner)
    plain = annotation is Any or annotation in PLAIN
    if isinstance(annotation, type) and not get_args(annotation) and not plain:
        yield annotation


@cache
def reachable() -> dict[str, type]:
    """Every class of which something can be in a message, by its name."""
    rest: list[type] = [
        *get_args(p.HostSays), p.Joined, RoleView, Peers, Room, Panel, *outgoing.ANSWERS,
    ]  # fmt: skip
    found: dict[str, type] = {}
    while rest:
        kind = rest.pop()
        if kind.__name__ not in found:
            found[kind.__name__] = kind
            rest += [inner for part in fields(kind).values() for inner in classes_in(part)]
    return found


OPEN = {"View": "view", "News": "changes", "Told": "body"}
"""Where a message holds plain data, which is checked against the views by every play below."""


def test_every_field_that_may_be_sent_is_listed():
    assert {name: " ".join(fields(kind)) for name, kind in reachable().items()} == LISTED


def test_no_class_of_the_engine_or_the_session_can_be_a_part_of_a_message():
    homes = (
        "simulator.engine.views", "simulator.session.room", "simulator.session.protocol",
        "simulator.session.scores", "simulator.session.peers",
    )  # fmt: skip
    for name, kind in reachable().items():
        assert kind.__module__.startswith(homes), name
        loose = [n for n, part in fields(kind).items() if part is Any or "Any" in repr(part)]
        assert loose == ([OPEN[name]] if name in OPEN else [])


def test_models_of_messages_forbid_what_they_do_not_know():
    for kind in reachable().values():
        if issubclass(kind, BaseModel):
            assert kind.model_config.get("extra") == "forbid"


@cache
def kinds_in(annotation: Any) -> list[type]:
    return list(classes_in(annotation))


def exact(annotation: Any, value: Any, at: str) -> None:
    """Nothing is in the value but what its type has fields for."""
    kinds = kinds_in(annotation)
    if value is None or not kinds:
        assert value is None or isinstance(value, (*PLAIN, list)), at
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            exact(annotation, inner, f"{at}/{number}")
    else:
        [kind] = kinds
        assert list(value) == [n for n in fields(kind) if (at, n) != ("view", "now")], at
        for name, part in fields(kind).items():
            if name in value:
                exact(part, value[name], f"{at}/{name}")


def _exact_view(view: dict[str, Any]) -> None:
    """A role's view, an evaluator's with what they know of others, or control's room with the
    panel, and perhaps a screen, beside it."""
    if "inbox" in view:
        exact(RoleView, {name: part for name, part in view.items() if "/" not in name}, "view")
        if any("/" in name for name in view):
            exact(Peers, taken_out(PEERS, view), "peers")
        return
    parts = {name: taken_out(name, view) for name in (PANEL, OVER)}
    exact(Room, {name: part for name, part in view.items() if "/" not in name}, "room")
    exact(Panel, parts[PANEL], "panel")
    if parts[OVER]:
        exact(RoleView, parts[OVER], "view")


def follow(person: Person) -> int:
    """Check each message to them, and each view that they come to; how many there were."""
    views: dict[Any, Any] = {}
    streams: dict[int, Any] = {}
    texts = [seen for seen in person.seen if seen.kind == "text"]
    for seen in texts:
        message, told = p.FROM_HOST.validate_json(seen.what), json.loads(seen.what)
        assert set(told) == set(type(message).model_fields), seen
        if isinstance(message, p.Welcome):
            streams[seen.line] = message.epoch, message.language
        if isinstance(message, p.View | p.News):
            before = views.get((streams[seen.line], message.seq - 1), {})
            if not before and isinstance(message, p.News):
                # One who has changed the language and claims to know what comes before.
                continue
            view = told["view"] if "view" in told else patched(before, told["changes"])
            views[streams[seen.line], message.seq] = view
            _exact_view(view)
    return len(texts)


def test_every_message_of_a_play_is_of_its_model_and_every_view_of_its_shape():
    count = 0
    for seed in range(2 * SOAK):
        for stage in (known(seed).stage, play(Plan(seed), "a").stage):
            count += sum(map(follow, stage.people.values()))
    assert count > 500


# A field that somebody adds to a class of the engine or the session

NEW = "a-field-that-nobody-has-listed"


def marked(kind: type) -> type:
    """The same class with one field more."""
    frozen = getattr(kind, "__dataclass_params__").frozen  # noqa: B009 not in its type
    added = [("added", str, dataclasses.field(default=NEW))]
    return dataclasses.make_dataclass(kind.__name__, added, bases=(kind,), frozen=frozen)


CORE = [
    kind for module in (state, grants) for kind in vars(module).values()
    if isinstance(kind, type) and dataclasses.is_dataclass(kind)
    and kind.__module__ == module.__name__
]  # fmt: skip


@contextmanager
def grown() -> Iterator[None]:
    """Every such class has a field more, wherever its name is used."""
    modules = [m for n, m in sys.modules.items() if n.startswith("simulator.")]
    with ExitStack() as stack:
        for kind in CORE:
            _put(stack, modules, kind, marked(kind))
        yield


def _put(stack: ExitStack, modules: list[ModuleType], old: type, new: type) -> None:
    for module in modules:
        for name, value in list(vars(module).items()):
            if value is old:
                stack.enter_context(patch.object(module, name, new))


def grow(part: Any) -> None:
    """Every part of a scenario has an attribute more."""
    if isinstance(part, Part):
        for name in type(part).model_fields:
            grow(part.__dict__[name])
        part.__dict__["added"] = NEW
    elif isinstance(part, dict):
        for inner in part.values():
            grow(inner)
    elif isinstance(part, tuple):
        for inner in part:
            grow(inner)


async def _sent(pulses: int) -> str:
    with grown():
        loft = Loft(3)
        grow(loft.world)
        host = loft.stage.host
        owners: tuple[Any, ...] = (host, host.session, *host.session.teams.values())
        for owner in owners:
            owner.added = NEW
        await loft.open()
        await loft.play(pulses)
        await loft.stage.end()
        assert "added" in repr(host.session.grants["control-1"])
    return "".join(text for _, text in loft.sent)


async def test_a_new_field_anywhere_in_the_core_is_in_no_message_until_it_is_listed():
    assert len(CORE) > 10
    assert NEW not in await _sent(60)


@pytest.mark.parametrize("whole", [
    lambda team, eyes: {"state": dataclasses.asdict(team.exercise.state)},
    lambda team, eyes: {"scenario": repr(team.exercise.scenario.__dict__)},
    lambda team, eyes: {"team": repr(vars(team))},
], ids=["asdict", "the scenario", "vars"])  # fmt: skip
async def test_what_is_sent_whole_is_noticed(whole: Any, monkeypatch: pytest.MonkeyPatch):
    role_view = outgoing.role_view
    monkeypatch.setattr(
        outgoing, "role_view", lambda team, eyes: role_view(team, eyes) | whole(team, eyes)
    )
    assert NEW in await _sent(10)
