"""Which keys a mapping may have, whatever it is about: words, each of them once, and no merging."""

from collections.abc import Iterator, Sequence
from typing import Any, Final

from simulator.scenario.source import Source

_WORD: Final = frozenset({str})
_MERGE: Final = "<<"
_LONGEST_QUOTED: Final = 40


def all_words(keys: Sequence[Any]) -> bool:
    """Whether these are texts, and none of them merges; they may still repeat each other."""
    return _WORD.issuperset(map(type, keys)) and _MERGE not in keys


def wrong_keys(
    nodes: Sequence[Any], indices: Sequence[int], source: Source
) -> Iterator[tuple[int, str, str]]:
    """The keys among `nodes`, keys and values in turn, that can't stand: where, code, sentence.

    Where a whole item comes again, for want of a dash, only the first key says so.
    """
    first: dict[str, int] = {}
    twice: list[tuple[int, str]] = []
    for at in range(0, len(nodes), 2):
        key = nodes[at]
        if not isinstance(key, str):
            yield at, "Y21", _not_a_word(key)
        elif key == _MERGE:
            yield at, "Y22", "merge keys '<<' are not used here; write the keys out"
        elif key in first:
            line = source.mark(first[key]).line
            twice.append((at, f"the key {_quoted(key)} stands in line {line} already; delete one"))
        else:
            first[key] = indices[at]
    whole = len(twice) > 1 and nodes[twice[0][0]] == nodes[0]
    for number, (at, sentence) in enumerate(twice):
        mend = ", or begin another item here with '- '" if whole else ""
        yield at, "Y20", "" if whole and number else sentence + mend


def _not_a_word(key: Any) -> str:
    if isinstance(key, list | dict):
        return "a key is a word; a text that begins with '[' or '{' needs quotation marks"
    return "a key is a word; a number, true, false or null needs quotation marks"


def _quoted(text: str) -> str:
    words = " ".join(text.split())
    return f"'{words}'" if len(words) <= _LONGEST_QUOTED else f"'{words[:_LONGEST_QUOTED]}…'"
