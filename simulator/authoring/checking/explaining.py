"""The page of a code in plain lines, for terminals."""

from __future__ import annotations

from collections.abc import Iterator
from textwrap import indent, wrap
from typing import Final

from simulator.authoring.checking.codes import Code, Weight
from simulator.authoring.checking.pages import Example, pages
from simulator.scenario.sharing import MAIN

MEANINGS: Final[dict[Weight, str]] = {
    "mistake": "a mistake, which keeps a scenario or a test of it from being played",
    "warning": "a warning, which 'kulla: ignore' can silence",
    "advice": "advice, which 'kulla: ignore' can silence",
}


def explained(code: Code) -> Iterator[str]:
    """Its name, weight, reason, and what is wrong and what is right."""
    yield f"{code.code}  {code.words}"
    yield f"     {code.family}; {MEANINGS[code.weight]}"
    if page := pages().get(code.code):
        yield ""
        yield from wrap(page.why, 78)
        for name, example in (("Wrong", page.bad), ("Right", page.good)):
            yield ""
            yield from _example(name, example)


def _example(name: str, example: Example) -> Iterator[str]:
    for file, text in example.shown():
        yield f"{name}:" if file == MAIN else f"{name}, in {file}:"
        yield ""
        yield indent(text.rstrip("\n") or "(nothing)", "    ")
