"""Dissent: a colleague of the role sees a decision otherwise; it is kept for the review."""

from typing import Any

import pytest

from simulator.engine import events as e
from simulator.engine.commands import Answer, Dissent
from simulator.engine.views import DissentView
from tests.simulator.engine.playbook import Begin, Story

ROLES: dict[str, Any] = {"soc": {}, "csmu": {}}
OPTIONS = [{"id": "pull", "label": "Pull"}, {"id": "wait", "label": "Wait"}]
ASKS = {"ask": "Pull the plug?", "options": OPTIONS, "due": "1h", "default": "wait"}
FIRE = {"id": "fire", "at": "1h", "to": ["soc", "csmu"], "decision": ASKS}


@pytest.fixture
def play(begin: Begin) -> Story:
    """An hour in, with the plug in question."""
    return begin(roles=ROLES, injects=[FIRE]).at("1h")


def dissents(play: Story) -> tuple[DissentView, ...]:
    [decision] = play.exercise.view("soc").decisions
    return decision.dissents


def test_a_colleague_who_sees_it_otherwise_is_on_record(play: Story):
    play.when(Answer("soc", "fire", "pull"), Dissent("soc", "fire", "We lose the logs.", "Arta"))

    play.then(
        e.DissentRecorded, at="1h", to=("soc",), decision="fire", role="soc", by="Arta",
        text="We lose the logs.",
    )  # fmt: skip
    assert dissents(play) == (DissentView(3600, "Arta", "We lose the logs."),)
    line = play.exercise.view("soc").log[-1]
    assert (line.at, line.kind) == (3600, "decision")
    assert line.words == "Arta sees it otherwise: Pull the plug? → We lose the logs."


def test_the_decision_stands_all_the_same(play: Story):
    play.when(Answer("soc", "fire", "pull"))
    before = play.exercise.state.hash()
    play.when(Dissent("soc", "fire", "We lose the logs."))
    assert play.exercise.state.hash() == before
    assert play.exercise.view("soc").decisions[0].chosen == "Pull"


def test_one_may_dissent_before_it_is_decided_and_after_it_was_missed_and_more_than_once(
    play: Story,
):
    play.when(Dissent("soc", "fire", "Don't.")).at("3h")
    play.when(Dissent("soc", "fire", "I said so.", "Arta"), Dissent("soc", "fire", "So did I."))
    assert [(d.at // 3600, d.by, d.text) for d in dissents(play)] == [
        (1, "", "Don't."), (3, "Arta", "I said so."), (3, "", "So did I."),
    ]  # fmt: skip


def test_other_roles_hear_nothing_of_it_though_they_were_told_of_the_question(play: Story):
    before = play.exercise.view("csmu")
    play.when(Dissent("soc", "fire", "We lose the logs.", "Arta"))
    assert play.exercise.view("csmu") == before
    assert "lose the logs" not in repr(play.at("10h").exercise.view("csmu"))


def test_it_lies_with_the_question_in_the_inbox(play: Story):
    play.when(Dissent("soc", "fire", "Don't."))
    asked = play.sees("soc", "fire").decision
    assert asked is play.exercise.view("soc").decisions[0]
    assert asked.dissents


def test_a_decision_that_was_never_asked_or_is_anothers_can_not_be_disputed(play: Story):
    no_such = play.refuses("unknown", Dissent("soc", "flood", "No."))
    not_yours = play.refuses("unknown", Dissent("csmu", "fire", "No."))
    assert (no_such, not_yours) == ("you have no decision 'flood'", "you have no decision 'fire'")
