"""Control tells the bot of one seat how to behave; all others go on as they were."""

from typing import Any

import pytest

from simulator.engine import events as e
from simulator.engine.commands import CONTROL, Answer, Instruct, Order
from tests.simulator.engine.playbook import Begin, Story, seconds

ROLES: dict[str, Any] = {"soc": {"bot": {"delay": "10m"}}, "csmu": {"bot": {"delay": "20m"}}}
OPTIONS = [{"id": "wait", "label": "Wait"}, {"id": "pull", "label": "Pull", "best": True}]
FIRE = {"id": "fire", "at": "1h", "decision": {"ask": "Pull?", "options": OPTIONS}}
KNOWN: dict[str, Any] = {"facts": {"known": {}}, "injects": [
    {"id": "news", "at": "1h", "then": [{"fact": "known"}]}
]}  # fmt: skip
SCAN = {"scan": {"by": ["soc", "csmu"], "doctrine": {"when": {"fact": "known"}}}}


@pytest.fixture
def told(begin: Begin) -> Begin:
    """A story of two bots by doctrine, unless it says otherwise."""

    def play(**parts: Any) -> Story:
        return begin(**{"bots": "doctrine", "roles": ROLES} | parts)

    return play


def instruct(play: Story, *seats: str, to: Any) -> Story:
    return play.when(*(Instruct(CONTROL, seat, to, "To see.", "Arta") for seat in seats))


def decided(play: Story) -> list[int]:
    return play.at("9h").told(e.DecisionTaken, "at")


def ordered(play: Story) -> list[tuple[int, str]]:
    return play.at("9h").told(e.ActionOrdered, "at", "role")


# Who is told what


def test_the_act_is_on_record_and_no_player_learns_of_it(told: Begin):
    play = instruct(told().at("1h"), "soc", to="silent")
    play.then(e.Steered, at="1h", to=(), act="instruct", of="soc", by="Arta", reason="To see.")
    play.then(e.BotInstructed, at="1h", to=(), seat="soc", policy="silent")
    for role in ROLES:
        assert "silent" not in repr(play.exercise.view(role))


@pytest.mark.parametrize(
    ("code", "command", "sentence"),
    [
        ("control", Instruct("soc", "soc", "slow"), "only control can do that"),
        ("unknown", Instruct(CONTROL, "navy", "slow"), "there is no seat 'navy' in this exercise"),
        ("unknown", Instruct(CONTROL, "soc", "clever"),  # type: ignore[arg-type]
         "bots are one of doctrine, slow, silent, random"),
        ("closed", Instruct(CONTROL, "csmu", "slow"), "the bot of 'csmu' is 'slow' already"),
    ],
)  # fmt: skip
def test_what_is_refused(told: Begin, code: str, command: Instruct, sentence: str):
    assert instruct(told(), "csmu", to="slow").refuses(code, command) == sentence


# Decisions, consents and reports


def test_a_bot_that_falls_silent_drops_what_it_has_planned(told: Begin):
    play = instruct(told(injects=[FIRE]).at("1h5m"), "soc", to="silent")
    assert decided(play) == []


def test_a_bot_that_is_woken_takes_up_what_lies_there(told: Begin):
    play = instruct(told(injects=[FIRE], bots="silent").at("2h"), "soc", to="doctrine")
    assert decided(play) == [seconds("2h10m")]


def test_a_bot_that_was_silent_for_a_while_begins_anew_and_decides_once(told: Begin):
    play = instruct(told(injects=[FIRE]).at("1h5m"), "soc", to="silent")
    instruct(play.at("1h7m"), "soc", to="slow")
    assert decided(play) == [seconds("1h47m")]


def test_a_bot_that_slows_down_keeps_what_it_has_planned(told: Begin):
    later = FIRE | {"id": "flood", "at": "2h"}
    play = instruct(told(injects=[FIRE, later]).at("1h5m"), "soc", to="slow")
    assert decided(play) == [seconds("1h10m"), seconds("2h40m")]


def test_a_bot_that_is_hurried_does_so_from_the_next_on(told: Begin):
    later = FIRE | {"id": "flood", "at": "2h"}
    play = told(injects=[FIRE, later], bots="slow").at("1h5m")
    assert decided(instruct(play, "soc", to="doctrine")) == [seconds("1h40m"), seconds("2h10m")]


def test_what_control_says_holds_for_this_seat_alone(told: Begin):
    other = FIRE | {"id": "flood", "to": "csmu"}
    play = instruct(told(injects=[FIRE, other]), "csmu", to="silent")
    assert play.at("9h").told(e.DecisionTaken, "role") == ["soc"]


def test_a_seat_of_people_is_theirs_and_its_bot_obeys_when_they_leave(told: Begin):
    play = told(injects=[FIRE], bots="silent", staffed=("soc",)).at("30m")
    instruct(play, "soc", to="doctrine").at("2h")
    assert play.told(e.DecisionTaken) == []
    assert decided(play.vacate("soc")) == [seconds("2h10m")]


