"""What mends a problem, by its code: an edit at its place, or none where an author must think."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from simulator.authoring.attack.table import table
from simulator.authoring.fixing.edits import Edit, Page
from simulator.scenario.characters import UNSHOWABLE
from simulator.scenario.problem import Problem

Remedy = Callable[[Page, int, str], Edit | None]
"""Is given the page, the place of the problem in it, and its sentence."""

_MEANT: Final = re.compile(r"did you mean '([^']+)'\?$")
_KEY: Final = re.compile(r"""(["']?)([^\s:"']+)\1(?=\s*:)""")
_WORD: Final = re.compile(
    r"""(?:"([^"\n]*)"|'([^'\n]*)'|([^\s,\]}#][^,\]}#\n]*?))(?=\s*(?:[,\]}#\n]|$))"""
)
_TIME: Final = re.compile(r"(\d+)\s*(\D+?)\s*(?=\d|$)")
_UNITS: Final = {
    unit: short
    for short, units in {
        "d": "d day days", "h": "h hr hrs hour hours", "m": "m min mins minute minutes",
        "s": "s sec secs second seconds",
    }.items()
    for unit in units.split()
}  # fmt: skip
_YES_AND_NO: Final = {
    "yes": "true", "on": "true", "no": "false", "off": "false", "true": "true", "false": "false",
}  # fmt: skip
_IGNORED: Final = re.compile(
    r"[ \t]*#[ \t]*kulla:[ \t]*ignore(?:-file)?\[(?P<codes>[^\]\n]*)\][ \t]*"
)


def remedy(page: Page, problem: Problem) -> Edit | None:
    """The edit that mends this problem of the page, where there is a safe one."""
    known = REMEDIES.get(problem.code)
    index = page.index(problem) if page.has(problem) else len(page.text)
    return known(page, index, problem.sentence) if known and index < len(page.text) else None


def _meant_key(page: Page, index: int, sentence: str) -> Edit | None:
    """A mistyped key of the format becomes the one that is meant."""
    meant, key = _MEANT.search(sentence), _KEY.match(page.text, index)
    return Edit(key.start(2), key.end(2), meant[1]) if meant and key else None


def _meant_word(page: Page, index: int, sentence: str) -> Edit | None:
    """A mistyped word of the format, too; names that an author gave may mean another."""
    meant, word = _MEANT.search(sentence), _WORD.match(page.text, index)
    return Edit(word.start(), word.end(), meant[1]) if meant and word else None


def _right_kind(page: Page, index: int, sentence: str) -> Edit | None:
    """A number or truth in quotation marks, or a yes or no in the words of older YAML."""
    word = _WORD.match(page.text, index)
    said = next((part for part in word.groups() if part is not None), "") if word else ""
    if not word or not said:
        return None
    if "true or false should" in sentence and said.lower() in _YES_AND_NO:
        return Edit(word.start(), word.end(), _YES_AND_NO[said.lower()])
    if "number should" in sentence and word[3] is None and re.fullmatch(r"-?\d+(\.\d+)?", said):
        return Edit(word.start(), word.end(), said)
    return None


def _duration(page: Page, index: int, sentence: str) -> Edit | None:
    """`1 hour 30 min` is `1h30m`; a number alone could be anything."""
    word = _WORD.match(page.text, index)
    said = next((part for part in word.groups() if part is not None), "") if word else ""
    parts = _TIME.findall(said)
    units = [_UNITS.get(unit.lower(), "") for _, unit in parts]
    whole = _TIME.sub("", said).strip() == ""
    in_order = sorted(units, key="dhms".find) == units and len(set(units)) == len(units)
    if not word or not parts or not all(units) or not whole or not in_order:
        return None
    short = "".join(f"{number}{unit}" for (number, _), unit in zip(parts, units, strict=True))
    return Edit(word.start(), word.end(), short)


def _share(page: Page, index: int, sentence: str) -> Edit | None:
    """`40 percent` is `40%`; a number alone may be a share of one or of a hundred."""
    found = re.compile(r"(\d{1,3}(?:\.\d+)?)\s*(?:percent|per cent|pct)\b").match(page.text, index)
    return Edit(found.start(), found.end(), f"{found[1]}%") if found else None


def _unshowable(page: Page, index: int, sentence: str) -> Edit | None:
    found = UNSHOWABLE.match(page.text, index)
    return Edit(found.start(), found.end(), "") if found else None


def _tab(page: Page, index: int, sentence: str) -> Edit | None:
    begin = page.text.rfind("\n", 0, index) + 1
    found = re.compile(r"[ ]*\t[ \t]*").match(page.text, begin)
    return Edit(begin, found.end(), found[0].replace("\t", "  ")) if found else None


def _revoked(page: Page, index: int, sentence: str) -> Edit | None:
    """The technique that MITRE puts in its place."""
    word = re.compile(r"T\d{4}(\.\d{3})?").match(page.text, index)
    known = table().techniques
    now = known.get(known[word[0]].now) if word and word[0] in known else None
    return Edit(word.start(), word.end(), now.id) if word and now and not now.state else None


def _useless(page: Page, index: int, sentence: str) -> Edit | None:
    """A code that need not be ignored any more, and with the last of them the comment."""
    if not sentence.endswith("is found here; delete this"):
        return None
    begin = page.text.rfind("\n", 0, index) + 1
    comment = _IGNORED.search(page.text, begin, index + len(page.line(index)))
    if comment is None or not comment.start("codes") <= index < comment.end("codes"):
        return None
    code = page.text[index : index + len(re.split(r"[\s,\]]", page.line(index))[0])]
    left = [word for word in re.split(r"[\s,]+", comment["codes"]) if word and word != code]
    if left:
        return Edit(comment.start("codes"), comment.end("codes"), ", ".join(left))
    alone = (
        not page.text[begin : comment.start()].strip() and page.text[comment.end() :][:1] == "\n"
    )
    return Edit(begin if alone else comment.start(), comment.end() + alone, "")


REMEDIES: Final[dict[str, Remedy]] = {
    "F01": _meant_key, "F04": _right_kind, "F05": _meant_word, "V02": _duration, "V06": _share,
    "Y05": _unshowable, "Y11": _tab, "R31": _revoked, "X01": _useless,
}  # fmt: skip
"""By code; `kulla check` says of these that they can be mended."""
