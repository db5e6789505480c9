"""A service fell in defence where those who defend it, and nobody else, cut it off."""

from json import dumps
from typing import Any

from simulator.engine.commands import CONTROL, Answer, Intervene, Order
from simulator.engine.exercise import Exercise, Setup
from simulator.review.course import series
from simulator.review.recorded import Take
from tests.simulator.engine.playbook import scenario

OFF = {"asset": "mail", "set": "switched-off"}
HIT = {"asset": "mail", "encrypt": 1}
PULL = Order("soc", "pull", "mail")
HOUR = 3600


def question(default: str) -> dict[str, Any]:
    """What shall become of the mail is asked at once, and wants an answer by two o'clock."""
    options = [{"id": "cut", "label": "Cut it off", "then": [OFF]}, {"id": "keep", "label": "Keep"}]
    decision = {"ask": "Well?", "due": "2h", "default": default, "options": options}
    return {"id": "question", "at": "0s", "decision": decision}


def in_defence(*asked: Any, asset: str = "mail", **parts: Any) -> bool:
    """Whether the service fell in defence, where all this was asked at one o'clock."""
    world = scenario(
        assets={"mail": {"hosts": 4, "enough": "50%"}, "web": {"hosts": 1, "depends_on": ["mail"]}},
        actions={
            "pull": {"targets": ["mail"], "then": [{"asset": "target", "set": "isolated"}]},
            "burn": {"targets": ["mail"], "then": [{"asset": "target", "wipe": "all"}]},
        },
        **parts,
    )
    run = Exercise(world, Setup(staffed=("soc",)))
    run.advance(HOUR)
    for one in asked:
        run.submit(one)
    run.advance(5 * HOUR)
    take = Take("team", 1, 0, run.now, "", run, (), ())
    (one,) = [it for it in series(take, "en") if it.id == asset]
    assert one.lowest == 0
    return one.defence


def test_by_an_order_or_a_decision_of_theirs():
    assert in_defence(PULL)
    assert in_defence(Answer("soc", "question", "cut"), injects=[question("keep")])


def test_not_by_what_happened_without_them():
    assert not in_defence(Intervene(CONTROL, (dumps(OFF),), "To see."))
    assert not in_defence(steps=[{"id": "cut", "at": "1h", "then": [OFF]}])
    assert not in_defence(injects=[{"id": "storm", "at": "1h", "then": [OFF]}])
    assert not in_defence(injects=[question("cut")]), "nobody answered, so the default stood"


def test_not_where_the_adversary_had_hit_it_as_well():
    hit = {"id": "hit", "at": "2h", "then": [HIT]}
    assert not in_defence(PULL, steps=[hit])


def test_with_it_what_depends_on_it():
    assert in_defence(PULL, asset="web")


def test_not_where_hosts_were_lost_by_their_own_order():
    burn = Order("soc", "burn", "mail")
    assert not in_defence(burn)
    assert not in_defence(burn, asset="web")
