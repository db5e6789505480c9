"""Several facilitators at once, and a player beside them: some order of acts explains it all."""

import asyncio
import os
from collections import Counter
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.session import folder
from simulator.session.errors import BadSession, HeldElsewhere
from simulator.session.host.serving import listen
from simulator.session.protocol import Hello
from tests.simulator.session.wire.house import (
    CONTROL,
    NORTH,
    SOUTH,
    FastDisk,
    House,
    do,
    new_id,
    note,
)
from tests.simulator.session.wire.told import Said, Told, explains, merges

SOAK = int(os.environ.get("SOAK", "1"))
STARTS = [do("start-by-a-00001", "start")], [do("start-by-b-00001", "start")]
PAUSES = (
    [do("start-by-a-00001", "start"), do("pause-by-a-00001", "pause")],
    [do("pause-by-b-00001", "pause"), do("runs-by-b-000001", "run")],
)
INVITES = (
    [do("invite-by-a-0001", "invite", team="team", role="north"), do("start-by-a-00001", "start")],
    [do("invite-by-b-0001", "invite", team="team", role="north"),
     do("hands-by-b-00001", "hand-over", seat="south-1")],
)  # fmt: skip
REVOKES = (
    [do("start-by-a-00001", "start"), do("revoke-by-a-0001", "revoke", seat="control-2")],
    [do("revoke-by-b-0001", "revoke", seat="control-1"), do("pace-by-b-000001", "pace", pace=5)],
)
TAKES = (
    [do("start-by-a-00001", "start"), do("takes-by-a-00001", "revoke", seat="north-1")],
    [do("takes-by-b-00001", "revoke", seat="north-1"), do("pause-by-b-00001", "pause")],
)
NOTES = [note("note-by-north-001", "first"), note("note-by-north-002", "second")]
PLAYS = {"start": STARTS, "pause": PAUSES, "invite": INVITES, "revoke": REVOKES, "take": TAKES}


def scripts_of(play: str) -> list[list[Said]]:
    a, b = PLAYS[play]
    notes = NOTES[: SOAK + 1 - (play == "take")] if play in ("start", "take") else []
    whose = ("control-1", a), ("control-2", b), ("north-1", notes)
    return [[(who, said) for said in script] for who, script in whose]


async def play_out(path: Path, order: list[Said], at_once: bool) -> tuple[House, dict[str, str]]:
    """All that is said in this order, in one turn of the host or each in its own."""
    house = House(path)
    await house.open(CONTROL, CONTROL, NORTH, SOUTH)
    guests = {id: await house.guest(id) for id in house.tokens}
    saying = []
    for who, said in order:
        saying.append(guests[who].says(said))
        if not at_once:
            await house.turn()
    await house.turn()
    await house.turn()
    assert all(said.done() for said in saying)
    answers: dict[str, str] = {}
    for guest in guests.values():
        guest.read()
        told = [m for m in guest.heard if m["type"] == "answer"]
        answers |= {m["id"]: m["code"] for m in told}
        if guest.connection.code is None:
            assert all(m["done"] == (not m["code"]) for m in told)
    return house, answers


@pytest.mark.parametrize("at_once", [True, False], ids=["in one turn", "turn by turn"])
@pytest.mark.parametrize("play", PLAYS)
async def test_whatever_two_facilitators_do_some_order_explains_all_answers(
    play: str, at_once: bool, tmp_path: Path
):
    scripts = scripts_of(play)
    orders = list(merges(*scripts))
    for number, order in enumerate(orders):
        house, answers = await play_out(tmp_path / str(number), order, at_once)
        worlds = [world for it in orders if (world := explains(it, answers)) is not None]
        assert worlds, (order, answers)
        assert any(agrees(house, world) for world in worlds), (order, answers)
        await as_before_after_a_restart(house)
        house.fall()


ACTS = st.sampled_from((
    {"act": "start"}, {"act": "run"}, {"act": "pause"}, {"act": "pace", "pace": 7},
    {"act": "invite", "team": "team", "role": "south"}, {"act": "hand-over", "seat": "south-1"},
    {"act": "revoke", "seat": "south-1"}, {"act": "revoke", "seat": "control-1"},
    {"act": "revoke", "seat": "control-2"},
))  # fmt: skip
SCRIPT = st.lists(ACTS, max_size=3)


@settings(max_examples=25 * SOAK)
@given(SCRIPT, SCRIPT, st.integers(0, 2), st.randoms(use_true_random=False), st.booleans())
def test_whatever_they_think_of_some_order_explains_all_answers(
    a: list[Any], b: list[Any], notes: int, dice: Random, at_once: bool
):
    said = [
        [("control-1", script(each)) for each in a],
        [("control-2", script(each)) for each in b],
    ]
    said.append([("north-1", note(new_id(), f"note {number}")) for number in range(notes)])
    orders = list(merges(*said))

    async def play() -> None:
        with TemporaryDirectory() as path:
            house, answers = await play_out(Path(path) / "s", dice.choice(orders), at_once)
            worlds = [world for it in orders if (world := explains(it, answers)) is not None]
            assert any(agrees(house, world) for world in worlds), (answers, orders[0])
            await as_before_after_a_restart(house)
            house.fall()

    asyncio.run(play())


