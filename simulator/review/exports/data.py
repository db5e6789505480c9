"""Everything that was found as JSON, and the schema that says what stands there."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from typing import Final, Literal

from pydantic import TypeAdapter

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
    findings: Findings


def as_json(findings: Findings) -> str:
    """The whole file; the same for the same findings. Nothing in it can't be seen, for JSON is
    read in terminals, too."""
    document = Document(FORMAT, veiled(findings, shown))
    return _adapter().dump_json(document, indent=1).decode() + "\n"


def schema() -> str:
    """JSON Schema of the file."""
    found = _adapter().json_schema(mode="serialization")
    title = "What a session of Kulla showed"
    whole = {"$schema": DIALECT, **found, "title": title}
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"


@cache
def _adapter() -> TypeAdapter[Document]:
    return TypeAdapter(Document)
