"""Two worlds that are the same for one role, and differ in all that it must not know.

What the role may know is written once, by `Shown`. Around it each world has its own hidden part.
"""

from __future__ import annotations

from random import Random
from typing import TypeVar

from simulator.scenario.scenario import Scenario
from tests.simulator.engine.playbook import scenario
from tests.simulator.session.secrecy.flags import contest
from tests.simulator.session.secrecy.hidden import LENGTH, LINKS, ROLES, Hidden, Some

T = TypeVar("T")

ODD = 15
"""What comes by itself comes 7 seconds after a multiple of this, what people ask does not: at one
second, what triggered a thing decides on its place, and triggers are secret."""


class Shown:
    """The part of a world that `me` learns of, in both worlds the same and at the same second.

    With `chance` some of it is drawn, and both worlds must have the same seed.
    """

    def __init__(self, dice: Random, me: str) -> None:
        self.me = me
        self.other, self.third, _ = others = [role for role in ROLES if role != me]
        dice.shuffle(others)
        self.chance = dice.random() < 0.3
        self.finds_out = dice.random() < 0.3
        self.opened = dice.random() < 0.4
        self.times = iter(sorted(dice.sample(range(37, LENGTH - 600, ODD), 12)))
        self.pause = dice.randrange(60, LENGTH, ODD)
        self.dice = dice

    def at(self) -> str:
        return f"{next(self.times)}s"

    def injects(self) -> list[Some]:
        me, both = self.me, [self.me, self.other]
        blow: list[Some] = [{"gauge": "trust", "add": -12}, {"asset": "mail", "set": "isolated"}]
        if self.chance:
            blow[0] |= {"chance": "50%", "after": {"between": ["1s", "10m"]}}
        if self.finds_out:
            blow.append({"reveal": {"footholds": ["mail"]}, "to": me})
        late = [{"gauge": "calm", "set": 40}, {"asset": "depot", "set": "isolated"},
                {"reveal": {"assets": ["depot"], "gauges": ["calm"]}, "to": me}]  # fmt: skip
        options = [{"id": "act", "label": "Act", "about": "Now.", "best": True,
                    "then": [{"gauge": "trust", "add": 7}]},
                   {"id": "wait", "label": {"en": "Wait", "sq": "Prit"}}]  # fmt: skip
        well = {"ask": {"en": "Well?", "sq": "E pra?"}, "options": options, "default": "wait"}
        variant = {"id": "usual", "text": "As it is at ${time}."}
        return [
            {"id": "news", "to": both, "at": self.at(), "title": "News", "text": "It begins.",
             "attachments": [{"name": "list", "columns": ["a"], "rows": [["1"]]}]},
            {"id": "ask", "to": me, "at": self.at(), "title": "Question",
             "decision": well | {"due": "901s"}},
            {"id": "blow", "to": both, "at": self.at(), "title": "A blow", "then": blow},
            {"id": "vary", "to": me, "at": self.at(), "title": "It varies", "variants": [variant]},
            {"id": "shared", "to": [self.other, me], "at": self.at(), "title": "For both"},
            {"id": "late", "to": me, "at": self.at(), "title": "Found", "then": late,
             "text": "Trust is ${gauge.trust.value}."},
            {"id": "again", "to": me, "at": self.at(), "title": "Once more",
             "repeat": {"every": "421s", "times": 3}},
            {"id": "spare", "to": me, "by_hand": True, "title": "By hand", "corrects": "news"},
        ]  # fmt: skip

    def actions(self) -> Some:
        time = {"between": ["2m", "20m"]} if self.chance else "10m"
        asked: Some = {"from": self.other, "takes": "3m", "due": "10m", "default": "granted"}
        if self.chance:
            asked |= {"asks_back": {"chance": "50%", "question": "Sure?"}, "chance": "70%"}
        return {
            "work": {"by": self.me, "takes": {"people": {"crew": 1}, "time": time},
                     "then": [{"gauge": "trust", "add": 3}], "again": "1m"},
            "plead": {"by": self.me, "consent": [asked], "takes": {"time": "4m"},
                      "then": [{"asset": "mail", "set": "connected"}]},
            "aim": {"by": self.me, "targets": ["mail", "grid"],
                    "takes": {"people": {"crew": 2}, "time": time},
                    "then": [{"asset": "target", "set": "connected"}]},
        }  # fmt: skip

    def reports(self) -> Some:
        field = {"id": "what", "label": "What", "hint": "Say what."}
        clock = {"starts": {"inject": "news"}, "within": "20m"}
        return {
            "mine": {"by": self.me, "to": self.other, "clock": clock, "fields": [field]},
            "theirs": {"by": self.other, "to": [self.me, self.third], "again": True},
        }

    def modules(self) -> Some:
        ours = {"id": "ours", "to": [self.me], "ask": "What now?"}
        talk = {"title": "Talk", "situation": "Think.", "questions": [ours]}
        return {"talk": talk | {"at": f"{self.pause}s"}} if self.opened else {}


