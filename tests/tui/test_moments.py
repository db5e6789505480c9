"""Moments of the exercise as people write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui import words
from tui.moments import moment_of

START = "2022-07-15T08:00:00+02:00"
NOW = 3600


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("+30m", NOW + 1800),
        ("+ 1h 30m", NOW + 5400),
        ("T+26:10", 94_200),
        ("t+00:00:05", 5),
        ("15:30", 27_000),
        ("09:00", 86_400 + NOW),
        (" 8:59 ", 86_400 + NOW - 60),
        ("Sat 15:30", 86_400 + 27_000),
        ("fri 08:00", 7 * 86_400),
    ],
)
def test_a_moment_is_from_now_since_startex_or_a_time_of_day(written: str, meant: int):
    assert moment_of(written, START, NOW) == meant


@pytest.mark.parametrize(
    "written", ["", "soon", "+", "+5", "30m", "25:00", "Sun", "T+1", "Fry 9:00"]
)
def test_what_is_no_moment_is_told_in_a_sentence(written: str):
    with pytest.raises(ValueError, match=r"[A-Z].*[.]$"):
        moment_of(written, START, NOW)


@given(st.integers(0, 359_999))
def test_a_moment_is_read_as_the_screen_writes_it(second: int):
    assert moment_of(words.since_startex(second), START, NOW) == second


@given(st.integers(0, 345_600), st.integers(0, 23), st.integers(0, 59))
def test_a_time_of_day_is_the_next_there_is(now: int, hour: int, minute: int):
    then = moment_of(f"{hour}:{minute:02}", START, now)
    assert now < then <= now + 86_400
    assert f"{words.moment(START, then):%H:%M:%S}" == f"{hour:02}:{minute:02}:00"
