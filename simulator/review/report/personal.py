"""A page for one participant alone: what they did, and what came of it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from simulator.paper.blocks import (
    Block,
    Grid,
    Head,
    Paper,
    Words,
    paired,
    stepped,
)
from simulator.review.findings import Findings, Participant, ReportFound, Unread
from simulator.review.report.citing import anchors_in, register
from simulator.review.report.decisions import detail, table
from simulator.review.report.desks import calibrations
from simulator.review.report.notes import NONE
from simulator.review.report.overview import marking
from simulator.review.report.pseudonyms import hiding, veiled
from simulator.review.report.telling import Telling, grid, section, tellings
from simulator.review.report.times import real
from simulator.speech import many, say


def personal(findings: Findings, participant: Participant) -> Paper:
    """Nothing of anybody else is in it but what every role was told."""
    language = findings.language
    others = [one.name for one in findings.participants if one.name != participant.name]
    own = veiled(findings, hiding(filter(None, others), say(language, "somebody else")))
    blocks = tuple(
        chain.from_iterable(
            _page(t, participant)
            for t in tellings(own, NONE)
            if t.team.team == participant.team or not participant.team
        )
    )
    whole = own.overview
    title = say(language, "Personal page of {name}", name=participant.name)
    return Paper(
        "personal", language, title, whole.title, marking(own), f"TLP:{whole.tlp}",
        secret=False, blocks=stepped((_who(own, participant), *_cited(own, blocks))),
    )  # fmt: skip


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
        (say(language, "Left"),
         "" if participant.left is None else real(language, participant.left)),
        (say(language, "Acts"), str(participant.acts)),
    )  # fmt: skip


def _page(t: Telling, participant: Participant) -> Iterator[Block]:
    parts = (_decisions, _reports, _calibration, _unread, _contest)
    for part in parts:
        yield from part(t, participant)


def _decisions(t: Telling, participant: Participant) -> Iterator[Block]:
    language = t.language
    own = tuple(
        it for it in t.team.decisions
        if it.person == participant.name and it.role == participant.role and not it.stand_in
    )  # fmt: skip
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


def _reports(t: Telling, participant: Participant) -> Iterator[Block]:
    language = t.language
    own = [
        it for it in t.team.reports
        if it.person == participant.name and it.role == participant.role
    ]  # fmt: skip
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


def _calibration(t: Telling, participant: Participant) -> Iterator[Block]:
    own = tuple(
        it for it in t.team.calibration
        if it.whose == participant.name and not it.role and it.answers
    )  # fmt: skip
    if own:
        yield Head(say(t.language, "How sure you were, and how right"))
        yield calibrations(t, own)


def _unread(t: Telling, participant: Participant) -> Iterator[Block]:
    """What lay there cites how it was sent, and not what a colleague decided without it."""
    language = t.language
    own = [it for it in t.team.unread if it.role == participant.role]
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


def _contest(t: Telling, participant: Participant) -> Iterator[Block]:
    language = t.language
    own = [it for it in t.team.contest if it.by == participant.name and it.solved is not None]
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