def mixed(dice: Random, shown: list[T], hidden: list[T]) -> list[T]:
    """Both, the shown in their order and the hidden anywhere between."""
    places = sorted(dice.sample(range(len(shown) + len(hidden)), len(shown)))
    first, rest = iter(shown), iter(hidden)
    return [next(first if n in places else rest) for n in range(len(shown) + len(hidden))]


def merged(dice: Random, shown: Some, hidden: Some) -> Some:
    return dict(mixed(dice, [*shown.items()], [*hidden.items()]))


def told(shown: Shown, hidden: Hidden) -> Scenario:
    """The scenario of one of the worlds."""
    hidden.mine = not shown.finds_out
    return scenario(
        length=f"{LENGTH}s", **_world(shown, hidden), **_doings(shown, hidden), **_aside(hidden),
        contest=_contest(hidden),
    )  # fmt: skip


def _contest(hidden: Hidden) -> Some:
    """A board with the same challenges, that are solved by the same; some never come on it."""
    name = hidden.name
    board = contest(name, show="brine", tell="salt", **dict.fromkeys(hidden.flags, f"{name} sand"))
    for flag in hidden.flags:
        board["challenges"][flag] |= {
            "opens": {"time": {"after": f"{2 * LENGTH}s"}}, "title": f"{name} has", "points": 7,
        }  # fmt: skip
    return board


def _world(shown: Shown, hidden: Hidden) -> Some:
    dice = hidden.dice
    trust = {"start": 60, "drifts": [{"per_hour": -9}]}
    calm = {"start": dice.randint(0, 100)}
    early = [
        {"asset": "depot", "set": hidden.one(LINKS)},
        {"gauge": "calm", "set": dice.randint(0, 100)},
        {"gauge": "flow", "set": dice.randint(0, 12), "shows": 5},
    ]
    flow = {
        "start": 4, "unit": "bar", "range": {"from": 0, "to": 12}, "title": "Flow",
        "process": {"asset": "grid", "target": dice.randint(0, 12), "per_hour": 3},
        "alarms": {"high": {"above": 8, "title": "It flows too fast"}},
        "limits": {"flood": {"above": dice.randint(1, 11), "title": hidden.text(),
                             "then": hidden.effects()}},
    }  # fmt: skip
    luck = {"has": True, "then": [*early, *hidden.effects()]}
    gauges = {name: hidden.gauge() for name in hidden.gauges}
    return {
        "roles": _roles(shown, hidden),
        "assets": merged(dice, _assets(shown, hidden), {n: hidden.asset() for n in hidden.assets}),
        "gauges": merged(dice, {"trust": trust, "calm": calm, "flow": flow}, gauges),
        "facts": {name: {"start": hidden.chance(50)} for name in hidden.facts},
        "capabilities": {f"{hidden.name}-luck": luck},
    }


