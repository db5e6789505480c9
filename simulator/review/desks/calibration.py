"""How sure people were of what they decided, and how right they were."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import fmean
from typing import Final, NamedTuple

from simulator.engine import events as e
from simulator.engine.titles import Titles
from simulator.review.desks.hands import asked_by, held
from simulator.review.desks.questions import best, questions
from simulator.review.findings import Bin, Calibration
from simulator.review.recorded import Person, Take

BINS: Final = ((0, 19), (20, 39), (40, 59), (60, 79), (80, 100))


class _Given(NamedTuple):
    """An answer with a confidence (0 to 100) to a question that has best options."""

    role: str
    grant: str
    stand_in: bool
    confidence: int
    best: bool


def calibration(take: Take, language: str, people: tuple[Person, ...]) -> tuple[Calibration, ...]:
    """Of each role that people held, then of each person that played in it or answered for it."""
    given, titles = _given(take, people), Titles(take.scenario, language, take.run.state.orders)
    seats = frozenset().union(take.run.setup.staffed, *held(take))
    grants = {one.grant for one in given}
    roles = tuple(
        _of(
            titles.role(role),
            [one for one in given if one.role == role and not one.stand_in],
            role,
        )
        for role in take.scenario.roles
        if role in seats
    )
    persons = tuple(
        _of(
            person.name,
            [one for one in given if one.grant == person.grant],
            grant=person.grant,
        )
        for person in people
        if (person.part == "player" and person.team == take.team) or person.grant in grants
    )
    return roles + persons


def _given(take: Take, people: tuple[Person, ...]) -> list[_Given]:
    by, state, found = asked_by(take, people), take.run.state, []
    for name, question in questions(take).items():
        if question.settled not in by:
            continue
        taken = take.log[question.settled]
        right = best(take.scenario, name, state.decisions[name].option)
        if (
            isinstance(taken, e.DecisionTaken)
            and taken.confidence is not None
            and right is not None
        ):
            who = by[question.settled]
            found.append(_Given(taken.role, who.grant, who.stand_in, taken.confidence, right))
    return found


def _of(whose: str, given: Sequence[_Given], role: str = "", grant: str = "") -> Calibration:
    bins = tuple(
        Bin(least, most, len(within), sum(within))
        for least, most in BINS
        for within in [[one.best for one in given if least <= one.confidence <= most]]
    )
    if not given:
        return Calibration(whose, 0, bins, None, None, None, None, role, grant)
    confidence = fmean(one.confidence for one in given)
    right = 100 * fmean(one.best for one in given)
    brier = fmean((one.confidence / 100 - one.best) ** 2 for one in given)
    return Calibration(
        whose, len(given), bins, confidence, right, confidence - right, brier, role, grant
    )
