"""What one is sent, and when, does not depend on who else looks through the same eyes."""

import json
from typing import Any

from simulator.session import acts
from simulator.session import protocol as p
from simulator.session.drafting import Place
from simulator.session.journal.record import Header
from tests.simulator.engine.playbook import scenario
from tests.simulator.session.secrecy.people import SECOND, Person, Seen
from tests.simulator.session.secrecy.stage import PULSE, Stage

QUIET: dict[str, Any] = {"roles": {"soc": {}, "csmu": {}}}
SOC = Place("player", "team", "soc")


async def running(*labels: str, **parts: Any) -> Stage:
    """A minute in, with all who are named seated in one role, and nobody looking."""
    world = scenario(**QUIET | parts)
    stage = Stage(world, Header("session-1", "0", 1, "story", "", 1, ("team",), pace=60.0))
    await stage.open("epoch-0")
    await stage.seat("control", Place("control"))
    for label in labels:
        await stage.seat(label, SOC)
    stage.people["control"].enter()
    stage.people["control"].say(p.Do(id="a-start-of-it-all", act=acts.Start()))
    await stage.go(SECOND)
    return stage


def streamed(person: Person) -> list[Seen]:
    """All that they were sent but who shares their seat."""
    return [seen for seen in person.seen if not seen.what.startswith('{"type":"company"')]


def told(person: Person) -> list[tuple[int, dict[str, Any]]]:
    return [(seen.step, json.loads(seen.what)) for seen in streamed(person) if seen.kind == "text"]


def kinds(person: Person) -> list[str]:
    return [message["type"] for _, message in told(person)]


async def test_a_first_view_waits_for_the_pulse_whoever_looks_already():
    shown = []
    for others in ((), ("guest",)):
        stage = await running("me", *others)
        for label in others:
            stage.people[label].enter()
        await stage.go(SECOND + 1)
        stage.people["me"].enter()
        await stage.go(2 * SECOND)
        shown.append(streamed(stage.people["me"]))
    alone, in_company = shown
    assert alone == in_company
    assert all(seen.step % PULSE == 0 for seen in alone)


async def test_nobody_notices_that_somebody_else_has_come_to_look():
    seen = []
    for comes in (False, True):
        stage = await running("me", "guest", gauges={"calm": {"start": 50}})
        stage.people["me"].enter()
        await stage.go(SECOND + 1)
        if comes:
            stage.people["guest"].enter()
        await stage.go(2 * SECOND)
        seen.append(streamed(stage.people["me"]))
    assert seen[0] == seen[1]


async def test_who_comes_later_is_told_only_what_is_new_since_and_then_what_all_are_told():
    injects = [{"id": "news", "to": "soc", "at": "2m10s"}, {"id": "more", "to": "soc", "at": "4m"}]
    stage = await running("me", "late", injects=injects)
    me, late = stage.people["me"], stage.people["late"]
    me.enter()
    # The news came a moment ago, and no beat has told it yet.
    while stage.host.session.teams["team"].now < 129:
        await stage.go()
    late.enter()
    await stage.go(4 * SECOND)
    assert kinds(me)[:2] == kinds(late)[:2] == ["welcome", "view"]
    assert [item["inject"] for item in told(late)[1][1]["view"]["inbox"]] == ["news"]
    last = [message["changes"] for _, message in (told(me)[-1], told(late)[-1])]
    assert last[0] == last[1]
    numbers = [message["seq"] for _, message in told(late)[1:]]
    assert numbers == [*range(numbers[0], numbers[0] + len(numbers))]


async def test_who_comes_back_is_told_what_time_it_has_become_even_where_nothing_else_is_new():
    stage = await running("me")
    me = stage.people["me"]
    me.enter()
    await stage.go(SECOND)
    me.leave()
    await stage.go(20 * SECOND)
    me.enter()
    await stage.go(SECOND + PULSE)
    now = stage.host.session.teams["team"].now
    *_, welcome, (_, news) = told(me)
    assert (welcome[1]["type"], news["type"], news["changes"]) == ("welcome", "news", {})
    assert now - 60 <= news["clock"]["now"] <= now
