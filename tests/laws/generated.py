"""Worlds by chance: valid scenarios of six hours in which anything of the format may happen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from random import Random
from typing import Any

from simulator.scenario.scenario import Scenario
from tests.simulator.engine.flags import accepted
from tests.simulator.engine.playbook import scenario

Some = dict[str, Any]

ROLES, TEAMS = ("soc", "csmu", "nato"), ("analysts", "hunters")
GAUGES, FACTS = ("trust", "calm"), ("leaked", "warned")
TIMES = ("0s", "1s", "1m", "10m", "59m59s", "1h", "2h30m", "5h")
SPANS = ({"between": ["1m", "1h"]}, {"between": ["0s", "3h"], "likely": "9m"})
SOON = ("1s", "1m", "10m", "1h")
SHARES = ("0%", "50%", "70%", "100%", "100%")
LINKS = ("connected", "isolated", "switched-off")
LEVELS = (0, 20, 49.9, 50, 70, 100)
HOSTS = (1, 3, "50%", "all")
RATES = (0.4, 2.0, 30.0)
CHALLENGES, RIGHT = ("flag0", "flag1"), "moth"


class Author:
    """Writes one scenario. The sizes say how much of each there is."""

    def __init__(self, seed: int, injects: int = 8, assets: int = 4, actions: int = 5) -> None:
        self.dice = Random(f"world/{seed}")
        self.assets = [f"asset{number}" for number in range(assets)]
        self.steps = [f"step{number}" for number in range(4)]
        self.actions = [f"act{number}" for number in range(actions)]
        self.injects = [f"inject{number}" for number in range(injects)]

    def one(self, choices: Sequence[Any]) -> Any:
        return self.dice.choice(choices)

    def some(self, choices: Sequence[str]) -> list[str]:
        return self.dice.sample(choices, self.dice.randint(1, len(choices)))

    def chance(self, percent: int) -> bool:
        return self.dice.random() * 100 < percent

    def few(self, write: Callable[[], Some], most: int = 3) -> list[Some]:
        return [write() for _ in range(self.dice.randint(0, most))]

    def maybe(self, percent: int = 30, **parts: Callable[[], Any]) -> Some:
        """Each of these parts, or not."""
        return {name: write() for name, write in parts.items() if self.chance(percent)}

    # What things are written with

    def time(self) -> str:
        return str(self.one(TIMES))

    def share(self) -> str:
        return str(self.one(SHARES))

    def span(self) -> Any:
        return self.one(
            (*TIMES, {"between": ["1m", "1h"]}, {"between": ["0s", "3h"], "likely": "9m"})
        )

    def bounds(self) -> Some:
        low, high = sorted((self.one(LEVELS), self.one(LEVELS)))
        lower = {self.one(("above", "at_least")): low}
        upper = {self.one(("below", "at_most")): high}
        # What begins and ends at the same number may admit none, and is refused as a mistake.
        return self.one((lower, upper, lower | upper if low < high else lower))

    def condition(self, depth: int = 2) -> Some:
        if depth and self.chance(40):
            parts = [self.condition(depth - 1) for _ in range(self.dice.randint(1, 3))]
            return self.one(({"all": parts}, {"any": parts}, {"not": parts[0]}))
        asset, phase = {"asset": self.one(self.assets)}, ("ordered", "waiting", "running", "done")
        return self.one((
            asset | {"is": self.one(LINKS)}, asset | {"service": self.bounds()},
            asset | {"hosts_intact": self.bounds()}, asset | {"leaked": self.bounds()},
            {"gauge": self.one(GAUGES)} | self.bounds(),
            {"gauge": "flow", self.one(("manual", "deceived")): self.chance(50)},
            {"gauge": "flow"} | self.one(({"alarm": "high"}, {"passed": "flood"}, {"above": 5})),
            {"step": self.one(self.steps), "is": self.one(("waiting", "started", "done", "seen"))},
            {"inject": self.one(self.injects), "is": self.one(("sent", "read", "skipped"))},
            {"decision": "inject0", "is": self.one(("open", "taken", "missed", "closed"))},
            {"action": self.one(self.actions), "is": self.one(phase)},
            {"report": self.one(("warning", "log")), "is": self.one(("sent", "due", "late"))},
            {"report": "log", "field": "sky", "says": "fog"},
            {"report": "log", "right": self.one(({"at_least": 1}, {"below": 1})), "complete": True},
            {"team": self.one(TEAMS), "free": self.bounds()},
            {"fact": self.one(FACTS)}, {"capability": "watch"},
            {"module": "talk", "is": self.one(("open", "closed"))},
            {"role": self.one(ROLES), "is": self.one(("staffed", "bot"))},
            {"challenge": self.one(CHALLENGES), "is": self.one(("open", "tried", "solved"))},
            {"time": {"after": self.time()}},
        ))  # fmt: skip

    def effect(self, assets: Sequence[str], injects: Sequence[str]) -> Some:
        """Injects are sent later, or at once only those in `injects`: so none goes in circles."""
        asset = {"asset": self.one(assets)}
        what = self.one((
            asset | {"set": self.one(LINKS)},
            asset | {"set": "connected", "restore": self.one(HOSTS)},
            asset | {"encrypt": self.one(HOSTS), "wipe": self.one(HOSTS)},
            asset | {"leak": 2.5, "foothold": self.chance(50)}, asset | {"evict": True},
            asset | {"workaround": self.one(LEVELS)},
            {"gauge": self.one(GAUGES), "add": self.dice.randint(-40, 40)},
            {"gauge": self.one(GAUGES), "set": self.one(LEVELS)},
            {"gauge": "flow", self.one(("set", "target", "shows")): self.one((0, 4, 9.5))},
            {"gauge": "flow", self.one(("manual", "silent")): self.chance(50)},
            {"gauge": "flow", self.one(("blind", "honest")): True},
            {"team": self.one(TEAMS), "add": self.dice.randint(-3, 3)},
            {"step": self.one(self.steps), self.one(("stop", "start")): True, "delay": self.span()},
            {"fact": self.one(FACTS), "set": self.chance(50)},
            {"reveal": {"assets": self.some(self.assets), "footholds": self.some(self.assets),
                        "gauges": ["calm"]}, "to": self.some(ROLES)},
            {"inject": self.one(self.injects), "after": "1h"},
            {"inject": self.one(self.injects), "do": "skip"},
            {"inject": self.one(injects)} if injects else {"fact": "leaked"},
            {"end": "lost", "after": "5h"}, {"tempo": self.one(("50%", "100%", "300%"))},
        ))  # fmt: skip
        usual = self.maybe(20, after=self.span, chance=self.share, when=self.condition)
        return usual | what

    def effects(self, assets: Sequence[str] = (), injects: Sequence[str] = ()) -> list[Some]:
        return self.few(lambda: self.effect(assets or self.assets, injects))

    def consent(self) -> Some:
        back = {"chance": self.share(), "question": "For how long, ${role.soc}?"}
        default = self.one(("granted", "refused"))
        link = {"from": self.one(ROLES), "due": self.one(TIMES[3:]), "default": default}
        return link | self.maybe(
            takes=self.span, chance=self.share, asks_back=lambda: back,
            swayed=lambda: [{"when": self.condition(), "chance": self.share(), "takes": "9m"}],
        )  # fmt: skip

    # The parts of the world

    def asset(self, number: int) -> Some:
        needs = [{"asset": self.one(self.assets[:number]), "share": self.share()}] if number else []
        return {
            "hosts": self.dice.randint(1, 9), "owner": self.one(ROLES), "data": self.one((0, 9)),
            "depends_on": needs, "enough": self.share(), "isolated_service": self.one(LEVELS),
        }  # fmt: skip

    def step(self, number: int) -> Some:
        spread: Some = {"asset": self.some(self.assets), "hosts_per_minute": self.one(RATES)}
        haul = {"asset": self.one(self.assets), "gb_per_hour": 30.0} | self.maybe(up_to=lambda: 7.5)
        deeds: list[Some] = [
            {}, {"foothold": self.some(self.assets)}, {"exfiltrate": haul},
            {"encrypt": spread | self.maybe(up_to=self.share)}, {"wipe": spread},
        ]  # fmt: skip
        alarm = self.injects[-1]
        after = {"after": self.some(self.steps[:number])} if number and self.chance(30) else {}
        return {"id": self.steps[number]} | self.one(deeds) | after | self.maybe(
            25, at=self.time, when=self.condition, delay=self.span, lasts=self.span,
            blocked_by=self.condition, stopped_by=self.condition, chance=self.share,
            retry=lambda: {"after": self.span(), "times": self.dice.randint(1, 3)},
            hindered_by=lambda: [{"when": self.condition(), "to": self.share()}],
            seen=lambda: {"chance": self.share(), "within": self.span(), "inject": alarm},
            then=self.effects, otherwise=self.effects,
        )  # fmt: skip

    def action(self) -> Some:
        targets = self.assets[:2] if self.chance(40) else []
        people = {team: self.dice.randint(1, 3) for team in TEAMS if self.chance(50)}
        takes = {"people": people, "time": self.span(), "priority": self.dice.randint(1, 9)}
        own = [*self.assets, "target"] if targets else self.assets
        wanted = {"when": self.condition()} | ({"target": self.one(targets)} if targets else {})
        return {"by": self.some(ROLES), "takes": takes, "then": self.effects(own)} | (
            {"targets": targets} if targets else {}
        ) | self.maybe(
            40, consent=lambda: self.few(self.consent, 2), first=lambda: self.effects(own),
            otherwise=lambda: self.effects(own), again=self.time, doctrine=lambda: [wanted],
        ) | self.maybe(15, needs=self.condition)  # fmt: skip

    def inject(self, number: int) -> Some:
        later = self.injects[number + 1 :]
        told: Some = {
            "id": self.injects[number],
            "to": self.some(ROLES),
            "then": self.effects((), later),
        }
        told |= self.one(({"at": self.time()}, {"at": self.time()}, {"when": self.condition()}))
        text = "${asset.asset0.service} ${gauge.calm.value} ${decision.inject0} ${time}"
        if number and self.chance(30):
            told["after"] = self.one(self.injects[:number])
        if number == 0 or self.chance(50):
            told["decision"] = self.decision(later)
        return told | self.maybe(
            15, delay=self.span, unless=self.condition, by_hand=lambda: True, text=lambda: text,
            pinned=lambda: True,
            repeat=lambda: {"every": self.one(SOON), "times": self.dice.randint(1, 5)},
            variants=lambda: [{"id": "v", "when": self.condition(), "then": self.effects()}],
        )  # fmt: skip

    def decision(self, later: Sequence[str]) -> Some:
        options = [
            {"id": name, "label": name, "then": self.effects((), later)} | self.maybe(
                15, needs=self.condition, consent=lambda: self.few(self.consent, 2),
                best=lambda: True, otherwise=lambda: self.effects((), later),
            )
            for name in ("act", "wait")
        ]  # fmt: skip
        return {"ask": "Well?", "options": options, "free_text": self.chance(20)} | self.maybe(
            60, due=self.time, default=lambda: self.one(("act", "wait"))
        )

    def measure(self) -> Some:
        return self.one((
            {"done": self.condition()} | self.maybe(within=self.time, since=self.condition),
            {"keep": self.condition(), "share": self.share()}, {"never": self.condition()},
            {"reported": "warning", "within": self.time()},
        ))  # fmt: skip

    def drift(self) -> Some:
        return {"per_hour": self.dice.randint(-100, 100)} | self.maybe(70, when=self.condition)

    def gauge(self) -> Some:
        return {"start": self.one(LEVELS), "drifts": self.few(self.drift, 2)}

    def flow(self) -> Some:
        """A physical gauge; what passes its limit moves it no more, so nothing goes in circles."""
        process = {"asset": self.one(self.assets), "target": 4, "per_hour": self.one(RATES)}
        process |= self.maybe(50, by_hand=lambda: 2, fails=lambda: {"to": 0, "per_hour": 9})
        return {
            "unit": "bar", "range": {"from": 0, "to": 12}, "start": self.one((0, 4, 12)),
            "process": process, "drifts": self.few(self.drift, 1),
            "alarms": {"high": {"above": 8, "title": "High"}},
            "limits": {"flood": {"above": 9, "title": "Flood",
                                 "then": [{"gauge": "trust", "add": -5}]}},
        }  # fmt: skip

    def challenge(self, name: str) -> Some:
        return {
            "category": "any", "title": name, "points": 100, "text": "Who?",
            "answers": [accepted(RIGHT)], "then": self.effects(),
            "hints": [{"text": "Look.", "costs": 10}, {"text": "Look again."}],
            "bots": {"chance": self.share(), "takes": self.span()},
        } | self.maybe(attempts=lambda: 2, opens=self.condition)  # fmt: skip

    def contest(self) -> Some:
        return {
            "title": "Board", "opens": self.one(("0s", "1m", "1h")),
            "categories": {"any": {"title": "Any"}},
            "challenges": {name: self.challenge(name) for name in CHALLENGES},
        } | self.maybe(
            freezes=lambda: "1h", closes=lambda: self.one(("2h30m", "5h")),
            roles=lambda: self.some(ROLES),
        )  # fmt: skip

    def written(self) -> Scenario:
        teams = {"soc": {"analysts": 2}, "csmu": {"hunters": 3}, "nato": {}}
        clock, red = {"starts": self.condition(), "within": self.time()}, self.one(("nato", ""))
        rules = [{"is": "fog", "when": self.condition()}, {"is": "rain"}]
        talk = {"questions": [{"id": "first", "to": list(ROLES), "ask": "What first?"}]}
        return scenario(
            length="6h",
            roles={
                name: {"teams": own, "sees": {"gauges": ["trust", "flow"]}, "red": name == red}
                for name, own in teams.items()
            },
            assets={name: self.asset(number) for number, name in enumerate(self.assets)},
            gauges={name: self.gauge() for name in GAUGES} | {"flow": self.flow()},
            facts={name: {"start": self.chance(50)} for name in FACTS},
            capabilities={"watch": {"has": self.chance(50), "then": self.effects()}},
            steps=[self.step(number) for number in range(len(self.steps))],
            actions={name: self.action() for name in self.actions},
            injects=[self.inject(number) for number in range(len(self.injects))],
            reports={
                "warning": {"by": ["soc", "csmu"], "to": "nato", "clock": clock, "again": True},
                "log": {
                    "by": "soc", "to": "csmu", "again": True,
                    "fields": [
                        {"id": "what", "label": "What", "wanted": True},
                        {"id": "sky", "label": "Sky", "right": rules,
                         "choices": [{"id": name, "label": name} for name in ("fog", "rain")]},
                        {"id": "where", "label": "Where", "kind": "assets", "wanted": True},
                    ],
                },
            },
            contest=self.contest(),
            modules={"talk": talk | {"at": self.time()} | self.maybe(when=self.condition)},
            objectives={"aim": {"measures": [self.measure() for _ in range(3)]}},
            outcomes={"lost": {"when": {"time": {"after": "5h"}}}, "calm": {}},
        )  # fmt: skip


def world(seed: int) -> Scenario:
    """The same seed writes the same scenario."""
    return Author(seed).written()
