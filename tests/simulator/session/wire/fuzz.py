"""Messages as a hostile client sends them: made from the protocol's own models, and then spoiled.
Four in five are nearly right."""

from __future__ import annotations

import json
from copy import deepcopy
from dataclasses import fields
from random import Random
from typing import Any, get_args

from simulator.engine.commands import NAMES
from simulator.session import acts
from simulator.session.asking import ASKER, key_of

WORDS = (
    "north", "south", "team", "dawn", "noon", "control-1", "north-1", "", "x", "grant", "ë",
    "\x1b[31m", "\u202e", "e" + "\u0301" * 40, "x" * 9_000, "[" * 50, "__class__", "\x00",
)  # fmt: skip
VALUES: tuple[Any, ...] = (
    None, True, False, 0, -1, 1.5, 10**6, 2**53, 2**53 + 1, -(2**60), "", "x", "\ud800", "x" * 300,
    [], {}, [[]], {"a": 1}, [None], ["north", "north"], [["a", "b"]], {"type": "hello"},
)  # fmt: skip
TEXTS = (
    "", " ", "null", "true", "[]", "{}", '"x"', "NaN", "-Infinity", "1e999", "{" * 40, "[" * 70_000,
    '{"type":"ask","type":"do"}', '{"a":' * 31 + "1" + "}" * 31, "\ufeff{}", "{'type': 'hello'}",
    "9" * 5_000, "x" * 70_000, '{"type":"hello","now":' + "9" * 5_000 + "}",
    '{"type":"hello","now":1e400}', '{"type":"hello","now":NaN}', "\x00", "{}{}",
)  # fmt: skip

GIVEN: tuple[Any, ...] = (*WORDS, 1, 60, None, True, [1], ["urgent"])


class Fuzz:
    def __init__(self, seed: int) -> None:
        self.random = Random(seed)

    def message(self) -> str:
        chance = self.random.random()
        if chance < 0.05:
            return self.random.choice(TEXTS)
        kinds = (self.ask, self.ask, self.do, self.do, self.hello, self.look)
        message = self.random.choice(kinds)()
        for _ in range(self.random.choice((0, 1, 1, 2))):
            self.spoil(message)
        text = json.dumps(message, ensure_ascii=self.random.random() < 0.5)
        return text if chance < 0.85 else self.garble(text)

    def hello(self) -> dict[str, Any]:
        return {
            "type": "hello",
            "epoch": self.word(),
            "after": 3,
            "answers": 0,
            "head": "",
            "now": 0,
        }

    def ask(self) -> dict[str, Any]:
        name, kind = self.random.choice(sorted(NAMES.items()))
        command = {
            key_of(field.name): self.field(field.name)
            for field in fields(kind)
            if field.name not in ASKER
        }
        return {"type": "ask", "id": self.id(), "command": {"ask": name, **command}, "team": "team"}

    def field(self, name: str) -> Any:
        if name in ("to", "entries", "pinned", "unpinned", "effects"):
            return [[self.word(), self.word()]] if name == "entries" else [self.word()]
        if name in ("priority", "confidence", "until", "end", "gap", "due", "at", "chance"):
            return self.random.choice((1, 5, 50, None))
        return self.word()

    def do(self) -> dict[str, Any]:
        kind = self.random.choice(get_args(get_args(acts.AnyAct)[0]))
        given: dict[str, Any] = {}
        for name, field in kind.model_fields.items():
            given[name] = field.default if name == "act" else self.random.choice(GIVEN)
        return {"type": "do", "id": self.id(), "act": given}

    def look(self) -> dict[str, Any]:
        """What only control may say."""
        enquiry = {"type": "enquire", "id": self.id(), "about": "script", "inject": self.word()}
        watch = {"type": "watch", "role": self.word()}
        return {"team": self.word(), **self.random.choice((enquiry, watch))}

    def id(self) -> str:
        return "".join(self.random.choices("0123456789abcdef", k=32))

    def word(self) -> str:
        return self.random.choice(WORDS)

    def spoil(self, message: dict[str, Any]) -> None:
        """Change something, anywhere in it."""
        places = [message, *(part for part in message.values() if isinstance(part, dict))]
        place = self.random.choice(places)
        name = self.random.choice([*place, "role", "grant", "seq", "__proto__"])
        if self.random.random() < 0.3:
            place.pop(name, None)
        else:
            place[name] = deepcopy(self.random.choice(VALUES))

    def garble(self, text: str) -> str:
        at = self.random.randrange(len(text) + 1)
        return self.random.choice((
            text[:at],
            text[at:],
            text[:at] + self.random.choice('"{}[],:\\\x00\ufffd9e') + text[at:],
            text + text,
            text.replace('"', "'", 1),
            text.replace("}", ', "type": "ask"}', 1),
            text.replace(":", ": NaN,", 1),
        ))  # fmt: skip
