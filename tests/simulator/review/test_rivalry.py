"""Who played alone against sides that bots held, and what is known of those afterwards."""

from pathlib import Path

from simulator.cli.fork import Alone, fork_command
from simulator.cli.keep import Keep
from simulator.engine.exercise import Setup
from simulator.review.forking import fork
from simulator.review.reading import recorded
from simulator.review.rivalry import rivals
from simulator.scenario.load import load
from simulator.session.recalling import Forked
from simulator.session.rivals import END
from simulator.session.sitting import Sitting
from tests.simulator.cli.harbour import call
from tests.simulator.review.rich import rich
from tests.simulator.session.test_rivals import SCENARIOS

HOUR = 3600
TOWNS = SCENARIOS / "two-towns"


def played(path: Path, scenario: Path, role: str, hours: int, number: int = 2) -> Sitting:
    """Somebody plays alone for so long, beside so many others, and it is kept."""
    world = load(scenario)
    side = next(iter(world.sides))
    seat = Sitting(world, Setup(5, (role,), side=side), role, HOUR, "en")
    seat.compete(number)
    keep = Keep(path, scenario)
    keep.begin(world, seat.own, HOUR, forked=Forked(rivals=number))
    seat.keep(str(path), keep.follow)
    seat.run(0)
    seat.tick(hours)
    keep.write()
    return seat


def test_their_worlds_are_found_again_and_go_on_in_a_fork(tmp_path: Path):
    # Given somebody who played alone against two sides
    seat = played(tmp_path / "kept", TOWNS, "desk", 2)
    read = recorded(tmp_path / "kept")
    take = read.take(next(iter(read.takes)))
    # Then those are known, to their ends
    found = rivals(read, take)
    there = seat.rivals
    assert [*found] == [*there]
    for name, world in found.items():
        there[name].advance(END)
        assert world.state.hash() == there[name].state.hash()
    # And whoever goes on alone goes on against them, and so does a fork of that
    it = fork(read, take, HOUR)
    assert it.forked.rivals == 2
    alone = Alone(read.scenario, it, "desk", 60.0, None, True, Keep(tmp_path / "fork", TOWNS))
    assert alone.keep
    again = alone.sit("en")
    assert [*again.rivals] == [*found]
    assert {world.now for world in again.rivals.values()} == {HOUR}
    # But what is hosted has none, and that is said
    left = call(fork_command(), tmp_path / "kept", "--at", "1h", "--to", tmp_path / "hosted")
    assert "The rivals, which bots played, are not in it." in left.err
    assert [it.rivals for it in recorded(tmp_path / "hosted").forked.values()] == [0]


def test_a_session_of_several_knows_of_no_rivals(tmp_path: Path):
    read = recorded(rich(tmp_path / "rich"))
    assert rivals(read, read.take("north")) == {}
