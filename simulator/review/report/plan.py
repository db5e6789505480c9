"""The improvement plan, the checks that close it, and what became of the plan before."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from simulator.paper.blocks import Block, Grid, Head, Words
from simulator.review.findings import Findings, Planned
from simulator.review.findings.basis import Element
from simulator.review.report.telling import Telling, grid, section
from simulator.review.report.times import day
from simulator.speech import many, mark, say

ELEMENTS: Final[dict[Element, str]] = {
    "planning": mark("Planning"),
    "organisation": mark("Organisation"),
    "equipment": mark("Equipment"),
    "training": mark("Training"),
    "exercises": mark("Exercises"),
}


def plan(findings: Findings, teams: tuple[Telling, ...]) -> tuple[Block, ...]:
    language = findings.language
    return section(say(language, "Improvement plan"), _plan(findings, teams))


def _plan(findings: Findings, teams: tuple[Telling, ...]) -> Iterator[Block]:
    language = findings.language
    if findings.plan:
        yield table(findings, teams)
        yield Words(
            say(language, "A check is asked in the next run of this exercise: a measure of an "
                "objective, or a test of the scenario. An issue is closed where its check is "
                "met."), "mute"
        )  # fmt: skip
    else:
        yield Words(say(language, "No corrective action has been agreed yet."))
    if findings.last_plan:
        yield Head(say(language, "What became of the last plan"), 2)
        yield Words(closed(findings))
        yield _before(language, findings.last_plan)


def table(findings: Findings, teams: tuple[Telling, ...]) -> Grid:
    """Each action that was agreed, and what it came of."""
    language = findings.language
    by_team = {t.team.team: t for t in teams}
    heads = (
        say(language, "Issue"), say(language, "Capability"), say(language, "Element"),
        say(language, "Corrective action"), say(language, "In charge"), say(language, "Start"),
        say(language, "Due"), say(language, "Check that closes it"),
    )  # fmt: skip

    def row(it: Planned) -> tuple[tuple[str, ...], tuple[str, ...]]:
        team = by_team.get(it.team) or (teams[0] if len(teams) == 1 else None)
        cells = (
            it.issue, it.capability, say(language, ELEMENTS[it.element]), it.action, it.owner,
            day(language, it.starts), day(language, it.due), it.check_in_words or it.check,
        )  # fmt: skip
        return cells, team.anchors(it.cites) if team else ()

    return grid(say(language, "Corrective actions"), heads, map(row, findings.plan), wide=True)


def closed(findings: Findings) -> str:
    """How much of the plan before is, and whether people have shown it."""
    language, rows = findings.language, findings.last_plan
    number = sum(it.closed is True for it in rows)
    told = many(
        language, "{number} of {all} actions of the plan before is closed by its check.",
        "{number} of {all} actions of the plan before are closed by their checks.",
        number, all=len(rows),
    )  # fmt: skip
    if any(it.part == "player" for it in findings.participants):
        return told
    alone = say(language, "The computer played all seats here, so this shows that the checks can "
                "be met, and not that people meet them.")  # fmt: skip
    return f"{told} {alone}"


def _before(language: str, plan: Iterable[Planned]) -> Grid:
    heads = (
        say(language, "Issue"), say(language, "Corrective action"), say(language, "In charge"),
        say(language, "Check"), say(language, "Result"), say(language, "Why"),
    )  # fmt: skip
    rows = tuple(
        (it.issue, it.action, it.owner, it.check_in_words or it.check, state(language, it), it.why)
        for it in plan
    )
    return Grid(say(language, "The plan of the session before"), heads, rows)


def state(language: str, it: Planned) -> str:
    """Whether its check has closed it."""
    if it.closed is None:
        return say(language, "open: nothing can be said yet")
    return say(language, "closed") if it.closed else say(language, "still open")
