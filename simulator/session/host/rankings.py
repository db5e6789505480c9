"""Who takes part in a contest is told how it stands, over all teams of the session.

It is looked at and told once a beat, so that the moment tells nothing, in words of its own beside
the view: they hold nothing of any world but names, points and solves, and are the same for all who
look at one team.
"""

from __future__ import annotations

from typing import Final

from simulator.session.host import outgoing
from simulator.session.host.attendance import Attendance
from simulator.session.host.connection import Connection
from simulator.session.host.scoring import Scoring
from simulator.session.scoreboard import Scoreboard
from simulator.session.scores import Scores
from simulator.session.session import Session

AT_ONCE: Final = 1000
"""While the board is frozen each team has one of its own. So many rows of teams are made for that
in one beat, which takes 70 ms where 200 teams have solved 4,000 challenges; others wait."""


class Rankings:
    """Of one host. `scoring` is the same for control."""

    def __init__(self, session: Session, attendance: Attendance) -> None:
        self.board = Scoreboard()
        self.scoring = Scoring(self.board)
        self._session = session
        self._attendance = attendance
        self._common: dict[frozenset[str], Scores] = {}
        self._words: dict[str, str] = {}
        self._told: dict[Connection, str] = {}
        self._stands: object = None
        self._turns = 0
        self._behind = False

    def _look(self) -> None:
        """See what has happened in the contest since this was asked last."""
        if not self._session.scenario.contest or not self._session.started:
            return
        stirred = self.board.look({t.name: t.exercise for t in self._session.teams.values()})
        if not stirred:
            return
        stands = self.board.frozen, self.board.public
        if stands != self._stands:
            self._stands = stands
            self._common.clear()
            stirred = {*self._session.teams}
        self._words = {team: word for team, word in self._words.items() if team not in stirred}
        self._behind = True

    def tell(self) -> None:
        """Look anew, and tell everybody who has not been told yet how it stands."""
        self._look()
        moved, self._turns = self._turns != self._attendance.turns, self._attendance.turns
        if not (moved or self._behind) or not self._stands:
            return
        there = self._attendance.connections
        self._told = {c: told for c, told in self._told.items() if c in there}
        self._behind, teams = False, len(self._session.teams)
        room = max(1, AT_ONCE // teams) if self.board.frozen else teams
        for connection in there:
            grant = connection.grant
            if grant.leads or grant.role not in self._session.scenario.contestants:
                continue
            if grant.team not in self._words and room:
                room -= 1
                self._words[grant.team] = self._word(grant.team)
            word = self._words.get(grant.team)
            if word is None:
                self._behind = True
            elif self._told.get(connection) != word:
                if connection.put_aside(word, "standings"):
                    self._told[connection] = word
                else:
                    self._behind = True

    def _word(self, team: str) -> str:
        board = self.board.board(team)
        if board not in self._common:
            self._common[board] = self.board.told(board)
        return outgoing.standings(self._common[board], *self.board.own(team))
