"""Moments and spans are written as people write them."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.review.report.times import Times, between, day, listed, number, real, short, span

TIMES = Times("en", "2022-07-15T18:30:00+02:00")
MORNING = round(datetime(2026, 11, 26, 9, 0, tzinfo=UTC).timestamp() * 1000)
MINUTE = 60_000


def test_a_moment_has_its_day_its_clock_and_its_distance():
    assert TIMES.moment(26 * 3600 + 600) == "Sat 20:40 (T+26:10)"
    assert TIMES.moment(5) == "Fri 18:30:05 (T+00:00:05)"
    assert TIMES.about(5) == "Fri 18:30 (T+00:00)"
    assert TIMES.whole(0) == "Fri 15 Jul 2022, 18:30 +02:00"
    assert TIMES.clock(0) == "Fri\N{NO-BREAK SPACE}18:30\nT+00:00"
    assert TIMES.clock(None) == "–"
    assert TIMES.iso(60) == "2022-07-15T18:31:00+02:00"


def test_a_moment_is_written_as_its_language_does():
    assert Times("sq", "2022-07-15T18:30:00+02:00").whole(0) == "pre 15 korr 2022, 18:30 +02:00"


@pytest.mark.parametrize(
    ("seconds", "long", "brief"),
    [
        (None, "–", "–"), (0, "0 seconds", "at once"), (1, "1 second", "1 s"),
        (61, "1 minute 1 second", "1 min"), (3600, "1 hour", "1 h 00 min"),
        (3599, "59 minutes 59 seconds", "1 h 00 min"), (7500, "2 hours 5 minutes", "2 h 05 min"),
        (7190, "2 hours", "2 h 00 min"), (86_400, "1 day", "24 h 00 min"),
        (180_000, "2 days 2 hours", "2 d 2 h"), (178_560, "2 days 2 hours", "2 d 2 h"),
    ],
)  # fmt: skip
def test_a_span_has_two_units_at_most(seconds: int | None, long: str, brief: str):
    assert span("en", seconds) == long
    assert short("en", seconds) == brief


def test_moments_of_the_real_world_name_their_zone():
    assert real("en", MORNING) == "Thu 26 Nov 2026, 09:00 UTC"
    assert between("en", MORNING, MORNING + 90 * MINUTE) == "Thu 26 Nov 2026, 09:00 to 10:30 UTC"
    assert between("en", MORNING, MORNING + 1) == "Thu 26 Nov 2026, 09:00 UTC"
    assert between("en", MORNING, MORNING + 24 * 60 * MINUTE) == (
        "Thu 26 Nov 2026, 09:00 UTC to Fri 27 Nov 2026, 09:00 UTC"
    )


def test_dates_are_written_out_and_what_is_none_stays():
    assert day("en", "2030-06-01") == "1 Jun 2030"
    assert day("en", "2030-06-01 16:05") == "1 Jun 2030, 16:05"
    assert day("en", "soon") == "soon"


def test_numbers_say_no_more_than_they_know():
    assert [number("en", value) for value in (5, 2.5, 2.04, -0.01, 1234.56)] == [
        "5", "2.5", "2", "0", "1,234.6",
    ]  # fmt: skip
    assert number("sq", 2.5) == "2,5"
    # a half is rounded up, as people do it by hand
    assert [number("en", 4.25), number("en", 0.355, 2), number("en", 62.5, 0)] == [
        "4.3", "0.36", "63",
    ]  # fmt: skip


def test_names_are_joined_and_too_many_are_counted():
    assert listed("en", ["a"]) == "a"
    assert listed("en", ["a", "b", "c"]) == "a, b and c"
    assert listed("en", list("abcde"), 2) == "a, b and 3 more"
    assert listed("en", list("abc"), 2) == "a, b and c"


@given(st.integers(1, 40 * 86_400))
def test_an_axis_has_few_marks_in_order_at_round_times(until: int):
    marks = TIMES.axis(until)
    seconds = [at for at, _ in marks]
    assert len(marks) <= 11
    assert seconds == sorted({*seconds})
    assert all(0 <= at <= until for at in seconds)
    assert all("T+" not in words for _, words in marks)
