"""How a contest stood at the moment that is shown."""

from __future__ import annotations

from collections.abc import Mapping

from simulator.engine.recall import Recall
from simulator.session.scoreboard import Scoreboard


class ContestThen:
    """`board` is looked at from the beginning where somebody has gone back."""

    def __init__(self) -> None:
        self.board = Scoreboard()
        self._lengths: dict[str, int] = {}

    def look(self, runs: Mapping[str, Recall]) -> Scoreboard:
        """The board as it stands; another one whenever it was begun anew."""
        lengths = {name: len(run.log) for name, run in runs.items()}
        if any(lengths[name] < length for name, length in self._lengths.items()):
            self.board = Scoreboard()
        self._lengths = lengths
        self.board.look(runs)
        return self.board
