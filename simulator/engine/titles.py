"""What the parts of a scenario are called by people, in one language. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from types import MappingProxyType
from typing import Final

from simulator.engine.phrases import DAYS
from simulator.engine.state import OrderState
from simulator.engine.texts import told
from simulator.scenario.scenario import Scenario
from simulator.scenario.values import Text

NO_ORDERS: Final[Mapping[str, OrderState]] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Titles:
    """`orders` are the state's, from which an order knows its target."""

    scenario: Scenario
    language: str
    orders: Mapping[str, OrderState] = NO_ORDERS

    def words(self, text: Text | None, at: int = 0) -> str:
        """The text in the reader's language, its names replaced; empty where there is none."""
        return told(self.scenario, text.into(self.language), at, {}, self.language) if text else ""

    def moment(self, at: int) -> str:
        """Day and time, `Fri 18:30`."""
        moment = self.scenario.start + timedelta(seconds=at)
        return f"{DAYS[moment.weekday()]} {moment:%H:%M}"

    def role(self, role: str) -> str:
        """The short name of a seat; control and others who hold none go by their id."""
        seat = self.scenario.roles.get(role)
        return (seat.short or self.words(seat.title)) if seat else role

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

    def action(self, order: str) -> str:
        """The action that was ordered. Orders are named after it, and numbered."""
        return self.words(self.scenario.actions[order.rpartition("-")[0]].title)

    def target(self, order: str) -> str:
        """The asset that the order is about; empty where there is none."""
        given = self.orders.get(order)
        return self.asset(given.target) if given and given.target else ""

    def step(self, step: str) -> str:
        return self.words(self.scenario.step[step].title)

    def fact(self, fact: str) -> str:
        return self.words(self.scenario.facts[fact].about) or fact.replace("-", " ")

    def ask(self, decision: str) -> str:
        return self.words(self.scenario.decision[decision][1].ask)

    def option(self, decision: str, option: str) -> str:
        chosen = self.scenario.option(decision, option)
        return self.words(chosen.label) if chosen else option

    def subject(self, inject: str) -> str:
        """What an inject is about, in a line: its subject, or else how its text begins."""
        body = self.scenario.inject[inject]
        return self.words(body.subject or body.text)

    def measure(self, measure: str) -> str:
        """The measure's own title, or the objective's with the measure's number."""
        name, _, number = measure.partition("/")
        objective = self.scenario.objectives[name]
        own = objective.every_measure()[int(number)][1].title
        return self.words(own) or f"{self.words(objective.title)}, {int(number) + 1}"
