"""What happened: the large steps, a line for each role, and what really happened in history."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from simulator.paper.blocks import Block, Claim, Claims, Figure, Grid, Head, Points, Words
from simulator.paper.charts import Dot, Row, Timeline
from simulator.review.findings import Ghost, Lane, Mark
from simulator.review.report.telling import Telling, grid, section
from simulator.review.report.times import DAY, day
from simulator.speech import many, mark, say

KINDS: Final[dict[str, str]] = {
    "inject": mark("Message received"),
    "decision": mark("Decision"),
    "missed": mark("Decision missed"),
    "order": mark("Order and its work"),
    "report": mark("Report sent"),
    "message": mark("Message written"),
    "step": mark("Step of the adversary"),
    "service": mark("Service down"),
    "limit": mark("Limit passed"),
    "history": mark("Really happened"),
}
"""What can stand on a line, in the order of the legend."""
TOLD: Final = ("decision", "missed", "report", "step", "service", "limit")
"""What the table beneath a timeline always lists."""
MOST: Final = 120
"""Up to so many marks it lists everything."""


def happened(t: Telling) -> tuple[Block, ...]:
    return section(say(t.language, "What happened"), _happened(t))


def _happened(t: Telling) -> Iterator[Block]:
    language, team = t.language, t.team
    if len(team.takes) > 1:
        yield Words(
            many(
                language, "This is take {take} of {number}.", "This is take {take} of {number}.",
                len(team.takes), take=team.take,
            )
        )  # fmt: skip
        yield Points(tuple(_takes(t)))
    if team.outcome_text.strip():
        yield Words(f"{team.outcome}. {' '.join(team.outcome_text.split())}")
    if team.course:
        yield Head(say(language, "The course of events in its large steps"), 2)
        yield Claims(tuple(_course(t)))
    if team.lanes:
        yield Head(say(language, "Timeline of each role"), 2)
        yield timeline(t)
    yield from history(t)


def _course(t: Telling) -> Iterator[Claim]:
    """The large steps. What the computer decided in an empty seat is no office's decision, and that
    a service fell is half a truth without why: attacked, or cut off in defence."""
    bots = {place for it in t.team.decisions if it.bot for place in it.cites}
    known = {it.place: it.words for it in t.team.cited}
    for it in t.team.course:
        told, language = t.event(it), t.language
        if it.kind == "decision" and it.place in bots:
            words = say(language, "{what} (the computer in an empty seat)", what=told.words)
            told = t.claim(words, (it.place,))
        elif it.kind == "asset" and it.because in known:
            words = say(language, "{what} ({why})", what=told.words, why=known[it.because])
            told = t.claim(words, (it.because, it.place))
        yield told


def _takes(t: Telling) -> Iterator[str]:
    language = t.language
    for number, since, until, why in t.team.takes:
        told = say(
            language, "Take {take}: from {since} to {until}", take=number,
            since=t.times.moment(since), until=t.times.moment(until),
        )  # fmt: skip
        if why:
            yield say(language, "{take}; control went back: {why}", take=told, why=why)
        elif number > 1:
            yield say(language, "{take}; control went back and gave no reason", take=told)
        else:
            yield told


def timeline(t: Telling) -> Figure:
    """All lines over the time that was played, and above them, paler, history's own."""
    language, until = t.language, max(1, t.team.until)
    rows = [Row(lane.title, tuple(_dots(t, lane))) for lane in t.team.lanes]
    ghosts = [it for it in t.findings.history if 0 <= it.at <= until]
    if ghosts:
        dots = tuple(
            Dot(it.at, it.at, "history", f"{day(language, it.moment)}: {it.what}") for it in ghosts
        )
        rows.append(Row(say(language, "What really happened"), dots, ghost=True))
    met = {dot.kind for row in rows for dot in row.dots}
    kinds = tuple((kind, say(language, words)) for kind, words in KINDS.items() if kind in met)
    chart = Timeline(until, tuple(rows), t.times.axis(until), kinds)
    alt = many(
        language,
        "A timeline with {number} line.",
        "A timeline with {number} lines, one for each role, one for the adversary and one for the "
        "services.", len(rows),
    )  # fmt: skip
    title = say(language, "Who received, decided and did what, and when")
    apart = say(
        language, "What stands on these lines is told in the parts that follow; report.html has it "
        "as a table, too.",
    )  # fmt: skip
    return Figure(title, alt, chart, _listed(t), apart)


def _dots(t: Telling, lane: Lane) -> Iterator[Dot]:
    for it in lane.marks:
        anchor = t.anchor(it.cites[0]) if it.cites else ""
        yield Dot(it.at, it.end, it.kind, _about(t, it), anchor)


def _about(t: Telling, it: Mark) -> str:
    words = " ".join(it.words.split())
    return f"{t.times.moment(it.at)}, {kind(t.language, it)}: {words}"


def _listed(t: Telling) -> Grid:
    """What stands on the lines, one by one."""
    language = t.language
    marks = sorted(
        ((lane.title, it) for lane in t.team.lanes for it in lane.marks),
        key=lambda one: one[1].at,
    )
    caption = say(language, "What stands on each line")
    if len(marks) > MOST:
        marks = [one for one in marks if one[1].kind in TOLD]
        caption = say(
            language, "Decisions, reports, the adversary and services; messages stand in the MSEL, "
            "and everything in report.json",
        )  # fmt: skip
    heads = (
        say(language, "From"), say(language, "Until"), say(language, "Line"), say(language, "Kind"),
        say(language, "What"),
    )  # fmt: skip
    rows = (
        (
            (
                t.times.clock(it.at), t.times.clock(it.end) if it.end > it.at else "–", whose,
                kind(language, it), it.words,
            ),
            t.anchors(it.cites),
        )
        for whose, it in marks
    )  # fmt: skip
    return grid(caption, heads, rows, wide=True)


def kind(language: str, it: Mark) -> str:
    """What a mark stands for."""
    return say(language, KINDS[it.kind]) if it.kind in KINDS else it.kind


def history(t: Telling) -> Iterator[Block]:
    """What really happened, with where it is known from."""
    language, found = t.language, t.findings.history
    if not found or t.number > 1:
        return
    yield Head(say(language, "What really happened in history"), 2)
    yield Words(
        say(language, "For comparison, this is what happened in the case that the exercise is "
            "modelled on, at its own distance from the beginning."), "mute"
    )  # fmt: skip
    heads = (
        say(language, "In the exercise's time"), say(language, "Really"), say(language, "What"),
        say(language, "Sources"),
    )  # fmt: skip
    titles = {id: title for id, title, _ in t.findings.sources}
    rows = tuple(
        (
            _when(t, it), day(language, it.moment), it.what,
            "; ".join(titles.get(id) or id for id in it.sources),
        )
        for it in found
    )  # fmt: skip
    yield Grid(say(language, "What really happened"), heads, rows)
    cited = {id for it in found for id in it.sources}
    links = [(title or id, link) for id, title, link in t.findings.sources if id in cited and link]
    if links:
        yield Words(say(language, "Where these can be read:"))
        yield Points(tuple(f"{title}: {link}" for title, link in links))


def _when(t: Telling, it: Ghost) -> str:
    """On the clock of the exercise, as long as that is planned to run."""
    if it.at < 0:
        return say(t.language, "before STARTEX")
    if it.at <= t.findings.overview.length:
        return t.times.clock(it.at)
    return many(
        t.language, "{number} day after STARTEX", "{number} days after STARTEX", it.at // DAY
    )
