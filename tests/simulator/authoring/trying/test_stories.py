"""What people do in a test is done when its moment comes, and what follows is judged."""

from pathlib import Path

import pytest

from simulator.authoring.trying.results import played
from simulator.authoring.trying.trial import tried
from simulator.rehearsal.playing import play
from simulator.scenario.library import find
from tests.simulator.authoring.trying.harbour import read_beside, result


def misses(folder, tests):
    """What was instead, by the line of the expectation."""
    return {miss.place.line: miss.instead for miss in result(folder, tests).misses}


def test_an_answer_is_given_so_long_after_it_is_asked(tmp_path):
    tests = """\
    - test: Cut
      given:
      - {decision: alarm, choose: cut, after: 10m}
      then:
      - {ever: {decision: alarm, chose: cut}, by: 1h10m}
      - {never: {decision: alarm, is: taken}, before: 1h10m}
      - {never: {decision: alarm, is: taken}}
      - {holds: {asset: mail, is: isolated}, at: 1h10m}
      - {holds: {asset: mail, is: isolated}, at: 1h9m}
    """
    assert misses(tmp_path, tests) == {
        7: "at T+01:10 Harbour office has answered “Cut it off?” (“Cut it off?”: “Cut”)",
        9: "Mail connected",
    }


def test_whoever_does_something_holds_that_seat_unless_the_test_says_otherwise(tmp_path):
    tests = """\
    - test: Seats
      given:
      - {at: 10m, order: cut-off}
      then:
      - {holds: {role: office, is: staffed}, at: 5m}
      - {ever: {decision: alarm, is: missed}}
    """
    assert result(tmp_path, tests).passed
    as_bot = tests.replace("given:", "people: []\n      given:")
    assert misses(tmp_path, as_bot) == {
        6: "it was not so that people hold the seat Harbour office",
        7: "it never came true; at the end “Cut it off?”: “Cut”",
    }


def test_what_is_refused_fails_the_test_with_the_engines_sentence(tmp_path):
    tests = """\
    - test: Twice
      given:
      - {at: 10m, order: cut-off}
      - {at: 20m, order: cut-off}
      then:
      - {ever: {action: cut-off}}
    """
    assert misses(tmp_path, tests) == {4: "refused at T+00:20: it is done"}


@pytest.mark.parametrize("allowed", ["refused: true", "maybe: true"])
def test_a_refusal_can_be_what_is_wanted(tmp_path, allowed):
    tests = f"""\
    - test: Twice
      given:
      - {{at: 10m, order: cut-off}}
      - {{at: 20m, order: cut-off, {allowed}}}
      then:
      - {{ever: {{action: cut-off}}}}
    """
    assert result(tmp_path, tests).passed


def test_what_has_to_be_refused_and_is_done_fails(tmp_path):
    tests = """\
    - test: Once
      given:
      - {at: 10m, order: cut-off, refused: true}
      then:
      - {ever: {action: cut-off}}
    """
    assert misses(tmp_path, tests) == {3: "it was not refused at T+00:10"}


def test_what_never_came_to_its_moment_says_why(tmp_path):
    tests = """\
    - test: Never
      until: 50m
      given:
      - {decision: alarm, choose: cut}
      - {at: 1h, fire: calm}
      - {when: {gauge: trust, below: 10}, fire: calm}
      - {when: {gauge: trust, below: 10}, fire: calm, maybe: true}
      then:
      - {never: {inject: calm}}
    """
    assert misses(tmp_path, tests) == {
        4: "that was never asked",
        5: "the run was over at T+00:50",
        6: "it never came to that, for it never was so that Public trust is below 10",
    }


def test_a_deed_waits_for_its_condition_to_the_second(tmp_path):
    # Given trust that falls from 70 by 0.7 an hour, it passes 69 between two events.
    tests = """\
    - test: Falling
      bots: silent
      given:
      - {when: {gauge: trust, below: 69}, after: 10s, fire: calm}
      then:
      - {never: {gauge: trust, below: 69}, before: 1h25m43s}
      - {never: {inject: calm}, before: 1h25m53s}
      - {inject: calm, by: 1h25m53s}
    """
    assert result(tmp_path, tests).passed


