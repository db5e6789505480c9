"""A seat read in another language, on the same connection and after coming back."""

import json
from pathlib import Path
from typing import Any

import pytest

from simulator.session import protocol as p
from tests.simulator.session.wire.house import (
    CONTROL,
    NORTH,
    TWO_DESKS,
    Guest,
    House,
    do,
    new_id,
    note,
)

TITLES = ("North desk", "Tavolina e veriut")
TEXTS = ("The sun is up.", "Dielli doli.")


@pytest.fixture
async def house(tmp_path: Path):
    told = TWO_DESKS.read_text("utf-8")
    for english, albanian in (TITLES, TEXTS):
        told = told.replace(english, f'{{en: {english}, sq: "{albanian}"}}')
    scenario = tmp_path / "two-languages.yaml"
    scenario.write_text(told, "utf-8")
    made = House(tmp_path / "session", scenario=scenario)
    await made.open(CONTROL, NORTH)
    control = await made.guest("control-1")
    await control.asks(do(new_id(), "start"))
    control.leaves()
    await made.turn()
    yield made
    made.fall()


async def speaks(guest: Guest, language: str) -> list[dict[str, Any]]:
    return await guest.asks(json.dumps({"type": "speak", "language": language}))


async def test_the_same_is_shown_in_another_language_and_so_is_what_comes_then(house: House):
    north = await house.guest("north-1")
    assert north.read()[0]["title"] == TITLES[0]
    welcome, view = await speaks(north, "sq")
    assert (welcome["type"], welcome["language"], welcome["title"]) == ("welcome", "sq", TITLES[1])
    assert view["view"]["role"]["title"] == TITLES[1]
    await house.passes(1)
    news = north.read()
    assert TEXTS[1] in json.dumps(news)
    assert TEXTS[0] not in json.dumps(news)
    assert [it["seq"] for it in news] == [view["seq"] + n for n in range(1, len(news) + 1)]
    again, whole = await speaks(north, "en")
    assert (again["title"], whole["view"]["inbox"][0]["text"]) == (TITLES[0], TEXTS[0])


async def test_nothing_that_was_asked_is_lost_by_it(house: House):
    north = await house.guest("north-1")
    ids = [new_id() for _ in range(3)]
    asking = [north.says(note(id, "Hm.")) for id in ids[:2]]
    changing = north.says('{"type": "speak", "language": "sq"}')
    asking.append(north.says(note(ids[2], "Hm.")))
    await house.passes(2)
    assert changing.done()
    assert all(task.done() for task in asking)
    answers = [it for it in north.heard + north.read() if it["type"] == "answer"]
    assert {it["id"] for it in answers if it["done"]} == {*ids}


async def test_who_comes_back_says_in_which_language_they_have_counted(house: House):
    north = await house.guest("north-1")
    welcome, _ = await speaks(north, "sq")
    await house.passes(1)
    last = north.read()[-1]["seq"]
    north.leaves()
    hello = p.Hello(epoch=welcome["epoch"], after=last, language="sq")
    back = await house.guest("north-1", hello)
    await house.passes(1)
    first, news, *_ = back.read()
    assert (first["type"], first["after"], news["seq"]) == ("welcome", last, last + 1)


async def test_with_a_full_disk_no_new_moment_is_shown_and_what_was_seen_goes_on(house: House):
    north = await house.guest("north-1")
    house.host.keeping.full = True
    assert await speaks(north, "sq") == []
    assert north.connection.eyes.language == "en"
    house.host.keeping.full = False
    assert [it["type"] for it in await speaks(north, "sq")] == ["welcome", "view"]


@pytest.mark.parametrize("language", ["de", "", None, 7])
async def test_a_language_that_nothing_is_written_in_is_malformed(house: House, language: Any):
    north = await house.guest("north-1")
    told = await north.asks(json.dumps({"type": "speak", "language": language}))
    assert {"type": "wrong", "code": "malformed"} in told
    assert north.connection.eyes.language == "en"
