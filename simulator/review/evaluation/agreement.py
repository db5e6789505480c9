"""How far evaluators agree beyond what chance would bring: Cohen's kappa. Pure.

Two raters put the same n items into the same categories. With p_ij, the share of items that the
first puts into i and the second into j, and the sums of its rows p_i. and its columns p_.j,

    kappa   = (p_o - p_e) / (1 - p_e),   p_o = sum of p_ii,   p_e = sum of p_i. * p_.i
    kappa_w = 1 - (sum of v_ij * p_ij) / (sum of v_ij * p_i. * p_.j)

where v_ij is how grave it is that they differ so: here |i - j|, the number of grades between them
(linear weights). With v_ij = 1 wherever i is not j, kappa_w is kappa. Neither is defined without
items, nor where chance alone lets them agree in all (p_e = 1).

J. Cohen, A coefficient of agreement for nominal scales, Educational and Psychological Measurement
20 (1960) 37-46; Weighted kappa: nominal scale agreement with provision for scaled disagreement or
partial credit, Psychological Bulletin 70 (1968) 213-220.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import combinations
from typing import NamedTuple

from simulator.review.evaluation.rolling import GRADES
from simulator.review.findings import Agreement, Grade
from simulator.session.notebook import Ratings
from simulator.session.room import RatingRow


class Kappa(NamedTuple):
    """Cohen's kappa, unweighted and with linear weights; None where it is not defined."""

    plain: float | None
    weighted: float | None


def kappa(pairs: Sequence[tuple[Grade, Grade]]) -> Kappa:
    """Of items that two have rated, each a pair of grades."""
    ranks = [(GRADES.index(one), GRADES.index(other)) for one, other in pairs]
    return Kappa(_of(ranks, lambda i, j: int(i != j)), _of(ranks, lambda i, j: abs(i - j)))


def _of(ranks: list[tuple[int, int]], grave: Callable[[int, int], int]) -> float | None:
    """1 minus the disagreement found, times n, by that of chance, times n squared: whole numbers
    up to the one division, so that nothing is lost in rounding."""
    found = sum(grave(i, j) for i, j in ranks)
    by_chance = sum(grave(i, j) for i, _ in ranks for _, j in ranks)
    return (by_chance - found * len(ranks)) / by_chance if by_chance else None


Graded = dict[tuple[str, str], Grade]
"""What one evaluator gave: by objective and task."""


def agreements(given: Ratings, team: str) -> tuple[Agreement, ...]:
    """Of each two who rated this team, over the objectives and tasks that both have rated without
    knowing more. What somebody changed once they knew changes nothing here."""
    names = {row.grant: row.by for row in given.ratings if row.team == team and row.counts}
    last, blind = _graded(given.ratings, team), _graded(given.blind, team)
    return tuple(
        _between(
            (names[one], names[other]), (blind.get(one, {}), blind.get(other, {})),
            len(last[one].keys() & last[other].keys()),
        )
        for one, other in combinations(names, 2)
    )  # fmt: skip


def _graded(ratings: Iterable[RatingRow], team: str) -> dict[str, Graded]:
    """By who gave it, what counts in this take."""
    graded: dict[str, Graded] = {}
    for row in ratings:
        if row.team == team and row.counts:
            graded.setdefault(row.grant, {})[row.objective, row.task] = row.grade
    return graded


def _between(raters: tuple[str, str], blind: tuple[Graded, Graded], both: int) -> Agreement:
    one, other = blind
    pairs = [(grade, other[item]) for item, grade in one.items() if item in other]
    same = sum(a == b for a, b in pairs)
    return Agreement(raters, len(pairs), same, *kappa(pairs), informed=both - len(pairs))
