"""What is found in the scenarios that a person names, and the words for how many there are."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple, Self

from simulator.authoring.checking.check import Rehearse, checked
from simulator.authoring.checking.codes import CODES, needs_play
from simulator.authoring.trying.places import files_of
from simulator.scenario.characters import shown
from simulator.scenario.library import inside, shipped
from simulator.scenario.problem import Problem
from simulator.scenario.sharing import MAIN
from simulator.scenario.wording import nearest


class Wanted(NamedTuple):
    """What is to be looked for: the codes of warnings and advice, and whether to play for them.

    Without a selection it is all of them. Mistakes are always told, for a scenario that has any was
    not looked at further.
    """

    select: frozenset[str] | None = None
    ignore: frozenset[str] = frozenset()
    play: bool = True

    def wants(self, code: str) -> bool:
        if CODES[code].weight == "mistake":
            return True
        return code not in self.ignore and (self.select is None or code in self.select)

    @property
    def played(self) -> bool:
        return self.play and any(map(self.wants, filter(needs_play, CODES)))

    def as_written(self) -> Self:
        """The same without play."""
        return self._replace(play=False)


class Found(NamedTuple):
    """All problems in order, how many scenarios have none, and what could not be read, and why.

    `playable` says whether any scenario is free of mistakes, `files` is all that was read.
    """

    problems: Sequence[Problem]
    fine: int
    unreadable: Sequence[str]
    playable: bool
    files: frozenset[Path]

    def __str__(self) -> str:
        weights = Counter(CODES[problem.code].weight for problem in self.problems)
        words = [f"{counted(self.fine, 'scenario')} fine", counted(weights["mistake"], "mistake")]
        if weights["warning"]:
            words.append(counted(weights["warning"], "warning"))
        if weights["advice"]:
            words.append(f"{counted(weights['advice'], 'piece')} of advice")
        return ", ".join(words)


def find(named: Sequence[str], wanted: Wanted, by: Rehearse) -> Found:
    """Check what these names stand for, each scenario once."""
    problems: set[Problem] = set()
    unreadable: list[str] = []
    files: set[Path] = set()
    fine = playable = 0
    names = {_same(path): (path, name) for name in named for path in whole(name)}
    for path, name in names.values():
        try:
            scenario, found, read = checked(path, played=wanted.played, by=by)
        except OSError as error:
            unreadable.append(_unreadable(name, error))
            continue
        told = {_nearby(problem) for problem in found if wanted.wants(problem.code)}
        problems |= told
        fine += not told
        playable += scenario is not None
        folder = path if path.is_dir() else path.parent
        files.update([path, *files_of(path), *(folder / file for file in read.raw if file != MAIN)])
    return Found(sorted(problems), fine, unreadable, playable > 0, frozenset(files))


def _same(path: Path) -> str:
    """What two paths of one scenario have in common."""
    return os.path.realpath(path.parent if path.name == MAIN else path)


def whole(name: str) -> Iterator[Path]:
    """The scenarios that a person means who may name a file or folder within one for all of it."""
    path = meant(name)
    inner = path.parent if path.name != MAIN and os.path.isfile(path) else path  # noqa: PTH113
    part = os.path.exists(path) and not (inner / MAIN).exists() and not inside(inner)  # noqa: PTH110
    if part and (inner.absolute().parent / MAIN).is_file():
        yield inner.parent if inner.name else inner.absolute().parent
    else:
        yield from scenarios(name)


def scenarios(name: str) -> Iterator[Path]:
    """What a person means by this name: one scenario, or all that a folder of several holds."""
    path = meant(name)
    if os.path.isdir(path) and not (path / MAIN).exists():  # noqa: PTH112 also of a name too long
        yield from inside(path).values() or [path]
    else:
        yield path


def meant(name: str) -> Path:
    """The path of this name, or of the scenario of this id that comes with Kulla."""
    return shipped().get(name, Path(name))


def nearby(path: str) -> str:
    """The path as seen from the current folder, where it lies below it."""
    here, absolute = Path.cwd(), Path(path).absolute()
    return str(absolute.relative_to(here)) if absolute.is_relative_to(here) else path


def _nearby(problem: Problem) -> Problem:
    return problem._replace(path=nearby(problem.path))


def _unreadable(name: str, error: OSError) -> str:
    hint = nearest(name, shipped()) if isinstance(error, FileNotFoundError) else ""
    path = nearby(str(error.filename or name))
    return shown(f"{path} can't be read: {error.strerror}{hint or '.'}")


def counted(count: int, what: str) -> str:
    """`1 file`, `2 files`."""
    return f"{count} {what}{'s' * (count != 1)}"
