"""Duties are split: what is one controller's, no other does, and is told whose it is."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from simulator.engine import commands as c
from simulator.engine.commands import CONTROL
from simulator.session import acts
from simulator.session.drafting import Place
from tests.simulator.session.controlled import Controlled


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Controlled]:
    controlled = Controlled(tmp_path)
    controlled.do(controlled.arta, acts.Start())
    controlled.scribe.advance(60)
    yield controlled
    controlled.ends_as_written()


def whose(room: Controlled) -> dict[str, str]:
    return {row.duty: row.by for row in room.session.duties.rows}


def test_as_long_as_nobody_has_taken_any_all_do_everything(room: Controlled):
    assert whose(room) == {"clock": "", "injects": "", "adjudication": "", "observation": ""}
    assert room.do(room.besa, acts.Pause()) == ""
    assert room.do(room.arta, acts.Run()) == ""


CLOCK = (
    acts.Start(), acts.Run(), acts.Pause(), acts.Pace(pace=60), acts.Jump(to=600),
    acts.HoldPoint(at=600), acts.Rewind(to=1),
)  # fmt: skip
NOBODYS = (acts.NoDuff(), acts.Lift(), acts.End(), acts.Invite(part="control"))


@pytest.mark.parametrize("act", CLOCK)
def test_the_clock_is_moved_by_whoever_has_it(room: Controlled, act: acts.AnyAct):
    assert room.do(room.arta, acts.Duty(duty="clock")) == ""
    assert whose(room)["clock"] == "Arta"

    assert room.do(room.besa, act) == "duty"
    assert room.why_not(room.besa, act) == "the clock is the duty of Arta"
    assert room.do(room.arta, act) != "duty"


@pytest.mark.parametrize("act", NOBODYS)
def test_what_stops_everything_is_nobodys_duty(room: Controlled, act: acts.AnyAct):
    for duty in ("clock", "injects", "adjudication", "observation"):
        room.do(room.arta, acts.Duty(duty=duty))
    assert room.do(room.besa, act) != "duty"


@pytest.mark.parametrize("command", [
    c.Fire(CONTROL, "later"), c.Hold(CONTROL, "later"), c.Release(CONTROL, "later"),
    c.Skip(CONTROL, "later"), c.Delay(CONTROL, "later", 9000), c.Repace(CONTROL, 30_000),
    c.Tempo(CONTROL, 80),
    c.Write(CONTROL, ("soc",), "", "News", "There is some."), c.Amend(CONTROL, "later"),
    c.Withdraw(CONTROL, "news"), c.Remind(CONTROL, "news"),
], ids=lambda command: type(command).__name__)  # fmt: skip
def test_the_injects_are_whose_duty_they_are(room: Controlled, command: c.Command):
    room.do(room.arta, acts.Duty(duty="injects"))
    before = room.team.exercise.state.hash()
    answer = room.scribe.ask(room.besa, command)

    assert (answer.code, answer.why.into("en")) == ("duty", "the injects are the duty of Arta")
    assert room.team.exercise.state.hash() == before


@pytest.mark.parametrize(("command", "seat"), [
    (c.Rule(CONTROL, "later", "allow"), ""), (c.Intervene(CONTROL, ()), ""),
    (c.Staff(CONTROL, "csmu"), ""), (c.Vacate(CONTROL, "soc"), ""),
    (c.Instruct(CONTROL, "csmu", "silent"), ""), (c.Message("csmu", ("soc",), "Hello."), "csmu"),
], ids=lambda it: type(it).__name__)  # fmt: skip
def test_to_judge_is_whose_duty_it_is(room: Controlled, command: c.Command, seat: str):
    room.do(room.arta, acts.Duty(duty="adjudication"))
    answer = room.scribe.ask(room.besa, command, seat=seat)

    assert (answer.code, answer.why.into("en")) == ("duty", "to judge is the duty of Arta")


def test_what_control_says_in_its_own_name_is_nobodys_duty(room: Controlled):
    for duty in ("injects", "adjudication"):
        room.do(room.arta, acts.Duty(duty=duty))
    assert room.scribe.ask(room.besa, c.Message(CONTROL, ("soc",), "Five minutes.")).done


def test_evaluators_observe_also_where_one_of_control_has_that_duty(room: Controlled):
    seen = acts.Observe(text="Calm.")
    evaluator = room.scribe.sit(Place("evaluator", "team", "soc"), "Eva")
    room.do(room.arta, acts.Duty(duty="observation"))

    assert room.do(room.besa, seen) == "duty"
    assert room.do(room.besa, acts.Reveal()) == "duty"
    assert room.do(room.arta, seen) == ""
    assert room.do(evaluator, seen) == ""


def test_a_duty_is_given_back_by_whoever_has_it_and_by_nobody_else(room: Controlled):
    mine, off = acts.Duty(duty="clock"), acts.Duty(duty="clock", off=True)
    assert room.why_not(room.arta, off) == "this duty is nobody's"
    room.do(room.arta, mine)
    assert room.why_not(room.arta, mine) == "this duty is yours already"
    assert room.why_not(room.besa, mine) == "the clock is the duty of Arta"
    assert room.why_not(room.besa, off) == "the clock is the duty of Arta"

    assert room.do(room.arta, off) == ""
    assert room.do(room.besa, mine) == ""
    assert whose(room)["clock"] == "Besa"

    # whoever is not there keeps nobody from it
    room.there(room.arta)
    assert room.do(room.arta, mine) == ""
    assert whose(room)["clock"] == "Arta"


def test_the_duty_of_a_seat_that_was_taken_away_is_free_again(room: Controlled):
    room.do(room.besa, acts.Duty(duty="clock"))
    room.do(room.arta, acts.Revoke(seat=room.besa.id))

    assert whose(room)["clock"] == ""
    assert room.do(room.arta, acts.Pause()) == ""


def test_two_who_act_on_the_same_inject_are_told_in_turn(room: Controlled):
    """The first has it; the second is told what the world says, or whose duty it is."""
    first = room.scribe.ask(room.arta, c.Fire(CONTROL, "later"))
    second = room.scribe.ask(room.besa, c.Hold(CONTROL, "later"))
    assert (first.done, second.done, second.code) == (True, False, "closed")

    room.do(room.besa, acts.Duty(duty="injects"))
    assert room.scribe.ask(room.arta, c.Skip(CONTROL, "hidden")).code == "duty"
    assert room.scribe.ask(room.besa, c.Skip(CONTROL, "hidden")).done
