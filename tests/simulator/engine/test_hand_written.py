"""What control writes on the spot: an inject like any other, in this run alone."""

from typing import Any

import pytest

from simulator.engine import events as e
from simulator.engine.commands import (
    CONTROL,
    Amend,
    Answer,
    Delay,
    Dissent,
    Fire,
    Hold,
    Message,
    Read,
    Release,
    Skip,
    Withdraw,
    Write,
)
from simulator.engine.errors import Refused
from simulator.engine.exercise import Exercise, Setup
from simulator.engine.script import hand_written, own_copy
from simulator.engine.telling import sentence
from tests.simulator.engine.playbook import Begin, Story, hand, scenario, seconds

TWO: dict[str, Any] = {"soc": {}, "csmu": {}}
PHONE = Write(CONTROL, ("soc",), "phone", "A call", "Ring ring", "Ministry", by="Ana")


def asking(**parts: Any) -> Write:
    given: dict[str, Any] = {"ask": "Well?", "options": "Act\n\n Wait ", "due": 3600} | parts
    return Write(CONTROL, ("soc", "csmu"), "", "", "News.", **given)


def test_it_is_sent_at_once_to_those_it_is_written_to(begin: Begin):
    play = begin(roles=TWO).at("1h").when(PHONE)
    play.then(e.Steered, act="write", of=hand(1), by="Ana").then(e.InjectWritten, inject=hand(1))
    play.then(e.InjectSent, at="1h", to=("soc",), inject=hand(1), number=1)
    item = play.sees("soc", hand(1))
    assert (item.channel, item.sender, item.subject, item.text, item.to, item.read) == (
        "phone", "Ministry", "A call", "Ring ring", ("soc",), False,
    )  # fmt: skip
    assert play.exercise.view("csmu").inbox == ()
    assert play.when(Read("soc", hand(1))).sees("soc", hand(1)).read
    assert play.exercise.state.injects[hand(1)].by == "Ana"
    assert play.exercise.view("soc").log[-1].words == "Phone call from Ministry: A call"


def test_it_comes_at_its_second_and_can_be_steered_until_then(begin: Begin):
    later = Write(CONTROL, ("soc",), "", "", "News.", at=7200)
    play = begin(roles=TWO).when(later, later, later, later, PHONE)
    assert play.exercise.state.injects[hand(1)].due == 7200
    play.when(Delay(CONTROL, hand(2), 3600), Amend(CONTROL, hand(2), ("csmu",), text="Old."))
    play.when(Skip(CONTROL, hand(3)), Hold(CONTROL, hand(4))).at("3h")
    play.when(Release(CONTROL, hand(4)), Fire(CONTROL, hand(1)))
    assert play.told(e.InjectSent, "inject", "at") == [
        (hand(5), 0), (hand(2), 3600), (hand(1), 7200), (hand(4), 10_800), (hand(1), 10_800),
    ]  # fmt: skip
    assert [item.text for item in play.exercise.view("csmu").inbox] == ["Old."]


def test_it_can_ask_for_one_of_some_options(begin: Begin):
    play = begin(roles=TWO, staffed=("soc", "csmu")).when(asking())
    play.then(e.DecisionOpened, to=("soc",), decision=hand(1), due=3600)
    asked = play.sees("soc", hand(1)).decision
    assert asked
    assert [(option.id, option.label) for option in asked.options] == [
        ("option-1", "Act"), ("option-2", "Wait"),
    ]  # fmt: skip
    assert not asked.free_text
    play.refuses("unknown", Answer("csmu", hand(1), "option-1"))
    play.refuses("option", Answer("soc", hand(1), text="Hm."))
    play.when(Answer("soc", hand(1), "option-2"), Dissent("soc", hand(1), "No."))
    (decision,) = play.exercise.view("soc").decisions
    assert (decision.phase, decision.chosen, decision.fate) == ("taken", "Wait", "in force")
    debrief = play.at("10h").exercise.view("soc").debrief
    assert debrief
    assert [it.decision.ask for it in debrief.decisions] == ["Well?"]


def test_it_can_ask_for_words_and_is_missed_when_they_do_not_come(begin: Begin):
    play = begin(roles=TWO, staffed=("soc",)).when(asking(options=""), asking(options="", due=None))
    play.when(Answer("soc", hand(2), text="We wait.")).at("9h")
    assert play.told(e.DecisionMissed, "at", "decision", "option") == [(3601, hand(1), None)]
    assert play.exercise.view("soc").decisions[1].text == "We wait."


def test_bots_take_the_first_option_and_have_no_words_of_their_own(begin: Begin):
    play = begin(roles=TWO, bots="doctrine").when(asking(due=None), asking(options="")).at("9h")
    assert play.told(e.DecisionTaken, "decision", "option") == [(hand(1), "option-1")]
    assert play.told(e.DecisionMissed, "decision") == [hand(2)]


