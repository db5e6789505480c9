"""Capabilities: what a country has or lacks, chosen for a run, changes how it goes."""

from typing import Any

import pytest

from simulator.engine import events as e
from simulator.engine.commands import Order
from simulator.engine.errors import Refused
from simulator.engine.exercise import Exercise, Setup
from tests.simulator.engine.playbook import Begin, scenario

WATCH = {"capability": "watch"}
WORLD: dict[str, Any] = {
    "roles": {"soc": {"teams": {"analysts": 2}}},
    "gauges": {"trust": {"start": 50}},
    "capabilities": {
        "watch": {
            "has": False,
            "then": [{"team": "analysts", "add": 3}],
            "otherwise": [{"gauge": "trust", "set": 40}],
        },
        "backups": {"has": True, "otherwise": [{"gauge": "trust", "add": -5}]},
    },
    "steps": [
        {"id": "creep", "seen": {"chance": "0%", "sooner": [{"when": WATCH, "chance": "100%"}]}}
    ],
    "actions": {"restore": {"needs": {"capability": "backups"}, "needs_text": "No backups."}},
}


@pytest.mark.parametrize(
    ("chosen", "analysts", "trust", "seen", "restores"),
    [
        ({}, 2, 40, False, True),
        ({"having": ("watch",)}, 5, 50, True, True),
        ({"lacking": ("backups",)}, 2, 35, False, False),
        ({"having": ("watch",), "lacking": ("backups",)}, 5, 45, True, False),
        ({"having": ("backups",), "lacking": ("watch",)}, 2, 40, False, True),
        ({"having": ("watch",), "lacking": ("watch",)}, 2, 40, False, True),
    ],
)
def test_what_is_chosen_changes_teams_gauges_detection_and_actions(
    begin: Begin, chosen: dict[str, Any], analysts: int, trust: int, seen: bool, restores: bool
):  # fmt: skip
    play = begin(**WORLD, **chosen).at("1h")
    state = play.exercise.state
    assert state.teams["analysts"].people == analysts
    assert state.gauges["trust"].value == trust * 1000
    assert state.steps["creep"].seen is seen
    if restores:
        play.when(Order("soc", "restore")).then(e.WorkDone)
    else:
        assert play.refuses("not-now", Order("soc", "restore")) == "No backups."


def test_effects_of_a_capability_may_come_later(begin: Begin):
    effect = {"gauge": "trust", "add": 5, "after": "2h"}
    play = begin(
        gauges={"trust": {"start": 50}}, capabilities={"watch": {"has": True, "then": [effect]}}
    ).at("9h")
    assert play.told(e.GaugeMoved, "at", "value") == [(7200, 55_000)]


@pytest.mark.parametrize(
    ("setup", "sentence"),
    [
        (Setup(having=("luck",)), "this exercise has no capability 'luck' (it has none)"),
        (Setup(lacking=("luck",)), "this exercise has no capability 'luck' (it has none)"),
        (Setup(staffed=("press",)), "this exercise has no role 'press' (it has soc)"),
        (Setup(bots="clever"), "bots are one of doctrine, slow, silent, random"),  # type: ignore[arg-type]
    ],
)
def test_a_setup_names_only_what_there_is(setup: Setup, sentence: str):
    with pytest.raises(Refused) as refused:
        Exercise(scenario(), setup)
    assert (refused.value.code, str(refused.value)) == ("unknown", sentence)
