"""An end before the planned one, and what it left open."""

from __future__ import annotations

from simulator.review.findings import Findings, MeasureFound, TeamFound


def cut_short(findings: Findings, team: TeamFound) -> int:
    """By how many seconds its end came before the planned one."""
    return max(0, findings.overview.length - team.until) if team.over else 0


def left_open(findings: Findings, team: TeamFound) -> list[MeasureFound]:
    """The measures that were not met only because the end came early: with more time they might
    have been."""
    if not cut_short(findings, team):
        return []
    return [
        measure
        for objective in team.objectives
        for task in objective.tasks
        for measure in task.measures
        if not measure.met and measure.at == team.until
    ]
