"""How a running step takes hosts and data, minute by minute, and what slows it."""

from typing import Any

import pytest

from simulator.engine import events as e
from tests.simulator.engine.playbook import Begin, Story

MAIL = {"mail": {"hosts": 10, "data": 30}}
SLOW: dict[str, Any] = {"facts": {"slow": {}}}


def at(time: str, **effect: Any) -> dict[str, Any]:
    return {"id": f"at-{time}", "at": time, "then": [effect]}


def taking(how: str, assets: str, rate: float, **parts: Any) -> dict[str, Any]:
    """A step that takes hosts of these assets; `up_to` belongs to the taking itself."""
    spread = {"asset": assets.split(), "hosts_per_minute": rate}
    spread |= {"up_to": parts.pop("up_to")} if "up_to" in parts else {}
    return {"id": how, how: spread} | parts


def hits(play: Story) -> list[tuple[int, str, int]]:
    """Minute, asset and hosts of every hit."""
    return [(at / 60, name, n) for at, name, n in play.told(e.HostsHit, "at", "asset", "hosts")]


@pytest.mark.parametrize(
    ("rate", "up_to", "minutes"),
    [
        (4, "100%", [(1, 4), (2, 4), (3, 2)]),
        (4, "50%", [(1, 4), (2, 1)]),
        (0.5, "30%", [(2, 1), (4, 1), (6, 1)]),
        (1.5, "60%", [(1, 1), (2, 2), (3, 1), (4, 2)]),
        (100, "100%", [(1, 10)]),
        (0.4, "20%", [(3, 1), (5, 1)]),
    ],
)
def test_hosts_are_taken_minute_by_minute_up_to_a_share(
    begin: Begin, rate: float, up_to: str, minutes: list[tuple[int, int]]
):
    play = begin(assets=MAIL, steps=[taking("encrypt", "mail", rate, up_to=up_to)]).at("1h")
    assert hits(play) == [(minute, "mail", hosts) for minute, hosts in minutes]
    play.then(e.StepSucceeded, at=f"{minutes[-1][0]}m")


def test_assets_are_taken_one_after_the_other_in_their_order(begin: Begin):
    assets = {"web": {"hosts": 4}, "mail": {"hosts": 3}}
    play = begin(assets=assets, steps=[taking("encrypt", "mail web", 2)]).at("1h")
    assert hits(play) == [
        (1, "mail", 2), (2, "mail", 1), (2, "web", 1), (3, "web", 2), (4, "web", 1),
    ]  # fmt: skip


def test_a_wiper_takes_intact_hosts_first_and_encrypted_ones_after(begin: Begin):
    steps = [taking("encrypt", "mail", 6, up_to="60%"), taking("wipe", "mail", 7, at="10m")]
    play = begin(assets=MAIL, steps=steps).at("11m")
    mail = play.exercise.state.assets["mail"]
    assert (mail.intact, mail.encrypted, mail.wiped) == (0, 3, 7)
    mail = play.at("12m").exercise.state.assets["mail"]
    assert (mail.intact, mail.encrypted, mail.wiped) == (0, 0, 10)


def test_an_encryptor_leaves_alone_what_is_wiped(begin: Begin):
    steps = [taking("wipe", "mail", 6, up_to="60%"), taking("encrypt", "mail", 10, at="10m")]
    play = begin(assets=MAIL, steps=steps).at("20m")
    assert hits(play) == [(1, "mail", 6), (11, "mail", 4)]


def test_hosts_that_come_back_are_taken_again_while_the_step_runs(begin: Begin):
    play = begin(
        assets=MAIL,
        steps=[taking("encrypt", "mail", 2)],
        injects=[at("2m30s", asset="mail", restore="all")],
    ).at("1h")
    assert hits(play) == [(minute, "mail", 2) for minute in range(1, 8)]


def test_a_spread_is_stopped_at_the_very_second(begin: Begin):
    step = taking("wipe", "mail", 2, stopped_by={"asset": "mail", "is": "isolated"})
    cut = at("2m59s", asset="mail", set="isolated")
    play = begin(assets=MAIL, steps=[step], injects=[cut]).at("1h")
    assert hits(play) == [(1, "mail", 2), (2, "mail", 2)]
    play.then(e.StepStopped, at="2m59s")


def test_what_is_cut_off_is_passed_over(begin: Begin):
    assets = {"mail": {"hosts": 4}, "web": {"hosts": 4}}
    play = begin(
        assets=assets,
        steps=[taking("wipe", "mail web", 2)],
        injects=[at("1m30s", asset="mail", set="switched-off"),
                 at("2m30s", asset="mail", set="connected")],
    ).at("1h")  # fmt: skip
    assert hits(play) == [(1, "mail", 2), (2, "web", 2), (3, "mail", 2), (4, "web", 2)]


def test_where_all_is_cut_off_the_step_waits_and_then_goes_on(begin: Begin):
    play = begin(
        assets=MAIL,
        steps=[taking("wipe", "mail", 4)],
        injects=[at("1m30s", asset="mail", set="isolated"),
                 at("10m30s", asset="mail", set="connected")],
    ).at("1h")  # fmt: skip
    assert hits(play) == [(1, "mail", 4), (11.5, "mail", 4), (12.5, "mail", 2)]
    play.then(e.StepStarted, at="0s").then(e.StepBlocked, at="2m").then(e.StepStarted, at="10m30s")


