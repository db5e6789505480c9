"""The files of one scenario taken in one after another, with all that is wrong in them."""

from __future__ import annotations

import errno
import os
import posixpath
from itertools import islice
from pathlib import Path
from typing import Any, Final

from simulator.scenario.limits import USUAL
from simulator.scenario.located import LocatedList, LocatedMap, place_of
from simulator.scenario.problem import Problem
from simulator.scenario.reader import read
from simulator.scenario.source import Source
from simulator.scenario.text import decode
from simulator.scenario.wording import in_words, nearest

FILE: Final = "_file"
_MOST_BESIDE: Final = 1000

_UNKNOWN: Final = "–"
"""Stands for a text that could not be read, so that this is said only once."""


class Intake:
    """What was read by now. `whole` says whether that is everything; `raw` holds the bytes of each
    file by its name within the scenario, and `sources` the YAML files that could be read.
    """

    def __init__(self, main: Path) -> None:
        self.main = main
        self.inside = os.path.realpath(main.parent)
        self.problems: list[Problem] = []
        self.whole = True
        self.raw: dict[str, bytes] = {}
        self.sources: list[Source] = []

    def is_inside(self, real: str) -> bool:
        return Path(real).is_relative_to(self.inside)

    def within(self, named: str) -> str:
        """The name within the scenario of a file that its author calls so; a copy has no links, so
        it is kept under this name. Empty where the way there leads out of the folder."""
        name = posixpath.normpath(named)
        return "" if name.startswith(("/", "../")) or name == ".." else name

    def like(self, named: str) -> str:
        """Which file beside it may have been meant by the name of one that is not there."""
        try:
            beside = islice(Path(self.inside, named).parent.iterdir(), _MOST_BESIDE)
            files = (path.relative_to(self.inside) for path in beside if path.is_file())
            return nearest(named, (path.as_posix() for path in files))
        except (OSError, ValueError):
            return ""

    def say(
        self, node: Any, loc: tuple[str | int, ...], code: str, sentence: str, *, key: bool = False
    ) -> None:
        """Add a problem at a place in the tree of a file."""
        path, mark = place_of(node, loc, key=key)
        self.problems.append(Problem(path, *mark, code, sentence))

    def take(
        self, file: Path | str, name: str, shown: str, *, list_allowed: bool = False
    ) -> LocatedMap | LocatedList | None:
        """The tree of a YAML file, which its author knows as `shown`, with its texts filled in."""
        raw = self._bytes(file, name)
        found, problems = read(raw, shown, list_allowed=list_allowed)
        self.problems += problems
        if found is None:
            self.whole = False
            return None
        self.sources.append(found.source)
        if FILE.encode() in raw:
            for node in _maps(found):
                for key in [key for key in node if key.endswith(FILE) and key != FILE]:
                    self._fill_in(node, key)
        return found

    def _bytes(self, file: Path | str, name: str) -> bytes:
        raw = self.raw[name] = beginning(Path(file))
        return raw

    def _fill_in(self, node: LocatedMap, key: str) -> None:
        """Put the words of a text file in place of its path, at the same place."""
        name, asked = key.removesuffix(FILE), node[key]
        if name in node:
            sentence = f"write {in_words(name)} or {in_words(key)}, not both"
            self.say(node, (key,), "F09", sentence, key=True)
        node.key_indices[name] = node.key_indices[key]
        node.value_indices[name] = node.value_indices[key]
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
        name = self.within(named)
        file = os.path.realpath(Path(self.inside, name))
        if not (name and self.is_inside(file)):
            sentence = (
                f"the text file {in_words(named)} is outside the scenario's folder; move it there"
            )
            return self._without_text(node, loc, "F11", sentence)
        if not os.path.isfile(file):  # noqa: PTH113 a name of any length has an answer
            sentence = f"there is no text file {in_words(named)} in the scenario's folder"
            sentence += self.like(named)
            return self._without_text(node, loc, "F12", sentence)
        raw = self._bytes(file, name)
        text, problems = decode(raw, str(self.main.parent / name))
        self.problems += problems
        return _UNKNOWN if text is None else text

    def _without_text(self, node: Any, loc: tuple[str, ...], code: str, sentence: str) -> str:
        self.say(node, loc, code, sentence)
        return _UNKNOWN


def beginning(path: Path) -> bytes:
    """The bytes of a file that ends, or so many that it is too large; raises OSError."""
    if path.exists() and not (path.is_file() or path.is_dir()):
        raise OSError(errno.EINVAL, "it is no file that ends", str(path))
    with path.open("rb") as opened:
        return opened.read(USUAL.size + 1)


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
