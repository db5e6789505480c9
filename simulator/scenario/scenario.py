"""A whole scenario, as its author wrote it and as everything else reads it."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import Annotated, Any, Literal

from pydantic import Field, PrivateAttr

from simulator.scenario.actions import Action
from simulator.scenario.adversary import Adversary, Step
from simulator.scenario.contest import Challenge, Contest
from simulator.scenario.evaluation import (
    Moment,
    Objective,
    Outcome,
    PastEvent,
    Source,
    Storyline,
)
from simulator.scenario.handbook import Handbook
from simulator.scenario.including import AnyInclude
from simulator.scenario.injects import Decision, Inject, Module, Option, Template
from simulator.scenario.levels import Level
from simulator.scenario.reports import Report
from simulator.scenario.sides import Side
from simulator.scenario.values import Id, OneOrMore, Part, Seconds, Words, YesNo
from simulator.scenario.words import live_names
from simulator.scenario.world import Asset, Capability, Fact, Gauge, Role, Team


class Term(Part):
    """A word of the field, and what it means here."""

    term: Words
    """The word. E.g. `CSIRT`."""
    means: Words
    """What it means in this exercise. E.g. `The team that answers to incidents`."""


class Scenario(Part):
    """Version 1 of the format. Maps keep the author's order; times count from STARTEX."""

    kulla: Literal[1]
    """The version of the format. E.g. `1`."""
    include: OneOrMore[AnyInclude] = ()
    """What is laid under this file; what is written here wins, key by key.
    E.g. `kulla:nato` or `[parts/ministries.yaml, {from: kulla:nato, only: roles.nato-cirt}]`."""
    id: Id
    """What the exercise is called on the command line and in journals. E.g. `wiper-2022`."""
    title: Words
    """Its name on every screen. E.g. `{en: Night watch, sq: Roja e natës}`."""
    language: Literal["en", "sq"] = "en"
    """The language in which no text may be missing. E.g. `en`."""
    about: Words | None = None
    """What one reads before choosing it. E.g. `A night at the desk of a small port`."""
    start: Moment
    """STARTEX: date, time and offset in the exercise's world. E.g. `2027-03-01T09:00:00+01:00`."""
    length: Seconds
    """From STARTEX to ENDEX. E.g. `6h`."""
    pace: Annotated[float, Field(strict=True, gt=0, le=100_000)] = 60
    """How fast it is played, in exercise seconds a real second. E.g. `60`."""
    difficulty: Literal["introductory", "medium", "hard"] = "medium"
    """How hard it is, for who chooses. E.g. `medium`."""
    tlp: Literal["CLEAR", "GREEN", "AMBER", "AMBER+STRICT", "RED"] = "CLEAR"
    """The Traffic Light Protocol label of the whole. E.g. `GREEN`."""
    attack_version: Annotated[str, Field(pattern=r"^[0-9]+\.[0-9]+$")] | None = None
    """The version of MITRE ATT&CK whose ids are used. E.g. `"18.1"`."""
    names: dict[Id, Words] = {}
    """Invented names, written `${name.ID}` in texts. E.g. `{rival: Corvania}`."""
    roles: Annotated[dict[Id, Role], Field(min_length=1)]
    """The seats, in the order in which they are offered. E.g. `{desk: {title: Security desk}}`."""
    assets: dict[Id, Asset] = {}
    """Systems and services. E.g. `{mail: {title: Mail, owner: desk, hosts: 4}}`."""
    gauges: dict[Id, Gauge] = {}
    """What is measured in points. E.g. `{trust: {title: Public trust, start: 60}}`."""
    capabilities: dict[Id, Capability] = {}
    """Means that one has or lacks. E.g. `{backups: {title: Offline backups, has: true}}`."""
    facts: dict[Id, Fact] = {}
    """What is so or not. E.g. `{told-public: {about: The public was told}}`."""
    adversary: Adversary | None = None
    """Whom the players face. E.g. `{name: Grey Mussel, modelled_on: Nobody}`."""
    actions: dict[Id, Action] = {}
    """What can be ordered. E.g. `{cut-off: {title: Cut it off, by: desk}}`."""
    reports: dict[Id, Report] = {}
    """Forms to send. E.g. `{warning: {title: Early warning, by: desk, to: council}}`."""
    storylines: dict[Id, Storyline] = {}
    """Threads that injects belong to. E.g. `{leak: {title: The leak}}`."""
    templates: dict[Id, Template] = {}
    """Keys that injects share. E.g. `{alert: {channel: siem, from: Console, tlp: AMBER}}`."""
    injects: tuple[Inject, ...] = ()
    """All that roles are told. E.g. `[{id: call, at: 5m, to: desk, text: It rings}]`."""
    modules: dict[Id, Module] = {}
    """Discussions. E.g. `{first: {title: Take stock, at: 1h, situation: What now?}}`."""
    objectives: dict[Id, Objective] = {}
    """What is trained. E.g. `{serve: {title: Keep people served}}`."""
    outcomes: dict[Id, Outcome] = {}
    """How it may end; the first that holds is told. E.g. `{held: {title: It held}}`."""
    history: tuple[PastEvent, ...] = ()
    """What really happened. E.g. `[{at: 2022-07-15T14:00:00+02:00, what: It began}]`."""
    sources: dict[Id, Source] = {}
    """What `cites` can name. E.g. `{advisory: {title: Advisory AA22-264A}}`."""
    rules: Words | None = None
    """Rules of play, on every seat's brief. E.g. `No real systems are touched`."""
    glossary: tuple[Term, ...] = ()
    """Words of the field. E.g. `[{term: CSIRT, means: Who answers to incidents}]`."""
    levels: dict[Id, Level] = {}
    """Difficulties to choose from. E.g. `{hard: {deadlines: 75%, adversary: 70%}}`."""
    handling: Words | None = None
    """How what is printed may be passed on; it stands beside the TLP label on every page.
    E.g. `For participants only; collect after use`."""
    handbook: Handbook | None = None
    """What who leads reads on paper. E.g. `{purpose: To practise warning others early}`."""
    sides: dict[Id, Side] = {}
    """Organisations that teams play beside each other. E.g. `{north: {title: North Water}}`."""
    contest: Contest | None = None
    """Capture the flag, inside the exercise.
    E.g. `{title: The open board, categories: {logs: {title: Logs}}}`."""
    teaches: YesNo = False
    """Whether one learns the terminal by it. E.g. `true`."""
    notes: Words | None = None
    """For who leads; no player sees it. E.g. `Play it on a quiet afternoon`."""
    digest: str = ""

    _level: str = PrivateAttr("")
    _side: str = PrivateAttr("")

    @property
    def level(self) -> str:
        """The level of difficulty that this is the scenario at; empty where it is as written."""
        return self._level

    @property
    def side(self) -> str:
        """The side that this is played as; empty where it is as written."""
        return self._side

    def at_side(self, name: str) -> Scenario:
        """The scenario as one of its sides plays it; the same each time, and itself without a name.

        Raises KeyError where it has no such side.
        """
        if name in ("", self._side):
            return self
        return self._once("sides", name, lambda: self._at_side(name, self.sides[name]))

    def at_level(self, name: str) -> Scenario:
        """The scenario at one of its levels; the same each time, and itself without a name.

        Raises KeyError where it has no such level.
        """
        if name in ("", self._level):
            return self
        return self._once("levels", name, lambda: self._at_level(name, self.levels[name]))

    def _once(self, kind: str, name: str, make: Callable[[], Scenario]) -> Scenario:
        known: dict[str, Scenario] = self.memo.setdefault(kind, {})
        if name not in known:
            known[name] = make()
        return known[name]

    def _at_level(self, name: str, level: Level) -> Scenario:
        found = self._with(
            # Whoever sees the title sees at which level the exercise is played.
            title=level.titled(self.title, name, self.language),
            injects=level.injects(self.injects),
            adversary=level.campaign(self.adversary),
            actions=level.actions(self.actions),
            roles=level.roles(self.roles),
            contest=level.contest(self.contest),
        )
        found._level = name  # noqa: SLF001 it is one of these, too
        return found

    def _at_side(self, name: str, side: Side) -> Scenario:
        found = self._with(
            title=side.titled(self.title, self.language),
            names=self.names | side.names,
            capabilities=side.capabilities(self.capabilities),
            roles=side.roles(self.roles, self.language),
        )
        found._side = name  # noqa: SLF001 it is one of these, too
        return found

    def _with(self, **changed: Any) -> Scenario:
        """One that is otherwise in these fields."""
        given = {field: getattr(self, field) for field in type(self).model_fields}
        # Made anew, for a copy would keep the lookups and the memo of this one.
        found = type(self).model_construct(self.model_fields_set, **given | changed)
        found._level, found._side = self._level, self._side  # noqa: SLF001 as above
        return found

    @cached_property
    def inject(self) -> dict[str, Inject]:
        return {inject.id: inject for inject in self.injects}

    @cached_property
    def step(self) -> dict[str, Step]:
        return {step.id: step for step in self.adversary.steps} if self.adversary else {}

    @cached_property
    def challenge(self) -> dict[str, Challenge]:
        return self.contest.challenges if self.contest else {}

    @cached_property
    def contestants(self) -> tuple[str, ...]:
        """The roles that take part in the contest, in the file's order; none without one."""
        if self.contest is None:
            return ()
        named = self.contest.roles or [n for n, r in self.roles.items() if not r.response_cell]
        return tuple(role for role in self.roles if role in named)

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
