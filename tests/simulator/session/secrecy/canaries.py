"""Words of their own in every text of a scenario, and who may ever read which of them, and when.

`may_read` says it anew from the rules of the format, without the code that builds the views.
"""

from __future__ import annotations

import json
import re
from base64 import b64decode, urlsafe_b64decode
from binascii import Error, unhexlify
from collections.abc import Iterator, Sequence
from contextlib import suppress
from hashlib import sha256
from typing import Any, Final

from simulator.engine import events as e
from simulator.scenario.conditions import AssetIs
from simulator.scenario.injects import Inject
from simulator.scenario.scenario import Scenario
from simulator.scenario.values import Part, Text

Loc = tuple[str | int, ...]
"""Where in a scenario something stands; lists of things with ids go by these."""

WORD: Final = re.compile(r"canary(\d{5})x[0-9a-f]{12}")
CODED: Final = re.compile(r"[A-Za-z0-9+/_-]{20,}={0,2}")


def word(number: int) -> str:
    return f"canary{number:05}x{sha256(str(number).encode()).hexdigest()[:12]}"


class Canaries:
    """Puts a word in place of every text; `at` says where each word stands. They count from `first`
    on."""

    def __init__(self, first: int = 0) -> None:
        self.at: dict[int, Loc] = {}
        self._first = first

    def new(self, loc: Loc) -> str:
        number = self._first + len(self.at)
        self.at[number] = loc
        return word(number)

    def plant(self, part: Any, loc: Loc = ()) -> Any:
        """The same with other texts; models are changed where they are."""
        if isinstance(part, Text):
            return Text(tuple((language, self.new(loc)) for language, _ in part.words))
        if isinstance(part, Part):
            for name in type(part).model_fields:
                part.__dict__[name] = self.plant(part.__dict__[name], (*loc, name))
        elif isinstance(part, dict):
            return {key: self.plant(inner, (*loc, key)) for key, inner in part.items()}
        elif isinstance(part, tuple):
            return tuple(self.plant(x, (*loc, _name(x, n))) for n, x in enumerate(part))
        elif isinstance(part, str) and loc[-2:-1] == ("rows",):
            return self.new(loc)
        return part


def _name(part: Any, number: int) -> str | int:
    return getattr(part, "id", number)


def found_in(text: str) -> set[int]:
    """The numbers of the words in a text, however they are wrapped."""
    forms = [text, text[::-1]]
    with suppress(ValueError):
        forms.append(json.dumps(json.loads(text), ensure_ascii=False))
    for coded in CODED.findall(text):
        for decode in (b64decode, urlsafe_b64decode, unhexlify):
            with suppress(Error, ValueError):
                forms.append(decode(coded + "=" * (-len(coded) % 4)).decode("latin-1"))
    return {int(number) for form in forms for number in WORD.findall(form)}


def may_read(world: Scenario, role: str, log: Sequence[e.Event]) -> Iterator[Loc]:
    """Where in the scenario everything stands that the role may have read by now."""
    yield from (("title",), ("roles", role, "brief"), ("roles", role, "teams"))
    yield from (("rules",), ("glossary",))
    yield from (("objectives", name, "title") for name in world.objectives)
    yield from (("roles", name, "title") for name in world.roles)
    yield from (("assets", name) for name in _seen(world, role, log, "assets"))
    for name in _seen(world, role, log, "gauges"):
        yield from (("gauges", name, part) for part in ("title", "about", "alarms"))
    for name, action in world.actions.items():
        if role in action.by:
            parts = ("title", "about", "expect", "needs_text")
            yield from (("actions", name, part) for part in parts)
            yield from (("assets", target, "title") for target in action.targets)
    for name, report in world.reports.items():
        if role in report.by:
            yield "reports", name
    if world.roles[role].red and world.adversary:
        yield from _campaign(world, log)
    for event in log:
        yield from _told(world, role, event)
        yield from _contested(world, role, event)
    if role in world.contestants:
        yield from (("contest", "title"), ("contest", "about"), ("contest", "categories"))


def guide(world: Scenario) -> Iterator[Loc]:
    """Where the critical tasks stand by which an evaluator rates, and nobody else who watches."""
    for name, objective in world.objectives.items():
        yield from (("objectives", name, "tasks", task, "title") for task in objective.tasks)


def _campaign(world: Scenario, log: Sequence[e.Event]) -> Iterator[Loc]:
    """What is told of the campaign to who plays it; of assets, those where it came or waits to."""
    yield from (("adversary", "name"), ("adversary", "about"))
    for step in world.step.values():
        yield from (("adversary", "steps", step.id, part) for part in ("title", "about"))
        if isinstance(step.when, AssetIs):
            yield "assets", step.when.asset, "title"
    yield from (("assets", name, "title") for name, it in world.assets.items() if it.foothold)
    for event in log:
        if isinstance(event, e.FootholdGained | e.DataLeaked):
            yield "assets", event.asset, "title"


