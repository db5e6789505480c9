"""MSEL, decisions, plan and events as tables of plain cells, for whoever goes on working with them.

Their columns have the names of fields in English, and codes stay codes, whatever the language of
what else stands in them: tables of several sessions fit together.
"""

from __future__ import annotations

from typing import NamedTuple

from simulator.engine.wording.figures import moment
from simulator.review.findings import Findings
from simulator.review.report.times import Times

Cell = str | int | float | None


class Table(NamedTuple):
    """`name` is that of its file or sheet."""

    name: str
    heads: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


def tables(findings: Findings) -> tuple[Table, ...]:
    return msel(findings), decisions(findings), events(findings), plan(findings)


def msel(findings: Findings) -> Table:
    heads = (
        "team", "take", "number", "inject", "title", "planned", "planned_since_startex", "actual",
        "actual_since_startex", "channel", "from", "to", "expected", "objective", "status",
        "by_control", "opened_by", "remarks", "events",
    )  # fmt: skip
    when = _When(findings)
    rows = tuple(
        (
            team.team, team.take, it.number, it.inject, it.title, *when(it.planned),
            *when(it.actual), it.channel, it.sender, it.to, it.expected, it.objective, it.status,
            _yes(it.hand), it.read_by, it.remarks, _cites(it.cites),
        )
        for team in findings.teams
        for it in team.msel
    )  # fmt: skip
    return Table("msel", heads, rows)


def decisions(findings: Findings) -> Table:
    heads = (
        "team", "take", "decision", "inject", "role", "role_title", "question", "sent",
        "sent_since_startex", "read", "read_since_startex", "due", "due_since_startex", "decided",
        "decided_since_startex", "effect", "effect_since_startex", "phase", "option",
        "option_title", "best", "text", "reason", "confidence", "person", "bot", "fate", "events",
    )  # fmt: skip
    when = _When(findings)
    rows = tuple(
        (
            team.team, team.take, it.id, it.inject, it.role, it.role_title, it.ask, *when(it.sent),
            *when(it.read), *when(it.due), *when(it.decided), *when(it.effect), it.phase,
            it.option, it.option_title, _yes(it.best), it.text, it.reason, it.confidence,
            it.person, _yes(it.bot), it.fate, _cites(it.cites),
        )
        for team in findings.teams
        for it in team.decisions
    )  # fmt: skip
    return Table("decisions", heads, rows)


def events(findings: Findings) -> Table:
    """Those that the report cites."""
    heads = ("team", "take", "event", "at", "since_startex", "kind", "what", "because", "record")
    when = _When(findings)
    rows = tuple(
        (
            team.team, team.take, it.place, *when(it.at), it.kind, it.words, it.because,
            it.seq or None,
        )
        for team in findings.teams
        for it in team.cited
    )  # fmt: skip
    return Table("events", heads, rows)


def plan(findings: Findings) -> Table:
    heads = (
        "item", "team", "issue", "capability", "element", "action", "owner", "start", "due",
        "check", "check_in_words", "closed", "by", "events",
    )  # fmt: skip
    rows = tuple(
        (
            it.id, it.team, it.issue, it.capability, it.element, it.action, it.owner, it.starts,
            it.due, it.check, it.check_in_words, _yes(it.closed), it.by, _cites(it.cites),
        )
        for it in findings.plan
    )  # fmt: skip
    return Table("plan", heads, rows)


class _When:
    """A second as a moment of the exercise (ISO 8601) and as time since STARTEX."""

    def __init__(self, findings: Findings) -> None:
        self._times = Times("en", findings.overview.start)

    def __call__(self, at: int | None) -> tuple[str | None, str | None]:
        return (None, None) if at is None else (self._times.iso(at), moment(at))


def _yes(said: bool | None) -> str:
    return "" if said is None else "yes" if said else "no"


def _cites(cites: tuple[int, ...]) -> str:
    return " ".join(map(str, cites))
