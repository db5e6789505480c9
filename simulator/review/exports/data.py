"""Everything that was found as JSON, and the schema that says what stands there."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from typing import Any, Final, Literal

from pydantic import TypeAdapter

from simulator.authoring.describing.docstrings import about, meaning
from simulator.review import findings as every
from simulator.review.findings import Findings
from simulator.review.report.pseudonyms import veiled
from simulator.scenario.characters import shown

FORMAT: Final = 1
"""Grows with every change that a reader of the file could stumble over."""
DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"


@dataclass(frozen=True, slots=True)
class Document:
    """The file as a whole."""

    format: Literal[1]
    """Grows with every change that a reader of the file could stumble over."""
    findings: Findings
    """What the session showed. Times are whole seconds since STARTEX, moments of the real world
    milliseconds since 1970, and `cites` the places, in the log of the team's take, of the events
    behind a statement: those of `cited` of the team."""


def as_json(findings: Findings) -> str:
    """The whole file; the same for the same findings. Nothing in it can't be seen, for JSON is
    read in terminals, too."""
    document = Document(FORMAT, veiled(findings, shown))
    return _adapter().dump_json(document, indent=1).decode() + "\n"


def schema() -> str:
    """JSON Schema of the file, which says of each field what stands there."""
    found = _adapter().json_schema(mode="serialization")
    _describe(Document, found)
    for name, shape in found["$defs"].items():
        _describe(getattr(every, name), shape)
    title = "What a session of Kulla showed"
    whole = {"$schema": DIALECT, **found, "title": title}
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"


def _describe(kind: type, shape: dict[str, Any]) -> None:
    """Put what is written below the class and each of its fields into its shape."""
    shape["description"] = meaning(kind)
    for name, field in shape["properties"].items():
        field["description"] = about(kind, name).words


@cache
def _adapter() -> TypeAdapter[Document]:
    return TypeAdapter(Document)
