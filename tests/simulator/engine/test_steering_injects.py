"""Control's hand on injects: what it does, what it refuses, and what stands on record of it."""

from typing import Any

import pytest

from simulator.engine import events as e
from simulator.engine.commands import (
    CONTROL,
    Amend,
    Answer,
    Command,
    Delay,
    Fire,
    Hold,
    Read,
    Release,
    Remind,
    Skip,
    Withdraw,
)
from simulator.engine.errors import Refused
from tests.simulator.engine.playbook import Begin, Story, seconds

FACTS: dict[str, Any] = {"known": {}}
KNOWN = {"fact": "known"}
TWO: dict[str, Any] = {"soc": {}, "csmu": {}}
TURN = {"id": "turn", "at": "1h", "then": [KNOWN]}
ASK: dict[str, Any] = {
    "ask": "Well?", "due": "1h", "default": "wait",
    "options": [{"id": "act", "label": "Act"}, {"id": "wait", "label": "Wait"}],
}  # fmt: skip


def sent(play: Story, inject: str = "news") -> list[int]:
    return [at for name, at in play.told(e.InjectSent, "inject", "at") if name == inject]


def due(play: Story, inject: str = "news") -> int | None:
    return play.exercise.state.injects[inject].due


# What is planned


def test_what_waits_only_for_time_is_planned_at_startex_in_one_event(begin: Begin):
    waits = {"id": "waits", "when": KNOWN, "delay": "10m"}
    late = {"id": "late", "at": "2h", "delay": "5m"}
    by_hand = {"id": "hand", "at": "1h", "by_hand": True}
    play = begin(facts=FACTS, injects=[TURN, late, waits, by_hand])
    assert play.told(e.InjectsPlanned, "times") == [(("turn", 3600), ("late", 7500))]
    assert due(play, "waits") is None
    play.at("1h")
    assert (due(play, "waits"), due(play, "turn")) == (4200, None)
    assert sent(play.at("3h"), "waits") == [4200]


def test_a_scenario_without_such_injects_plans_nothing(begin: Begin):
    assert begin(injects=[{"id": "news", "by_hand": True}]).told(e.InjectsPlanned, "times") == []


# Delay


@pytest.mark.parametrize("until", ["30m", "3h"])
def test_a_planned_inject_moves_to_where_it_is_delayed(begin: Begin, until: str):
    play = begin(injects=[{"id": "news", "at": "2h"}]).at("10m")
    play.when(Delay(CONTROL, "news", seconds(until), "Lunch.", "Ana"))
    play.then(e.Steered, act="delay", of="news", by="Ana", reason="Lunch.")
    play.then(e.InjectPostponed, inject="news", until=seconds(until))
    assert due(play) == seconds(until)
    assert sent(play.at("9h")) == [seconds(until)]


@pytest.mark.parametrize(("until", "came"), [("30m", "1h"), ("3h", "3h")])
def test_an_inject_that_waits_for_more_waits_for_its_floor_too(begin: Begin, until: str, came: str):
    play = begin(facts=FACTS, injects=[TURN, {"id": "news", "when": KNOWN}])
    play.when(Delay(CONTROL, "news", seconds(until))).at("2h")
    assert due(play) == (None if until == "30m" else seconds(until))
    assert sent(play.at("9h")) == [seconds(came)]


def test_a_delay_counts_for_what_an_effect_sends_and_for_what_is_released(begin: Begin):
    chain = {"id": "chain", "at": "1h", "then": [{"inject": "news"}]}
    held = {"id": "held", "at": "1h"}
    play = begin(injects=[chain, {"id": "news", "by_hand": True}, held])
    play.when(Hold(CONTROL, "held"), Delay(CONTROL, "held", 7200), Delay(CONTROL, "news", 7200))
    play.at("1h30m").when(Release(CONTROL, "held"))
    assert sent(play.at("9h")) == sent(play, "held") == [7200]


def test_what_is_fired_does_not_wait_and_comes_once(begin: Begin):
    play = begin(injects=[{"id": "news", "at": "1h"}]).when(Delay(CONTROL, "news", 7200)).at("30m")
    assert sent(play.when(Fire(CONTROL, "news")).at("9h")) == [1800]


def test_delayed_twice_it_comes_when_was_said_last(begin: Begin):
    play = begin(injects=[{"id": "news", "at": "1h"}])
    for until in (7200, 1800, 7200, 5400):
        play.when(Delay(CONTROL, "news", until))
    assert sent(play.at("9h")) == [5400]


