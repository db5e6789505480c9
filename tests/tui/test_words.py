"""How times, numbers and codes are said."""

import pytest

from tui import words

START = "2022-07-15T08:00:00+02:00"
HOUR = 3600
DAY = 24 * HOUR


@pytest.mark.parametrize(
    ("seconds", "said"),
    [(0, "0s"), (45, "45s"), (90, "1m 30s"), (2 * HOUR, "2h"), (DAY + 3 * HOUR + 60, "1d 3h")],
)
def test_a_duration_is_said_in_its_two_largest_units(seconds: int, said: str):
    assert words.duration(seconds) == said


@pytest.mark.parametrize(
    ("left", "said"),
    [
        (2 * DAY + 3 * HOUR, "2d 03h"),
        (3 * HOUR + 300, "3h 05m"),
        (750, "12m 30s"),
        (0, "0m 00s"),
        (-300, "late 5m"),
    ],
)
def test_a_countdown_fits_its_column_and_tells_when_it_is_late(left: int, said: str):
    assert words.time_left(1000 + left, 1000) == said
    assert len(said) <= 8


def test_the_exercise_date_follows_the_clock_over_midnight():
    assert words.full_time(START, 0) == "Fri 15 Jul 2022 08:00:00"
    assert words.day_time(START, 16 * HOUR) == "Sat 16 Jul 00:00"
    assert words.past_time(START, 16 * HOUR) == "Sat 16 Jul 00:00"
    assert words.past_time(START, -365 * 24 * HOUR) == "Thu 15 Jul 2021"
    assert words.short_time(START, 3 * DAY) == "Mon 08:00"


@pytest.mark.parametrize(
    ("at", "said"), [(0, "T+00:00:00"), (94_205, "T+26:10:05"), (-60, "T-00:01:00")]
)
def test_the_distance_from_startex_is_in_hours(at: int, said: str):
    assert words.since_startex(at) == said


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("B2", "B2: source usually reliable, content probably true"),
        ("F6", "F6: source of unknown reliability, content impossible to judge"),
        ("Z9", "Z9"),
        ("", ""),
    ],
)
def test_a_reliability_code_is_explained(code: str, said: str):
    assert words.reliability(code) == said


@pytest.mark.parametrize(
    ("level", "said"), [(100, "full"), (99, "reduced"), (60, "reduced"), (0.5, "poor"), (0, "down")]
)
def test_a_service_level_has_a_word(level: float, said: str):
    assert words.service(level) == said


@pytest.mark.parametrize(
    ("per_hour", "said"),
    [(2.5, "▲ rising 2.5 an hour"), (-6, "▼ falling 6.0 an hour"), (0.01, "= steady")],
)
def test_a_gauge_says_where_it_is_going(per_hour: float, said: str):
    assert words.direction(per_hour) == said


@pytest.mark.parametrize(
    ("shortest", "longest", "said"),
    [(600, 1800, "10m–30m"), (600, 600, "10m"), (0, 0, "at once")],
)
def test_what_an_action_takes_is_a_range(shortest: int, longest: int, said: str):
    assert words.between(shortest, longest) == said


@pytest.mark.parametrize(("level", "said"), [(70, "likely (70 %)"), (64, "likely (64 %)")])
def test_confidence_is_said_as_the_nearest_level(level: int, said: str):
    assert words.confidence(level) == said
