"""How services fall with what they depend on, and come back."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.engine import events as e
from simulator.engine.services import Network, standing_services
from simulator.engine.state import AssetState
from simulator.scenario.scenario import Scenario
from tests.simulator.engine.playbook import Begin, scenario

CUT, OFF, UP = "isolated", "switched-off", "connected"
CHAIN = {
    "power": {"hosts": 10},
    "network": {"hosts": 4, "depends_on": ["power"]},
    "counters": {"hosts": 2, "depends_on": ["network"]},
}
DIAMOND = {
    "directory": {"hosts": 10},
    "mail": {"hosts": 2, "depends_on": [{"asset": "directory", "share": "50%"}]},
    "archive": {"hosts": 2, "depends_on": ["directory"]},
    "portal": {"hosts": 2, "depends_on": [{"asset": "mail", "share": "40%"}, "archive"]},
}


def levels(assets: dict[str, Any], **states: dict[str, Any]) -> dict[str, float]:
    """The standing service of every asset, in per cent, where some are not as they should be."""
    world = scenario(assets=assets)
    stands = {
        n: AssetState(**{"intact": a.hosts} | states.get(n, {})) for n, a in world.assets.items()
    }
    return {name: level / 10 for name, level in standing_services(world, stands).items()}


def setting(asset: str, link: str, at: str) -> dict[str, Any]:
    return {"id": f"{asset}-{link}-{at}", "at": at, "then": [{"asset": asset, "set": link}]}


@pytest.mark.parametrize(
    ("asset", "state", "level"),
    [
        ({}, {}, 100),
        ({}, {"intact": 5, "wiped": 5}, 50),
        ({}, {"intact": 5, "encrypted": 5}, 50),
        ({}, {"intact": 0, "wiped": 10}, 0),
        ({"enough": "50%"}, {"intact": 5, "wiped": 5}, 100),
        ({"enough": "80%"}, {"intact": 6, "wiped": 4}, 75),
        ({"enough": "0%"}, {"intact": 0, "wiped": 10}, 100),
        ({"hosts": 3}, {"intact": 2, "wiped": 1}, 66.7),
        ({}, {"link": OFF}, 0),
        ({}, {"link": CUT}, 0),
        ({"isolated_service": 30}, {"link": CUT}, 30),
        ({"isolated_service": 30}, {"link": CUT, "intact": 2, "wiped": 8}, 20),
        ({"isolated_service": 30}, {"link": OFF}, 0),
        ({}, {"link": OFF, "workaround": 40}, 40),
        ({}, {"intact": 6, "wiped": 4, "workaround": 40}, 60),
    ],
)
def test_an_asset_serves_by_its_hosts_its_link_and_its_workaround(
    asset: dict[str, Any], state: dict[str, Any], level: float
):
    assert levels({"mail": {"hosts": 10} | asset}, mail=state) == {"mail": level}


def test_a_chain_is_as_strong_as_its_weakest_link():
    fallen = levels(CHAIN, power={"intact": 7, "wiped": 3}, counters={"intact": 1, "wiped": 1})
    assert fallen == {"power": 70, "network": 70, "counters": 50}


def test_a_diamond_takes_the_worse_way_by_its_shares():
    fallen = levels(DIAMOND, directory={"intact": 4, "wiped": 6})
    assert fallen == {"directory": 40, "mail": 70, "archive": 40, "portal": 40}
    fallen = levels(DIAMOND, directory={"intact": 4, "wiped": 6}, archive={"workaround": 90})
    assert fallen == {"directory": 40, "mail": 70, "archive": 90, "portal": 88}


def test_assets_may_stand_in_the_file_before_what_they_depend_on():
    assert levels(dict(reversed(CHAIN.items())), power={"link": OFF}) == dict.fromkeys(CHAIN, 0)


def test_assets_that_depend_on_each_other_are_no_network():
    circle = {"a": {"hosts": 1, "depends_on": ["b"]}, "b": {"hosts": 1, "depends_on": ["a"]}}
    with pytest.raises(ValueError, match="asset 'a' depends on itself"):
        Network(scenario(assets=circle).assets)


def test_a_fall_is_told_once_for_each_asset_and_only_where_something_changed(begin: Begin):
    play = begin(
        assets=DIAMOND, injects=[setting("mail", OFF, "1h"), setting("archive", CUT, "2h")]
    )
    play.at("2h")
    assert play.told(e.ServiceChanged, "at", "asset", "level") == [
        (3600, "mail", 0), (3600, "portal", 600), (7200, "archive", 0), (7200, "portal", 0),
    ]  # fmt: skip


def test_setting_a_link_as_it_is_tells_nothing(begin: Begin):
    play = begin(assets=CHAIN, injects=[setting("power", UP, "1h")]).at("1h")
    assert play.told(e.LinkChanged) == []


def test_a_workaround_holds_a_floor_until_it_is_taken_back(begin: Begin):
    plan = [("mail-paper", "1h", 60), ("mail-screens", "3h", 0)]
    paper = [{"id": i, "at": at, "then": [{"asset": "mail", "workaround": n}]} for i, at, n in plan]
    play = begin(assets={"mail": {"hosts": 2}}, injects=[*paper, setting("mail", OFF, "2h")])
    play.at("4h").then(e.ServiceChanged, at="2h", level=600).then(
        e.ServiceChanged, at="3h", level=0
    )


# The law: what is worked out where something changed is what would be worked out afresh.

NAMES = tuple("abcdef")
SHARES = ("0%", "30%", "55.5%", "100%")


@st.composite
def networks(draw: st.DrawFn) -> Scenario:
    """Six assets, each depending on some of those before it."""
    assets: dict[str, Any] = {}
    for name in NAMES:
        needs = draw(st.lists(st.sampled_from(NAMES), unique=True).map(set)) & assets.keys()
        assets[name] = {
            "hosts": draw(st.integers(1, 7)),
            "enough": draw(st.sampled_from(SHARES)),
            "isolated_service": draw(st.integers(0, 100)),
            "depends_on": [
                {"asset": n, "share": draw(st.sampled_from(SHARES))} for n in sorted(needs)
            ],
        }
    return scenario(assets=dict(draw(st.permutations(list(assets.items())))))


CHANGES = st.tuples(
    st.sampled_from(NAMES),
    st.sampled_from((CUT, OFF, UP)) | st.integers(0, 7) | st.floats(0, 100, width=16),
)


def change(state: AssetState, to: str | float) -> None:
    hosts = state.intact + state.wiped
    match to:
        case str():
            state.link = to
        case int():
            state.intact, state.wiped = min(to, hosts), hosts - min(to, hosts)
        case _:
            state.workaround = round(to)


@given(networks(), st.lists(CHANGES, max_size=12))
def test_levels_worked_out_step_by_step_are_those_worked_out_afresh(
    world: Scenario, changes: list[tuple[str, str | float]]
):
    network = Network(world.assets)
    states = {name: AssetState(asset.hosts) for name, asset in world.assets.items()}
    for name, level in standing_services(world, states).items():
        states[name].service = level
    for name, to in changes:
        change(states[name], to)
        for fallen in network.affected(name):
            states[fallen].service = network.level(fallen, states)
        afresh = standing_services(world, states)
        assert {name: state.service for name, state in states.items()} == afresh
