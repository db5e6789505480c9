"""Where scenarios and libraries are found: with Kulla, or in a folder. Reads none."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from simulator.scenario.wording import nearest

if TYPE_CHECKING:
    from simulator.scenario.scenario import Scenario

_PACKAGE = Path(__file__).parents[1]
_INSTALLED = _PACKAGE / "_scenarios"
_CHECKOUT = _PACKAGE.with_name("scenarios")
_LIBRARIES = Path(__file__).with_name("libraries")

_DIFFICULTIES: Final = ("introductory", "medium", "hard")


class NoSuchScenario(LookupError):
    """Nothing to play goes by this name."""


def shipped() -> dict[str, Path]:
    """Every scenario that comes with Kulla, by id: the folder that holds its `scenario.yaml`."""
    return inside(_INSTALLED if _INSTALLED.is_dir() else _CHECKOUT)


def libraries() -> dict[str, Path]:
    """Every library that comes with Kulla and that a scenario can include, by name."""
    return {file.stem: file for file in sorted(_LIBRARIES.glob("*.yaml"))}


def inside(folder: Path) -> dict[str, Path]:
    """The scenarios one level below `folder`, by the names of their own folders, in order."""
    return {found.parent.name: found.parent for found in sorted(folder.glob("*/scenario.yaml"))}


def ease(scenario: Scenario | None) -> tuple[bool, bool, int]:
    """Sorts what is offered: what teaches the terminal first, then the easier ones; what can't be
    played comes last."""
    if scenario is None:
        return True, True, 0
    return False, not scenario.teaches, _DIFFICULTIES.index(scenario.difficulty)


def find(named: str) -> Path:
    """The scenario of this id, or at this path (a folder or one file); raises NoSuchScenario."""
    known = shipped()
    if named in known:
        return known[named]
    path = Path(named)
    if path.is_file() or (path / "scenario.yaml").is_file():
        return path
    raise NoSuchScenario(f"there is no scenario '{named}'{nearest(named, known)}")