def test_it_can_correct_what_was_sent(begin: Begin):
    play = begin(injects=[{"id": "news", "at": "1h", "title": "Wrong"}])
    right = Write(CONTROL, ("soc",), "", "Right", "Sorry.", corrects="news")
    play.refuses("unknown", right)
    play.at("2h").when(right)
    item = play.sees("soc", hand(1))
    assert (item.corrects, item.amends) == ("Wrong", "news#1")
    play.when(Fire(CONTROL, "news"))
    assert play.sees("soc", hand(1)).amends == "news#2"


def test_it_can_be_withdrawn_with_its_question(begin: Begin):
    play = begin(roles=TWO, staffed=("soc",)).when(asking(), Withdraw(CONTROL, hand(1)))
    assert play.sees("soc", hand(1)).withdrawn
    assert play.at("9h").told(e.DecisionMissed, "decision") == []


def test_it_takes_no_name_that_is_taken(begin: Begin):
    ask = {"id": hand(2), "ask": "Well?"}
    play = begin(injects=[{"id": hand(1), "by_hand": True, "decision": ask}]).when(PHONE, PHONE)
    assert play.told(e.InjectWritten, "inject") == [hand(3), hand(4)]
    assert [inject.id for inject in hand_written(play.exercise.scenario)] == [hand(3), hand(4)]


def test_it_is_of_its_run_alone(begin: Begin):
    told = scenario(roles=TWO, injects=[{"id": "news", "at": "1h"}])
    play, other = (Story(told, Setup(bots="silent")) for _ in range(2))
    play.when(PHONE, asking(), Amend(CONTROL, "news", text="New"))
    assert {hand(1), hand(2)} <= play.exercise.scenario.inject.keys()
    for world in (told, other.exercise.scenario, own_copy(play.exercise.scenario)):
        assert world.inject == {"news": told.injects[0]}
        assert not world.decision
        assert not world.live_names
    assert play.exercise.scenario.memo is told.memo
    other.when(Write(CONTROL, ("soc",), "siem", "Other", "Else"))
    play.at("10h"), other.at("10h")
    assert play.sees("soc", hand(1)).subject == "A call"
    assert other.sees("soc", hand(1)).subject == "Other"
    assert repr(play.exercise.view("soc")) == repr(_again(play.exercise).view("soc"))


def _again(exercise: Exercise) -> Exercise:
    again = Exercise.again(exercise.scenario, exercise.setup, exercise.asked, exercise.now)
    assert again.log == exercise.log
    assert again.state.hash() == exercise.state.hash()
    return again


def test_everything_of_it_can_be_told(begin: Begin):
    play = begin(roles=TWO).when(PHONE, asking(), Withdraw(CONTROL, hand(2))).at("10h")
    for event in play.exercise.log:
        assert sentence(play.exercise.scenario, event, "sq", play.exercise.state.orders)


def test_two_texts_make_two_states(begin: Begin):
    hashes = set()
    for text in ("One", "Two"):
        play = begin().when(Write(CONTROL, ("soc",), "", "", text, at=60))
        hashes.add(play.exercise.state.hash())
    assert len(hashes) == 2


@pytest.mark.parametrize(
    ("parts", "why"),
    [
        ({"to": ()}, "write to one or more roles of this exercise"),
        ({"to": ("nobody",)}, "write to one or more roles of this exercise"),
        ({"to": ("soc", "soc")}, "name each role once"),
        ({"text": " ", "subject": ""}, "write your message"),
        ({"channel": "smoke"}, "a channel is one of message, e-mail, phone, siem, news, social, "
         "diplomatic-note, intelligence, situation-report, chat"),
        ({"options": "Yes"}, "write what is to be decided"),
        ({"due": 60}, "write what is to be decided"),
        ({"ask": "Well?", "due": 0}, "leave some time to decide"),
        ({"at": 0}, "choose a moment that lies ahead"),
        ({"at": seconds("11h")}, "that is after the end of the exercise"),
        ({"corrects": hand(1)}, f"no '{hand(1)}' was sent to correct"),
        ({"text": "${decision.none}"}, "'${decision.none}' stands for nothing here"),
        ({"sender": "x" * 8001}, "a text has at most 8000 characters"),
        ({"role": "soc"}, "only control can do that"),
    ],
    ids=range(14),
)  # fmt: skip
def test_what_cannot_be_is_refused_in_a_sentence(begin: Begin, parts: dict[str, Any], why: str):
    given = {"role": CONTROL, "to": ("soc",), "channel": "chat", "subject": "News", "text": "News"}
    play = begin()
    with pytest.raises(Refused) as refused:
        play.exercise.submit(Write(**given | parts))
    assert refused.value.sentence == why
    assert not play.told(e.Steered, "act")


def test_a_message_of_control_is_no_act_that_is_on_record(begin: Begin):
    assert not begin().when(Message(CONTROL, ("soc",), "Hello.")).told(e.Steered, "act")
