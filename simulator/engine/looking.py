"""Looking at a run: each role its view, control its panel, each made anew only where it must be."""

from __future__ import annotations

from typing import Protocol

from simulator.engine import events as e
from simulator.engine import overseeing
from simulator.engine.annals import Annals
from simulator.engine.errors import Refused
from simulator.engine.knowledge import Known
from simulator.engine.overseeing import Overseer
from simulator.engine.overseeing.run import Run
from simulator.engine.past import Past
from simulator.engine.viewing import view_of
from simulator.engine.views import RoleView
from simulator.engine.views.overview import Board, Panel
from simulator.engine.views.script import Script


class Looked(Run, Protocol):
    """A run that goes on from one look to the next, never back."""

    @property
    def annals(self) -> Annals: ...


class Looking:
    """All that is seen of one run, in every language that somebody reads."""

    def __init__(self, run: Looked) -> None:
        self._run = run
        self._known: dict[str, tuple[list[e.Event], int]] = {}
        self._pasts: dict[tuple[str, str], Past] = {}
        self._views: dict[tuple[str, str], tuple[tuple[int, int], RoleView]] = {}
        self._overseers: dict[str, Overseer] = {}

    def known_to(self, role: str) -> list[e.Event]:
        """The events that a role may see, oldest first."""
        log = self._run.log
        known, done = self._known.get(role, ([], 0))
        known += [event for event in log[done:] if role in event.to]
        self._known[role] = known, len(log)
        return known

    def view(self, role: str, language: str) -> RoleView:
        """What the role may know now, told in this language."""
        # Every change is an event, so between two events only the clock makes a view another.
        reader, stand = (role, language), (self._run.now, len(self._run.log))
        before = self._views.get(reader)
        if before is None or before[0] != stand:
            before = self._views[reader] = stand, view_of(self.known(role, language))
        return before[1]

    def known(self, role: str, language: str) -> Known:
        """All that its view is made of."""
        run, past = self._run, self._pasts.get((role, language))
        if past is None:
            past = self._pasts[role, language] = Past(run.scenario, role, language)
        past.hear(self.known_to(role))
        return Known(run.scenario, run.state, past, run.now, role, language, run.annals)

    def panel(self, language: str) -> Panel:
        """All of the world, for control only."""
        if language not in self._overseers:
            self._overseers[language] = Overseer(self._run, language)
        return self._overseers[language].panel()

    def script(self, inject: str, language: str) -> Script:
        """An inject as control reads it. Raises Refused where there is none of this id."""
        if inject not in self._run.scenario.inject:
            raise Refused("unknown", "there is no inject '{inject}'", inject=inject)
        return overseeing.script(self._run, inject, language)

    def board(self, language: str) -> Board:
        """The run in one line, for the board of teams."""
        return overseeing.board(self._run, language)


class Seen:
    """A run as it is looked at from outside."""

    _looking: Looking

    def known_to(self, role: str) -> list[e.Event]:
        """The events that a role may see, oldest first."""
        return self._looking.known_to(role)

    def view(self, role: str, language: str = "en") -> RoleView:
        """What the role may know now, told in this language."""
        return self._looking.view(role, language)

    def panel(self, language: str = "en") -> Panel:
        """All of the world, for control only, told in this language."""
        return self._looking.panel(language)

    def script(self, inject: str, language: str = "en") -> Script:
        """An inject as control reads it. Raises Refused where there is none of this id."""
        return self._looking.script(inject, language)

    def board(self, language: str = "en") -> Board:
        """The run in one line, for the board of teams."""
        return self._looking.board(language)
