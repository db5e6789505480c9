"""Control judges what people write: answers in words of their own, and proposals."""

from typing import Any

import pytest

from simulator.engine import events as e
from simulator.engine.commands import CONTROL, Answer, Consent, Propose, Rule
from tests.simulator.engine.playbook import Begin, Story

ROLES: dict[str, Any] = {"soc": {}, "csmu": {}}
DUG = '{"fact": "dug"}'
ASKED = {
    "id": "fire", "to": ["soc", "csmu"], "at": "1h", "decision": {
        "ask": "What now?", "free_text": True, "options": [
            {"id": "wait", "label": "Wait", "then": [{"fact": "waited"}]},
            {"id": "pull", "label": "Pull the plug", "consent": [{"from": "csmu"}],
             "then": [{"fact": "pulled"}], "otherwise": [{"fact": "burnt"}]},
        ],
    },
}  # fmt: skip
CHOSE = {"id": "chose", "to": "csmu", "when": {"decision": "fire", "chose": "pull"}}


@pytest.fixture
def told(begin: Begin) -> Begin:
    """A story of people in both seats; the one decision is asked at one."""

    def play(**parts: Any) -> Story:
        facts: dict[str, Any] = {"waited": {}, "pulled": {}, "burnt": {}, "dug": {}}
        usual = {"roles": ROLES, "staffed": tuple(ROLES), "facts": facts, "injects": [ASKED, CHOSE]}
        return begin(**usual | parts)

    return play


def answered(told: Begin, text: str = "We dig a ditch.", option: str | None = None) -> Story:
    return told().at("1h").when(Answer("soc", "fire", option, text))


def fate(play: Story) -> str:
    (decision,) = play.exercise.view("soc").decisions
    return decision.fate


def facts(play: Story) -> list[str]:
    return [name for name, so in play.exercise.state.facts.items() if so]


def rule(subject: str, verdict: Any = "allow", **more: Any) -> Rule:
    return Rule(CONTROL, subject, verdict, by="Arta", **more)


# Answers


def test_an_answer_in_words_counts_as_the_option_that_control_finds_in_it(told: Begin):
    play = answered(told).at("2h").when(rule("fire", option="pull", text="So be it."))
    play.then(e.Steered, at="2h", to=(), act="rule", of="fire", by="Arta")
    play.then(e.RulingGiven, at="2h", to=("soc",), outcome="done", option="pull", chance=100)
    play.then(e.FactSet, fact="pulled").then(e.InjectSent, at="2h", inject="chose")
    assert play.told(e.ConsentAsked) == []
    assert fate(play) == "ruled: it works – So be it."


def test_what_is_ruled_follows_from_the_ruling_and_that_from_control(told: Begin):
    play = answered(told).when(rule("fire", option="pull"))
    log, because = play.exercise.annals
    kinds = [type(event) for event in log]
    ruling, fact = kinds.index(e.RulingGiven), kinds.index(e.FactSet)
    assert (because[fact], because[ruling]) == (ruling, kinds.index(e.Steered))


def test_control_may_say_itself_what_an_answer_does(told: Begin):
    play = answered(told).when(rule("fire", effects=(DUG, '{"fact": "waited", "after": "10m"}')))
    assert facts(play) == ["dug"]
    assert facts(play.at("1h10m")) == ["waited", "dug"]
    assert play.told(e.RulingGiven, "option") == [""]
    assert play.told(e.InjectSent, "inject") == ["fire"]


def test_what_is_not_allowed_has_no_effects(told: Begin):
    play = answered(told).when(rule("fire", "refuse", text="Not yours to dig."))
    play.then(e.RulingGiven, outcome="refused", chance=0, option="")
    assert facts(play.at("9h")) == []
    assert fate(play) == "ruled: not allowed – Not yours to dig."


def test_what_chance_is_against_counts_as_chosen_and_fails(told: Begin):
    play = answered(told).when(rule("fire", option="pull", effects=(DUG,), chance=0))
    play.then(e.RulingGiven, outcome="failed", option="pull").then(e.InjectSent, inject="chose")
    assert facts(play) == ["burnt"]
    assert fate(play) == "ruled: tried, but it fails"


def test_words_beside_an_option_may_be_ruled_on_too(told: Begin):
    play = answered(told, option="wait")
    assert facts(play) == ["waited"]
    sentence = play.refuses("option", rule("fire", option="wait"))
    assert sentence == "'wait' was chosen, and stands"
    play.when(rule("fire", effects=(DUG,)))
    assert facts(play) == ["waited", "dug"]
    assert play.exercise.state.decisions["fire"].option == "wait"


def test_what_a_bot_answers_in_words_needs_no_ruling_and_may_get_one(told: Begin):
    ditch = {"ask": "What now?", "free_text": True, "expected": "Dig."}
    play = told(injects=[ASKED | {"decision": ditch}], staffed=(), bots="doctrine").at("5h")
    assert play.told(e.DecisionTaken, "text", "bot") == [("Dig.", True)]
    assert fate(play) == "in force"
    play.when(rule("fire", effects=(DUG,)))
    assert facts(play) == ["dug"]


def test_the_same_seed_and_commands_give_the_same_outcome_and_another_seed_another(told: Begin):
    def outcome(seed: int) -> str:
        play = told(seed=seed).at("1h").when(Answer("soc", "fire", None, "We dig."))
        (found,) = play.when(rule("fire", chance=50)).told(e.RulingGiven, "outcome")
        return str(found)

    outcomes = [outcome(seed) for seed in range(12)]
    assert outcomes == [outcome(seed) for seed in range(12)]
    assert set(outcomes) == {"done", "failed"}


