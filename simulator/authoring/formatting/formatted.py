"""A file in the one order and layout, or the reason why it is left as it is."""

from __future__ import annotations

import re
from collections import Counter
from typing import Any, Final

from simulator.authoring.formatting.layout import Layout
from simulator.authoring.formatting.nodes import Written
from simulator.authoring.formatting.order import INJECTS, STORIES
from simulator.scenario.problem import Problem
from simulator.scenario.reader import read
from simulator.scenario.scenario import Scenario
from simulator.scenario.text import decode

_KEEPS_LINES: Final = re.compile(r"[:-] [|>]\d?\+\d?(?= |$)", re.MULTILINE)
_KEPT_LINES: Final = "; leave the '+' away where a text begins with '|+' or '>+'"
"""Such a text has the empty lines below it, and no line could be put there to part what follows."""


class Unformattable(Exception):
    """A file that can't be laid out anew, with what keeps it from being so."""

    def __init__(self, path: str, problems: tuple[Problem, ...] = (), hint: str = "") -> None:
        super().__init__(path, problems, hint)
        self.path = path
        self.problems = problems
        self.hint = hint

    def __str__(self) -> str:
        reasons = "\n".join(map(str, self.problems))
        changes = "its layout can't be changed without changing what it says"
        return reasons or f"{self.path}: {changes}{self.hint}"


def formatted(raw: bytes, path: str) -> str:
    """The text of this file in the one layout. Raises Unformattable; nothing it says changes."""
    before = read(raw, path, list_allowed=True)
    text, _ = decode(raw, path)
    if before.problems or before.tree is None or text is None:
        raise Unformattable(path, tuple(before.problems))
    written = Written(text)
    after = "\n".join(Layout(written).lines(_shape(before.tree))) + "\n"
    if not _same(before.tree, written, after):
        raise Unformattable(path, hint=_KEPT_LINES if _KEEPS_LINES.search(text) else "")
    return after


def _shape(tree: Any) -> Any:
    """What the models call that which stands in the file: a scenario, or a list of its parts."""
    if isinstance(tree, dict):
        return Scenario
    tests = any(isinstance(item, dict) and "test" in item for item in tree)
    return STORIES if tests else INJECTS


def _same(tree: Any, written: Written, after: str) -> bool:
    """Whether all that was said is said still, comments too."""
    again = read(after.encode(), "", list_allowed=True)
    if again.problems or again.tree != tree:
        return False
    comments = Counter(comment.words for comment in written.comments)
    return comments == Counter(comment.words for comment in Written(after).comments)
