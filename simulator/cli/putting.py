"""Puts a report into its folder, and takes away what an earlier one has left there.

`SHA256SUMS` lists what was written, as `sha256sum` does: whatever else is there is somebody's.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from hashlib import file_digest, sha256
from pathlib import Path
from typing import Final, NamedTuple

import click

from simulator.authoring.fixing.replacing import replace
from simulator.cli.reported import File
from simulator.scenario.characters import shown

SUMS: Final = "SHA256SUMS"
LINE: Final = re.compile(r"([0-9a-f]{64})  (.+)")
OURS: Final = re.compile(
    r"(report|brief)\.[a-z]+|csv/[a-z0-9-]+\.csv|navigator/[a-z0-9-]+\.json"
    r"|personal/[a-z0-9-]+\.html"
)
"""What a report's files can be called; a list that names others is no reason to touch them."""
MOST: Final = 1_000_000
"""A list is no longer than so many bytes."""

Sums = tuple[tuple[str, str], ...]
"""Names with the digests of what was written; a name may have several."""


class Put(NamedTuple):
    """What became of files that only an earlier report had: `gone`, or changed since and `left`."""

    gone: tuple[str, ...]
    left: tuple[str, ...]


def put(folder: Path, files: Iterable[File]) -> Put:
    """Each whole on the disk. Raises ClickException where a link would lead out of the folder, or
    what is somebody's would be written over, before anything is written."""
    files = tuple(files)
    before = _listed(folder)
    now = tuple(map(_summed, files))
    names = {name for name, _ in now}
    for name in (SUMS, *names):
        if not _inside(folder, name):
            place = shown(str(folder / name))
            raise click.ClickException(f"{place} is a link; a report is not written through one.")
    for file in files:
        _must_be_free(folder, file, before)
    # Should this be ended half-way, the next one knows of both.
    _list(folder, (*before, *now))
    for file in files:
        path = folder / file.name
        path.parent.mkdir(parents=True, exist_ok=True)
        replace(path, file.raw)
    stale = tuple((name, sum) for name, sum in before if name not in names)
    left = tuple(dict.fromkeys(name for name, _ in stale if not _taken(folder, name, stale)))
    _list(folder, (*now, *(one for one in stale if one[0] in left)))
    return Put(tuple(dict.fromkeys(name for name, _ in stale if name not in left)), left)


def _listed(folder: Path) -> Sums:
    """What was written there before. Raises ClickException where the list is somebody's, too."""
    path = folder / SUMS
    if not os.path.lexists(path) or not _inside(folder, SUMS):
        return ()
    if not path.is_file() or path.stat().st_size > MOST:
        raise _theirs(path)
    lines = path.read_text("utf-8", "replace").splitlines()
    ours = [line for line in map(LINE.fullmatch, lines) if line and OURS.fullmatch(line[2])]
    if len(ours) < len(lines):
        raise _theirs(path)
    return tuple((line[2], line[1]) for line in ours)


def _must_be_free(folder: Path, file: File, before: Sums) -> None:
    """Raises ClickException where something else would be lost."""
    path = folder / file.name
    if path.parent.exists() and not path.parent.is_dir():
        raise _theirs(path.parent)
    if not path.exists():
        return
    if not path.is_file() or not {(file.name, _digest(path))} & {*before, _summed(file)}:
        raise _theirs(path)


def _theirs(path: Path) -> click.ClickException:
    return click.ClickException(
        f"{shown(str(path))} is not, or not any more, what a report has written; move it away, or "
        "name another folder with --to."
    )


def _list(folder: Path, sums: Sums) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    lines = (f"{sum}  {name}\n" for name, sum in dict.fromkeys(sums))
    replace(folder / SUMS, "".join(lines).encode())


def _inside(folder: Path, name: str) -> bool:
    """Whether it is in the folder itself, and no link leads to it."""
    return (folder / name).resolve() == folder.resolve() / name


def _taken(folder: Path, name: str, sums: Sums) -> bool:
    """Takes it away if it is as it was written; whether it is gone."""
    path = folder / name
    if not _inside(folder, name):
        return False
    if not path.exists():
        return True
    if not path.is_file() or (name, _digest(path)) not in sums:
        return False
    path.unlink()
    if path.parent != folder and not any(path.parent.iterdir()):
        path.parent.rmdir()
    return True


def _summed(file: File) -> tuple[str, str]:
    return file.name, sha256(file.raw).hexdigest()


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return file_digest(file, "sha256").hexdigest()
