"""What is right: the challenges of the contest with the way there, and the fields of reports."""

from __future__ import annotations

from collections.abc import Iterator

from simulator.authoring.printing.campaign import in_words
from simulator.authoring.printing.figures import hours
from simulator.authoring.printing.source import Printed
from simulator.engine.wording import deeds
from simulator.engine.wording.figures import bounds, moment
from simulator.paper.blocks import Block, Frame, Grid, Head, Words, filled, paired
from simulator.scenario.conditions import TimeBounds
from simulator.scenario.contest import Challenge
from simulator.scenario.reports import Entry, Report, Right
from simulator.speech import say


def contest(p: Printed) -> Iterator[Block]:
    found, language, titles = p.scenario.contest, p.language, p.titles
    if found is None:
        return
    yield Head(titles.words(found.title), turns=True)
    yield Words(p.words(found.about))
    closes = found.closes if found.closes is not None else p.scenario.length
    yield paired(
        (say(language, "Opens"), moment(found.opens)),
        (say(language, "Closes"), moment(closes)),
        (say(language, "Scores stand still before that"), hours(language, found.freezes)
         if found.freezes else ""),
    )  # fmt: skip
    for name, category in found.categories.items():
        yield Head(titles.words(category.title), 2)
        for challenge in found.challenges.values():
            if challenge.category == name:
                yield from _challenge(p, challenge)


def _challenge(p: Printed, challenge: Challenge) -> Iterator[Block]:
    language, titles = p.language, p.titles
    opens = in_words(titles, challenge.opens) if challenge.opens is not None else ""
    hints = "\n".join(
        say(language, "{hint} (costs {points})", hint=titles.words(clue.text), points=clue.costs)
        for clue in challenge.hints
    )
    yield Head(f"{titles.words(challenge.title)} ({challenge.points})", 3)
    yield Words(p.words(challenge.text))
    yield paired(
        (say(language, "Attached"), ", ".join(one.name for one in challenge.attachments)),
        (say(language, "How the answer is written"), titles.words(challenge.form)),
        (say(language, "On the board when"), opens),
        (say(language, "Hints"), hints),
        (say(language, "Brings about"), "\n".join(deeds(titles, challenge.then))),
    )
    if challenge.solution:
        way = Words(p.words(challenge.solution))
        yield Frame(say(language, "The way there"), (way,), "secret")


def reports(p: Printed) -> Iterator[Block]:
    language, titles = p.language, p.titles
    if not p.scenario.reports:
        return
    yield Head(say(language, "Reports"), turns=True)
    for number, report in enumerate(p.scenario.reports.values(), 1):
        yield Head(f"R{number}. {titles.words(report.title)}", 2)
        yield _about(p, report)
        heads = (
            say(language, "Field"), say(language, "How it is filled in"), say(language, "Right is"),
        )  # fmt: skip
        rows = tuple(_row(p, entry) for entry in report.fields)
        yield filled(Grid(say(language, "Its fields"), heads, rows))


def _about(p: Printed, report: Report) -> Block:
    language, titles = p.language, p.titles
    clock = report.clock
    starts = in_words(titles, clock.starts) if clock else ""
    within = hours(language, clock.within) if clock else ""
    needs = in_words(titles, report.needs) if report.needs is not None else ""
    return paired(
        (say(language, "What it is for"), titles.words(report.about)),
        (say(language, "From"), titles.roles(report.by)),
        (say(language, "To"), titles.roles(report.to)),
        (say(language, "Asked for when"), starts),
        (say(language, "Within"), within),
        (say(language, "Only while"), needs),
        (say(language, "Brings about"), "\n".join(deeds(titles, report.then))),
    )


def _row(p: Printed, entry: Entry) -> tuple[str, ...]:
    language, titles = p.language, p.titles
    label = titles.words(entry.label)
    if not entry.needed:
        label = say(language, "{field} (if you like)", field=label)
    ways = [titles.words(pick.label) for pick in entry.choices]
    filled = ", ".join(ways) or titles.words(entry.hint)
    right = "\n".join(_right(p, entry, one) for one in entry.right)
    return label, filled, right


def _times(language: str, asked: TimeBounds) -> Iterator[str]:
    if asked.after is not None:
        yield say(language, "after {moment}", moment=moment(asked.after))
    if asked.before is not None:
        yield say(language, "before {moment}", moment=moment(asked.before))


def _right(p: Printed, entry: Entry, right: Right) -> str:
    language, titles = p.language, p.titles
    labels = {pick.name(language): titles.words(pick.label) for pick in entry.choices}
    labels |= {name: titles.asset(name) for name in p.scenario.assets if entry.kind == "assets"}
    said = [labels.get(str(one), str(one)) for one in right.said]
    if right.number is not None:
        said.append(bounds(language, right.number))
    if right.time is not None:
        said += _times(language, right.time)
    told = ", ".join(said)
    if right.when is None:
        return told
    return say(language, "{right}, when {clause}", right=told, clause=in_words(titles, right.when))
