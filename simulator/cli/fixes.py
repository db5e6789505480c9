"""What `kulla check --fix` mends, in whose files, and how many it could."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path

from simulator.authoring.checking.check import checked
from simulator.authoring.fixing import mended, mends
from simulator.cli.findings import Wanted, nearby, whole
from simulator.scenario.characters import shown
from simulator.scenario.problem import Problem


def fixed(named: Sequence[str], wanted: Wanted) -> Iterator[str]:
    """Mend the scenarios of these names; a line for each problem that is gone.

    Only what is looked for is mended, and only in files of the scenario's own folder.
    """
    for path in dict.fromkeys(path for name in named for path in whole(name)):
        try:
            gone = mended(partial(_wrong, path, wanted), partial(_inside, path))
        except OSError as error:
            yield shown(f"{nearby(str(error.filename or path))} can't be mended: {error.strerror}.")
            continue
        for problem in gone:
            yield f"mended {problem._replace(path=nearby(problem.path))}"


def _wrong(path: Path, wanted: Wanted) -> list[Problem]:
    problems = checked(path, played=False).problems
    return [problem for problem in problems if wanted.wants(problem.code)]


def _inside(path: Path, file: Path) -> bool:
    folder = path if path.is_dir() else path.parent
    return file.resolve().is_relative_to(folder.resolve())


def fixable(problems: Sequence[Problem]) -> int:
    """How many of these can be mended, as the files are now."""
    return sum(mends(problem) for problem in problems)
