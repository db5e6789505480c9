"""What is said, in words from the one table of them; code holds no sentence of its own.

The table is in English, and what it holds is looked up in the catalogue of the reader's language.
"""

import re
import tomllib
from importlib.resources import files
from typing import Any, Final, NamedTuple

from tui.cleaning import clean
from tui.finding import folded
from tui.speech import _, many

_TABLE: Final = tomllib.loads(files("tui.lines").joinpath("en.toml").read_text("utf-8"))
_ASIDE: Final = re.compile(r" \(.*\)$")


class Entry(NamedTuple):
    """What the help says of a command: how it is written, what it does, and more of that."""

    usage: str
    does: str
    more: str = ""

    @property
    def name(self) -> str:
        return self.usage.partition(" ")[0]


PHRASES: Final[dict[str, str | dict[str, str]]] = _TABLE["phrases"]
"""Two forms, `one` and `many`, where it depends on the `count` that is given."""
MANUAL: Final = {name: Entry(**entry) for name, entry in _TABLE["commands"].items()}
WORDS: Final[dict[str, str]] = _TABLE["words"]
"""A stroke stands between several ways to write one; what it is for stands in brackets."""


def one(text: str) -> str:
    """The text on one line."""
    return " ".join(clean(text).split())


def say(phrase: str, **given: Any) -> str:
    """One of the PHRASES, with what is given filled in, each on one line."""
    filled = {name: one(text) if isinstance(text, str) else text for name, text in given.items()}
    words = PHRASES[phrase]
    if isinstance(words, str):
        return _(words, **filled)
    return many(words["one"], words["many"], given["count"], **filled)


def manual(command: str) -> Entry:
    """What the help says of it to this reader."""
    return Entry(*(_(text) for text in MANUAL[command]))


def written(word: str) -> frozenset[str]:
    """How one of the WORDS may be written: in English always, and as this reader says it."""
    said = (WORDS[word], _(WORDS[word]))
    ways = (way for text in said for way in _ASIDE.sub("", text).split("/"))
    return spellings(*ways)


def spellings(*words: str) -> frozenset[str]:
    """These as they are compared, with their accents and without."""
    return frozenset((*(word.casefold() for word in words), *map(folded, words)))


def stopped(*parts: str) -> str:
    """The parts that are not empty as sentences, one after the other."""
    return " ".join(map(sentence, filter(None, parts)))


def sentence(text: str) -> str:
    """With a stop at its end, and a capital at its beginning unless its first word has its own."""
    text = text.rstrip()
    end = "" if text.rstrip("”’\"')").endswith((".", "?", "!", "…", ":")) else "."
    first = text.partition(" ")[0]
    return f"{text if first != first.lower() else text[:1].upper() + text[1:]}{end}"
