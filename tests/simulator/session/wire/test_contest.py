"""A contest on the wire: who takes part is told how all teams stand, and nothing of any answer."""

import json
from pathlib import Path
from typing import Any

import pytest

from simulator.session.drafting import Place
from simulator.session.limits import GUESSES_A_MINUTE
from tests.simulator.session.wire.house import Guest, House, do, new_id

FLAGS = Path(__file__).with_name("flags.yaml")
HARROW, GRANITE = "harrow", "granite"
CONTROL = Place("control")
OBSERVER = Place("observer", HARROW, "south")
RIGHT = {"night": "10.0.0.7", "hull": "brine", "later": "4711"}


class Contest(House):
    """Two teams of two people, a minute and a half after STARTEX: the board is open."""

    async def begin(self) -> None:
        await self.open(CONTROL, OBSERVER, Place("player", HARROW, "judge"))
        for team, names in ((HARROW, ("Ana", "Besa")), (GRANITE, ("Clirim", "Drita"))):
            for role, name in zip(("north", "south"), names, strict=True):
                await self.seat(Place("player", team, role), name)
        self.guests = {seat: await self.guest(seat) for seat in self.tokens}
        await self.control.asks(do(new_id(), "start"))
        await self.passes(2)
        self.read()

    @property
    def control(self) -> Guest:
        return self.guests["control-1"]

    def read(self) -> dict[str, list[dict[str, Any]]]:
        """What each was sent since this was asked last."""
        return {seat: guest.read() for seat, guest in self.guests.items()}

    async def solves(self, seat: str, challenge: str, answer: str = "") -> dict[str, Any]:
        given = answer or RIGHT[challenge]
        command = {"ask": "solve", "challenge": challenge, "answer": given}
        message = {"type": "ask", "id": new_id(), "command": command}
        heard = await self.guests[seat].asks(message)
        return next(it for it in heard if it["type"] == "answer")

    async def scores(self) -> dict[str, dict[str, Any]]:
        """What each seat was told last of how all stand, two seconds on, for one word of it waits
        at most; who is told nothing is not there."""
        for _ in range(2):
            self.read()
            await self.turn(1.0)
        self.read()
        told: dict[str, dict[str, Any]] = {}
        for seat, guest in self.guests.items():
            standings = [it["scores"] for it in guest.heard if it["type"] == "standings"]
            told |= {seat: standings[-1]} if standings else {}
        return told

    def room(self) -> dict[str, Any]:
        """What control would be told if it saw its room for the first time now."""
        return self.fresh_view("", "")


@pytest.fixture
async def here(tmp_path: Path):
    made = Contest(tmp_path / "session", (HARROW, GRANITE), scenario=FLAGS)
    await made.begin()
    yield made
    made.fall()


def rows(scores: dict[str, Any]) -> list[tuple[int, str, int]]:
    return [(row["rank"], row["team"], row["points"]) for row in scores["teams"]]


async def test_who_takes_part_is_told_how_all_teams_stand_and_others_are_not(here: Contest):
    # when somebody of one team solves a challenge
    assert (await here.solves("granite.north-1", "night"))["done"]
    told = await here.scores()
    # then all who take part and who watch them are told, and the judge and control are not
    assert told.keys() == {
        "harrow.north-1", "harrow.south-1", "granite.north-1", "granite.south-1",
        "harrow.observer-south-1",
    }  # fmt: skip
    for seat, scores in told.items():
        assert rows(scores) == [(1, GRANITE, 220), (2, HARROW, 0)]
        assert scores["own"]["team"] == seat.partition(".")[0]
        [newest] = scores["latest"]
        # the name is the one under which they sit there
        assert (newest["person"], newest["challenge"]) == ("Clirim", "night")
    # and control has the same in its room, with the way to the answer
    room = here.room()
    assert [(row["team"], row["points"]) for row in room["scores"]] == [(GRANITE, 220), (HARROW, 0)]
    assert room["solves"][0] == {
        "team": GRANITE, "person": "Clirim", "challenge": "night", "at": room["solves"][0]["at"],
        "tried": 0, "first": True,
    }  # fmt: skip
    assert "Sort by time." in json.dumps(room["flags"])


async def test_points_fall_for_all_who_solved_it_and_a_wrong_answer_costs_a_try(here: Contest):
    await here.solves("granite.north-1", "night")
    await here.solves("harrow.south-1", "night", "10.0.0.8")
    await here.turn(1.0)
    await here.solves("harrow.south-1", "night")
    told = (await here.scores())["harrow.north-1"]
    assert rows(told) == [(1, GRANITE, 170), (2, HARROW, 150)]
    [night] = [row for row in told["challenges"] if row["challenge"] == "night"]
    assert (night["worth"], night["solves"], night["first"]) == (150, 2, GRANITE)
    assert {row["team"]: row["tried"] for row in here.room()["scores"]} == {GRANITE: 0, HARROW: 1}


