"""Chance comes in named draws that repeat, stay in range, and know nothing of each other."""

from statistics import fmean

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.engine.chance import Chance
from simulator.scenario.values import Span

MINUTES = Span(1200, 5400, 2400)


@given(st.integers(), st.text(), st.text())
def test_a_draw_is_from_nothing_to_less_than_one_and_repeats(seed: int, purpose: str, name: str):
    drawn = Chance(seed).draw(purpose, name)
    assert 0 <= drawn < 1
    assert Chance(seed).draw(purpose, name) == drawn


def test_these_draws_are_the_same_on_every_machine_and_in_every_version():
    chance = Chance(7)
    assert [chance.draw("step", name) for name in ("wipe/0", "wipe/1", "")] == [
        0.8244699521682357, 0.43868962701612424, 0.28747884181045547,
    ]  # fmt: skip


def test_seed_purpose_and_name_each_make_another_draw():
    draws = [
        Chance(seed).draw(purpose, name)
        for seed in (1, 2, 12) for purpose in ("step", "seen") for name in ("a", "b", "a/0")
    ]  # fmt: skip
    assert len(set(draws)) == 18


def test_one_draw_more_moves_no_other():
    quiet, busy = Chance(7), Chance(7)
    for number in range(100):
        busy.draw("step", f"extra-{number}")
    assert quiet.draw("step", "wipe") == busy.draw("step", "wipe")


def test_chance_that_is_turned_draws_otherwise_and_each_luck_for_itself():
    turned = [Chance(7) for _ in range(3)]
    for chance, luck in zip(turned, (1, 2, 2), strict=True):
        chance.turn(luck)
    usual, one, two, same = (it.draw("step", "wipe") for it in (Chance(7), *turned))
    assert len({usual, one, two}) == 3
    assert two == same


def test_draws_are_spread_evenly():
    draws = [Chance(7).draw("step", str(number)) for number in range(4000)]
    quarters = [sum(n / 4 <= draw < (n + 1) / 4 for draw in draws) for n in range(4)]
    assert min(quarters) > 920
    assert abs(fmean(draws) - 0.5) < 0.015


@pytest.mark.parametrize(("chance", "times"), [(0.0, 0), (1.0, 1000)])
def test_certainties_are_certain(chance: float, times: int):
    assert sum(Chance(n).happens(chance, "step", "wipe") for n in range(1000)) == times


@pytest.mark.parametrize("chance", [0.1, 0.5, 0.9])
def test_something_happens_as_often_as_its_chance(chance: float):
    happened = sum(Chance(n).happens(chance, "step", "wipe") for n in range(2000))
    assert abs(happened / 2000 - chance) < 0.03


def test_what_happens_by_a_small_chance_happens_by_a_greater_one():
    for seed in range(200):
        happens = [Chance(seed).happens(n / 20, "step", "wipe") for n in range(21)]
        assert happens == sorted(happens)


def test_a_choice_can_be_any_and_only_one_of_them():
    chosen = {Chance(seed).one_of("abc", "bot", "x") for seed in range(100)}
    assert chosen == set("abc")


# Durations: the triangular distribution


@pytest.mark.parametrize(
    ("quantile", "seconds"),
    [
        (0, 1200),
        (0.25, 2322),
        (2 / 7, 2400),
        (0.5, 2890),
        (0.75, 3625),
        (1, 5400),
    ],
)
def test_a_duration_follows_the_triangle_between_its_ends(quantile: float, seconds: int):
    assert MINUTES.at(quantile) == seconds


@given(
    st.tuples(*[st.integers(0, 10_000_000)] * 3).map(sorted),
    st.floats(0, 1, exclude_max=True),
    st.floats(0, 1, exclude_max=True),
)
def test_a_duration_stays_within_its_ends_and_grows_with_its_quantile(
    times: list[int], one: float, other: float
):
    span = Span(times[0], times[2], times[1])
    shorter, longer = span.at(min(one, other)), span.at(max(one, other))
    assert span.low <= shorter <= longer <= span.high


def test_a_fixed_duration_is_what_it_is():
    assert Span(60, 60, 60).fixed
    assert Chance(7).seconds(Span(60, 60, 60), "step", "wipe") == 60


def test_a_random_duration_is_the_quantile_that_was_drawn():
    chance = Chance(7)
    assert chance.seconds(MINUTES, "step", "wipe") == MINUTES.at(chance.draw("step", "wipe"))
