"""A run looked at as it stood at any second: its recorded events are folded again, never played.

That takes a tenth of the time of playing, and the run that was played is never touched.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import Final

from simulator.engine import events as e
from simulator.engine.annals import Annals
from simulator.engine.elsewhere import others_know
from simulator.engine.exercise import Asked, Exercise, Setup
from simulator.engine.fold import fold
from simulator.engine.looking import Looking, Seen
from simulator.engine.script import own_copy, take_up
from simulator.engine.startex import at_startex
from simulator.engine.state import State
from simulator.engine.views.debrief import Elsewhere
from simulator.scenario.scenario import Scenario


class Recall(Seen):
    """The run as it stood at `now`, which is STARTEX at first: with all that was done at that
    second, too. `scenario`, `state`, `log`, `annals` and `asked` are to be looked at only, and
    those of before no longer once it has gone back.
    """

    def __init__(self, run: Exercise) -> None:
        self.setup: Final[Setup] = run.setup
        self.until: Final = run.now
        self._author: Final = run.scenario
        self._events: Final = tuple(run.log)
        self._because: Final = tuple(run.annals.because)
        self._deeds: Final = tuple(run.asked)
        self._times: Final = [event.at for event in self._events]
        self._begin()
        self.go_to(0)

    def _begin(self) -> None:
        """Stand before all that has happened."""
        self.now = 0
        self.scenario: Scenario = own_copy(self._author, self.setup.seed)
        self.state: State = at_startex(
            self.scenario, self.setup.capabilities(self.scenario), self.setup.staffed
        )
        self.log: list[e.Event] = []
        self.asked: list[Asked] = []
        self._causes: list[int] = []
        self._looking = Looking(self)

    @property
    def annals(self) -> Annals:
        return Annals(self.log, self._causes)

    @property
    def events(self) -> tuple[e.Event, ...]:
        """All that was recorded, also what is still to come."""
        return self._events

    @property
    def over(self) -> bool:
        return self.state.over

    @property
    def held(self) -> bool:
        """Whether a module holds the clock until someone proceeds."""
        return self.state.module is not None

    def go_to(self, at: int, before: int | None = None) -> None:
        """Stand at this second, or at the nearest that there is; where a place in the log is
        given, before the event at it, so that one can stand where the clock was held."""
        at = max(0, min(at, self.until))
        upto = bisect_right(self._times, at)
        upto = upto if before is None else min(upto, before)
        if at < self.now or upto < len(self.log):
            self._begin()
        self.now, done = at, len(self.log)
        for event in self._events[done:upto]:
            fold(self.state, event)
            if isinstance(event, e.InjectWritten):
                take_up(self.scenario, event.inject, event.form)
        self.log += self._events[done:upto]
        self._causes += self._because[done:upto]
        asked = bisect_right(self._deeds, at, key=_when)
        self.asked += self._deeds[len(self.asked) : asked]

    def others_know(self, role: str, language: str = "en") -> tuple[Elsewhere, ...]:
        """What other roles had been told by then, and this one had not."""
        return others_know(self._looking.known(role, language))


def _when(deed: Asked) -> int:
    return deed.at
