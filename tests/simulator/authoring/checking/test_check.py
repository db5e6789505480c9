"""All that is told of one scenario: its mistakes, or else the findings of every family."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from simulator.authoring import quality
from simulator.authoring.checking import check as checking
from simulator.authoring.checking.check import checked
from simulator.authoring.checking.codes import CODES, Code, chosen, needs_play
from simulator.rehearsal.rehearsing import Rehearsal
from simulator.scenario import Scenario
from simulator.scenario.finding import Finding
from tests.simulator.authoring.checking.small import written

INJECT = "- {id: %s, at: 1h, to: watch, channel: phone, from: Desk, title: %s, text: Well.}\n"


@pytest.fixture(autouse=True)
def families(monkeypatch: pytest.MonkeyPatch) -> None:
    """A family that warns of every inject and template, and one that advises on all after play."""

    def of_injects(scenario: Scenario) -> Iterator[Finding]:
        for number, inject in enumerate(scenario.injects):
            yield Finding(("injects", number, "title"), "L90", f"an inject {inject.id}")
        for name in scenario.templates:
            yield Finding(("templates", name), "L90", f"a template {name}", key=True)

    def of_play(rehearsal: Rehearsal) -> Iterator[Finding]:
        yield Finding(("length",), "Q91", "it was played")

    monkeypatch.setattr(checking, "FAMILIES", (of_injects,))
    monkeypatch.setattr(quality, "found_in_play", of_play)
    monkeypatch.setitem(CODES, "L90", Code("L90", "logic", "warning", "what is sent"))
    monkeypatch.setitem(CODES, "Q91", Code("Q91", "quality", "advice", "what was played"))


def told(folder: Path, *, played: bool = False) -> list[str]:
    return [str(p).removeprefix(f"{folder}/") for p in checked(folder, played=played).problems]


def test_findings_of_all_files_come_together_in_their_order(tmp_path: Path):
    folder = written(tmp_path, "length: 3h\n", b=INJECT % ("b", "B"), a=INJECT % ("a", "A"))
    assert told(folder, played=True) == [
        "injects/a.yaml:1:65: L90 an inject a",
        "injects/b.yaml:1:65: L90 an inject b",
        "scenario.yaml:1:9: Q91 it was played",
        "scenario.yaml:15:10: L90 an inject hello",
    ]


def test_each_file_has_its_own_comments(tmp_path: Path):
    heard = "# kulla: ignore-file[L90]\n" + INJECT % ("a", "A")
    folder = written(tmp_path, "title: X # kulla: ignore[Q91]\n", a=heard, b=INJECT % ("b", "B"))
    assert told(folder)[:1] == ["injects/b.yaml:1:65: L90 an inject b"]
    assert len(told(folder)) == 2
    assert "scenario.yaml:1:26: X01 no Q91 is found here; delete this" in told(folder, played=True)


def test_what_has_mistakes_is_not_looked_at_further(tmp_path: Path):
    folder = written(tmp_path, "lenght: 3h\n", a="- {id: a, to: watch} # kulla: ignore[L9]\n")
    assert {problem.code for problem in checked(folder).problems} == {"F01", "L09"}


def test_what_stands_in_a_library_is_not_for_the_author_to_mend(tmp_path: Path):
    folder = written(tmp_path, "include: [kulla:channels]\ntemplates: {own: {channel: phone}}\n")
    assert checked(folder, played=False).scenario is not None
    assert [line for line in told(folder) if "template" in line] == [
        "scenario.yaml:2:13: L90 a template own"
    ]


def test_mistakes_in_the_tests_of_a_scenario_are_told_with_the_rest(tmp_path: Path):
    folder = written(tmp_path)
    (folder / "tests").mkdir()
    (folder / "tests" / "a.yaml").write_text("- tset: x\n")
    assert any(line.startswith("tests/a.yaml:1:3: F01 unknown key 'tset'") for line in told(folder))
    assert any("L90" in line for line in told(folder))


def test_codes_are_chosen_by_their_beginnings():
    assert chosen("L90") == {"L90"}
    assert chosen(" l90,q91, ") == {"L90", "Q91"}
    assert chosen("Y") == {code for code in CODES if code.startswith("Y")}
    assert chosen("") == frozenset()
    with pytest.raises(LookupError, match="LL"):
        chosen("L,LL")


def test_only_the_last_of_quality_need_play():
    assert [code for code in ("Q01", "Q39", "Q40", "Q91", "R40", "Y40") if needs_play(code)] == [
        "Q40", "Q91",
    ]  # fmt: skip


def test_what_was_found_impossible_is_not_told_again_for_never_coming(tmp_path, monkeypatch):
    def in_play(rehearsal: Rehearsal) -> Iterator[Finding]:
        for number, _ in enumerate(rehearsal.scenario.injects):
            yield Finding(("injects", number), "Q40", "never sent", key=True)

    def in_logic(scenario: Scenario) -> Iterator[Finding]:
        yield Finding(("injects", 0, "title"), "L31", "it can't be")

    monkeypatch.setattr(quality, "found_in_play", in_play)
    monkeypatch.setattr(checking, "FAMILIES", (in_logic,))
    lines = told(written(tmp_path, "pace: 60\n", a=INJECT % ("a", "A")), played=True)
    assert [line.split()[1] for line in lines] == ["Q40", "L31"]
    assert lines[0].startswith("injects/a.yaml:1:3:")
