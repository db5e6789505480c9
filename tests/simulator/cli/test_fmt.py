"""`kulla fmt` and `kulla check --fix`: what is written, what is only shown, and what is refused."""

from pathlib import Path

import pytest

from simulator.cli import check, exits, fmt
from tests.simulator.cli.harbour import call
from tests.simulator.scenario.small import put, whole


@pytest.fixture
def crooked(tmp_path: Path) -> Path:
    injects = "- to: watch\n  id: a\n  at: 1h\n"
    return put(tmp_path, {"scenario.yaml": whole("pace:   60\n"), "injects/a.yaml": injects})


def test_files_are_laid_out_once_and_then_left_alone(crooked: Path):
    first = call(fmt.command, crooked)
    assert (first.code, first.out.count("changed\n")) == (exits.FINE, 2)
    assert (crooked / "injects/a.yaml").read_text() == "- id: a\n  at: 1h\n  to: watch\n"
    again = call(fmt.command, crooked)
    assert (again.code, again.out, again.err) == (exits.FINE, "", "0 of 2 files changed\n")


@pytest.mark.parametrize("way", ["--check", "--diff"])
def test_it_can_say_what_it_would_change_and_change_nothing(crooked: Path, way: str):
    before = (crooked / "injects/a.yaml").read_bytes()
    left = call(fmt.command, way, crooked / "injects/a.yaml")
    assert left.code == exits.FINDINGS
    assert ("would be changed" in left.out) is (way == "--check")
    assert ("+- id: a" in left.out.splitlines()) is (way == "--diff")
    assert (crooked / "injects/a.yaml").read_bytes() == before


def test_a_file_that_can_t_be_read_is_named_and_the_others_are_laid_out(crooked: Path):
    (crooked / "injects/b.yaml").write_text("- id: [\n")
    left = call(fmt.command, crooked)
    assert left.code == exits.BAD_SCENARIO
    assert "injects/b.yaml:2:1: Y14" in left.err
    assert (crooked / "injects/a.yaml").read_text().startswith("- id: a\n")
    assert call(fmt.command, crooked / "none").code == exits.BAD_SCENARIO


def test_check_says_what_it_could_mend_and_mends_it_when_asked(crooked: Path):
    main = crooked / "scenario.yaml"
    main.write_text(whole("difficulty: introductry\n"))
    assert "--fix can mend 1 of them." in call(check.command, "--no-play", crooked).err
    left = call(check.command, "--no-play", "--fix", crooked)
    assert "F05" in left.err.partition("\n")[0]
    assert "F05" not in left.out
    assert "difficulty: introductory\n" in main.read_text()
    assert call(check.command, "--fix", "--watch", crooked).code == exits.USAGE
