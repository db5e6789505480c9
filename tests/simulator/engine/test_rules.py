"""What is refused, with which code and in which words, and that a refusal leaves no trace."""

from typing import Any

import pytest

from simulator.engine import commands as c
from simulator.engine.errors import Refused
from tests.simulator.engine.playbook import Begin, Story

LONG = "x" * 8001
WORLD: dict[str, Any] = {
    "roles": {"soc": {"teams": {"analysts": 1}}, "csmu": {}, "nato": {}},
    "facts": {"never": {}},
    "assets": {"mail": {"hosts": 1}, "web": {"hosts": 1}},
    "injects": [
        {
            "id": "ask", "at": "1h",
            "decision": {
                "ask": "Well?",
                "options": [
                    {"id": "yes", "label": "Yes"},
                    {"id": "no", "label": "No", "needs": {"fact": "never"}},
                ],
            },
        },
        {"id": "free", "at": "1h", "decision": {"ask": "What?"}},
        {"id": "answered", "at": "1h", "decision": {"ask": "And?"}},
        {"id": "secret", "at": "1h", "to": "csmu", "decision": {"ask": "Psst?"}},
        {"id": "later", "at": "5h", "decision": {"ask": "Later?"}},
        {"id": "struck", "at": "5h"},
    ],
    "actions": {
        "scan": {"takes": {"people": {"analysts": 1}, "time": "9h"}},
        "image": {"takes": {"people": {"analysts": 1}, "time": "9h"}},
        "cut": {"targets": ["mail"]},
        "dig": {"needs": {"fact": "never"}},
        "theirs": {"by": "csmu", "consent": [{"from": "soc"}, {"from": "csmu"}]},
        "mine": {"consent": [{"from": "csmu"}]},
        "other": {"by": ["soc", "csmu"], "consent": [{"from": "csmu"}]},
    },
    "reports": {
        "log": {
            "by": "soc", "to": "csmu", "again": True,
            "fields": [{"id": "what", "label": "What", "choices": ["Fire", "Flood"]}],
        },
        "early": {"by": "soc", "to": "csmu", "needs": {"fact": "never"}},
        "once": {"by": "soc", "to": "csmu"},
        "theirs": {"by": "csmu", "to": "soc"},
    },
    "modules": {
        "talk": {"at": "2h", "questions": [{"id": "my-question", "to": "soc", "ask": "Q?"},
                                           {"id": "their-question", "to": "csmu", "ask": "R?"}]},
    },
}  # fmt: skip
ONE_HOUR = (
    c.Answer("soc", "answered", text="Yes."),
    c.Order("soc", "scan"),
    c.Order("soc", "image"),
    c.Order("soc", "mine"),
    c.Order("soc", "other"),
    c.Order("csmu", "theirs"),
    c.Consent("csmu", "other-1", "ask", "Why?"),
    c.Send("soc", "once"),
    c.Read("soc", "ask"),
    c.Skip("control", "struck"),
)


@pytest.fixture
def play(begin: Begin) -> Story:
    """Two hours in: all kinds of things lie open, are done, or are not there yet."""
    return begin(staffed=("soc", "csmu"), **WORLD).at("1h").when(*ONE_HOUR).at("2h")


