"""Findings for people: a line each, and on a terminal the place in its file, in colour."""

from __future__ import annotations

import os
import shutil
import sys
import textwrap
from collections.abc import Iterator, Sequence
from typing import Final

import click

from simulator.authoring.checking.codes import CODES, Weight
from simulator.authoring.checking.excerpts import Excerpt, excerpts
from simulator.authoring.checking.formats import as_line
from simulator.scenario.problem import Problem

_COLOURS: Final[dict[Weight, str]] = {"mistake": "red", "warning": "yellow", "advice": "cyan"}


def in_colour() -> bool:
    """Colours are for terminals, unless the person asked for none."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR")


def with_excerpts(problems: Sequence[Problem]) -> Iterator[str]:
    """Each problem and, below it, the place that it is about."""
    width = shutil.get_terminal_size().columns
    for problem, excerpt in excerpts(problems, width):
        colour = _COLOURS[CODES[problem.code].weight]
        yield from _heading(problem, colour, width)
        if excerpt:
            yield from _lines(excerpt, colour)


def _heading(problem: Problem, colour: str, width: int) -> Iterator[str]:
    """On lines of whole words; the first of them can still be clicked on."""
    first, *rest = textwrap.wrap(
        as_line(problem), width, subsequent_indent="    ", break_long_words=False,
        break_on_hyphens=False,
    )  # fmt: skip
    place, code, sentence = first.partition(f" {problem.code}")
    yield f"{click.style(place, bold=True)}{click.style(code, colour)}{sentence}"
    yield from rest


def _lines(excerpt: Excerpt, colour: str) -> Iterator[str]:
    number, line, carets = excerpt
    yield f"{click.style(f'{number} |', dim=True)} {line}".rstrip()
    gutter = click.style(f"{' ' * len(number)} |", dim=True)
    yield f"{gutter} {click.style(carets, colour, bold=True)}"
