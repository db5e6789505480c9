"""Who has lost a seat is shown out, and neither hears nor does anything more."""

from dataclasses import replace

import pytest

from simulator.session import acts
from simulator.session.grants import TOKEN_LIFE
from tests.simulator.session.secrecy.people import SECOND, Person
from tests.simulator.session.secrecy.seated import Table, table_at, told
from tests.simulator.session.secrecy.stage import MORNING, PULSE
from tests.simulator.session.secrecy.table import PARTS, PHASES, Cell, asked


def _gone(table: Table, who: str) -> tuple[str, list[str]]:
    person: Person = table.people[who]
    ends = [seen.what for seen in person.seen if seen.kind == "closed"]
    return ("here" if person.here else "gone"), ends


@pytest.mark.parametrize("phase", PHASES)
async def test_a_seat_that_was_taken_away_is_closed_and_hears_and_says_nothing_more(phase: str):
    async with table_at(phase) as table:
        player = table.people["player"]
        await table.do("control", acts.Revoke(seat=player.grant))
        state, seen = table.state, len(player.seen)
        await table.go(SECOND)
        assert _gone(table, "player") == ("gone", ["4403"])
        assert [one.kind for one in player.seen[seen - 1 :]] == ["closed"]
        player.enter()
        await table.go(SECOND)
        assert (player.seen[-1].kind, player.seen[-1].what) == ("shut", "401")
        assert table.state == state or phase == "running"


async def test_a_seat_that_has_expired_is_closed_at_the_next_beat_and_does_nothing_until_then():
    async with table_at("paused") as table:
        session, id = table.host.session, table.people["player"].grant
        old = replace(session.grants[id], made=MORNING - TOKEN_LIFE)
        session.grants._all[id] = old
        state = table.state
        answer = await table.ask("player", asked(Cell("player", "paused", "read", "own")))
        assert (told(answer), table.state) == ("unknown", state)
        await table.go(SECOND + PULSE)
        assert _gone(table, "player") == ("gone", ["4403"])


async def test_who_hands_a_seat_over_leaves_it_when_it_is_taken_up_and_is_shown_nothing_more():
    async with table_at("running") as table:
        player = table.people["player"]
        gift = (await table.do("player", acts.HandOver(seat=player.grant)))["gift"]
        heir = await table.join("heir", gift)
        assert _gone(table, "player") == ("here", [])
        heir.enter()
        await table.go(PULSE)
        seen = len(player.seen)
        await table.ask("heir", {"ask": "note", "text": "Mine now."})
        await table.go(2 * SECOND)
        assert _gone(table, "player") == ("gone", ["4403"])
        assert player.seen[seen:] == []
        assert "Mine now." in "".join(one.what for one in heir.seen)


async def test_when_the_session_is_closed_all_are_told_and_nobody_is_heard_or_let_in():
    async with table_at("running") as table:
        assert (await table.do("control", acts.Close()))["done"]
        await table.host._finish()
        table.host.ended.set()
        state = table.state
        for part in PARTS:
            table.people[part].say('{"type":"do","id":"aaaaaaaaaaaaaaaa","act":{"act":"run"}}')
            table.people[part].enter()
        await table._hear()
        for part in PARTS:
            assert "1001" in _gone(table, part)[1]
            assert table.people[part].seen[-1].what in ("1001", "1012")
        assert table.state == state
