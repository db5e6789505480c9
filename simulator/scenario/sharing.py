"""What a scenario includes: found, read, and laid under what it writes itself."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final, NamedTuple

from simulator.scenario.intake import Intake
from simulator.scenario.laying import Tree, laid
from simulator.scenario.library import libraries
from simulator.scenario.located import LaidList, LaidMap, LocatedMap
from simulator.scenario.wording import in_words, nearest

MAIN: Final = "scenario.yaml"
KULLA: Final = "kulla:"
LIBRARIES: Final = "libraries"
"""A library in this folder of a scenario stands for the one that comes with Kulla."""

_DEEPEST: Final = 8
_MOST: Final = 50

_Loc = tuple[str | int, ...]


class _Wanted(NamedTuple):
    """One inclusion, and where in the tree of its file it is asked for."""

    file: str
    only: list[tuple[Any, _Loc]] | None
    loc: _Loc


class _Found(NamedTuple):
    """A file to include; `real` is where it is, `name` within the scenario, `shown` to people."""

    real: str
    name: str
    shown: str


class Shelf:
    """The files that one scenario can include. Each is read once."""

    def __init__(self, intake: Intake) -> None:
        self._intake = intake
        self._read: dict[str, LocatedMap | None] = {}
        self._left = _MOST

    def under(self, own: Tree, chain: tuple[str, ...] = ()) -> Tree:
        """These parts of a scenario laid over all that they include; of two that are included,
        the later is laid over the earlier."""
        if "include" not in own:
            return own
        chain = chain or (os.path.realpath(self._intake.main),)
        below: Tree = LaidMap()
        for wanted in self._wanted(own, chain):
            part = self._part(own, wanted, chain)
            if part is None:
                self._intake.whole = False
            else:
                below = laid(below, part)
        return laid(below, own)

    def _wanted(self, own: Tree, chain: tuple[str, ...]) -> Iterator[_Wanted]:
        """What is asked for. In the scenario's own file, the models judge how it is written."""
        asked = own["include"]
        many = isinstance(asked, list)
        for number, entry in enumerate(asked if many else [asked]):
            loc: _Loc = ("include", number) if many else ("include",)
            plain = {"from": entry} if isinstance(entry, str) else entry
            if _is_right(plain):
                here = loc if isinstance(entry, str) else (*loc, "from")
                yield _Wanted(plain["from"], _only(plain, loc), here)
                continue
            self._intake.whole = False
            if len(chain) > 1:
                sentence = "write the path of a file, kulla:NAME, or {from: …, only: […]}"
                self._intake.say(own, loc, "F17", sentence)

    def _part(self, own: Tree, wanted: _Wanted, chain: tuple[str, ...]) -> Tree | None:
        """What an inclusion brings, with all that it includes in turn."""
        found = self._found(own, wanted)
        if found is None or not self._may(own, wanted, found, chain):
            return None
        if found.name not in self._read:
            tree = self._intake.take(found.real, found.name, found.shown)
            self._read[found.name] = tree if isinstance(tree, LocatedMap) else None
        tree = self._read[found.name]
        if tree is None:
            return None
        whole = self.under(tree, (*chain, found.real))
        return whole if wanted.only is None else self._chosen(own, whole, wanted)

    def _found(self, own: Tree, wanted: _Wanted) -> _Found | None:
        if wanted.file.startswith(KULLA):
            return self._library(own, wanted)
        name, intake = wanted.file, self._intake
        within = intake.within(name)
        real = os.path.realpath(Path(intake.inside, within))
        if not (within and intake.is_inside(real)):
            sentence = f"the file {in_words(name)} is outside the scenario's folder; move it there"
            intake.say(own, wanted.loc, "F11", sentence)
        elif not os.path.isfile(real):  # noqa: PTH113 a name of any length has an answer
            sentence = f"there is no file {in_words(name)} in the scenario's folder to include"
            intake.say(own, wanted.loc, "F14", sentence + intake.like(name))
        else:
            return _Found(real, within, str(intake.main.parent / within))
        return None

    def _library(self, own: Tree, wanted: _Wanted) -> _Found | None:
        """A library as the scenario keeps it, or else as it comes with Kulla."""
        library, intake, known = wanted.file.removeprefix(KULLA), self._intake, libraries()
        within = f"{LIBRARIES}/{library}.yaml"
        kept = os.path.realpath(Path(intake.inside, within))
        if "/" not in library and intake.is_inside(kept) and os.path.isfile(kept):  # noqa: PTH113
            return _Found(kept, within, str(intake.main.parent / within))
        if library in known:
            return _Found(str(known[library]), within, wanted.file)
        there = nearest(library, known) or f"; there are {', '.join(known)}"
        sentence = f"no library {in_words(library)} comes with Kulla{there}"
        intake.say(own, wanted.loc, "F13", sentence)
        return None

    def _may(self, own: Tree, wanted: _Wanted, found: _Found, chain: tuple[str, ...]) -> bool:
        self._left -= 1
        if found.real in chain or found.name == MAIN:
            sentence = f"{in_words(wanted.file)} would include itself so; take this out"
            self._intake.say(own, wanted.loc, "F15", sentence)
            return False
        if self._left < 0 or len(chain) > _DEEPEST:
            if self._left >= -1:
                sentence = f"at most {_MOST} files can be included, {_DEEPEST} deep; take this out"
                self._intake.say(own, wanted.loc, "F18", sentence)
            return False
        return True

    def _chosen(self, own: Tree, whole: Tree, wanted: _Wanted) -> Tree:
        """Only the parts that are asked for."""
        chosen = LaidMap()
        for path, loc in wanted.only or ():
            if not isinstance(path, str):
                self._intake.whole = False
                continue
            key, _, name = path.partition(".")
            if not _choose(chosen, whole, key, name):
                hint = nearest(path, _names(whole))
                sentence = f"{in_words(wanted.file)} has no part {in_words(path)}{hint}"
                self._intake.say(own, loc, "F16", sentence)
                self._intake.whole = False
        return chosen


