"""Fills the files of a first scenario with what its author wants.

In them `@(…)` is a value, `@(u*3)` three steps of the plot and `@(u/2)` half of one, and
`@[en|sq]` a text. Lines between `%if`, `%else` and `%end` stand only where that is wanted, those
after `%each other` once for each further role.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

from simulator.authoring.starting.saying import said, told
from simulator.authoring.starting.wishes import Wishes

_FILES: Final = Path(__file__).with_name("first")
_VALUE: Final = re.compile(r"@\(([\w.]+)(?:([*/])(\d+))?\)")
_TEXT: Final = re.compile(r"@\[([^|\]]*)\|([^\]]*)\]")
_KEY_AND_TEXT: Final = re.compile(r"( *(?:- )?\w+: )@\[([^|\]]*)\|([^\]]*)\]$")


def filled(name: str, wishes: Wishes) -> str:
    """A file of YAML."""
    return "".join(f"{line}\n" for line in _yaml_lines(name, wishes))


def prose(name: str, wishes: Wishes, language: str) -> str:
    """A file of plain text in one of the languages."""
    at = ("en", "sq").index(language) + 1
    lines = (_TEXT.sub(lambda text: text[at], line) for line in _wanted(name, wishes))
    return "".join(f"{line}\n" for line in lines)


def _yaml_lines(name: str, wishes: Wishes) -> Iterator[str]:
    for line in _wanted(name, wishes):
        if alone := _KEY_AND_TEXT.fullmatch(line):
            yield from told(alone[1], _in_languages(wishes, alone[2], alone[3]))
        else:
            yield _TEXT.sub(lambda text: said(_in_languages(wishes, text[1], text[2])), line)


def _in_languages(wishes: Wishes, english: str, albanian: str) -> dict[str, str]:
    words = {"en": english, "sq": albanian}
    return {language: words[language] for language in wishes.languages}


def _wanted(name: str, wishes: Wishes) -> Iterator[str]:
    """The lines that shall stand, with their values in place."""
    words = wishes.words()
    stands, repeated = True, None
    for line in (_FILES / f"{name}.in").read_text("utf-8").splitlines():
        mark, _, rest = line.partition(" ")
        if mark == "%if":
            stands = (rest.removeprefix("not ") in wishes.flags) != rest.startswith("not ")
        elif mark == "%else":
            stands = not stands
        elif mark == "%each":
            repeated = list[str]()
        elif mark == "%end":
            for other in wishes.others() if repeated else ():
                yield from (_valued(again, wishes, words | other) for again in repeated or ())
            stands, repeated = True, None
        elif repeated is not None:
            repeated.append(line)
        elif stands:
            yield _valued(line, wishes, words)


def _valued(line: str, wishes: Wishes, words: Mapping[str, str]) -> str:
    def value(found: re.Match[str]) -> str:
        if found[1] != "u":
            return words[found[1]]
        number = int(found[3] or 1)
        return wishes.moment(1, number) if found[2] == "/" else wishes.moment(number, 1)

    return _VALUE.sub(value, line)
