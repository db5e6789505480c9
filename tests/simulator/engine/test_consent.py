"""Consent: asked in a chain, given, refused, asked back about, or decided by the clock."""

from typing import Any

import pytest

from simulator.engine import events as e
from simulator.engine.commands import Answer, Cancel, Consent, Order, Reply
from simulator.engine.views import RequestView
from tests.simulator.engine.playbook import Begin, Story, seconds

ROLES = {"csmu": {"short": "CSMU"}, "premier": {"short": "PM"}, "nato": {"short": "NATO"}}
FACTS: dict[str, Any] = {"helped": {}, "spurned": {}}
PREMIER, NATO = {"from": "premier", "due": "2h"}, {"from": "nato", "due": "10h"}


@pytest.fixture
def asking(begin: Begin) -> Begin:
    """CSMU asks for help at ten past, and every one of these links has to agree."""

    def told(*links: dict[str, Any], **setup: Any) -> Story:
        action = {"consent": list(links), "then": [{"fact": "helped"}]}
        action["otherwise"] = [{"fact": "spurned"}]
        play = begin(roles=ROLES, facts=FACTS, length="2d", actions={"ask": action}, **setup)
        play.at("10m").when(Order("csmu", "ask", reason="We are few."))
        return play

    return told


def ends(play: Story) -> list[tuple[int, str]]:
    """When each request ended, and by whom; a refusal with a minus."""
    given = play.told(e.ConsentGiven, "at", "by")
    return given + [(at, f"-{by}") for at, by in play.told(e.ConsentRefused, "at", "by")]


# People


def test_a_chain_asks_one_after_the_other_and_work_begins_when_all_agree(asking: Begin):
    play = asking(PREMIER, NATO)
    play.then(e.ConsentAsked, at="10m", request="ask-1", role="csmu", of="premier", due=7800)
    play.at("1h").when(Consent("premier", "ask-1", "grant", "Go ahead."))
    play.then(e.ConsentGiven, at="1h", to=("csmu", "premier"), text="Go ahead.")
    play.then(e.ConsentAsked, at="1h", to=("csmu", "nato"), of="nato", due=11 * 3600)
    play.at("6h").when(Consent("nato", "ask-1", "grant")).then(e.WorkStarted, at="6h")
    play.then(e.FactSet, fact="helped")


def test_one_refusal_ends_the_chain(asking: Begin):
    play = asking(PREMIER, NATO).at("1h").when(Consent("premier", "ask-1", "refuse", "Not now."))
    play.then(e.ConsentRefused, at="1h", by="premier", text="Not now.")
    play.then(e.OrderRefused, at="1h", order="ask-1", by="premier").then(e.FactSet, fact="spurned")
    assert play.at("10h").told(e.ConsentAsked, "of") == ["premier"]
    assert play.told(e.WorkStarted) == []


def test_a_refused_order_can_be_given_again(asking: Begin):
    play = asking(PREMIER).at("1h").when(Consent("premier", "ask-1", "refuse"))
    play.when(Order("csmu", "ask")).when(Consent("premier", "ask-2", "grant"))
    assert play.told(e.WorkDone, "order") == ["ask-2"]


@pytest.mark.parametrize(
    ("default", "end"),
    [("granted", (seconds("2h10m1s"), "premier")), ("refused", (seconds("2h10m1s"), "-premier"))],
)
def test_the_default_stands_a_second_after_the_deadline(
    asking: Begin, default: str, end: tuple[int, str]
):
    assert ends(asking(PREMIER | {"default": default}).at("9h")) == [end]


def test_a_word_at_the_very_second_of_the_deadline_is_in_time(asking: Begin):
    play = asking(PREMIER).at("2h10m").when(Consent("premier", "ask-1", "grant")).at("9h")
    assert ends(play) == [(seconds("2h10m"), "premier")]


def test_a_question_comes_back_and_its_reply_gives_the_link_its_time_anew(asking: Begin):
    play = asking(PREMIER).at("1h").when(Consent("premier", "ask-1", "ask", "How many?"))
    play.then(e.ConsentQuestioned, at="1h", by="premier", question="How many?")
    play.at("2h").when(Reply("csmu", "ask-1", "Four."))
    play.then(e.ConsentReplied, at="2h", role="csmu", text="Four.", due=4 * 3600)
    play.at("4h").when(Consent("premier", "ask-1", "grant"))
    play.then(e.ConsentGiven, at="4h").then(e.WorkStarted, at="4h")


def test_a_question_that_nobody_replies_to_ends_by_default(asking: Begin):
    play = asking(PREMIER).at("1h").when(Consent("premier", "ask-1", "ask", "How many?"))
    assert ends(play.at("9h")) == [(seconds("3h1s"), "-premier")]


def test_a_role_does_not_ask_itself(asking: Begin):
    play = asking({"from": "csmu"}, NATO)
    play.then(e.ConsentAsked, at="10m", to=("csmu", "nato"), of="nato")


def test_each_side_sees_what_it_has_to_do(asking: Begin):
    play = asking(PREMIER, NATO)
    shown = RequestView(
        id="ask-1", subject="ask", asker="CSMU", of="PM", mine_to_answer=True, mine_to_reply=False,
        asked_at=600, due=7800, question="", reason="We are few.", phase="asked",
    )  # fmt: skip
    assert play.exercise.view("premier").requests == (shown,)
    assert [r.mine_to_answer for r in play.exercise.view("csmu").requests] == [False]
    assert play.exercise.view("nato").requests == ()
    assert play.exercise.view("csmu").orders[0].waits_for == "PM"
    play.when(Consent("premier", "ask-1", "ask", "Why?"))
    assert [r.mine_to_reply for r in play.exercise.view("csmu").requests] == [True]
    assert [r.mine_to_answer for r in play.exercise.view("premier").requests] == [False]
    assert play.exercise.view("csmu").orders[0].waits_for == "PM asks: Why?"
    play.when(Reply("csmu", "ask-1", "Half the network."))
    assert [r.reply for r in play.exercise.view("premier").requests] == ["Half the network."]
    play.when(Consent("premier", "ask-1", "refuse", "Then no."))
    assert [r.reply for r in play.exercise.view("csmu").requests] == ["Then no."]


