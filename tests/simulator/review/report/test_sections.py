"""What single sections of a report say where half of it would be misread."""

from dataclasses import replace

import pytest

from simulator.paper.blocks import Claims, Figure, Grid
from simulator.review.report.appendices import control
from simulator.review.report.brief import MOST, brief
from simulator.review.report.desks import desks
from simulator.review.report.happened import happened
from simulator.review.report.notes import NONE
from simulator.review.report.overview import endex, overview
from simulator.review.report.telling import Telling, tellings
from simulator.review.report.whole import report
from tests.simulator.review.report.found import of


@pytest.fixture(scope="module")
def teams() -> dict[str, Telling]:
    return {it.team.team: it for it in tellings(of("rich"), NONE)}


def text(blocks: object) -> str:
    return repr(blocks)


def test_that_something_fell_is_said_with_what_brought_it_about(teams: dict[str, Telling]):
    for t in teams.values():
        known = {it.place: it.words for it in t.team.cited}
        fell = [it for it in t.team.course if it.kind == "asset" and it.because in known]
        assert fell
        told = [
            claim.words
            for block in happened(t) if isinstance(block, Claims) for claim in block.items
        ]  # fmt: skip
        for it in fell:
            assert t.event(it).words + f" ({known[it.because or 0]})" in told


def test_a_take_without_a_reason_is_told_as_one(teams: dict[str, Telling]):
    north = teams["north"]
    (first, (number, since, until, why)) = north.team.takes
    silent = replace(north.team, takes=(first, (number, since, until, "")))
    assert "control went back and gave no reason" in text(happened(replace(north, team=silent)))
    assert why
    assert "gave no reason" not in text(happened(north))


def test_what_control_did_names_that_it_went_back_where_it_did(teams: dict[str, Telling]):
    said = "Control also went back in time once"
    back = {name: said in text(control(t)) for name, t in teams.items()}
    assert back == {"north": True, "south": False, "harbour": False}


def test_seats_with_people_are_those_of_players():
    found = of("rich")
    *players, last = found.participants
    told = text(overview(replace(found, participants=(*players, replace(last, role_title="Roof")))))
    assert last.part == "observer"
    assert "('Seats with people', 'Island archive, Town council')" in told


def test_an_early_end_of_the_only_team_stands_in_the_overview():
    found = of("rich")
    harbour = found.teams[-1]
    assert endex(replace(found, teams=(harbour, *found.teams[:-1]))) == ""
    assert endex(replace(found, teams=(harbour,))).endswith("3 hours before it was planned")


def test_of_several_teams_half_as_much_of_each_objective_stands_in_brief():
    teams = tuple(
        replace(it, strengths=it.strengths[:1] * 9, areas=it.areas[:1] * 9)
        for it in of("rich").teams
    )
    several, alone = (replace(of("rich"), teams=its) for its in (teams, teams[:1]))
    for found, number, left in ((several, 6, 9 - MOST // 2), (alone, 2, 9 - MOST)):
        told = text(brief(found, NONE, report(found, NONE)))
        assert told.count(f"{left} more stand in the whole report.") == number
        assert "in the whole report." not in text(report(found, NONE))


def test_how_sure_single_people_were_is_nobody_elses_business(teams: dict[str, Telling]):
    for t in teams.values():
        people = {it.whose for it in t.team.calibration if not it.role}
        roles = {it.whose for it in t.team.calibration if it.role and it.answers}
        told = desks(t)
        pictures = [it.title for it in told if isinstance(it, Figure)]
        assert people
        assert roles <= {*pictures}
        assert people.isdisjoint(pictures)


def test_a_question_that_nobody_answered_is_not_told_as_decided(teams: dict[str, Telling]):
    asked = {
        name: [row[4] for it in desks(t) if isinstance(it, Grid) and "Opened" in it.heads
               for row in it.rows if row[4].startswith("Who lights the lamp?")]
        for name, t in teams.items()
    }  # fmt: skip
    assert {*asked["harbour"]} == {"Who lights the lamp? (not decided in time)"}
    assert {*asked["south"]} == {"Who lights the lamp?"}
