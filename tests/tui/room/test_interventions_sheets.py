"""The sheets by which control acts on a world: by hand, for a role, on a bot."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter

from simulator.engine.commands import CONTROL, Instruct, Intervene, Message
from simulator.engine.policies import POLICIES
from simulator.scenario.effects import AnyEffect
from tests.tui.room.overseen import NOW, TOWN, overseeing
from tui.room import byhand
from tui.room.byhand import ASKS, Setting, Thing
from tui.room.pages.truth import WorldPage
from tui.room.sheets import instruct

WRITTEN = {
    "": "", "hosts": "40%", "gigabytes": "2,5", "points": "-7.5", "level": "60", "people": "-2",
    "unit": "7,5", "span": "1h 30m",
}  # fmt: skip
THINGS = list(byhand.things(TOWN, NOW))
FORMAT = TypeAdapter[Any](AnyEffect)
EVERY = [(thing, setting) for thing in THINGS for setting in byhand.settings(thing, TOWN)]
ASKING = list({what.asks: (thing, what) for thing, what in EVERY if what.asks}.values())


def setting(thing: str, id: str) -> tuple[Thing, Setting]:
    found = byhand.find(thing, TOWN)
    assert found is not None
    return found, next(one for one in byhand.settings(found, TOWN) if one.id == id)


@pytest.mark.parametrize(
    ("thing", "what"), EVERY, ids=[f"{thing.id}-{one.id}" for thing, one in EVERY]
)
def test_all_that_can_be_set_by_hand_is_an_effect_of_the_format(thing: Thing, what: Setting):
    made = byhand.deed(thing, what, WRITTEN[what.asks])
    effect = FORMAT.validate_python(json.loads(made.effect))
    assert getattr(effect, thing.kind) == thing.id
    assert made.words.startswith(f"{thing.title}: ")


def test_everything_in_the_world_can_be_set():
    assert {thing.kind for thing in THINGS} == {"asset", "gauge", "step", "team", "fact"}
    assert {what.asks for _thing, what in EVERY} == {"", *ASKS}


def test_what_would_do_nothing_says_why():
    shut = {(one.title, what.id) for one, what in EVERY if what.why_not}
    assert shut == {
        ("Portal", "connected"), ("Portal", "foothold"),
        ("Mail", "isolated"), ("Mail", "restore"), ("Mail", "evict"),
        ("Phish", "start"), ("Phish", "stop"), ("Phish", "delay"),
        ("Leak", "start"), ("Leak", "delay"),
        ("Flow", "by-itself"), ("Flow", "honest"), ("Flow", "loud"),
        ("The press knows", "not-so"), ("The FBI is in", "so"),
    }  # fmt: skip


SHORT = st.from_regex(r"-?[0-9]{1,4}[.,]?[0-9]?[%smhd]?", fullmatch=True)


@given(written=st.text(max_size=8) | SHORT)
def test_what_is_written_becomes_a_value_of_the_format_or_a_sentence(written: str):
    for thing, what in ASKING:
        try:
            made = byhand.deed(thing, what, written)
        except ValueError as wrong:
            made, said = None, str(wrong)
        if made is None:
            assert said.startswith("Write ")
        else:
            FORMAT.validate_python(json.loads(made.effect))


@pytest.mark.parametrize(
    ("thing", "id", "written"),
    [
        ("asset portal", "encrypt", "0"), ("asset portal", "wipe", "101%"),
        ("asset portal", "leak", "-1"), ("gauge trust", "set", "101"),
        ("gauge trust", "add", "nan"), ("team soc", "add", "0"), ("team soc", "add", "1.5"),
        ("step encrypt", "delay", "20"),
        ("step encrypt", "delay", ""),
    ],
)  # fmt: skip
def test_no_value_is_taken_that_means_nothing(thing: str, id: str, written: str):
    with pytest.raises(ValueError, match="Write "):
        byhand.deed(*setting(thing, id), written)


def test_a_thing_that_is_gone_is_not_found():
    assert byhand.find("asset nothing", TOWN) is None


async def test_a_value_that_is_none_is_told_at_once_and_the_sheet_stays():
    async with overseeing(WorldPage) as overseer:
        await overseer.press("a")
        assert "It is so already." in overseer.sees()
        assert "How many hosts" not in overseer.sees()
        await overseer.press("ctrl+s")
        assert overseer.told()[-1].startswith("Choose first what to do")
        await overseer.press("5", "x", "ctrl+s")
        assert overseer.told()[-1].startswith("Write a number of hosts")
        await overseer.press("backspace")
        await overseer.press("1", "enter", "x", "ctrl+s")
        effect = '{"asset": "portal", "wipe": 1}'
        assert overseer.steered() == [Intervene(CONTROL, (effect,), "x")]


async def test_a_fact_is_turned_into_its_opposite():
    async with overseeing(WorldPage, (80, 24)) as overseer:
        await overseer.press("f", "ctrl+s")
        assert overseer.told()[-1].startswith("Choose first which fact")
        await overseer.press("2", "x", "ctrl+s")
        assert overseer.steered() == [Intervene(CONTROL, ('{"fact": "fbi", "set": false}',), "x")]


async def test_control_speaks_as_a_role_that_nobody_plays():
    async with overseeing(WorldPage) as overseer:
        await overseer.press("w")
        assert "write an inject on the MSEL page" in overseer.sees()
        await overseer.press("ctrl+s")
        assert overseer.told()[-1] == "Choose first who speaks."
        await overseer.press("1", "2", "ctrl+s")
        assert overseer.told()[-1].startswith("Choose first whom it is to: another")
        await overseer.press("1", "3", "tab")
        await overseer.press("h", "i", "ctrl+s")
        assert overseer.steered() == [Message("akshi", ("akcesk", "nato"), "hi")]
        (one,) = overseer.stage.steered
        assert (one.seat, one.foresee) == ("akshi", False)
        assert one.what == "Write to AKCESK, NATO as AKSHI?"


async def test_a_bot_is_told_how_to_behave():
    assert tuple(instruct.POLICIES) == POLICIES
    async with overseeing(WorldPage) as overseer:
        await overseer.press("p")
        assert "(●) 2 AKSHI  by doctrine" in overseer.sees()
        assert "( ) 3 NATO  slow" in overseer.sees()
        await overseer.press("ctrl+s")
        assert overseer.told()[-1].startswith("Choose first whose bot")
        await overseer.press("3", "ctrl+s")
        await overseer.press("p", "shift+tab", "1")
        assert "People hold this seat" in overseer.sees()
        await overseer.press("escape")
        assert overseer.steered() == [Instruct(CONTROL, "akshi", "silent")]
