"""How commands in one line are taken apart. Pure; nothing is looked up here."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Final, NamedTuple

from pydantic import TypeAdapter, ValidationError

from simulator.scenario.values import Seconds
from tui.lines.choosing import Unclear
from tui.lines.phrases import say, spellings, written
from tui.speech import _
from tui.words import CONFIDENCE

_DURATION: Final = TypeAdapter[int](Seconds)


@cache
def _between(before: str, ways: frozenset[str], after: str) -> re.Pattern[str]:
    """A little word in any of the ways it may be written, and what stands around it."""
    longest = sorted(map(re.escape, ways), key=len, reverse=True)
    return re.compile(f"{before}({'|'.join(longest)}){after}", re.IGNORECASE | re.DOTALL)


def _word(name: str) -> re.Pattern[str]:
    return _between(r"(?:^|\s+)", written(name), r"(?:\s+|$)")


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
    rest, because, reason = _split("because", rest)
    rest, saying, words = _split("saying", rest)
    what, named, option = _split("option", rest)
    whole = sure is not None or because or saying or named
    # In a sentence a comma stands before `because` and before `sure`, and belongs to neither.
    return Ruling(what, option, words.rstrip(" ,;"), reason.rstrip(" ,;"), sure, whole)


def _sure(text: str) -> tuple[str, int | None]:
    """The text without how sure one is at its end, where that is said in a known way."""
    found = _between(r"(?:^|.*\s)", written("sure"), r"\s+([\w-]+\s*%?)").fullmatch(text)
    if found:
        try:
            return text[: found.start(1)].rstrip(), level(found[2])
        except Unclear:
            pass
    return text, None


def _split(word: str, text: str) -> tuple[str, bool, str]:
    found = _word(word).search(text)
    if found is None:
        return text.strip(), False, ""
    return text[: found.start()].strip(), True, text[found.end() :].strip()


def level(text: str) -> int:
    """How sure one is, as 0 to 100: a word, its number, or per cent. Raises Unclear."""
    written_so = text.strip().casefold()
    said = written_so.removesuffix("%").strip()
    for number, (name, meant) in enumerate(CONFIDENCE, 1):
        if said in spellings(name, _(name)) or written_so == str(number):
            return meant
    if said.isascii() and said.isdigit() and int(said[:4]) <= 100:
        return int(said)
    raise Unclear(say("bad-sure"))


def parted(text: str, *names: str) -> tuple[str, dict[str, str]]:
    """What stands before the first of these little words, and what follows each that is there."""
    found = sorted(
        (match.start(1), match.end(1), name)
        for name in names
        for match in [_word(name).search(text)] if match
    )  # fmt: skip
    starts = [*(start for start, _end, _name in found), len(text)]
    parts = zip(found, starts[1:], strict=True)
    after = {name: text[at:end].strip(" ,;") for (_start, at, name), end in parts}
    return text[: starts[0]].strip(), after


class Errand(NamedTuple):
    """An order in one line. `ways` are the ways to read it as an action and a target."""

    ways: tuple[tuple[str, str], ...]
    reason: str
    whole: bool


def errand(text: str) -> Errand:
    """`2 on 1 because …`: the longest name for the action first, then shorter ones."""
    rest, because, reason = _split("because", text)
    ways = ((rest, ""), *_ways(rest))
    return Errand(ways, reason, because or len(ways) > 1)


def _ways(text: str) -> Iterator[tuple[str, str]]:
    for found in reversed(list(_between(r"\s+", written("on"), r"\s+").finditer(text))):
        yield text[: found.start()].strip(), text[found.end() :].strip()


def numbered(text: str) -> tuple[str, str]:
    """A number at the beginning, and the rest without `because`; no number is empty."""
    first, *rest = text.split(" ", 1)
    number, words = (first, *rest, "")[:2] if first.isascii() and first.isdigit() else ("", text)
    return number, reason(words)


def reason(text: str) -> str:
    """The words without `because` before them."""
    because = _word("because").match(text)
    return text[because.end() if because else 0 :].strip()


def attributed(text: str) -> tuple[str, str]:
    """`by Besa: words` as the name and the words; a name that is not said is empty."""
    found = _between("", written("by"), r"\s+([^:]+):\s*(.*)").fullmatch(text)
    return (found[2].strip(), found[3].strip()) if found else ("", text)


def seconds(text: str) -> int:
    """A duration such as 2h30m. Raises Unclear."""
    try:
        return _DURATION.validate_python(text.replace(" ", ""))
    except ValidationError:
        raise Unclear(say("bad-duration")) from None


def with_reason(text: str) -> tuple[str, str]:
    """The text before `because`, and the reason after it; no reason is empty."""
    rest, _because, why = _split("because", text)
    return rest, why
