"""Every mistake in a file of tests is told at its place, in the words of the format."""

import pytest

from simulator.authoring.trying import problems_in
from simulator.authoring.trying.places import files_of, scenario_of
from simulator.scenario import load
from tests.simulator.authoring.trying.harbour import read, read_beside, written
from tests.simulator.cli.harbour import HARBOUR

DEEDS = "decision, consent, order, report, fire, skip, command"
WRONG = [
    ("given: [{decision: alrm, choose: cut}]", "alrm", "R01", "did you mean 'alarm'?"),
    ("given: [{decision: alarm, chose: cut}]", "chose", "F01", "did you mean 'choose'?"),
    ("given: [{decision: alarm, choose: cud}]", "cud", "R03", "did you mean 'cut'?"),
    ("given: [{decision: alarm}]", "{", "S05", "say which option they choose"),
    ("given: [{order: cut-off}]", "{", "S02", "say at what time, or when"),
    ("given: [{at: 1h, after: 1h, order: cut-off}]", "{", "S02", "not both"),
    ("given: [{at: 5, order: cut-off}]", "5", "V02", "a duration carries its units"),
    ("given: [{at: 5m, order: cut-off, target: mail}]", "mail", "R05", "no target of the action"),
    ("given: [{at: 5m, order: cut-off, by: council}]", "council", "S04", "it is for office"),
    ("given: [{consent: cut-off}]", "cut-off", "S04", "needs nobody's consent"),
    ("given: [{consent: cut-of}]", "cut-of", "R01", "did you mean 'cut-off'?"),
    ("given: [{at: 5m, report: warning, fields: {wat: x}}]", "{wat", "R01", "mean 'what'?"),
    ("given: [{ordr: cut-off}]", "{", "F03", f"one of {DEEDS} should begin this deed, not 'ordr'"),
    ("given: [{at: 1h, command: {mesage: hi}}]", "{mesage", "S01", "a command is one of"),
    ("given: [{at: 1h, command: {conclude: , reason: 3}}]", "3", "F04", "the reason"),
    ("given: [{at: 1h, order: cut-off, by: }]", "}", "F04", "nothing stands here"),
    ("with: spare", "spare", "R01", "did you mean 'spares'?"),
    ("level: hard", "hard", "S07", "no level 'hard' (it has none)"),
    ("side: north", "north", "S07", "no side 'north' (it has none)"),
    ("seeds: none", "none", "S03", "seeds are a number of them"),
    ("seeds: [1, -1]", "[", "S03", "seeds are a number of them"),
    ("bots: doctrin", "doctrin", "F05", "did you mean 'doctrine'?"),
    ("sead: 3", "sead", "F01", "did you mean 'seed'?"),
]


@pytest.mark.parametrize(("line", "place", "code", "words"), WRONG)
def test_a_mistake_has_its_place(tmp_path, line, place, code, words):
    file, _ = read(tmp_path, f"- test: One\n  {line}\n  then: [{{inject: alarm}}]\n")
    (problem,) = file.problems
    assert (problem.line, problem.code) == (2, code)
    assert problem.column == f"  {line}".index(place) + 1
    assert words in problem.sentence


@pytest.mark.parametrize(
    ("hope", "code"),
    [
        ("{nevr: {inject: alarm}}", "F03"),
        ("{holds: {gauge: trust}}", "C03"),
        ("{holds: {gauge: trust, above: 5}, at: ende}", "V02"),
        ("{inject: alarm, in: 120%}", "V06"),
        ("{objective: sail}", "S05"),
        ("{outcome: won}", "R01"),
        ("{ever: {inject: alrm}}", "R01"),
        ("alarm", "F03"),
    ],
)
def test_so_has_one_in_what_is_expected(tmp_path, hope, code):
    file, _ = read(tmp_path, f"- test: One\n  then:\n  - {hope}\n")
    assert [(problem.line, problem.code) for problem in file.problems] == [(3, code)]


def test_all_mistakes_of_a_file_are_told_and_what_is_right_is_read(tmp_path):
    file, _ = read(tmp_path, """\
    - test: One
    - test: Two
      then: [{inject: alarm}]
    - test: Two
      then: [{inject: alarm}]
    - Three
    """)  # fmt: skip
    told = [(problem.line, problem.code) for problem in file.problems]
    assert told == [(1, "F02"), (4, "S06"), (6, "F04")]
    assert [one.story.test for one in file.told] == ["Two", "Two"]


def test_a_file_that_is_no_list_says_so(tmp_path):
    file, _ = read(tmp_path, "test: One\n")
    assert [problem.code for problem in file.problems] == ["F04"]


def test_tests_stand_in_a_folder_or_beside_a_file_and_are_no_injects(tmp_path):
    folder = written(tmp_path, "- test: One\n")
    single = tmp_path / "quay.yaml"
    single.write_text((folder / "scenario.yaml").read_text("utf-8"), "utf-8")
    beside = tmp_path / "quay.tests.yaml"
    assert files_of(single) == []
    beside.write_text("- test: One\n", "utf-8")
    assert files_of(folder) == files_of(folder / "scenario.yaml") == [folder / "tests/a.yaml"]
    assert files_of(single) == [beside]
    assert scenario_of(beside) == single
    assert scenario_of(folder / "tests" / "a.yaml") == folder
    assert scenario_of(folder / "scenario.yaml") is None
    assert [problem.code for problem in problems_in(folder, load(folder))] == ["F02"]


def test_a_file_that_nobody_reads_for_its_name_is_told(tmp_path):
    folder = written(tmp_path, "- test: One\n")
    (folder / "tests/a.yaml").rename(folder / "tests/a.yml")
    (problem,) = problems_in(folder, load(folder))
    assert (problem.code, problem.sentence) == ("F19", "this file is not read; name it 'a.yaml'")


def test_a_test_at_a_level_may_name_the_hints_that_are_sent_there(tmp_path):
    levels = "levels: {mild: {hints: 50%}}\n"
    path = tmp_path / "scenario.yaml"
    path.write_text(HARBOUR.replace("    decision:", "    hint: Ask.\n    decision:", 1) + levels)
    tests = """
        - test: There is one
          level: mild
          then: [{inject: hint-alarm}]
        - test: There is none
          then: [{inject: hint-alarm}]
        """
    file, _ = read_beside(tmp_path, path, tests)
    assert [(problem.line, problem.code) for problem in file.problems] == [(6, "R01")]
