"""One person's sitting: the exercise follows the clock, and quiet stretches can be skipped."""

from typing import Any

import pytest

from simulator.engine.commands import Answer, Note, Proceed
from simulator.engine.errors import Refused
from simulator.engine.exercise import Exercise, Setup
from simulator.session.sitting import Sitting
from simulator.session.skip import NEAR
from tests.simulator.engine.playbook import scenario

ROLES = {"soc": {}, "nato": {"bot": {"delay": "10m"}}}


def sitting(role: str = "soc", **parts: Any) -> Sitting:
    world = scenario(**({"roles": ROLES} | parts))
    return Sitting(world, Setup(staffed=(role,)), role, pace=60, language="en")


def letter(name: str, at: str, to: str = "soc", **more: Any) -> dict[str, Any]:
    return {"id": name, "to": to, "at": at} | more


def asking(name: str, at: str, due: str) -> dict[str, Any]:
    options = [{"id": "yes", "label": "Yes"}, {"id": "no", "label": "No"}]
    decision = {"ask": "Do it?", "due": due, "default": "no", "options": options}
    return letter(name, at, decision=decision)


def test_nothing_happens_before_the_clock_runs():
    sit = sitting(injects=[letter("one", "1m")])

    assert not sit.tick(wall=500)
    assert sit.view().inbox == ()


def test_the_exercise_follows_the_clock():
    sit = sitting(injects=[letter("one", "1m")])
    sit.run(wall=0)

    assert sit.tick(wall=0.99)
    assert sit.view().inbox == ()
    assert sit.tick(wall=1)
    assert [item.inject for item in sit.view().inbox] == ["one"]
    assert not sit.tick(wall=1)


def test_what_is_asked_is_done_at_the_moment_it_is_asked():
    sit = sitting()
    sit.run(wall=0)
    sit.submit(Note("soc", "Seen."), wall=2)

    assert sit.view().log[-1].at == 120


def test_a_refusal_comes_through():
    with pytest.raises(Refused):
        sitting().submit(Answer("soc", "nothing", "yes"), wall=0)


def test_a_module_holds_the_clock_and_the_time_thought_is_not_caught_up():
    sit = sitting(modules={"pause": {"at": "1h"}}, injects=[letter("after", "1h1m")])
    sit.run(wall=0)
    sit.tick(wall=1_000)
    assert (sit.view().now, sit.view().held) == (3600, True)

    sit.tick(wall=5_000)
    sit.submit(Proceed("soc"), wall=5_000)
    sit.tick(wall=5_000.5)

    assert sit.view().now == 3630
    assert sit.view().inbox == ()


def test_a_skip_ends_at_the_next_message_to_the_role():
    sit = sitting(injects=[letter("theirs", "1h", to="nato"), letter("mine", "2h")])
    sit.skip_ahead(wall=0)

    assert sit.view().now == 7200
    assert [item.inject for item in sit.view().inbox] == ["mine"]


def test_a_skip_stops_shortly_before_a_deadline_and_then_at_it():
    sit = sitting(injects=[asking("choice", "1h", due="30m")])
    nows = []
    for wall in range(4):
        sit.skip_ahead(wall)
        nows.append(sit.view().now)

    opened, due = 3600, 3600 + 1800
    assert nows == [opened, due - NEAR, due, due + 1]
    assert sit.view().decisions[0].phase == "missed"


def test_a_skip_with_nothing_ahead_comes_to_the_end():
    sit = sitting(length="3h")
    sit.skip_ahead(wall=0)

    assert sit.view().over
    assert sit.view().now == 3 * 3600


def test_a_running_clock_runs_on_after_a_skip():
    sit = sitting(injects=[letter("mine", "2h")])
    sit.run(wall=0)
    sit.skip_ahead(wall=1)
    sit.tick(wall=2)

    assert sit.view().now == 7260


def test_the_texts_are_read_in_the_other_language_and_nothing_else_changes():
    both = {"en": "Rain.", "sq": "Shi."}
    sit = sitting(injects=[letter("one", "1m", text=both), asking("two", "1m", "1h")])
    sit.run(wall=0)
    sit.tick(wall=2)
    sit.submit(Answer("soc", "two", "yes"), wall=2)
    before = sit.view()

    sit.read_in("sq")

    assert before.inbox[0].text == "Rain."
    assert sit.view().inbox[0].text == "Shi."
    assert sit.view().now == before.now
    assert sit.view().decisions[0].phase == "taken"
    sit.read_in("en")
    assert sit.view() == before


def test_who_plays_alone_has_no_company_and_tells_nobody_of_anything():
    sit = sitting(injects=[letter("one", "1m")])
    before = sit.view()
    sit.attend("one#1", ("note", ""))

    assert sit.mates() == ()
    assert sit.view() == before


def test_a_seat_is_called_the_same_each_time_and_unlike_others():
    assert sitting("soc").name == sitting("soc").name
    assert sitting("soc").name != sitting("nato").name


def test_one_can_play_on_from_where_a_run_stands_with_bots_in_all_other_seats():
    world = scenario(roles=ROLES, injects=[letter("one", "1m"), letter("two", "5m")])
    run = Exercise(world, Setup(staffed=("nato",)))
    run.advance(120)

    sit = Sitting.going_on(world, run, "soc", pace=60, language="en")

    assert sit.own.state.staffed == ("soc",)
    assert [item.inject for item in sit.view().inbox] == ["one"]
    assert not sit.tick(wall=500)  # it stands until the player lets it run
    sit.run(wall=500)
    assert sit.tick(wall=503)
    assert sit.own.now == 300
    assert {item.inject for item in sit.view().inbox} == {"one", "two"}


def test_nobody_plays_on_in_a_seat_that_is_not_there():
    run = Exercise(scenario(roles=ROLES), Setup())
    with pytest.raises(Refused):
        Sitting.going_on(run.scenario, run, "captain", pace=60, language="en")


def test_what_is_played_is_kept_as_it_happens_and_it_is_said_while_it_can_t_be():
    seat = sitting()
    room = [""]
    asked: list[tuple[int, int]] = []

    def follow() -> str:
        asked.append((seat.own.now, len(seat.own.asked)))
        return room[0]

    seat.keep("my-night", follow)
    seat.run(0)
    seat.tick(1)
    seat.tick(1)
    room[0] = "there is no room"
    seat.submit(Note("soc", "Now."), 1)
    assert asked == [(0, 0), (60, 0), (60, 1)]
    assert (seat.kept_in, seat.trouble) == ("my-night", "Not kept now: there is no room")
    room[0] = ""
    seat.skip_ahead(1)
    assert seat.trouble == ""
