"""Forks of a recorded session: what they begin with, and sessions that are made of them."""

from dataclasses import replace
from pathlib import Path

import pytest

from simulator.engine.commands import Note
from simulator.engine.exercise import Exercise
from simulator.engine.wording import moment
from simulator.review.forking import fork, take_of
from simulator.review.reading import recorded
from simulator.review.recorded import Recorded
from simulator.scenario.folder import Files
from simulator.session import acts, folder, retelling
from simulator.session.drafting import Place
from simulator.session.errors import BadSession
from simulator.session.folder import SCENARIO
from simulator.session.inspecting import verify
from simulator.session.recalling import Forked, peopled
from simulator.session.retelling import Pen
from tests.simulator.review.rich import TEAMS, rich
from tests.simulator.session.journal.scribe import MORNING, Quick, Scribe

HOUR = 3600


@pytest.fixture
def session(tmp_path: Path) -> Path:
    return rich(tmp_path / "rich")


def written(read: Recorded, session: Path, to: Path, at: int, luck: int | None = None) -> Path:
    """A session in which all teams go on from here."""
    told = [
        retelling.told_of(it.team, it.run, it.forked, vacated=True)
        for it in (fork(read, read.take(team), at, luck) for team in TEAMS)
    ]
    header = replace(read.header, session="f04ced")
    retelling.write(to, Files(session / SCENARIO).raw, header, told, MORNING, Pen(Quick()))
    return to


def test_each_team_of_a_forked_session_stands_where_it_stood(session: Path, tmp_path: Path):
    # Given a session in which north is in its second take
    read = recorded(session)
    # When all go on from the end of the fifth hour
    path = written(read, session, tmp_path / "fork", 5 * HOUR)
    # Then each has lived through the same
    again = recorded(path)
    for team in TEAMS:
        was, now = read.take(team), again.take(team)
        there = [event for event in was.log if event.at < 5 * HOUR]
        assert list(now.log[: len(there)]) == there
        assert now.until == 5 * HOUR
        assert now.number == 1
    # And nobody's seat is people's, nothing runs, and it is known where it comes from
    assert not any(team.exercise.state.staffed for team in again.session.teams.values())
    assert not any(team.running for team in again.session.teams.values())
    chain = read.written.chain
    assert again.forked["north"] == Forked("5e5510", "north", 2, 5 * HOUR, chain)
    assert again.people == ()
    assert verify(path).sound


def test_a_fork_of_the_first_take_has_what_was_undone_later(session: Path):
    read = recorded(session)
    first, second = (fork(read, read.take("north", take), 40 * 60) for take in (1, 2))

    assert first.run.state.decisions["lamp"].option == "burn-it"
    assert second.run.state.decisions["lamp"].option == "archive"
    assert first.forked.take == 1
    assert peopled(first.run) == ("archive", "council")


def test_what_was_asked_at_that_very_second_is_not_asked_yet(session: Path):
    read = recorded(session)
    decided = next(deed.at for deed in read.take("north").deeds if deed.seq == 47 + 1)

    run = fork(read, read.take("north"), decided).run

    assert run.now == decided
    assert run.state.decisions["lamp"].phase == "open"


def test_chance_can_fall_otherwise_from_there_on_and_the_journal_knows(
    session: Path, tmp_path: Path
):
    read = recorded(session)
    logs = {}
    for luck in (None, 1):
        path = written(read, session, tmp_path / f"fork-{luck}", 30 * 60, luck)
        again = folder.open_(path, disk=Quick())
        team = again.session.teams["harbour"]
        team.advance(9 * HOUR)
        logs[luck] = [event for event in team.exercise.log if event.at > 30 * 60]
        # Going back to before and to after the fork, it falls as it fell.
        to = team.now - 600
        before = [event for event in team.exercise.log if event.at < to]
        team.rewind(to, "")
        assert [event for event in team.exercise.log if event.at < to][: len(before)] == before
        again.close()

    assert logs[None] != logs[1]


def test_people_join_a_forked_session_while_it_stands_and_control_runs_it(
    session: Path, tmp_path: Path
):
    # Given a fork that is taken up by a host
    path = written(recorded(session), session, tmp_path / "fork", HOUR)
    scribe = Scribe(folder.open_(path, disk=Quick()))
    team = scribe.session.teams["south"]
    # When somebody joins while the clock stands
    besa = scribe.sit(Place("control"), "Besa")
    arta = scribe.sit(Place("player", "south", "archive"), "Arta")
    # Then the seat is theirs, STARTEX is over, and control leads the clock
    assert (team.stands, team.exercise.state.staffed) == ("paused", ("archive",))
    assert scribe.do(besa, acts.Start()).code == "closed"
    assert scribe.do(besa, acts.Run(team="south")).done
    assert scribe.ask(arta, Note("archive", "Again.")).done
    scribe.keep_head()
    scribe.close()
    # And the review knows who is who, and whose act was whose
    read = recorded(path)
    assert [(it.grant, it.name) for it in read.people if it.part == "player"] == [
        ("south.archive-1", "Arta")
    ]
    deeds = read.take("south").deeds
    assert {deed.grant for deed in deeds if deed.at < HOUR} == {""}
    assert deeds[-1].grant == "south.archive-1"
    assert read.take("south").utc(10 * 60) is None


def test_where_nothing_can_be_gone_on_with_it_is_said(session: Path):
    read = recorded(session)
    cases = {
        "was played up to T\\+12:00, and no further": (
            lambda: fork(read, read.take("south"), 50_000)
        ),
        "was over by T\\+12:00": lambda: fork(read, read.take("south"), 43_200),
        "no team 'west' in it": lambda: take_of(read, "west", None),
        "north has no take 3; its last is 2": lambda: take_of(read, "north", 3),
    }
    for words, wrong in cases.items():
        with pytest.raises(BadSession, match=words):
            wrong()
    assert moment(26 * HOUR + 605) == "T+26:10:05"


def test_what_was_written_for_another_world_is_not_believed(session: Path, tmp_path: Path):
    # Given a run in which something was done that can't be done
    read = recorded(session)
    run = Exercise(read.scenario, read.take("south").run.setup)
    run.asked.append(read.take("south").run.asked[2]._replace(at=0))
    told = retelling.told_of("south", run, Forked())
    header = replace(read.header, teams=("south",))
    # When it is written down, nothing is left of it
    with pytest.raises(BadSession, match="tells of what was done, but it can't be"):
        retelling.write(
            tmp_path / "new", Files(session / SCENARIO).raw, header, [told], 0, Pen(Quick())
        )
    assert [it.name for it in tmp_path.iterdir()] == ["rich"]
