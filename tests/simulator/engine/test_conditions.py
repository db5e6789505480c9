"""Conditions joined and denied, and what each has to be asked again for."""

from typing import Any

import pytest
from pydantic import TypeAdapter

from simulator.engine import truth
from simulator.engine.startex import at_startex
from simulator.engine.state import State
from simulator.engine.truth import ALWAYS, both, compiled, denied, either, reached
from simulator.scenario.conditions import Condition
from tests.simulator.engine.playbook import scenario

WORLD = scenario(facts={"known": {"start": True}, "unknown": {}})
parsed = TypeAdapter(Condition).validate_python


def asked(condition: dict[str, Any]) -> truth.Test:
    return compiled(parsed(condition))


def state() -> State:
    return at_startex(WORLD, {}, ())


YES, NO = {"fact": "known"}, {"fact": "unknown"}


@pytest.mark.parametrize(
    ("condition", "holds"),
    [
        ({"all": [YES, YES]}, True),
        ({"all": [YES, NO]}, False),
        ({"any": [NO, YES]}, True),
        ({"any": [NO, NO]}, False),
        ({"not": {"any": [NO, {"all": [YES, NO]}]}}, True),
        ({"all": [{"not": NO}, {"any": [NO, {"not": NO}]}]}, True),
    ],
)
def test_conditions_are_joined_and_denied(condition: dict[str, Any], holds: bool):
    assert asked(condition).holds(state(), 0) is holds


def test_no_condition_always_holds_and_asks_for_nothing():
    assert compiled(None) is ALWAYS
    assert ALWAYS.holds(state(), 0)
    assert both() is ALWAYS
    assert both(ALWAYS, ALWAYS) is ALWAYS


def test_tests_can_be_joined_too():
    yes, no = asked(YES), asked(NO)
    assert [both(yes, no).holds(state(), 0), either(yes, no).holds(state(), 0)] == [False, True]
    assert both(ALWAYS, yes) is yes
    assert denied(no).holds(state(), 0)
    assert [reached(60).holds(state(), now) for now in (59, 60)] == [False, True]


@pytest.mark.parametrize(
    ("condition", "keys", "times", "levels"),
    [
        ({"asset": "mail", "is": "isolated"}, [("asset", "mail")], [], []),
        ({"gauge": "trust", "below": 50, "at_least": 1.5}, [("gauge", "trust")], [],
         [("trust", 50_000), ("trust", 1500)]),
        ({"step": "wipe", "is": "done"}, [("step", "wipe")], [], []),
        ({"inject": "news"}, [("inject", "news")], [], []),
        ({"decision": "fire", "is": "open"}, [("decision", "fire")], [], []),
        ({"action": "scan"}, [("action", "scan")], [], []),
        ({"report": "log"}, [("report", "log")], [], []),
        ({"team": "analysts", "free": {"below": 1}}, [("team", "analysts")], [], []),
        ({"fact": "known"}, [("fact", "known")], [], []),
        ({"module": "talk"}, [("module", "talk")], [], []),
        ({"time": {"after": "1h", "before": "2h"}}, [], [3600, 7200], []),
        ({"capability": "watch"}, [], [], []),
        ({"role": "soc", "is": "bot"}, [("seat", "soc")], [], []),
        ({"any": [YES, {"not": {"all": [NO, {"time": {"after": "1m"}}]}}, YES]},
         [("fact", "known"), ("fact", "unknown")], [60], []),
    ],
)  # fmt: skip
def test_a_test_names_once_what_it_reads(
    condition: dict[str, Any], keys: list[Any], times: list[int], levels: list[Any]
):
    test = asked(condition)
    assert (list(test.keys), list(test.times), list(test.levels)) == (keys, times, levels)