def test_who_cancels_asks_for_nothing_any_more(asking: Begin):
    play = asking(PREMIER | {"default": "granted"}).when(Cancel("csmu", "ask-1"))
    play.refuses("unknown", Consent("premier", "ask-1", "grant"))
    assert [r.mine_to_answer for r in play.exercise.view("premier").requests] == [False]
    assert ends(play.at("9h")) == []


# Bots


@pytest.mark.parametrize(
    ("bots", "end"),
    [
        ("doctrine", seconds("3h10m")),
        ("random", seconds("3h10m")),
        ("slow", seconds("12h10m")),
        ("silent", seconds("20h10m1s")),
    ],
)
def test_a_bot_takes_its_time_and_a_silent_one_none(asking: Begin, bots: str, end: int):
    link = {"from": "nato", "takes": "3h", "due": "20h", "default": "granted"}
    assert ends(asking(link, bots=bots).at("30h")) == [(end, "nato")]


@pytest.mark.parametrize(("takes", "end"), [("2h", "nato"), ("2h1s", "-nato")])
def test_a_bot_has_to_keep_the_deadline_as_anybody(asking: Begin, takes: str, end: str):
    play = asking(NATO | {"takes": takes, "due": "2h"}, bots="doctrine").at("9h")
    assert [by for _, by in ends(play)] == [end]


def test_no_bot_answers_for_a_person(asking: Begin):
    link = {"from": "nato", "takes": "1h", "due": "3h"}
    assert ends(asking(link, bots="doctrine", staffed=("nato",)).at("9h")) == [
        (seconds("3h10m1s"), "-nato")
    ]


def test_a_bot_agrees_as_often_as_its_chance(asking: Begin):
    words = [
        ends(asking(NATO | {"takes": "1h", "chance": "70%"}, bots="doctrine", seed=n).at("9h"))
        for n in range(100)
    ]
    granted = words.count([(seconds("1h10m"), "nato")])
    assert 60 <= granted <= 80
    assert words.count([(seconds("1h10m"), "-nato")]) == 100 - granted


BACK = {"asks_back": {"chance": "100%", "question": "How many?"}}


def test_a_bot_asks_back_once_and_its_time_runs_again(asking: Begin):
    play = asking(NATO | {"takes": "2h"} | BACK, bots="doctrine", staffed=("csmu",)).at("3h")
    play.then(e.ConsentQuestioned, at="2h10m", question="How many?")
    play.when(Reply("csmu", "ask-1", "Four.")).at("9h").then(e.ConsentGiven, at="5h", text="")


def test_a_bot_replies_to_a_person(asking: Begin):
    play = asking(PREMIER, bots="doctrine", staffed=("premier",))
    play.at("1h").when(Consent("premier", "ask-1", "ask", "Why?")).at("2h")
    [replied] = play.told(e.ConsentReplied, "at")
    assert 3600 + 300 <= replied <= 3600 + 1800
    play.when(Consent("premier", "ask-1", "grant")).then(e.WorkStarted, at="2h")


def test_a_bot_replies_to_a_bot_that_asks_back(asking: Begin):
    play = asking(NATO | {"takes": "1h"} | BACK, bots="doctrine").at("9h")
    [asked], [replied] = play.told(e.ConsentQuestioned, "at"), play.told(e.ConsentReplied, "at")
    assert asked == 4200
    play.then(e.ConsentGiven, at=f"{replied + 3600}s")


def test_a_bot_that_comes_too_late_does_not_speak_for_the_next_in_the_chain(asking: Begin):
    late = {"from": "premier", "takes": "3h", "due": "2h", "default": "granted", "chance": "0%"}
    play = asking(late, NATO | {"default": "granted"}, bots="doctrine", staffed=("nato",))
    assert ends(play.at("1d")) == [(seconds("2h10m1s"), "premier"), (seconds("12h10m2s"), "nato")]


# Options


@pytest.mark.parametrize(
    ("verdict", "facts", "fate"),
    [
        ("grant", {"helped": True, "spurned": False}, "in force"),
        ("refuse", {"helped": False, "spurned": True}, "refused by NATO: So be it."),
    ],
)
def test_an_option_takes_effect_when_those_it_needs_agree(
    begin: Begin, verdict: Any, facts: dict[str, bool], fate: str
):
    option = {"consent": [NATO], "then": [{"fact": "helped"}], "otherwise": [{"fact": "spurned"}]}
    options = [{"id": "call", "label": "Call"} | option, {"id": "wait", "label": "Wait"}]
    note = {"id": "note", "at": "1h", "decision": {"ask": "Call?", "options": options}}
    play = begin(roles=ROLES, facts=FACTS, injects=[note]).at("1h")
    play.when(Answer("csmu", "note", "call", reason="We are few."))
    play.then(e.ConsentAsked, at="1h", request="decision/note", role="csmu", of="nato")
    assert play.told(e.FactSet) == []
    [asked] = play.exercise.view("nato").requests
    assert (asked.subject, asked.reason) == ("Call? → Call", "We are few.")
    assert play.exercise.view("csmu").decisions[0].fate == "waits for the consent of NATO"
    play.at("2h").when(Consent("nato", "decision/note", verdict, "So be it."))
    assert play.exercise.state.facts == facts
    assert play.exercise.view("csmu").decisions[0].fate == fate
