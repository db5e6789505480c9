"""What `kulla report` writes, and what it says where it can't."""

import json
import shutil
import sys
from hashlib import sha256
from pathlib import Path

import pytest

from simulator.cli import exits, report
from simulator.session.journal.lock import Lock
from tests.simulator.cli.harbour import Left, call, no_session
from tests.simulator.review.report.found import folder, played
from tests.simulator.session.journal.scribe import Scribe

FILES = {
    "report.html", "report.md", "brief.html", "brief.md", "report.json", "csv/msel.csv",
    "csv/decisions.csv", "csv/events.csv", "csv/plan.csv", "navigator/enterprise.json", "notes.md",
    "SHA256SUMS",
}  # fmt: skip


@pytest.fixture
def session(tmp_path: Path) -> Path:
    return shutil.copytree(folder("control-room"), tmp_path / "session")


def reported(session: Path, *more: object) -> Left:
    return call(report.command, session, *more)


def written(where: Path) -> dict[str, bytes]:
    files = sorted(path for path in where.rglob("*") if path.is_file())
    return {path.relative_to(where).as_posix(): path.read_bytes() for path in files}


def test_a_report_stands_beside_its_session_and_is_the_same_again(session: Path):
    journal = sha256((session / "journal.jsonl").read_bytes())
    left = reported(session)
    first = written(session / "report")
    assert (left.code, left.err) == (exits.FINE, "")
    assert {*first} == FILES
    assert f"Edit {session / 'report' / 'notes.md'}" in left.out
    assert len(left.out.splitlines()) == 3

    # made again while a host holds the session, it is the same, and the session is as it was
    held = Lock(session, "now")
    assert reported(session).code == exits.FINE
    held.release()
    assert written(session / "report") == first
    assert sha256((session / "journal.jsonl").read_bytes()).digest() == journal.digest()


def test_what_people_write_is_kept_and_stands_in_the_report(session: Path, tmp_path: Path):
    out = tmp_path / "deep" / "out"
    assert reported(session, "--to", out).code == exits.FINE
    notes = out / "notes.md"
    own = notes.read_text("utf-8").replace("# Recommendations", "# Recommendations\n\nBuy a lamp.")
    notes.write_text(f"{own}\n# Root causes\n\nMany.\n", "utf-8")
    before = notes.read_bytes()

    left = reported(session, "--to", out)

    assert left.err == "“Root causes” in notes.md is no part of a report and was left out.\n"
    assert notes.read_bytes() == before
    assert "Buy a lamp." in (out / "report.md").read_text("utf-8")
    assert "Many." not in (out / "report.md").read_text("utf-8")


def test_with_pseudonyms_no_name_is_in_any_byte(session: Path):
    # given a report with names that was made in that very folder before
    before = reported(session, "--personal", "--to", session / "report" / "pseudonyms")
    assert before.code == exits.FINE
    (session / "report" / "pseudonyms" / "notes.md").unlink()
    left = reported(session, "--pseudonyms", "--personal", "--lang", "sq")
    assert left.code == exits.FINE
    assert "Of an earlier report, and so taken away: personal/ (1 file)\n" in left.out
    assert "Give that folder away alone" in left.out
    names = [person.name.encode() for person in played("control-room").people]
    files = written(session / "report" / "pseudonyms")
    assert "personal/p-03-watch.html" in files
    assert b"Besa Hoxha" in names
    for name, raw in files.items():
        assert not [one for one in names if one in raw], name


def test_an_earlier_take_and_one_team_can_be_chosen(session: Path):
    left = reported(session, "--take", 1, "--team", "team", "--personal")
    assert left.err.startswith("The exercise has not ended; personal pages tell")
    told = json.loads((session / "report" / "report.json").read_text("utf-8"))
    assert [team["take"] for team in told["findings"]["teams"]] == [1]


def test_what_became_of_the_plan_of_an_earlier_session_is_told(session: Path):
    assert reported(session, "--since", folder("control-room")).code == exits.FINE
    assert "What became of the last plan" in (session / "report" / "report.md").read_text("utf-8")


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (("--team", "nobody"), "There is no team nobody; there are: team."),
        (("--take", 3), "team has no take 3; it has 2 takes."),
    ],
)
def test_what_is_not_there_is_named(session: Path, asked: tuple[object, ...], said: str):
    left = reported(session, *asked)
    assert (left.code, left.err) == (exits.USAGE, said)
    assert not (session / "report").exists()


def test_a_session_that_never_began_has_nothing_to_report(tmp_path: Path):
    scribe = Scribe.begin(tmp_path / "session")
    scribe.close()
    left = reported(tmp_path / "session")
    assert left.code == exits.BAD_SESSION
    assert left.err == f"{tmp_path / 'session'} was never started, so there is nothing to report."


def test_a_folder_without_a_session_is_named(tmp_path: Path):
    left = reported(tmp_path)
    assert left.code == exits.BAD_SESSION
    assert left.err == no_session(tmp_path)


def test_notes_that_can_not_be_read_are_named(session: Path):
    (session / "report").mkdir()
    (session / "report" / "notes.md").write_bytes(b"# Strengths\n\xff\n")
    left = reported(session)
    assert left.err == f"{session / 'report' / 'notes.md'} is not written in UTF-8."


@pytest.mark.parametrize(("extra", "missing"), [("pdf", "typst"), ("xlsx", "xlsxwriter")])
def test_without_an_extra_it_says_what_to_install(
    session: Path, monkeypatch: pytest.MonkeyPatch, extra: str, missing: str
):
    monkeypatch.setitem(sys.modules, missing, None)
    left = reported(session, f"--{extra}")
    assert left.code == exits.FINDINGS
    assert f"kulla[{extra}]" in left.err


def test_a_workbook_is_written_where_it_is_wished(session: Path):
    assert reported(session, "--xlsx").code == exits.FINE
    assert (session / "report" / "report.xlsx").read_bytes().startswith(b"PK")


def test_a_folder_that_can_not_be_made_is_named(session: Path, tmp_path: Path):
    (tmp_path / "file").write_text("")
    left = reported(session, "--to", tmp_path / "file" / "out")
    assert "can't be used" in left.err


def test_the_schema_of_the_document_is_printed():
    left = call(report.command, "--schema")
    assert json.loads(left.out)["title"] == "What a session of Kulla showed"