def _roles(shown: Shown, hidden: Hidden) -> Some:
    others = {"learning": hidden.text(), "bot": {"delay": "9m"}}
    roles: Some = {role: others | {"brief": hidden.text(200)} for role in ROLES}
    crew = f"{hidden.name}-crew"
    roles[shown.third]["red"] = hidden.chance(50)
    roles[shown.other]["teams"] = {crew: hidden.dice.randint(1, 4), "spare": 2}
    roles[shown.me] = {
        "brief": "You watch.", "teams": {"crew": 2}, "bot": {"delay": "481s"},
        "sees": {"assets": ["grid"], "gauges": ["trust", "flow"]},
    }  # fmt: skip
    return roles


def _assets(shown: Shown, hidden: Hidden) -> Some:
    """Those that the role sees now or later, with what is hidden of them."""
    needed = [{"asset": asset, "share": "0%"} for asset in hidden.assets if hidden.chance(50)]
    mail: Some = {"owner": shown.me, "hosts": 4, "title": "Mail", "about": "Letters."}
    mail["depends_on"] = [*needed, "grid"]
    if hidden.mine:
        mail |= {"foothold": hidden.chance(50), "data": hidden.dice.randint(0, 9)}
    depot = {"owner": shown.third, "hosts": 2, "title": "Depot", "foothold": hidden.chance(50)}
    return {
        "grid": {"owner": shown.other, "hosts": 3, "title": "Grid"}, "mail": mail, "depot": depot,
    }  # fmt: skip


def _doings(shown: Shown, hidden: Hidden) -> Some:
    dice, actions = hidden.dice, shown.actions()
    actions["work"]["then"] += hidden.effects() if not shown.chance else []
    injects = [_between_the_lines(shown, hidden, inject) for inject in shown.injects()]
    reports = {name: hidden.report() for name in hidden.reports}
    mine = shown.reports()
    mine["mine"]["fields"][0]["right"] = [{"is": hidden.text(), "when": hidden.condition()}]
    return {
        "steps": [hidden.step(name) for name in hidden.steps],
        "actions": merged(dice, actions, {name: hidden.action() for name in hidden.actions}),
        "injects": mixed(dice, injects, [hidden.inject(name) for name in hidden.injects]),
        "reports": merged(dice, mine, reports),
        "modules": {n: _discussed(hidden, module) for n, module in shown.modules().items()},
    }


def _discussed(hidden: Hidden, module: Some) -> Some:
    theirs = {"id": f"{hidden.name}-q", "to": hidden.others, "ask": hidden.text()}
    asked = [theirs] if hidden.chance(60) else []
    questions = mixed(hidden.dice, module["questions"], asked)
    return module | {"questions": questions, "then": hidden.effects()}


def _aside(hidden: Hidden) -> Some:
    """What only authors and control read, and all at the end."""
    measures = [hidden.measure() for _ in range(hidden.dice.randint(1, 4))]
    return {
        "about": hidden.text(),
        "notes": hidden.text(),
        "difficulty": hidden.one(("introductory", "medium", "hard")),
        "storylines": {"line": {"title": hidden.text()}},
        "objectives": {f"{hidden.name}-aim": {"title": "The aim", "measures": measures}},
        "outcomes": {"so": {"title": "So it is"}, f"{hidden.name}-end": {"text": hidden.text(200)}},
        "history": [{"at": "2022-07-15T14:00:00+02:00", "what": hidden.text()}],
    }


def _between_the_lines(shown: Shown, hidden: Hidden, inject: Some) -> Some:
    """One of my injects with what I am not shown of it."""
    told: Some = inject | hidden.notes() | hidden.maybe(20, storyline=lambda: "line")
    told["then"] = [*inject.get("then", ()), *(hidden.effects() if not shown.chance else ())]
    if inject["id"] == "shared":
        told["decision"] = hidden.decision()
    if inject["id"] == "ask":
        told["decision"] = inject["decision"] | hidden.maybe(60, expected=hidden.text)
    if inject["id"] == "vary":
        unsent = {"id": "never", "when": {"time": {"before": "0s"}}, "text": hidden.text()}
        told["variants"] = [*([unsent] if hidden.chance(60) else []), *inject["variants"]]
    if "at" in inject and hidden.chance(30) and not shown.chance:
        told["when"] = {"time": {"after": told.pop("at")}}
    return told
