"""Physical gauges: an asset drives them to their set point, people do it by hand, or nobody."""

from bisect import bisect_left
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.engine import events as e
from simulator.engine.exercise import Exercise, Setup
from simulator.engine.physics import Pull, driven
from simulator.engine.state import GaugeState
from tests.simulator.engine.playbook import Begin, Story, scenario

HOUR = 3600
PUMP: dict[str, Any] = {"assets": {"pump": {"hosts": 2}}}
PROCESS = {"asset": "pump", "target": 4, "per_hour": 2}
PRESSURE = {"unit": "bar", "range": {"from": 0, "to": 12}, "start": 4, "process": PROCESS}
LOW = {"below": 3, "title": "Low"}
HIGH = {"above": 8, "title": "High"}
BURST = {"above": 9, "title": "A main bursts"}


def at(time: str, *effects: dict[str, Any]) -> dict[str, Any]:
    return {"id": f"at-{time}", "at": time, "then": list(effects)}


def pressure(**effect: Any) -> dict[str, Any]:
    return {"gauge": "pressure", **effect}


def gauge(**keys: Any) -> dict[str, Any]:
    return {"gauges": {"pressure": PRESSURE | keys}, **PUMP}


def level(play: Story) -> float:
    return play.exercise.state.gauges["pressure"].at(play.exercise.now) / 1000


# What drives it


def test_it_goes_in_a_straight_line_to_its_set_point_and_stays_there(begin: Begin):
    play = begin(injects=[at("1h", pressure(target=9))], **gauge())
    assert [level(play.at(f"{h}h")) for h in (1, 2, 3, 4, 9)] == [4, 6, 8, 9, 9]
    assert play.told(e.SetPointChanged, "at", "to", "target") == [(HOUR, (), 9000)]


def test_what_is_added_is_brought_back(begin: Begin):
    play = begin(injects=[at("1h", pressure(add=-3)), at("5h", pressure(set=11.5))], **gauge())
    assert [level(play.at(f"{h}h")) for h in (1, 2, 3, 5, 6)] == [1, 3, 4, 11.5, 9.5]


@pytest.mark.parametrize(
    ("fails", "levels"), [({"to": 1, "per_hour": 6}, [4, 1, 1, 3]), (None, [4, 4, 4, 4])]
)
def test_without_its_asset_it_fails_or_stays_where_it_is(
    begin: Begin, fails: Any, levels: list[float]
):
    process = PROCESS | ({"fails": fails} if fails else {})
    off, on = ({"asset": "pump", "set": link} for link in ("switched-off", "connected"))
    play = begin(injects=[at("1h", off), at("3h", on)], **gauge(process=process))
    assert [level(play.at(f"{h}h")) for h in (1, 2, 3, 4)] == levels


def test_what_still_serves_when_cut_off_still_drives(begin: Begin):
    parts = gauge(process=PROCESS | {"fails": {"to": 0, "per_hour": 6}})
    parts["assets"] = {"pump": {"hosts": 2, "isolated_service": 30}}
    play = begin(injects=[at("1h", {"asset": "pump", "set": "isolated"})], **parts)
    assert level(play.at("3h")) == 4


def test_by_hand_people_bring_it_to_the_authors_target_whatever_others_set(begin: Begin):
    hands = [
        at("1h", pressure(target=10)),
        at("3h", pressure(manual=True)),
        at("5h", pressure(target=12), {"asset": "pump", "set": "switched-off"}),
        at("8h", pressure(manual=False), {"asset": "pump", "set": "connected"}),
    ]
    process = PROCESS | {"by_hand": 1, "fails": {"to": 0, "per_hour": 9}}
    play = begin(injects=hands, **gauge(process=process))
    assert [level(play.at(f"{h}h")) for h in (3, 4, 6, 7, 8, 9)] == [8, 7, 5, 4, 4, 6]
    assert play.told(e.ManualTurned, "at", "so") == [(3 * HOUR, True), (8 * HOUR, False)]


def test_without_hands_that_are_quick_enough_it_stays_where_it_was(begin: Begin):
    play = begin(
        injects=[at("1h", pressure(target=10)), at("2h", pressure(manual=True))], **gauge()
    )
    assert level(play.at("9h")) == 6


