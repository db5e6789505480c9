"""A scenario's files put together: one tree that knows where each part stands, and its digest."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any

from simulator.scenario.located import LocatedMap, place_of
from simulator.scenario.problem import Problem
from simulator.scenario.reader import read
from simulator.scenario.source import Mark
from simulator.scenario.text import decode

MAIN = "scenario.yaml"
FILE = "_file"
_DEPTH = 4


class Files:
    """All that was read of one scenario.

    `tree` is the whole of it (None where a file could not be read at all), `problems` what was
    wrong with the files themselves. Texts in files of their own stand in the tree as words.
    """

    def __init__(self, path: Path) -> None:
        """Raises OSError when the scenario's first file can't be opened."""
        self.problems: list[Problem] = []
        self.tree: dict[str, Any] | None = {}
        self._folder = path if path.is_dir() else path.parent
        self._main = str(path / MAIN if path.is_dir() else path)
        self._holders: dict[str, list[dict[str, Any]]] = {}
        self._digest = sha256()
        for file in _files(path):
            self._take(file)

    @property
    def digest(self) -> str:
        return self._digest.hexdigest()

    def place(self, loc: Sequence[str | int], *, key: bool = False) -> tuple[str, Mark]:
        """The file and the place that a pydantic `loc` leads to, or the nearest on the way."""
        holders = self._holders.get(str(loc[0]), []) if loc else []
        if len(holders) == 1:
            return place_of(holders[0], loc, key=key)
        path, mark = place_of(self.tree, loc, key=key)
        return path or self._main, mark

    def report(self, loc: Sequence[str | int], code: str, sentence: str) -> None:
        """Add a problem at the place that `loc` leads to."""
        path, mark = self.place(loc)
        self.problems.append(Problem(path, mark.line, mark.column, code, sentence))

    def _bytes(self, file: Path) -> bytes:
        raw = file.read_bytes()
        name = file.resolve().relative_to(self._folder.resolve()).as_posix()
        self._digest.update(f"{name}\0{len(raw)}\0".encode() + raw)
        return raw

    def _take(self, file: Path) -> None:
        """Take in one file; one that is only a list is a list of injects."""
        found, problems = read(self._bytes(file), str(file), list_allowed=file.name != MAIN)
        self.problems += problems
        if found is None:
            self.tree = None
        if found is None or self.tree is None:
            return
        for node in list(_maps(found, 0)):
            for key in [key for key in node if key.endswith(FILE)]:
                self._fill_in(node, key)
        parts = found if isinstance(found, LocatedMap) else {"injects": found}
        for key, value in parts.items():
            self._holders.setdefault(key, []).append(parts)
            self._join(self.tree, key, value, parts)

    def _join(self, tree: dict[str, Any], key: str, value: Any, found: dict[str, Any]) -> None:
        """Lists of several files follow one another; maps are laid together; nothing is replaced."""
        before = tree.get(key)
        if key not in tree:
            tree[key] = value
        elif isinstance(before, list) and isinstance(value, list):
            tree[key] = [*before, *value]
        elif isinstance(before, dict) and isinstance(value, dict):
            for name in before.keys() & value.keys():
                self._twice(value, name)
            tree[key] = {**value, **before}
        else:
            self._twice(found, key)

    def _twice(self, node: Any, key: str) -> None:
        path, mark = place_of(node, (key,), key=True)
        sentence = f"'{key}' stands in another file of this scenario as well"
        self.problems.append(Problem(path, mark.line, mark.column, "F08", sentence))

    def _fill_in(self, node: LocatedMap, key: str) -> None:
        """Put the words of a text file in place of its path, at the same place."""
        name, asked = key.removesuffix(FILE), node[key]
        if name in node:
            self._say(node, (key,), "F09", f"write '{name}' or '{key}', not both")
        node.key_marks[name] = node.key_marks[key]
        node.value_marks[name] = node.value_marks[key]
        if isinstance(asked, dict):
            node[name] = {
                language: self._text(node, (key, language), path)
                for language, path in asked.items()
            }
        else:
            node[name] = self._text(node, (key,), asked)
        del node[key]

    def _text(self, node: LocatedMap, loc: tuple[str, ...], named: Any) -> str:
        """The words of a text file; a stand-in where it is missing, so that is said only once."""
        inside = self._folder.resolve()
        if not isinstance(named, str):
            self._say(node, loc, "F10", "a text file is named by its path in the scenario's folder")
            return "–"
        file = (inside / named).resolve()
        if not file.is_relative_to(inside):
            self._say(node, loc, "F11", f"the text file '{named}' is outside the scenario's folder")
            return "–"
        if not file.is_file():
            self._say(node, loc, "F12", f"there is no text file '{named}' in the scenario's folder")
            return "–"
        text, problems = decode(self._bytes(file), str(self._folder / named))
        self.problems += problems
        return text or "–"

    def _say(self, node: Any, loc: tuple[str, ...], code: str, sentence: str) -> None:
        path, mark = place_of(node, loc)
        self.problems.append(Problem(path, mark.line, mark.column, code, sentence))


def _files(path: Path) -> list[Path]:
    if not path.is_dir():
        return [path]
    return [path / MAIN, *sorted((path / "injects").glob("*.yaml"))]


def _maps(node: Any, depth: int) -> Iterator[LocatedMap]:
    """The mappings that may name a text file, as deep as the format has any."""
    if isinstance(node, LocatedMap):
        yield node
    parts = node.values() if isinstance(node, dict) else node
    if depth < _DEPTH:
        for part in parts:
            if isinstance(part, dict | list):
                yield from _maps(part, depth + 1)
