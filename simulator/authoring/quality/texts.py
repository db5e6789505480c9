"""Texts: all languages, of like length, no longer than their channel and no harder than needed."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import Final

from simulator.authoring.quality.reading import texts_in
from simulator.scenario.finding import Finding
from simulator.scenario.injects import Channel
from simulator.scenario.parts import Loc
from simulator.scenario.scenario import Scenario
from simulator.scenario.values import Text
from simulator.scenario.words import NAME

TIMES_AS_LONG: Final = 2
"""Albanian takes about a tenth more letters than English; twice as many words is another text."""

ENOUGH_WORDS: Final = 12
"""Shorter texts may differ by chance, and are not hard to read."""

FEW_ALIKE: Final = 5
"""So many texts may have been forgotten one by one; more were left out on purpose."""

LONGEST: Final = {
    Channel.SOCIAL: 80, Channel.CHAT: 80, Channel.SIEM: 120, Channel.PHONE: 150,
}  # fmt: skip
"""Words that people would write, or say in one go, there."""
LONGEST_ELSEWHERE: Final = 250
"""A page's third: what somebody reads to its end while the clock runs."""

HARDEST: Final = 65
"""LIX: words a sentence and per cent of words of more than six letters. Newspapers have 40 to 50,
laws 60. It counts letters only, so that it serves for both languages."""

LONG: Final = 6
"""Letters, the marks beside them counted in: a longer word is long."""

_A_FEW: Final = 4
"""Words among which one without a capital stands in nearly every text."""

_ENDS: Final = (".", "!", "?", ":", ";", "…", "\n\n", "\n-")
"""What ends a sentence, or begins the next paragraph or point."""


def in_texts(scenario: Scenario) -> Iterator[Finding]:
    """What is doubtful in texts as they are written; those of templates stand in injects."""
    texts = [found for found in texts_in(scenario) if found[0][0] != "templates"]
    yield from _languages(scenario, texts)
    for loc, text in texts:
        told = loc[0] == "injects" and loc[-1] == "text"
        if told or loc[-1] == "brief" or len(text.words) > 1:
            words = [said.split() for _, said in text.words]  # once, as that takes longest
            if len(words) > 1:
                yield from _lengths_apart(loc, text, words)
            if told or loc[-1] == "brief":
                yield from _hard(loc, text, words)
            if told and len(loc) == len(("injects", "number", "text")):
                yield from _too_long(loc, scenario.injects[int(loc[1])].channel, words)


def _languages(scenario: Scenario, texts: list[tuple[Loc, Text]]) -> Iterator[Finding]:
    """A language that most texts have is missed in the others; one in few is told once.

    What injects say weighs, for libraries bring none, and have more languages than one.
    """
    own = (scenario.language,)
    missable = [
        (loc, text.languages() if text.words[0][0] else own)
        for loc, text in texts
        if _translatable(loc, text)
    ]
    having = Counter(language for _, spoken in missable for language in spoken)
    weighed = [spoken for loc, spoken in missable if loc[0] == "injects"]
    weighed = weighed or [spoken for _, spoken in missable]
    for language, number in having.items():
        lacking = [loc for loc, spoken in missable if language not in spoken]
        if sum(language in spoken for spoken in weighed) * 2 >= len(weighed):
            yield from _lacking(language, lacking)
        elif number * 2 < len(missable):
            first = next(loc for loc, spoken in missable if language in spoken)
            sentence = f"only {number} of {len(missable)} texts are written in '{language}'"
            yield Finding(first, "T10", f"{sentence}; write the others too, or none")


def _lacking(language: str, lacking: list[Loc]) -> Iterator[Finding]:
    """Where many of one kind lack it, it is told at the first of them."""
    alike: defaultdict[tuple[str | int, ...], list[Loc]] = defaultdict(list)
    for loc in lacking:
        alike[loc[0], loc[-1]].append(loc)
    for places in alike.values():
        told, more = places, ""
        if len(places) > FEW_ALIKE:
            told, more = places[:1], f", nor are {len(places) - 1} like it"
        for loc in told:
            sentence = f"this text is not written in '{language}', as most are{more}"
            yield Finding(loc, "T10", sentence)


def _translatable(loc: Loc, text: Text) -> bool:
    """Names are the same everywhere, sources keep the title that they have, and what comes with a
    challenge is as a machine wrote it."""
    language, said = text.words[0]
    if loc[0] == "sources" or language:
        return loc[0] != "sources"
    if loc[0] == "contest" and "attachments" in loc:
        return False
    words = NAME.sub("", said) if "$" in said else said
    few = words.split(maxsplit=_A_FEW)
    return any(map(str.islower, few)) or any(map(str.islower, words.split()))


def _lengths_apart(loc: Loc, text: Text, words: list[list[str]]) -> Iterator[Finding]:
    if max(map(len, words)) < ENOUGH_WORDS:
        return
    lengths = dict(zip(text.languages(), map(len, words), strict=True))
    short, long = min(lengths, key=lengths.__getitem__), max(lengths, key=lengths.__getitem__)
    if lengths[long] > TIMES_AS_LONG * lengths[short]:
        yield Finding(
            (*loc, short), "T11",
            f"this has {lengths[short]} words in '{short}' and {lengths[long]} in '{long}'; do "
            "both say the same?",
        )  # fmt: skip


def _too_long(loc: Loc, channel: Channel | None, words: list[list[str]]) -> Iterator[Finding]:
    most = LONGEST.get(channel, LONGEST_ELSEWHERE) if channel else LONGEST_ELSEWHERE
    length = max(map(len, words))
    if length > most:
        by = f" by {channel}" if channel else ""
        sentence = f"{length} words are much{by}; leave at most {most}, attach the rest"
        yield Finding(loc, "T12", sentence)


def _hard(loc: Loc, text: Text, words: list[list[str]]) -> Iterator[Finding]:
    for (language, said), its_words in zip(text.words, words, strict=True):
        level = lix(said, its_words)
        if level > HARDEST:
            place = (*loc, language) if language else loc
            sentence = (
                f"this is hard to read (LIX {level:.0f}, laws have 60); shorter sentences and "
                "shorter words help"
            )
            yield Finding(place, "T13", sentence)


def lix(said: str, words: list[str]) -> float:
    """How hard a text of these words is to read; 0 where it is too short to tell."""
    if len(words) < ENOUGH_WORDS:
        return 0
    sentences = max(1, sum(map(said.count, _ENDS)))
    long = len([word for word in words if len(word) > LONG])
    return len(words) / sentences + 100 * long / len(words)
