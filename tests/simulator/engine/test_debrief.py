"""The debrief: what a decision led to, what others knew then, and how it all went."""

from typing import Any

import pytest

from simulator.engine import commands as c
from simulator.engine.views import Debrief, Decided
from tests.simulator.engine.playbook import Begin, Story

OPTIONS = [
    {"id": "pull", "label": "Pull", "then": [
        {"asset": "mail", "set": "switched-off"}, {"gauge": "trust", "add": -5, "after": "1h"},
    ]},
    {"id": "wait", "label": "Wait", "then": []},
]  # fmt: skip
ASKS = {"ask": "Pull the plug?", "options": OPTIONS, "due": "1h", "default": "wait"}
FIRE = {"id": "fire", "at": "2h", "text": "${asset.mail} burns.", "decision": ASKS}
WORLD: dict[str, Any] = {
    "roles": {
        "soc": {"teams": {"analysts": 2}}, "csmu": {"teams": {"hunters": 1}}, "nato": {},
    },
    "assets": {
        "mail": {"hosts": 10, "title": "Mail"},
        "radio": {"hosts": 10, "title": "Radio", "owner": "csmu", "class": "critical"},
    },
    "gauges": {"trust": {"start": 50, "title": "Trust"}},
    "reports": {"log": {"title": "Log", "by": "csmu", "to": "nato",
                        "fields": [{"id": "what", "label": "What"}]}},
    "steps": [
        {"id": "wipe", "title": "Wipes the mail", "at": "1h",
         "stopped_by": {"asset": "mail", "is": "switched-off"},
         "wipe": {"asset": "mail", "hosts_per_minute": 0.02},
         "seen": {"chance": "100%", "within": "10m", "inject": "seen"}},
    ],
    "injects": [
        FIRE,
        {"id": "gossip", "at": "30m", "to": "nato", "title": "Gossip"},
        {"id": "seen", "by_hand": True, "to": "csmu", "title": "Something eats the mail"},
        {"id": "both", "at": "50m", "to": ["soc", "csmu"], "title": "Told to both"},
        {"id": "after", "at": "4h", "to": "csmu", "title": "Told afterwards"},
    ],
}  # fmt: skip


@pytest.fixture
def play(begin: Begin) -> Story:
    return begin(staffed=("soc", "csmu", "nato"), **WORLD)


def debrief(play: Story, role: str = "soc") -> Debrief:
    told = play.at("10h").exercise.view(role).debrief
    assert told is not None
    return told


def decided(play: Story) -> Decided:
    [one] = debrief(play).decisions
    return one


def test_a_decision_is_shown_with_what_it_did_and_stopped(play: Story):
    play.at("2h").when(c.Answer("soc", "fire", "pull"))
    told = decided(play)
    assert told.decision.chosen == "Pull"
    assert told.at == 2 * 3600
    assert [(line.at / 3600, line.kind, line.words) for line in told.led_to] == [
        (2, "asset", "Mail is now switched off"),
        (2, "asset", "Service of Mail is now 0 %"),
        (2, "adversary", "The adversary is stopped: Wipes the mail"),
        (3, "gauge", "Trust is now 45"),
    ]


def test_a_decision_of_which_nothing_came_led_to_nothing(play: Story):
    assert decided(play).decision.phase == "missed"
    assert decided(play).led_to == ()


def test_what_was_already_so_is_not_what_it_led_to(play: Story):
    play.at("1h30m").when(c.Message("soc", ("csmu",), "Anything?")).at("2h")
    play.when(c.Answer("soc", "fire", "pull"))
    assert all(line.at >= 2 * 3600 for line in decided(play).led_to)


def test_only_the_weightiest_dozen_is_told_in_the_order_in_which_it_happened(begin: Begin):
    assets = {f"a{n:02}": {"hosts": 4, "title": f"A{n:02}"} for n in range(20)}
    effects = [{"gauge": "trust", "add": -1}]
    effects += [{"asset": name, "set": "isolated", "after": "1h"} for name in assets]
    option = {"id": "pull", "label": "Pull", "then": effects}
    ask = FIRE | {"text": "Fire.", "decision": {"ask": "All?", "options": [option]}}
    play = begin(**WORLD | {"assets": assets, "injects": [ask], "steps": []}, staffed=("soc",))
    play.at("2h").when(c.Answer("soc", "fire", "pull"))
    lines = decided(play).led_to
    assert [line.words for line in lines] == [f"A{n:02} is now isolated" for n in range(12)]


