"""A scenario's files put together: one tree that knows where each part stands, and its digest."""

from __future__ import annotations

import errno
import os
from hashlib import sha256
from pathlib import Path
from typing import Any, Final

from simulator.scenario.located import LocatedList, LocatedMap, place_of
from simulator.scenario.parts import Loc
from simulator.scenario.problem import Problem
from simulator.scenario.reader import read
from simulator.scenario.source import Mark
from simulator.scenario.text import decode
from simulator.scenario.wording import in_words

MAIN: Final = "scenario.yaml"
FILE: Final = "_file"

FOLDER_CODES: Final = {
    "F08": "a part that stands in two files",
    "F09": "a text written twice, here and in a file",
    "F10": "a text file that is not named by a path",
    "F11": "a file outside the scenario's folder",
    "F12": "a missing text file",
}
"""What the codes of putting files together mean, in a few words each."""

_UNKNOWN: Final = "–"
"""Stands for a text that could not be read, so that this is said only once."""


class Files:
    """All that was read of one scenario.

    `tree` is what could be read, and `whole` says whether that is everything; `problems` are those
    of the files themselves. Texts in files of their own stand in the tree as words. `raw` holds the
    bytes of each file by its name within the scenario.
    """

    def __init__(self, path: Path) -> None:
        """Raises OSError, with a file name, where one of the YAML files can't be opened."""
        self.problems: list[Problem] = []
        self.tree: dict[str, Any] = {}
        self.whole = True
        folder = path if path.is_dir() else path.parent if path.name == MAIN else None
        self._main = folder / MAIN if folder else path
        self._inside = os.path.realpath(self._main.parent)
        self._holders: dict[str, list[dict[str, Any]]] = {}
        self.raw: dict[str, bytes] = {}
        if folder == path and not self._main.exists():
            raise FileNotFoundError(errno.ENOENT, f"it holds no {MAIN}", str(path))
        for file in (self._main, *(sorted(folder.glob("injects/*.yaml")) if folder else ())):
            self._take(file)

    @property
    def digest(self) -> str:
        """Of the names and bytes of all that was read, in the order in which it was read."""
        digest = sha256()
        for name, raw in self.raw.items():
            digest.update(f"{name}\0{len(raw)}\0".encode() + raw)
        return digest.hexdigest()

    def place(self, loc: Loc, *, key: bool = False) -> tuple[str, Mark]:
        """The file and the place that a pydantic `loc` leads to, or the nearest on the way."""
        holder, within = self._holder(loc)
        path, mark = place_of(holder, within, key=key)
        return path or str(self._main), mark

    def report(
        self,
        loc: Loc,
        code: str,
        sentence: str,
        *,
        key: bool = False,
        tree: dict[str, Any] | None = None,
    ) -> None:
        """Add a problem at the place that `loc` leads to, in all that was read or in `tree`."""
        path, mark = place_of(tree, loc, key=key)
        if not path:
            path, mark = self.place(loc, key=key)
        self.problems.append(Problem(path, *mark, code, sentence))

    def _holder(self, loc: Loc) -> tuple[Any, Loc]:
        """The tree of the one file that `loc` leads into, and the way from there."""
        holders = self._holders.get(str(loc[0]), []) if loc else []
        before = 0
        for tree in holders if len(loc) > 1 else ():
            part, name = tree[str(loc[0])], loc[1]
            if isinstance(part, list) and isinstance(name, int):
                if name - before < len(part):
                    return tree, (loc[0], name - before, *loc[2:])
                before += len(part)
            elif isinstance(part, dict) and name in part:
                return tree, loc
        return (holders[0] if holders else self.tree), loc

    def _take(self, file: Path) -> None:
        """Take in one YAML file; any but the first may be only a list, and that of injects."""
        if file != self._main and not self._is_inside(os.path.realpath(file)):
            sentence = "this file is a link that leads out of the scenario's folder"
            self.problems.append(Problem(str(file), 1, 1, "F11", sentence))
            self.whole = False
            return
        raw = self._bytes(file, MAIN if file == self._main else f"injects/{file.name}")
        found, problems = read(raw, str(file), list_allowed=file != self._main)
        self.problems += problems
        if found is None:
            self.whole = False
            return
        if FILE.encode() in raw:
            for node in _maps(found):
                for key in [key for key in node if key.endswith(FILE) and key != FILE]:
                    self._fill_in(node, key)
        parts = found if isinstance(found, LocatedMap) else {"injects": found}
        for key, value in parts.items():
            self._holders.setdefault(key, []).append(parts)
            self._join(key, value, parts)

    def _bytes(self, file: Path | str, name: str) -> bytes:
        raw = self.raw[name] = Path(file).read_bytes()
        return raw

    def _is_inside(self, real: str) -> bool:
        return Path(real).is_relative_to(self._inside)

    def _join(self, key: str, value: Any, parts: dict[str, Any]) -> None:
        """Lists follow one another, maps are laid together, and nothing is replaced."""
        before = self.tree.get(key)
        if key not in self.tree:
            self.tree[key] = value
        elif isinstance(before, list) and isinstance(value, list):
            self.tree[key] = [*before, *value]
        elif isinstance(before, dict) and isinstance(value, dict):
            for name in before.keys() & value.keys():
                self._twice(value, name)
            self.tree[key] = {**value, **before}
        else:
            self._twice(parts, key)

    def _twice(self, node: dict[str, Any], key: str) -> None:
        sentence = f"{in_words(key)} stands in another file of this scenario already; delete one"
        self._say(node, (key,), "F08", sentence, key=True)

    def _fill_in(self, node: LocatedMap, key: str) -> None:
        """Put the words of a text file in place of its path, at the same place."""
        name, asked = key.removesuffix(FILE), node[key]
        if name in node:
            self._say(
                node,
                (key,),
                "F09",
                f"write {in_words(name)} or {in_words(key)}, not both",
                key=True,
            )
        node.key_marks[name] = node.key_marks[key]
        node.value_marks[name] = node.value_marks[key]
        if isinstance(asked, dict):
            node[name] = {
                language: self._text(node, (key, language), named)
                for language, named in asked.items()
            }
        else:
            node[name] = self._text(node, (key,), asked)
        del node[key]

    def _text(self, node: LocatedMap, loc: tuple[str, ...], named: Any) -> str:
        """The words of a text file, or what stands for them."""
        if not isinstance(named, str) or "\\" in named:
            sentence = "a text file is named by its path in the scenario's folder, like text/a.md"
            return self._without_text(node, loc, "F10", sentence)
        file = os.path.realpath(Path(self._inside, named))
        if not self._is_inside(file):
            sentence = (
                f"the text file {in_words(named)} is outside the scenario's folder; move it there"
            )
            return self._without_text(node, loc, "F11", sentence)
        if not os.path.isfile(file):  # noqa: PTH113 a name of any length has an answer
            sentence = f"there is no text file {in_words(named)} in the scenario's folder"
            return self._without_text(node, loc, "F12", sentence)
        name = Path(file).relative_to(self._inside).as_posix()
        text, problems = decode(self._bytes(file, name), str(self._main.parent / named))
        self.problems += problems
        return _UNKNOWN if text is None else text

    def _without_text(self, node: Any, loc: tuple[str, ...], code: str, sentence: str) -> str:
        self._say(node, loc, code, sentence)
        return _UNKNOWN

    def _say(
        self, node: Any, loc: tuple[str, ...], code: str, sentence: str, *, key: bool = False
    ) -> None:
        path, mark = place_of(node, loc, key=key)
        self.problems.append(Problem(path, *mark, code, sentence))


def _maps(tree: LocatedMap | LocatedList) -> list[LocatedMap]:
    """Every mapping in the tree of a file."""
    found = []
    rest: list[Any] = [tree]
    while rest:
        node = rest.pop()
        if isinstance(node, LocatedMap):
            found.append(node)
            rest += node.values()
        elif isinstance(node, list):
            rest += node
    return found
