"""Every effect reads as one plain sentence, with its terms."""

from typing import Any

import pytest
from pydantic import TypeAdapter

from simulator.engine.titles import NO_ORDERS, Titles
from simulator.engine.wording import deeds
from simulator.engine.wording.deeds import WORDS
from simulator.scenario import effects as f
from tests.simulator.engine.playbook import scenario

EFFECT: TypeAdapter[Any] = TypeAdapter(f.AnyEffect)
TOLD = scenario(
    roles={"soc": {"title": "Operations", "short": "SOC", "teams": {"crew": 4}}},
    assets={"mail": {"title": "Mail", "hosts": 10}},
    gauges={
        "trust": {"title": "Trust", "start": 50},
        "flow": {"title": "Flow", "start": 4, "unit": "bar"},
    },
    facts={"warned": {"about": "The owner was warned."}},
    steps=[{"id": "wipe", "title": "The wiper runs"}],
    outcomes={"lost": {"title": "All is lost"}},
    injects=[{"id": "alarm", "title": "An alarm"}],
)
TITLES = Titles(TOLD, "en", NO_ORDERS)

DONE: list[tuple[dict[str, Any], list[str]]] = [
    ({"asset": "mail", "set": "isolated"}, ["Mail gets isolated"]),
    ({"asset": "target", "set": "connected"}, ["the target is connected again"]),
    ({"asset": "mail", "encrypt": "40%", "wipe": 1, "restore": "all"}, [
        "40 % of the hosts of Mail get encrypted", "1 host of Mail get wiped",
        "all hosts of Mail get restored"]),
    ({"asset": "mail", "leak": 2.5, "foothold": True}, [
        "2.5 GB of data leave Mail", "The adversary gains a foothold in Mail"]),
    ({"asset": "mail", "evict": True}, ["The adversary loses its foothold in Mail"]),
    ({"asset": "mail", "foothold": False}, ["The adversary loses its foothold in Mail"]),
    ({"asset": "mail", "workaround": 30}, ["A workaround keeps Mail at 30 % or more"]),
    ({"asset": "mail", "workaround": 0}, ["The workaround of Mail ends"]),
    ({"gauge": "trust", "add": -4.5}, ["Trust falls by 4.5"]),
    ({"gauge": "trust", "add": 3}, ["Trust rises by 3"]),
    ({"gauge": "trust", "set": 70}, ["Trust is now 70"]),
    ({"gauge": "flow", "set": 7.5, "add": -2}, ["Flow is now 7.5 bar", "Flow falls by 2 bar"]),
    ({"gauge": "flow", "target": 9}, ["The set point of Flow is now 9 bar"]),
    ({"gauge": "flow", "manual": True}, ["Flow is now worked by hand"]),
    ({"gauge": "flow", "manual": False}, ["Flow is no longer worked by hand"]),
    ({"gauge": "flow", "shows": 4.2}, ["The reading of Flow is forged: it shows 4.2 bar"]),
    ({"gauge": "flow", "blind": True}, ["The reading of Flow is cut off"]),
    ({"gauge": "flow", "honest": True}, ["The reading of Flow is true again"]),
    ({"gauge": "flow", "silent": True}, ["The alarms of Flow are silenced"]),
    ({"gauge": "flow", "silent": False}, ["The alarms of Flow ring again"]),
    ({"team": "crew", "add": -1}, ["1 person leaves crew"]),
    ({"team": "crew", "add": 3}, ["3 people join crew"]),
    ({"step": "wipe", "stop": True}, ["The adversary is stopped: The wiper runs"]),
    ({"step": "wipe", "start": True}, ["The adversary begins: The wiper runs"]),
    ({"step": "wipe", "delay": {"between": ["0s", "2h"]}},
     ["The adversary loses up to 02:00: The wiper runs"]),
    ({"inject": "alarm"}, ["“An alarm” is sent"]),
    ({"inject": "alarm", "do": "skip"}, ["“An alarm” is struck"]),
    ({"fact": "warned"}, ["So it is now: The owner was warned"]),
    ({"fact": "warned", "set": False}, ["No longer so: The owner was warned"]),
    ({"reveal": {"assets": "mail", "gauges": "trust", "footholds": "mail"}, "to": "soc"},
     ["SOC get to see Mail, Trust", "SOC learn whether an intruder is in Mail"]),
    ({"tempo": "80%"}, ["Adversary and plot go on at 80 % of what is written"]),
    ({"end": "lost"}, ["ENDEX: All is lost"]),
]  # fmt: skip


@pytest.mark.parametrize(("effect", "words"), DONE)
def test_an_effect_is_told_thing_by_thing(effect, words):
    assert list(deeds(TITLES, [EFFECT.validate_python(effect)])) == words


def test_every_kind_of_effect_has_words():
    assert set(WORDS) == set(f.KINDS.values())
    assert {type(EFFECT.validate_python(effect)) for effect, _ in DONE} == set(WORDS)


def test_every_thing_that_an_effect_can_do_is_told():
    kinds: list[Any] = [*WORDS]
    for kind in kinds:
        own = kind.model_fields.keys() - f.Effect.model_fields.keys()
        effects = [EFFECT.validate_python(effect) for effect, _ in DONE]
        told = {name for it in effects if type(it) is kind for name in it.model_fields_set}
        assert own == told


def test_its_terms_follow_the_effect():
    effect = {
        "gauge": "trust", "add": 3, "after": {"between": ["20m", "1h"]}, "chance": "45%",
        "when": {"fact": "warned"},
    }  # fmt: skip
    assert deeds(TITLES, [EFFECT.validate_python(effect)]) == (
        "Trust rises by 3 (45 % likely), 00:20 to 01:00 later,"
        " if by then “The owner was warned” is so",
    )