def test_reports_are_filled_in_and_commands_are_those_of_a_script(tmp_path):
    tests = """\
    - test: Words
      given:
      - {at: 10m, report: warning}
      - {at: 3h, command: {discuss: first, text: Boats}, by: office}
      - {at: 4h, command: {conclude: , reason: Enough}}
      then:
      - {holds: {report: warning}, at: 10m}
      - {ever: {module: morning}, by: 3h}
      - {holds: {time: {before: 4h1s}}}
    """
    assert result(tmp_path, tests).passed


def test_objectives_and_ends_are_told_with_what_they_got(tmp_path):
    tests = """\
    - test: Judged
      bots: silent
      then:
      - {objective: sail, rating: [P, S]}
      - {objective: sail, points: {at_most: 0}}
      - {outcome: held}
      - {outcome: [held, lost]}
      - {ever: {all: [{gauge: trust, below: 20}, {inject: alarm}]}}
    """
    assert misses(tmp_path, tests) == {
        4: "it got U (unable to be performed), 0 of 3 points; not met: Sail, 1",
        6: "it ended with “It is lost”",
        8: "it never came true; at the end it was not so that Public trust is below 20"
        " (Public trust 65.8)",
    }


def test_an_expectation_may_be_met_in_some_of_the_runs(tmp_path):
    tests = """\
    - test: Luck
      seeds: 10
      bots: random
      then:
      - {ever: {decision: alarm, chose: cut}, in: 20%}
      - {ever: {decision: alarm, chose: cut}, in: 100%}
    """
    came = result(tmp_path, tests)
    (miss,) = came.misses
    assert (came.runs, miss.place.line) == (10, 6)
    assert 0 < len(miss.seeds) < 8
    assert miss.run.setup.seed == miss.seeds[0]


def test_a_plot_that_never_comes_to_rest_fails_every_test(tmp_path, monkeypatch):
    monkeypatch.setattr("simulator.engine.machine.BUDGET", -10)
    tests = """\
    - test: Circle
      then:
      - {never: {inject: calm}}
    """
    (told,) = misses(tmp_path, tests).items()
    assert told[0] == 1
    assert told[1].startswith("the same things happened again and again: ")


def test_means_are_given_and_taken(tmp_path):
    tests = """\
    - test: Poor
      without: spares
      then:
      - {never: {capability: spares}}
      - {holds: {gauge: trust, at_most: 50}, at: 1m}
    """
    assert result(tmp_path, tests).passed


def test_a_side_is_played(tmp_path):
    towns = Path(__file__).parents[3] / "scenarios/two-towns"
    file, scenario = read_beside(tmp_path, towns, """\
    - test: The north lacks copies, and is trusted less
      side: north
      then:
      - {never: {capability: copies}}
      - {holds: {gauge: trust, at_most: 40}, at: 1m}
    """)  # fmt: skip
    assert file.problems == []
    assert played(file.told[0], scenario).passed


@pytest.mark.parametrize("seed", range(3))
def test_to_be_watched_changes_nothing_of_a_run(tmp_path, seed):
    """Law: a run that a test looks at second by second is the run that `kulla run` plays."""
    file, scenario = read_beside(tmp_path, find("first-watch"), """\
    - test: All of it
      bots: random
      then:
      - {never: {gauge: trust, below: 33}}
      - {ever: {any: [{gauge: strain, above: 41}, {time: {after: 17m}}]}}
      - {at: 2h13m7s, holds: {asset: permits, service: {above: 3}}}
    """)  # fmt: skip
    watched = tried(file.told[0].story, scenario, seed).run
    assert watched.state.hash() == play(scenario, watched.setup, (), None).state.hash()
    assert list(watched.log) == list(play(scenario, watched.setup, (), None).log)
