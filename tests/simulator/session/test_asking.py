"""Commands as plain data: what people wrote or are called stands apart from the rest."""

import json
from typing import Any

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
    c.Propose("soc", "Call the army."),
    c.Solve("soc", "shift", "svc-hist@03:10", "Arta Hoxha"),
    c.Solve("soc", "shift", "svc-hist@03:10"),
    c.TakeHint("soc", "shift", 1, "Arta Hoxha"),
    c.Fire("control", "news", "They are late.", "Besa"),
    c.Fire("control", "news"),
    c.Delay("control", "news", 600, "Lunch.", "Besa"),
    c.Repace("control", 7200, 60, ("news", "later"), ("pin",), "Time runs out.", "Besa"),
    c.Repace("control", 7200),
    c.Write(
        "control",
        ("soc", "csmu"),
        "phone",
        "A call",
        "Who is there?",
        "A voice",
        "Who?",
        "Us\nThem",
        600,
        60,
        "news",
        "They wait.",
        "Besa",
    ),
    c.Write("control", ("soc",), "message", "", "Hm."),
    c.Amend("control", "news", ("csmu",), "A voice", "A call", "Hm.", "A slip.", "Besa"),
    c.Amend("control", "news"),
    c.Rule(
        "control",
        "fire",
        "allow",
        "pull",
        60,
        ('{"gauge":"trust","by":-5}',),
        "It works.",
        "As before.",
        "Besa",
    ),
    c.Rule("control", "propose-1", "refuse"),
    c.Intervene("control", ('{"gauge":"trust","by":-5}', '{"end":"won"}'), "By hand.", "Besa"),
    c.Instruct("control", "soc", "slow", "They are few.", "Besa"),
    c.Conclude("control", "All is met.", "Besa"),
]


@pytest.mark.parametrize("command", SAID, ids=repr)
def test_a_command_that_is_taken_apart_and_put_together_is_the_same(command: c.Command):
    data, words = taken_apart(command)
    judge(data, words)
    assert put_together(command.role, data, words) == command
    again = json.loads(json.dumps(data))
    assert again == data
    assert put_together(command.role, again, words) == command
    wire = json.loads(json.dumps(told(command)))
    assert command_of(command.role, wire, getattr(command, "by", "")) == command


def test_whose_dissent_it_is_is_known_from_the_connection_alone():
    asked = {"ask": "dissent", "decision": "fire", "text": "Wait."}
    assert command_of("soc", asked, "Arta") == c.Dissent("soc", "fire", "Wait.", "Arta")
    with pytest.raises(Refused):
        command_of("soc", asked | {"by": "Somebody else"}, "Arta")


def test_of_a_dissent_neither_the_words_nor_the_name_stand_in_the_chain():
    data, words = taken_apart(c.Dissent("soc", "fire", "We lose the logs.", "Arta Hoxha"))
    assert data == {"ask": "dissent", "decision": "fire"}
    assert words == {"text": "We lose the logs.", "by": "Arta Hoxha"}


def test_an_answer_to_a_challenge_does_not_stand_in_the_chain():
    data, words = taken_apart(c.Solve("soc", "shift", "svc-hist@03:10", "Arta Hoxha"))
    assert data == {"ask": "solve", "challenge": "shift"}
    assert words == {"answer": "svc-hist@03:10", "by": "Arta Hoxha"}


def test_nothing_that_control_wrote_stands_in_the_chain():
    data, words = taken_apart(c.Write(
        "control", ("soc",), "phone", "A call", "Who is there?", "A voice", "Who?", "Us\nThem",
        corrects="news", reason="They wait.", by="Besa",
    ))  # fmt: skip
    assert data == {
        "ask": "write", "to": ["soc"], "channel": "phone", "due": None, "at": None,
        "corrects": "news",
    }  # fmt: skip
    assert words == {
        "subject": "A call", "text": "Who is there?", "sender": "A voice", "asks": "Who?",
        "options": "Us\nThem", "reason": "They wait.", "by": "Besa",
    }  # fmt: skip


def test_what_a_ruling_is_about_is_no_text():
    data, words = taken_apart(c.Rule("control", "fire", "allow", "pull", text="It works."))
    assert (data["subject"], words) == ("fire", {"text": "It works."})


@pytest.mark.parametrize("asked", [
    {"ask": "note", "text": "Hm.", "asks": "Who?"}, {"ask": "fire", "inject": "news", "by": "Besa"},
    {"ask": "fire", "inject": "news", "role": "soc"}, {"ask": "write", "to": "soc"},
    {"ask": "rule", "subject": "fire", "verdict": "perhaps"}, {"ask": "intervene", "effects": [{}]},
    {"ask": "repace", "end": "7200"}, {"ask": ["write"]},
])  # fmt: skip
def test_what_is_no_command_is_refused(asked: dict[str, Any]):
    with pytest.raises(Refused):
        command_of("control", asked, "Besa")
