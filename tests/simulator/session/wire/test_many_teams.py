"""Two hundred teams in one contest: everybody is judged, and what each is told stays short."""

import asyncio
import json
import time
from pathlib import Path

from simulator.session import protocol as p
from simulator.session import scoreboard
from simulator.session.drafting import Place, invitation
from simulator.session.grants import hashed
from simulator.session.journal.record import Draft
from tests.simulator.session.wire.house import Guest, House, do, new_id
from tests.simulator.session.wire.test_contest import CONTROL, FLAGS, RIGHT

TEAMS = tuple(f"team-{number:03}" for number in range(200))
LARGEST = 8_000
"""Bytes of a message to a player."""


def solve(challenge: str, answer: str) -> dict[str, object]:
    command = {"ask": "solve", "challenge": challenge, "answer": answer}
    return {"type": "ask", "id": new_id(), "command": command}


async def begun(path: Path) -> tuple[House, dict[str, Guest]]:
    """Somebody in the same seat of each team, who came with all others; then STARTEX, and two
    minutes more."""
    house = House(path, TEAMS, scenario=FLAGS)
    await house.open(CONTROL)
    places = [Place("player", team, "north") for team in TEAMS]
    made = [invitation(house.session, f"code of {place.team}", place) for place in places]
    await house.has_kept(*made, *(joined(draft) for draft in made))
    known = [house.reception.known("10.0.0.1", f"{team}.north-1") for team in TEAMS]
    entering = asyncio.gather(*(house.reception.enter(it, p.Hello()) for it in known if it))
    guests = [Guest(house, connection) for connection in await house.does(entering)]
    control = await house.guest("control-1")
    await control.asks(do(new_id(), "start"))
    await house.passes(2)
    return house, dict(zip(TEAMS, guests, strict=True))


def joined(invited: Draft) -> Draft:
    """The code was exchanged for a token that is the id of the seat."""
    id = invited.body["grant"]["id"]
    body = {"grant": id, "token": hashed(id)}
    return Draft("joined", body=body, words={"name": f"Somebody of {id}"})


async def test_two_hundred_teams_answer_at_once_and_are_told_soon(tmp_path: Path):
    # given 200 teams, half of which have tried in vain
    house, guests = await begun(tmp_path / "session")
    for guest in guests.values():
        guest.read()
    wrong = [guests[team].says(solve("night", "10.0.0.1")) for team in TEAMS[::2]]
    await house.turn()
    # when all of them answer at the same moment, rightly
    began = time.perf_counter()
    both = [(guest, name) for guest in guests.values() for name in ("night", "hull")]
    right = [guest.says(solve(name, RIGHT[name])) for guest, name in both]
    while not all(said.done() for said in (*wrong, *right)):
        await house.turn(0.1)
    took = time.perf_counter() - began
    for guest in guests.values():
        guest.read()
    began = time.perf_counter()
    await house.turn(1.0)
    told = time.perf_counter() - began
    # then every answer was judged
    for team, guest in guests.items():
        tried = house.session.teams[team].exercise.state.challenges["night"].tried
        assert tried == (team in TEAMS[::2])
        [scores] = [it["scores"] for it in guest.read() if it["type"] == "standings"][-1:]
        # all share the first rank, and each is told of a few and of itself
        assert (scores["of"], len(scores["teams"])) == (200, scoreboard.SHOWN)
        assert (scores["own"]["team"], scores["own"]["solved"]) == (team, 2)
        assert len(scores["latest"]) == scoreboard.LATEST
    heard = [it for guest in guests.values() for it in guest.heard if it["type"] == "standings"]
    assert max(len(json.dumps(it)) for it in heard) < LARGEST
    # and nobody waited long: 0.7 s and 0.3 s are usual, some seconds would be a fault
    assert took < 20
    assert told < 5
    house.fall()
