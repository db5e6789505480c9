"""A host answers each seat in its own language; what it keeps and proves is of no language."""

import json
from pathlib import Path
from typing import Any

import pytest

from simulator.engine.commands import Note
from simulator.session import acts
from simulator.session import protocol as p
from simulator.session.client import door, memory
from simulator.session.client.line import Line
from simulator.session.folder import JOURNAL
from simulator.session.host.errand import NotKept
from simulator.session.host.host import Host
from simulator.session.host.reception import Shut
from simulator.session.inspecting import Claim, verify
from simulator.session.limits import MESSAGE_BYTES
from simulator.session.sayings import fits
from simulator.session.session import Seen
from tests.simulator.session.wire.house import (
    CONTROL,
    NORTH,
    Guest,
    House,
    do,
    new_id,
    note,
)
from tests.simulator.session.wire.street import street
from tests.simulator.session.wire.test_line import line_of, until


async def hosted(path: Path) -> House:
    """Control and two people in the north have their seats, and the exercise has begun."""
    house = House(path)
    await house.open(CONTROL, NORTH, NORTH)
    control = await house.guest("control-1")
    await control.asks(do(new_id(), "start"))
    control.leaves()
    return house


async def speaking(house: House, grant: str, language: str, **seen: Any) -> Guest:
    return await house.guest(grant, p.Hello.model_validate({"language": language, **seen}))


async def answer(guest: Guest, message: dict[str, Any]) -> dict[str, Any]:
    [told] = [told for told in await guest.asks(message) if told["type"] == "answer"]
    return told


async def test_a_refusal_is_told_in_the_language_of_the_seat_and_proved_in_none(
    tmp_path: Path, foreign: str
):
    # given two people of the same role, who read in two languages
    house = await hosted(tmp_path / "s")
    here = await speaking(house, "north-1", "en")
    there = await speaking(house, "north-2", foreign)

    # when both ask for the same, without words of their own, that are kept with a salt
    opens = {"type": "ask", "id": "a" * 16, "command": {"ask": "read", "inject": "moon"}}
    goes = {"type": "ask", "id": "b" * 16, "command": {"ask": "proceed"}}
    asked = (opens, goes, do("c" * 16, "start"))
    told = [[await answer(guest, message) for guest in (here, there)] for message in asked]

    # then each reads why not, and their proofs are one and the same
    assert [[each["sentence"] for each in both] for both in told] == [
        ["you have no message 'moon'", "«you have no message 'moon'»"],
        ["no discussion is open", "«no discussion is open»"],
        ["there is no such thing for you to do", "«there is no such thing for you to do»"],
    ]
    heads = [(mine["head"], theirs["head"]) for mine, theirs in told]
    assert all(mine == theirs for mine, theirs in heads)
    assert heads[0] != heads[1]
    house.fall()


async def test_what_was_refused_is_told_again_in_any_language_after_the_host_was_killed(
    tmp_path: Path, foreign: str
):
    # given an act of control that was refused
    house = await hosted(tmp_path / "s")
    asked = do("d" * 16, "invite", part="player", role="moon")
    first = await answer(await speaking(house, "control-1", foreign), asked)
    assert first["sentence"] == "«this exercise has no role 'moon'»"

    # then the journal keeps it in English, and what it is about beside it
    last = json.loads((house.path / JOURNAL).read_bytes().splitlines()[-1])
    assert (last["kind"], last["body"]["sentence"], last["body"]["given"]) == (
        "refused", "this exercise has no role '{role}'", {"role": "moon"},
    )  # fmt: skip

    # and whoever asks again, after it was played again, is told the same as they read now
    house.fall()
    await house.rise()
    seen = {"answers": first["answers"], "head": first["head"]}
    for language, told in (
        ("en", "this exercise has no role 'moon'"),
        (foreign, first["sentence"]),
    ):
        again = await answer(await speaking(house, "control-1", language, **seen), asked)
        assert (again["sentence"], again["head"]) == (told, first["head"])
    house.fall()
    claim = Claim("mine", "house", "control-1", Seen(first["answers"], first["head"], 0))
    assert verify(house.path, claims=(claim,)).sound