def test_others_knew_what_they_were_told_before_and_the_role_was_not_what_touches_it_first(
    play: Story,
):
    knew = decided(play.at("3h")).others_knew
    assert [(it.role, it.at // 60, it.words) for it in knew] == [
        ("csmu", 70, "Message: Something eats the mail"),
        ("nato", 30, "Message: Gossip"),
    ]


def test_of_what_people_wrote_to_each_other_nothing_is_told(play: Story):
    play.at("1h").when(
        c.Message("csmu", ("nato",), "SECRET"), c.Note("csmu", "SECRET"),
        c.Send("csmu", "log", (("what", "SECRET"),)),
    ).at("9h")  # fmt: skip
    told = debrief(play)
    assert "SECRET" not in repr(told)
    assert "csmu sends: Log" in [it.words for it in told.decisions[0].others_knew]


def test_how_an_asset_fared_is_told_of_those_the_role_could_not_see(begin: Begin):
    hits = [
        {"id": "hit", "at": "1h", "to": "nato", "title": "Hit", "then": [
            {"asset": "radio", "wipe": 6}, {"asset": "mail", "wipe": 1}]},
        {"id": "found", "at": "90m", "to": "nato", "title": "Found",
         "then": [{"reveal": {"assets": "radio"}, "to": "soc"}]},
        {"id": "again", "at": "100m", "to": "nato", "title": "Again",
         "then": [{"asset": "radio", "wipe": 1}]},
    ]  # fmt: skip
    play = begin(**WORLD | {"injects": [FIRE, *hits], "steps": []}, staffed=("soc",))
    knew = [it.words for it in decided(play).others_knew]
    assert "6 hosts of Radio wiped" in knew
    assert "1 host of Radio wiped" not in knew
    assert "1 host of Mail wiped" not in knew


def test_at_most_eight_things_others_knew_are_told(begin: Begin):
    rumours = [
        {"id": f"r{n}", "at": f"{n}m", "to": "nato", "title": f"Rumour {n}"} for n in range(1, 20)
    ]
    play = begin(**WORLD | {"injects": [FIRE, *rumours], "steps": []}, staffed=("soc",))
    assert [it.words for it in decided(play).others_knew] == [
        f"Message: Rumour {n}" for n in range(19, 11, -1)
    ]


def test_the_course_tells_of_steps_services_and_decisions_to_everybody(begin: Begin):
    story = [
        {"id": "dark", "at": "5h", "then": [{"asset": "radio", "wipe": 9}]},
        {"id": "dim", "at": "6h", "then": [{"asset": "radio", "restore": 4}]},
        {"id": "light", "at": "7h", "then": [{"asset": "radio", "restore": "all"}]},
    ]
    injects = [*WORLD["injects"], *story]
    play = begin(staffed=("soc", "csmu", "nato"), **WORLD | {"injects": injects})
    answer = c.Answer("soc", "fire", "pull", reason="SECRET", confidence=80)
    play.at("2h").when(answer)
    assert [line.words for line in debrief(play, "nato").course] == [
        "soc decides: Pull the plug? → Pull",
        "Service of Mail is now 0 %",
        "The adversary is stopped: Wipes the mail",
        "Service of Radio is now 10 %",
        "Service of Radio is now 100 %",
        "ENDEX",
    ]


def test_the_course_has_room_for_every_family_and_for_the_end(begin: Begin):
    assets = {f"a{n}": {"hosts": 2, "title": f"A{n}"} for n in range(30)}
    effects = [{"asset": name, "wipe": "all"} for name in assets]
    blow = {"id": "blow", "at": "5h", "to": "nato", "then": effects}
    steps = [{"id": f"s{n}", "title": f"S{n}", "at": f"{n}m"} for n in range(12)]
    play = begin(**WORLD | {"assets": assets | WORLD["assets"], "injects": [FIRE, blow],
                            "steps": steps}, staffed=("soc",))  # fmt: skip
    play.at("2h").when(c.Answer("soc", "fire", "pull"))
    lines = debrief(play).course
    kinds = [line.kind for line in lines]
    assert (len(lines), kinds.count("decision"), lines[-1].words) == (25, 1, "ENDEX")
    assert kinds.count("adversary") >= 8
    assert kinds.count("asset") >= 8


def test_before_it_is_over_nobody_is_told_any_of_it(play: Story):
    play.at("2h").when(c.Answer("soc", "fire", "pull"))
    assert play.at("9h59m59s").exercise.view("soc").debrief is None
