"""What measures and evaluators say."""

from __future__ import annotations

from collections.abc import Iterator

from simulator.review.evaluation.points.grounds import Grounds, Kind, Said
from simulator.review.evaluation.rolling import apart, counting
from simulator.review.findings import (
    Cites,
    Grade,
    MeasureFound,
    ObjectiveFound,
    Observation,
    Rated,
    SetAside,
)
from simulator.speech import say


def judged(grounds: Grounds) -> Iterator[Said]:
    """Of a measure that could not be met, since nothing came about that it asks about, nothing is
    said."""
    for objective in grounds.objectives:
        for task in objective.tasks:
            for measure in task.measures:
                if measure.at is not None and (measure.met or objective.evidence):
                    yield Said(
                        measure.met, Kind.MEASURE, _measure(measure, grounds), objective.id,
                        measure.cites, min(measure.worth, 9),
                    )  # fmt: skip
    yield from _rated(grounds)
    for note in grounds.observations:
        yield from _noted(note, grounds)


def _measure(measure: MeasureFound, grounds: Grounds) -> str:
    assert measure.at is not None
    language = grounds.language
    given = {"measure": measure.title, "moment": grounds.titles.moment(measure.at)}
    lasts = measure.kind in ("keep", "never")
    if measure.met and lasts:
        return say(language, "Met at the end: {measure}", **given)
    if measure.met:
        return say(language, "Met on {moment}: {measure}", **given)
    if measure.kind == "never":
        return say(language, "Failed on {moment}: {measure}", **given)
    take = grounds.take
    if take.run.over and measure.at == take.until < take.scenario.length:
        return say(language, "Not yet met when ENDEX came early: {measure}", **given)
    return say(language, "Not met: {measure}", **given)


def _rated(grounds: Grounds) -> Iterator[Said]:
    """What evaluators wrote to their ratings, but for what they differ on, and why control has set
    a worse rating in place of theirs; the reason for a better one is no strength."""
    for objective in grounds.objectives:
        for title, ratings, cites in _items(objective):
            for rated in () if apart(ratings) else ratings:
                good, text = _good(rated.grade), _line(rated.text)
                if text and good is not None:
                    words = _graded(grounds.language, title, rated, text)
                    yield Said(good, Kind.EVALUATOR, words, objective.id, cites)
        aside = objective.set_aside
        if aside and aside.counts and _good(aside.grade) is False:
            words = _graded(grounds.language, objective.title, aside, _line(aside.why))
            yield Said(False, Kind.EVALUATOR, words, objective.id, objective.cites)


def _graded(language: str, title: str, rated: Rated | SetAside, text: str) -> str:
    return say(
        language, "{who} on “{title}” ({grade}): {text}",
        who=rated.by, title=title, grade=rated.grade, text=text,
    )  # fmt: skip


def _items(objective: ObjectiveFound) -> Iterator[tuple[str, tuple[Rated, ...], Cites]]:
    """What can be rated: the objective and its tasks."""
    yield objective.title, counting(objective.ratings), objective.cites
    for task in objective.tasks:
        cites = {place for measure in task.measures for place in measure.cites}
        yield task.title, counting(task.ratings), tuple(sorted(cites))


def _noted(note: Observation, grounds: Grounds) -> Iterator[Said]:
    """An urgent note is to be mended. Another speaks for or against as its author's own rating of
    the objective does that it is about; of what it says without one, nobody guesses. What is about
    something that this take does not have says nothing of it."""
    text = _line(note.text)
    if "urgent" in note.marks:
        words = say(grounds.language, "Urgent, as {who} noted: {text}", who=note.by, text=text)
        yield Said(False, Kind.URGENT, words, note.objective, note.cites)
        return
    grade = _own(note, grounds.objectives)
    good = _good(grade) if grade and note.counts else None
    if good is not None:
        words = say(grounds.language, "{who} noted: {text}", who=note.by, text=text)
        yield Said(good, Kind.EVALUATOR, words, note.objective, note.cites)


def _own(note: Observation, objectives: tuple[ObjectiveFound, ...]) -> Grade | None:
    for objective in objectives:
        if objective.id == note.objective:
            own = (it.grade for it in counting(objective.ratings) if it.by == note.by)
            return next(own, None)
    return None


def _good(grade: Grade) -> bool | None:
    """None for what was done with some challenges: what is written to it may tell of either."""
    return None if grade == "S" else grade == "P"


def _line(text: str) -> str:
    return " ".join(text.split())
