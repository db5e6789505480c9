"""Control's screens in a language of which nobody knows a word: nothing English is left on them."""

import re

import pytest

from simulator.session import protocol as p
from tests.tui.far import INVITATION, ROOM_VIEW
from tests.tui.leader import Leader, at_the_desk, leading
from tui.room.sheets.invitations import Ticket
from tui.speech import speak

WIDE = (240, 60)
GIVEN = {
    word
    for text in (
        ROOM_VIEW.title, ROOM_VIEW.session, INVITATION, "coffee red blue barn control red-barn",
        "all is lost", "ctrl+s esc tab space shift+tab ctrl+p T pre korr",
        *(seat.title for seat in ROOM_VIEW.seats),
        *(f"{person.name} {person.grant}" for person in ROOM_VIEW.people),
    )
    for word in re.findall(r"[^\W\d_]+", text)
}  # fmt: skip
"""Words of the exercise and of its people, names of keys, and parts of a date in Albanian."""


@pytest.fixture(autouse=True)
def _foreigner(foreign: str) -> None:
    speak(foreign)


def english(leader: Leader) -> set[str]:
    """Words on the screen that nobody has said in the reader's language."""
    seen = leader.sees()
    while (less := re.sub(r"«[^«»]*»", "", seen)) != seen:
        seen = less
    # A narrow column has cut what begins with a mark, and a key is a letter.
    seen = re.sub(r"«.*?(?=  |│|$)", "", seen, flags=re.MULTILINE)
    return set(re.findall(r"[^\W\d_]{2,}", seen)) - GIVEN


@pytest.mark.parametrize(
    "doings",
    [
        [(), ("n",), ("j",), ("exclamation_mark",), ("x",), ("e",), ("space",)],
        [("n", "4", "ctrl+s")],
    ],
)
async def test_a_screen_of_control_is_all_in_the_readers_language(doings: list[tuple[str, ...]]):
    line = at_the_desk()
    line.show_room(alarms=("all is lost", "all is lost"))
    async with leading(line, size=WIDE) as leader:
        line.tell(p.HostState(state="full"))
        await leader.hears()
        for keys in doings:
            await leader.press(*keys)
            assert english(leader) == set(), keys
            await leader.press("escape")
            assert leader.pilot.app.screen is leader.screen, keys


async def test_invitations_are_handed_out_in_the_readers_language():
    tickets = [Ticket("red-barn.akcesk-1", "red-barn.akcesk-1", INVITATION)]
    async with leading(size=WIDE, tickets=tickets) as leader:
        await leader.press("c")
        assert english(leader) == set()
        assert all(notice.startswith("«") for notice in leader.told())


@pytest.mark.parametrize("part", ["1", "2", "3"])
async def test_what_became_of_an_act_is_told_in_the_readers_language(part: str):
    line = at_the_desk()
    async with leading(line, size=WIDE) as leader:
        await leader.press("n", part, "1", "1", "ctrl+s")
        line.answer(gift="abcd-efgh-ijkl")
        await leader.hears()
        assert english(leader) == set()