def _seen(world: Scenario, role: str, log: Sequence[e.Event], kind: str) -> Iterator[str]:
    sees = getattr(world.roles[role].sees, kind)
    for name, part in getattr(world, kind).items():
        if sees == "all" or name in sees or getattr(part, "owner", "") == role:
            yield name
    for event in log:
        if isinstance(event, e.Revealed) and role in event.to:
            yield from getattr(event, kind)


def _told(world: Scenario, role: str, event: e.Event) -> Iterator[Loc]:
    match event:
        case e.InjectSent() if role in world.inject[event.inject].to:
            yield from _letter(world.inject[event.inject], event.variant)
        case e.DecisionOpened() if world.decider(event.decision) == role:
            yield from _question(world, event.decision)
        case e.DecisionTaken() if event.role == role and event.bot:
            # A bot's own words are those that the author expects.
            yield "injects", world.decision[event.decision][0].id, "decision", "expected"
        case e.ReportSent() if role in world.reports[event.report].to:
            yield "reports", event.report
            values = [value for _, text in event.entries for value in text.splitlines()]
            yield from (("assets", value, "title") for value in values if value in world.assets)
        case e.StepSeen() if role in event.to:
            yield from (("assets", asset, "title") for asset in event.assets)
        case _:
            yield from _told_together(world, role, event)


def _told_together(world: Scenario, role: str, event: e.Event) -> Iterator[Loc]:
    match event:
        case e.ConsentAsked() if role in (event.role, event.of):
            yield from _request(world, event.request)
        case e.ConsentQuestioned() if role in event.to:
            yield "actions", event.request.rpartition("-")[0], "consent"
        case e.ModuleOpened():
            yield from (("modules", event.module, part) for part in ("title", "situation"))
            for question in world.modules[event.module].questions:
                if role in question.to:
                    yield "modules", event.module, "questions", question.id, "ask"
        case e.ExerciseEnded():
            yield from (("assets",), ("gauges",), ("objectives",), ("history",))
            yield "outcomes", event.outcome
            yield from _disclosed(world)


def _disclosed(world: Scenario) -> Iterator[Loc]:
    """What is told at the end, of whom it was for no more: titles, and what was decided."""
    for kind in ("actions", "modules", "reports"):
        yield from ((kind, name, "title") for name in getattr(world, kind))
    yield from (("adversary", "steps", step, "title") for step in world.step)
    yield from (("facts", fact, "about") for fact in world.facts)
    yield from (("roles", role, "teams") for role in world.roles)
    for inject in world.injects:
        yield from (("injects", inject.id, part) for part in ("subject", "sender", "text"))
        for variant in inject.variants:
            here = ("injects", inject.id, "variants", variant.id)
            yield from ((*here, part) for part in ("subject", "sender", "text"))
        if inject.decision:
            yield "injects", inject.id, "decision", "ask"
            for option in inject.decision.options:
                yield "injects", inject.id, "decision", "options", option.id, "label"


def _contested(world: Scenario, role: str, event: e.Event) -> Iterator[Loc]:
    """Of a contest those who take part may read what is on the board, and the hints they took."""
    if role not in event.to or world.contest is None:
        return
    match event:
        case e.ContestOpened():
            for name in event.challenges:
                yield from _challenge(name)
        case e.ChallengeOpened():
            yield from _challenge(event.challenge)
        case e.HintTaken():
            yield "contest", "challenges", event.challenge, "hints", event.hint - 1, "text"


def _challenge(name: str) -> Iterator[Loc]:
    for part in ("title", "text", "attachments", "form"):
        yield "contest", "challenges", name, part


def _letter(inject: Inject, variant: str) -> Iterator[Loc]:
    for part in ("subject", "sender", "text", "attachments", "offence"):
        yield "injects", inject.id, part
        yield "injects", inject.id, "variants", variant, part


def _question(world: Scenario, decision: str) -> Iterator[Loc]:
    inject, asked = world.decision[decision]
    yield "injects", inject.id, "decision", "ask"
    for option in asked.options:
        yield from (
            ("injects", inject.id, "decision", "options", option.id, part)
            for part in ("label", "about")
        )


def _request(world: Scenario, request: str) -> Iterator[Loc]:
    kind, _, decision = request.partition("/")
    if kind == "decision":
        yield from _question(world, decision)
        return
    action = request.rpartition("-")[0]
    yield "actions", action, "title"
    yield from (("assets", target, "title") for target in world.actions[action].targets)
