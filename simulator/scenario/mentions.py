"""Checks of texts: the `${…}` names in them, and the languages they come in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Set

from simulator.scenario.finding import Finding
from simulator.scenario.names import known_names
from simulator.scenario.parts import Found, Loc
from simulator.scenario.scenario import Scenario
from simulator.scenario.wording import in_words, nearest
from simulator.scenario.words import NAME

_OPENING = "${"


def in_texts(scenario: Scenario, texts: Found, left_out: Set[str]) -> Iterator[Finding]:
    """What is wrong with the texts; names of parts that are left out are let pass."""
    known = frozenset(known_names(scenario))
    own = scenario.language
    spoken = ("", own)
    for loc, text in texts:
        words = text.words
        if words[0][0] not in spoken and own not in text.languages():
            sentence = f"the scenario's own language is '{own}'; write this text in '{own}' as well"
            yield Finding(loc, "T03", sentence)
        for language, said in words:
            if "$" in said and not _sound(said, known):
                place = (*loc, language) if language else loc
                yield from _names(said, place, known, left_out)


def terms_twice(scenario: Scenario) -> Iterator[Finding]:
    """A finding at every term that the glossary has already."""
    known = set[str]()
    for number, entry in enumerate(scenario.glossary):
        term = entry.term.into(scenario.language).casefold()
        if term in known:
            sentence = "the glossary explains this term already; take one of the two out"
            yield Finding(("glossary", number, "term"), "T04", sentence)
        known.add(term)


def _sound(words: str, known: frozenset[str]) -> bool:
    names = NAME.findall(words)
    return words.count(_OPENING) == len(names) and known.issuperset(names)


def _names(words: str, loc: Loc, known: frozenset[str], left_out: Set[str]) -> Iterator[Finding]:
    names = NAME.findall(words)
    if words.count(_OPENING) > len(names):
        sentence = "a name that begins with '${' is never closed; write it like ${time}"
        yield Finding(loc, "T02", sentence)
    for name in dict.fromkeys(names):
        if name not in known and left_out.isdisjoint(name.split(".")):
            told = in_words(f"${{{name}}}")
            yield Finding(loc, "T01", f"there is no name {told}{_hint(name, known)}")


def _hint(name: str, known: Iterable[str]) -> str:
    close = nearest(name, frozenset(known))
    return close or "; names begin with role, team, asset, gauge, decision or name, and a point"
