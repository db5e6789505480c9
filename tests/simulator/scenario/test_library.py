"""Where scenarios are looked for, by id and by path."""

from pathlib import Path

import pytest

from simulator.scenario import library


@pytest.fixture
def shelf(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A checkout with two scenarios, and a folder that is none."""
    shelf = tmp_path / "scenarios"
    for name in ("second-night", "first-night"):
        (shelf / name).mkdir(parents=True)
        (shelf / name / "scenario.yaml").touch()
    (shelf / "notes").mkdir()
    monkeypatch.setattr(library, "_INSTALLED", tmp_path / "not-installed")
    monkeypatch.setattr(library, "_CHECKOUT", shelf)
    return shelf


def test_the_scenarios_of_a_checkout_are_those_with_a_scenario_file(shelf: Path):
    assert list(library.shipped().items()) == [
        ("first-night", shelf / "first-night"),
        ("second-night", shelf / "second-night"),
    ]


def test_an_installation_shows_its_own_scenarios(
    shelf: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    mine = tmp_path / "not-installed" / "mine"
    mine.mkdir(parents=True)
    (mine / "scenario.yaml").touch()
    assert library.shipped() == {"mine": mine}


def test_a_scenario_is_found_by_its_id(shelf: Path):
    assert library.find("first-night") == shelf / "first-night"


@pytest.mark.parametrize("path", ["scenarios/first-night", "scenarios/first-night/scenario.yaml"])
def test_a_scenario_is_found_by_its_path(
    path: str, shelf: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.chdir(tmp_path)
    assert library.find(path) == Path(path)


@pytest.mark.parametrize(
    ("named", "sentence"),
    [
        ("frist-night", "there is no scenario 'frist-night'; did you mean 'first-night'?"),
        ("scenarios/notes", "there is no scenario 'scenarios/notes'"),
    ],
)
def test_a_wrong_name_is_told_with_the_nearest_right_one(named: str, sentence: str, shelf: Path):
    with pytest.raises(library.NoSuchScenario, match=f"^{sentence.replace('?', '[?]')}$"):
        library.find(named)
