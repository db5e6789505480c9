"""What docs/reviewing.md tells is carried out on the session that it is about."""

import re
import shlex
import shutil
from functools import cache
from pathlib import Path

import pytest
from click.testing import CliRunner

from docs import friday, recorded, report
from simulator.cli import report as reporting
from simulator.cli.exits import FINE
from simulator.review.reading import recorded as read
from tests.test_docs import KULLA, ROOT, TEXT, blocks, pattern, shell, shown
from tui.cli import kulla

REVIEWING = "docs/reviewing.md"
ANYTHING = "...\n"
SESSION = Path("docs", "recorded", "friday-night")


def contents(folder: Path) -> dict[Path, bytes]:
    return {it.relative_to(folder): it.read_bytes() for it in folder.rglob("*") if it.is_file()}


def only_at_a_terminal(name: str, arguments: list[str]) -> bool:
    alone = name == "fork" and "--to" not in arguments
    return alone or (name == "replay" and not {"--plain", "--format"} & {*arguments})


def obey(command: str, output: str) -> None:
    """Do in this process what a shell would do, and compare what it says."""
    if command.startswith("printf "):  # what is read from a pipe is read by a program of its own
        assert re.fullmatch(pattern(output), shell(command, Path.cwd()).stdout), command
        return
    _, name, *arguments = shlex.split(command)
    if only_at_a_terminal(name, arguments):
        KULLA[name].make_context(name, arguments)
        return
    made = CliRunner().invoke(kulla, [name, *arguments], standalone_mode=False)
    assert made.exception is None, (command, made.exception)
    assert made.return_value == FINE, (command, made.output)
    assert re.fullmatch(pattern(output), made.output), f"{command}\n{made.output}"


def test_who_follows_the_document_reviews_the_session(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(reporting, "recorded", cache(read))  # once for its three reports
    shutil.copytree(ROOT / SESSION, SESSION)
    for block in blocks(REVIEWING, "sh", "console"):
        for command, output in shown(block):
            obey(command, output)
    # What the document says of it is so
    assert contents(SESSION) == contents(ROOT / SESSION)
    told = Path("review", "report.md").read_text("utf-8")
    assert "both rated 8 items and agreed on 5. Cohen's kappa is 0.35" in told
    assert "5 of 6 actions" in Path("next-review", "report.md").read_text("utf-8")
    # And the exercise's tests, which are checks of the plan, go along wherever it goes
    for copy in ("again", "next", "shared"):
        assert contents(Path(copy, "scenario")) == contents(SESSION / "scenario")
    # And nobody is named where codes are wanted
    files = contents(Path("review", "pseudonyms"))
    for _, _, name in friday.PEOPLE.values():
        assert [file for file, raw in files.items() if name.encode() in raw] == []


def test_the_session_is_the_one_that_its_script_writes(tmp_path: Path):
    recorded.write(tmp_path / "again", ROOT / SESSION / "scenario")
    assert contents(tmp_path / "again") == contents(ROOT / SESSION), "make docs writes it anew"


def test_the_session_has_all_that_a_review_tells_of():
    session = read(ROOT / SESSION)
    book, takes = session.session.notebook, session.takes[recorded.TEAM]
    assert len(takes) == 2
    assert takes[0].until == friday.BROKEN_OFF
    assert {mark for note in book.notes for mark in note.marks} == {"hot-wash", "urgent", "promise"}
    ratings = session.ratings(takes[-1])
    raters = {row.by for row in ratings.ratings if row.task}
    assert raters == {friday.PEOPLE[who][2] for who in ("vesa", "ilir")}
    assert [row.grade for row in ratings.set_aside] == ["S"]
    assert {row.element for row in book.plan} == {
        "planning", "organisation", "equipment", "training", "exercises",
    }  # fmt: skip
    assert all(row.check for row in book.plan)
    assert [row.by for row in book.feedback].count("") == 1


def test_the_page_on_report_json_is_written_as_the_findings_are():
    assert TEXT["docs/report.md"] == report.page(), "make docs writes it anew"
    assert "|  |" not in report.page()
