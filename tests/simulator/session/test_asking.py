"""Commands as plain data: what people wrote or are called stands apart from the rest."""

import pytest

from simulator.engine import commands as c
from simulator.engine.errors import Refused
from simulator.session.asking import command_of, judge, put_together, taken_apart, told

SAID = [
    c.Answer("soc", "fire", "pull", "All of it.", "It burns.", 80),
    c.Dissent("soc", "fire", "We lose the logs.", "Arta Hoxha"),
    c.Dissent("soc", "fire", "We lose the logs."),
    c.Note("soc", "Hm."),
    c.Send("soc", "log", (("what", "Fire"),)),
    c.Message("soc", ("csmu",), "Hello"),
]


@pytest.mark.parametrize("command", SAID, ids=repr)
def test_a_command_that_is_taken_apart_and_put_together_is_the_same(command: c.Command):
    data, words = taken_apart(command)
    judge(data, words)
    assert put_together("soc", data, words) == command
    assert command_of("soc", told(command), getattr(command, "by", "")) == command


def test_whose_dissent_it_is_is_known_from_the_connection_alone():
    asked = {"ask": "dissent", "decision": "fire", "text": "Wait."}
    assert command_of("soc", asked, "Arta") == c.Dissent("soc", "fire", "Wait.", "Arta")
    with pytest.raises(Refused):
        command_of("soc", asked | {"by": "Somebody else"}, "Arta")


def test_of_a_dissent_neither_the_words_nor_the_name_stand_in_the_chain():
    data, words = taken_apart(c.Dissent("soc", "fire", "We lose the logs.", "Arta Hoxha"))
    assert data == {"ask": "dissent", "decision": "fire"}
    assert words == {"text": "We lose the logs.", "by": "Arta Hoxha"}