# Proposals


def proposed(told: Begin) -> Story:
    return told().at("10m").when(Propose("soc", "We ask the army to dig."))


def test_a_proposal_waits_for_a_ruling_and_control_gives_it_effects(told: Begin):
    play = proposed(told).then(e.ActionProposed, at="10m", to=("soc",), proposal="proposal-soc-1")
    (waiting,) = play.exercise.view("soc").proposals
    assert (waiting.text, waiting.outcome) == ("We ask the army to dig.", "")
    play.at("1h").when(rule("proposal-soc-1", effects=(DUG,), text="They come at noon."))
    play.then(e.RulingGiven, to=("soc",), role="soc", outcome="done", text="They come at noon.")
    (ruled,) = play.exercise.view("soc").proposals
    assert (ruled.id, ruled.at, ruled.outcome) == ("proposal-soc-1", 600, "done")
    assert ruled.answer == "They come at noon."
    assert facts(play) == ["dug"]


def test_a_role_sees_its_ruling_as_controls_word_not_as_its_own(told: Begin):
    play = proposed(told).when(rule("proposal-soc-1", "refuse", text="No army."))
    mine, control = play.exercise.view("soc").log[-2:]
    assert (mine.kind, mine.mine) == ("order", True)
    assert (control.kind, control.mine) == ("control", False)
    assert control.words == "Control does not allow it: what was proposed – No army."


def test_proposals_are_numbered_past_a_decision_that_is_called_so(told: Begin):
    named = ASKED | {"id": "proposal-soc-2"}
    play = told(injects=[named]).when(*(Propose("soc", f"Plan {n}") for n in range(3)))
    assert play.told(e.ActionProposed, "proposal") == [
        "proposal-soc-1",
        "proposal-soc-3",
        "proposal-soc-4",
    ]


def test_twenty_proposals_of_a_role_may_wait_at_a_time(told: Begin):
    play = told().when(*(Propose("soc", f"Plan {number}") for number in range(20)))
    sentence = play.refuses("many", Propose("soc", "And another"))
    assert sentence == "20 proposals of yours wait already"
    play.when(Propose("csmu", "Ours"), rule("proposal-soc-3", "refuse"), Propose("soc", "Another"))
    assert play.told(e.ActionProposed, "proposal")[-1] == "proposal-soc-21"


def test_nobody_learns_of_the_proposals_and_rulings_of_others_not_even_in_the_end(told: Begin):
    play = answered(told, text="canary-answer").when(Propose("soc", "canary-proposal"))
    play.when(
        rule("fire", option="pull", text="canary-ruling", reason="canary-reason"),
        rule("proposal-soc-1", effects=(DUG,), text="canary-reply"),
    )
    for time in ("1h", "2h", "10h"):
        view = play.at(time).exercise.view("csmu")
        assert "canary" not in repr(view)
        assert view.proposals == ()
    assert view.over
    own = repr(play.exercise.view("soc"))
    assert all(f"canary-{word}" in own for word in ("answer", "proposal", "ruling", "reply"))
    assert "canary-reason" not in own


# What is refused


@pytest.mark.parametrize(
    ("code", "command", "sentence"),
    [
        ("control", Rule("soc", "fire", "allow"), "only control can do that"),
        ("control", Propose(CONTROL, "Dig."), "control does not propose; it rules"),
        ("empty", Propose("soc", " "), "write what you want to do"),
        ("long", Propose("soc", "x" * 8001), "a text has at most 8000 characters"),
        ("unknown", rule("flood"), "there is no decision or proposal 'flood'"),
        ("option", rule("fire", option="run"), "'fire' has no option 'run'"),
        ("option", rule("fire", "perhaps"), "a ruling is 'allow' or 'refuse'"),
        ("range", rule("fire", chance=101), "a chance is 0 to 100"),
        ("long", rule("fire", text="x" * 8001), "a text has at most 8000 characters"),
        ("effect", rule("fire", "refuse", option="pull"),
         "what is refused has no effects and chooses no option"),
        ("effect", rule("fire", effects=('{"fact": "dog"}',)),
         "effect 1: there is no fact 'dog'; did you mean 'dug'?"),
        ("option", rule("proposal-soc-1", option="pull"), "a proposal has no options"),
        ("closed", rule("proposal-soc-2"), "'proposal-soc-2' is ruled on already"),
    ],
)  # fmt: skip
def test_what_is_refused(told: Begin, code: str, command: Any, sentence: str):
    play = answered(told).when(Propose("soc", "One"), Propose("soc", "Two"))
    play.when(rule("proposal-soc-2", "refuse"))
    assert play.refuses(code, command) == sentence


def test_only_what_was_answered_in_words_is_ruled_on_and_only_once(told: Begin):
    play = told().at("1h")
    not_yet = "'fire' was not answered in words"
    assert play.refuses("closed", rule("fire")) == not_yet
    assert answered(told, "", "wait").refuses("closed", rule("fire")) == not_yet
    play = answered(told, option="pull")
    assert play.refuses("closed", rule("fire")) == "'fire' still waits for consent"
    play.when(Consent("csmu", "decision/fire", "refuse"), rule("fire", effects=(DUG,)))
    assert facts(play) == ["burnt", "dug"]
    play = answered(told).when(rule("fire", "refuse"))
    assert play.refuses("closed", rule("fire")) == "'fire' is ruled on already"
