"""Forks of what was recorded: the runs of a session as they stood at a second, to be played on."""

from __future__ import annotations

from collections.abc import Iterable
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
    run = _again(recorded, take, at)
    if run.over:
        raise BadSession(f"{named} was over by {moment(at)}; there is nothing to go on with")
    if luck is not None:
        run.reseed(luck)
    return _forked(recorded, take, run, at)


def forks(
    recorded: Recorded, takes: Iterable[Take], at: int, luck: int | None = None
) -> tuple[Fork, ...]:
    """The same of several teams. One that was over by then, or that had not come that far, stands
    as it stood last, and its `forked` says when that was.

    Raises BadSession where there is nothing to go on from in any.
    """
    made, ended = [], dict[int, BadSession]()
    for take in takes:
        try:
            made.append(fork(recorded, take, at, luck))
        except BadSession as no:
            ended[take.until] = no
            run = _again(recorded, take, take.until, inclusive=take.until < at)
            made.append(_forked(recorded, take, run, run.now))
    if all(it.run.over or it.forked.at < at for it in made):
        # What is said is of the team that came furthest.
        raise ended[max(ended)]
    return tuple(made)


def _again(recorded: Recorded, take: Take, to: int, *, inclusive: bool = False) -> Exercise:
    before = take.run
    return Exercise.again(
        recorded.scenario, before.setup, before.asked, to, inclusive=inclusive, turns=before.turns
    )


def _forked(recorded: Recorded, take: Take, run: Exercise, at: int) -> Fork:
    origin, chain = recorded.header.session, recorded.written.chain
    rivals = recorded.rivals(take.team)
    return Fork(take.team, run, Forked(origin, take.team, take.number, at, chain, rivals))


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
