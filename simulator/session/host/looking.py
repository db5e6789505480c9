"""What is seen through somebody's eyes, and how much has happened that they may see."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from simulator.session.host import evaluators, outgoing
from simulator.session.host.attendance import Attendance
from simulator.session.host.outgoing import Eyes
from simulator.session.host.overview import Around, Overview, watched
from simulator.session.host.publishing import Shown
from simulator.session.host.scoring import Scoring
from simulator.session.host.timekeeping import Timekeeping
from simulator.session.session import Session
from simulator.speech import Tellable

Count = tuple[int, ...]


class Looking:
    """Of one host; `state` is how it is, in a word of the protocol."""

    def __init__(
        self,
        session: Session,
        clocks: Timekeeping,
        there: Attendance,
        state: Callable[[], str],
        scoring: Scoring,
    ) -> None:
        self._session = session
        self._scoring = scoring
        self._clocks = clocks
        self._there = there
        self._state = state

    def through(self, eyes: Eyes, alarms: Sequence[Tellable]) -> Callable[[], Shown]:
        """To be called whenever it is time to look."""
        if eyes.role:
            return partial(self._role, eyes)
        return partial(self._control, Overview(self._session, eyes), alarms)

    def count(self, eyes: Eyes, records: int) -> Count:
        """How much has happened up to now that these eyes may see, to the clock as well. Control
        sees that of `records` and of who comes and goes, and all of the world that it watches."""
        if eyes.role:
            team = self._session.teams[eyes.team]
            rated = evaluators.shared(self._session, team) if eyes.rates else 0
            return len(team.exercise.known_to(eyes.role)), self._clocks.turns[eyes.team], rated
        return records, self._there.turns, len(watched(self._session, eyes).exercise.log)

    def _role(self, eyes: Eyes) -> Shown:
        team = self._session.teams[eyes.team]
        turn, frozen = self._clocks.turns[team.name], self._clocks.frozen
        face = outgoing.clock_face(team, turn, frozen, eyes.language)
        view = outgoing.role_view(team, eyes)
        return face, evaluators.shown(self._session, team, view) if eyes.rates else view

    def _control(self, overview: Overview, alarms: Sequence[Tellable]) -> Shown:
        there = self._there
        return None, overview.view(
            Around(there.connected(), there.last, self._state(), tuple(alarms), self._scoring)
        )
