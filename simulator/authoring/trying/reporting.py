"""What came of tests, for programs: JSON, and JUnit's XML that every CI service reads."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any
from xml.etree import ElementTree as Xml

from simulator.authoring.trying.results import Miss, Result
from simulator.authoring.trying.telling import failed
from simulator.rehearsal.covering import Coverage, Share


def as_data(results: Iterable[Result]) -> list[dict[str, Any]]:
    """The tests as plain data; times in seconds since STARTEX."""
    return [
        {
            "test": result.told.story.test,
            "path": str(result.told.file.path),
            "line": result.told.place().line,
            "passed": result.passed,
            "runs": result.runs,
            "failures": [_miss(miss) for miss in result.misses],
        }
        for result in results
    ]


def _miss(miss: Miss) -> dict[str, Any]:
    return {
        "line": miss.place.line,
        "column": miss.place.column,
        "expected": miss.expected,
        "instead": miss.instead,
        "seeds": list(miss.seeds),
        "at": miss.at,
    }


def as_junit(suites: Mapping[str, Sequence[Result]]) -> str:
    """A suite for each scenario; no times, so that the same runs give the same file."""
    top = Xml.Element("testsuites", name="kulla test")
    for scenario, results in suites.items():
        bad = sum(not result.passed for result in results)
        suite = Xml.SubElement(
            top, "testsuite", name=scenario, tests=str(len(results)), failures=str(bad),
            errors="0", skipped="0",
        )  # fmt: skip
        for result in results:
            _case(suite, result)
    Xml.indent(top)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{Xml.tostring(top, encoding="unicode")}'


def _case(suite: Xml.Element, result: Result) -> None:
    path = str(result.told.file.path)
    case = Xml.SubElement(
        suite, "testcase", classname=path, name=result.told.story.test, file=path,
        line=str(result.told.place().line),
    )  # fmt: skip
    if not result.passed:
        message = "; ".join(f"expected: {miss.expected}" for miss in result.misses)
        said = Xml.SubElement(case, "failure", message=message, type="test")
        said.text = "\n".join(failed(result))


def coverage_data(found: Coverage) -> dict[str, Any]:
    """Coverage as plain data."""
    return {
        "runs": found.runs,
        "percent": round(found.whole.percent, 1),
        "kinds": {kind: _share(share) for kind, share in found.kinds.items()},
        "objectives": {name: _share(share) for name, share in found.objectives.items()},
        "techniques": {
            it.id: {"steps": list(it.steps), "began": it.began, "seen": it.seen}
            for it in found.techniques
        },
        "points": {f"{point.kind} {point.id}": times for point, times in found.times.items()},
    }


def _share(share: Share) -> dict[str, Any]:
    return {"reached": share.reached, "of": share.of, "never": [it.id for it in share.never]}
