"""What a check found as SARIF 2.1.0, which code hosts and editors read."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Final
from urllib.parse import quote

from simulator import __version__
from simulator.authoring.checking.codes import CODES, Code, Weight
from simulator.authoring.checking.explaining import explained
from simulator.authoring.checking.pages import pages
from simulator.scenario.problem import Problem

SCHEMA: Final = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
_BASE: Final = "%SRCROOT%"
_LEVELS: Final[dict[Weight, str]] = {"mistake": "error", "warning": "warning", "advice": "note"}


def as_sarif(problems: Sequence[Problem]) -> Iterator[str]:
    """One log with one run; its rules are the codes that were found."""
    found = sorted({problem.code for problem in problems})
    driver = {
        "name": "kulla",
        "semanticVersion": __version__,
        "rules": [_rule(CODES[code]) for code in found],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(problem, found.index(problem.code)) for problem in problems],
    }
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    yield json.dumps(log, ensure_ascii=False, indent=2)


def _rule(code: Code) -> dict[str, Any]:
    page = pages().get(code.code)
    return {
        "id": code.code,
        "shortDescription": {"text": code.words},
        "fullDescription": {"text": page.why if page else code.words},
        "help": {"text": "\n".join(explained(code))},
        "defaultConfiguration": {"level": _LEVELS[code.weight]},
        "properties": {"tags": [code.family]},
    }


def _result(problem: Problem, rule: int) -> dict[str, Any]:
    path, line, column, code, sentence = problem
    region = {"startLine": line, "startColumn": column}
    return {
        "ruleId": code,
        "ruleIndex": rule,
        "level": _LEVELS[CODES[code].weight],
        "message": {"text": sentence},
        "locations": [{"physicalLocation": {"artifactLocation": _file(path), "region": region}}],
    }


def _file(path: str) -> dict[str, str]:
    """By its way from the current folder, or by all of its path where it lies elsewhere."""
    whole, here = Path(os.path.abspath(path)), Path.cwd()  # noqa: PTH100 links are not followed
    if whole.is_relative_to(here):
        return {"uri": quote(whole.relative_to(here).as_posix()), "uriBaseId": _BASE}
    return {"uri": whole.as_uri()}
