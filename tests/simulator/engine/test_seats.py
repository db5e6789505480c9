"""People come and go: a seat left empty is played by its bot, and can be taken back."""

from typing import Any

import pytest

from simulator.engine import events as e
from simulator.engine.commands import CONTROL, Answer, Consent, Order, Reply, Send, Staff, Vacate
from tests.simulator.engine.playbook import Begin, Story, seconds

ROLES: dict[str, Any] = {
    name: {"bot": {"delay": delay}} for name, delay in (("soc", "10m"), ("csmu", "20m"))
}
OPTIONS = [{"id": "wait", "label": "Wait"}, {"id": "pull", "label": "Pull", "best": True}]
FIRE = {"id": "fire", "at": "1h", "decision": {"ask": "Pull?", "options": OPTIONS}}


@pytest.fixture
def told(begin: Begin) -> Begin:
    """A story of people in the seat `soc` and a bot in `csmu`, unless it names others."""

    def play(**parts: Any) -> Story:
        return begin(**{"bots": "doctrine", "roles": ROLES, "staffed": ("soc",)} | parts)

    return play


def hurry(play: Story) -> Story:
    """At half past one the people in `soc` leave, and come back for one minute."""
    return play.at("1h30m").vacate("soc").at("1h31m").staff("soc").at("1h32m").vacate("soc")


# Who sits where


def test_everybody_is_told_who_comes_and_goes_and_sees_who_sits_where(told: Begin):
    play = told().at("1h").vacate("soc").staff("csmu")
    play.then(e.SeatVacated, at="1h", to=("soc", "csmu"), seat="soc")
    play.then(e.SeatTaken, at="1h", to=("soc", "csmu"), seat="csmu")
    view = play.exercise.view("csmu")
    assert [(seat.id, seat.staffed) for seat in view.seats] == [("soc", False), ("csmu", True)]
    assert [line.kind for line in view.log] == ["control", "control"]


def test_a_seat_is_taken_once_and_left_once(told: Begin):
    play = told()
    assert play.refuses("closed", Staff(CONTROL, "soc")) == "people hold the seat 'soc' already"
    assert play.refuses("closed", Vacate(CONTROL, "csmu")) == "nobody holds the seat 'csmu'"
    play.vacate("soc").refuses("closed", Vacate(CONTROL, "soc"))


def test_only_control_says_who_sits_where_and_only_in_seats_that_there_are(told: Begin):
    play = told()
    play.refuses("control", Vacate("soc", "soc"))
    play.refuses("control", Staff("csmu", "csmu"))
    for kind in (Staff, Vacate):
        play.refuses("unknown", kind(CONTROL, "press"))


def test_what_waits_for_people_or_for_a_bot_happens_at_that_very_second(told: Begin):
    left = {"id": "left", "when": {"role": "soc", "is": "bot"}}
    returned = {"all": [{"inject": "left"}, {"role": "soc", "is": "staffed"}]}
    back = {"id": "back", "when": returned, "delay": "5m"}
    play = told(injects=[left, back]).at("1h").vacate("soc").then(e.InjectSent, at="1h")
    play.at("2h").staff("soc").at("3h").then(e.InjectSent, inject="back", at="2h5m")


def test_a_discussion_that_opens_when_the_last_have_left_is_over_at_once(told: Begin):
    play = told(modules={"talk": {"at": "2h"}}).at("1h").vacate("soc").at("3h")
    play.then(e.ModuleOpened, at="2h").then(e.ModuleClosed, at="2h", role="")


def test_a_discussion_that_the_last_leave_waits_for_control_or_for_others(told: Begin):
    play = told(modules={"talk": {"at": "2h"}}).at("2h").vacate("soc").at("3h")
    assert play.exercise.held


# Decisions


def test_a_bot_takes_the_decision_that_people_have_left(told: Begin):
    play = told(injects=[FIRE]).at("2h").vacate("soc").at("9h")
    play.then(e.DecisionTaken, at="2h10m", role="soc", option="pull", bot=True)


def test_a_bot_whose_seat_is_taken_decides_no_more(told: Begin):
    play = told(injects=[FIRE], staffed=()).at("1h9m59s").staff("soc").at("9h")
    assert play.told(e.DecisionTaken) == []
    play.when(Answer("soc", "fire", "wait")).then(e.DecisionTaken, option="wait", bot=False)


def test_what_is_due_at_the_second_in_which_people_come_still_happens(told: Begin):
    play = told(injects=[FIRE], staffed=()).at("1h10m").staff("soc")
    play.then(e.DecisionTaken, at="1h10m", bot=True).then(e.SeatTaken, at="1h10m")


def test_a_bot_begins_anew_each_time_it_sits_down_and_decides_once(told: Begin):
    play = hurry(told(injects=[FIRE])).at("9h")
    assert play.told(e.DecisionTaken, "at") == [seconds("1h42m")]


