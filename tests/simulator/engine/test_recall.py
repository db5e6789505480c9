"""A run looked at again: what control wrote is there from the second at which it wrote it."""

from typing import Any

import pytest

from simulator.engine.commands import CONTROL, Amend, Write
from simulator.engine.errors import Refused
from simulator.engine.recall import Recall
from tests.simulator.engine.playbook import Begin, hand, seconds

TWO: dict[str, Any] = {"soc": {}, "csmu": {}}
DAWN = {"id": "dawn", "at": "2h", "to": ["soc"], "title": "Dawn", "text": "The sun is up."}


def test_what_control_wrote_is_there_from_that_second_on_and_gone_before_it(begin: Begin):
    """Given an inject that was written in the first hour and one that was changed in the next;
    when the run is looked at again; then each stands as it did at that second, whatever was
    looked at before."""
    play = begin(roles=TWO, injects=[DAWN]).at("1h")
    play.when(Write(CONTROL, ("soc",), "phone", "A call", "Ring ring", "Ministry", at=10_800))
    play.at("90m").when(Amend(CONTROL, "dawn", subject="Dusk", text="The sun is down."))
    run = play.at("4h").exercise
    recall = Recall(run)
    for _ in range(2):
        recall.go_to(seconds("30m"))
        assert [row.title for row in recall.panel().msel] == ["Dawn"]
        with pytest.raises(Refused):
            recall.script(hand(1))
        recall.go_to(seconds("1h"))
        assert [row.title for row in recall.panel().msel] == ["Dawn", "A call"]
        assert recall.script("dawn").text == "The sun is up."
        assert recall.script(hand(1)).text == "Ring ring"
        recall.go_to(seconds("4h"))
        assert [row.title for row in recall.panel().msel] == ["Dusk", "A call"]
        inbox = recall.view("soc").inbox
        assert {item.text for item in inbox} == {"The sun is down.", "Ring ring"}
    assert run.script("dawn").text == "The sun is down."


def test_it_stands_at_the_nearest_second_that_there_is(begin: Begin):
    run = begin(roles=TWO, injects=[DAWN]).at("4h").exercise
    recall = Recall(run)
    recall.go_to(seconds("9h"))
    assert recall.now == recall.until == seconds("4h")
    recall.go_to(-1)
    assert recall.now == 0
    assert recall.view("soc").inbox == ()


def test_what_others_know_is_what_they_were_told_and_this_role_was_not(begin: Begin):
    both = DAWN | {"id": "noon", "to": ["soc", "csmu"], "title": "Noon", "text": "It is hot."}
    recall = Recall(begin(roles=TWO, injects=[DAWN, both]).at("4h").exercise)
    recall.go_to(seconds("1h"))
    assert recall.others_know("csmu") == ()
    recall.go_to(seconds("3h"))
    (told,) = recall.others_know("csmu")
    assert "Dawn" in told.words
    assert told.at == seconds("2h")
    assert recall.others_know("soc") == ()
