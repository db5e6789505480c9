"""Every broken scenario of the corpus is told as it says, and whatever is hostile is borne."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from simulator.scenario import examine
from tests.simulator.scenario.broken import CORPUS, cases, what_is_told, write_anew
from tests.simulator.scenario.hostile import HUGE
from tests.simulator.scenario.small import scenario

FAMILIES = sorted(CORPUS.glob("*.txt"))
ROOT = Path(__file__).parents[3]


@pytest.mark.parametrize("family", FAMILIES, ids=lambda family: family.stem)
def test_all_mistakes_are_told_and_nothing_else(
    family: Path, tmp_path: Path, pytestconfig: pytest.Config
):
    written = list(cases(family))
    told = {
        case.name: what_is_told(case, tmp_path / str(number)) for number, case in enumerate(written)
    }
    if pytestconfig.getoption("--update-golden"):
        write_anew(family, told)
        return
    assert told == {case.name: case.told for case in written}


def test_the_corpus_is_large():
    assert sum(1 for family in FAMILIES for _ in cases(family)) >= 300


def test_what_is_huge_takes_neither_long_nor_much_and_is_told_in_few_lines():
    said = subprocess.run(
        [sys.executable, "-m", "tests.simulator.scenario.hostile"],
        capture_output=True, text=True, check=True, cwd=ROOT,
    ).stdout.splitlines()  # fmt: skip
    assert len(said) == len(HUGE)
    for line in said:
        problems, seconds, most, name = line.split(" ", 3)
        assert int(problems) <= 201, name
        assert float(seconds) < 2, name
        assert int(most) < 350, name  # with the interpreter and all models, and 50 MB of letters


def special(folder: Path, kind: str) -> Path:
    """Something at the place of a scenario that is none, and may never end."""
    path = folder / "thing.yaml"
    match kind:
        case "folder":
            path.mkdir()
        case "pipe":
            os.mkfifo(path)
        case "device":
            path.symlink_to("/dev/zero")
        case "circle":
            path.symlink_to(path)
    return path


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes here")
@pytest.mark.parametrize("kind", ["folder", "pipe", "device", "circle", "nothing"])
def test_what_is_no_file_is_refused_in_one_sentence(kind: str, tmp_path: Path):
    path = special(tmp_path, kind)
    with pytest.raises(OSError, match=r"it holds no|no file that ends|symbolic|No such") as refused:
        examine(path)
    assert refused.value.filename == str(path)
    assert refused.value.strerror


def test_a_pipe_among_the_injects_is_refused_as_well(tmp_path: Path):
    folder = scenario(tmp_path)
    (folder / "injects").mkdir()
    os.mkfifo(folder / "injects/a.yaml")
    with pytest.raises(OSError, match="no file that ends"):
        examine(folder)
