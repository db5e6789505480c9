"""Control acts in the place of a seat that no people hold."""

from typing import Any

import pytest

from simulator.engine import commands as c
from simulator.engine import events as e
from simulator.engine.errors import Refused
from simulator.engine.exercise import Exercise
from tests.simulator.engine.playbook import Begin, Story, seconds

ROLES: dict[str, Any] = {"soc": {}, "csmu": {"bot": {"delay": "20m"}}}
LINK = {"from": "csmu", "takes": "1h", "due": "3h"}
FIRE = {"id": "fire", "to": "csmu", "at": "1h", "decision": {
    "ask": "Pull?", "options": [{"id": "wait", "label": "Wait", "then": [{"fact": "known"}]},
                                {"id": "pull", "label": "Pull", "best": True}],
}}  # fmt: skip


@pytest.fixture
def told(begin: Begin) -> Begin:
    """People hold `soc`, and nobody but a bot `csmu`, whose consent an action of SOC needs."""

    def play(**parts: Any) -> Story:
        actions = {"ask": {"by": "soc", "consent": [LINK]}, "dig": {"by": "csmu"}}
        reports = {"log": {"by": ["soc", "csmu"], "to": "soc"}}
        usual = {
            "roles": ROLES, "staffed": ("soc",), "bots": "doctrine", "injects": [FIRE],
            "actions": actions, "reports": reports, "facts": {"known": {}},
        }  # fmt: skip
        return begin(**usual | parts)

    return play


def stands_in(play: Story, *commands: c.Command) -> Story:
    for command in commands:
        play.exercise.submit(command, stand_in="Arta")
    return play


def refused(play: Story, command: c.Command) -> str:
    before = play.exercise.state.hash(), len(play.exercise.log)
    with pytest.raises(Refused) as found:
        play.exercise.submit(command, stand_in="Arta")
    assert found.value.code == "stand-in"
    assert (play.exercise.state.hash(), len(play.exercise.log)) == before
    return found.value.sentence


def test_control_decides_for_an_empty_seat_and_its_bot_no_more(told: Begin):
    play = stands_in(told().at("1h"), c.Answer("csmu", "fire", "wait", reason="To see."))
    play.then(e.Steered, at="1h", to=(), act="answer", of="csmu", by="Arta", reason="To see.")
    play.then(e.DecisionTaken, at="1h", role="csmu", option="wait", bot=False)
    play.then(e.FactSet, fact="known")
    assert len(play.at("9h").told(e.DecisionTaken)) == 1


def test_what_follows_leads_back_to_control(told: Begin):
    play = stands_in(told().at("1h"), c.Answer("csmu", "fire", "wait"))
    log, because = play.exercise.annals
    place = next(n for n, event in enumerate(log) if isinstance(event, e.FactSet))
    taken = because[place]
    assert isinstance(log[taken], e.DecisionTaken)
    assert isinstance(log[because[taken]], e.Steered)


@pytest.mark.parametrize(
    ("verdict", "told_of"), [("grant", e.ConsentGiven), ("refuse", e.ConsentRefused)]
)
def test_control_consents_for_an_empty_seat_before_its_bot_does(
    told: Begin, verdict: Any, told_of: type
):
    play = told().at("10m").when(c.Order("soc", "ask")).at("20m")
    stands_in(play, c.Consent("csmu", "ask-1", verdict, "Hm."))
    play.then(e.Steered, act="consent", of="csmu").then(told_of, at="20m", by="csmu", text="Hm.")
    play.at("9h")
    assert len(play.told(e.ConsentGiven) + play.told(e.ConsentRefused)) == 1


def test_control_speaks_orders_and_reports_as_an_empty_seat(told: Begin):
    play = stands_in(
        told().at("1h"), c.Message("csmu", ("soc",), "This is CSMU."), c.Order("csmu", "dig"),
        c.Send("csmu", "log"),
    )  # fmt: skip
    play.then(e.MessageSent, to=("csmu", "soc"), role="csmu", text="This is CSMU.")
    play.then(e.ActionOrdered, role="csmu", bot=False).then(e.ReportSent, role="csmu")
    letter = play.exercise.view("soc").inbox[0]
    assert (letter.sender, letter.text) == ("csmu", "This is CSMU.")
    assert "Arta" not in repr(play.exercise.view("soc"))
    assert play.told(e.Steered, "act") == ["message", "order", "send"]


def test_nobody_stands_in_where_people_sit_nor_after_they_have_come(told: Begin):
    play = told().at("1h")
    held = "people hold the seat '{}' themselves"
    assert refused(play, c.Message("soc", ("csmu",), "Hello")) == held.format("soc")
    play.staff("csmu")
    assert refused(play, c.Answer("csmu", "fire", "wait")) == held.format("csmu")
    stands_in(play.vacate("csmu"), c.Answer("csmu", "fire", "wait"))


@pytest.mark.parametrize(
    ("command", "sentence"),
    [
        (c.Note("csmu", "Hm."), "'note' can't be done in the place of a seat"),
        (c.Propose("csmu", "Dig."), "'propose' can't be done in the place of a seat"),
        (c.Read("csmu", "fire"), "'read' can't be done in the place of a seat"),
        (c.Message(c.CONTROL, ("soc",), "Hello"), "say for which seat you act"),
        (c.Fire(c.CONTROL, "fire"), "say for which seat you act"),
        (c.Conclude(c.CONTROL), "say for which seat you act"),
    ],
)
def test_what_only_people_do_and_what_is_controls_own_is_refused(
    told: Begin, command: c.Command, sentence: str
):
    assert refused(told().at("1h"), command) == sentence


def test_the_rules_of_the_seat_hold_for_who_stands_in(told: Begin):
    play = told()
    with pytest.raises(Refused, match="there is no decision 'fire' for you to take"):
        stands_in(play, c.Answer("csmu", "fire", "wait"))
    with pytest.raises(Refused, match="there is no role 'navy'"):
        stands_in(play, c.Message("navy", ("soc",), "Ahoy"))
    assert play.told(e.Steered) == []


def test_a_run_played_again_has_its_stand_ins_again(told: Begin):
    play = told().at("10m").when(c.Order("soc", "ask")).at("20m")
    stands_in(play, c.Consent("csmu", "ask-1", "grant")).at("1h")
    stands_in(play, c.Answer("csmu", "fire", "wait")).at("9h")
    run = play.exercise
    again = Exercise.again(run.scenario, run.setup, run.asked, seconds("9h"))
    assert again.log == run.log
    assert again.state.hash() == run.state.hash()
    assert [asked.stand_in for asked in again.asked] == [None, "Arta", "Arta"]
