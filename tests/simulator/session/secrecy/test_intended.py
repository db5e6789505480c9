"""What is meant to be known of others is known: no line of the list is there for nothing."""

import errno
from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from simulator.session import acts
from simulator.session import protocol as p
from simulator.session.drafting import Place
from simulator.session.host.reception import Reception
from simulator.session.journal.record import Header
from simulator.session.limits import FAILURES_A_MINUTE
from tests.simulator.engine.playbook import scenario
from tests.simulator.session.secrecy.flags import contest
from tests.simulator.session.secrecy.intended import INTENDED
from tests.simulator.session.secrecy.people import SECOND
from tests.simulator.session.secrecy.stage import PULSE, Stage

WORLD: dict[str, Any] = {
    "roles": {"soc": {}, "csmu": {}},
    "actions": {"both": {"by": ["soc", "csmu"], "takes": {"time": "1h"}}},
    "contest": contest(flag="brine"),
}
Deed = Callable[[Stage], Awaitable[None]]


async def nothing(stage: Stage) -> None:
    pass


async def begun(deed: Deed = nothing, past: str = "It was so.", early: Deed = nothing) -> Stage:
    """A minute in, with somebody of `soc` who looks on; then the deed, and a second more."""
    history = [{"at": "2022-07-15T14:00:00+02:00", "what": past}]
    world = scenario(**WORLD, history=history)
    stage = Stage(world, Header("session-1", "0", 1, "story", "", 1, ("red", "blue"), pace=60.0))
    await stage.open("epoch-0")
    await stage.seat("control", Place("control"))
    await early(stage)
    for label, role in (("me", "soc"), ("colleague", "soc"), ("other", "csmu")):
        await stage.seat(label, Place("player", "red", role))
    await stage.seat("rival", Place("player", "blue", "soc"))
    for label in ("control", "me", "colleague"):
        stage.people[label].enter()
    stage.people["control"].say(p.Do(id="a-start-of-it-all", act=acts.Start()))
    await stage.go(SECOND)
    await deed(stage)
    await stage.go(SECOND)
    return stage


def asks(who: str, **command: Any) -> Deed:
    async def deed(stage: Stage) -> None:
        person = stage.people[who]
        if not person.here:
            person.enter()
            await stage.go(PULSE)
        team = "red" if who == "control" else ""
        person.say(p.Ask(id=f"asked-by-{who:_<16}", command=command, team=team))

    return deed


def does(act: acts.AnyAct) -> Deed:
    async def deed(stage: Stage) -> None:
        stage.people["control"].say(p.Do(id="done-by-control-1", act=act))

    return deed


async def vacated(stage: Stage) -> None:
    await asks("control", ask="vacate", seat="csmu")(stage)


async def no_room(stage: Stage) -> None:
    def full(file: int, data: bytes) -> None:
        raise OSError(errno.ENOSPC, "full")

    stage.shelf.write = full
    await asks("other", ask="note", text="Hm.")(stage)


async def crashed(stage: Stage) -> None:
    while not stage.beaten:
        await stage.go()
    await stage.go(PULSE)
    await stage.crash("epoch-1")
    stage.people["me"].enter()


async def crashed_after_a_word(stage: Stage) -> None:
    while not stage.beaten:
        await stage.go()
    await asks("colleague", ask="read", inject="nothing")(stage)
    await stage.go(PULSE)
    await stage.crash("epoch-1")
    stage.people["me"].enter()


async def attended(stage: Stage) -> None:
    stage.people["colleague"].say('{"type":"attend","reads":"news#1"}')


async def solved(stage: Stage) -> None:
    """By the other team."""
    await asks("rival", ask="solve", challenge="flag", answer="brine")(stage)


async def invited(stage: Stage) -> None:
    await stage.invite("nobody", Place("player", "red", "soc"))


FLOWS: dict[str, tuple[dict[str, Any], dict[str, Any]]] = {
    "who plays": ({}, {"deed": vacated}),
    "the clock": ({}, {"deed": does(acts.Pause(why="Lunch."))}),
    "the host": ({}, {"deed": no_room}),
    "the debrief": (
        {"deed": asks("control", ask="conclude")},
        {"deed": asks("control", ask="conclude"), "past": "It was not so."},
    ),
    "a shared role": ({}, {"deed": asks("colleague", ask="note", text="Ours.")}),
    "a shared seat": ({}, {"deed": attended}),
    "a shared action": ({}, {"deed": asks("other", ask="order", action="both")}),
    "the number of a seat": ({}, {"early": invited}),
    "the contest": ({}, {"deed": solved}),
    "a crash": ({"deed": crashed}, {"deed": crashed_after_a_word}),
}  # fmt: skip


@pytest.mark.parametrize("flow", FLOWS)
async def test_what_is_meant_to_be_known_is_known(flow: str):
    here, there = [await begun(**how) for how in FLOWS[flow]]
    assert here.people["me"].seen != there.people["me"].seen


async def test_who_guesses_too_often_shuts_the_door_for_all_at_the_same_address():
    stage = await begun()
    await stage.invite("guest", Place("observer", "red", "soc"))
    reception = Reception(stage.host, stage.random("reception"))

    async def join(address: str, code: str) -> Any:
        return await stage.finish(reception.join(address, p.Join(code=code)))

    for _ in range(FAILURES_A_MINUTE):
        assert await join("here", "guess") is None
    assert not reception.may_try("here")
    assert await join("here", stage.code("guest")) is None
    assert await join("there", stage.code("guest")) is not None


@pytest.mark.parametrize("part", ["player", "observer", "evaluator"])
async def test_an_evaluator_is_told_the_tasks_and_nobody_else_who_watches(part: Any):
    told = []
    for title in ("Breathe", "Count"):
        tasks = {"calm": {"title": title, "measures": [{"never": {"time": {"after": "9h"}}}]}}
        world = scenario(**WORLD, objectives={"calm": {"tasks": tasks}})
        stage = Stage(world, Header("session-1", "0", 1, "story", "", 1, ("red",), pace=60.0))
        await stage.open("epoch-0")
        await stage.seat("me", Place(part, "red", "soc"))
        stage.people["me"].enter()
        await stage.go(SECOND)
        told.append(stage.people["me"].seen)
    assert (told[0] != told[1]) == (part == "evaluator")


def test_every_line_of_the_list_is_shown_to_be_there_for_something():
    assert {*FLOWS, "an address", "the guide", "open ratings"} == INTENDED.keys()
