"""Control reads in the MSEL when each inject will fire, why not yet, and what became of it."""

from typing import Any

import pytest

from simulator.engine.commands import (
    CONTROL,
    Amend,
    Answer,
    Delay,
    Fire,
    Hold,
    Read,
    Release,
    Repace,
    Skip,
    Withdraw,
    Write,
)
from simulator.engine.views.overview import InjectRow
from tests.simulator.engine.playbook import Begin, Story

ROLES: dict[str, Any] = {"soc": {"short": "SOC"}, "csmu": {"short": "CSMU"}}
ASKED = {
    "ask": "Isolate or wait?", "due": "1h",
    "options": [{"id": "cut", "label": "Isolate"}, {"id": "wait", "label": "Wait"}],
}  # fmt: skip

ANSWERED = {"decision": "first", "is": "taken"}


def row(told: Story, inject: str) -> InjectRow:
    return next(row for row in told.exercise.panel().msel if row.id == inject)


@pytest.fixture
def one(begin: Begin) -> Any:
    """The row of an inject, `it`, of these parts, in a world with some others."""

    def told(**parts: Any) -> Story:
        return begin(
            staffed=("soc", "csmu"),
            roles=ROLES,
            assets={"tims": {"title": "TIMS", "hosts": 5}},
            facts={"warned": {"about": "The owner was warned."}},
            gauges={"trust": {"title": "Trust", "start": 50, "drifts": [{"per_hour": -10}]}},
            reports={"notice": {"title": "Notice", "by": "soc", "to": "csmu"}},
            actions={
                "cut": {"title": "Cut it off", "first": [{"asset": "tims", "set": "isolated"}]}
            },
            injects=[
                {"id": "first", "at": "1h", "title": "First", "decision": ASKED},
                {"id": "it", "title": "It", "to": ["soc", "csmu"], **parts},
            ],
        )

    return told


WAITS = [
    ({"at": "2h20m"}, "due", "at T+02:20"),
    ({"by_hand": True, "at": "1h"}, "waiting", "by hand only"),
    ({}, "waiting", "by hand only"),
    ({"when": {"asset": "tims", "is": "isolated"}, "delay": "2h20m"}, "waiting",
     "waits until TIMS is isolated, and 02:20 after that"),
    ({"after": "first", "delay": {"between": ["10m", "1h"]}}, "waiting",
     "waits until “First” was sent, and 00:10 to 01:00 after that"),
    ({"at": "3h", "when": {"any": [ANSWERED, {"time": {"after": "5h"}}]}}, "waiting",
     "waits until T+03:00 and (for SOC's answer to “Isolate or wait?” or until T+05:00)"),
    ({"at": "2h", "unless": {"report": "notice"}}, "due",
     "at T+02:00; not if by then the report “Notice” was sent"),
    ({"at": "2h", "unless": {"not": {"fact": "warned"}}}, "due",
     "at T+02:00; not needed as things stand: “The owner was warned” is not so"),
]  # fmt: skip


@pytest.mark.parametrize(("parts", "state", "waits"), WAITS)
def test_an_inject_tells_when_it_comes_and_why_not_yet(one, parts, state, waits):
    found = row(one(**parts), "it")
    assert (found.state, found.waits) == (state, waits)
    assert found.by_hand == (waits == "by hand only")


def test_only_what_still_lacks_is_told_and_time_and_events_bring_it_about(one):
    """Given an inject that waits for three things, when one after the other comes, then the rest
    is told, and when none is left, its second."""
    when = {"all": [{"inject": "first"}, {"gauge": "trust", "below": 35}]}
    told = one(at="2h30m", when=when, delay="1h")
    assert row(told, "it").waits == (
        "waits until T+02:30 and until “First” was sent and until Trust is below 35,"
        " and 01:00 after that"
    )
    told.at("1h")
    assert row(told, "it").waits.startswith("waits until T+02:30 and until Trust is below 35")
    told.at("1h36m")
    assert row(told, "it").waits.startswith("waits until T+02:30, and 01:00")
    told.at("2h30m")
    found = row(told, "it")
    assert (found.state, found.due, found.waits) == ("due", 3 * 3600 + 1800, "at T+03:30")


GONE = [
    ({"decision": "first", "chose": "cut"}, "until “Isolate or wait?” is settled as “Isolate”"),
    ({"decision": "first", "is": "missed"}, "until SOC has missed “Isolate or wait?”"),
    ({"not": {"inject": "first"}}, "until “First” was not sent"),
    ({"time": {"before": "1h"}}, "until it is before T+01:00"),
    ({"any": [{"decision": "first", "chose": "cut"}, {"fact": "warned"}]}, None),
]


@pytest.mark.parametrize(("when", "gone"), GONE)
def test_what_can_not_come_any_more_as_things_stand_says_so(one, when, gone):
    told = one(at="5h", when=when)
    assert "does not come" not in row(told, "it").waits
    told.at("1h").when(Answer("soc", "first", "wait"))
    if gone:
        assert row(told, "it").waits == f"does not come as things stand: waits {gone}"
    else:
        assert row(told, "it").waits.startswith("waits until T+05:00 and (until “Isolate")


def test_what_else_may_send_it_is_named_until_it_is_settled(begin):
    sends = [{"inject": "it"}]
    options = [{"id": "cut", "label": "Isolate", "then": sends}, {"id": "wait", "label": "Wait"}]
    told = begin(
        staffed=("soc",),
        steps=[{"id": "wipe", "title": "The wiper", "at": "9h",
                "seen": {"chance": "0%", "inject": "it"}}],
        injects=[
            {"id": "ask", "at": "0s", "decision": {"ask": "Now?", "options": options}},
            {"id": "it", "by_hand": True},
        ],
    )  # fmt: skip
    assert row(told, "it").waits == (
        "sent by “Isolate” on “Now?” or when “The wiper” is noticed; or by hand"
    )
    assert not row(told, "it").due
    told.when(Answer("soc", "ask", "wait"))
    assert row(told, "it").waits == "sent when “The wiper” is noticed; or by hand"


