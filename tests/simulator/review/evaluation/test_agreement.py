"""Cohen's kappa, against examples that were worked by hand."""

from collections.abc import Sequence
from itertools import permutations
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.review.evaluation import agreements, kappa
from simulator.review.findings import Grade
from simulator.session.notebook import Ratings
from simulator.session.room import RatingRow

GRADES = get_args(Grade)
Pairs = list[tuple[Grade, Grade]]
PAIRS = st.lists(st.tuples(st.sampled_from(GRADES), st.sampled_from(GRADES)), max_size=20)


def table(*rows: Sequence[int]) -> Pairs:
    """The items of a table: rows are what the first said, columns what the second did."""
    return [
        (GRADES[i], GRADES[j])
        for i, row in enumerate(rows)
        for j, number in enumerate(row)
        for _ in range(number)
    ]


def test_two_readers_of_fifty_proposals():
    """Both say yes 20 times, both no 15 times, one alone 5 and 10 times; so p_o = 35/50 = 0.7, and
    p_e = 25/50 * 30/50 + 25/50 * 20/50 = 0.5: kappa = (0.7 - 0.5) / (1 - 0.5)."""
    assert kappa(table((20, 5), (10, 15))).plain == pytest.approx(0.4, abs=1e-12)


def test_two_therapists_and_thirty_nine_patients():
    """J. Sim, C. C. Wright, The kappa statistic in reliability studies, Physical Therapy 85 (2005)
    257-268: 22 and 11 alike, 2 and 4 not; kappa is 0.67 there. By hand: p_o = 33/39, and
    p_e = (24*26 + 15*13) / 39**2 = 819/1521 = 7/13; (33/39 - 7/13) / (6/13) = 12/18."""
    assert kappa(table((22, 2), (4, 11))).plain == pytest.approx(2 / 3, abs=1e-12)


def test_three_grades_that_agree_less_than_chance():
    """Of 100: p_o = .25 + .02 + .02 = .29; p_e = .50*.40 + .30*.30 + .20*.30 = .35."""
    found = kappa(table((25, 13, 12), (12, 2, 16), (3, 15, 2)))

    assert found.plain == pytest.approx((0.29 - 0.35) / (1 - 0.35), abs=1e-12)


def test_near_misses_weigh_less_than_far_ones():
    """Ten items on four grades, by hand: the first gave P 4, S 3, M 2, U 1, the second P 3, S 4,
    M 1, U 2. They differ by one grade twice and by two once: 2*1 + 1*2 = 4 of 10 items. By chance,
    in hundredths: row P 4*(0*3+1*4+2*1+3*2)=48, S 3*(1*3+0*4+1*1+2*2)=24, M 2*(2*3+1*4+0*1+1*2)=24,
    U 1*(3*3+2*4+1*1+0*2)=18, together 114. So kappa_w = 1 - 0.4/1.14. Unweighted: p_o = 7/10 and
    p_e = (4*3 + 3*4 + 2*1 + 1*2) / 100 = 0.28."""
    found = kappa(table((3, 1, 0, 0), (0, 3, 0, 0), (0, 0, 1, 1), (0, 0, 0, 1)))
    assert found.plain == pytest.approx((0.8 - 0.28) / 0.72, abs=1e-12)

    found = kappa(table((3, 1, 0, 0), (0, 2, 0, 1), (0, 1, 1, 0), (0, 0, 0, 1)))
    assert found.weighted == pytest.approx(1 - 0.4 / 1.14, abs=1e-12)
    assert found.plain == pytest.approx((0.7 - 0.28) / 0.72, abs=1e-12)


def test_it_is_not_defined_without_items_nor_where_chance_agrees_in_all():
    assert kappa([]) == (None, None)
    assert kappa([("S", "S"), ("S", "S")]) == (None, None)
    assert kappa([("S", "S"), ("P", "P")]) == (1, 1)


@given(PAIRS)
def test_it_lies_between_minus_one_and_one_and_is_one_only_where_all_is_the_same(pairs: Pairs):
    same = all(one == other for one, other in pairs)
    for value in kappa(pairs):
        if value is not None:
            assert -1 <= value <= 1
            assert (value == 1) == same


@given(PAIRS, st.sampled_from([*permutations(GRADES)]))
def test_without_weights_grades_are_only_names(pairs: Pairs, names: tuple[Grade, ...]):
    other = dict(zip(GRADES, names, strict=True))

    assert kappa([(other[one], other[two]) for one, two in pairs]).plain == kappa(pairs).plain


@given(PAIRS)
def test_both_raters_are_alike_to_it(pairs: Pairs):
    assert kappa([(two, one) for one, two in pairs]) == kappa(pairs)


@given(PAIRS)
def test_linear_weights_are_the_mean_of_all_ways_to_draw_one_line(pairs: Pairs):
    """S. Vanbelle, A. Albert, A note on the linearly weighted kappa coefficient for ordinal scales,
    Statistical Methodology 6 (2009) 157-163: with each line between good and bad drawn in turn, it
    is as if all the plain disagreements, and those by chance, were added up."""
    cuts = [
        [(GRADES.index(one) < line, GRADES.index(two) < line) for one, two in pairs]
        for line in range(1, len(GRADES))
    ]
    by_chance = sum(one != two for cut in cuts for one, _ in cut for _, two in cut)
    found = sum(one != two for cut in cuts for one, two in cut) * len(pairs)
    weighted = kappa(pairs).weighted

    assert weighted == (pytest.approx(1 - found / by_chance, abs=1e-9) if by_chance else None)


def row(who: str, objective: str, grade: Grade, task: str = "", team: str = "team") -> RatingRow:
    return RatingRow(objective, team, f"{who}-1", who, grade, "", 0, task)


def test_only_what_both_have_rated_of_this_team_counts():
    ratings = [
        row("Vesa", "serve", "P"), row("Vesa", "serve", "S", "tell"), row("Vesa", "keep", "U"),
        row("Arben", "serve", "S"), row("Arben", "serve", "S", "tell"),
        row("Arben", "keep", "P", team="other"),
        row("Lule", "keep", "U"),
    ]  # fmt: skip

    one, two, three = agreements(Ratings((*ratings,), (), (*ratings,)), "team")

    assert (one.raters, one.items, one.same) == (("Vesa", "Arben"), 2, 1)
    # Of two items one is the same; by chance P-S, S-S, P-S, S-S of four pairs: half of them.
    assert one.kappa == 0
    assert (two.raters, two.items, two.kappa, two.weighted) == (("Vesa", "Lule"), 1, None, None)
    assert (three.raters, three.items, three.kappa) == (("Arben", "Lule"), 0, None)
