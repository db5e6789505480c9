"""A session at a level of difficulty, of a scenario that includes others' parts."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from simulator.engine.errors import Refused
from simulator.scenario import library
from simulator.session import acts, folder
from simulator.session.drafting import Place
from simulator.session.journal.record import read_header, write_header
from tests.simulator.scenario.small import put, whole
from tests.simulator.session.journal.scribe import Quick, Scribe, header_of

LEVELLED = whole(
    "include: {from: kulla:nato, only: [roles.vcisc]}\n"
    "roles: {watch: {title: Watch}}\n"
    "injects:\n- {id: hum, at: 1h, noise: true, …}\n"
    "levels: {easy: {noise: false}, hard: {adversary: 70%}}\n"
)


@pytest.fixture
def scenario(tmp_path: Path) -> Path:
    return put(tmp_path / "small", {"scenario.yaml": LEVELLED})


def test_the_level_and_the_library_are_those_of_the_beginning(
    scenario: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    path = tmp_path / "session"
    header = replace(header_of(scenario), level="easy")
    scribe = Scribe(folder.create(path, scenario, header, disk=Quick()))
    control = scribe.sit(Place("control"), "Besa")
    scribe.do(control, acts.Start())
    scribe.advance(2 * 3600)
    scribe.do(control, acts.Rewind(to=60, why="Once more."))
    scribe.keep_head()
    scribe.close()
    monkeypatch.setattr(library, "_LIBRARIES", tmp_path / "none")
    again = folder.open_(path, disk=Quick())
    again.close()
    (team,) = again.session.teams.values()
    assert (again.session.header.level, team.exercise.setup.level) == ("easy", "easy")
    assert team.exercise.scenario.inject["hum"].by_hand
    assert list(again.session.scenario.roles) == ["vcisc", "watch"]
    kept = sorted(file.name for file in (path / "scenario").rglob("*.yaml"))
    assert kept == ["nato.yaml", "scenario.yaml"]


def test_a_level_that_is_not_there_begins_no_session(scenario: Path, tmp_path: Path):
    header = replace(header_of(scenario), level="heard")
    with pytest.raises(Refused, match="did you mean 'hard'"):
        folder.create(tmp_path / "session", scenario, header, disk=Quick())
    assert not (tmp_path / "session").exists()


@pytest.mark.parametrize("level", ["", "easy"])
def test_a_header_tells_its_level_where_it_has_one(scenario: Path, level: str):
    header = replace(header_of(scenario), level=level)
    raw = write_header(header).raw
    assert read_header(raw)[0] == header
    assert json.loads(raw).get("level", "") == level
    assert ("level" in json.loads(raw)) == bool(level)