UNKNOWN = [
    c.Note("press", "Hello"),
    c.Answer("soc", "nothing", "yes"),
    c.Answer("soc", "secret", text="Mine."),
    c.Answer("soc", "later", text="Soon."),
    c.Answer("csmu", "ask", "yes"),
    c.Answer("control", "ask", "yes"),
    c.Dissent("soc", "nothing", "No."),
    c.Dissent("soc", "secret", "No."),
    c.Dissent("soc", "later", "No."),
    c.Dissent("csmu", "ask", "No."),
    c.Dissent("control", "ask", "No."),
    c.Order("soc", "nothing"),
    c.Order("soc", "theirs"),
    c.Order("control", "scan"),
    c.Cancel("soc", "nothing-1"),
    c.Cancel("soc", "theirs-1"),
    c.Prioritise("csmu", "image-1", 1),
    c.Consent("soc", "nothing-1", "grant"),
    c.Consent("soc", "mine-1", "grant"),
    c.Consent("csmu", "image-1", "grant"),
    c.Consent("control", "mine-1", "grant"),
    c.Reply("soc", "nothing-1", "Because."),
    c.Reply("csmu", "other-1", "Because."),
    c.Send("soc", "nothing"),
    c.Send("soc", "theirs"),
    c.Message("soc", (), "Hello"),
    c.Message("soc", ("csmu", "press"), "Hello"),
    c.Message("soc", ("control",), "Hello"),
    c.Read("soc", "nothing"),
    c.Read("soc", "secret"),
    c.Read("soc", "later"),
    c.Read("control", "ask"),
    c.Discuss("soc", "nothing", "Hm."),
    c.Discuss("soc", "their-question", "Hm."),
    c.Discuss("control", "my-question", "Hm."),
    *(kind("control", "nothing") for kind in (c.Fire, c.Hold, c.Release, c.Skip)),
    *(kind("control", "control") for kind in (c.Staff, c.Vacate)),
]
OTHERS = [
    ("closed", c.Answer("soc", "answered", text="No.")),
    ("closed", c.Cancel("soc", "scan-1")),
    ("closed", c.Prioritise("soc", "scan-1", 1)),
    ("closed", c.Consent("csmu", "other-1", "grant")),
    ("closed", c.Reply("soc", "mine-1", "Because.")),
    ("closed", c.Read("soc", "ask")),
    ("closed", c.Fire("control", "struck")),
    ("closed", c.Hold("control", "ask")),
    ("closed", c.Hold("control", "struck")),
    ("closed", c.Release("control", "later")),
    ("closed", c.Skip("control", "ask")),
    ("closed", c.Skip("control", "struck")),
    ("closed", c.Staff("control", "csmu")),
    ("closed", c.Vacate("control", "nato")),
    ("range", c.Answer("soc", "ask", "yes", confidence=101)),
    ("range", c.Answer("soc", "ask", "yes", confidence=-1)),
    ("range", c.Prioritise("soc", "image-1", 0)),
    ("range", c.Prioritise("soc", "image-1", 10)),
    ("option", c.Answer("soc", "ask")),
    ("option", c.Answer("soc", "ask", "perhaps")),
    ("option", c.Answer("soc", "ask", "no")),
    ("option", c.Answer("soc", "free", "yes")),
    ("target", c.Order("soc", "cut")),
    ("target", c.Order("soc", "cut", "web")),
    ("target", c.Order("soc", "dig", "mail")),
    ("not-now", c.Order("soc", "scan")),
    ("not-now", c.Order("soc", "image")),
    ("not-now", c.Order("soc", "dig")),
    ("not-now", c.Send("soc", "early")),
    ("not-now", c.Send("soc", "once")),
    ("field", c.Send("soc", "log")),
    ("field", c.Send("soc", "log", (("what", "Storm"),))),
    ("field", c.Send("soc", "log", (("what", "Fire"), ("who", "We")))),
    ("empty", c.Answer("soc", "free")),
    ("empty", c.Answer("soc", "free", text=" ")),
    ("empty", c.Consent("csmu", "mine-1", "ask")),
    ("empty", c.Reply("soc", "other-1", "")),
    ("empty", c.Message("soc", ("csmu",), "\n")),
    ("empty", c.Note("soc", "")),
    ("empty", c.Dissent("soc", "ask", " ")),
    ("empty", c.Discuss("soc", "my-question", "")),
    ("long", c.Answer("soc", "ask", "yes", text=LONG)),
    ("long", c.Answer("soc", "ask", "yes", reason=LONG)),
    ("long", c.Answer("soc", "free", text=LONG)),
    ("long", c.Order("soc", "cut", "mail", LONG)),
    ("long", c.Consent("csmu", "mine-1", "grant", LONG)),
    ("long", c.Reply("soc", "other-1", LONG)),
    ("long", c.Send("soc", "log", (("what", LONG),))),
    ("long", c.Message("soc", ("csmu",), LONG)),
    ("long", c.Note("soc", LONG)),
    ("long", c.Dissent("soc", "ask", LONG)),
    ("long", c.Dissent("soc", "ask", "No.", "x" * 201)),
    ("long", c.Discuss("soc", "my-question", LONG)),
    *(("control", kind("soc", "later")) for kind in (c.Fire, c.Hold, c.Release, c.Skip)),
    ("control", c.Staff("soc", "nato")),
    ("control", c.Vacate("soc", "soc")),
    ("control", c.Conclude("soc")),
]


