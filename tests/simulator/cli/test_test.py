"""`kulla test` plays the tests beside a scenario and tells what failed, and what was reached."""

import json
from xml.etree import ElementTree as Xml

import pytest

from simulator.cli import progress
from simulator.cli.test import command
from tests.simulator.authoring.trying.harbour import written
from tests.simulator.cli.harbour import call

TESTS = """\
- test: The office cuts it off
  then:
  - {outcome: held}
- test: Nobody does anything
  bots: silent
  then:
  - {inject: alarm, by: 1h}
  - {at: 2h, holds: {asset: mail, encrypted: {below: 50}}}
"""


@pytest.fixture
def harbour(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    written(tmp_path, TESTS)
    return "."


def test_a_failure_tells_line_expectation_what_was_and_what_happened(harbour):
    left = call(command, harbour)
    assert left.code == 1
    assert left.out.splitlines() == [
        "tests/a.yaml",
        "  ok    The office cuts it off",
        "  FAIL  Nobody does anything",
        "",
        "FAIL  Nobody does anything",
        "tests/a.yaml:8:5: expected: at T+02:00 the share of Mail that is encrypted is below 50 %",
        "     8 |   - {at: 2h, holds: {asset: mail, encrypted: {below: 50}}}",
        "       |     ^",
        "  but: Mail 66.67 % encrypted",
        "  around T+02:00, with seed 0:",
        "    T+00:00 Fri 18:00  control    STARTEX",
        "    T+01:00 Fri 19:00  inject     Phone call → Harbour office  Night watch: "
        "Something moved",
        "    T+01:00 Fri 19:00  decision   Harbour office: To decide by Fri 19:30: Cut it off?",
        "    T+01:30 Fri 19:30  decision   Harbour office: Not decided in time: Cut it off? → Wait",
        "    T+01:30 Fri 19:30  asset      2 hosts of Mail encrypted",
        "    T+01:30 Fri 19:30  asset      Service: Mail 100 → 33 %",
        "    T+03:00 Fri 21:00  module     Discussion opens: Morning round",
        "    T+04:00 Fri 22:00  inject     Chat → Harbour office  Night watch: All is calm",
        "    T+06:00 Sat 00:00  control    ENDEX: It is lost",
        "",
        "2 tests in 2 runs: 1 passed, 1 failed",
    ]


def test_only_some_are_played_and_the_whole_run_is_told_if_wanted(harbour):
    assert call(command, harbour, "--only", "OFFICE").code == 0
    assert "Nobody does anything" not in call(command, harbour, "--only", "office").out
    assert call(command, harbour, "--only", "nothing of the kind").code == 2
    assert "ENDEX" in call(command, harbour, "-v").out
    assert call(command, "tests/a.yaml").code == 1


def test_coverage_is_told_by_kind_and_what_was_never_reached_with_its_place(harbour):
    left = call(command, harbour, "--only", "office", "--cover", "--fail-under", "80")
    assert left.code == 1
    assert ["options", "chosen", "1", "of", "2", "50", "%"] in map(str.split, left.out.splitlines())
    assert "scenario.yaml:32:11: never reached: option alarm/wait" in left.out
    assert "scenario.yaml:18:3: never reached: report warning" in left.out
    assert left.err == "55.6 % was reached, less than 80 %\n"
    assert call(command, harbour, "--only", "office", "--fail-under", "50").code == 0


def test_programs_are_told_the_same(harbour, tmp_path):
    (suite,) = call(command, harbour, "--format", "json", "--cover", "--runs", "2").data
    first, second = suite["tests"]
    assert (first["passed"], second["failures"][0]["line"]) == (True, 8)
    assert suite["coverage"]["runs"] == 10
    tree = Xml.fromstring(call(command, harbour, "--format", "junit").out)
    cases = {case.get("name"): case for case in tree.iter("testcase")}
    assert "Mail 66.67 % encrypted" in cases["Nobody does anything"].findtext("failure", "")
    assert [suite.get("failures") for suite in tree] == ["1"]


def test_a_layer_is_written_for_the_navigator(harbour, tmp_path):
    call(command, harbour, "--navigator", tmp_path / "layer.json")
    layer = json.loads((tmp_path / "layer.json").read_text("utf-8"))
    assert (layer["versions"]["layer"], layer["domain"]) == ("4.5", "enterprise-attack")
    assert layer["layout"]["expandedSubtechniques"] == "annotated", "else they are folded away"


def test_who_waits_for_long_is_told_which_test_is_played(harbour, monkeypatch, capsys):
    monkeypatch.setattr(progress, "PATIENCE", -1)
    monkeypatch.setattr("sys.stderr.isatty", lambda: True, raising=False)
    code = command.main([str(harbour), "--cover", "--runs", "1"], standalone_mode=False)
    told = capsys.readouterr().err.split("\r\x1b[K")
    assert told[1].startswith("Playing test 1 of ")
    assert told[-2:] == ["Letting bots play: 4 of 4 runs", ""]
    assert code in (0, 1)


def test_names_of_files_may_be_anything(harbour, tmp_path):
    (tmp_path / "tests" / "a.yaml").rename(tmp_path / "tests" / "b\udcff\x1b[31m<\x01.yaml")
    for form in ("text", "json", "junit"):
        left = call(command, harbour, "--format", form)
        assert left.code == 1
        assert not {"\udcff", "\x1b", "\x01"} & {*left.out}
    assert len([*Xml.fromstring(left.out).iter("testcase")]) == 2


def test_one_file_is_named_from_its_own_folder(harbour, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path / "tests")
    assert call(command, "a.yaml").out.splitlines()[-1].startswith("2 tests in 2 runs")


@pytest.mark.parametrize(
    ("file", "text", "words"),
    [
        ("tests/a.yaml", "- test: One\n", "tests/a.yaml:1:3: F02 'then' is missing"),
        ("scenario.yaml", "kulla: 2\n", "scenario.yaml:1:8: F05"),
    ],
)
def test_mistakes_leave_with_3(harbour, tmp_path, file, text, words):
    (tmp_path / file).write_text(text, "utf-8")
    left = call(command, harbour)
    assert left.code == 3
    assert words in left.err


def test_what_is_not_there_leaves_with_3_and_no_tests_with_2(harbour, tmp_path):
    assert call(command, "nowhere").code == 3
    (tmp_path / "tests/a.yaml").unlink()
    assert call(command, harbour).code == 2
    assert call(command, harbour, "--cover", "--runs", "1").code == 0