@pytest.mark.parametrize(
    ("drift", "levels"),
    [
        (-1, [4, 4, 4]),  # what drives it is stronger
        (-3, [3, 2, 1]),  # the leak is stronger
        (3, [5, 6, 7]),
    ],
)
def test_a_drift_pulls_against_what_drives_it(begin: Begin, drift: float, levels: list[float]):
    play = begin(**gauge(drifts=[{"per_hour": drift}]))
    assert [level(play.at(f"{h}h")) for h in (1, 2, 3)] == levels


def test_a_drift_that_is_stronger_takes_it_past_its_set_point(begin: Begin):
    play = begin(**gauge(start=9, drifts=[{"per_hour": -3}]))
    assert [level(play.at(f"{h}h")) for h in (1, 2, 5)] == [4, 3, 0]


def test_a_gauge_that_nothing_drives_moves_by_its_drifts_within_its_own_range(begin: Begin):
    tank = {"unit": "m", "range": {"from": 1, "to": 6}, "start": 2, "drifts": [{"per_hour": 3}]}
    play = begin(gauges={"tank": tank}, injects=[at("4h", {"gauge": "tank", "add": -99e3})])
    levels = [play.at(f"{h}h").exercise.state.gauges["tank"].at(h * HOUR) for h in (1, 2, 3, 4)]
    assert levels == [5000, 6000, 6000, 1000]


LEVELS = st.integers(0, 12_000)
RATES = st.integers(-20_000, 20_000)


@given(LEVELS, LEVELS, st.integers(1, 20_000), RATES, st.integers(0, 20 * HOUR))
def test_a_driven_line_never_leaves_its_range_nor_goes_past_where_it_is_brought(
    value: int, to: int, power: int, drift: int, later: int
):
    line = driven(value, Pull(to, power), drift, 0, 12_000)
    stands = GaugeState(line.value, line.per_hour, 0, line.low, line.high).at(later)
    assert 0 <= stands <= 12_000
    if abs(drift) <= power:
        assert min(value, to) <= stands <= max(value, to)


# Alarms and limits


