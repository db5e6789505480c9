"""The part of a world that a role must not know: it touches nothing of what the role may know.

Other ids, other texts, and more or less of everything.
"""

from __future__ import annotations

from collections.abc import Sequence
from random import Random
from typing import Any, TypeVar

Some = dict[str, Any]
T = TypeVar("T")

ROLES = ("soc", "csmu", "nato", "press")
LENGTH = 7200
ODD = 15
"""What comes by itself comes 7 seconds after a multiple of this, what people ask does not: at one
second, what triggered a thing decides on its place, and triggers are secret."""
LETTERS = "abcdefghijklmnopqrstuvwxyz ëç€ "
LINKS = ("connected", "isolated", "switched-off")
CHANNELS = ("e-mail", "phone", "siem", "news", "social", "intelligence", "chat")


class Hidden:
    """The part of a world that `me` must never learn of. Its ids all begin with `name`.

    `mine` is whether it touches what is hidden of what `me` owns.
    """

    def __init__(self, dice: Random, name: str, me: str) -> None:
        self.dice = dice
        self.mine = True
        self.name = name
        self.me = me
        self.others = [role for role in ROLES if role != me]
        self.assets = self._ids("vault")
        self.gauges = self._ids("panic")
        self.facts = self._ids("fact")
        self.actions = self._ids("act")
        self.injects = self._ids("cue", 5)
        self.steps = self._ids("step")
        self.reports = self._ids("form", 2)
        self.flags = [f"{name}-flag-{n}" for n in range(1 + (name == "b"))]
        self.asked = [inject for inject in self.injects if self.chance(80)]

    def _ids(self, kind: str, most: int = 3) -> list[str]:
        return [f"{self.name}-{kind}-{n}" for n in range(self.dice.randint(0, most))]

    def chance(self, percent: int) -> bool:
        return self.dice.random() * 100 < percent

    def one(self, choices: Sequence[Any]) -> Any:
        return self.dice.choice(choices)

    def text(self, most: int = 40) -> str:
        said = "".join(self.dice.choices(LETTERS, k=self.dice.randint(1, most)))
        return f"{self.name} {said}"

    def some_others(self) -> list[str]:
        return self.dice.sample(self.others, self.dice.randint(1, len(self.others)))

    def time(self) -> str:
        return f"{self.dice.randrange(LENGTH)}s"

    def maybe(self, percent: int = 50, **parts: Any) -> Some:
        return {name: write() for name, write in parts.items() if self.chance(percent)}

    def condition(self) -> Some:
        asked: list[Some] = [{"time": {"after": self.time()}}]
        asked += [{"fact": fact} for fact in self.facts]
        asked += [{"gauge": gauge, "above": self.one((10, 50, 90))} for gauge in self.gauges]
        asked += [{"gauge": "flow", "above": 6}, {"gauge": "flow", "passed": "flood"}]
        asked += [{"asset": asset, "is": self.one(LINKS)} for asset in self.assets]
        asked += [{"inject": "news", "is": "read"}, {"action": "work", "is": "done"}]
        found = self.one(asked)
        return {"not": found} if self.chance(20) else found

    def effects(self, cues: Sequence[str] | None = None) -> list[Some]:
        """What happens out of sight; even to what is mine, where I can't see it."""
        cues = self.injects if cues is None else cues
        to = {"to": self.some_others()}
        could: list[Some] = [{"step": step, "stop": True} for step in self.steps]
        if self.mine:
            could += [{"asset": "mail", "leak": 1.5}, {"asset": "mail", "foothold": True}]
        could += [{"reveal": {"assets": ["mail"], "footholds": ["mail"]}} | to]
        could += [{"fact": fact, "set": self.chance(50)} for fact in self.facts]
        could += [{"gauge": gauge, "add": self.dice.randint(-30, 30)} for gauge in self.gauges]
        could += [{"gauge": "flow", "add": self.dice.randint(-9, 9)}]
        could += [{"gauge": "flow", "target": self.dice.randint(0, 12), "silent": self.chance(50)}]
        could += [{"inject": cue, "after": "10m"} for cue in cues]
        for asset in self.assets:
            could += [{"asset": asset, "set": self.one(LINKS)}, {"asset": asset, "wipe": "50%"}]
            could += [{"asset": asset, "encrypt": 1}, {"asset": asset, "restore": "all"}]
            could += [{"reveal": {"assets": [asset, "depot"], "gauges": ["calm"]}} | to]
        usual = self.maybe(20, after=self.time, chance=lambda: "50%", when=self.condition)
        return [usual | self.one(could) for _ in range(self.dice.randint(0, 3))]

    def decision(self, later: Sequence[str] = ()) -> Some:
        options = [
            {"id": f"{self.name}-{n}", "label": self.text(), "about": self.text(),
             "then": self.effects(later)} | self.maybe(20, needs=self.condition, best=lambda: True)
            for n in range(self.dice.randint(1, 3))
        ]  # fmt: skip
        return {"ask": self.text(), "options": options} | self.maybe(
            50, due=self.time, expected=self.text, free_text=lambda: True
        )

    def notes(self) -> Some:
        """What only control may read of an inject."""
        return self.maybe(
            50, notes=self.text, expected=self.text, hint=self.text, read_aloud=self.text,
            red_flags=self.text,
        )  # fmt: skip

    def inject(self, name: str) -> Some:
        told: Some = {"id": name, "to": self.some_others(), "title": self.text()}
        later = self.injects[self.injects.index(name) + 1 :]
        told |= {"text": self.text(400), "then": self.effects(later)}
        told |= {"channel": self.one(CHANNELS)}
        told |= self.one(({"at": self.time()}, {"by_hand": True}, {"when": self.condition()},
                          {"after": "news", "delay": self.time()}))  # fmt: skip
        attached = [{"name": self.text(20), "text": self.text(200)}]
        told |= self.maybe(
            20, attachments=lambda: attached, corrects=lambda: "news", unless=self.condition,
            repeat=lambda: {"every": "5m", "times": 3}, sender=self.text,
            kind=lambda: "contingency", storyline=lambda: "line",
        )  # fmt: skip
        asks = {"decision": self.decision(later)} if name in self.asked else {}
        return {("from" if key == "sender" else key): part for key, part in told.items()} | (
            self.notes() | asks
        )

    def asset(self) -> Some:
        return {"hosts": self.dice.randint(1, 9), "owner": self.one(self.others),
                "title": self.text(), "about": self.text(), "data": self.one((0, 5)),
                "foothold": self.chance(30)}  # fmt: skip

    def gauge(self) -> Some:
        drift = {"per_hour": self.one((-50, 20, 90))} | self.maybe(50, when=self.condition)
        return {"title": self.text(), "start": self.one((0, 30, 100)), "drifts": [drift]}

    def action(self) -> Some:
        takes = {"people": {f"{self.name}-crew": 1}, "time": self.time()}
        asked = [{"from": self.one(self.others), "takes": self.time(), "due": self.time()}]
        return {"by": self.some_others(), "title": self.text(), "takes": takes,
                "then": self.effects(), "expect": self.text()} | self.maybe(
            30, consent=lambda: asked, again=lambda: "5m", otherwise=self.effects,
            doctrine=lambda: [{"when": self.condition()}],
        )  # fmt: skip

    def report(self) -> Some:
        clock = {"starts": self.condition(), "within": "10m"}
        by, *to = self.dice.sample(self.others, len(self.others))
        return {"by": by, "to": to, "title": self.text(), "again": True,
                "fields": [{"id": f"{self.name}-field", "label": self.text()}]} | self.maybe(
            50, clock=lambda: clock, then=self.effects)  # fmt: skip

    def step(self, name: str) -> Some:
        could: list[Some] = [{}]
        for asset in self.assets:
            could += [{"foothold": [asset]}, {"wipe": {"asset": asset, "hosts_per_minute": 0.5}}]
            could += [{"exfiltrate": {"asset": asset, "gb_per_hour": 9.0}}]
        cue = self.maybe(60, inject=lambda: self.one(self.injects)) if self.injects else {}
        seen = {"seen": {"chance": "60%", "within": self.time()} | cue}
        return {"id": name, "title": self.text(), "at": self.time(), "then": self.effects()} | (
            self.one(could) | (seen if self.chance(50) else {}) | self.maybe(30, lasts=self.time)
        )

    def measure(self) -> Some:
        return {"title": self.text(), "worth": self.dice.randint(1, 9), "never": self.condition()}
