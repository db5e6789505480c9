"""All teams side by side for control: as they truly stand, and made anew only where they go on."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from simulator.engine.commands import CONTROL, Answer, Tempo
from simulator.engine.comparing import standing
from simulator.engine.errors import Refused
from simulator.engine.exercise import Exercise
from simulator.engine.views.comparing import Standing
from simulator.scenario import load
from simulator.session.host import comparing
from simulator.session.host.comparing import Comparison
from simulator.session.host.hosting import Plan, header_of, side_by_side
from simulator.session.journal.record import Draft, Record
from simulator.session.session import Session

TOWNS = load(Path(__file__).parents[2] / "scenarios" / "two-towns")
MINIMAL = load(Path(__file__).parents[2] / "scenarios" / "minimal.yaml")
HOUR = 3600


@pytest.fixture
def session() -> Session:
    """North, where somebody sits at the desk, and Harrow Bay, to which nobody was invited."""
    header = header_of(Plan(Path(), seed=4, teams=("2",)), TOWNS)
    begun = Session(TOWNS, header)
    staffed = {"north": ["desk"], "harrow-bay": []}
    begun.apply(Record(1, 0, Draft("started", body={"staffed": staffed})))
    return begun


def go(session: Session, to: int) -> None:
    for team in session.teams.values():
        team.advance(to)


def test_each_team_plays_the_side_that_has_its_name(session: Session):
    assert {name: team.exercise.scenario.side for name, team in session.teams.items()} == {
        "north": "north", "harrow-bay": "harrow-bay",
    }  # fmt: skip
    titles = {team.exercise.view("desk").title for team in session.teams.values()}
    assert titles == {"Two towns – North Water", "Two towns – Harrow Bay Water"}


def test_a_team_of_another_name_plays_the_exercise_as_it_is_written():
    begun = Session(TOWNS, header_of(Plan(Path(), teams=("red",)), TOWNS))
    assert begun.teams["red"].exercise.scenario.side == ""


def test_a_team_that_nobody_was_invited_to_is_played_by_bots(session: Session):
    go(session, 6 * HOUR)
    north, bay = Comparison(session, "en").told()
    assert (bay.answered, bay.missed, bay.over) == (1, 0, True)
    assert (north.answered, north.missed) == (0, 1)


def test_who_does_worse_than_the_others_and_than_doctrine_is_behind(session: Session):
    board = Comparison(session, "en")
    go(session, 2 * HOUR)
    north, bay = board.told()
    assert north.advice.verdict == "behind"
    assert north.advice.reasons
    assert bay.advice.verdict in ("level", "ahead")


def test_the_rows_stay_the_same_while_no_team_goes_on(
    session: Session, monkeypatch: pytest.MonkeyPatch
):
    go(session, HOUR)
    board = Comparison(session, "en")
    before = board.told()
    made: list[str] = []

    def counted(name: str, run: Exercise, language: str) -> Standing:
        made.append(name)
        return standing(name, run, language)

    monkeypatch.setattr(comparing, "standing", counted)
    assert board.told() is before
    assert made == []
    session.teams["north"].submit(HOUR, Answer("desk", "call", "act"))
    assert board.told()[0].answered == 1
    assert set(made) <= {"north", "harrow-bay"}


def test_a_world_by_doctrine_that_lies_far_behind_catches_up_in_strides(
    session: Session, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(comparing, "STRIDE", HOUR)
    go(session, 3 * HOUR)
    north = session.teams["north"]
    assert north.by_doctrine(HOUR) is None
    assert north.by_doctrine(HOUR) is None
    usual = north.by_doctrine(HOUR)
    assert usual is not None
    assert (usual.now, usual.state.staffed) == (3 * HOUR, ())


def test_control_sees_the_tempo_of_each_team(session: Session):
    go(session, HOUR)
    session.teams["north"].submit(HOUR, Tempo(CONTROL, 80))
    assert [it.tempo for it in Comparison(session, "en").told()] == [800, 1000]


def refusals() -> Iterator[tuple[tuple[str, ...], object, str]]:
    yield ("4",), MINIMAL, "this exercise has no sides that 4 teams could play; name the teams"
    yield ("1",), TOWNS, "2 to 4 teams can play its sides"
    yield ("5",), TOWNS, "2 to 4 teams can play its sides"
    there = "(it has north, harrow-bay, east, west)"
    meant = f"this exercise has no side 'nroth'; did you mean 'north'? {there}"
    yield ("nroth", "east"), TOWNS, meant


def test_a_number_of_teams_takes_the_first_sides():
    assert side_by_side(("3",), TOWNS) == ("north", "harrow-bay", "east")
    assert side_by_side(("east", "red"), TOWNS) == ("east", "red")
    for named, scenario, why in refusals():
        with pytest.raises(Refused) as refused:
            side_by_side(named, scenario)  # type: ignore[arg-type]
        assert refused.value.sentence == why