@pytest.mark.parametrize(
    ("hindered", "minutes"),
    [
        ([("50%", "slow")], [(1, 4), (2, 4), (3, 2)]),
        ([("50%", "fast")], [(1, 2), (2, 2), (3, 2), (4, 2), (5, 2)]),
        ([("50%", "fast"), ("25%", "fast")], [(n, 1) for n in range(1, 11)]),
        ([("0%", "fast")], []),
    ],
)
def test_the_strongest_hindrance_that_holds_slows_the_step(
    begin: Begin, hindered: list[tuple[str, str]], minutes: list[tuple[int, int]]
):
    hindrances = [{"when": {"fact": fact}, "to": share} for share, fact in hindered]
    facts = {"slow": {}, "fast": {"start": True}}
    step = taking("encrypt", "mail", 4, hindered_by=hindrances)
    assert hits(begin(assets=MAIL, facts=facts, steps=[step]).at("1h")) == [
        (minute, "mail", hosts) for minute, hosts in minutes
    ]


def test_a_hindrance_holds_from_the_minute_it_comes_to_the_minute_it_goes(begin: Begin):
    step = taking("wipe", "mail", 2, hindered_by=[{"when": {"fact": "slow"}, "to": "0%"}])
    turns = [at("1m30s", fact="slow"), at("3m30s", fact="slow", set=False)]
    play = begin(assets=MAIL, steps=[step], injects=turns, **SLOW).at("1h")
    assert [minute for minute, _, _ in hits(play)] == [1, 4, 5, 6, 7]


def test_steps_run_side_by_side(begin: Begin):
    assets = {"mail": {"hosts": 4}, "web": {"hosts": 4}}
    steps = [taking("encrypt", "mail", 2), taking("wipe", "web", 1)]
    play = begin(assets=assets, steps=steps).at("1h")
    assert hits(play) == [
        (1, "mail", 2), (1, "web", 1), (2, "mail", 2), (2, "web", 1), (3, "web", 1), (4, "web", 1),
    ]  # fmt: skip


# Data


def hauling(rate: float, **parts: Any) -> dict[str, Any]:
    """A step that carries data off; `up_to` belongs to the taking itself."""
    haul = {"asset": "mail", "gb_per_hour": rate}
    haul |= {"up_to": parts.pop("up_to")} if "up_to" in parts else {}
    return {"id": "haul", "exfiltrate": haul} | parts


def leaks(play: Story) -> list[tuple[int, float]]:
    """Minute and GB of every leak."""
    return [(at / 60, mb / 1000) for at, mb in play.told(e.DataLeaked, "at", "megabytes")]


@pytest.mark.parametrize(
    ("rate", "limit", "leaked"),
    [
        (60, {}, [(10, 10), (20, 10), (30, 10)]),
        (60, {"up_to": 25}, [(10, 10), (20, 10), (30, 5)]),
        (60, {"up_to": 99}, [(10, 10), (20, 10), (30, 10)]),
        (1, {"up_to": 0.5}, [(10, 0.167), (20, 0.167), (30, 0.166)]),
    ],
)
def test_data_leaves_at_its_rate_up_to_a_limit_and_to_all_there_is(
    begin: Begin, rate: float, limit: dict[str, float], leaked: list[tuple[int, float]]
):
    assert leaks(begin(assets=MAIL, steps=[hauling(rate, **limit)]).at("3h")) == leaked


def test_no_data_leave_what_is_cut_off(begin: Begin):
    play = begin(
        assets=MAIL,
        steps=[hauling(60)],
        injects=[at("15m", asset="mail", set="isolated"),
                 at("1h", asset="mail", set="connected")],
    ).at("3h")  # fmt: skip
    assert leaks(play) == [(10, 10), (70, 10), (80, 10)]


def test_carrying_off_is_slowed_and_stopped_as_anything_else(begin: Begin):
    step = hauling(
        60,
        hindered_by=[{"when": {"fact": "slow"}, "to": "10%"}],
        stopped_by={"asset": "mail", "leaked": {"at_least": 12}},
    )
    play = begin(assets=MAIL, steps=[step], injects=[at("15m", fact="slow")], **SLOW).at("3h")
    assert leaks(play) == [(10, 10), (20, 1), (30, 1)]
    play.then(e.StepStopped, at="30m")


@pytest.mark.parametrize(
    ("effect", "state"),
    [
        ({"encrypt": 3}, (7, 3, 0)),
        ({"encrypt": "40%", "wipe": 2}, (4, 4, 2)),
        ({"wipe": "all"}, (0, 0, 10)),
        ({"encrypt": 99}, (0, 10, 0)),
        ({"encrypt": 4, "wipe": "80%"}, (0, 2, 8)),
        ({"encrypt": 4, "wipe": 2, "restore": 5}, (9, 0, 1)),
        ({"encrypt": 4, "wipe": 2, "restore": "50%"}, (7, 1, 2)),
        ({"restore": "all"}, (10, 0, 0)),
    ],
)
def test_effects_take_hosts_and_bring_them_back_encrypted_ones_first(
    begin: Begin, effect: dict[str, Any], state: tuple[int, int, int]
):
    play = begin(assets=MAIL, injects=[at("1h", asset="mail", **effect)]).at("1h")
    mail = play.exercise.state.assets["mail"]
    assert (mail.intact, mail.encrypted, mail.wiped) == state
