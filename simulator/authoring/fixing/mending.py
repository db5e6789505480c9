"""Mends a scenario on the disk, round by round, and takes back what made nothing better."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Final

from simulator.authoring.fixing.edits import Edit, Page, edited
from simulator.authoring.fixing.remedies import remedy
from simulator.authoring.fixing.replacing import replace
from simulator.scenario.problem import Problem

_ROUNDS: Final = 20
"""Reading stops at some mistakes, so that others come to light only when these are mended."""

Look = Callable[[], Iterable[Problem]]


def mended(look: Look, may_touch: Callable[[Path], bool]) -> list[Problem]:
    """Mend what `look` finds in files that may be touched, until nothing more can be.

    The problems that are gone, in the order of mending. Raises OSError where a file can't be read
    or written; what was written until then is sound.
    """
    done: list[Problem] = []
    found = list(look())
    for _ in range(_ROUNDS):
        read = {path: _page(path) for path in _paths(found, may_touch)}
        pages = {path: page for path, page in read.items() if page}
        tried = _edits(found, pages)
        gone: list[Problem] = []
        if tried:
            gone, found = _written(tried, pages, found, look)
        if not gone:
            break
        done += gone
    return done


def mends(problem: Problem) -> bool:
    """Whether there is an edit for this problem in its file as it is now."""
    try:
        page = _page(Path(problem.path))
    except OSError:
        return False
    return page is not None and remedy(page, problem) is not None


def _page(path: Path) -> Page | None:
    """What stands in the file, unless it is no text in UTF-8, which only its editor can mend."""
    try:
        return Page(path.read_bytes())
    except UnicodeDecodeError:
        return None


def _paths(found: Iterable[Problem], may_touch: Callable[[Path], bool]) -> list[Path]:
    paths = dict.fromkeys(Path(problem.path) for problem in found)
    return [path for path in paths if path.is_file() and may_touch(path)]


def _edits(found: Iterable[Problem], pages: Mapping[Path, Page]) -> list[tuple[Problem, Edit]]:
    """An edit for each problem that has one."""
    tried = []
    for problem in found:
        page = pages.get(Path(problem.path))
        edit = remedy(page, problem) if page else None
        if edit:
            tried.append((problem, edit))
    return tried


def _written(
    tried: list[tuple[Problem, Edit]], pages: Mapping[Path, Page], before: list[Problem], look: Look
) -> tuple[list[Problem], list[Problem]]:
    """All at once, or, where that makes anything worse, each by itself: what went, what is left."""
    after = _try(tried, pages, look)
    if _better(before, after):
        return [problem for problem, _ in tried], after
    _put_back(tried, pages)
    for one in tried:
        after = _try([one], pages, look)
        if _better(before, after):
            return [one[0]], after
        _put_back([one], pages)
    return [], before


def _try(
    tried: list[tuple[Problem, Edit]], pages: Mapping[Path, Page], look: Look
) -> list[Problem]:
    for path, page in pages.items():
        edits = [edit for problem, edit in tried if Path(problem.path) == path]
        if edits:
            replace(path, page.raw(edited(page.text, edits)))
    return list(look())


def _put_back(tried: list[tuple[Problem, Edit]], pages: Mapping[Path, Page]) -> None:
    for path in {Path(problem.path) for problem, _ in tried}:
        replace(path, pages[path].raw(pages[path].text))


def _better(before: list[Problem], after: list[Problem]) -> bool:
    """Reading further may find more, but then not what was there before."""
    return not {(p.path, *p[1:]) for p in after} >= {(p.path, *p[1:]) for p in before}
