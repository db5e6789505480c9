"""Four blue teams beside each other: a host, a player of each, a facilitator, each a process."""

import json
import os
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from simulator.cli.verify import command as verify_command
from tests.simulator.cli.harbour import call
from tests.simulator.session.programs import GUARD, HOST, Programs
from tests.simulator.session.test_many_processes import ROBOT, Robot

TOWNS = Path(__file__).parents[2] / "scenarios" / "two-towns"
LARGE = pytest.mark.skipif("SOAK" not in os.environ, reason="takes ten seconds and more")
GAMES = (
    pytest.param(str(TOWNS), ("north", "harrow-bay", "east", "west"), "desk", 8_000, id="small"),
    pytest.param(
        "cyber-yankee-2025", ("harrow-bay", "granite", "penmarsh", "whitcombe"), "captain", 20_000,
        id="large", marks=LARGE,
    ),
)  # fmt: skip


@pytest.mark.parametrize(("scenario", "sides", "seat", "pace"), GAMES)
def test_four_teams_play_their_sides_to_the_end_with_a_live_board(
    programs: Programs, tmp_path: Path, scenario: str, sides: tuple[str, ...], seat: str, pace: int
):
    # Given a host with four of the scenario's sides, and a program for each invitation
    host = Robot(programs.start(
        [*HOST, scenario, "--session", "session", "--teams", "4", "--seats", seat,
         "--pace", str(pace), "--seed", "5"],
        tmp_path,
    ))  # fmt: skip
    invitations = dict(host.says().split("\t") for _ in range(1 + len(sides)))
    assert set(invitations) == {"control-1", *(f"{side}.{seat}-1" for side in sides)}
    robots = {}
    for name, invitation in invitations.items():
        robots[name] = Robot(programs.start([sys.executable, str(ROBOT)], tmp_path))
        robots[name].order(invitation)
    assert {robot.says() for robot in robots.values()} == {"here"}
    control = robots.pop("control-1")

    # When control starts the exercise, and all play it to ENDEX
    control.order("start")
    with ThreadPoolExecutor(len(robots)) as readers:
        told = list(readers.map(Robot.tells, robots.values()))
    control.order("close")
    led = control.tells()

    # Then each team has seen its own end, and what it asked was answered
    assert all(one["over"] for one in told)
    assert all("done" in one["asked"].values() for one in told)
    assert not any("" in one["asked"].values() for one in told)

    # And the board went with the teams, from before they had done anything to the end
    first, *_between, last = led["boards"]
    assert set(first) == set(last) == set(sides)
    assert len(led["boards"]) > 2
    assert any(last[side] > first[side] for side in sides)

    # And what was kept can be trusted
    assert all(robot.program.wait(GUARD) == 0 for robot in (host, control, *robots.values()))
    header = json.loads((tmp_path / "session" / "journal.jsonl").read_text().splitlines()[0])
    assert header["teams"] == list(sides)
    assert call(verify_command, tmp_path / "session").code == 0
