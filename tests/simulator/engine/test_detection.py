"""Who notices a step of the adversary, how likely and how soon."""

from typing import Any

import pytest

from simulator.engine import events as e
from tests.simulator.engine.playbook import Begin

MAIL = {"mail": {"hosts": 100}}
OPEN = {"fact": "door-open"}
HOUR = {"lasts": "1h"}


def at(time: str, **effect: Any) -> dict[str, Any]:
    """An inject whose one effect is this."""
    return {"id": f"at-{time}", "at": time, "then": [effect]}


def step(**parts: Any) -> dict[str, Any]:
    return {"id": "act"} | parts


SOC: dict[str, Any] = {"soc": {}, "csmu": {}}
SIEM = {"id": "siem", "to": ["csmu"], "by_hand": True}


def test_what_is_noticed_is_told_to_the_owners_of_what_it_touches(begin: Begin):
    assets = MAIL | {"web": {"hosts": 1, "owner": "csmu"}, "portal": {"hosts": 1}}
    touching = step(foothold=["web", "mail", "portal"], seen={"chance": "100%", "within": "10m"})
    play = begin(roles=SOC, assets=assets, steps=[touching]).at("1h")
    play.then(e.StepSeen, at="10m", to=("csmu", "soc"), assets=("web", "mail", "portal"))


def test_what_is_noticed_reaches_those_that_its_inject_is_for(begin: Begin):
    seen = {"chance": "100%", "within": "10m", "inject": "siem"}
    play = begin(roles=SOC, assets=MAIL, injects=[SIEM], steps=[step(foothold="mail", seen=seen)])
    play.at("1h").then(e.StepSeen, at="10m", to=("csmu",)).then(e.InjectSent, inject="siem")
    assert play.sees("csmu", "siem").at == 600


def test_a_step_is_noticed_even_if_it_was_stopped_before(begin: Begin):
    seen = {"chance": "100%", "within": "30m"}
    play = begin(steps=[step(seen=seen, **HOUR)], injects=[at("10m", step="act", stop=True)])
    play.at("1h").then(e.StepStopped, at="10m").then(e.StepSeen, at="30m")


@pytest.mark.parametrize(
    ("sooner", "seen"),
    [
        ([], []),
        ([{"when": {"not": OPEN}, "chance": "100%"}], []),
        ([{"when": OPEN, "chance": "100%"}], [3600]),
        ([{"when": OPEN, "chance": "100%", "within": "1m"}], [60]),
        ([{"when": OPEN, "within": "1m"}, {"when": OPEN, "chance": "100%"}], []),
        ([{"when": {"not": OPEN}, "chance": "0%"}, {"when": OPEN, "chance": "100%"}], [3600]),
    ],
)
def test_the_first_sighting_that_holds_changes_chance_and_delay(
    begin: Begin, sooner: list[dict[str, Any]], seen: list[int]
):
    unlikely = {"chance": "0%", "within": "1h", "sooner": sooner}
    play = begin(facts={"door-open": {"start": True}}, steps=[step(seen=unlikely)]).at("2h")
    assert play.told(e.StepSeen, "at") == seen


@pytest.mark.parametrize(
    ("parts", "sent"),
    [({}, [600]), ({"at": "5m"}, [300]), ({"unless": {"step": "act", "is": "seen"}}, [])],
)
def test_an_inject_of_a_detection_comes_once_and_if_it_is_needed(
    begin: Begin, parts: dict[str, Any], sent: list[int]
):
    alarm = {"id": "alarm", "by_hand": "at" not in parts} | parts
    seen = {"chance": "100%", "within": "10m", "inject": "alarm"}
    play = begin(injects=[alarm], steps=[step(seen=seen)]).at("1h")
    assert play.told(e.StepSeen, "at") == [600]
    assert play.told(e.InjectSent, "at") == sent