@pytest.mark.parametrize(
    ("language", "why"),
    [
        ("en", "the host stood still for 60 seconds"),
        ("sq", "«the host stood still for 60 seconds»"),
    ],
)
async def test_why_the_clock_stands_is_told_to_each(
    language: str, why: str, tmp_path: Path, foreign: str
):
    # given a machine that has slept
    house = await hosted(tmp_path / "s")
    north = await speaking(house, "north-1", language)
    await house.passes(1)
    house.hands.asleep += 60
    await house.turn(0.1)

    # then it is told so, also after the session was played again
    assert north.read()[-1]["clock"]["why"] == why
    house.fall()
    await house.rise()
    north, control = [await speaking(house, id, language) for id in ("north-1", "control-1")]
    assert [told["clock"]["why"] for told in north.read() if told["type"] == "view"] == [why]
    [room] = [told["view"] for told in control.read() if told["type"] == "view"]
    assert room["teams"][0]["why"] == why

    # but what control writes is told as it is written
    await control.asks(do(new_id(), "run"))
    await control.asks(do(new_id(), "pause", why="the host was stopped"))
    await house.turn()
    assert north.read()[-1]["clock"]["why"] == "the host was stopped"
    house.fall()


async def test_what_alarms_control_and_that_the_disk_is_full_are_told_in_its_language(
    tmp_path: Path, foreign: str, monkeypatch: pytest.MonkeyPatch
):
    house = await hosted(tmp_path / "s")
    north = await speaking(house, "north-1", foreign)
    control = await speaking(house, "control-1", foreign)
    with pytest.raises(Shut):
        await speaking(house, "north-2", "en", answers=5, head="f" * 32)
    await house.passes(1)
    news = [told["changes"] for told in control.read() if told["type"] == "news"]
    alarm = "«north-2 has seen more of this session than its journal holds»"
    assert [change["alarms"] for change in news if "alarms" in change] == [{"is": [alarm]}]

    monkeypatch.setattr(Host, "want", _full)
    assert (await answer(north, note(new_id(), "x")))["sentence"] == (
        "«the host's disk is full; this is kept here until it can be written»"
    )
    monkeypatch.undo()
    house.fall()


async def _full(*_: object, **__: object) -> None:
    raise NotKept


async def test_what_a_client_itself_has_to_tell_is_told_in_its_language(
    tmp_path: Path, foreign: str
):
    async with street(tmp_path, CONTROL, NORTH) as here:
        # given somebody who reads another language
        invitation = here.invitation("north-1")
        joined = p.Joined(token=here.tokens["north-1"], session="session", grant="north-1")
        north = Line(memory.start(None, invitation, joined), foreign)
        north.ask(Note("north", "x" * MESSAGE_BYTES))
        assert north.answers.popleft().sentence == "«this is too long»"

        # when the seat is taken away
        async with line_of(here, "control-1") as control:
            control.do(acts.Revoke(seat="north-1"))
            await until(control, lambda: control.answers)
        await north.run()
        assert north.status.why == "«the host does not know this seat any more»"

        # then the invitation is worth nothing, in the same language
        with pytest.raises(door.NoEntry) as no:
            await door.join(invitation, "Ana")
        assert no.value.into(foreign).startswith("«the host does not know this invitation")
    with pytest.raises(door.NotReached) as gone:
        await door.join(invitation, "Ana")
    assert gone.value.into(foreign).startswith(f"«the host at {invitation.address}, port ")
    assert str(gone.value).startswith(f"the host at {invitation.address}, port ")


@pytest.mark.parametrize(
    ("sentence", "given", "right"),
    [
        ("there is no team '{team}'", {"team": "red"}, True),
        ("a brace { is no name where nothing is given", {}, True),
        ("there is no team '{seat}'", {"team": "red"}, False),
        ("{team.__class__}", {"team": "red"}, False),
        ("{team.__class__}", {"team.__class__": "red"}, False),
        ("{team:>99999999}", {"team": "red"}, False),
        ("{team!r}", {"team": "red"}, False),
        ("{0}", {"0": "red"}, False),
        ("{", {"team": "red"}, False),
    ],
)
def test_a_journal_cannot_have_more_than_names_filled_in(
    sentence: str, given: dict[str, str], right: bool
):
    assert fits(sentence, given) == right
