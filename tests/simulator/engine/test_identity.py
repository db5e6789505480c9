"""What did not change between two views is the very same thing, so that nobody draws it anew."""

from typing import Any

import pytest

from simulator.engine import commands as c
from simulator.engine import desk
from simulator.engine.views import RoleView
from tests.simulator.engine.playbook import Begin, Story

WORLD: dict[str, Any] = {
    "roles": {"soc": {"teams": {"analysts": 2, "fixers": 1}}, "csmu": {}},
    "assets": {
        "mail": {"hosts": 4}, "web": {"hosts": 2, "depends_on": ["mail"]}, "dns": {"hosts": 1},
    },
    "gauges": {"trust": {"start": 50}},
    "actions": {
        "scan": {"takes": {"people": {"analysts": 1}, "time": "9h"}},
        "fix": {"takes": {"people": {"fixers": 1}, "time": "9h"}},
        "ask": {"consent": [{"from": "csmu"}]},
    },
    "reports": {"log": {"by": "soc", "to": "csmu"}, "late": {"by": "soc", "to": "csmu"}},
    "injects": [
        {"id": "first", "at": "1h", "decision": {"ask": "A?", "due": "5h"}},
        {"id": "second", "at": "1h", "decision": {"ask": "B?"}},
        {"id": "wrong", "at": "1h"},
        {"id": "right", "at": "4h", "corrects": "wrong"},
        {"id": "again", "at": "1h", "repeat": {"every": "2h", "times": 2}},
        {"id": "blow", "at": "3h", "to": "csmu", "then": [{"asset": "mail", "wipe": 1}]},
    ],
}  # fmt: skip
LISTS = (
    "inbox", "decisions", "requests", "actions", "orders", "teams", "assets", "reports", "seats",
    "glossary", "objectives", "log",
)  # fmt: skip


@pytest.fixture
def play(begin: Begin) -> Story:
    play = begin(staffed=("soc", "csmu"), **WORLD).at("1h")
    return play.when(c.Order("soc", "scan"), c.Order("soc", "ask"))


def look(play: Story) -> RoleView:
    return play.exercise.view("soc")


def new(before: tuple[Any, ...], after: tuple[Any, ...]) -> list[str]:
    """The ids of what is not the very same thing as it was."""
    old = set(map(id, before))
    return [getattr(it, "id", getattr(it, "inject", "")) for it in after if id(it) not in old]


def test_where_only_time_went_on_every_list_is_the_same_list(play: Story):
    before = look(play)
    after = look(play.at("1h1s"))
    assert after.now == before.now + 1
    for name in LISTS:
        assert getattr(after, name) is getattr(before, name), name


@pytest.mark.parametrize(
    ("command", "changed"),
    [
        (c.Answer("soc", "first", text="Yes."), {"decisions": ["first"], "inbox": ["first"]}),
        (c.Dissent("soc", "second", "No."), {"decisions": ["second"], "inbox": ["second"]}),
        (c.Read("soc", "wrong"), {"inbox": ["wrong"]}),
        (c.Note("soc", "Hm."), {}),
        (c.Order("soc", "fix"),
         {"orders": ["fix-1"], "actions": ["fix"], "teams": ["fixers"]}),
        (c.Send("soc", "log"), {"reports": ["log"]}),
        (c.Message("csmu", ("soc",), "Hello"), {"inbox": [""]}),
        (c.Consent("csmu", "ask-1", "ask", "Why?"), {"requests": ["ask-1"], "orders": ["ask-1"]}),
        (c.Vacate("control", "csmu"), {"seats": ["csmu"]}),
    ],
    ids=lambda part: type(part).__name__ if not isinstance(part, dict) else "",
)  # fmt: skip
def test_what_somebody_does_makes_only_that_new(
    play: Story, command: c.Command, changed: dict[str, list[str]]
):
    before = look(play)
    after = look(play.when(command))
    found = {name: new(getattr(before, name), getattr(after, name)) for name in LISTS[:-1]}
    assert {name: ids for name, ids in found.items() if ids} == changed


def test_what_the_world_does_makes_only_that_new(play: Story):
    before = look(play)
    after = look(play.at("3h"))
    assert new(before.assets, after.assets) == ["mail", "web"]
    # What is sent again takes the place of what was sent before.
    assert new(before.inbox, after.inbox) == ["again", "again"]


def test_what_corrects_something_is_told_when_both_have_come(play: Story):
    assert play.at("4h").sees("soc", "right").corrects == "wrong"


def test_what_is_corrected_after_its_correction_came_is_told_as_well(begin: Begin):
    injects = [{"id": "right", "at": "1h", "corrects": "wrong"}, {"id": "wrong", "at": "2h"}]
    play = begin(injects=injects).at("1h")
    assert play.sees("soc", "right").corrects == ""
    assert play.at("2h").sees("soc", "right").corrects == "wrong"


def test_of_a_full_inbox_only_what_was_heard_of_is_looked_at_again(
    begin: Begin, monkeypatch: pytest.MonkeyPatch
):
    letters = [{"id": f"letter-{n}", "at": f"{n}s"} for n in range(500)]
    play = begin(injects=letters, staffed=("soc",)).at("1h")
    look(play)
    looked_at: list[str] = []
    as_it_stands = desk._as_it_stands

    def counted(known: Any, sent: Any, *rest: Any) -> Any:
        looked_at.append(sent.inject)
        return as_it_stands(known, sent, *rest)

    monkeypatch.setattr(desk, "_as_it_stands", counted)
    look(play.at("2h"))
    look(play.when(c.Read("soc", "letter-7")))
    look(play.when(c.Note("soc", "Hm.")))
    assert looked_at == ["letter-7"]
