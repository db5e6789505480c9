"""Which files a report consists of, and what stands in each."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain, count
from typing import Final, NamedTuple

from simulator.paper.markdown import markdown
from simulator.paper.page import page
from simulator.paper.pdf import pdf
from simulator.review.exports.csvs import as_csv
from simulator.review.exports.data import as_json
from simulator.review.exports.navigator import layers
from simulator.review.exports.tables import tables
from simulator.review.exports.workbook import xlsx
from simulator.review.findings import Findings
from simulator.review.report.brief import brief
from simulator.review.report.notes import Notes
from simulator.review.report.personal import has_page, personal
from simulator.review.report.times import Times
from simulator.review.report.whole import report
from simulator.scenario.characters import hyphenated

DEVICES: Final = re.compile(r"con|prn|aux|nul|com\d|lpt\d")
"""Names that no file can have on Windows, whatever its ending."""


class File(NamedTuple):
    """`name` is a path within the report's folder."""

    name: str
    raw: bytes


class Wanted(NamedTuple):
    """What is written beside pages, Markdown, JSON, CSV and layers."""

    pdf: bool = False
    xlsx: bool = False
    personal: bool = False


def files(findings: Findings, notes: Notes, wanted: Wanted) -> Iterator[File]:
    """Each as it is done; the same for the same findings and notes. Raises NoTypst, NoWriter."""
    paper = report(findings, notes)
    yield File("report.html", page(paper).encode())
    yield File("report.md", markdown(paper).encode())
    short = brief(findings, notes, paper)
    yield File("brief.html", page(short).encode())
    yield File("brief.md", markdown(short).encode())
    yield File("report.json", as_json(findings).encode())
    for table in tables(findings):
        yield File(f"csv/{table.name}.csv", as_csv(table))
    yield from _layers(findings)
    if wanted.personal:
        yield from _personal(findings)
    if wanted.xlsx:
        yield File("report.xlsx", xlsx(findings))
    if wanted.pdf:
        yield File("brief.pdf", pdf(short))
        yield File("report.pdf", pdf(paper))


def _layers(findings: Findings) -> Iterator[File]:
    times = Times(findings.language, findings.overview.start)
    several, used = len(findings.teams) > 1, set[str]()
    for team in findings.teams:
        whole = findings.overview.title
        title = f"{whole}: {team.title}" if several else whole
        for domain, layer in layers(team, title, times).items():
            name = _free(f"{slug(team.team)}-{domain}" if several else domain, used)
            yield File(f"navigator/{name}.json", layer.encode())


def _personal(findings: Findings) -> Iterator[File]:
    used = set[str]()
    for one in findings.participants:
        if has_page(one):
            name = _free(slug(f"{one.name} {one.role}"), used)
            yield File(f"personal/{name}.html", page(personal(findings, one)).encode())


def _free(name: str, used: set[str]) -> str:
    """The name, with a number behind it where another file has it."""
    others = (f"{name}-{number}" for number in count(2))
    free = next(one for one in chain([name], others) if one not in used)
    used.add(free)
    return free


def slug(words: str) -> str:
    """The words as a file may be called everywhere: `Besa Hoxha` is `besa-hoxha`."""
    name = hyphenated(words)[:60].rstrip("-") or "somebody"
    return f"{name}-" if DEVICES.fullmatch(name) else name
