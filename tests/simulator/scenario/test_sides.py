"""One scenario as each of its sides plays it."""

from pathlib import Path

import pytest

from simulator.engine.errors import Refused
from simulator.engine.exercise import Exercise, Setup
from simulator.scenario import Scenario, load

TOWNS = load(Path(__file__).parents[2] / "scenarios" / "two-towns")


def view(side: str, level: str = "", language: str = "en"):
    return Exercise(TOWNS, Setup(side=side, level=level)).view("desk", language)


def test_a_side_has_its_own_names_wherever_a_text_uses_them():
    assert view("").brief == "You sit in Anytown."
    assert view("harrow-bay").brief == "You sit in Harrow Bay."
    assert view("north").glossary[0].means == "What Northam drinks"


def test_a_side_stands_behind_the_title_and_before_the_brief():
    assert view("north").title == "Two towns – North Water"
    assert view("north", language="sq").title == "Dy qytete – Uji i Veriut"
    assert view("north").brief == "You are the works of Northam.\n\nYou sit in Northam."
    assert TOWNS.at_side("north").roles["mayor"].brief is not None


def test_a_side_has_and_lacks_what_it_says_unless_the_setup_says_otherwise():
    def copies(setup: Setup) -> bool:
        return Exercise(TOWNS, setup).state.capabilities["copies"]

    assert copies(Setup())
    assert not copies(Setup(side="north"))
    assert copies(Setup(side="north", having=("copies",)))
    assert Exercise(TOWNS, Setup(side="harrow-bay")).state.capabilities["spares"]


def test_what_is_otherwise_with_a_side_is_so_from_startex():
    usual, north = (Exercise(TOWNS, Setup(side=side)) for side in ("", "north"))
    for run in usual, north:
        run.advance(0)
    assert [run.state.gauges["trust"].value for run in (usual, north)] == [65_000, 40_000]


def test_side_and_level_go_together_in_whichever_order():
    one, other = TOWNS.at_side("north").at_level("easy"), TOWNS.at_level("easy").at_side("north")
    assert (one.side, one.level) == (other.side, other.level) == ("north", "easy")
    assert view("north", "easy").title == "Two towns – North Water (Easy)"
    assert one.adversary == other.adversary != TOWNS.adversary
    assert one.names == other.names == TOWNS.at_side("north").names


def test_a_side_is_made_once_and_leaves_the_scenario_as_it_was():
    north = TOWNS.at_side("north")
    assert TOWNS.at_side("north") is north is north.at_side("north")
    assert TOWNS.at_side("") is TOWNS
    assert (TOWNS.side, north.digest) == ("", TOWNS.digest)
    assert TOWNS.names["town"].into("en") == "Anytown"


def test_without_a_name_nothing_is_otherwise():
    whole = {field: getattr(TOWNS, field) for field in Scenario.model_fields}
    assert whole == {field: getattr(TOWNS.at_side(""), field) for field in Scenario.model_fields}


def test_a_side_that_is_not_there_is_refused_by_its_name():
    with pytest.raises(Refused) as refused:
        Exercise(TOWNS, Setup(side="harow-bay"))
    assert "no side 'harow-bay'; did you mean 'harrow-bay'?" in refused.value.sentence


def test_of_the_other_sides_a_team_sees_nothing():
    west = TOWNS.sides["west"].model_copy(update={"about": TOWNS.title, "then": ()})
    other = TOWNS.model_copy(update={"sides": {**TOWNS.sides, "west": west}})
    runs = [Exercise(told, Setup(3, ("desk",), side="north")) for told in (TOWNS, other)]
    for run in runs:
        run.advance(TOWNS.length)
    assert runs[0].over
    assert runs[0].view("desk") == runs[1].view("desk")
    assert "Westham" not in repr(runs[0].view("desk"))
