"""The report of a recorded session, kept as a trainer reads it and as a program does.

`pytest tests/simulator/review/report --update-golden` writes both anew.
"""

import json
import subprocess
import sys
from hashlib import sha256
from pathlib import Path
from typing import Final

import pytest

from simulator.cli.reported import Wanted, files
from simulator.review.report.notes import NONE
from tests.simulator.review.report.found import folder, of

KEPT: Final = Path(__file__).parent / "golden"
ALL: Final = Wanted(xlsx=True, personal=True)
IN_ANOTHER_PROCESS: Final = """
import json, sys
from hashlib import sha256
from pathlib import Path
from simulator.cli.reported import Wanted, files
from simulator.review.found import findings
from simulator.review.reading import recorded
from simulator.review.report.notes import NONE
path = Path(sys.argv[1])
written = files(findings(recorded(path), path, "en"), NONE, Wanted(xlsx=True, personal=True))
print(json.dumps({file.name: sha256(file.raw).hexdigest() for file in written}))
"""


@pytest.mark.parametrize("name", ["report.md", "report.json", "brief.md"])
def test_the_report_of_the_control_room_reads_as_it_did(name: str, pytestconfig: pytest.Config):
    [told] = [file.raw for file in files(of("control-room"), NONE, Wanted()) if file.name == name]
    kept = KEPT / name.replace("report", "control-room").replace("brief", "control-room-brief")
    if pytestconfig.getoption("--update-golden"):
        kept.write_bytes(told)
    assert told.decode() == kept.read_text("utf-8")


def test_the_same_session_is_the_same_files_to_the_byte():
    here = {
        file.name: sha256(file.raw).hexdigest() for file in files(of("control-room"), NONE, ALL)
    }
    done = subprocess.run(
        [sys.executable, "-c", IN_ANOTHER_PROCESS, str(folder("control-room"))],
        env={"PYTHONHASHSEED": "42"}, cwd=Path(__file__).parents[4], capture_output=True,
        text=True, check=True,
    )  # fmt: skip
    assert json.loads(done.stdout) == here
    assert {"report.html", "brief.html", "report.xlsx", "csv/msel.csv"} <= {*here}
