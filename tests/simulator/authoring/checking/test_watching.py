"""What counts as a change of a scenario's files."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from simulator.authoring.checking.watching import Watched


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "text").mkdir()
    (tmp_path / "text" / "a.md").write_text("words")
    (tmp_path / "scenario.yaml").write_text("kulla: 1")
    (tmp_path / ".git").mkdir()
    return tmp_path


CHANGES: dict[str, Callable[[Path], object]] = {
    "longer": lambda folder: (folder / "scenario.yaml").write_text("kulla: 12"),
    "later": lambda folder: os.utime(folder / "text" / "a.md", (1, 1)),
    "new": lambda folder: (folder / "text" / "b.md").write_text(""),
    "gone": lambda folder: (folder / "text" / "a.md").unlink(),
    "renamed": lambda folder: (folder / "text").rename(folder / "texts"),
}


@pytest.mark.parametrize("change", CHANGES)
def test_a_change_is_told_once(change: str, folder: Path):
    watched = Watched([folder])
    assert not watched.changed()
    CHANGES[change](folder)
    assert watched.changed()
    assert not watched.changed()


def test_hidden_files_are_nobodys_change(folder: Path):
    watched = Watched([folder])
    (folder / ".scenario.yaml.swp").write_text("x")
    (folder / ".git" / "index").write_text("x")
    assert not watched.changed()


def test_a_single_file_may_come_and_go_and_others_be_watched_as_well(folder: Path):
    file, other = folder / "night.yaml", folder / "text" / "a.md"
    watched = Watched([file])
    other.write_text("other words")
    assert not watched.changed()
    file.write_text("kulla: 1")
    assert watched.changed()
    watched.also([file, other])
    assert not watched.changed()
    other.write_text("words")
    assert watched.changed()
