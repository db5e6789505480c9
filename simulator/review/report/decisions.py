"""Decisions with what they led to: a table of all, then each that people had to take."""

from __future__ import annotations

from collections.abc import Iterator

from simulator.paper.blocks import Block, Claim, Claims, Head, Points, Words, paired
from simulator.review.findings import DecisionFound
from simulator.review.report.telling import Telling, grid, section
from simulator.review.report.times import short, span
from simulator.speech import mark, say

PHASES = {
    "open": mark("still open at the end"),
    "taken": mark("taken"),
    "missed": mark("not decided in time"),
    "withdrawn": mark("withdrawn by control"),
}


def decisions(t: Telling) -> tuple[Block, ...]:
    return section(say(t.language, "Decisions and their consequences"), _decisions(t))


def _decisions(t: Telling) -> Iterator[Block]:
    language = t.language
    if not t.team.decisions:
        return
    yield table(t, t.team.decisions)
    if t.explains(lambda team: team.decisions):
        yield Words(
            say(language, "A decision counts from when its message was read, or else sent; an "
                "effect counts from the decision. What it led to is what followed from it and "
                "from no later one."), "mute"
        )  # fmt: skip
    for found in t.team.decisions:
        if not found.bot and found.phase != "withdrawn":
            yield Head(f"{found.role_title}: {' '.join(found.ask.split())}", 2)
            yield from detail(t, found)


def table(t: Telling, decisions: tuple[DecisionFound, ...]) -> Block:
    """All of them, a row each."""
    language = t.language
    heads = (
        say(language, "Sent"), say(language, "Role"), say(language, "Question"),
        say(language, "What was answered"), say(language, "By"), say(language, "Best"),
        say(language, "Sent to read"), say(language, "Read to decided"),
        say(language, "Decided to effect"),
    )  # fmt: skip
    rows = (
        (
            (
                t.times.clock(it.sent), it.role_title, it.ask, answer(language, it), _by(t, it),
                _best(language, it), _took(language, it.sent, it.read),
                _took(language, it.read, it.decided),
                _took(language, it.decided, it.effect),
            ),
            t.anchors(it.cites),
        )
        for it in decisions
    )  # fmt: skip
    return grid(say(language, "All decisions, by when they were asked"), heads, rows, wide=True)


def answer(language: str, it: DecisionFound) -> str:
    """What was decided, or why nothing was."""
    said = it.option_title or it.text
    if it.phase == "taken":
        return said
    phase = say(language, PHASES[it.phase])
    if it.phase == "missed" and said:
        return say(language, "{phase}; in its place stands: {said}", phase=phase, said=said)
    return f"{phase}: {said}" if said else phase


def _by(t: Telling, it: DecisionFound) -> str:
    if it.bot:
        return say(t.language, "the computer")
    if it.stand_in:
        return say(t.language, "{name} of control", name=it.person)
    return it.person or "–"


def _best(language: str, it: DecisionFound) -> str:
    if it.best is None:
        return "–"
    return say(language, "yes") if it.best else say(language, "no")


def _took(language: str, begin: int | None, end: int | None) -> str:
    return short(language, _between(begin, end))


def _between(begin: int | None, end: int | None) -> int | None:
    """Seconds from one to the other; None where either is not there, or came the other way."""
    if begin is None or end is None or end < begin:
        return None
    return end - begin


def detail(t: Telling, it: DecisionFound, whose: bool = True) -> Iterator[Block]:
    """One decision with all that is known of it; without other people's words where it is not
    told `whose` it was."""
    language = t.language
    yield paired(
        (say(language, "Sent"), t.times.moment(it.sent)),
        (say(language, "Read"), _after(t, it.sent, it.read)
         or say(language, "not opened")),
        (say(language, "Due"), t.times.moment(it.due) if it.due is not None else ""),
        (say(language, "Time ran out") if it.phase == "missed" else say(language, "Decided"),
         _after(t, it.read or it.sent, it.decided)),
        (say(language, "Took effect"), _after(t, it.decided, it.effect)),
        (say(language, "What was answered"), answer(language, it)),
        (say(language, "In their own words"), it.text if it.option_title else ""),
        (say(language, "What became of it"), "" if it.phase == "missed" else it.fate),
        (say(language, "Decided by"), _by(t, it) if whose and it.person else ""),
        (say(language, "Reason"), it.reason),
        (say(language, "Confidence"), "" if it.confidence is None else f"{it.confidence} %"),
        (say(language, "One of the best options, as the author sees it"),
         "" if it.best is None else _best(language, it)),
    )  # fmt: skip
    yield from _evidence(t, it)
    if it.led_to:
        yield Head(say(language, "What it led to"), 3)
        yield Claims(tuple(map(t.event, it.led_to)))
    if it.others_knew:
        yield Head(say(language, "What others had been told by then, and this role had not"), 3)
        yield Claims(
            tuple(
                t.claim(f"{t.times.moment(e.at)}, {e.roles}: {e.words}",
                        (e.place,) if e.place >= 0 else ())
                for e in it.others_knew
            )
        )  # fmt: skip
    if it.unread:
        yield Head(say(language, "What lay unread before this role then"), 3)
        yield Points(it.unread)
    if it.dissents and whose:
        yield Head(say(language, "Dissent on record"), 3)
        yield Points(it.dissents)


def _evidence(t: Telling, it: DecisionFound) -> Iterator[Block]:
    if it.cites:
        yield Claims((Claim(say(t.language, "Evidence"), t.anchors(it.cites)),), listed=False)


def _after(t: Telling, before: int | None, at: int | None) -> str:
    """When, and how long after what came before it."""
    if at is None:
        return ""
    waited = _between(before, at)
    if not waited:
        return t.times.moment(at)
    return say(
        t.language, "{moment}, {span} later", moment=t.times.moment(at),
        span=span(t.language, waited),
    )  # fmt: skip
