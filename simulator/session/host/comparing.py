"""All teams of a session side by side, as they truly stand, for control."""

from __future__ import annotations

from typing import Final

from simulator.engine.advising import advised
from simulator.engine.comparing import contested, standing
from simulator.engine.views.comparing import Standing
from simulator.session.session import Session
from simulator.session.team import Team

DRIFTING: Final = 60
"""Seconds for which a team's row is kept while nothing happens but that gauges move."""
STRIDE: Final = 3 * 3600
"""So far, in exercise seconds, a world is played at a time that has fallen behind its team."""


class Comparison:
    """Of one reader's language. A row is made anew only when its team has gone on."""

    def __init__(self, session: Session, language: str) -> None:
        self._session = session
        self._language = language
        self._stands: dict[str, tuple[int, ...]] = {}
        self._rows: dict[str, Standing] = {}
        self._told: tuple[Standing, ...] = ()
        self._lagging = set[str]()

    def told(self) -> tuple[Standing, ...]:
        """The teams in the order of the session; the very same while none of them has gone on."""
        teams = self._session.teams
        changed = [name for name, team in teams.items() if self._renew(name, team)]
        if changed:
            runs = {name: team.exercise for name, team in teams.items()}
            rows = contested([self._rows[name] for name in teams], runs)
            usual = [self._usual(*team) for team in teams.items()]
            self._told = advised(rows, usual, self._language)
        return self._told

    def _renew(self, name: str, team: Team) -> bool:
        run = team.exercise
        stand = (team.take, len(run.log), run.now // DRIFTING)
        if self._stands.get(name) == stand and name not in self._lagging:
            return False
        self._stands[name] = stand
        self._rows[name] = standing(name, run, self._language)
        return True

    def _usual(self, name: str, team: Team) -> Standing | None:
        """How the team would stand by doctrine; None while that is not known."""
        usual = team.by_doctrine(STRIDE) if team.started else None
        self._lagging.discard(name)
        if usual is None:
            self._lagging.update({name} if team.started else ())
            return None
        return standing(name, usual, self._language)
