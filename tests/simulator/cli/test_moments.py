"""Moments on the command line, against an exercise that begins on a Friday evening."""

from datetime import UTC, datetime

import pytest

from simulator.cli.moments import second_of

START = datetime(2022, 7, 15, 18, 30, tzinfo=UTC)
MINUTE, HOUR, DAY = 60, 3600, 86_400


@pytest.mark.parametrize(
    ("text", "second"),
    [
        ("0s", 0),
        ("2h30m", 2 * HOUR + 30 * MINUTE),
        ("1d2h", DAY + 2 * HOUR),
        ("T+26:10", 26 * HOUR + 10 * MINUTE),
        ("t+00:00:05", 5),
        ("18:30", 0),
        ("19:00", 30 * MINUTE),
        ("09:00", 14 * HOUR + 30 * MINUTE),  # the first there is
        ("Sat 09:00", 14 * HOUR + 30 * MINUTE),
        ("fri 18:00", 7 * DAY - 30 * MINUTE),
        ("Day 1 18:45:10", 15 * MINUTE + 10),
        ("Day 2 09:00", 14 * HOUR + 30 * MINUTE),
        ("day 4 9:00", 2 * DAY + 14 * HOUR + 30 * MINUTE),
        ("2022-07-17 00:00", 29 * HOUR + 30 * MINUTE),
        (" 2022-07-16T09:00:01 ", 14 * HOUR + 30 * MINUTE + 1),
    ],
)
def test_a_moment_is_read_however_it_is_written(text: str, second: int):
    assert second_of(text, START) == second


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("soon", "'soon' is no moment; one looks like 2h30m"),
        ("25:00", "is no moment"),
        ("-5m", "is no moment"),
        ("Day 1 09:00", "'Day 1' is before STARTEX"),
        ("2022-07-01 09:00", "is before STARTEX"),
        ("2022-02-30 09:00", "there is no day 2022-02-30"),
        ("Xyz 09:00", "'Xyz' is no day; one is Mon"),
        ("", "is no moment"),
    ],
)
def test_what_is_no_moment_is_named(text: str, why: str):
    with pytest.raises(ValueError, match=why):
        second_of(text, START)
