"""A page for one participant alone: what they did, and what came of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, replace
from itertools import chain
from typing import Any, TypeVar

from simulator.paper.blocks import (
    Block,
    Claims,
    Grid,
    Head,
    Paper,
    Words,
    paired,
    stepped,
)
from simulator.review.cited import named
from simulator.review.desks.personal import Personal
from simulator.review.desks.personal import personal as its_own
from simulator.review.findings import (
    ClockFound,
    DecisionFound,
    Findings,
    Happened,
    Participant,
    ReportFound,
    Solved,
    TeamFound,
    Unread,
)
from simulator.review.report.citing import anchors_in, register
from simulator.review.report.decisions import detail, table
from simulator.review.report.desks import calibrating, calibrations
from simulator.review.report.notes import NONE
from simulator.review.report.overview import marking
from simulator.review.report.pseudonyms import hiding, veiled
from simulator.review.report.reporting import deadlines
from simulator.review.report.telling import Telling, grid, section, tellings
from simulator.review.report.times import Times, real
from simulator.speech import many, say

Found = TypeVar("Found", Findings, TeamFound)


def personal(findings: Findings, participant: Participant) -> Paper:
    """Nothing of anybody else is in it but what every role was told."""
    language, name = findings.language, participant.name
    others = [one.name for one in findings.participants if one.name not in ("", name)]
    own = veiled(
        _only(findings, participant), hiding(others, say(language, "somebody else"), but=name)
    )
    [participant] = own.participants
    blocks = tuple(
        chain.from_iterable(
            _page(t, participant, its_own(t.team, participant))
            for t in tellings(own, NONE)
            if t.team.team == participant.team
        )
    )
    whole = own.overview
    title = say(language, "Personal page of {name}", name=name)
    return Paper(
        "personal", language, title, whole.title, marking(own), f"TLP:{whole.tlp}",
        secret=False, blocks=stepped((_who(own, participant), *_cited(own, blocks))),
    )  # fmt: skip


def _only(findings: Findings, participant: Participant) -> Findings:
    """As little of it as the page needs, for in all of that names have to be looked for."""
    teams = (
        _as_told(_bare(team, **_own(team, participant)), participant)
        if team.team == participant.team
        else _bare(team)
        for team in findings.teams
    )
    return _bare(findings, teams=tuple(teams), participants=(participant,))


def _bare(found: Found, **kept: Any) -> Found:
    """Without all that it lists, but for what is kept."""
    lists = [one.name for one in fields(found) if isinstance(getattr(found, one.name), tuple)]
    return replace(found, **dict.fromkeys(lists, ()) | kept)


def _own(team: TeamFound, participant: Participant) -> dict[str, Any]:
    """What the page is made of: their own, the questions that they left messages unread for, and
    the events behind it."""
    own = its_own(team, participant)
    asked = {it.decision for it in own.unread} | {it.id for it in own.missed}
    places = {*named((own, participant.orders))}
    return {
        "decisions": tuple(it for it in team.decisions if it in own.decisions or it.id in asked),
        "reports": own.reports,
        "clocks": own.clocks,
        "unread": own.unread,
        "contest": own.solved,
        "calibration": own.calibration,
        "cited": tuple(it for it in team.cited if it.place in places),
        "private": tuple(it for it in team.private if it.place in places),
    }


def _as_told(team: TeamFound, participant: Participant) -> TeamFound:
    """The team as the debrief shows it to this person: what others wrote among themselves stays
    with them."""
    closed = {
        it.place: it.words
        for it in team.private
        if it.place not in participant.did and participant.role not in it.to
    }

    def told(events: tuple[Happened, ...]) -> tuple[Happened, ...]:
        return tuple(replace(it, words=closed.get(it.place, it.words)) for it in events)

    decisions = tuple(replace(it, led_to=told(it.led_to)) for it in team.decisions)
    return replace(team, decisions=decisions, cited=told(team.cited))


def has_page(participant: Participant) -> bool:
    """Only who played has decisions to look back at."""
    return participant.part == "player"


def _who(findings: Findings, participant: Participant) -> Block:
    language = findings.language
    teams = findings.teams if len(findings.teams) > 1 else ()
    team = next((one.title for one in teams if one.team == participant.team), "")
    return paired(
        (say(language, "Team"), team),
        (say(language, "Role"), participant.role_title),
        (say(language, "Came"), real(language, participant.came)),
        (say(language, "Left at"),
         "" if participant.left is None else real(language, participant.left)),
        (say(language, "Had the seat"), _seat(findings, participant)),
        (say(language, "Acts"), str(participant.acts)),
    )  # fmt: skip


def _seat(findings: Findings, participant: Participant) -> str:
    """From when to when in the exercise; empty for all of it."""
    language, times = findings.language, Times(findings.language, findings.overview.start)
    if participant.left is None and not participant.since:
        return ""
    return say(
        language, "from {begin} to {end}", begin=times.moment(participant.since),
        end=times.moment(participant.until),
    )  # fmt: skip


def _page(t: Telling, participant: Participant, own: Personal) -> Iterator[Block]:
    yield from _decisions(t, own.decisions)
    if own.missed:
        yield Head(say(t.language, "Questions that were open too long while you had the seat"))
        yield table(t, own.missed)
    yield from _reports(t, own.reports)
    yield from _clocks(t, own.clocks)
    yield from _orders(t, participant.orders)
    if own.calibration:
        yield Head(say(t.language, "How sure you were, and how right"))
        yield Words(calibrating(t.language), "mute")
        yield calibrations(t, own.calibration)
    yield from _unread(t, own.unread)
    yield from _contest(t, own.solved)


def _decisions(t: Telling, own: tuple[DecisionFound, ...]) -> Iterator[Block]:
    language = t.language
    yield Head(say(language, "Your decisions"))
    if not own:
        yield Words(say(language, "You took no decision yourself."))
        return
    yield Words(many(language, "You took {number} decision.", "You took {number} decisions.",
                     len(own)))  # fmt: skip
    yield table(t, own)
    for it in own:
        yield Head(" ".join(it.ask.split()), 2)
        yield from detail(t, it, whose=False)


def _reports(t: Telling, own: tuple[ReportFound, ...]) -> Iterator[Block]:
    language = t.language
    if not own:
        return

    def row(it: ReportFound) -> tuple[tuple[str, ...], tuple[str, ...]]:
        cells = (
            t.times.clock(it.at), it.title, it.to, ", ".join(it.right), ", ".join(it.wrong),
            ", ".join(it.left_out),
        )  # fmt: skip
        return cells, t.anchors(it.cites)

    heads = (
        say(language, "Sent"), say(language, "Report"), say(language, "To"),
        say(language, "Right"), say(language, "Wrong"), say(language, "Left out"),
    )  # fmt: skip
    yield Head(say(language, "Your reports"))
    yield grid(say(language, "What you reported, and what was right in it"), heads, map(row, own))


def _clocks(t: Telling, own: tuple[ClockFound, ...]) -> Iterator[Block]:
    if own:
        caption = say(t.language, "What you had to report, and by when")
        yield Head(say(t.language, "Your reporting clocks"))
        yield deadlines(t, own, caption)


def _orders(t: Telling, own: tuple[Happened, ...]) -> Iterator[Block]:
    known = {it.place for it in t.team.cited}
    if own:
        yield Head(say(t.language, "Your orders"))
        yield Claims(
            tuple(
                t.claim(f"{t.times.moment(it.at)}: {it.words}",
                        (it.place,) if it.place in known else ())
                for it in own
            )
        )  # fmt: skip


def _unread(t: Telling, own: tuple[Unread, ...]) -> Iterator[Block]:
    """What lay there cites how it was sent, and not what a colleague decided without it."""
    language = t.language
    asked = {it.id: " ".join(it.ask.split()) for it in t.team.decisions}
    if not own:
        return

    def row(it: Unread) -> tuple[tuple[str, ...], tuple[str, ...]]:
        read = say(language, "never") if it.read is None else t.times.clock(it.read)
        question = asked.get(it.decision, it.decision)
        cells = (it.subject, t.times.clock(it.sent), read, question, t.times.clock(it.decided))
        return cells, t.anchors(it.cites[:1])

    heads = (
        say(language, "Message"), say(language, "Sent"), say(language, "Opened"),
        say(language, "Decided without it"), say(language, "At"),
    )  # fmt: skip
    yield Head(say(language, "What lay before your role, unread"))
    yield grid(say(language, "Messages that were not opened, or too late"), heads, map(row, own))


def _contest(t: Telling, own: tuple[Solved, ...]) -> Iterator[Block]:
    language = t.language
    if not own:
        return
    heads = (say(language, "Challenge"), say(language, "Points"), say(language, "Solved"))
    rows = tuple((it.title, str(it.points), t.times.clock(it.solved)) for it in own)
    yield Head(say(language, "What you solved in the contest"))
    yield Grid(say(language, "Challenges that you solved; points as they were set"), heads, rows)


def _cited(findings: Findings, blocks: tuple[Block, ...]) -> Iterator[Block]:
    """The blocks, and the register of just those events that they cite: what led to them may be
    what others decided, and why."""
    yield from blocks
    cited = frozenset(anchors_in(blocks))
    for t in tellings(findings, NONE):
        caption = say(t.language, "Every event that this page cites")
        found = register(t, cited, caption, causes=False)
        yield from section(say(t.language, "Cited events"), found)
