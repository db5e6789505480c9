"""Plays a scenario to its end without people, giving the commands of a script on the way."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from simulator.engine.commands import CONTROL, Proceed
from simulator.engine.errors import Refused
from simulator.engine.events import Event
from simulator.engine.exercise import Exercise, Setup
from simulator.engine.state import State
from simulator.rehearsal.script import Cue
from simulator.scenario import Scenario
from simulator.speech import Tellable


class Refusal(NamedTuple):
    """A command of the script that was refused, when `after` events had happened."""

    cue: Cue
    why: Tellable
    after: int


class Played(NamedTuple):
    """A run that is over, or was left at `now` (seconds since STARTEX).

    `because` holds for every event of the log the place of the one it followed from, as in Annals.
    """

    scenario: Scenario
    setup: Setup
    log: Sequence[Event]
    state: State
    now: int
    refused: tuple[Refusal, ...] = ()
    because: Sequence[int] = ()

    @property
    def stuck(self) -> str:
        """What never came to rest, as a path through the plot; empty where all went well."""
        kind, _, culprit = self.state.why.partition(": ")
        return culprit if kind == "stuck" else ""


def play(scenario: Scenario, setup: Setup, cues: Iterable[Cue], until: int | None) -> Played:
    """Play up to and including `until`, or to the end. Raises Refused where the setup is wrong.

    A cue that is refused is noted, and the run goes on.
    """
    return play_out(Exercise(scenario, setup), cues, until)


def play_out(exercise: Exercise, cues: Iterable[Cue], until: int | None) -> Played:
    """The same of a run that has not begun; it is all that is left where this is interrupted."""
    refused = []
    for cue in sorted(cues, key=lambda cue: cue.at):
        if until is not None and cue.at > until:
            break
        _go_on(exercise, cue.at)
        try:
            exercise.submit(cue.command)
        except Refused as refusal:
            refused.append(Refusal(cue, refusal.saying, len(exercise.log)))
    _go_on(exercise, exercise.state.end if until is None else until)
    return Played(
        exercise.scenario, exercise.setup, exercise.log, exercise.state, exercise.now,
        tuple(refused), exercise.annals.because,
    )  # fmt: skip


def _go_on(exercise: Exercise, to: int) -> None:
    """Up to `to`; where a module holds the clock with nothing more to be said, control goes on."""
    exercise.advance(to)
    while exercise.held and not exercise.over and exercise.now < to:
        exercise.submit(Proceed(CONTROL))
        exercise.advance(to)
