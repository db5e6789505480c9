"""Every condition reads as a plain clause, and of a compound one it is told what is lacking."""

from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter

from simulator.engine import wording as w
from simulator.engine.startex import at_startex
from simulator.engine.state import State
from simulator.engine.titles import NO_ORDERS, Titles
from simulator.engine.truth import compiled
from simulator.engine.wording.clauses import Leaf
from simulator.engine.wording.leaves import WORDS
from simulator.scenario import conditions as c
from tests.simulator.engine.flags import contest
from tests.simulator.engine.playbook import scenario

CONDITION: TypeAdapter[Any] = TypeAdapter(c.Condition)
TOLD = scenario(
    roles={"soc": {"title": "Operations", "short": "SOC", "teams": {"crew": 4}}},
    assets={"mail": {"title": "Mail", "hosts": 10}},
    gauges={
        "trust": {"title": "Trust", "start": 50},
        "flow": {
            "title": "Flow",
            "start": 4,
            "unit": "bar",
            "process": {"asset": "mail", "target": 4, "per_hour": 1},
            "alarms": {"high": {"above": 8, "title": "Too fast"}},
            "limits": {"flood": {"above": 9, "title": "A flood"}},
        },
    },
    capabilities={"edr": {"title": "Sensors", "has": True}},
    facts={"warned": {"about": "The owner was warned."}, "named-state": {}, "c": {}},
    steps=[{"id": "wipe", "title": "The wiper runs"}],
    actions={"cut-off": {"title": "Cut it off", "targets": "mail"}},
    reports={"first-notice": {"title": "First notice", "by": "soc", "to": "soc"}},
    modules={"round": {"title": "Round table"}},
    contest=contest(),
    injects=[
        {
            "id": "alarm",
            "title": "An alarm",
            "decision": {
                "ask": "Isolate or wait?",
                "options": [{"id": "cut", "label": "Isolate"}, {"id": "wait", "label": "Wait"}],
            },
        }
    ],
)
TITLES = Titles(TOLD, "en", NO_ORDERS)


def read(condition: dict[str, Any]) -> Any:
    return CONDITION.validate_python(condition)


def said(condition: dict[str, Any], so: bool = True) -> str:
    return w.whole("en", w.clause(TITLES, read(condition), so))


SAID: list[tuple[dict[str, Any], str, str]] = [
    ({"asset": "mail", "is": "isolated"}, "Mail is isolated", "Mail is not isolated"),
    ({"asset": "mail", "foothold": False},
     "no adversary is in Mail",
     "the adversary has a foothold in Mail"),
    ({"asset": "mail", "service": {"at_least": 40, "below": 60.5}},
     "service of Mail is below 60.5 % and at least 40 %",
     "service of Mail is not below 60.5 % and at least 40 %"),
    ({"asset": "mail", "is": "connected", "leaked": {"above": 2}},
     "Mail is connected and the data that left Mail is above 2 GB",
     "Mail is not connected or the data that left Mail is not above 2 GB"),
    ({"asset": "target", "is": "switched-off"},
     "the target is switched off",
     "the target is not switched off"),
    ({"gauge": "trust", "below": 30}, "Trust is below 30", "Trust is not below 30"),
    ({"gauge": "flow", "at_least": 4, "at_most": 7.5},
     "Flow is at least 4 bar and at most 7.5 bar",
     "Flow is not at least 4 bar and at most 7.5 bar"),
    ({"gauge": "flow", "manual": True}, "Flow is worked by hand", "Flow is not worked by hand"),
    ({"gauge": "flow", "alarm": "high"},
     "the alarm “Too fast” of Flow rings", "the alarm “Too fast” of Flow is silent"),
    ({"gauge": "flow", "passed": "flood"},
     "Flow has passed the limit “A flood”", "Flow has not passed the limit “A flood”"),
    ({"gauge": "flow", "above": 6, "deceived": True},
     "Flow is above 6 bar and the reading of Flow is forged",
     "Flow is not above 6 bar or the reading of Flow is not forged"),
    ({"step": "wipe", "is": "done"},
     "“The wiper runs” has succeeded",
     "“The wiper runs” has not succeeded"),
    ({"inject": "alarm"}, "“An alarm” was sent", "“An alarm” was not sent"),
    ({"decision": "alarm", "chose": ["cut", "wait"]},
     "“Isolate or wait?” is settled as “Isolate” or “Wait”",
     "“Isolate or wait?” is not settled as “Isolate” or “Wait”"),
    ({"decision": "alarm", "is": "missed"},
     "SOC has missed “Isolate or wait?”",
     "SOC has not missed “Isolate or wait?”"),
    ({"action": "cut-off", "target": "mail", "is": "running"},
     "“Cut it off – Mail” is under way", "“Cut it off – Mail” is not under way"),
    ({"report": "first-notice"},
     "the report “First notice” was sent",
     "the report “First notice” was not sent"),
    ({"team": "crew", "free": {"at_least": 2}},
     "crew has at least 2 people free", "crew has not at least 2 people free"),
    ({"capability": "edr"}, "the country has “Sensors”", "the country lacks “Sensors”"),
    ({"fact": "warned"}, "“The owner was warned” is so", "“The owner was warned” is not so"),
    ({"fact": "named-state"}, "“named state” is so", "“named state” is not so"),
    ({"module": "round"},
     "the discussion “Round table” has ended",
     "the discussion “Round table” has not ended"),
    ({"challenge": "wing"},
     "the challenge “The wing” is solved", "the challenge “The wing” is not solved"),
    ({"role": "soc", "is": "bot"}, "nobody holds the seat SOC", "people hold the seat SOC"),
    ({"time": {"after": "2h20m"}}, "it is T+02:20 or later", "it is before T+02:20"),
    ({"time": {"before": "26h5s"}}, "it is before T+26:00:05", "it is T+26:00:05 or later"),
    ({"time": {"after": "1h", "before": "2h"}},
     "it is T+01:00 or later and it is before T+02:00",
     "it is before T+01:00 or it is T+02:00 or later"),
]  # fmt: skip


