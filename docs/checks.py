#!/usr/bin/env python3
"""Writes docs/checks.md from the codes and their pages, so that it says what the check does."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from simulator.authoring.checking.codes import CODES, Code, Family
from simulator.authoring.checking.pages import BASE, Example, pages
from simulator.scenario.sharing import MAIN

PAGE: Final = Path(__file__).with_suffix(".md")

BEGINNING: Final = """\
# What `kulla check` tells

This page is made by `make docs` from the codes and their pages in `simulator/authoring`, and a test holds it to them.
`kulla check --explain F01` shows the same in the terminal.

`kulla check PATH` reads a scenario, several, or a folder of them, and names everything that is wrong at once, each with
its place:

    night.yaml:28:9: R01 there is no role 'dutty'; did you mean 'duty'?

- A **mistake** keeps the scenario, or a test of it, from being played. While the scenario has one, nothing else is
  looked for.
- A **warning** says that something will not do what it seems to: it can be played, but not as it is meant.
- **Advice** says that it may not play well. Where only play shows this (Q40 and up), Kulla plays the scenario some
  dozens of times, with bots of every kind; `--no-play` leaves that out.

It leaves with 0 where all is well, 1 where anything is told, 2 where the command line is wrong, 3 where something
can't be read.

## How to ask

| option | does |
| --- | --- |
| `--select L,Q01` | looks for these only; a beginning stands for all codes that begin so |
| `--ignore Q` | does not tell these |
| `--no-play` | judges the scenario as it is written |
| `--explain L31` | shows the page of a code, or of all that begin so |
| `--watch` | checks again whenever a file changes: at once as it is written, and with play when all is quiet |
| `--excerpts` | shows the line and the place below each problem, as on a terminal; `--no-excerpts` doesn't |
| `--format json` | a list of objects with path, line, column, code, sentence, weight and family |
| `--format github` | annotations that GitHub shows beside a change |
| `--format sarif` | SARIF 2.1.0 for code hosts and editors |

Lines and columns are counted from 1, columns in characters. Colours are for terminals, and `NO_COLOR` is heeded.

## How to ignore

Warnings and advice can be ignored, mistakes can't. A comment at the end of the line that is told of, or alone on a
line above it, names the codes:

```yaml excerpt
roles:
  council: {title: Town council} # kulla: ignore[L31]
  # kulla: ignore[L31, Q07]
  press: {title: Press office}
```

Above the first key of a file, `# kulla: ignore-file[L31]` is meant for all of the file. An ignore that ignores nothing
is told, too, so that none is left behind.

## The examples

Each example below is the beginning of a `scenario.yaml`. What it leaves out is as here, and a comment marks the line
that is told of:

```yaml excerpt
{base}```
"""

FAMILIES: Final[dict[Family, str]] = {
    "form": "Whether the files can be read, and everything in them is written as the format wants it.",
    "references": "Whether every name leads somewhere, here and in the world outside.",
    "logic": "Whether the plot can be played as it is written.",
    "quality": "Whether it plays well.",
}


def page() -> str:
    """The whole document."""
    return "\n".join([BEGINNING.replace("{base}", "".join(BASE.values())), *_families()])


def _families() -> Iterator[str]:
    for family, about in FAMILIES.items():
        codes = [code for code in CODES.values() if code.family == family]
        yield f"## {family.capitalize()}\n\n{about}\n"
        yield "| code | weight | tells of |\n| --- | --- | --- |"
        for code in codes:
            yield f"| [{code.code}]({PAGE.name}#{code.code.lower()}) | {code.weight} | {code.words} |"
        yield ""
        for code in codes:
            yield from _code(code)


def _code(code: Code) -> Iterator[str]:
    yield f"### {code.code}\n\n**{_sentence(code.words)}** {code.weight.capitalize()}.\n"
    if told := pages().get(code.code):
        yield f"{told.why}\n"
        yield from _example("Wrong", told.bad)
        yield from _example("Right", told.good)


def _example(name: str, example: Example) -> Iterator[str]:
    for file, text in example.shown():
        where = "" if file == MAIN else f", in `{file}`"
        if text:
            yield f"{name}{where}:\n\n```yaml excerpt\n{text.rstrip(chr(10))}\n```\n"
        else:
            yield f"{name}{where}: nothing at all.\n"


def _sentence(words: str) -> str:
    return f"{words[0].upper()}{words[1:]}."


if __name__ == "__main__":
    PAGE.write_text(page(), "utf-8")