async def test_what_is_not_on_the_own_board_is_not_named(here: Contest):
    # given a challenge that is on one board only, and is solved there
    await here.solves("granite.north-1", "hull")
    await here.turn(1.0)
    await here.solves("granite.south-1", "later")
    told = await here.scores()
    ids = {seat: {row["challenge"] for row in told[seat]["challenges"]} for seat in told}
    assert ids["granite.north-1"] == {"night", "hull", "later"}
    assert ids["harrow.north-1"] == {"night", "hull"}
    assert [it["challenge"] for it in told["harrow.north-1"]["latest"]] == ["hull", ""]
    assert "later" not in json.dumps(told["harrow.north-1"])


async def test_the_board_stands_still_before_the_end_but_for_the_own_team(here: Contest):
    # given what one team solved before the last hour
    await here.solves("granite.north-1", "night")
    for team in (HARROW, GRANITE):
        await here.control.asks(do(new_id(), "jump", to=3 * 3600 + 60, team=team))
    before = await here.scores()
    assert all(scores["frozen"] for scores in before.values())
    # when both solve more
    await here.solves("harrow.north-1", "hull")
    await here.solves("granite.south-1", "hull")
    told = await here.scores()
    # then others are seen as they were, and each sees its own as it is
    for seat, own in (("harrow.south-1", 110), ("granite.south-1", 330)):
        assert told[seat]["own"]["points"] == own
    assert rows(told["harrow.south-1"]) == rows(before["harrow.south-1"])
    assert told["harrow.south-1"]["latest"] == before["harrow.south-1"]["latest"]
    assert "Drita" not in json.dumps(told["harrow.south-1"])
    # while control sees it live
    assert [row["points"] for row in here.room()["scores"]] == [305, 85]
    assert here.room()["frozen"]
    # and at the end everybody does
    for team in (HARROW, GRANITE):
        await here.control.asks({"type": "ask", "id": new_id(), "team": team,
                                 "command": {"ask": "conclude", "reason": "So."}})  # fmt: skip
    told = await here.scores()
    assert rows(told["harrow.north-1"]) == [(1, GRANITE, 305), (2, HARROW, 85)]
    assert not told["harrow.north-1"]["frozen"]


async def test_a_host_that_was_killed_tells_the_same_again(here: Contest):
    await here.solves("granite.north-1", "night")
    await here.solves("harrow.south-1", "hull")
    before = await here.scores()
    here.fall()
    await here.rise()
    here.guests = {seat: await here.guest(seat) for seat in here.tokens}
    assert await here.scores() == before


async def test_who_goes_back_takes_its_solves_back(here: Contest):
    await here.solves("granite.north-1", "night")
    await here.turn(1.0)
    await here.solves("harrow.south-1", "hull")
    await here.scores()
    await here.control.asks(do(new_id(), "rewind", to=30, team=GRANITE))
    told = (await here.scores())["harrow.north-1"]
    assert rows(told) == [(1, HARROW, 110), (2, GRANITE, 0)]
    assert [it["team"] for it in told["latest"]] == [HARROW]


async def test_a_person_gives_so_many_answers_a_minute_and_others_as_many(here: Contest):
    # given challenges whose answers one may get wrong without end
    for team in here.session.teams.values():
        contest = team.exercise.scenario.contest
        team.exercise.scenario.__dict__["contest"] = contest.model_copy(update={"attempts": None})
    codes = []
    for number in range(GUESSES_A_MINUTE + 2):
        answer = await here.solves("harrow.north-1", "night", f"guess {number}")
        codes.append(answer["code"])
        await here.turn(0.2)
    assert codes == [""] * GUESSES_A_MINUTE + ["too-fast"] * 2
    assert (await here.solves("harrow.south-1", "night"))["done"]
    await here.passes(10)
    assert (await here.solves("harrow.north-1", "hull"))["done"]


async def test_no_byte_of_an_answer_leaves_the_host_or_stands_in_its_journal_in_the_open(
    here: Contest,
):
    await here.solves("harrow.north-1", "night", "10.9.9.9")
    await here.solves("granite.north-1", "night")
    await here.solves("granite.north-1", "hull")
    await here.scores()
    contest = here.session.scenario.contest
    challenges = contest.challenges.values()
    answers = [answer for it in challenges for answer in it.answers]
    secrets = [part for answer in answers for part in (answer.salt, answer.hash)]
    secrets += ["10.9.9.9", "brine", "4711", "Look before seven", "Only one comes"]
    for seat, guest in here.guests.items():
        everything = json.dumps(guest.heard)
        assert not [secret for secret in secrets if secret in everything], seat
        if seat != "control-1":
            assert "Sort by time" not in everything
