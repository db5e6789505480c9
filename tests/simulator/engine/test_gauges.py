"""Gauges run in straight lines: their drifts add up, and what asks for a level turns in time."""

from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from pydantic import ValidationError

from simulator.engine import events as e
from simulator.engine.drifts import STEADY
from simulator.engine.exercise import Exercise
from simulator.engine.lines import next_turn
from simulator.engine.state import GaugeState
from simulator.scenario.conditions import Bounds
from tests.simulator.engine.playbook import Begin, scenario

NOBODY_READS = {"fact": "nobody-reads"}
FACTS: dict[str, Any] = {"facts": {"nobody-reads": {}}}


def trust(start: float, *drifts: dict[str, Any]) -> dict[str, Any]:
    return {"trust": {"start": start, "drifts": list(drifts)}}


def at(time: str, **effect: Any) -> dict[str, Any]:
    """An inject whose one effect is this."""
    return {"id": f"at-{time}", "at": time, "then": [effect]}


def asking(**bound: float) -> dict[str, Any]:
    return {"id": "asked", "when": {"gauge": "trust"} | bound}


def test_drifts_add_up_while_their_conditions_hold(begin: Begin):
    sometimes = {"when": NOBODY_READS, "per_hour": -6}
    turns = [at("1h", fact="nobody-reads"), at("3h", fact="nobody-reads", set=False)]
    play = begin(gauges=trust(60, {"per_hour": -1.5}, sometimes), injects=turns, **FACTS).at("4h")
    assert play.told(e.GaugeMoved, "at", "value", "per_hour") == [
        (0, 60_000, -1500), (3600, 58_500, -7500), (10_800, 43_500, -1500),
    ]  # fmt: skip
    assert play.exercise.state.gauges["trust"].at(4 * 3600) == 42_000


@pytest.mark.parametrize(
    ("back", "turns"),
    [
        ("1h5m", [(3600, -6000), (4200, 0)]),
        ("1h10m", [(3600, -6000), (4200, 0)]),
        ("1h20m", [(3600, -6000), (4800, 0)]),
    ],
)
def test_a_drift_that_has_turned_rests_for_ten_minutes(
    begin: Begin, back: str, turns: list[tuple[int, int]]
):
    facts = [at("1h", fact="nobody-reads"), at(back, fact="nobody-reads", set=False)]
    drift = {"when": NOBODY_READS, "per_hour": -6}
    play = begin(gauges=trust(60, drift), injects=facts, **FACTS).at("4h")
    assert play.told(e.GaugeMoved, "at", "per_hour") == turns


def test_a_drift_that_turns_and_turns_back_while_it_rests_stays_as_it_is(begin: Begin):
    times = [("1h", True), ("1h2m", False), ("1h5m", True)]
    facts = [at(time, fact="nobody-reads", set=so) for time, so in times]
    drift = {"when": NOBODY_READS, "per_hour": -6}
    play = begin(gauges=trust(60, drift), injects=facts, **FACTS).at("4h")
    assert play.told(e.GaugeMoved, "at", "per_hour") == [(3600, -6000)]


@pytest.mark.parametrize(
    ("start", "per_hour", "hours", "value"),
    [
        (60, -1, 2, 58_000),
        (60, -70, 1, 0),
        (60, 70, 1, 100_000),
        (60, 0.001, 1, 60_001),
        (0, -5, 3, 0),
        (100, 5, 3, 100_000),
    ],
)
def test_a_gauge_stays_within_nothing_and_a_hundred(
    begin: Begin, start: float, per_hour: float, hours: int, value: int
):
    play = begin(gauges=trust(start, {"per_hour": per_hour})).at(f"{hours}h")
    assert play.exercise.state.gauges["trust"].at(play.exercise.now) == value


def test_a_gauge_turns_at_its_stop_and_not_where_it_would_have_been(begin: Begin):
    back = {"when": NOBODY_READS, "per_hour": 20}
    play = begin(
        gauges=trust(10, {"per_hour": -10}, back),
        injects=[at("5h", fact="nobody-reads")],
        **FACTS,
    ).at("6h")
    play.then(e.GaugeMoved, at="0s").then(e.GaugeMoved, at="5h", value=0, per_hour=10_000)
    assert play.exercise.state.gauges["trust"].at(6 * 3600) == 10_000


@pytest.mark.parametrize(
    ("effect", "value"),
    [
        ({"add": -2.5}, 56_500),
        ({"set": 30}, 30_000),
        ({"set": 30, "add": 5}, 35_000),
        ({"add": -80}, 0),
        ({"add": 60}, 100_000),
    ],
)
def test_an_effect_moves_the_gauge_from_where_it_is_and_the_drift_goes_on(
    begin: Begin, effect: dict[str, Any], value: int
):
    play = begin(gauges=trust(60, {"per_hour": -1}), injects=[at("1h", gauge="trust", **effect)])
    play.at("1h").then(e.GaugeMoved, at="0s")
    play.then(e.GaugeMoved, at="1h", value=value, per_hour=-1000)


