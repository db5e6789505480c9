"""What is said, in words from the one table of them; code holds no sentence of its own."""

import tomllib
from importlib.resources import files
from typing import Any, Final, NamedTuple

from tui.cleaning import clean

_TABLE: Final = tomllib.loads(files("tui.lines").joinpath("en.toml").read_text("utf-8"))


class Entry(NamedTuple):
    """What the help says of a command: how it is written, what it does, and more of that."""

    usage: str
    does: str
    more: str = ""


PHRASES: Final[dict[str, str]] = _TABLE["phrases"]
MANUAL: Final = {name: Entry(**entry) for name, entry in _TABLE["commands"].items()}


def one(text: str) -> str:
    """The text on one line."""
    return " ".join(clean(text).split())


def say(phrase: str, **given: Any) -> str:
    """One of the PHRASES, with what is given filled in, each on one line."""
    return PHRASES[phrase].format_map(
        {name: one(text) if isinstance(text, str) else text for name, text in given.items()}
    )


def stopped(*parts: str) -> str:
    """The parts that are not empty as sentences, one after the other."""
    return " ".join(map(sentence, filter(None, parts)))


def sentence(text: str) -> str:
    """With a stop at its end, and a capital at its beginning unless its first word has its own."""
    text = text.rstrip()
    end = "" if text.rstrip("”’\"')").endswith((".", "?", "!", "…", ":")) else "."
    first = text.partition(" ")[0]
    return f"{text if first != first.lower() else text[:1].upper() + text[1:]}{end}"
