"""Writes a first scenario into a folder: all of it, or nothing."""

from __future__ import annotations

import json
import shutil
import tempfile
from pathlib import Path
from typing import Final

from simulator.authoring.describing.schema import SCHEMAS, printed
from simulator.authoring.formatting import formatted
from simulator.authoring.starting.filling import filled, prose
from simulator.authoring.starting.wishes import Wishes

_LET_BE: Final = {".git"}
"""What a folder may hold already: an author may begin with the history."""

_MOST_NAMED: Final = 5

_SETTINGS: Final = {
    "yaml.schemas": {
        "./.kulla/scenario.schema.json": "/scenario.yaml",
        "./.kulla/injects.schema.json": "/injects/*.yaml",
        "./.kulla/tests.schema.json": "/tests/*.yaml",
    }
}


class NotEmpty(Exception):
    """The folder holds something that must not be mixed with a new scenario."""

    def __init__(self, folder: Path, names: tuple[str, ...]) -> None:
        super().__init__(folder, names)
        self.folder, self.names = folder, names

    def __str__(self) -> str:
        if not self.folder.is_dir():
            return f"{self.folder} is a file; name a folder that is empty or not there yet"
        more = len(self.names) - _MOST_NAMED
        named = ", ".join(self.names[:_MOST_NAMED]) + (f" and {more} more" if more > 0 else "")
        return f"{self.folder} holds {named}; name a folder that is empty or not there yet"


def files_of(wishes: Wishes) -> dict[str, str]:
    """Every file by its path in the folder, each as `kulla fmt` would have it."""
    lead = wishes.roles[0][0]
    several = len(wishes.languages) > 1
    briefs = {
        f"text/brief-{lead}.{language}.md" if several else f"text/brief-{lead}.md": language
        for language in wishes.languages
    }
    return {
        "scenario.yaml": _laid_out("scenario.yaml", wishes),
        "injects/01-the-day.yaml": _laid_out("injects.yaml", wishes),
        **{path: prose("brief.md", wishes, language) for path, language in briefs.items()},
        "tests/first.yaml": _laid_out("tests.yaml", wishes),
        "README.md": prose("README.md", wishes, "en"),
        ".vscode/settings.json": json.dumps(_SETTINGS, indent=2) + "\n",
        **{f".kulla/{of}.schema.json": printed(of) + "\n" for of in SCHEMAS},
    }


def _laid_out(name: str, wishes: Wishes) -> str:
    return formatted(filled(name, wishes).encode(), name)


def refuse_unless_empty(folder: Path) -> None:
    """Raises NotEmpty where a new scenario can't go."""
    if folder.is_dir():
        names = tuple(sorted(path.name for path in folder.iterdir() if path.name not in _LET_BE))
    else:
        names = (folder.name,) if folder.exists() else ()
    if names:
        raise NotEmpty(folder, names)


def write(folder: Path, wishes: Wishes) -> list[str]:
    """Write a scenario into a folder that is empty or not there yet; tell what was written.

    Raises NotEmpty, or OSError with nothing of it left.
    """
    refuse_unless_empty(folder)
    folder.parent.mkdir(parents=True, exist_ok=True)
    beside = Path(tempfile.mkdtemp(prefix=f".{folder.name}-", dir=folder.resolve().parent))
    try:
        files = files_of(wishes)
        for name, text in files.items():
            path = beside / name
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, "utf-8", newline="\n")
        _move(beside, folder)
    finally:
        shutil.rmtree(beside, ignore_errors=True)
    return list(files)


def _move(beside: Path, folder: Path) -> None:
    """A folder that is there stays the same one, for somebody may be working in it."""
    if not folder.exists():
        beside.chmod(0o755)  # as a folder usually is, not as one for nobody else
        beside.rename(folder)
        return
    moved: list[Path] = []
    try:
        moved.extend(path.rename(folder / path.name) for path in sorted(beside.iterdir()))
    except OSError:
        for path in moved:
            path.rename(beside / path.name)
        raise