@pytest.mark.parametrize(("condition", "yes", "no"), SAID)
def test_a_condition_reads_as_a_clause_that_can_be_denied(condition, yes, no):
    assert said(condition) == yes
    assert said(condition, so=False) == no
    assert said({"not": condition}) == no


def test_every_kind_of_condition_has_words():
    assert {*WORDS, c.All, c.Any_, c.Not} == set(c.KINDS.values())
    assert {type(read(condition)) for condition, _, _ in SAID} == set(WORDS)


STATES: dict[Any, Any] = {
    kind: kind.model_fields["state"].annotation
    for kind in (
        c.StepIs,
        c.InjectIs,
        c.DecisionIs,
        c.ActionIs,
        c.ReportIs,
        c.ModuleIs,
        c.RoleIs,
        c.ChallengeIs,
    )
}
HEADS: dict[Any, dict[str, Any]] = {
    c.StepIs: {"step": "wipe"}, c.InjectIs: {"inject": "alarm"},
    c.DecisionIs: {"decision": "alarm"},
    c.ActionIs: {"action": "cut-off"}, c.ReportIs: {"report": "first-notice"},
    c.ModuleIs: {"module": "round"}, c.RoleIs: {"role": "soc"},
    c.ChallengeIs: {"challenge": "wing"},
}  # fmt: skip


@pytest.mark.parametrize("kind", STATES, ids=lambda kind: kind.__name__)
def test_every_state_that_can_be_asked_has_words_of_its_own(kind):
    words = set()
    states = [word for word in _words_of(STATES[kind]) if word]
    for state in states:
        words |= {said(HEADS[kind] | {"is": state}), said(HEADS[kind] | {"is": state}, so=False)}
    # A seat that is not its bot's is people's.
    assert len(words) == (2 if kind is c.RoleIs else len(states) * 2)


def _words_of(annotation: Any) -> list[str]:
    found = []
    for arg in get_args(annotation):
        found += [arg] if isinstance(arg, str) else _words_of(arg)
    return found


def test_compound_conditions_nest_in_brackets():
    condition = {
        "all": [{"fact": "warned"}, {"any": [{"inject": "alarm"}, {"time": {"after": "1h"}}]}]
    }
    assert said(condition) == (
        "“The owner was warned” is so and (“An alarm” was sent or it is T+01:00 or later)"
    )


def test_one_waits_for_an_answer_or_until_something_is_so():
    condition = {
        "any": [
            {"decision": "alarm", "is": "taken"},
            {"time": {"after": "2h20m"}},
            {"fact": "warned"},
        ]
    }
    told = w.clause(TITLES, read(condition))
    assert w.waited_for("en", told) == (
        "for SOC's answer to “Isolate or wait?” or until T+02:20"
        " or until “The owner was warned” is so"
    )


def test_every_word_of_ours_is_said_in_the_readers_language(foreign):
    told = w.clause(Titles(TOLD, foreign, NO_ORDERS), read({"asset": "mail", "is": "isolated"}))
    assert w.whole(foreign, told) == "«Mail is isolated»"


# What is lacking, and what holds

FACTS = ("warned", "named-state", "c")
TREES: st.SearchStrategy[dict[str, Any]] = st.recursive(
    st.sampled_from([{"fact": fact} for fact in FACTS]),
    lambda parts: st.one_of(
        st.builds(lambda part: {"not": part}, parts),
        st.builds(lambda some: {"all": some}, st.lists(parts, min_size=1, max_size=3)),
        st.builds(lambda some: {"any": some}, st.lists(parts, min_size=1, max_size=3)),
    ),
    max_leaves=8,
)


def leaves(told: w.Clause) -> list[Leaf]:
    return [told] if isinstance(told, Leaf) else [leaf for p in told.parts for leaf in leaves(p)]


@given(TREES, st.lists(st.booleans(), min_size=3, max_size=3), st.booleans())
def test_what_lacks_does_not_hold_and_what_stands_does(tree, facts, so):
    condition, state = read(tree), _world(facts)
    told = w.clause(TITLES, condition, so)
    holds = compiled(condition).holds(state, 0) is so
    assert told.test.holds(state, 0) is holds
    lacking, standing = w.lacking(told, state, 0), w.standing(told, state, 0)
    assert (lacking is None, standing is not None) == (holds, holds)
    if lacking:
        assert not any(leaf.test.holds(state, 0) for leaf in leaves(lacking))
    if standing:
        assert all(leaf.test.holds(state, 0) for leaf in leaves(standing))


def _world(facts: list[bool]) -> State:
    state = at_startex(TOLD, {"edr": True}, ())
    state.facts.update(zip(FACTS, facts, strict=True))
    return state
