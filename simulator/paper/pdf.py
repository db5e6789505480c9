"""A paper as PDF, drawn by Typst, which comes with the extra `pdf`.

What the paper says is handed over as data; the one program that draws it is `paper.typ` beside.
"""

from __future__ import annotations

import json
from importlib.resources import files
from typing import Any, Final

from simulator.paper import blocks as b
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
    """All that the program is told."""
    language = paper.language
    return {
        "language": language,
        "title": shown(paper.title),
        "subtitle": shown(paper.subtitle),
        "marking": shown(paper.marking),
        "label": paper.label,
        "secret": say(language, "Only for who leads") if paper.secret else "",
        "page": say(language, "page {page} of {of}", page="{page}", of="{of}"),
        "blocks": [
            {**_block(block), "first": place == 0} for place, block in enumerate(paper.blocks)
        ],
    }


def _block(block: b.Block) -> dict[str, Any]:
    data = {"is": type(block).__name__.lower(), **_plain(block._asdict())}
    if isinstance(block, b.Frame | b.Sheet):
        data["blocks"] = [_block(inner) for inner in block.blocks]
    if isinstance(block, b.Grid):
        width = max(map(len, (block.heads, *block.rows)), default=1) or 1
        heads, *rows = ((*row, *[""] * (width - len(row))) for row in (block.heads, *block.rows))
        data |= _plain({"columns": width, "heads": heads, "rows": rows})
    if isinstance(block, b.Ticks):
        data["boxes"] = [_plain(tick._asdict()) for tick in block.boxes]
    return data


def _plain(value: Any) -> Any:
    """As JSON has it, and nothing in it that can't be seen."""
    if isinstance(value, str):
        return shown(value)
    if isinstance(value, dict):
        return {key: _plain(inner) for key, inner in value.items() if key not in NESTED}
    if isinstance(value, list | tuple):
        return [_plain(inner) for inner in value]
    return value


NESTED: Final = ("blocks", "boxes")
"""What is made data of block by block."""
