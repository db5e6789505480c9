"""What leads nowhere, beside what only seems to. Each page of docs/checks.md is a test as well."""

from typing import Any

import pytest

from simulator.authoring.logic import found
from tests.simulator.engine.playbook import scenario


def codes(**parts: Any) -> list[str]:
    return [finding.code for finding in found(scenario(**parts))]


def test_an_inject_is_sent_in_many_ways():
    """By hand, by an effect, by a detection, after another; each of them is enough."""
    sends = {"id": "first", "at": "1h", "then": [{"inject": "by-effect"}]}
    step = {"id": "enter", "at": "1h", "seen": {"chance": "10%", "inject": "by-alarm"}}
    injects = [
        sends, {"id": "by-effect"}, {"id": "by-alarm"}, {"id": "by-hand", "by_hand": True},
        {"id": "later", "after": "by-hand", "delay": "9h"},
    ]  # fmt: skip
    assert codes(injects=injects, steps=[step]) == []
    assert codes(injects=injects, steps=[step | {"at": "10h", "lasts": "0s", "chance": "0%"}]) == [
        "L30", "L49",
    ]  # fmt: skip


def test_what_waits_for_the_unsent_is_unsent_itself():
    late = {"id": "late", "at": "9h", "delay": "2h"}
    chain = [late, {"id": "next", "after": "late"}, {"id": "last", "after": "next"}]
    told = list(found(scenario(injects=chain)))
    assert [f.code for f in told] == ["L30"] * 3
    assert told[2].sentence.startswith("'next' is never sent")


@pytest.mark.parametrize(
    ("again", "expected"),
    [
        ({"repeat": {"every": "1m", "times": 1000}}, ["L36"]),
        ({"repeat": {"every": "1m", "times": 100}}, []),
        ({"repeat": {"every": "1h", "times": 1000}}, []),
        ({"then": [{"inject": "ping", "after": "5m"}]}, ["L36"]),
        ({"then": [{"inject": "ping", "after": "5m", "chance": "50%"}]}, []),
        ({"then": [{"inject": "ping", "after": "2h"}]}, []),
    ],
)
def test_how_often_is_too_often(again: dict[str, Any], expected: list[str]):
    assert codes(injects=[{"id": "ping", "at": "5m"} | again]) == expected


ACT = [{"fact": "done"}]


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ({}, {}, ["L37"]),
        ({"best": True}, {}, ["L37"]),
        ({"then": ACT}, {"then": ACT}, ["L38"]),
        ({"then": ACT}, {"then": ACT, "best": True}, []),
        ({"then": ACT}, {"then": ACT, "irreversible": True}, []),
        ({"then": ACT}, {}, []),
    ],
)
def test_options_differ_by_what_they_do(left: Any, right: Any, expected: list[str]):
    options = [{"id": "one", "label": "One"} | left, {"id": "two", "label": "Two"} | right]
    asks = {"id": "ask", "at": "1h", "decision": {"ask": "Well?", "options": options}}
    assert codes(facts={"done": {}}, injects=[asks]) == expected


@pytest.mark.parametrize(
    "asked",
    [
        {"when": {"decision": "ask", "chose": "two"}},
        {"at": "2h", "text": "They said: ${decision.ask}"},
    ],
)
def test_a_decision_that_is_asked_for_has_consequences(asked: dict[str, Any]):
    options = [{"id": name, "label": name} for name in ("one", "two")]
    asks = {"id": "ask", "at": "1h", "decision": {"ask": "Well?", "options": options}}
    assert codes(injects=[asks, {"id": "then", **asked}]) == []


@pytest.mark.parametrize(("within", "expected"), [("2h", []), ("60h", ["L53"])])
def test_no_time_to_do_it_is_longer_than_the_exercise(within: str, expected: list[str]):
    measure = {"done": {"fact": "done"}, "within": within}
    sets = {"id": "sets", "at": "1h", "then": [{"fact": "done", "chance": "50%"}]}
    goal = {"goal": {"title": "Goal", "measures": [measure]}}
    assert codes(facts={"done": {}}, injects=[sets], objectives=goal) == expected


def test_an_answer_is_given_away_by_a_whole_sentence_only():
    hope = "They cut the harbour off from the network at once."

    def told(text: str) -> list[str]:
        return codes(injects=[{"id": "news", "at": "1h", "text": text, "expected": hope}])

    assert told(f"Smoke. {hope.upper()} Or so we hear.") == ["L48"]
    assert told("They cut the harbour off.") == []


@pytest.mark.parametrize(
    ("label", "marked"),
    [
        ("We call them (best)", True), ("[correct] We call", True), ("The right answer", True),
        ("E thërrasim (më e mira)", True), ("Përgjigja e saktë: e thërrasim", True),
        ("Correct the report", False), ("Choose the best team", False),
        ("Turn right (at the harbour)", False),
    ],
)  # fmt: skip
def test_labels_that_mark_the_answer(label: str, marked: bool):
    options = [{"id": "one", "label": label, "then": ACT}, {"id": "two", "label": "No"}]
    asks = {"id": "ask", "at": "1h", "decision": {"ask": "Well?", "options": options}}
    assert codes(facts={"done": {}}, injects=[asks]) == (["L48"] if marked else [])


def test_outcomes_that_together_always_hold_need_no_last_one():
    won, lost = {"when": {"fact": "done"}}, {"when": {"not": {"fact": "done"}}}
    parts: dict[str, Any] = {"facts": {"done": {}}, "actions": {"act": {"then": ACT}}}
    assert codes(outcomes={"won": won, "lost": lost}, **parts) == []
    assert codes(outcomes={"won": won}, **parts) == ["L46"]


def test_an_end_below_a_certain_one_comes_only_by_itself():
    won, calm = {"when": {"fact": "done"}}, dict[str, Any]()
    parts: dict[str, Any] = {"facts": {"done": {}}, "actions": {"act": {"then": ACT}}}
    assert codes(outcomes={"calm": calm, "won": won}, **parts) == ["L45"]
    assert codes(outcomes={"calm": calm, "won": won | {"ends": True}}, **parts) == []
    parts["actions"]["act"]["then"] = [*ACT, {"end": "won"}]
    assert codes(outcomes={"calm": calm, "won": won}, **parts) == []


def test_a_level_may_be_faster_than_what_is_written():
    """What only the base is too slow for is not called impossible."""
    step = {"id": "enter", "at": "1h", "delay": "10h"}
    assert codes(steps=[step]) == ["L49"]
    assert codes(steps=[step], levels={"hard": {"adversary": "50%"}}) == []
