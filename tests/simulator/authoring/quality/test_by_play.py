"""What only runs show: whom it spares, and that trials differ in nothing but the decision."""

from __future__ import annotations

from itertools import takewhile

from simulator.authoring import quality
from simulator.authoring.quality.trials import Trials, measured
from simulator.engine import events as e
from simulator.rehearsal.playing import Played
from simulator.rehearsal.rehearsing import Rehearsal, rehearse
from tests.simulator.authoring.quality.stage import found_in_play, scenario

RUMOUR = """
    gauges:
      trust: {title: Trust, start: 50}
    adversary:
      name: Sea Fox
      modelled_on: Nobody
      steps:
      - {id: enter, title: They enter, technique: T1078, chance: 50%, delay: {between: [0s, 9h]}}
    injects:
    - id: rumour
      like: call
      at: 1h
      to: [watch, council]
      decision:
        ask: What do you say?
        options:
        - {id: deny, label: It is good, best: true, then: [{gauge: trust, add: -5}]}
        - {id: test, label: Test it, then: [{gauge: trust, add: 5}]}
    """


def test_a_trial_differs_from_its_run_in_one_decision_and_in_what_follows():
    trials = Trials(rehearse(scenario(RUMOUR), ["doctrine"], seeds=3))
    for place in trials.seeds:
        run, other = (trials.run(place, "rumour", option) for option in ("deny", "test"))
        assert run
        assert other
        assert _until_taken(run) == _until_taken(other)
        assert _steps(run) == _steps(other)
        assert measured(other)["gauge 'trust'"] - measured(run)["gauge 'trust'"] == 10


def _until_taken(run: Played) -> list[e.Event]:
    return [*takewhile(lambda event: not isinstance(event, e.DecisionTaken), run.log)]


def _steps(run: Played) -> list[e.Event]:
    return [event for event in run.log if isinstance(event, e.StepSucceeded | e.StepFailed)]


def test_the_same_trial_is_played_once():
    trials = Trials(rehearse(scenario(RUMOUR), ["doctrine"], seeds=1))
    first = trials.run(0, "rumour", "test")
    assert trials.run(0, "rumour", "test") is first
    assert [*trials.played] == [first]


def test_an_option_that_costs_something_elsewhere_is_no_plain_choice():
    costly = RUMOUR.replace("add: 5}]", "add: 5}, {gauge: purse, add: -5}]").replace(
        "gauges:", "gauges:\n      purse: {title: Purse, start: 50}"
    )
    assert found_in_play("Q47", RUMOUR)
    assert not found_in_play("Q47", costly)


def test_what_only_people_do_is_not_missed():
    for_people = """
        injects:
        - {id: hello, like: call, at: 5m, to: [watch, council]}
        - {id: by-control, like: call, by_hand: true, to: watch}
        - id: ask
          like: call
          at: 1h
          to: watch
          decision:
            ask: And now?
            due: 2h
            default: wait
            options:
            - {id: go, label: Go, best: true}
            - {id: wait, label: Wait}
            - {id: run, label: Run}
        reports:
          line: {title: A line, by: watch, to: council}
        outcomes:
          well: {title: All is well, when: {decision: ask, chose: go}}
          ill: {title: All is ill, when: {decision: ask, chose: wait}}
          else: {title: Something else}
        """
    assert not found_in_play("Q40", for_people)


def test_options_that_no_bot_takes_are_tried_for_what_they_lead_to():
    hidden = """
        injects:
        - id: ask
          like: call
          at: 1h
          to: watch
          decision:
            ask: And now?
            options: [{id: go, label: Go, best: true}, {id: run, label: Run, then: [{inject: far}]}]
        - {id: far, like: call, to: watch}
        """
    unhurried = rehearse(scenario(hidden), ["doctrine"], seeds=2)
    assert not [f for f in quality.found_in_play(unhurried) if f.code == "Q40"]


QUIET = """
    pace: 6
    roles:
      watch: {title: Watch}
      council: {title: Council, response_cell: true}
    injects:
    - {id: one, like: call, at: 0s, to: [watch, council]}
    - {id: two, like: call, at: 2h, to: [watch, council], repeat: {every: 2h, times: 5}}
    """


def test_people_wait_twenty_minutes_of_their_own_time_and_response_cells_for_ever():
    later = QUIET.replace("every: 2h, times: 5", "every: 2h1m, times: 5")
    assert not found_in_play("Q41", QUIET)
    [finding] = found_in_play("Q41", later)
    assert finding.loc == ("roles", "watch")
    assert "from T+02:00 on" in finding.sentence


def test_one_plot_that_gets_another_way_has_no_single_point_of_failure():
    chain = "".join(
        f"    - {{id: i{n}, like: call, after: i{n - 1}, delay: 10m, to: watch}}\n"
        for n in range(1, 7)
    )
    alone = f"""
    adversary:
      name: Sea Fox
      modelled_on: Nobody
      steps: [{{id: enter, title: They enter, technique: T1078, at: 1h, chance: 50%}}]
    injects:
    - {{id: i0, like: call, to: watch, when: {{step: enter, is: done}}}}
{chain}"""
    [finding] = found_in_play("Q44", alone)
    assert finding.loc == ("adversary", "steps", 0)
    assert "7 of the 8" in finding.sentence
    anyway = alone.replace("{step: enter, is: done}", "{step: enter, is: done}, at: 2h")
    twice = alone.replace("when: {step: enter, is: done}", "at: 2h")
    assert found_in_play("Q44", anyway)
    assert not found_in_play("Q44", twice)


def test_a_run_that_gets_stuck_is_the_last_and_all_that_is_told():
    circle = """
        facts: {dark: {}}
        injects:
        - {id: dusk, like: call, at: 5m, to: watch, then: [{fact: dark}]}
        actions:
          light:
            {title: Light, by: watch, needs: {fact: dark}, then: [{fact: dark, set: false}],
             again: 0s, doctrine: {when: {fact: dark}, after: 0s}}
          save:
            {title: Save, by: council, needs: {not: {fact: dark}}, then: [{fact: dark}], again: 0s,
             doctrine: {when: {all: [{inject: dusk}, {not: {fact: dark}}]}, after: 0s}}
        """
    rehearsal = rehearse(scenario(circle), seeds=3)
    assert [bool(run.stuck) for run in rehearsal.runs] == [True]
    [finding] = quality.found_in_play(rehearsal)
    assert finding.code == "Q53"


def test_nothing_is_told_of_runs_that_were_not_played():
    assert [*quality.found_in_play(Rehearsal(scenario("length: 1h\n"), ()))] == []
