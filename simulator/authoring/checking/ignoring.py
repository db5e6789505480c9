"""Comments that tell the check what not to tell: where they stand, and which of them do nothing."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Final, NamedTuple

import yaml

from simulator.authoring.checking.codes import CODES, UNUSED_IGNORE
from simulator.scenario.problem import Problem
from simulator.scenario.source import Source
from simulator.scenario.wording import nearest

_COMMENT: Final = re.compile(
    r"#(?<!\S#)[ \t]*kulla:[ \t]*(?P<word>[a-zA-Z-]+)(?:\[(?P<codes>[^\]\n]*)\])?"
)
_HERE: Final = "ignore"
_IN_FILE: Final = "ignore-file"
_WORD: Final = re.compile(r"[^\s,]+")
_NO_CONTENT: Final = re.compile(r"[ \t]*(#.*)?")


class Ignore(NamedTuple):
    """One code that is not to be told in `lines`; it stands at this index of the source.

    `fault` says why nothing can be ignored so.
    """

    source: Source
    at: int
    code: str
    lines: range
    fault: str = ""

    def covers(self, problem: Problem) -> bool:
        return (
            problem.code == self.code
            and problem.line in self.lines
            and problem.path == self.source.path
            and not self.fault
        )


def sifted(
    problems: Iterable[Problem], sources: Iterable[Source], looked_for: Collection[str]
) -> Iterator[Problem]:
    """What is left to tell, and a warning for each ignore that ignores nothing.

    Only of the codes that were `looked_for` is it known whether an ignore is of use.
    """
    ignores = [ignore for source in sources for ignore in ignores_in(source)]
    used: set[int] = set()
    for problem in problems:
        covering = {n for n, ignore in enumerate(ignores) if ignore.covers(problem)}
        used |= covering
        if not covering:
            yield problem
    for number, ignore in enumerate(ignores):
        if ignore.fault or (number not in used and ignore.code in looked_for):
            useless = ignore.fault or f"no {ignore.code} is found here; delete this"
            yield ignore.source.problem(ignore.at, UNUSED_IGNORE, useless)


def ignores_in(source: Source) -> Iterator[Ignore]:
    """Every code that a comment of this file names to be ignored."""
    maybe = [*_COMMENT.finditer(source.text)]
    values = _values(source.text) if maybe else []
    starts = [start for start, _ in values]
    for comment in maybe:
        before = bisect_right(starts, comment.start())
        if before and comment.start() < values[before - 1][1]:
            continue  # words of a text, not a comment
        if comment["word"] not in (_HERE, _IN_FILE):
            if meant := nearest(comment["word"], (_HERE, _IN_FILE)):
                sentence = f"nothing is done for '{comment['word']}'{meant}"
                yield Ignore(source, comment.start("word"), "", range(0), sentence)
            continue
        at_top, in_file = not before, comment["word"] == _IN_FILE
        named = [*_WORD.finditer(source.text, *comment.span("codes"))] if comment["codes"] else []
        for word in named:
            lines = _all(source) if in_file else _beside(source, comment.start())
            fault = _fault(word[0], misplaced=in_file and not at_top)
            yield Ignore(source, word.start(), word[0], lines, fault)
        if not named:
            sentence = "say what to ignore, as in 'kulla: ignore[L31]'"
            yield Ignore(source, comment.start(), "", range(0), sentence)


def _fault(code: str, *, misplaced: bool) -> str:
    if code not in CODES:
        return f"there is no code '{code}'{nearest(code.upper(), CODES)}"
    if CODES[code].weight == "mistake":
        return f"{code} is a mistake and can't be ignored; mend it"
    return "what is ignored in a whole file stands above its first key" if misplaced else ""


def _values(text: str) -> Sequence[tuple[int, int]]:
    """Where the text of each key and value begins and ends."""
    found = []
    for token in yaml.scan(text, Loader=yaml.CSafeLoader):
        if isinstance(token, yaml.ScalarToken):
            start, end = token.start_mark.index, token.end_mark.index
            if token.style in ("|", ">"):  # behind these can stand a comment
                start = text.find("\n", start, end) + 1 or end
            found.append((start, end))
    return found


def _all(source: Source) -> range:
    return range(1, source.text.count("\n") + 2)


def _beside(source: Source, index: int) -> range:
    """The line of a comment, or, where it stands there alone, the next that says something."""
    line = source.mark(index).line
    begin = source.text.rfind("\n", 0, index) + 1
    if source.text[begin:index].strip():
        return range(line, line + 1)
    while begin < len(source.text):
        content = _NO_CONTENT.match(source.text, begin)
        end = source.text.find("\n", begin)
        if end < 0 or (content and content.end() != end):
            break
        line, begin = line + 1, end + 1
    return range(line, line + 1)