@pytest.mark.parametrize(("bots", "taken"), [("slow", [seconds("2h40m")]), ("silent", [])])
def test_a_slow_bot_takes_its_time_after_people_too_and_a_silent_one_none(
    told: Begin, bots: str, taken: list[int]
):
    play = told(injects=[FIRE], bots=bots).at("2h").vacate("soc").at("9h")
    assert play.told(e.DecisionTaken, "at") == taken


# Consent

LINK = {"from": "soc", "takes": "1h", "due": "9h"}


def asking(told: Begin, *staffed: str, **parts: Any) -> Story:
    """CSMU asks for help at ten past, and SOC has to agree."""
    play = told(actions={"ask": {"by": "csmu", "consent": [LINK | parts]}}, staffed=staffed)
    return play.at("10m").when(Order("csmu", "ask"))


def consents(play: Story) -> list[int]:
    return play.at("9h").told(e.ConsentGiven, "at")


def test_a_bot_answers_the_request_that_people_have_left(told: Begin):
    assert consents(asking(told, "soc").at("2h").vacate("soc")) == [3 * 3600]


def test_a_bot_whose_seat_is_taken_consents_no_more(told: Begin):
    assert consents(asking(told).at("1h").staff("soc")) == []


def test_a_bot_consents_once_however_often_it_sits_down(told: Begin):
    assert consents(hurry(asking(told, "soc"))) == [seconds("2h32m")]


def test_a_bot_consents_to_what_is_asked_after_people_have_left(told: Begin):
    play = told(actions={"ask": {"by": "csmu", "consent": [LINK]}}).at("5m").vacate("soc")
    assert consents(play.at("10m").when(Order("csmu", "ask"))) == [seconds("1h10m")]


def test_a_bot_asks_back_about_what_people_have_left_but_not_again(told: Begin):
    back = {"chance": "100%", "question": "How many?"}
    play = asking(told, "soc", "csmu", asks_back=back).at("2h").vacate("soc").at("3h")
    play.then(e.ConsentQuestioned, at="3h", question="How many?")
    play.when(Reply("csmu", "ask-1", "Four.")).at("3h30m").staff("soc").at("4h").vacate("soc")
    assert consents(play) == [5 * 3600]


def test_a_bot_replies_to_the_question_that_people_have_left(told: Begin):
    play = asking(told, "soc", "csmu").at("1h").when(Consent("soc", "ask-1", "ask", "Why?"))
    play.at("2h").vacate("csmu").at("3h")
    assert play.told(e.ConsentReplied, "at", "role") == [(seconds("2h20m"), "csmu")]


def test_a_bot_whose_seat_is_taken_replies_no_more(told: Begin):
    play = asking(told, "soc").at("1h").when(Consent("soc", "ask-1", "ask", "Why?"))
    play.at("1h19m").staff("csmu").at("3h")
    assert play.told(e.ConsentReplied) == []


def test_a_bot_leaves_to_people_what_waits_for_them(told: Begin):
    asked = asking(told, "soc", "csmu").at("1h").vacate("csmu")
    questioned = asking(told, "soc", "csmu").at("1h").when(Consent("soc", "ask-1", "ask", "Why?"))
    for play in asked, questioned.at("2h").vacate("soc"):
        assert consents(play) == []
        assert play.told(e.ConsentReplied) == []


# Reports


def reporting(told: Begin, *staffed: str) -> Story:
    """A report of SOC or CSMU that is due from one to three, and may be sent again."""
    clock = {"starts": {"time": {"after": "1h"}}, "within": "2h"}
    warning = {"by": ["soc", "csmu"], "to": "csmu", "clock": clock, "again": True}
    return told(reports={"warning": warning}, staffed=staffed)


def reports(play: Story) -> list[tuple[int, str]]:
    return play.at("9h").told(e.ReportSent, "at", "role")


def test_a_bot_sends_the_report_that_people_have_left(told: Begin):
    play = reporting(told, "soc", "csmu").at("2h").vacate("csmu")
    assert reports(play) == [(seconds("2h20m"), "csmu")]


def test_a_bot_sends_nothing_before_it_is_due(told: Begin):
    play = reporting(told, "soc", "csmu").at("30m").vacate("soc")
    assert reports(play) == [(seconds("1h10m"), "soc")]


def test_a_bot_does_not_send_what_another_bot_is_about_to_send(told: Begin):
    play = reporting(told, "soc").at("1h5m").vacate("soc")
    assert reports(play) == [(seconds("1h20m"), "csmu")]


def test_a_bot_sends_what_the_bot_of_a_seat_that_is_taken_was_about_to_send(told: Begin):
    play = reporting(told).at("1h5m").staff("soc")
    assert reports(play) == [(seconds("1h25m"), "csmu")]


def test_a_report_is_sent_once_however_often_a_bot_sits_down(told: Begin):
    assert reports(hurry(reporting(told, "soc", "csmu"))) == [(seconds("1h42m"), "soc")]


def test_what_people_have_sent_no_bot_sends_again(told: Begin):
    play = reporting(told, "soc", "csmu").at("1h5m").when(Send("soc", "warning"))
    assert reports(play.vacate("soc", "csmu")) == [(seconds("1h5m"), "soc")]
