"""A paper as PDF, drawn by Typst, which comes with the extra `pdf`.

What the paper says is handed over as data; the one program that draws it is `paper.typ` beside.
"""

from __future__ import annotations

import json
from importlib.resources import files
from typing import Any, Final

from simulator.paper import blocks as b
from simulator.paper.charts import Calibrated
from simulator.paper.drawing import alone
from simulator.paper.linking import leads, linked, named
from simulator.scenario.characters import shown
from simulator.speech import say

MISSING: Final = "PDF needs the extra pdf: pip install 'kulla[pdf]', or leave --pdf away."
EPOCH: Final = 0
"""The moment that stands in every file, so that the same paper is the same file."""


class NoTypst(Exception):
    """Typst is not installed; says what to install."""


def pdf(paper: b.Paper) -> bytes:
    """The file; the same for the same paper, to the byte. Raises NoTypst."""
    try:
        import typst  # noqa: PLC0415 extras are imported only in use
    except ImportError:
        raise NoTypst(MISSING) from None

    program = (files(__package__) / "paper.typ").read_bytes()
    told = {"paper": json.dumps(as_data(paper), ensure_ascii=False)}

    def drawn(*standards: Any) -> bytes:
        made = typst.compile(
            program, format="pdf", ignore_system_fonts=True, sys_inputs=told,
            pdf_standards=[*standards], timestamp=EPOCH,
        )  # fmt: skip
        assert isinstance(made, bytes)
        return made

    try:
        return drawn("ua-1")
    except typst.TypstError:
        # A sign that no font here has keeps it from being PDF/UA, but not from being read.
        return drawn()


def as_data(paper: b.Paper) -> dict[str, Any]:
    """All that the program is told. Into another file no reader of PDF is sure to follow a link,
    so what stands beside the paper is only named."""
    paper, language = linked(paper._replace(beside=None)), paper.language
    return {
        "language": language,
        "title": shown(paper.title),
        "subtitle": shown(paper.subtitle),
        "marking": shown(paper.marking),
        "label": paper.label,
        "secret": say(language, "Only for who leads") if paper.secret else "",
        "page": say(language, "page {page} of {of}", page="{page}", of="{of}"),
        "blocks": [
            {**_block(block, language), "first": place == 0}
            for place, block in enumerate(paper.blocks)
        ],
    }


def _block(block: b.Block, language: str) -> dict[str, Any]:
    data = {"is": type(block).__name__.lower(), **_plain(block._asdict())}
    match block:
        case b.Frame() | b.Sheet():
            data["blocks"] = [_block(inner, language) for inner in block.blocks]
        case b.Grid():
            data |= _grid(block, language)
        case b.Ticks():
            data["boxes"] = [_plain(tick._asdict()) for tick in block.boxes]
        case b.Claims():
            data["items"] = [
                {"words": shown(claim.words), "cites": _links(claim.cites)} for claim in block.items
            ]
        case b.Figure():
            data["pictures"] = [*alone(block.chart)]
            data["slim"] = isinstance(block.chart, Calibrated)
            data["table"] = None if block.apart else _block(block.table, language)
        case b.Register():
            data["entries"] = [
                {
                    "at": _links((entry.anchor,))[0],
                    "cells": _even(entry.cells, len(block.heads) - 1),
                }
                for entry in block.entries
            ]
        case _:
            pass
    return data


def _grid(grid: b.Grid, language: str) -> dict[str, Any]:
    width = max(map(len, (grid.heads, *grid.rows)), default=1) or 1
    heads, *rows = (_even(row, width) for row in (grid.heads, *grid.rows))
    if grid.cites:
        heads.append(say(language, "Evidence"))
    cites = [_links(row) for row in grid.cites]
    return {"columns": len(heads), "heads": heads, "rows": rows, "cites": cites}


def _even(row: tuple[str, ...], width: int) -> list[str]:
    """So many cells, whatever there is."""
    return [shown(cell) for cell in (*row[:width], *[""] * (width - len(row)))]


def _links(cites: tuple[str, ...]) -> list[dict[str, str]]:
    """What they are called, and where they lead, if anywhere."""
    return [{"name": shown(named(cite)), "to": cite if leads(cite) else ""} for cite in cites]


def _plain(value: Any) -> Any:
    """As JSON has it, and nothing in it that can't be seen."""
    if isinstance(value, str):
        return shown(value)
    if isinstance(value, dict):
        return {key: _plain(inner) for key, inner in value.items() if key not in NESTED}
    if isinstance(value, list | tuple):
        return [_plain(inner) for inner in value]
    return value


NESTED: Final = ("blocks", "boxes", "chart", "table", "entries")
"""What is made data of block by block."""
