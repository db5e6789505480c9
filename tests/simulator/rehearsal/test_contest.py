"""Challenges among what runs come to, and in what is told of a run."""

from simulator.engine.commands import Solve, TakeHint
from simulator.engine.exercise import Setup
from simulator.rehearsal.chronicle import chronicle
from simulator.rehearsal.covering import coverage, loc_of, reached_by
from simulator.rehearsal.playing import play
from simulator.rehearsal.reached import Point, points, reached
from simulator.rehearsal.script import Cue
from simulator.scenario.scenario import Scenario
from tests.simulator.engine.flags import HINTS, SHIFT, WING, challenge, contest
from tests.simulator.engine.playbook import scenario

SURE = {"chance": "100%", "takes": "1h"}
SOLVED = Point("challenge", "shift")


def world() -> Scenario:
    board = contest(
        challenges={
            "shift": challenge(SHIFT, bots=SURE, hints=HINTS),
            "wing": challenge(WING, title="The wing"),
        }
    )
    aim = {"measures": [{"done": {"challenge": "shift"}}]}
    return scenario(contest=board, roles={"soc": {"short": "SOC"}}, objectives={"aim": aim})


def test_what_is_solved_was_reached_and_stands_in_its_place_and_under_its_objective():
    told = world()
    run = play(told, Setup(), (), None)
    assert {point for point in points(told) if point.kind == "challenge"} - reached(run) == {
        Point("challenge", "wing")
    }
    found = coverage(told, [reached_by(run)])
    assert (found.kinds["challenge"].reached, found.kinds["challenge"].of) == (1, 2)
    assert (found.objectives["aim"].reached, found.objectives["aim"].of) == (1, 1)
    assert loc_of(told, SOLVED) == ("contest", "challenges", "shift")


def test_a_run_is_told_with_who_solved_what_and_no_plans():
    cues = (
        Cue(7200, TakeHint("soc", "shift", 1, "Arta"), ""),
        Cue(7201, Solve("soc", "shift", "me", "Arta"), ""),
        Cue(7202, Solve("soc", "shift", SHIFT), ""),
    )
    run = play(world(), Setup(staffed=("soc",)), cues, None)
    assert [line.words for line in chronicle(run, "en") if line.kind == "contest"] == [
        "The contest opens: The open board",
        "Arta takes hint 1 to The shift (20 points)",
        "Arta gives a wrong answer to The shift",
        "SOC solves The shift [person]",
    ]
