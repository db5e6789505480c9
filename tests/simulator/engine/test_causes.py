"""What followed from what: every event knows the one that brought it about."""

from typing import Any

import pytest

from simulator.engine import commands as c
from simulator.engine import events as e
from tests.simulator.engine.playbook import Begin, Story

ROLES: dict[str, Any] = {"soc": {"teams": {"analysts": 1}}, "csmu": {}}
FACTS: dict[str, Any] = {"open": {}, "shut": {}}
MAIL = {"mail": {"hosts": 10}, "web": {"hosts": 1, "depends_on": ["mail"]}}


def asks(*effects: dict[str, Any], **option: Any) -> dict[str, Any]:
    """An inject that asks at one o'clock; the one answer has these effects."""
    yes = {"id": "yes", "label": "Yes", "then": list(effects)} | option
    decision = {"ask": "Do it?", "options": [yes], "due": "1h", "default": "yes"}
    return {"id": "fire", "at": "1h", "decision": decision}


@pytest.fixture
def play(begin: Begin) -> Any:
    def told(*injects: dict[str, Any], **parts: Any) -> Story:
        usual = {"roles": ROLES, "facts": FACTS, "assets": MAIL, "staffed": ("soc", "csmu")}
        return begin(injects=injects, **usual | parts).at("1h")

    return told


def decide(play: Story) -> Story:
    return play.when(c.Answer("soc", "fire", "yes")).at("10h")


def chain(play: Story, kind: type, **fields: Any) -> list[str]:
    """From the first event of this kind back to what began it, in words."""
    log, because = play.exercise.annals
    place = next(
        n for n, event in enumerate(log)
        if type(event) is kind and all(getattr(event, k) == v for k, v in fields.items())
    )  # fmt: skip
    found = []
    while place >= 0:
        found.append(e.WORDS[type(log[place])])
        place = because[place]
    return found


def test_what_people_ask_for_and_what_time_brings_has_no_cause(play: Any):
    told = decide(play(asks()))
    assert chain(told, e.DecisionTaken) == ["decision-taken"]
    assert chain(told, e.InjectSent) == ["inject-sent"]
    assert chain(told, e.DecisionOpened) == ["decision-opened", "inject-sent"]


def test_effects_follow_from_the_decision_now_or_later(play: Any):
    told = decide(play(asks({"asset": "mail", "wipe": 5}, {"fact": "open", "after": "2h"})))
    assert chain(told, e.HostsHit) == ["hosts-hit", "decision-taken"]
    assert chain(told, e.FactSet) == ["fact-set", "decision-taken"]
    assert chain(told, e.ServiceChanged, asset="web")[-2:] == ["hosts-hit", "decision-taken"]


def test_what_follows_from_silence_follows_from_the_missed_decision(play: Any):
    told = play(asks({"fact": "open"})).at("10h")
    assert chain(told, e.FactSet) == ["fact-set", "decision-missed", "inject-sent"]


def test_after_consent_it_is_still_the_decision(play: Any):
    told = play(asks({"fact": "open"}, consent=[{"from": "csmu"}]))
    told.when(c.Answer("soc", "fire", "yes")).at("2h")
    told.when(c.Consent("csmu", "decision/fire", "grant")).at("3h")
    assert chain(told, e.FactSet) == ["fact-set", "decision-taken"]


def test_what_was_waiting_for_a_condition_follows_from_what_turned_it(play: Any):
    alarm = {"id": "alarm", "when": {"fact": "open"}, "delay": "1h", "then": [{"fact": "shut"}]}
    told = decide(play(asks({"fact": "open"}), alarm))
    assert chain(told, e.FactSet, fact="shut") == [
        "fact-set", "inject-sent", "fact-set", "decision-taken",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("kind", "parts", "effect"),
    [
        (e.StepStarted, {"when": {"fact": "open"}, "lasts": "1h"}, {"fact": "open"}),
        (e.StepStarted, {"at": "9h"}, {"step": "act", "start": True}),
        (e.StepStopped, {"at": "9h"}, {"step": "act", "stop": True}),
        (e.StepStopped, {"lasts": "9h", "stopped_by": {"fact": "open"}}, {"fact": "open"}),
        (e.StepStopped, {"at": "4h", "stopped_by": {"fact": "open"}}, {"fact": "open"}),
        (e.StepBlocked, {"at": "4h", "blocked_by": {"fact": "open"}}, {"fact": "open"}),
        (e.StepBlocked, {"wipe": {"asset": "mail", "hosts_per_minute": 0.01}},
         {"asset": "mail", "set": "isolated"}),
    ],
)  # fmt: skip
def test_what_becomes_of_the_adversary_follows_from_what_let_or_stopped_it(
    play: Any, kind: type, parts: dict[str, Any], effect: dict[str, Any]
):
    told = decide(play(asks(effect), steps=[{"id": "act"} | parts]))
    assert chain(told, kind)[-1] == "decision-taken"


def test_what_was_blocked_goes_on_because_it_is_free_again(play: Any):
    held = {"id": "act", "at": "30m", "blocked_by": {"asset": "mail", "is": "isolated"}}
    cut = {"id": "cut", "at": "0s", "then": [{"asset": "mail", "set": "isolated"}]}
    told = decide(play(asks({"asset": "mail", "set": "connected"}), cut, steps=[held]))
    assert chain(told, e.StepBlocked)[-1] == "inject-sent"
    assert chain(told, e.StepStarted) == ["step-started", "link-changed", "decision-taken"]


def test_one_step_follows_from_the_other_and_what_it_does_from_itself(play: Any):
    steps = [
        {"id": "in", "when": {"fact": "open"}, "foothold": "mail", "lasts": "1h"},
        {"id": "out", "after": "in", "wipe": {"asset": "mail", "hosts_per_minute": 2}},
    ]
    told = decide(play(asks({"fact": "open"}), steps=steps))
    assert chain(told, e.HostsHit) == [
        "hosts-hit", "step-started", "step-succeeded", "step-started", "fact-set",
        "decision-taken",
    ]  # fmt: skip


def test_work_follows_from_its_order_and_not_from_the_work_it_waited_for(play: Any):
    takes = {"takes": {"people": {"analysts": 1}, "time": "1h"}}
    actions = {"first": takes | {"then": [{"fact": "open"}]}, "second": takes}
    told = play(asks(), actions=actions)
    told.when(c.Order("soc", "first"), c.Order("soc", "second")).at("9h")
    assert chain(told, e.WorkStarted, order="second-1") == ["work-started", "action-ordered"]
    assert chain(told, e.FactSet) == ["fact-set", "action-ordered"]


def test_what_a_bot_does_follows_from_what_it_answers_to(begin: Begin):
    report = {"by": "soc", "to": "csmu", "clock": {"starts": {"fact": "open"}, "within": "9h"}}
    play = begin(
        roles=ROLES, facts=FACTS, injects=[asks({"fact": "open"})], bots="doctrine",
        reports={"log": report},
    ).at("10h")  # fmt: skip
    assert chain(play, e.ReportSent) == [
        "report-sent", "report-due", "fact-set", "decision-taken", "decision-opened",
        "inject-sent",
    ]  # fmt: skip
