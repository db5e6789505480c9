"""What `--fix` mends, and what it leaves to its author."""

from collections.abc import Callable
from pathlib import Path

import pytest

from simulator.authoring.checking.check import checked
from simulator.authoring.fixing import mended, mends
from simulator.scenario.problem import Problem
from tests.simulator.scenario.small import put, whole


@pytest.fixture
def mend(tmp_path: Path) -> Callable[[str], tuple[list[str], str]]:
    """The codes that were mended in a small scenario with this text, and the text after it."""

    def mend_it(text: str) -> tuple[list[str], str]:
        main = put(tmp_path, {"scenario.yaml": whole(text)}) / "scenario.yaml"
        gone = mended(lambda: checked(tmp_path, played=False).problems, lambda file: True)
        return [problem.code for problem in gone], main.read_text("utf-8")

    return mend_it


@pytest.mark.parametrize(
    ("wrong", "right", "code"),
    [
        ("gauges: {calm: {title: C, strat: 5}}", "gauges: {calm: {title: C, start: 5}}", "F01"),
        ("difficulty: introductry", "difficulty: introductory", "F05"),
        ("teaches: yes # it does", "teaches: true # it does", "F04"),
        ("teaches: 'true'", "teaches: true", "F04"),
        ("pace: '60'", "pace: 60", "F04"),
        ("modules: {m: {title: M, situation: S, at: 1 hour 30 min}}",
         "modules: {m: {title: M, situation: S, at: 1h30m}}", "V02"),
        ("notes: one\u200btwo", "notes: onetwo", "Y05"),
    ],
)  # fmt: skip
def test_a_slip_is_mended_and_nothing_around_it(mend, wrong: str, right: str, code: str):
    codes, text = mend(f"# before\n{wrong}\n# behind\n")
    assert codes == [code]
    assert text == whole(f"# before\n{right}\n# behind\n")


@pytest.mark.parametrize(
    "wrong",
    [
        "pace: sixty",
        "modules: {m: {title: M, situation: S, at: 90}}",
        "modules: {m: {title: M, situation: S, at: 30m 1h}}",
        "injects: [{id: a, at: 1h, …, to: wathc}]",
        "capabilities: {c: {title: C, has: true, then: [{gauge: x, add: 1, chance: 0.4}]}}",
    ],
)
def test_what_could_mean_two_things_is_left_to_the_author(mend, wrong: str):
    """A name of the author's own may be another's by chance; the words of the format may not."""
    codes, text = mend(wrong)
    assert codes == []
    assert text == whole(wrong.replace("…", "to: watch")) or "…" not in text


def test_a_technique_that_was_revoked_becomes_the_one_in_its_place(mend):
    codes, text = mend(
        "adversary: {name: N, modelled_on: M, steps: [{id: s, title: S, technique: T1193}]}"
    )
    assert "R31" in codes
    assert "technique: T1566.001}" in text


def test_an_ignore_of_nothing_goes_away_with_its_line_and_leaves_others(mend):
    codes, text = mend("# kulla: ignore[L30]\nnotes: A note\npace: 60 # kulla: ignore[L31]\n")
    assert codes == ["X01", "X01"]
    assert "ignore" not in text
    assert "\nnotes: A note\npace: 60\n" in text


def test_mistakes_that_hide_others_are_mended_in_rounds(mend):
    codes, text = mend("difficulty: introductry\nadversary: {name: N, modelled_on: M, steps: "
                       "[{id: s, title: S, technique: T1193}]}")  # fmt: skip
    assert codes[0] == "F05"
    assert "R31" in codes
    assert "introductory" in text
    assert "T1566.001" in text


def test_windows_line_ends_and_files_elsewhere_stay_as_they_are(tmp_path: Path):
    text = whole("difficulty: introductry\n").replace("\n", "\r\n")
    put(tmp_path, {"scenario.yaml": text.encode()})
    look = lambda: checked(tmp_path, played=False).problems  # noqa: E731
    assert mended(look, lambda file: False) == []
    assert (tmp_path / "scenario.yaml").read_bytes() == text.encode()
    assert [problem.code for problem in mended(look, lambda file: True)] == ["F05"]
    raw = (tmp_path / "scenario.yaml").read_bytes()
    assert raw == text.replace("introductry", "introductory").encode()
    assert list(tmp_path.iterdir()) == [tmp_path / "scenario.yaml"]


@pytest.mark.parametrize("now", [b"", b"kulla: 1\n", b"\xff\xfe", b"caf\xe9: 1\n" * 9, None])
def test_a_file_that_was_changed_meanwhile_or_is_no_text_has_nothing_to_mend(
    now: bytes | None, tmp_path: Path
):
    """While it is watched, an editor may be writing it."""
    path = tmp_path / "scenario.yaml"
    if now is not None:
        path.write_bytes(now)
    assert not mends(Problem(str(path), 9, 1, "F01", "unknown key 'titel'; did you mean 'title'?"))
