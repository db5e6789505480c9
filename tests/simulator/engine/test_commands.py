"""Commands from plain data, as a script or a connection brings them."""

from typing import Any

import pytest

from simulator.engine import commands as c
from simulator.engine.errors import Refused


@pytest.mark.parametrize(
    ("asked", "command"),
    [
        ({"answer": "fire", "option": "pull", "confidence": 80},
         c.Answer("soc", "fire", "pull", confidence=80)),
        ({"order": "cut", "target": "mail"}, c.Order("soc", "cut", "mail")),
        ({"target": "mail", "order": "cut"}, c.Order("soc", "cut", "mail")),
        ({"cancel": "cut-1"}, c.Cancel("soc", "cut-1")),
        ({"prioritise": "cut-1", "priority": 1}, c.Prioritise("soc", "cut-1", 1)),
        ({"consent": "cut-1", "verdict": "grant"}, c.Consent("soc", "cut-1", "grant")),
        ({"reply": "cut-1", "text": "Why not."}, c.Reply("soc", "cut-1", "Why not.")),
        ({"send": "log", "entries": {"what": "Fire"}}, c.Send("soc", "log", (("what", "Fire"),))),
        ({"send": "log", "entries": {"dead": 5}}, c.Send("soc", "log", (("dead", "5"),))),
        ({"message": ["csmu"], "text": "Hello"}, c.Message("soc", ("csmu",), "Hello")),
        ({"note": "Hm."}, c.Note("soc", "Hm.")),
        ({"dissent": "fire", "text": "Wait.", "by": "Arta"},
         c.Dissent("soc", "fire", "Wait.", "Arta")),
        ({"send": "nine", "entries": {"what": "It burns.", "where": ["mail", "web"]}},
         c.Send("soc", "nine", (("what", "It burns."), ("where", "mail\nweb")))),
        ({"launch": "lock"}, c.Launch("soc", "lock")),
        ({"dissent": "fire", "text": "Wait."}, c.Dissent("soc", "fire", "Wait.")),
        ({"proceed": None}, c.Proceed("soc")),
        ({"fire": "news"}, c.Fire("soc", "news")),
        ({"staff": "csmu"}, c.Staff("soc", "csmu")),
        ({"vacate": "csmu"}, c.Vacate("soc", "csmu")),
        ({"conclude": True}, c.Conclude("soc")),
    ],
)  # fmt: skip
def test_plain_data_become_a_command(asked: dict[str, Any], command: c.Command):
    assert c.command_from("soc", asked) == command


@pytest.mark.parametrize(
    "asked",
    [
        {},
        {"jump": "high"},
        {"answer": "fire", "optoin": "pull"},
        {"cancel": "cut-1", "order": "cut"},
        {"reply": "cut-1"},
        {"dissent": "fire"},
        {"order": "cut", "role": "csmu"},
        {"order": None},
        {"order": ["cut"]},
        {"order": {"a": "b"}},
        {"note": 5},
        {"discuss": "first", "text": None},
        {"answer": "fire", "confidence": "high"},
        {"answer": "fire", "option": ["pull"]},
        {"prioritise": "cut-1", "priority": "first"},
        {"consent": "cut-1", "verdict": "perhaps"},
        {"send": "log", "entries": "Fire"},
        {"send": "log", "entries": ["Fire"]},
        {"message": "csmu", "text": "Hello"},
        {"message": [5], "text": "Hello"},
    ],
)
def test_what_is_no_command_is_refused(asked: dict[str, Any]):
    with pytest.raises(Refused) as refused:
        c.command_from("soc", asked)
    assert refused.value.code == "unknown"


def test_a_refusal_says_which_field_is_wrong():
    with pytest.raises(Refused) as refused:
        c.command_from("soc", {"prioritise": "cut-1", "priority": "first"})
    assert str(refused.value) == "'priority' of 'prioritise' has the wrong kind"
