"""Objectives with their capabilities, critical tasks and measures, and what stands of each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from simulator.engine.evidence import has_evidence
from simulator.engine.results import rating
from simulator.engine.titles import Titles
from simulator.review.evaluation.measured import Measures
from simulator.review.evaluation.rolling import apart, counting, of_objective, of_task
from simulator.review.findings import (
    Dispute,
    MeasureFound,
    ObjectiveFound,
    Rated,
    SetAside,
    TaskFound,
)
from simulator.review.recorded import Take
from simulator.session.notebook import Ratings


def objectives(take: Take, given: Ratings, language: str) -> tuple[ObjectiveFound, ...]:
    """All of the scenario's, in its order. Measures that an objective has of its own are those of
    a task without an id."""
    titles = Titles(take.scenario, language, take.run.state.orders)
    measures = Measures(take, titles)
    return tuple(_objective(name, measures, titles, given) for name in take.scenario.objectives)


def _objective(name: str, measures: Measures, titles: Titles, given: Ratings) -> ObjectiveFound:
    take = measures.take
    objective = take.scenario.objectives[name]
    tasks = tuple(_tasks(name, measures, titles, given))
    points, of = sum(task.points for task in tasks), sum(task.of for task in tasks)
    computed, ratings = rating(points, of), _rated(given, take.team, name)
    aside = _set_aside(given, take.team, name)
    stands, by = of_objective(computed, of > 0, tasks, ratings, aside)
    cites = sorted({place for task in tasks for m in task.measures for place in m.cites})
    return ObjectiveFound(
        name, titles.words(objective.title), titles.words(objective.core_capability), computed,
        points, of, tasks, ratings, aside, stands, by, tuple(cites),
        has_evidence(take.scenario, take.run.state, name),
    )  # fmt: skip


def _tasks(name: str, measures: Measures, titles: Titles, given: Ratings) -> Iterator[TaskFound]:
    take = measures.take
    objective = take.scenario.objectives[name]
    found: dict[str, list[MeasureFound]] = {"": []} if objective.measures else {}
    found |= {task: [] for task in objective.tasks}
    for number, (task, measure) in enumerate(objective.every_measure()):
        found[task].append(measures.found(name, number, measure))
    for task, its in found.items():
        title = objective.tasks[task].title if task else objective.title
        of, points = sum(m.worth for m in its), sum(m.worth for m in its if m.met)
        ratings = _rated(given, take.team, name, task) if task else ()
        computed = rating(points, of)
        stands, by = of_task(computed, ratings)
        yield TaskFound(
            task, titles.words(title), computed, points, of, tuple(its), ratings, stands, by
        )


def _rated(given: Ratings, team: str, objective: str, task: str = "") -> tuple[Rated, ...]:
    """The last rating of each evaluator, in the order in which they first rated it; those that
    don't count in this take, too."""
    return tuple(
        Rated(row.by, row.grade, row.text, row.at, row.take, row.back, row.counts, row.informed)
        for row in given.ratings
        if (row.team, row.objective, row.task) == (team, objective, task)
    )


def _set_aside(given: Ratings, team: str, objective: str) -> SetAside | None:
    """What control has set last in the place of all ratings."""
    about = (it for it in given.set_aside if (it.team, it.objective) == (team, objective))
    row = next(about, None)
    if row is None:
        return None
    return SetAside(row.by, row.grade, row.why, row.take, row.back, row.counts)


def disputes(found: Iterable[ObjectiveFound]) -> tuple[Dispute, ...]:
    """Where evaluators differ, and nothing was set in the place of what they say."""
    return tuple(
        Dispute(objective.id, task, title, counting(ratings), apart(ratings))
        for objective in found
        if not (objective.set_aside and objective.set_aside.counts)
        for task, title, ratings in _rated_items(objective)
        if apart(ratings)
    )


def _rated_items(objective: ObjectiveFound) -> Iterator[tuple[str, str, tuple[Rated, ...]]]:
    yield "", objective.title, objective.ratings
    for task in objective.tasks:
        if task.id:
            yield task.id, task.title, task.ratings
