"""Words as YAML: quoted where they must be, and so broken that a line is read at a glance."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from textwrap import wrap
from typing import Final

_WIDTH: Final = 100
_PLAIN: Final = re.compile(r"[^\W\d_]((?!: |:$| #|\s$)[^\n\t])*")
_FLOW_MARKS: Final = re.compile(r"[\[\]{},:]")
_NO_WORDS: Final = {"true", "false", "null", "yes", "no", "on", "off", "y", "n"}
"""Some of them are words for Kulla and none for other readers of YAML."""


def quoted(words: str, *, in_flow: bool = False) -> str:
    """In quotation marks, unless they are plain words where they stand."""
    plain = _PLAIN.fullmatch(words) and words.lower() not in _NO_WORDS
    if plain and not (in_flow and _FLOW_MARKS.search(words)):
        return words
    if '"' in words and words.isprintable():
        doubled = words.replace("'", "''")
        return f"'{doubled}'"
    return json.dumps(words, ensure_ascii=False)


def said(words: Mapping[str, str], *, in_flow: bool = True) -> str:
    """In one line: the words alone in one language, a map of several."""
    if len(words) == 1:
        return quoted(next(iter(words.values())), in_flow=in_flow)
    each = (f"{language}: {quoted(text, in_flow=True)}" for language, text in words.items())
    return f"{{{', '.join(each)}}}"


def told(begin: str, words: Mapping[str, str]) -> Iterator[str]:
    """The lines of a key and its text; `begin` is `  key: `, or a list's `- key: `."""
    line = begin + said(words, in_flow=False)
    if len(line) <= _WIDTH:
        yield line
        return
    indent = " " * (len(begin) - len(begin.lstrip(" -")) + 2)
    if len(words) == 1:
        yield from _folded(begin, next(iter(words.values())), indent)
        return
    yield begin.rstrip()
    for language, text in words.items():
        yield from _folded(f"{indent}{language}: ", text, indent + "  ")


def _folded(begin: str, words: str, indent: str) -> Iterator[str]:
    if len(begin + quoted(words)) <= _WIDTH:
        yield begin + quoted(words)
        return
    yield f"{begin}>-"
    yield from wrap(
        words, _WIDTH, initial_indent=indent, subsequent_indent=indent, break_on_hyphens=False
    )