def test_alarms_limits_and_challenges_may_send_it_too(begin):
    answer = {"salt": "0" * 16, "hash": "0" * 64}
    shift = {"category": "logs", "title": "The shift", "points": 9, "text": "?"}
    shift |= {"answers": [answer], "then": [{"inject": "it"}]}
    tank = {
        "title": "Tank", "unit": "m", "start": 50,
        "alarms": {"low": {"below": 9, "title": "It is low", "inject": "it"}},
        "limits": {"dry": {"below": 1, "title": "It is dry", "then": [{"inject": "it"}]}},
    }  # fmt: skip
    told = begin(
        gauges={"tank": tank},
        contest={"title": "C", "categories": {"logs": {"title": "L"}}, "challenges": {"a": shift}},
        injects=[{"id": "it", "by_hand": True}],
    )
    assert row(told, "it").waits == (
        "sent by “The shift” or by “It is dry” or by “It is low”; or by hand"
    )
    assert not row(told, "it").by_hand


def test_it_was_sent_then_read_by_all_who_can_then_answered(one):
    told = one(at="10m", decision=ASKED | {"by": "csmu"}).at("10m")
    found = row(told, "it")
    assert (found.state, found.sent_at, found.times, found.waits) == ("sent", 600, 1, "")
    assert (found.decider, found.decision_due, found.answer) == ("csmu", 4200, "")
    told.when(Read("soc", "it"))
    assert (row(told, "it").state, row(told, "it").read_by) == ("sent", ("soc",))
    told.vacate("csmu")
    assert row(told, "it").state == "read"
    told.staff("csmu").when(Answer("csmu", "it", "cut", "At once."))
    found = row(told, "it")
    assert (found.state, found.answer, found.decision_due) == (
        "answered",
        "Isolate – At once.",
        None,
    )


def test_a_decision_that_nobody_took_was_missed(one):
    told = one(at="10m", decision=ASKED | {"default": "wait"}).at("2h")
    assert (row(told, "it").state, row(told, "it").answer) == ("missed", "Wait")


def test_what_control_does_is_told_with_who_and_why(one):
    told = one(at="2h")
    told.when(Hold(CONTROL, "it", "too early", "Ana"))
    found = row(told, "it")
    assert (found.state, found.by) == ("held", "Ana")
    assert found.waits == "held by Ana: too early; planned for T+02:00"
    told.when(Release(CONTROL, "it"), Delay(CONTROL, "it", 5 * 3600, "", "Ana"))
    assert row(told, "it").waits == "at T+05:00"
    told.when(Skip(CONTROL, "it", "no time", "Ben"))
    assert (row(told, "it").state, row(told, "it").waits) == ("skipped", "struck by Ben: no time")


def test_what_is_put_off_while_it_waits_is_told(one):
    told = one(when={"fact": "warned"}).when(Delay(CONTROL, "it", 5 * 3600))
    assert row(told, "it").waits == ("waits until “The owner was warned” is so; not before T+05:00")
    told.at("5h")
    assert row(told, "it").waits == "waits until “The owner was warned” is so"


def test_what_was_not_needed_says_so(one):
    told = one(at="1h", unless={"not": {"fact": "warned"}}).at("1h")
    assert (row(told, "it").state, row(told, "it").waits) == ("skipped", "not needed")


def test_what_was_withdrawn_is_marked(one):
    told = one(at="10m").at("10m").when(Withdraw(CONTROL, "it", "wrong room", "Ana"))
    assert (row(told, "it").state, row(told, "it").waits) == (
        "withdrawn", "withdrawn by Ana: wrong room",
    )  # fmt: skip


def test_what_control_wrote_stands_at_the_end_and_what_it_changed_is_new(one):
    told = one(at="2h")
    told.when(
        Write(CONTROL, ("soc",), "phone", "A call", "Hello", ask="Well?", at=7200),
        Amend(CONTROL, "it", to=("csmu",), subject="That"),
    )
    rows = told.exercise.panel().msel
    assert [(r.title, r.to, r.hand) for r in rows[1:]] == [
        ("That", ("csmu",), True), ("A call", ("soc",), True),
    ]  # fmt: skip
    assert (rows[-1].state, rows[-1].due, rows[-1].asks) == ("due", 7200, "Well?")
    told.when(Fire(CONTROL, rows[-1].id))
    assert row(told, rows[-1].id).state == "sent"


def test_after_a_new_pace_the_seconds_that_gates_wait_for_have_moved_too(one):
    """Given an inject that waits for T+04:00 and a fact, when the end comes twice as soon, then
    it waits for T+02:00, and indeed comes then."""
    told = one(at="4h", when={"any": [{"fact": "warned"}, {"time": {"after": "1h"}}]})
    told.when(Repace(CONTROL, 5 * 3600))
    assert row(told, "first").waits == "at T+00:30"
    assert row(told, "it").waits.startswith("waits until T+02:00 and (")
    told.at("1h59m59s")
    assert row(told, "it").sent_at is None
    told.at("2h")
    assert row(told, "it").sent_at == 7200


def test_a_row_that_did_not_change_is_the_very_same(one):
    told = one(at="2h")
    before = told.exercise.panel().msel
    told.when(Hold(CONTROL, "first"))
    after = told.exercise.panel().msel
    assert after[0] is not before[0]
    assert after[1] is before[1]
    told.at("30m")
    assert told.exercise.panel().msel is after
