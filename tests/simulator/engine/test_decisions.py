"""Decisions: asked by an inject, answered in time or by default, once and with effect."""

from typing import Any

import pytest

from simulator.engine import events as e
from simulator.engine.commands import Answer, Order
from tests.simulator.engine.playbook import Begin, Story

ROLES: dict[str, Any] = {"soc": {}, "csmu": {}}
GAUGE = {"trust": {"start": 50}}
PULL = {"id": "pull", "label": "Pull the plug", "then": [{"gauge": "trust", "add": -10}]}
NEEDY = PULL | {"needs": {"gauge": "trust", "below": 50}}
WAIT = {"id": "wait", "label": "Wait", "then": [{"gauge": "trust", "add": -1, "after": "1h"}]}


def asks(**parts: Any) -> dict[str, Any]:
    """An inject that asks at one o'clock."""
    decision = {"ask": "Pull it?", "options": [PULL, WAIT]} | parts
    return {"id": "fire", "at": "1h", "decision": decision}


@pytest.fixture
def asked(begin: Begin) -> Begin:
    return lambda inject, *more, **parts: begin(
        roles=ROLES, gauges=GAUGE, injects=[inject, *more], **parts
    ).at("1h")


def trust(play: Story) -> list[tuple[float, int]]:
    return [(at / 3600, value // 1000) for at, value in play.told(e.GaugeMoved, "at", "value")]


def test_an_answer_is_told_with_all_that_was_said_and_has_its_effects(asked: Begin):
    play = asked(asks(due="2h")).at("2h")
    play.then(e.DecisionOpened, at="1h", to=("soc",), decision="fire", due=3 * 3600)
    play.when(Answer("soc", "fire", "pull", reason="It burns.", confidence=80))
    play.then(
        e.DecisionTaken, at="2h", to=("soc",), decision="fire", role="soc", option="pull", text="",
        reason="It burns.", confidence=80, bot=False,
    )  # fmt: skip
    assert trust(play) == [(2, 40)]


def test_effects_of_an_option_may_come_later(asked: Begin):
    play = asked(asks()).when(Answer("soc", "fire", "wait")).at("9h")
    assert trust(play) == [(2, 49)]


def test_an_answer_at_the_very_second_of_the_deadline_is_in_time(asked: Begin):
    play = asked(asks(due="2h", default="wait")).at("3h").when(Answer("soc", "fire", "pull"))
    play.at("9h").then(e.DecisionTaken, at="3h", option="pull")
    assert play.told(e.DecisionMissed) == []


def test_a_second_later_it_is_refused_and_the_default_stands(asked: Begin):
    play = asked(asks(due="2h", default="pull")).at("3h1s")
    sentence = play.refuses("closed", Answer("soc", "fire", "wait"))
    assert sentence == "the decision 'fire' is closed"
    play.then(e.DecisionMissed, at="3h1s", to=("soc",), option="pull")
    assert trust(play) == [(10_801 / 3600, 40)]


def test_without_a_default_nothing_follows_from_silence(asked: Begin):
    play = asked(asks(due="2h")).at("9h").then(e.DecisionMissed, at="3h1s", option=None)
    assert trust(play) == []


def test_a_decision_without_a_deadline_stays_open(asked: Begin):
    play = asked(asks()).at("9h59m").then(e.DecisionOpened, due=None)
    play.when(Answer("soc", "fire", "pull")).then(e.DecisionTaken, at="9h59m")


def test_a_second_answer_is_refused(asked: Begin):
    play = asked(asks(due="2h")).when(Answer("soc", "fire", "pull"))
    play.refuses("closed", Answer("soc", "fire", "wait"))
    assert play.at("9h").told(e.DecisionMissed) == []
    assert trust(play) == [(1, 40)]


@pytest.mark.parametrize(
    ("parts", "command"),
    [
        ({}, Answer("soc", "fire")),
        ({}, Answer("soc", "fire", text="Neither.")),
        ({}, Answer("soc", "fire", "burn")),
        ({}, Answer("soc", "fire", "")),
        ({"options": [NEEDY]}, Answer("soc", "fire", "pull")),
    ],
)
def test_only_an_option_that_can_be_chosen_now_is_taken(
    asked: Begin, parts: dict[str, Any], command: Answer
):
    asked(asks(**parts)).refuses("option", command)


def test_an_option_can_be_chosen_as_soon_as_what_it_needs_is_there(asked: Begin):
    option = PULL | {"needs": {"action": "plan"}}
    play = asked(asks(options=[option, WAIT]), actions={"plan": {}})
    options = play.exercise.view("soc").decisions[0].options
    assert [(o.id, o.why_not) for o in options] == [
        ("pull", "what it needs is not there yet"),
        ("wait", ""),
    ]
    play.refuses("option", Answer("soc", "fire", "pull"))
    play.when(Order("soc", "plan"), Answer("soc", "fire", "pull"))
    play.then(e.DecisionTaken, option="pull")


@pytest.mark.parametrize("parts", [{"options": []}, {"free_text": True}])
def test_free_text_is_taken_where_it_is_asked(asked: Begin, parts: dict[str, Any]):
    play = asked(asks(**parts))
    assert play.refuses("empty", Answer("soc", "fire", text="  \n")) == "write your answer"
    play.when(Answer("soc", "fire", text="Neither."))
    play.then(e.DecisionTaken, option=None, text="Neither.")
    assert trust(play) == []


@pytest.mark.parametrize(
    ("parts", "free"), [({}, False), ({"options": []}, True), ({"free_text": True}, True)]
)
def test_a_view_says_whether_words_of_ones_own_will_do(
    asked: Begin, parts: dict[str, Any], free: bool
):
    assert asked(asks(**parts)).exercise.view("soc").decisions[0].free_text is free


def test_an_option_may_be_taken_with_words_where_both_are_asked(asked: Begin):
    play = asked(asks(free_text=True)).when(Answer("soc", "fire", "pull", text="At noon."))
    play.then(e.DecisionTaken, option="pull", text="At noon.")


def test_a_decision_is_the_first_readers_or_that_of_the_role_it_names(asked: Begin):
    both = asks() | {"to": ["csmu", "soc"]}
    play = asked(both, asks(by="soc") | {"id": "named", "to": ["csmu", "soc"]})
    assert play.told(e.DecisionOpened, "decision", "to") == [
        ("fire", ("csmu",)), ("named", ("soc",)),
    ]  # fmt: skip
    assert play.sees("csmu", "fire").decision == play.exercise.view("csmu").decisions[0]
    assert play.sees("soc", "fire").decision is None
    assert [d.id for d in play.exercise.view("soc").decisions] == ["named"]


def test_a_question_that_comes_again_is_asked_once(asked: Begin):
    inject = asks(due="4h") | {"repeat": {"every": "1h", "times": 3}}
    play = asked(inject).at("3h").when(Answer("soc", "fire", "pull")).at("9h")
    assert play.told(e.DecisionOpened, "at", "due") == [(3600, 5 * 3600)]
    assert len(play.told(e.InjectSent)) == 3


def test_a_decision_may_have_a_name_of_its_own(asked: Begin):
    play = asked(asks(id="plug")).when(Answer("soc", "plug", "pull"))
    play.then(e.DecisionTaken, decision="plug")
    assert play.sees("soc", "fire").decision == play.exercise.view("soc").decisions[0]


def test_what_was_chosen_can_be_asked_for(asked: Begin):
    late = {"id": "late", "when": {"decision": "fire", "chose": "wait"}}
    missed = {"id": "missed", "when": {"decision": "fire", "is": "missed"}}
    play = asked(asks(due="1h", default="wait"), late, missed).at("9h")
    assert play.told(e.InjectSent, "at", "inject") == [
        (3600, "fire"), (7201, "late"), (7201, "missed"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("bots", "option"), [("doctrine", "wait"), ("slow", "wait"), ("silent", "pull")]
)
def test_a_bot_takes_the_best_option_after_its_usual_time(begin: Begin, bots: str, option: str):
    roles = {"soc": {"bot": {"delay": "20m"}}}
    inject = asks(options=[PULL, WAIT | {"best": True}], due="5h", default="pull")
    play = begin(roles=roles, gauges=GAUGE, injects=[inject], bots=bots).at("9h")
    assert play.exercise.state.decisions["fire"].option == option
    taken = {"doctrine": [4800], "slow": [3600 + 4800], "silent": []}
    assert play.told(e.DecisionTaken, "at", "bot") == [(at, True) for at in taken[bots]]


@pytest.mark.parametrize(("delay", "taken"), [("2h", [3 * 3600]), ("2h1s", [])])
def test_a_bot_has_to_keep_the_deadline_as_anybody(begin: Begin, delay: str, taken: list[int]):
    roles = {"soc": {"bot": {"delay": delay}}}
    inject = asks(due="2h", default="wait")
    play = begin(roles=roles, gauges=GAUGE, injects=[inject], bots="doctrine").at("9h")
    assert play.told(e.DecisionTaken, "at") == taken


def test_a_random_bot_takes_any_option(begin: Begin):
    chosen = {
        begin(roles=ROLES, gauges=GAUGE, injects=[asks()], bots="random", seed=seed)
        .at("3h")
        .exercise.state.decisions["fire"]
        .option
        for seed in range(20)
    }
    assert chosen == {"pull", "wait"}


def test_no_bot_answers_for_a_person(begin: Begin):
    play = begin(roles=ROLES, gauges=GAUGE, injects=[asks()], bots="doctrine", staffed=("soc",))
    assert play.at("9h").told(e.DecisionTaken) == []


def test_a_question_can_be_asked_by_what_a_country_has(begin: Begin):
    inject = asks() | {"at": None, "by_hand": True}
    del inject["at"]
    means = {"watch": {"has": True, "then": [{"inject": "fire"}]}}
    play = begin(gauges=GAUGE, injects=[inject], capabilities=means, bots="doctrine").at("1h")
    play.then(e.DecisionOpened, at="0s").then(e.DecisionTaken, bot=True)
