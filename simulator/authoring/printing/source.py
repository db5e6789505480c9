"""A scenario as it is printed: at a level, for a side, in one language, and as runs go."""

from __future__ import annotations

from dataclasses import dataclass

from simulator.authoring.previewing.blanks import with_blanks
from simulator.authoring.previewing.previewed import Previewed
from simulator.engine.exercise import Exercise, Setup
from simulator.engine.titles import Titles
from simulator.engine.views import RoleView
from simulator.paper.blocks import marked
from simulator.rehearsal.playing import Played
from simulator.scenario import Scenario
from simulator.scenario.characters import rejoined
from simulator.scenario.injects import Module
from simulator.scenario.values import Text


@dataclass(frozen=True, slots=True)
class Printed:
    """`views` are what each role is shown at STARTEX, from the gate that all players' screens are
    drawn from: what is printed for players is made of them. `runs` are by bots."""

    told: Previewed
    views: dict[str, RoleView]
    runs: tuple[Played, ...]
    per_page: int = 1

    @property
    def scenario(self) -> Scenario:
        return self.told.scenario

    @property
    def titles(self) -> Titles:
        return self.told.titles

    @property
    def language(self) -> str:
        return self.told.language

    def words(self, text: Text | None) -> str:
        """The text with its names filled in, its paragraphs as wide as the paper. What hangs on
        the moment is left to be written in."""
        return rejoined(with_blanks(self.titles, text))

    @property
    def title(self) -> str:
        return self.titles.words(self.scenario.title)

    @property
    def modules(self) -> tuple[Module, ...]:
        """In the order in which they open, those that wait for something last."""
        found = self.scenario.modules.values()
        return tuple(sorted(found, key=lambda one: (one.at is None, one.at or 0)))

    @property
    def marking(self) -> str:
        """What stands on every page: how it may be passed on."""
        return marked(self.scenario.tlp, self.words(self.scenario.handling))


def printed(told: Previewed, runs: tuple[Played, ...] = (), per_page: int = 1) -> Printed:
    """All that the pack is made of."""
    scenario = told.scenario
    begun = Exercise(scenario, Setup(staffed=tuple(scenario.roles)))
    views = {role: begun.view(role, told.language) for role in scenario.roles}
    return Printed(told, views, runs, per_page)
