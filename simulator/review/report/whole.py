"""The report as one paper: what decision-makers read first, what stands behind it last."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from simulator.paper.blocks import Block, Contents, Head, Paper, stepped
from simulator.review.findings import Findings
from simulator.review.report import appendices
from simulator.review.report.citing import anchors_in
from simulator.review.report.curves import curves
from simulator.review.report.decisions import decisions
from simulator.review.report.desks import desks
from simulator.review.report.discussion import discussion
from simulator.review.report.happened import happened
from simulator.review.report.integrity import integrity
from simulator.review.report.notes import NONE, Notes, blocks
from simulator.review.report.objectives import objectives
from simulator.review.report.overview import compared, marking, overview
from simulator.review.report.plan import plan
from simulator.review.report.points import across, points
from simulator.review.report.summary import summary
from simulator.review.report.telling import Telling, deeper, tellings
from simulator.speech import say


def report(findings: Findings, notes: Notes = NONE) -> Paper:
    """All that was found, with what people wrote in `notes`."""
    language, whole = findings.language, findings.overview
    title = say(language, "After-action report and improvement plan")
    return Paper(
        "report", language, title, whole.title, marking(findings), f"TLP:{whole.tlp}",
        secret=False, blocks=stepped(tuple(_blocks(findings, notes))),
    )  # fmt: skip


def anchors(teams: tuple[Telling, ...]) -> frozenset[str]:
    """Of every event that can be cited."""
    return frozenset(t.anchor(it.place) for t in teams for it in t.team.cited)


def _blocks(findings: Findings, notes: Notes) -> Iterator[Block]:
    teams = tellings(findings, notes)
    told = tuple(_told(findings, notes, teams))
    cited = frozenset(anchors_in(told))
    yield from told
    for t in teams:
        yield from _named(t, appendices.cited_events(t, cited))


def _told(findings: Findings, notes: Notes, teams: tuple[Telling, ...]) -> Iterator[Block]:
    """Everything but the register."""
    known = anchors(teams)
    yield from summary(findings, notes, known)
    yield Contents(say(findings.language, "Contents"), level=2 if len(teams) > 1 else 1)
    yield from overview(findings, blocks(notes.part("overview"), known))
    yield from compared(findings)
    for t in teams:
        yield from alone(t, (objectives(t), happened(t), curves(t), decisions(t), desks(t),
                             points(t, known)))  # fmt: skip
    if len(teams) > 1:
        yield from across(findings.language, notes, known)
    yield from discussion(findings, notes, known, teams)
    yield from plan(findings, teams)
    yield from appendices.participants(findings)
    for t in teams:
        parts = (
            appendices.control(t), appendices.contest(t), appendices.msel(t),
            appendices.techniques(t),
        )  # fmt: skip
        yield from alone(t, parts, say(findings.language, "For the record"))
    yield from integrity(findings)


def _named(t: Telling, blocks: tuple[Block, ...]) -> Iterator[Block]:
    """A team's section whose heading says whose it is, where there are several teams."""
    head, *rest = blocks or (None,)
    if isinstance(head, Head):
        yield Head(f"{t.team.title}: {head.text}", turns=True) if t.number else head
        yield from rest


def alone(
    t: Telling, sections: tuple[tuple[Block, ...], ...], what: str = "", *, turns: bool = True
) -> Iterator[Block]:
    """A team's sections; beneath a heading of its own where there are several teams."""
    blocks = tuple(chain.from_iterable(sections))
    if not t.number:
        yield from blocks
    elif blocks:
        title = t.team.title
        yield Head(f"{title}: {what}" if what else title, turns=turns)
        yield from deeper(blocks)
