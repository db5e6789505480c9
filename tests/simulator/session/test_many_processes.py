"""A whole session of programs: a host, twelve players, a facilitator, each a process."""

import json
import subprocess
import sys
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, NamedTuple

from simulator.cli.verify import command as verify_command
from simulator.session.journal.reading import read
from tests.simulator.cli.harbour import call
from tests.simulator.session.programs import GUARD, HOST, Programs

ROBOT = Path(__file__).with_name("robot.py")
SEATS = {
    "akshi": 3, "akcesk": 3, "csmu": 1, "interior": 1, "prime-minister": 1, "nato": 1,
    "vendor": 1, "media": 1,
}  # fmt: skip
PACE = 100_000


class Robot(NamedTuple):
    program: subprocess.Popen[str]

    def order(self, text: str) -> None:
        assert self.program.stdin is not None
        self.program.stdin.write(f"{text}\n")
        self.program.stdin.flush()

    def says(self) -> str:
        assert self.program.stdout is not None
        return self.program.stdout.readline().strip()

    def tells(self) -> dict[str, Any]:
        return json.loads(self.says())


def test_twelve_players_and_a_facilitator_play_wiper_2022_to_its_end(
    programs: Programs, tmp_path: Path
):
    # Given a host, and a program for each invitation that it prints
    seats = ",".join(f"{role}={people}" for role, people in SEATS.items())
    host = Robot(programs.start(
        [*HOST, "wiper-2022", "--session", "session", "--seats", seats,
         "--pace", str(PACE), "--seed", "3"],
        tmp_path,
    ))  # fmt: skip
    invitations = dict(host.says().split("\t") for _ in range(1 + sum(SEATS.values())))
    robots = {}
    for seat, invitation in invitations.items():
        robots[seat] = Robot(programs.start([sys.executable, str(ROBOT)], tmp_path))
        robots[seat].order(invitation)
    assert {robot.says() for robot in robots.values()} == {"here"}
    control, players = robots["control-1"], [robots[seat] for seat in robots if seat != "control-1"]

    # When control starts the exercise, and all play it to ENDEX
    control.order("start")
    with ThreadPoolExecutor(len(players)) as readers:
        told = list(readers.map(Robot.tells, players))
    control.order("close")
    told.append(control.tells())

    # Then everybody saw the end, and everything that was asked was answered
    assert len(told) == 13
    assert all(one["over"] for one in told if one["seat"] != "control-1")
    answers = [answer for one in told for answer in one["asked"].values()]
    assert "" not in answers
    assert answers.count("done") > 13
    assert all(robot.program.wait(GUARD) == 0 for robot in (host, *robots.values()))

    # And the journal holds each ask once, and all that it holds can be trusted
    written = read(tmp_path / "session" / "journal.jsonl")
    asked = Counter(
        record.draft.body["id"] for record in written.records if "id" in record.draft.body
    )
    assert set(asked.values()) == {1}
    assert {id for one in told for id in one["asked"]} == set(asked)
    staffed = {record.draft.by.rpartition("-")[0] for record in written.records if record.draft.by}
    assert staffed == {*SEATS, "control"}
    assert call(verify_command, tmp_path / "session").code == 0