def test_a_random_bot_takes_any_option(told: Begin):
    injects = [FIRE | {"id": f"fire-{number}"} for number in range(9)]
    play = instruct(told(injects=injects), "soc", to="random").at("9h")
    assert set(play.told(e.DecisionTaken, "option")) == {"wait", "pull"}


def test_a_bot_that_is_woken_consents_and_one_that_falls_silent_does_not(told: Begin):
    actions = {"ask": {"by": "soc", "consent": [{"from": "csmu", "takes": "1h", "due": "8h"}]}}
    play = told(actions=actions).at("10m").when(Order("soc", "ask"))
    instruct(play.at("20m"), "csmu", to="silent").at("3h")
    assert play.told(e.ConsentGiven) == []
    instruct(play, "csmu", to="doctrine").at("9h")
    assert play.told(e.ConsentGiven, "at") == [4 * 3600]


def test_a_report_that_a_bot_has_dropped_is_sent_by_the_next(told: Begin):
    clock = {"starts": {"time": {"after": "1h"}}, "within": "5h"}
    reports = {"log": {"by": ["soc", "csmu"], "to": "csmu", "clock": clock}}
    play = instruct(told(reports=reports).at("1h5m"), "soc", to="silent").at("9h")
    assert play.told(e.ReportSent, "at", "role") == [(seconds("1h25m"), "csmu")]


# Doctrine


def test_doctrine_begins_with_the_first_bot_that_is_told_to_go_by_it(told: Begin):
    play = told(actions=SCAN, bots="silent", **KNOWN).at("2h")
    assert ordered(instruct(play, "csmu", to="doctrine")) == [(seconds("2h20m"), "csmu")]


def test_it_does_so_before_anything_is_sensible_too(told: Begin):
    play = instruct(told(actions=SCAN, bots="silent", **KNOWN), "csmu", to="slow")
    assert ordered(play) == [(seconds("2h20m"), "csmu")]


def test_what_a_bot_drops_the_next_takes_up(told: Begin):
    play = told(actions=SCAN, **KNOWN).at("1h5m")
    assert ordered(instruct(play, "soc", to="silent")) == [(seconds("1h25m"), "csmu")]


def test_a_bot_that_turns_random_still_gives_the_order_that_it_has_planned(told: Begin):
    again = {"scan": SCAN["scan"] | {"again": "8h"}}
    play = instruct(told(actions=again, **KNOWN).at("1h5m"), "soc", to="random")
    assert ordered(play)[0] == (seconds("1h10m"), "soc")
    assert len(ordered(play)) == 1


def test_a_random_bot_does_not_go_by_doctrine(told: Begin):
    play = instruct(told(actions=SCAN, **KNOWN), "soc", to="random")
    assert ordered(play)[0] == (seconds("1h20m"), "csmu")


def test_one_by_one_seats_can_be_silenced_and_woken_and_it_is_ordered_once(told: Begin):
    play = instruct(told(actions=SCAN, **KNOWN).at("1h5m"), "soc", "csmu", to="silent")
    assert play.at("3h").told(e.ActionOrdered) == []
    instruct(play, "csmu", to="doctrine").at("3h5m")
    assert ordered(instruct(play, "soc", to="doctrine")) == [(seconds("3h20m"), "csmu")]


# Whims

OFTEN: dict[str, Any] = {"actions": {"dig": {"by": "soc", "again": "1m"}}, "length": "10d"}


def whims(play: Story, until: str = "9d") -> int:
    return len(play.at(until).told(e.ActionOrdered))


def test_a_bot_that_turns_random_has_whims_until_it_turns_again(told: Begin):
    play = told(**OFTEN).at("1d")
    assert whims(play, "1d") == 0
    some = whims(instruct(play, "soc", to="random"), "4d")
    assert some >= 12
    assert whims(instruct(play, "soc", to="doctrine")) == some


def test_a_bot_that_turns_random_twice_has_no_more_whims_than_another(told: Begin):
    once = instruct(told(**OFTEN), "soc", to="random")
    twice = instruct(told(**OFTEN), "soc", to="random").at("10m")
    for policy in ("doctrine", "random", "slow", "random"):
        instruct(twice, "soc", to=policy)
    assert whims(once) == whims(twice)


def test_in_a_seat_of_people_nobody_has_whims(told: Begin):
    play = instruct(told(staffed=("soc",), **OFTEN), "soc", to="random")
    assert whims(play) == 0


# Replays


def test_the_same_instructions_give_the_same_run(told: Begin):
    def run() -> Story:
        play = told(injects=[FIRE], actions=SCAN, facts={"known": {"start": True}}, seed=7)
        instruct(play.at("5m"), "soc", to="silent").at("1h5m")
        instruct(play, "soc", to="random").when(Answer("soc", "fire", "wait"))
        return instruct(play.at("2h"), "csmu", to="slow").at("9h")

    assert run().exercise.log == run().exercise.log
