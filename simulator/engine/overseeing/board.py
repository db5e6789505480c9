"""A team's line on the board of teams: cheap, for it is asked every second. Pure."""

from __future__ import annotations

from simulator.engine import events as e
from simulator.engine.commands import CONTROL
from simulator.engine.comparing import weakest
from simulator.engine.overseeing.rows import title
from simulator.engine.overseeing.run import Run, titles_of
from simulator.engine.results import tally
from simulator.engine.titles import Titles
from simulator.engine.views.overview import Board


def board(run: Run, language: str) -> Board:
    titles, state = titles_of(run, language), run.state
    lowest = weakest(state)
    return Board(
        end=state.end,
        phase=_phase(run, titles),
        service=state.assets[lowest].service if lowest else 1000,
        lowest=titles.asset(lowest) if lowest else "",
        last_act=_last_act(run),
        proposals=sum(not proposal.outcome for proposal in state.proposals.values()),
        **tally(run.scenario, state, run.now)._asdict(),
    )


def _phase(run: Run, titles: Titles) -> str:
    """The discussion that is open, or the last inject that was sent."""
    if run.state.module is not None:
        return titles.words(run.scenario.modules[run.state.module].title)
    for event in reversed(run.log):
        if isinstance(event, e.InjectSent):
            return title(titles, run.scenario.inject[event.inject])
    return ""


def _last_act(run: Run) -> int | None:
    """When one of the people in the seats last asked for anything."""
    own = (
        deed.at for deed in reversed(run.asked)
        if deed.command.role != CONTROL and deed.stand_in is None
    )  # fmt: skip
    return next(own, None)
