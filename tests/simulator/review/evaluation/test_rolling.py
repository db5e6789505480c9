"""Ratings are rolled up by one rule; a worse one never makes a better result."""

from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.engine.results import Rating
from simulator.review.evaluation.rolling import apart, of_objective, of_task, worst
from simulator.review.findings import Grade, Rated, SetAside, TaskFound

GRADES: tuple[Grade, ...] = get_args(Grade)
GRADE = st.sampled_from(GRADES)
RATINGS = st.lists(GRADE, max_size=3)


def rated(*grades: Grade) -> tuple[Rated, ...]:
    return tuple(Rated(f"by {n}", grade, "", 0) for n, grade in enumerate(grades))


def task(computed: Grade, *ratings: Grade) -> TaskFound:
    stands, by = of_task(computed, rated(*ratings))
    return TaskFound("task", "A task", computed, 0, 0, (), rated(*ratings), stands, by)


def rolled(
    computed: Grade, tasks: list[TaskFound], *ratings: Grade, aside: Grade | None = None
) -> tuple[Grade, str]:
    put = SetAside("Besa", aside, "Because.") if aside else None
    return of_objective(computed, True, tasks, rated(*ratings), put)


def test_they_are_the_grades_of_the_engine_from_the_best_to_the_worst():
    assert get_args(Rating) == GRADES
    assert worst(("S", "U", "P")) == "U"
    assert apart(rated("P", "S", "U")) == 3
    assert apart(rated("M")) == apart(()) == 0


def test_what_control_has_set_stands_before_everything():
    assert rolled("U", [task("U", "U")], "U", "M", aside="P") == ("P", "override")


def test_the_worst_of_the_evaluators_stands_before_tasks_and_numbers():
    assert rolled("P", [task("U", "U")], "P", "S") == ("S", "evaluators")


def test_the_worst_task_stands_where_any_was_rated():
    tasks = [task("P", "S", "P"), task("M")]

    assert [it.stands for it in tasks] == ["S", "M"]
    assert rolled("P", tasks) == ("M", "tasks")


def test_without_people_the_points_stand():
    assert rolled("S", [task("U"), task("P")]) == ("S", "computed")


def test_without_measures_and_people_nothing_is_said():
    assert of_objective("P", False, (), (), None) == ("P", "nothing")
    assert of_objective("P", False, (), rated("M"), None) == ("M", "evaluators")


@given(GRADE, st.lists(st.tuples(GRADE, RATINGS), max_size=3), RATINGS, st.data())
def test_a_worse_rating_never_makes_a_better_result(
    computed: Grade,
    tasks: list[tuple[Grade, list[Grade]]],
    ratings: list[Grade],
    data: st.DataObject,
):
    def stands() -> int:
        found = [task(own, *its) for own, its in tasks]
        return GRADES.index(rolled(computed, found, *ratings)[0])

    before = stands()
    lists = [its for its in (ratings, *(its for _, its in tasks)) if its]
    if not lists:
        return
    its = data.draw(st.sampled_from(lists))
    at = data.draw(st.integers(0, len(its) - 1))
    its[at] = data.draw(st.sampled_from(GRADES[GRADES.index(its[at]) :]))

    assert stands() >= before


@given(GRADE, RATINGS)
def test_who_rates_the_same_adds_nothing(computed: Grade, ratings: list[Grade]):
    if ratings:
        more = (*ratings, worst(ratings))
        assert rolled(computed, [], *ratings) == rolled(computed, [], *more)


@pytest.mark.parametrize("grade", GRADES)
def test_one_evaluator_alone_is_followed(grade: Grade):
    assert rolled("P", [], grade) == (grade, "evaluators")