@pytest.mark.parametrize(
    ("code", "command"), [*(("unknown", command) for command in UNKNOWN), *OTHERS], ids=repr
)
def test_what_the_rules_forbid_is_refused_and_leaves_no_trace(
    play: Story, code: str, command: c.Command
):
    sentence = play.refuses(code, command)
    assert sentence
    assert not sentence.endswith(".")


@pytest.mark.parametrize(
    "command",
    [
        c.Answer("soc", "ask", "yes", "All of it.", "Because.", 100),
        c.Answer("soc", "ask", "yes", confidence=0),
        c.Answer("soc", "free", text="x" * 8000),
        c.Order("soc", "cut", "mail"),
        c.Cancel("soc", "image-1"),
        c.Cancel("soc", "mine-1"),
        c.Prioritise("soc", "image-1", 9),
        c.Prioritise("soc", "mine-1", 1),
        c.Consent("csmu", "mine-1", "grant"),
        c.Consent("soc", "theirs-1", "refuse"),
        c.Reply("soc", "other-1", "Because."),
        c.Send("soc", "log", (("what", "Fire"),)),
        c.Message("soc", ("csmu", "soc"), "Hello"),
        c.Message("control", ("csmu",), "Hello"),
        c.Note("control", "They argue."),
        c.Dissent("soc", "ask", "No.", "x" * 200),
        c.Dissent("soc", "answered", "x" * 8000),
        c.Read("csmu", "secret"),
        c.Discuss("soc", "my-question", "Hm."),
        c.Proceed("csmu"),
        c.Proceed("control"),
        c.Fire("control", "later"),
        c.Fire("control", "ask"),
        c.Hold("control", "later"),
        c.Skip("control", "later"),
        c.Staff("control", "nato"),
        c.Vacate("control", "csmu"),
        c.Conclude("control"),
    ],
    ids=repr,
)
def test_what_is_allowed_happens(play: Story, command: c.Command):
    before = len(play.exercise.log)
    play.when(command)
    assert len(play.exercise.log) > before


@pytest.mark.parametrize(
    ("not_yours", "no_such_thing"),
    [
        (c.Answer("soc", "secret", text="x"), c.Answer("soc", "nothing", text="x")),
        (c.Answer("soc", "later", text="x"), c.Answer("soc", "nothing", text="x")),
        (c.Dissent("soc", "secret", "x"), c.Dissent("soc", "nothing", "x")),
        (c.Dissent("soc", "later", "x"), c.Dissent("soc", "nothing", "x")),
        (c.Order("soc", "theirs"), c.Order("soc", "nothing")),
        (c.Cancel("soc", "theirs-1"), c.Cancel("soc", "nothing")),
        (c.Prioritise("soc", "theirs-1", 1), c.Prioritise("soc", "nothing", 1)),
        (c.Consent("soc", "mine-1", "grant"), c.Consent("soc", "nothing", "grant")),
        (c.Reply("csmu", "mine-1", "x"), c.Reply("csmu", "nothing", "x")),
        (c.Send("soc", "theirs"), c.Send("soc", "nothing")),
        (c.Read("soc", "secret"), c.Read("soc", "nothing")),
        (c.Read("soc", "later"), c.Read("soc", "nothing")),
        (c.Discuss("soc", "their-question", "x"), c.Discuss("soc", "nothing", "x")),
    ],
    ids=repr,
)
def test_not_yours_not_yet_and_no_such_thing_are_the_same_answer(
    play: Story, not_yours: Any, no_such_thing: Any
):
    foreign = ("secret", "later", "theirs-1", "theirs", "mine-1", "their-question")
    named = next(name for name in foreign if f"'{name}'" in repr(not_yours))
    told = play.refuses("unknown", not_yours).replace(named, "nothing")
    assert told == play.refuses("unknown", no_such_thing)


def test_a_refusal_is_one_sentence_for_people_and_a_code_for_programs():
    refused = Refused("range", "confidence is 0 to 100")
    assert (str(refused), refused.code, refused.args) == (
        "confidence is 0 to 100", "range", ("range", "confidence is 0 to 100"),
    )  # fmt: skip
