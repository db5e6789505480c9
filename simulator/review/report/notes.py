"""`notes.md`: what people write into a report, kept beside it.

It is read as paragraphs and lists beneath headings that are known. All of it is text: nothing in
it is markup, is executed, or leads anywhere but to events that the report cites.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from typing import Final, NamedTuple

from simulator.paper.blocks import Claim, Claims
from simulator.paper.linking import named
from simulator.scenario.characters import shown
from simulator.speech import LANGUAGES, mark, say

HEADINGS: Final[dict[str, str]] = {
    "summary": mark("Executive summary"),
    "overview": mark("Exercise overview"),
    "strengths": mark("Strengths"),
    "areas": mark("Areas for improvement"),
    "recommendations": mark("Recommendations"),
    "discussion": mark("Discussion"),
}
"""The parts that people may write, in the order of the file."""
COMMENT: Final = re.compile(r"<!--(.*?)-->", re.DOTALL)
HEADING: Final = re.compile(r" {0,3}#{1,6}[ \t]+(?P<title>.*?)[ \t#]*$")
ITEM: Final = re.compile(r" {0,3}(?:[-*+]|\d{1,9}[.)])[ \t]+")
PLACE: Final = re.compile(r"\d+(?:\.\d+)?")
CITED: Final = re.compile(r"(?:\s*\[\d+(?:\.\d+)?(?:, ?\d+(?:\.\d+)?)*\])+$")
"""`[204, 207]`, and `[204] [207]` as a report prints it."""
DRAFTED: Final = re.compile(r"\s*draft ([0-9a-f]{16})\b")


class Passage(NamedTuple):
    """A paragraph, or an item of a list, and the anchors that it ends with."""

    words: str
    item: bool = False
    cites: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Notes:
    """What people wrote, by part; `unknown` are the headings that no report has. A draft that
    nobody has changed is not here: it is made anew. `loose` is whether anything stands beneath no
    heading."""

    parts: tuple[tuple[str, tuple[Passage, ...]], ...] = ()
    unknown: tuple[str, ...] = ()
    loose: bool = False

    def part(self, name: str) -> tuple[Passage, ...]:
        return next((found for known, found in self.parts if known == name), ())

    def astray(self, anchors: frozenset[str]) -> tuple[str, ...]:
        """What is cited and no event that can be, each once."""
        cites = (cite for _, found in self.parts for one in found for cite in one.cites)
        return tuple(dict.fromkeys(cite for cite in cites if cite not in anchors))


NONE: Final = Notes()


def read(text: str) -> Notes:
    """What is written there, however it is written."""
    found: dict[str, tuple[Passage, ...]] = {}
    unknown: list[str] = []
    loose = False
    for title, body in _sections(text.removeprefix("\ufeff")):
        name = _known().get(_folded(title))
        passages = _passages(COMMENT.sub("", body))
        if name is None:
            unknown += [title] if title else []
            loose = loose or (not title and bool(passages))
        elif passages and not _untouched(body, passages):
            found[name] = (*found.get(name, ()), *passages)
    return Notes(tuple(found.items()), tuple(unknown), loose)


def begun(language: str, draft: Iterable[Claim]) -> str:
    """The file as it is made at first, with a draft of the summary."""
    body = "\n\n".join(map(_written, draft))
    how = (
        say(language, "What people add to this report. Write beneath the headings, in paragraphs "
            "or in lists whose lines begin with a dash, and make the report again."),
        say(language, "Where nothing stands beneath a heading, the report says what was computed. "
            "[204] at the end of a paragraph leads to event 204."),
        say(language, "The summary is a draft: while nobody changes it, it is made anew each "
            "time. Beneath the overview belongs what no record knows: sponsor, place, and whom to "
            "ask."),
    )  # fmt: skip
    parts = [f"<!--\n{chr(10).join(how)}\n-->"]
    for name, heading in HEADINGS.items():
        parts.append(f"# {say(language, heading)}")
        if name == "summary":
            parts += [f"<!-- draft {_digest(_passages(body))} -->", body]
    return "\n\n".join(parts) + "\n"


def blocks(passages: Iterable[Passage], anchors: frozenset[str]) -> Iterator[Claims]:
    """As they are printed; only what is cited leads anywhere."""
    run: list[Claim] = []
    listed = False
    for passage in passages:
        if run and passage.item != listed:
            yield Claims(tuple(run), listed)
            run = []
        listed = passage.item
        run.append(_claim(passage, anchors))
    if run:
        yield Claims(tuple(run), listed)


def _claim(passage: Passage, anchors: frozenset[str]) -> Claim:
    if passage.cites and anchors.issuperset(passage.cites):
        return Claim(passage.words, passage.cites)
    return Claim(_citing(passage.words, passage.cites))


def _sections(text: str) -> Iterator[tuple[str, str]]:
    """Titles with what stands beneath them; a heading within a comment is none."""
    hidden = [found.span() for found in COMMENT.finditer(text)]
    title, begin, at = "", 0, 0
    for line in text.splitlines(keepends=True):
        heading = HEADING.match(line.rstrip("\r\n"))
        if heading and not any(low < at < high for low, high in hidden):
            yield title, text[begin:at]
            title, begin = heading["title"].strip(), at + len(line)
        at += len(line)
    yield title, text[begin:]


def _passages(text: str) -> tuple[Passage, ...]:
    return tuple(_passage(words, item) for words, item in _gathered(text) if words)


def _gathered(text: str) -> Iterator[tuple[str, bool]]:
    """Lines that belong together, joined."""
    words: list[str] = []
    item = False
    for line in (*text.splitlines(), ""):
        begins = ITEM.match(line)
        if begins or not line.strip():
            yield " ".join(words), item
            words, item = [], bool(begins)
        words += line[begins.end() if begins else 0 :].split()


def _passage(words: str, item: bool) -> Passage:
    cited = CITED.search(words)
    if not cited:
        return Passage(shown(words), item)
    places = tuple(f"e{place}" for place in PLACE.findall(cited[0]))
    return Passage(shown(words[: cited.start()]), item, places)


def _written(claim: Claim) -> str:
    """A claim as a paragraph that is read as the same one."""
    words = " ".join(claim.words.replace("<!--", "<! --").split())
    return _citing(words, claim.cites)


def _citing(words: str, cites: tuple[str, ...]) -> str:
    """The words, with what they cite as people write it: `[204, 207]`."""
    return f"{words} [{', '.join(map(named, cites))}]" if cites else words


def _untouched(body: str, passages: tuple[Passage, ...]) -> bool:
    """Whether this is a draft as it was written by us."""
    marks = (DRAFTED.match(comment) for comment in COMMENT.findall(body))
    return any(found and found[1] == _digest(passages) for found in marks)


def _digest(passages: tuple[Passage, ...]) -> str:
    return sha256(repr([tuple(one) for one in passages]).encode()).hexdigest()[:16]


@cache
def _known() -> dict[str, str]:
    """Every part by its heading, in each language."""
    return {
        _folded(say(language, heading)): name
        for language in LANGUAGES
        for name, heading in HEADINGS.items()
    }


def _folded(title: str) -> str:
    return " ".join(title.split()).casefold()
