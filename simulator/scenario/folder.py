"""A scenario's files put together: one tree that knows where each part stands, and its digest."""

from __future__ import annotations

import errno
import os
from hashlib import sha256
from pathlib import Path
from typing import Any, Final

from simulator.scenario.intake import Intake
from simulator.scenario.laying import with_templates
from simulator.scenario.located import LaidList, LaidMap, LocatedMap, place_of
from simulator.scenario.parts import Loc
from simulator.scenario.problem import Problem
from simulator.scenario.sharing import MAIN, Shelf
from simulator.scenario.source import Mark
from simulator.scenario.wording import in_words

FOLDER_CODES: Final = {
    "F08": "a part that stands in two files",
    "F09": "a text written twice, here and in a file",
    "F10": "a text file that is not named by a path",
    "F11": "a file outside the scenario's folder",
    "F12": "a missing text file",
    "F13": "a library that does not come with Kulla",
    "F14": "a missing included file",
    "F15": "a file that includes itself",
    "F16": "a part that an included file does not have",
    "F17": "an 'include' where none can stand, or none that can be read",
    "F18": "too much that is included",
    "F19": "a file of injects or tests that is not read",
}
"""What the codes of putting files together mean, in a few words each."""


class Files:
    """All that was read of one scenario.

    `tree` is what could be read, and `whole` says whether that is everything; `problems` are those
    of the files themselves. Texts in files of their own stand in the tree as words, and what is
    included or taken from a template as if it had been written there. `raw` holds the bytes of each
    file by its name within the scenario, and `sources` the YAML files that could be read.
    """

    def __init__(self, path: Path) -> None:
        """Raises OSError, with a file name, where one of the YAML files can't be opened."""
        folder = path if path.is_dir() else path.parent if path.name == MAIN else None
        self._main = folder / MAIN if folder else path
        if folder == path and not self._main.exists():
            raise FileNotFoundError(errno.ENOENT, f"it holds no {MAIN}", str(path))
        self._intake = Intake(self._main)
        self.problems = self._intake.problems
        self.raw = self._intake.raw
        self.sources = self._intake.sources
        own = LaidMap()
        for file in (self._main, *(sorted(folder.glob("injects/*.yaml")) if folder else ())):
            self._take(file, own)
        for file in sorted(folder.glob("injects/*.yml")) if folder else ():
            sentence = f"this file is not read; name it {in_words(file.stem + '.yaml')}"
            self.problems.append(Problem(str(file), 1, 1, "F19", sentence))
        self.tree: dict[str, Any] = with_templates(Shelf(self._intake).under(own))

    @property
    def whole(self) -> bool:
        return self._intake.whole

    @property
    def digest(self) -> str:
        """Of the names and bytes of all that was read, in the order in which it was read."""
        digest = sha256()
        for name, raw in self.raw.items():
            digest.update(f"{name}\0{len(raw)}\0".encode() + raw)
        return digest.hexdigest()

    def place(self, loc: Loc, *, key: bool = False) -> tuple[str, Mark]:
        """The file and the place that a pydantic `loc` leads to, or the nearest on the way."""
        path, mark = place_of(self.tree, loc, key=key)
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

    def _take(self, file: Path, own: LaidMap) -> None:
        """Take in one YAML file; any but the first may be only a list, and that of injects."""
        first, intake = file == self._main, self._intake
        if not first and not intake.is_inside(os.path.realpath(file)):
            sentence = "this file is a link that leads out of the scenario's folder"
            self.problems.append(Problem(str(file), 1, 1, "F11", sentence))
            intake.whole = False
            return
        name = MAIN if first else f"injects/{file.name}"
        found = intake.take(file, name, str(file), list_allowed=not first)
        if found is None:
            return
        parts = found if isinstance(found, LocatedMap) else {"injects": found}
        for key, value in parts.items():
            if key == "include" and not first:
                sentence = f"only {MAIN} and what it includes can include; move this there"
                intake.say(parts, (key,), "F17", sentence, key=True)
                intake.whole = False
            else:
                self._join(own, key, value, parts)

    def _join(self, own: LaidMap, key: str, value: Any, parts: dict[str, Any]) -> None:
        """Lists follow one another, maps are laid together, and nothing is replaced."""
        before = own.get(key)
        if key not in own:
            own.put(key, value, parts)
        elif isinstance(before, list) and isinstance(value, list):
            own[key] = LaidList(before, value)
        elif isinstance(before, dict) and isinstance(value, dict):
            for name in before.keys() & value.keys():
                self._twice(value, name)
            own[key] = together = LaidMap(before)
            for name in {**value, **before}:
                origin = before if name in before else value
                together.put(name, origin[name], origin)
        else:
            self._twice(parts, key)

    def _twice(self, node: dict[str, Any], key: str) -> None:
        sentence = f"{in_words(key)} stands in another file of this scenario already; delete one"
        self._intake.say(node, (key,), "F08", sentence, key=True)
