"""Forks of what was recorded: the runs of a session as they stood at a second, to be played on."""

from __future__ import annotations

from typing import NamedTuple

from simulator.engine.exercise import Exercise
from simulator.engine.wording import moment
from simulator.review.recorded import Recorded, Take
from simulator.session.errors import BadSession
from simulator.session.recalling import Forked


class Fork(NamedTuple):
    """The run of a team up to a second, and what it is a fork of."""

    team: str
    run: Exercise
    forked: Forked


def fork(recorded: Recorded, take: Take, at: int, luck: int | None = None) -> Fork:
    """The run of a take up to second `at`: what was asked at that very second was not asked yet.
    With `luck`, chance falls otherwise from there on.

    Raises BadSession where there is nothing to go on from.
    """
    named = f"take {take.number} of {take.team}"
    if at > take.until:
        raise BadSession(f"{named} was played up to {moment(take.until)}, and no further")
    before = take.run
    run = Exercise.again(recorded.scenario, before.setup, before.asked, at, turns=before.turns)
    if run.over:
        raise BadSession(f"{named} was over by {moment(at)}; there is nothing to go on with")
    if luck is not None:
        run.reseed(luck)
    origin = recorded.header.session
    return Fork(take.team, run, Forked(origin, take.team, take.number, at, recorded.written.chain))


def take_of(recorded: Recorded, team: str, number: int | None) -> Take:
    """A take of a team; its last where no number is given. Raises BadSession."""
    if team not in recorded.takes:
        teams = ", ".join(recorded.takes)
        raise BadSession(f"there is no team '{team}' in it (it has {teams})")
    if not recorded.session.teams[team].started:
        raise BadSession(f"{team} has not begun to play")
    try:
        return recorded.take(team, number)
    except KeyError:
        last = len(recorded.takes[team])
        raise BadSession(f"{team} has no take {number}; its last is {last}") from None