def script(act: dict[str, Any]) -> dict[str, Any]:
    return {"type": "do", "id": new_id(), "act": act}


def agrees(house: House, told: Told) -> bool:
    session, team = house.session, house.session.teams["team"]
    seats = {grant.id for grant in session.grants if grant.spent and not grant.revoked}
    made = Counter(grant.role for grant in session.grants if not grant.spent)
    notes = [line["words"].partition(": ")[2] for line in house.fresh_view("team", "north")["log"]]
    return (session.started, team.running, team.pace, seats, made, notes) == (
        told.started, told.running, told.pace, told.seats, told.made, told.notes,
    )  # fmt: skip


async def as_before_after_a_restart(house: House) -> None:
    team = house.session.teams["team"]
    before = team.now, team.exercise.state.hash(), list(house.session.grants)
    house.fall()
    await house.rise()
    team = house.session.teams["team"]
    assert (team.now, team.exercise.state.hash(), list(house.session.grants)) == before


async def test_each_invitation_made_in_the_same_turn_opens_its_own_seat(tmp_path: Path):
    house = House(tmp_path / "s")
    await house.open(CONTROL, CONTROL)
    a, b = [await house.guest(id) for id in house.tokens]
    invite = {"team": "team", "role": "south"}
    saying = [who.says(do(new_id(), "invite", **invite)) for who in (a, b, a, b)]
    await house.turn()
    assert all(said.done() for said in saying)
    gifts = [m["gift"] for who in (a, b) for m in who.read() if m["type"] == "answer"]
    seats = {house.session.grants.with_code(gift, house.hands.utc) for gift in gifts}
    assert len(gifts) == len(seats) == 4
    assert None not in seats
    house.fall()


async def test_a_command_and_a_pause_in_the_same_turn_leave_a_journal_that_can_be_played_again(
    tmp_path: Path,
):
    # A pause keeps how the world stands, and the command before it changes that.
    house = House(tmp_path / "s")
    await house.open(CONTROL, CONTROL)
    a, b = [await house.guest(id) for id in house.tokens]
    await a.asks(do(new_id(), "start"))
    before = house.session.teams["team"].exercise.state.hash()
    a.says({"type": "ask", "id": new_id(), "command": {"ask": "fire", "inject": "noon"}})
    b.says(do(new_id(), "pause", why="lunch"))
    await house.turn(0.5)
    team = house.session.teams["team"]
    assert team.exercise.state.hash() != before
    assert not team.running
    await as_before_after_a_restart(house)
    house.fall()


async def test_the_same_id_with_other_words_in_the_same_turn_is_refused(tmp_path: Path):
    house = House(tmp_path / "s")
    await house.open(CONTROL, NORTH)
    control, north = [await house.guest(id) for id in house.tokens]
    await control.asks(do(new_id(), "start"))
    id = new_id()
    for text in ("one", "one", "two"):
        north.says(note(id, text))
    await house.turn()
    told = [(m["done"], m["code"]) for m in north.read() if m["type"] == "answer"]
    assert told == [(True, ""), (True, ""), (False, "id")]
    assert [m["words"] for m in house.fresh_view("team", "north")["log"]] == [
        "North desk notes: one"
    ]
    house.fall()


async def test_late_arrivals_are_played_again_at_the_second_at_which_they_came(tmp_path: Path):
    house = House(tmp_path / "s", pace=1000.0)
    await house.open(CONTROL, NORTH, SOUTH)
    control = await house.guest("control-1")
    await control.asks(do(new_id(), "start"))
    await house.turn(0.7)
    for seat in ("north-1", "south-1"):
        known = house.reception.known("10.0.0.1", house.tokens[seat])
        assert known
        from_now_on = house.does(house.reception.enter(known, Hello()))
        house.hands.move(0.3)
        await from_now_on
    await as_before_after_a_restart(house)
    house.fall()


async def test_a_second_host_on_the_same_folder_is_refused_until_the_first_has_ended(
    tmp_path: Path,
):
    house = House(tmp_path / "s")
    with pytest.raises(HeldElsewhere, match=f"process {os.getpid()}"):
        folder.open_(tmp_path / "s", disk=FastDisk())
    house.fall()
    folder.open_(tmp_path / "s", disk=FastDisk()).close()


def test_a_second_host_on_the_same_port_is_refused():
    first = listen("127.0.0.1", 0)
    port = first.getsockname()[1]
    with pytest.raises(BadSession, match=f"port {port}"):
        listen("127.0.0.1", port)
    first.close()
    listen("127.0.0.1", port).close()
