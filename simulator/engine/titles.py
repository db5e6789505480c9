"""What the parts of a scenario are called by people, in one language. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from types import MappingProxyType
from typing import Any, Final

from simulator.engine.commands import CONTROL
from simulator.engine.state import OrderState
from simulator.engine.texts import told
from simulator.scenario.scenario import Scenario
from simulator.scenario.values import Text
from simulator.speech import say
from simulator.speech.habits import weekday

NO_ORDERS: Final[Mapping[str, OrderState]] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Titles:
    """`orders` are the state's: from them an order knows its target."""

    scenario: Scenario
    language: str
    orders: Mapping[str, OrderState]

    def words(
        self, text: Text | None, at: int = 0, values: tuple[tuple[str, str], ...] = ()
    ) -> str:
        """The text with its names filled in; empty where there is none."""
        if not text:
            return ""
        return told(self.scenario, text.into(self.language), at, dict(values), self.language)

    def moment(self, at: int) -> str:
        """Day and time, `Fri 18:30`."""
        moment = self.scenario.start + timedelta(seconds=at)
        return f"{weekday(self.language, moment)} {moment:%H:%M}"

    def role(self, role: str) -> str:
        """The short name of a seat; control, which holds none, goes by that word."""
        if role == CONTROL:
            return say(self.language, "control")
        seat = self.scenario.roles[role]
        return seat.short or self.words(seat.title)

    def roles(self, roles: Iterable[str]) -> str:
        return ", ".join(self.role(role) for role in roles)

    def team(self, team: str) -> str:
        return self.words(self.scenario.team[team][1].title) or team.replace("-", " ")

    def asset(self, asset: str) -> str:
        return self.words(self.scenario.assets[asset].title)

    def assets(self, assets: Iterable[str]) -> str:
        return ", ".join(self.asset(asset) for asset in assets)

    def gauge(self, gauge: str) -> str:
        return self.words(self.scenario.gauges[gauge].title)

    def action(self, order: str, target: str | None = None) -> str:
        """What was ordered, and on what. Orders are named after their action, and numbered."""
        if target is None and order in self.orders:
            target = self.orders[order].target
        action = self.words(self.scenario.actions[order.rpartition("-")[0]].title)
        return f"{action} – {self.asset(target)}" if target else action

    def request(self, request: str) -> str:
        """What consent is asked for: an order, or what was decided."""
        kind, _, decision = request.partition("/")
        return self.ask(decision) if kind == "decision" else self.action(request)

    def ask(self, decision: str) -> str:
        return self.words(self.scenario.decision[decision][1].ask)

    def option(self, decision: str, option: str) -> str:
        chosen = self.scenario.option(decision, option)
        return self.words(chosen.label) if chosen else option

    def inject(self, inject: str) -> str:
        """Its subject, or where it has none its text."""
        found = self.scenario.inject[inject]
        return self.words(found.subject or found.text)

    def measure(self, measure: str) -> str:
        """The measure's own title, or the objective's with the measure's number."""
        name, _, number = measure.partition("/")
        objective = self.scenario.objectives[name]
        own = objective.every_measure()[int(number)][1].title
        return self.words(own) or f"{self.words(objective.title)}, {int(number) + 1}"


def called(scenario: Scenario, inject: str) -> Text | str:
    """What an inject is called in a sentence that still waits for its reader."""
    return scenario.inject[inject].subject or inject


def aims(scenario: Scenario, language: str) -> dict[str, Any]:
    """What observations and injects are sorted by: ids and titles, as a room has them."""
    return {
        kind: tuple((id, one.title.into(language)) for id, one in getattr(scenario, kind).items())
        for kind in ("objectives", "storylines")
    }
