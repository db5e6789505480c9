"""What `kulla print` writes, and what it says where it can't."""

import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from simulator.authoring.printing.pack import KINDS
from simulator.cli.print import command

MINIMAL = Path(__file__).parents[2] / "scenarios" / "minimal.yaml"


def said(*arguments: str | Path) -> Result:
    asked = [str(MINIMAL), *map(str, arguments)]
    return CliRunner().invoke(command, asked, standalone_mode=False)


def test_the_whole_pack_stands_in_a_folder_of_its_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.chdir(tmp_path)
    left = said("--lang", "sq")
    assert left.return_value == 0
    files = sorted(path.name for path in (tmp_path / "minimal-sq").iterdir())
    assert files == sorted(f"{kind}.html" for kind in KINDS)
    assert len(left.stdout.splitlines()) == len(KINDS)


def test_what_is_printed_for_a_side_does_not_lie_where_anothers_lies(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.chdir(tmp_path)
    towns = str(MINIMAL.with_name("two-towns"))
    asked = [towns, "--side", "north", "--level", "easy", "--kind", "sign-in"]
    assert CliRunner().invoke(command, asked, standalone_mode=False).return_value == 0
    assert [path.name for path in tmp_path.iterdir()] == ["two-towns-north-easy-en"]


def test_one_kind_is_printed_as_pdf_too(tmp_path: Path):
    out = tmp_path / "deep" / "pack"
    assert said("--out", out, "--kind", "feedback", "--pdf").return_value == 0
    assert sorted(path.name for path in out.iterdir()) == ["feedback.html", "feedback.pdf"]


def test_without_the_extra_it_says_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setitem(sys.modules, "typst", None)
    left = said("--out", tmp_path, "--kind", "feedback", "--pdf")
    assert "kulla[pdf]" in str(left.exception)


def test_a_folder_that_can_not_be_made_is_named(tmp_path: Path):
    (tmp_path / "file").write_text("")
    left = said("--out", tmp_path / "file" / "pack", "--kind", "feedback")
    assert "can't be written" in str(left.exception)