@pytest.mark.parametrize(
    ("bounds", "second"),
    [
        ({"above": 8}, 2 * HOUR + 2),  # two bar an hour are a thousandth in 1.8 seconds
        ({"at_least": 8}, 2 * HOUR),
        ({"above": 9}, None),
        ({"at_least": 9}, 2 * HOUR + HOUR // 2),
    ],
)
def test_a_condition_wakes_at_exactly_the_second_and_never_beyond_the_set_point(
    begin: Begin, bounds: dict[str, float], second: int | None
):
    asked = {"id": "asked", "when": pressure(**bounds)}
    play = begin(injects=[at("0s", pressure(target=9)), asked], **gauge()).at("9h")
    sent = dict(play.told(e.InjectSent, "inject", "at"))
    assert sent.get("asked") == second


def test_an_alarm_rings_once_for_each_crossing_sends_its_inject_and_clears(begin: Begin):
    parts = gauge(alarms={"high": HIGH | {"inject": "bell"}, "low": LOW})
    parts["roles"] = {"soc": {"sees": {"gauges": "all"}}, "other": {}}
    sets = [at("0s", pressure(target=9)), at("4h", pressure(target=2))]
    play = begin(injects=[*sets, {"id": "bell", "by_hand": True}], **parts).at("9h")
    assert play.told(e.AlarmRang, "at", "to", "alarm") == [
        (2 * HOUR + 2, ("soc",), "high"), (7 * HOUR + 1, ("soc",), "low"),
    ]  # fmt: skip
    # It is over when the reading has come back by a hundredth of the range, here 0.12 bar.
    assert play.told(e.AlarmCleared, "at", "alarm") == [(4 * HOUR + 2015, "high")]
    sent = [at for inject, at in play.told(e.InjectSent, "inject", "at") if inject == "bell"]
    assert sent == [2 * HOUR + 2]
    assert play.exercise.state.physics["pressure"].ringing == ("low",)


def test_a_gauge_that_trembles_at_the_level_does_not_ring_for_ever(begin: Begin):
    shakes = [at(f"{n}m", pressure(set=8.05 if n % 2 else 7.95)) for n in range(1, 40)]
    play = begin(injects=shakes, **gauge(alarms={"high": HIGH}, process=None)).at("1h")
    assert len(play.told(e.AlarmRang, "at")) == 1


def test_a_forged_reading_fools_the_alarm_and_no_limit(begin: Begin):
    burst = BURST | {"then": [{"asset": "pump", "wipe": 1}]}
    parts = gauge(alarms={"high": HIGH}, limits={"burst": burst})
    play = begin(injects=[at("1h", pressure(target=12, shows=4))], **parts).at("9h")
    assert play.told(e.AlarmRang, "at") == []
    assert play.told(e.LimitPassed, "at", "to", "limit") == [
        (HOUR + 2 * HOUR + HOUR // 2 + 2, (), "burst")
    ]
    assert play.exercise.state.assets["pump"].wiped == 1


def test_a_forged_reading_may_ring_where_nothing_is_wrong(begin: Begin):
    liar = [at("1h", pressure(shows=11)), at("2h", pressure(honest=True))]
    play = begin(injects=liar, **gauge(alarms={"high": HIGH}, limits={"burst": BURST})).at("3h")
    assert play.told(e.AlarmRang, "at") == [HOUR]
    assert play.told(e.AlarmCleared, "at") == [2 * HOUR]
    assert play.told(e.LimitPassed, "at") == []


def test_silenced_alarms_ring_nobody_until_they_ring_again(begin: Begin):
    turns = [
        at("1h", pressure(set=11, silent=True)),
        at("2h", pressure(silent=False)),
        at("3h", pressure(silent=True)),
    ]
    play = begin(injects=turns, **gauge(alarms={"high": HIGH}, process=None)).at("4h")
    assert play.told(e.AlarmRang, "at") == [2 * HOUR]
    assert play.told(e.AlarmCleared, "at") == [3 * HOUR]


def test_where_there_is_no_reading_no_alarm_turns(begin: Begin):
    turns = [
        at("1h", pressure(blind=True)),
        at("2h", pressure(set=11)),
        at("3h", pressure(honest=True)),
        at("4h", pressure(blind=True)),
        at("5h", pressure(set=4)),
    ]
    play = begin(injects=turns, **gauge(alarms={"high": HIGH}, process=None)).at("6h")
    assert play.told(e.AlarmRang, "at") == [3 * HOUR]
    assert play.told(e.AlarmCleared, "at") == []


def test_who_works_it_by_hand_is_not_deceived(begin: Begin):
    turns = [at("1h", pressure(set=11, shows=4)), at("2h", pressure(manual=True))]
    play = begin(injects=turns, **gauge(alarms={"high": HIGH})).at("1h")
    physics = play.exercise.state.physics["pressure"]
    assert physics.deceived
    play.at("2h")
    assert (physics.deceived, play.told(e.AlarmRang, "at")) == (False, [2 * HOUR])


def test_a_limit_does_its_effects_each_time_it_is_passed_and_remembers_it(begin: Begin):
    parts = gauge(
        limits={"burst": BURST | {"then": [{"gauge": "trust", "add": -10}]}}, process=None
    )
    parts["gauges"]["trust"] = {"start": 60}
    moves = [at("1h", pressure(set=10)), at("2h", pressure(set=5)), at("3h", pressure(set=10))]
    play = begin(injects=moves, **parts).at("4h")
    assert play.told(e.LimitPassed, "at") == [HOUR, 3 * HOUR]
    assert play.exercise.state.gauges["trust"].value == 40_000
    assert play.exercise.state.physics["pressure"].passed == ("burst",)


def test_what_a_limit_does_is_because_of_what_brought_the_gauge_there(begin: Begin):
    limits = {"burst": BURST | {"then": [{"asset": "pump", "wipe": 1}]}}
    play = begin(injects=[at("1h", pressure(target=12))], **gauge(limits=limits)).at("9h")
    log, because = play.exercise.annals
    place = next(n for n, event in enumerate(log) if isinstance(event, e.HostsHit))
    chain = []
    while place >= 0:
        chain.append(type(log[place]))
        place = because[place]
    assert chain[:2] == [e.HostsHit, e.LimitPassed]
    assert chain[-1] is e.InjectSent


def test_limits_that_drive_each_other_in_a_circle_are_stopped(begin: Begin):
    limits = {
        "over": {"above": 9, "title": "Over", "then": [pressure(set=1)]},
        "under": {"below": 2, "title": "Under", "then": [pressure(set=11)]},
    }
    parts = gauge(limits=limits, process=None)
    play = begin(injects=[at("1h", pressure(set=11))], **parts).at("2h")
    assert play.exercise.state.why.startswith("stuck")
    assert "pressure" in play.exercise.state.why


@pytest.mark.parametrize(
    ("asked", "second"),
    [
        ({"manual": True}, 3 * HOUR),
        ({"deceived": True}, 2 * HOUR),
        ({"alarm": "high"}, HOUR),
        ({"passed": "burst"}, HOUR),
        ({"passed": "burst", "below": 5}, 2 * HOUR),
        ({"above": 3, "manual": True, "deceived": False}, 3 * HOUR),
    ],
)
def test_each_of_these_can_be_asked_of_it(begin: Begin, asked: dict[str, Any], second: int):
    turns = [
        at("1h", pressure(set=11)),
        at("2h", pressure(set=4, shows=5)),
        at("3h", pressure(manual=True)),
    ]
    parts = gauge(alarms={"high": HIGH}, limits={"burst": BURST})
    play = begin(injects=[*turns, {"id": "asked", "when": pressure(**asked)}], **parts).at("9h")
    assert dict(play.told(e.InjectSent, "inject", "at")).get("asked") == second


# Laws

SHOWN: list[dict[str, Any]] = [{"shows": 5}, {"blind": True}, {"honest": True}, {}]
DONE: dict[str, st.SearchStrategy[Any]] = {
    "set": st.sampled_from((0, 3.1, 12)),
    "add": st.sampled_from((-5, 0.2, 7)),
    "target": st.sampled_from((0, 4, 9.4, 12)),
    "manual": st.booleans(),
    "silent": st.booleans(),
}
EFFECTS = st.builds(
    lambda done, shown: {**done, **shown},
    st.fixed_dictionaries({}, optional=DONE),
    st.sampled_from(SHOWN),
)


@given(st.lists(EFFECTS.filter(bool), min_size=1, max_size=5), st.booleans())
def test_it_stays_in_range_is_the_fold_of_its_events_and_plays_again_the_same(
    effects: list[dict[str, Any]], off: bool
):
    turns = [at(f"{n}h", pressure(**effect)) for n, effect in enumerate(effects, 1)]
    if off:
        turns.append(at("90m", {"asset": "pump", "set": "switched-off"}))
    process = PROCESS | {"by_hand": 1, "fails": {"to": 0, "per_hour": 3}}
    parts = gauge(
        process=process, drifts=[{"per_hour": -1}], alarms={"high": HIGH}, limits={"burst": BURST}
    )
    told = scenario(injects=turns, **parts)
    run = Exercise(told, Setup(seed=1))
    by_steps = Exercise(told, Setup(seed=1))
    run.advance(9 * HOUR)
    for now in range(0, 9 * HOUR + 1, 900):
        by_steps.advance(now)
        assert 0 <= by_steps.state.gauges["pressure"].at(now) <= 12_000
    assert by_steps.state.hash() == run.state.hash()
    turns_of = [type(x) for x in run.log if isinstance(x, e.AlarmRang | e.AlarmCleared)]
    assert turns_of == [(e.AlarmRang, e.AlarmCleared)[n % 2] for n in range(len(turns_of))]
    passed = [x.at for x in run.log if isinstance(x, e.LimitPassed)]
    assert passed == seconds_past(9000, 8880, run)


def seconds_past(level: int, back: int, run: Exercise) -> list[int]:
    """The seconds at which the true line rose past the level, having been back in between: read
    from its straight pieces, so without the engine's way to watch them."""
    turned = [x for x in run.log if isinstance(x, e.ValueTurned)]
    ends = [*(x.at for x in turned), run.now + 1]
    found, beyond = list[int](), False
    for turn, end in zip(turned, ends[1:], strict=True):
        line, since = GaugeState(turn.value, turn.per_hour, turn.at, turn.low, turn.high), turn.at
        while (first := first_second(line, range(since, end), level, back, beyond)) is not None:
            since, beyond = first, not beyond
            found += [first] if beyond else []
    return found


def first_second(
    line: GaugeState, seconds: range, level: int, back: int, beyond: bool
) -> int | None:
    """The first of them at which it is past the level, or where it was beyond, is back."""

    def turns(second: int) -> bool:
        return line.at(second) <= back if beyond else line.at(second) > level

    if seconds and turns(seconds[0]):
        return seconds[0]
    if not seconds or not turns(seconds[-1]):
        return None
    return seconds[bisect_left(seconds, True, key=turns)]
