"""Persuasion: what people who are asked for consent know of may sway them, if it holds by then."""

from typing import Any

import pytest

from simulator.engine import events as e
from simulator.engine.commands import Consent, Order, Send
from tests.simulator.engine.playbook import Begin, Story

ADVICE = {"by": ["soc"], "to": ["cio"], "fields": [{"id": "why", "label": "Why", "wanted": True}]}
SWAYED = [
    {"when": {"report": "advice", "complete": True}, "chance": "100%", "takes": "10m"},
    {"when": {"report": "advice"}, "takes": "20m"},
]


@pytest.fixture
def asked(begin: Begin):
    def told(*before: Any, **parts: Any) -> Story:
        link = {"from": "cio", "takes": "1h", "chance": "0%", "swayed": SWAYED} | parts
        play = begin(
            roles={"soc": {}, "cio": {}}, staffed=("soc",), bots="doctrine",
            reports={"advice": ADVICE}, actions={"cut": {"consent": [link]}},
        )  # fmt: skip
        return play.when(*before, Order("soc", "cut"))

    return told


@pytest.mark.parametrize(
    ("before", "kind", "at"),
    [
        ((), e.ConsentRefused, "1h"),
        ((Send("soc", "advice", (("why", "It spreads."),)),), e.ConsentGiven, "10m"),
        ((Send("soc", "advice"),), e.ConsentRefused, "20m"),
    ],
)
def test_the_first_that_holds_as_it_is_asked_counts(
    asked: Any, before: tuple[Any, ...], kind: type, at: str
):
    asked(*before).at("2h").then(kind, at=at)


def test_what_comes_later_sways_nobody_any_more(asked: Any):
    play = asked().at("5m").when(Send("soc", "advice", (("why", "It spreads."),)))
    play.at("2h").then(e.ConsentRefused, at="1h")


def test_people_decide_by_themselves_and_who_asks_sees_no_chances(asked: Any):
    play = asked(Send("soc", "advice", (("why", "It spreads."),)))
    other = asked(Send("soc", "advice", (("why", "It spreads."),)), swayed=[])
    assert play.exercise.view("soc") == other.exercise.view("soc")
    play.staff("cio").when(Consent("cio", "cut-1", "refuse")).at("2h")
    assert play.told(e.ConsentGiven) == []
