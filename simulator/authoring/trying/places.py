"""Where the tests of a scenario stand, told by names alone: it reads nothing."""

from __future__ import annotations

from pathlib import Path
from typing import Final

MAIN: Final = "scenario.yaml"
FOLDER: Final = "tests"
BESIDE: Final = ".tests.yaml"


def files_of(path: Path) -> list[Path]:
    """The files of tests of a scenario: a folder has them in `tests`, NAME.yaml beside it."""
    if path.is_dir() or path.name == MAIN:
        folder = path if path.is_dir() else path.parent
        return sorted(folder.glob(f"{FOLDER}/*.yaml"))
    beside = path.with_name(path.stem + BESIDE)
    return [beside] if beside.is_file() else []


def unread_of(path: Path) -> list[Path]:
    """Files in the folder of tests that nobody reads, for the end of their name."""
    folder = path if path.is_dir() else path.parent
    is_folder = path.is_dir() or path.name == MAIN
    return sorted(folder.glob(f"{FOLDER}/*.yml")) if is_folder else []


def scenario_of(file: Path) -> Path | None:
    """The scenario whose tests a file holds, None where it holds none."""
    if file.name.endswith(BESIDE):
        one = file.with_name(file.name.removesuffix(BESIDE) + ".yaml")
        return one if one.is_file() else None
    around = file.parent if file.parent.name else file.parent.absolute()
    is_one = file.suffix == ".yaml" and around.name == FOLDER
    return around.parent if is_one and (around.parent / MAIN).is_file() else None