def _is_right(entry: Any) -> bool:
    return isinstance(entry, dict) and isinstance(entry.get("from"), str) and entry["from"] != ""


def _only(entry: dict[str, Any], loc: _Loc) -> list[tuple[Any, _Loc]] | None:
    if "only" not in entry:
        return None
    only = entry["only"]
    if not isinstance(only, list):
        return [(only, (*loc, "only"))]
    return [(path, (*loc, "only", number)) for number, path in enumerate(only)]


def _choose(chosen: LaidMap, whole: Tree, key: str, name: str) -> bool:
    """Take over a key, or what of it has this name; whether there is such a thing."""
    part = whole.get(key)
    if part is None or not name:
        if part is not None:
            chosen.put(key, part, whole)
        return part is not None
    if isinstance(part, dict) and name in part:
        table = chosen.get(key)
        if not isinstance(table, LaidMap):
            table = LaidMap(part)
        table.put(name, part[name], part)
        chosen.put(key, table, whole)
        return True
    at = [n for n, it in enumerate(part) if _has_id(it, name)] if isinstance(part, list) else []
    if at:
        items = chosen.get(key)
        if not isinstance(items, LaidList):
            items = LaidList()
        items.put(part[at[0]], part, at[0])
        chosen.put(key, items, whole)
    return bool(at)


def _has_id(item: Any, name: str) -> bool:
    return isinstance(item, dict) and item.get("id") == name


def _names(whole: Tree) -> Iterator[str]:
    """Everything that can be asked for."""
    for key, part in whole.items():
        yield key
        items = part if isinstance(part, list) else ()
        ids = part if isinstance(part, dict) else (i["id"] for i in items if _named(i))
        yield from (f"{key}.{name}" for name in ids)


def _named(item: Any) -> bool:
    return isinstance(item, dict) and isinstance(item.get("id"), str)
