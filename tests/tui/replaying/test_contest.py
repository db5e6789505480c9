"""A replay of a contest in which somebody played alone against bots."""

from pathlib import Path

import pytest

from simulator.review.reading import recorded
from tests.simulator.review.rich import EVERYTHING
from tests.simulator.review.test_rivalry import played
from tui.replaying.projector import Projector, Sight
from tui.replaying.seat import ReplaySeat


@pytest.mark.parametrize("hours", [2, 200])
def test_a_replay_shows_the_contest_as_it_stood_against_them(tmp_path: Path, hours: int):
    seat = played(tmp_path / "kept", EVERYTHING, "archive", hours)
    read = recorded(tmp_path / "kept")
    (team,) = read.takes
    projector = Projector(read, tmp_path, Sight(team, 0, "archive"))
    then = ReplaySeat(projector)
    projector.go_to(seat.own.now)

    was, now = seat.standings(), then.standings()
    assert was
    assert now
    assert (now.of, now.own.points, now.own.rank) == (was.of, was.own.points, was.own.rank)
    assert now.of == 2
    assert [it.points for it in now.teams] == [it.points for it in was.teams]
    assert [(it.worth, it.solves) for it in now.challenges] == [
        (it.worth, it.solves) for it in was.challenges
    ]
    assert any(it.points for it in now.teams) is seat.own.over
    # And at the end, all of them are laid beside each other
    assert [it.contest for it in then.beside()] == [it.contest for it in seat.beside()]
    assert bool(then.beside()) is seat.own.over
