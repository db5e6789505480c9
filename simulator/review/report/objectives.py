"""Objectives: the table that decision-makers look at first, and what stands behind each rating."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from simulator.engine.results import SHARES
from simulator.paper.blocks import Block, Head, Points, Words
from simulator.review.evaluation.rolling import OF_TAKES, ROLL_UP
from simulator.review.findings import Dispute, MeasureFound, ObjectiveFound, Rated, TaskFound
from simulator.review.report.early import cut_short, left_open
from simulator.review.report.grades import (
    agreement,
    aside,
    computed,
    given_in,
    grade,
    ratings,
    standing,
    stands,
)
from simulator.review.report.telling import Telling, grid, section
from simulator.review.report.times import listed, quoted, span
from simulator.speech import many, say


def objectives(t: Telling) -> tuple[Block, ...]:
    return section(say(t.language, "Objectives and ratings"), _objectives(t))


def _objectives(t: Telling) -> Iterator[Block]:
    if not t.team.objectives:
        return
    yield _table(t)
    yield from _unreached(t)
    if t.first:
        yield from rule(t.language, several=any(len(it.takes) > 1 for it in t.findings.teams))
    yield from _disputes(t)
    for found in t.team.objectives:
        yield Head(found.title, 2)
        yield from _behind(t, found)


def _table(t: Telling) -> Block:
    language = t.language
    heads = (
        say(language, "Objective"), say(language, "Core capability"), say(language, "Computed"),
        say(language, "Evaluators"), say(language, "Rating that stands"), say(language, "By rule"),
    )  # fmt: skip
    rows = (
        (
            (
                found.title, found.capability, computed(language, found),
                ratings(language, found.ratings), stands(language, found),
                standing(language, found),
            ),
            t.anchors(deciding(found)),
        )
        for found in t.team.objectives
    )  # fmt: skip
    return grid(say(language, "Objectives, and how they were met"), heads, rows)


def _unreached(t: Telling) -> Iterator[Block]:
    language = t.language
    if names := [quoted(language, measure.title) for measure in left_open(t.findings, t.team)]:
        yield Words(
            say(
                language, "ENDEX came {time} before it was planned. What held then counts as met, "
                "and what was not yet met brings no points: {names}. What the rest of the time "
                "would have brought, the record can't tell.",
                time=span(language, cut_short(t.findings, t.team)), names=listed(language, names),
            )
        )  # fmt: skip


def deciding(found: ObjectiveFound) -> Iterator[int]:
    """The event that decided each of its measures; the rest stands beneath."""
    for task in found.tasks:
        for measure in task.measures:
            yield from measure.cites[-1:]


def rule(language: str, several: bool) -> Iterator[Block]:
    """How ratings come about; `several` says whether control went back, so that there are several
    takes."""
    good, fair, poor = (round(100 * share) for share, _ in SHARES[:3])
    computed = say(
        language, "Computed from the points of its measures, a rating is P from {good} % of them, "
        "S from {fair} %, M from {poor} %, and U below that.", good=good, fair=fair, poor=poor,
    )  # fmt: skip
    first = say(language, "The rating that stands is the first of these that there is:")
    yield Words(f"{computed} {first}")
    yield Points(tuple(say(language, each) for each in ROLL_UP))
    if several:
        yield Words(say(language, OF_TAKES))


def _disputes(t: Telling) -> Iterator[Block]:
    language = t.language
    if t.team.disputes or t.team.agreements:
        yield Head(say(language, "How far the evaluators agree"), 2)
    if t.team.agreements:
        yield Words(
            say(language, "Compared is what each rated before control had opened the ratings, so "
                "that no evaluator was shown by Kulla what another had rated. Control sees all "
                "ratings at all times.")
        )  # fmt: skip
        yield Points(tuple(agreement(language, found) for found in t.team.agreements))
    if t.team.disputes:
        yield Words(
            many(
                language, "{number} rating is disputed and should be talked over:",
                "{number} ratings are disputed and should be talked over:", len(t.team.disputes),
            )
        )  # fmt: skip
        yield Points(tuple(_dispute(language, found) for found in t.team.disputes))


def _dispute(language: str, found: Dispute) -> str:
    given = "; ".join(f"{one.by}: {one.grade}" for one in found.ratings)
    return many(
        language, "{title}: {given} ({number} grade apart)",
        "{title}: {given} ({number} grades apart)", found.apart, title=found.title, given=given,
    )  # fmt: skip


def _behind(t: Telling, found: ObjectiveFound) -> Iterator[Block]:
    language = t.language
    rows = [row for task in found.tasks for row in _task(t, task)]
    if rows:
        heads = (
            say(language, "Critical task"), say(language, "Measure"), say(language, "Result"),
            say(language, "Settled"), say(language, "Points"),
        )  # fmt: skip
        caption = say(language, "Critical tasks with the rating that stands, and their measures")
        yield grid(caption, heads, rows)
    if (put := found.set_aside) and not put.counts:
        yield Words(f"{put.grade}: {aside(language, put)}")
    rated = [*_rated(t, "", found.ratings)]
    for task in found.tasks:
        rated += _rated(t, task.title, task.ratings)
    if rated:
        heads = (
            say(language, "When"), say(language, "Evaluator"), say(language, "Critical task"),
            say(language, "Rating"), say(language, "Observation"),
        )  # fmt: skip
        yield grid(say(language, "What evaluators rated, and why"), heads, rated)


def _task(t: Telling, task: TaskFound) -> Iterator[tuple[tuple[str, ...], tuple[str, ...]]]:
    """A row for each measure; the first begins with the task and the rating that stands."""
    title = f"{task.title} ({task.stands})" if task.id else ""
    still = left_open(t.findings, t.team)
    for number, measure in enumerate(task.measures):
        settled = None if measure in still else measure.at
        yield (
            (
                title if number == 0 else "", measure.title, _result(t.language, measure, still),
                t.times.clock(settled), _brought(t.language, measure),
            ),
            t.anchors(measure.cites),
        )  # fmt: skip
    if not task.measures:
        yield (title, "", say(t.language, "rated by evaluators only"), "", ""), ()


def _brought(language: str, measure: MeasureFound) -> str:
    """The points that it brought, of those that it could have brought."""
    brought = measure.worth if measure.met else 0
    return say(language, "{some} of {all}", some=brought, all=measure.worth)


def _result(language: str, measure: MeasureFound, still: list[MeasureFound]) -> str:
    """Whether it was met, or is `still` open since the end came early."""
    if measure.met:
        return say(language, "met")
    return say(language, "not yet met") if measure in still else say(language, "not met")


def _rated(
    t: Telling, task: str, ratings: Iterable[Rated]
) -> Iterator[tuple[tuple[str, ...], tuple[str, ...]]]:
    for one in ratings:
        when = (t.times.clock(one.at), *given_in(t.language, one), *_informed(t.language, one))
        given = grade(t.language, one.grade)
        yield ("\n".join(when), one.by, task, given, one.text), ()


def _informed(language: str, found: Rated) -> tuple[str, ...]:
    return (say(language, "when other ratings could be seen"),) if found.informed else ()
