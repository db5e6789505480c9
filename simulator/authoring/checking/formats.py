"""What a check found, written for people and for programs."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from typing import Final

from simulator.authoring.checking.codes import CODES, Weight
from simulator.authoring.checking.sarif import as_sarif
from simulator.scenario.characters import shown
from simulator.scenario.problem import Problem

_ANNOTATIONS: Final[dict[Weight, str]] = {
    "mistake": "error",
    "warning": "warning",
    "advice": "notice",
}


def as_line(problem: Problem) -> str:
    """For people; file names, too, may hold what a terminal would obey."""
    return " ".join(shown(str(problem)).split("\n"))


def as_lines(problems: Sequence[Problem]) -> Iterator[str]:
    return map(as_line, problems)


def as_json(problems: Sequence[Problem]) -> Iterator[str]:
    data = [
        {**problem._asdict(), "weight": code.weight, "family": code.family}
        for problem, code in ((problem, CODES[problem.code]) for problem in problems)
    ]
    yield json.dumps(data, ensure_ascii=False, indent=2)


def as_annotations(problems: Sequence[Problem]) -> Iterator[str]:
    """Workflow commands, which GitHub shows beside the lines of a change."""
    for path, line, column, code, sentence in problems:
        place = f"file={_property(path)},line={line},col={column},title={code}"
        yield f"::{_ANNOTATIONS[CODES[code].weight]} {place}::{_data(sentence)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


FORMATS: Final[dict[str, Callable[[Sequence[Problem]], Iterator[str]]]] = {
    "text": as_lines,
    "json": as_json,
    "github": as_annotations,
    "sarif": as_sarif,
}