# Change


def test_a_waiting_inject_is_changed_in_every_language_and_variant(begin: Begin):
    news = {
        "id": "news", "at": "1h", "to": "soc", "title": {"en": "Old", "sq": "I vjetër"},
        "text": {"en": "Calm", "sq": "Qetësi"}, "from": "Desk", "decision": ASK,
        "variants": [{"id": "v", "title": "Other", "channel": "phone"}],
    }  # fmt: skip
    play = begin(roles=TWO, injects=[news])
    play.when(Amend(CONTROL, "news", subject="New", by="Ana"), Amend(CONTROL, "news", ("csmu",)))
    play.at("1h")
    assert not play.exercise.view("soc").inbox
    assert not play.exercise.view("soc").decisions
    item = play.sees("csmu", "news")
    assert (item.subject, item.text, item.sender, item.channel) == ("New", "Calm", "Desk", "phone")
    told = play.exercise.view("csmu", "sq").inbox[0]
    assert (told.subject, told.text) == ("New", "Qetësi")
    play.when(Answer("csmu", "news", "act"))
    assert play.told(e.InjectWritten, "form") == [
        '{"title":"New"}',
        '{"title":"New","to":["csmu"]}',
    ]


def test_names_in_new_words_stand_for_what_they_name(begin: Begin):
    play = begin(injects=[{"id": "news", "at": "1h"}], assets={"mail": {"hosts": 2}})
    play.when(Amend(CONTROL, "news", text="${asset.mail} at ${asset.mail.service} %, ${time}"))
    assert play.at("1h").sees("soc", "news").text == "mail at 100 %, 01:00"


def test_what_control_writes_in_one_run_is_not_found_in_another(begin: Begin):
    play = begin(injects=[{"id": "news", "at": "1h", "title": "Old"}])
    play.when(Amend(CONTROL, "news", subject="New")).at("1h")
    other = Story(play.exercise.scenario, play.exercise.setup).at("1h")
    assert (play.sees("soc", "news").subject, other.sees("soc", "news").subject) == ("New", "Old")


# Withdraw and remind


def test_what_is_withdrawn_stays_where_it_lies_and_its_question_is_closed(begin: Begin):
    news = {"id": "news", "at": "1h", "decision": ASK, "then": [KNOWN]}
    news["repeat"] = {"every": "10m", "times": 9}
    closed = {"id": "closed", "when": {"decision": "news", "is": "closed"}}
    play = begin(facts=FACTS, injects=[news, closed]).at("1h").when(Withdraw(CONTROL, "news"))
    play.then(e.InjectWithdrawn, to=("soc",), inject="news", decision="news").at("9h")
    assert sent(play) == sent(play, "closed") == [3600]
    assert play.told(e.DecisionMissed, "decision") == []
    assert play.exercise.state.facts["known"]
    item = play.sees("soc", "news")
    assert item.withdrawn
    assert item.decision
    assert (item.decision.phase, item.decision.chosen) == ("withdrawn", "")
    assert "withdrawn" in item.decision.fate
    assert play.exercise.view("soc").log[-2].words.startswith("Withdrawn")
    assert "closed" in play.refuses("closed", Answer("soc", "news", "act"))


def test_bots_let_be_what_is_withdrawn(begin: Begin):
    news = {"id": "news", "at": "1h", "decision": ASK}
    play = begin(injects=[news], bots="doctrine").at("1h").when(Withdraw(CONTROL, "news")).at("9h")
    assert play.told(e.DecisionTaken, "decision") == []


def test_an_answer_that_was_given_stands_when_the_inject_is_withdrawn(begin: Begin):
    play = begin(injects=[{"id": "news", "at": "1h", "decision": ASK}], staffed=("soc",)).at("1h")
    play.when(Answer("soc", "news", "act"), Withdraw(CONTROL, "news"))
    assert play.told(e.InjectWithdrawn, "decision") == [""]
    assert play.sees("soc", "news").decision == play.exercise.view("soc").decisions[0]
    assert play.exercise.state.decisions["news"].phase == "taken"


