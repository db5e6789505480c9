"""Runs in which one decision is taken otherwise, with the same luck and at the same time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from statistics import fmean
from typing import Final, NamedTuple

from simulator.engine import events as e
from simulator.engine.commands import Answer
from simulator.engine.results import results
from simulator.rehearsal.playing import Played
from simulator.rehearsal.rehearsing import Rehearsal
from simulator.rehearsal.script import Cue

Figures = dict[str, float]
"""How a run ended, by what was measured, each turned so that more is better."""


MOST_PLAYED: Final = 100_000
"""Events, which take some seconds. What would be tried after them is let pass."""


class Taken(NamedTuple):
    """When a bot took a decision in a run, and how."""

    at: int
    option: str


class Trials:
    """Doctrine's runs, and others that leave them at one decision. Each is played once."""

    def __init__(self, rehearsal: Rehearsal) -> None:
        self.scenario = rehearsal.scenario
        self._runs = rehearsal.by("doctrine")
        self._play = rehearsal.play
        self._known: dict[tuple[int, str, str], Played | None] = {}

    @property
    def seeds(self) -> range:
        """The places of doctrine's runs."""
        return range(len(self._runs))

    @property
    def played(self) -> Sequence[Played]:
        """All runs that were tried."""
        return [run for run in self._known.values() if run]

    @property
    def spent(self) -> bool:
        """Whether enough has been played."""
        return sum(len(run.log) for run in self.played) > MOST_PLAYED

    def ends(self, place: int, decision: str, options: Sequence[str]) -> dict[str, Figures]:
        """How the run at this place ends with each of these options; empty where it can't tell."""
        runs = {option: self.run(place, decision, option) for option in options}
        return {option: measured(run) for option, run in runs.items() if run}

    def run(self, place: int, decision: str, option: str) -> Played | None:
        """The run at this place with this option taken; None where nobody was asked, or it can't
        be taken then."""
        taken = self._taken[place].get(decision)
        if taken is None or taken.option == option:
            return self._runs[place] if taken else None
        key = place, decision, option
        if key not in self._known:
            self._known[key] = self._otherwise(self._runs[place], taken, decision, option)
        return self._known[key]

    def _otherwise(self, run: Played, taken: Taken, decision: str, option: str) -> Played | None:
        """A second before the bot answers someone else does; till then nothing is different."""
        answer = Answer(self.scenario.decider(decision), decision, option)
        trial = self._play(self.scenario, run.setup, [Cue(taken.at - 1, answer, "")], None)
        return None if trial.refused else trial

    @cached_property
    def _taken(self) -> Sequence[dict[str, Taken]]:
        return [dict(_taken_in(run)) for run in self._runs]


def _taken_in(run: Played) -> Iterator[tuple[str, Taken]]:
    for event in run.log:
        if isinstance(event, e.DecisionTaken) and event.option and event.at:
            yield event.decision, Taken(event.at, event.option)


def measured(run: Played) -> Figures:
    """How a run ended: objectives, gauges, and what is left of the assets."""
    scenario, state = run.scenario, run.state
    figures = {
        f"objective '{result.id}'": float(result.points)
        for result in results(scenario, state, run.now)
    }
    for name, gauge in state.gauges.items():
        if name in state.physics:
            continue  # neither end of it is the good one
        value = gauge.at(run.now) / 1000
        figures[f"gauge '{name}'"] = value if scenario.gauges[name].good == "high" else 100 - value
    if scenario.assets:
        hosts = sum(asset.hosts for asset in scenario.assets.values())
        intact = sum(asset.intact for asset in state.assets.values())
        figures["hosts intact"] = 100 * intact / max(hosts, 1)
        figures["service"] = fmean(asset.service / 10 for asset in state.assets.values())
        figures["data kept"] = -sum(asset.leaked for asset in state.assets.values()) / 1000
    return figures
