"""How commands in one line are taken apart. Pure; nothing is looked up here."""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from pydantic import TypeAdapter, ValidationError

from simulator.scenario.values import Seconds
from tui.lines.choosing import Unclear
from tui.lines.phrases import say
from tui.words import CONFIDENCE

_SURE: Final = re.compile(r"(?:^|.*\s)sure\s+([\w-]+)\s*%?", re.IGNORECASE | re.DOTALL)
_BECAUSE: Final = re.compile(r"(?:^|\s+)because(?:\s+|$)", re.IGNORECASE)
_SAYING: Final = re.compile(r"(?:^|\s+)saying(?:\s+|$)", re.IGNORECASE)
_OPTION: Final = re.compile(r"(?:^|\s+)option(?:\s+|$)", re.IGNORECASE)
_ON: Final = re.compile(r"\s+on\s+", re.IGNORECASE)
_DURATION: Final = TypeAdapter[int](Seconds)
_LEVELS: Final = dict(CONFIDENCE)


class Ruling(NamedTuple):
    """A decision in one line. `whole` is whether more than the decision was named."""

    what: str
    option: str
    words: str
    reason: str
    sure: int | None
    whole: bool


def ruling(text: str) -> Ruling:
    """`3 option 2 saying … because … sure 70`, any part of which may be missing."""
    rest, sure = _sure(text)
    rest, because, reason = _split(_BECAUSE, rest)
    rest, saying, words = _split(_SAYING, rest)
    what, named, option = _split(_OPTION, rest)
    whole = sure is not None or because or saying or named
    return Ruling(what, option, words, reason, sure, whole)


def _sure(text: str) -> tuple[str, int | None]:
    """The text without how sure one is at its end, where that is said in a known way."""
    found = _SURE.fullmatch(text)
    if found:
        try:
            return text[: found.start(1)].rstrip()[:-4].rstrip(), level(found[1])
        except Unclear:
            pass
    return text, None


def _split(word: re.Pattern[str], text: str) -> tuple[str, bool, str]:
    found = word.search(text)
    if found is None:
        return text.strip(), False, ""
    return text[: found.start()].strip(), True, text[found.end() :].strip()


def level(text: str) -> int:
    """How sure one is, as 0 to 100. Raises Unclear."""
    said = text.strip().casefold().removesuffix("%").strip()
    if said in _LEVELS:
        return _LEVELS[said]
    if said.isascii() and said.isdigit() and int(said[:4]) <= 100:
        return int(said)
    raise Unclear(say("bad-sure"))


class Errand(NamedTuple):
    """An order in one line. `ways` are the ways to read it as an action and a target."""

    ways: tuple[tuple[str, str], ...]
    reason: str
    whole: bool


def errand(text: str) -> Errand:
    """`2 on 1 because …`: the longest name for the action first, then shorter ones."""
    rest, because, reason = _split(_BECAUSE, text)
    ways = ((rest, ""), *_ways(rest))
    return Errand(ways, reason, because or len(ways) > 1)


def _ways(text: str) -> Iterator[tuple[str, str]]:
    for found in reversed(list(_ON.finditer(text))):
        yield text[: found.start()].strip(), text[found.end() :].strip()


def numbered(text: str) -> tuple[str, str]:
    """A number at the beginning, and the rest without `because`; no number is empty."""
    first, _, rest = text.partition(" ")
    number, words = (first, rest) if first.isascii() and first.isdigit() else ("", text)
    return number, _BECAUSE.sub("", words, 1).strip() if _BECAUSE.match(words) else words.strip()


def seconds(text: str) -> int:
    """A duration such as 2h30m. Raises Unclear."""
    try:
        return _DURATION.validate_python(text.replace(" ", ""))
    except ValidationError:
        raise Unclear(say("bad-duration")) from None
