"""What proves that a report is of what was played."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from simulator.paper.blocks import Block, Head, Points, Words, paired
from simulator.review.findings import Findings, Integrity, Removed
from simulator.review.report.telling import section
from simulator.speech import many, mark, say

ANCHORS: Final[dict[str, str]] = {"head file": mark("The head file beside the journal")}
"""What vouches for a record, in words."""


def integrity(findings: Findings) -> tuple[Block, ...]:
    return section(say(findings.language, "Integrity of the record"), _integrity(findings))


def _integrity(findings: Findings) -> Iterator[Block]:
    language, it = findings.language, findings.integrity
    yield from _stated(language, it)
    yield paired(
        *_upto(language, it),
        (say(language, "Begun with"), f"Kulla {it.kulla}"),
        (say(language, "This report was made with"), f"Kulla {it.made_with}"),
        (say(language, "Engine"), str(it.engine)),
        (say(language, "Format of the journal"), str(it.journal)),
        (say(language, "Seed"), str(it.seed)),
        (say(language, "Scenario"), it.scenario),
        (say(language, "Digest of the scenario"), it.digest),
        (say(language, "Hosted"), hosted(language, it)),
        (say(language, "Begins as"), it.forked),
    )
    if it.anchors:
        yield Head(say(language, "What else vouches for it"), 2)
        yield Points(tuple(_vouched(language, *anchor) for anchor in it.anchors))
    if it.states:
        yield Head(say(language, "State of each world at the end of its take"), 2)
        yield Points(
            tuple(
                say(language, "{team}, take {take}: {state}", team=team, take=take, state=state)
                for team, take, state in it.states
            )
        )  # fmt: skip
    if it.removed:
        yield Head(say(language, "Words that were taken out"), 2)
        yield Words(
            say(language, "These were taken out later. The chain holds a digest of them, so that "
                "everything else can still be proved.")
        )  # fmt: skip
        yield Points(tuple(_removed(language, one) for one in it.removed))


def essence(findings: Findings) -> Iterator[Block]:
    """What suffices to hold a report against its session."""
    language, it = findings.language, findings.integrity
    yield from _stated(language, it)
    yield paired(
        *_upto(language, it),
        (say(language, "Digest of the scenario"), it.digest),
        (say(language, "This report was made with"), f"Kulla {it.made_with}"),
    )


def _upto(language: str, it: Integrity) -> Iterator[tuple[str, str]]:
    """Which session it is, up to which record."""
    yield say(language, "Session"), it.session
    yield say(language, "Records"), str(it.records)
    yield say(language, "Head of the chain"), it.chain


def _stated(language: str, it: Integrity) -> Iterator[Block]:
    """How it stands, and what the head of the chain is good for."""
    yield Words(statement(language, it))
    yield Words(
        say(language, "Each record holds a digest of the one before it, so the head of the chain "
            "vouches for all of them: whoever keeps it elsewhere can prove later that nothing was "
            "changed. With the session at hand, kulla verify says whether this still holds."),
        "mute",
    )  # fmt: skip


def _removed(language: str, one: Removed) -> str:
    words = ", ".join(one.words)
    return say(language, "Record {record}: {words}", record=one.seq, words=words)


def _vouched(language: str, name: str, upto: int, fault: str) -> str:
    """What an anchor says, or what speaks against it."""
    who = say(language, ANCHORS[name]) if name in ANCHORS else name
    if fault:
        return f"{who}: {fault}"
    return many(
        language, "{name} vouches for the first record.",
        "{name} vouches for records 1 to {number}.", upto, name=who,
    )  # fmt: skip


def statement(language: str, it: Integrity) -> str:
    """Whether the record can be trusted, in sentences."""
    whole = many(
        language,
        "This report was made from {number} record alone, which is chained by a digest.",
        "This report was made from {number} records alone, each chained to the one before by a "
        "digest.", it.records,
    )  # fmt: skip
    told = [whole]
    if it.sound:
        told.append(say(language, "All was played again from them, and nothing speaks against "
                        "them."))  # fmt: skip
    else:
        told.append(say(language, "Something speaks against them, and the report should not be "
                        "relied on before it is explained:"))  # fmt: skip
        told += it.faults
    if it.torn:
        told.append(
            many(
                language,
                "{number} byte of an interrupted write, which nobody was told of, was left out.",
                "{number} bytes of an interrupted write, which nobody was told of, were left out.",
                it.torn,
            )
        )  # fmt: skip
    if it.recovered:
        told.append(say(language, "The session was recovered from a damaged one; what had been "
                        "lost is not in it."))  # fmt: skip
    return " ".join(told)


def hosted(language: str, it: Integrity) -> str:
    """How often a host took the session up."""
    return many(
        language, "{number} time, without a break", "taken up {number} times", it.hosts
    ) if it.hosts else ""  # fmt: skip
