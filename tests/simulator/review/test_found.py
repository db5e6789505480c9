"""All that a session shows, put together: the same each time, and with whatever there is."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any, Final

import pytest

from simulator.review.findings import Findings, Happened, TeamFound
from simulator.review.found import findings
from simulator.review.reading import recorded
from simulator.review.recorded import Recorded
from simulator.session import acts
from simulator.session.drafting import Place
from tests.simulator.review.rich import EVERYTHING, TEAMS, rich
from tests.simulator.session.journal.golden import unpacked
from tests.simulator.session.journal.scribe import FIRST_WATCH, MINIMAL, Scribe

SESSIONS: Final = ("rich", "control-room", "torn")


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    at = tmp_path_factory.mktemp("found")
    return {
        name: rich(at / name) if name == "rich" else unpacked(name, at / name) for name in SESSIONS
    }


@pytest.fixture(scope="module")
def sessions(folders: dict[str, Path]) -> dict[str, Recorded]:
    return {name: recorded(folder) for name, folder in folders.items()}


@pytest.fixture(scope="module")
def found(folders: dict[str, Path], sessions: dict[str, Recorded]) -> dict[str, Findings]:
    return {name: findings(sessions[name], folder, "en") for name, folder in folders.items()}


def cites(value: Any, name: str = "") -> Iterator[int]:
    """Every place that stands under the name `cites`, or is the place of an event."""
    if is_dataclass(value):
        for field in fields(value):
            inner = getattr(value, field.name)
            if isinstance(value, Happened) and field.name == "place":
                yield inner
            yield from cites(inner, field.name)
    elif isinstance(value, tuple):
        for each in value:
            if name == "cites":
                yield each
            else:
                yield from cites(each)


@pytest.mark.parametrize("session", SESSIONS)
def test_everything_that_is_cited_is_told_in_order(found: dict[str, Findings], session: str):
    whole = found[session]
    for team in whole.teams:
        told = [it.place for it in team.cited]
        own = [note.cites for note in whole.observations if note.team == team.team]
        own += [row.cites for row in whole.plan if row.team == team.team]
        assert told == sorted({*told})
        assert {*cites(team)} == {*told}
        assert {place for places in own for place in places} <= {*told}


@pytest.mark.parametrize("session", SESSIONS)
def test_what_is_told_leads_back_to_the_end_of_its_chain(
    found: dict[str, Findings], sessions: dict[str, Recorded], session: str
):
    for team in found[session].teams:
        by_place = {it.place: it for it in team.cited}
        log = sessions[session].take(team.team).log
        for it in team.cited:
            assert it.at == log[it.place].at
            assert it.words
            assert it.because is None or by_place[it.because].place < it.place


def test_the_same_session_is_told_in_the_same_way(
    folders: dict[str, Path], sessions: dict[str, Recorded], found: dict[str, Findings]
):
    assert findings(sessions["rich"], folders["rich"], "en") == found["rich"]
    assert findings(recorded(folders["rich"]), folders["rich"], "en") == found["rich"]


def test_the_folder_stays_as_it_was(folders: dict[str, Path], sessions: dict[str, Recorded]):
    def bytes_in(path: Path) -> dict[str, bytes]:
        return {str(it): it.read_bytes() for it in path.rglob("*") if it.is_file()}

    before = bytes_in(folders["rich"])
    findings(sessions["rich"], folders["rich"], "en")

    assert bytes_in(folders["rich"]) == before


def test_teams_stand_with_their_takes_in_the_order_of_the_session(found: dict[str, Findings]):
    north, south, harbour = found["rich"].teams

    assert [team.team for team in (north, south, harbour)] == [*TEAMS]
    assert (north.title, south.side, harbour.title) == ("The north shelf", "south", "harbour")
    assert [it[:3] for it in north.takes] == [(1, 0, 3000), (2, 1260, 43_200)]
    assert north.takes[1][3].startswith("Again.")
    assert (north.take, north.until, north.over, north.outcome) == (2, 43_200, True, "Saved")
    assert (south.outcome, south.outcome_text) == ("Closed for good", "")


def test_one_team_and_one_take_can_be_looked_at(
    folders: dict[str, Path], sessions: dict[str, Recorded]
):
    (north,) = findings(sessions["rich"], folders["rich"], "en", ["north"], take=1).teams

    assert (north.team, north.take, north.until, north.over) == ("north", 1, 3000, False)
    assert north.events == len(sessions["rich"].take("north", 1).log)
    with pytest.raises(KeyError):
        findings(sessions["rich"], folders["rich"], "en", ["east"])
    with pytest.raises(KeyError):
        findings(sessions["rich"], folders["rich"], "en", ["south"], take=2)


def test_it_is_told_in_the_readers_language(
    folders: dict[str, Path], sessions: dict[str, Recorded]
):
    found = findings(sessions["rich"], folders["rich"], "sq", ["north"])

    assert found.language == "sq"
    assert found.teams[0].objectives[0].title == "Ruani faqet"


def test_the_plan_of_the_session_before_is_judged_by_this_one(
    folders: dict[str, Path], sessions: dict[str, Recorded]
):
    rich = sessions["rich"]
    found = findings(rich, folders["rich"], "en", before=rich)

    assert [(row.check, row.closed) for row in found.last_plan] == [
        ("keep-pages/1", True), ("the lamp is lit", None),
    ]  # fmt: skip
    assert [row.closed for row in found.plan] == [None, None]


def test_agreement_is_of_the_two_who_rated_north(found: dict[str, Findings]):
    """They gave P and M, P and P, S and U: one of three the same. By chance: PP twice of nine
    pairs; by hand, the disagreements by grades are 2 + 0 + 2, and by chance P-M P-P P-U twice and
    S-M S-P S-U: (2 + 0 + 3) * 2 + 1 + 1 + 2 = 14."""
    north, south, _ = found["rich"].teams

    (agreed,) = north.agreements
    assert (agreed.items, agreed.same) == (3, 1)
    assert agreed.kappa == pytest.approx((1 / 3 - 2 / 9) / (1 - 2 / 9))
    assert agreed.weighted == pytest.approx(1 - (4 / 3) / (14 / 9))
    assert south.agreements == ()


def session(path: Path, scenario: Path, *, start: bool = False, sit: bool = False) -> TeamFound:
    """What a session shows that somebody has only begun."""
    scribe = Scribe.begin(path, scenario)
    control = scribe.sit(Place("control"), "Besa") if sit or start else None
    if start and control:
        scribe.do(control, acts.Start())
        scribe.advance(1800)
    scribe.keep_head()
    scribe.close()
    found = findings(recorded(path), path, "en")
    assert [*found.plan, *found.last_plan, *found.observations, *found.feedback.forms] == []
    assert found.integrity.sound
    assert {*cites(found.teams)} == {it.place for it in found.teams[0].cited}
    return found.teams[0]


def test_a_session_that_was_never_begun_can_be_looked_at(tmp_path: Path):
    team = session(tmp_path / "session", EVERYTHING)

    assert (team.until, team.over, team.outcome, team.take) == (0, False, "", 1)
    assert [objective.by for objective in team.objectives] == ["computed", "computed"]
    assert (team.strengths, team.areas, team.decisions) == ((), (), ())


def test_a_session_without_objectives_and_people_can_be_looked_at(tmp_path: Path):
    team = session(tmp_path / "session", MINIMAL, start=True)

    assert (team.objectives, team.disputes, team.agreements) == ((), (), ())
    assert (team.strengths, team.areas) == ((), ())


def test_a_session_that_still_runs_says_nothing_of_what_is_open(tmp_path: Path):
    team = session(tmp_path / "session", FIRST_WATCH, start=True, sit=True)

    (objective,) = team.objectives
    measures = [measure for task in objective.tasks for measure in task.measures]
    assert not team.over
    assert any(measure.at is None for measure in measures)
    told = " ".join(point.words for point in team.strengths + team.areas)
    assert not any(measure.title in told for measure in measures if measure.at is None)