def test_only_those_who_have_not_opened_it_are_reminded(begin: Begin):
    news = {"id": "news", "at": "1h", "to": ["soc", "csmu"]}
    play = begin(roles=TWO, injects=[news]).at("1h").when(Read("soc", "news"))
    play.at("2h").when(Remind(CONTROL, "news", by="Ana"))
    play.then(e.InjectReminded, to=("csmu",), inject="news")
    assert (play.sees("csmu", "news").reminded, play.sees("soc", "news").reminded) == (7200, None)
    assert not play.sees("csmu", "news").read
    assert play.exercise.view("csmu").log[-1].words == "Not opened yet: news"
    play.when(Read("csmu", "news"), Fire(CONTROL, "news"))
    assert [item.reminded for item in play.exercise.view("csmu").inbox] == [7200, None]


# What can't be, and who was there before


def hold(name: str) -> Hold:
    return Hold(CONTROL, "news", by=name)


NOT = [
    ([hold("Ana")], hold("Ben"), "'news' is held already (the last to act on it: Ana)"),
    ([hold("")], hold("Ben"), "'news' is held already"),
    ([hold("Ana")], Fire(CONTROL, "news"),
     "'news' is held (the last to act on it: Ana); release it instead"),
    ([Skip(CONTROL, "news", by="Ana")], Delay(CONTROL, "news", 7200),
     "'news' is struck already (the last to act on it: Ana)"),
    ([Fire(CONTROL, "news", by="Ana")], Amend(CONTROL, "news", text="No."),
     "'news' was sent already (the last to act on it: Ana)"),
    ([Fire(CONTROL, "news"), Withdraw(CONTROL, "news", by="Ana")], Fire(CONTROL, "news"),
     "'news' is withdrawn already (the last to act on it: Ana)"),
    ([Fire(CONTROL, "news"), Withdraw(CONTROL, "news", by="Ana")], Withdraw(CONTROL, "news"),
     "'news' is withdrawn already (the last to act on it: Ana)"),
    ([], Withdraw(CONTROL, "news"), "'news' was not sent yet"),
    ([], Remind(CONTROL, "news"), "'news' was not sent yet"),
    ([], Release(CONTROL, "news"), "'news' is not held"),
    ([Fire(CONTROL, "news"), Read("soc", "news")], Remind(CONTROL, "news"),
     "all of them have opened 'news'"),
    ([], Withdraw(CONTROL, "none"), "there is no inject 'none'"),
    ([], Delay("soc", "news", 60), "only control can do that"),
    ([], Delay(CONTROL, "news", 0), "choose a moment that lies ahead"),
    ([], Delay(CONTROL, "news", 36001), "that is after the end of the exercise"),
    ([], Amend(CONTROL, "news", text=" "), "say what is to be changed"),
    ([], Amend(CONTROL, "news", ("nobody",)), "write to one or more roles of this exercise"),
    ([], Amend(CONTROL, "news", text="${gauge.luck.value}"),
     "'${gauge.luck.value}' stands for nothing here"),
    ([], Amend(CONTROL, "news", text="x" * 8001), "a text has at most 8000 characters"),
    ([], hold("x" * 8001), "a text has at most 8000 characters"),
]  # fmt: skip


def test_a_refusal_calls_an_inject_by_its_title_in_the_readers_language(begin: Begin):
    play = begin(injects=[{"id": "line", "at": "1h", "title": {"en": "The line", "sq": "Vija"}}])
    with pytest.raises(Refused) as refused:
        play.when(Release(CONTROL, "line"))
    assert refused.value.into("sq").startswith("'Vija'")


@pytest.mark.parametrize(("before", "asked", "why"), NOT, ids=range(len(NOT)))
def test_what_cannot_be_is_refused_in_a_sentence(
    begin: Begin, before: list[Command], asked: Command, why: str
):
    exercise = begin(injects=[{"id": "news", "at": "1h"}]).when(*before).exercise
    stands = exercise.state.hash(), len(exercise.log)
    with pytest.raises(Refused) as refused:
        exercise.submit(asked)
    assert refused.value.sentence == why
    assert (exercise.state.hash(), len(exercise.log)) == stands


def test_what_follows_from_an_act_of_control_leads_back_to_it(begin: Begin):
    news = {"id": "news", "at": "2h", "then": [KNOWN]}
    play = begin(facts=FACTS, injects=[news]).when(Delay(CONTROL, "news", 3600, "Now.", "Ana"))
    log, because = play.at("1h").exercise.annals
    place = next(n for n, event in enumerate(log) if isinstance(event, e.FactSet))
    chain = []
    while place >= 0:
        chain.append(type(log[place]))
        place = because[place]
    assert chain == [e.FactSet, e.InjectSent, e.Steered]