@pytest.mark.parametrize(
    ("per_hour", "bound", "second"),
    [
        (-10, {"at_most": 50}, 3600),
        (-10, {"below": 50}, 3601),
        (-10, {"at_least": 60}, 0),
        (10, {"at_least": 70}, 3600),
        (10, {"above": 70}, 3601),
        (10, {"below": 60.001}, 0),
        (10, {"above": 60, "at_most": 60}, None),
        (10, {"above": 100}, None),
        (10, {"at_least": 100}, 4 * 3600),
        (-10, {"at_most": 0}, 6 * 3600),
    ],
)
def test_a_level_is_noticed_at_the_very_second(
    begin: Begin, per_hour: float, bound: dict[str, float], second: int | None
):
    play = begin(gauges=trust(60, {"per_hour": per_hour}), injects=[asking(**bound)]).at("10h")
    assert play.told(e.InjectSent, "at") == ([] if second is None else [second])


def test_a_gauge_can_drift_by_its_own_level_and_swings_around_it(begin: Begin):
    high = {"when": {"gauge": "trust", "at_least": 50}, "per_hour": -36}
    low = {"when": {"gauge": "trust", "below": 50}, "per_hour": 36}
    play = begin(gauges=trust(50.005, high, low), length="10m").at("10m")
    moves = play.told(e.GaugeMoved, "at")
    assert moves == sorted(moves)
    assert 49_980 <= play.exercise.state.gauges["trust"].at(600) <= 50_020


# The law: what is noticed by arithmetic is what asking every second would notice.


def some_number_is_within(bound: dict[str, float]) -> bool:
    try:
        Bounds.model_validate(bound)
    except ValidationError:
        return False
    return True


LEVELS = st.integers(0, 150).map(lambda tenths: tenths / 10)
BOUNDS = st.dictionaries(
    st.sampled_from(("below", "above", "at_least", "at_most")), LEVELS, min_size=1
).filter(some_number_is_within)
RATES = st.floats(-100, 100, width=32).filter(lambda rate: abs(rate) > 0.01)
LENGTH = 900
BLOWS = st.tuples(st.integers(0, LENGTH), st.integers(-9, 9))


@given(
    st.integers(0, 100_000), st.integers(-100_000, 100_000), st.integers(0, 50),
    st.sets(st.integers(0, 100_000), min_size=1, max_size=3), st.integers(0, 300),
)  # fmt: skip
def test_the_next_turn_is_the_first_second_at_which_any_bound_answers_otherwise(
    value: int, per_hour: int, since: int, levels: set[int], waited: int
):
    gauge, now = GaugeState(value, per_hour, since), since + waited

    def answers(second: int) -> list[tuple[bool, bool]]:
        return [(gauge.at(second) < level, gauge.at(second) > level) for level in sorted(levels)]

    turn = next_turn(gauge, levels, now)
    turned = (s for s in range(now + 1, now + 1500) if answers(s) != answers(s - 1))
    assert next(turned, None) == (turn if turn is not None and turn < now + 1500 else None)


@given(LEVELS, st.tuples(RATES, RATES), LEVELS, BOUNDS, BLOWS)
@example(start=0, rates=(1, -1), level=0.1, bound={"below": 0}, blow=(0, 1))
def test_a_condition_turns_when_asking_every_second_says_so(
    start: float,
    rates: tuple[float, float],
    level: float,
    bound: dict[str, float],
    blow: tuple[int, int],
):
    always, low = {"per_hour": rates[0]}, {"when": {"gauge": "trust", "below": level}}
    world = scenario(
        length=f"{LENGTH}s",
        gauges=trust(start, always, low | {"per_hour": rates[1]}),
        injects=[at(f"{blow[0]}s", gauge="trust", add=blow[1]), asking(**bound)],
    )
    exercise = Exercise(world)
    exercise.advance(LENGTH)
    moves = [x for x in exercise.log if isinstance(x, e.GaugeMoved)]
    sent = [x.at for x in exercise.log if isinstance(x, e.InjectSent) and x.inject == "asked"]
    slope, more = (round(rate * 1000) for rate in rates)
    asked = Bounds.model_validate(bound)
    line, possible, certain, turned = GaugeState(round(start * 1000)), [], [], -STEADY
    for second in range(LENGTH + 1):
        values = [line.at(second)]
        for move in (move for move in moves if move.at == second):
            # Two drifts that turn in one second may cancel out, and both rest from then on.
            turned = turned if line.per_hour == move.per_hour else second
            line = GaugeState(move.value, move.per_hour, second)
            values.append(move.value)
        wanted = slope + (more if values[-1] / 1000 < level else 0)
        assert line.per_hour == wanted or second - turned < STEADY
        possible += [second] * any(asked.admit(value / 1000) for value in values)
        certain += [second] * asked.admit(values[-1] / 1000)
    assert set(sent) <= set(possible)
    assert not certain or (sent and sent[0] <= certain[0])


def test_two_drifts_that_meet_at_a_level_do_not_tremble_there():
    pushes = [
        {"when": {"gauge": "trust", "below": 50}, "per_hour": 30},
        {"when": {"gauge": "trust", "at_least": 50}, "per_hour": -30},
    ]
    exercise = Exercise(scenario(length="10h", gauges=trust(40, *pushes)))
    exercise.advance(10 * 3600)

    moves = [x for x in exercise.log if isinstance(x, e.GaugeMoved)]
    assert len(moves) <= 2 * (10 * 3600 // STEADY + 1)
    assert 45 <= exercise.state.gauges["trust"].at(exercise.now) / 1000 <= 55
