"""A whole scenario, as its author wrote it and as everything else reads it."""

from __future__ import annotations

from functools import cached_property
from typing import Annotated, Any, Literal

from pydantic import Field

from simulator.scenario.actions import Action, Report
from simulator.scenario.adversary import Adversary, Step
from simulator.scenario.evaluation import (
    Moment,
    Objective,
    Outcome,
    PastEvent,
    Source,
    Storyline,
)
from simulator.scenario.injects import Decision, Inject, Module, Option
from simulator.scenario.values import Id, Part, Seconds, Words, YesNo
from simulator.scenario.words import live_names
from simulator.scenario.world import Asset, Capability, Fact, Gauge, Role, Team


class Term(Part):
    """A word of the field, and what it means here."""

    term: Words
    means: Words


class Scenario(Part):
    """Version 1 of the format. Maps keep the author's order; times count from STARTEX.

    `pace` is exercise seconds a real second; `digest` (SHA-256 of all that was read) names
    exactly this text of the scenario, and is empty for one built in code. `rules` are rules of
    play; an exercise that `teaches` is there to learn the terminal by.
    """

    kulla: Literal[1]
    id: Id
    title: Words
    language: Literal["en", "sq"] = "en"
    about: Words | None = None
    start: Moment
    length: Seconds
    pace: Annotated[float, Field(strict=True, gt=0, le=100_000)] = 60
    difficulty: Literal["introductory", "medium", "hard"] = "medium"
    tlp: Literal["CLEAR", "GREEN", "AMBER", "AMBER+STRICT", "RED"] = "CLEAR"
    attack_version: Annotated[str, Field(pattern=r"^\d+\.\d+$")] | None = None
    names: dict[Id, Words] = {}
    roles: Annotated[dict[Id, Role], Field(min_length=1)]
    assets: dict[Id, Asset] = {}
    gauges: dict[Id, Gauge] = {}
    capabilities: dict[Id, Capability] = {}
    facts: dict[Id, Fact] = {}
    adversary: Adversary | None = None
    actions: dict[Id, Action] = {}
    reports: dict[Id, Report] = {}
    storylines: dict[Id, Storyline] = {}
    injects: tuple[Inject, ...] = ()
    modules: dict[Id, Module] = {}
    objectives: dict[Id, Objective] = {}
    outcomes: dict[Id, Outcome] = {}
    history: tuple[PastEvent, ...] = ()
    sources: dict[Id, Source] = {}
    rules: Words | None = None
    glossary: tuple[Term, ...] = ()
    teaches: YesNo = False
    notes: Words | None = None
    digest: str = ""

    @cached_property
    def inject(self) -> dict[str, Inject]:
        return {inject.id: inject for inject in self.injects}

    @cached_property
    def step(self) -> dict[str, Step]:
        return {step.id: step for step in self.adversary.steps} if self.adversary else {}

    @cached_property
    def decision(self) -> dict[str, tuple[Inject, Decision]]:
        """Every decision by its id, with the inject that asks it."""
        return {i.decision_id: (i, i.decision) for i in self.injects if i.decision}

    @cached_property
    def team(self) -> dict[str, tuple[str, Team]]:
        """Every team by its id, with the role it works for."""
        return {t: (r, team) for r, role in self.roles.items() for t, team in role.teams.items()}

    @cached_property
    def memo(self) -> dict[object, Any]:
        """What others have worked out from this scenario and want to find again in the next run."""
        return {}

    @cached_property
    def live_names(self) -> dict[str, tuple[str, ...]]:
        """By inject, the names in its texts whose value depends on the moment it is sent."""
        return {i.id: names for i in self.injects if (names := live_names(i))}

    def option(self, decision: str, option: str) -> Option | None:
        _, asked = self.decision[decision]
        return next((o for o in asked.options if o.id == option), None)

    def decider(self, decision: str) -> str:
        """The role whose decision it is: the one named, or the first that is told."""
        inject, asked = self.decision[decision]
        return asked.by or inject.to[0]
