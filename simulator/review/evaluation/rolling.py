"""How ratings are rolled up into the one that stands. Pure, and the only place that knows how.

What control has set in the place of all others, with its reason, stands before everything. Else,
where evaluators rated the objective itself, the worst that any of them gave it. Else, where any of
its tasks were rated, the worst of its tasks; of a task, the worst that any evaluator gave it stands
or, where nobody rated it, what was computed. Else what was computed from the points of the
measures. The worst counts everywhere, as in HSEEP's exercise evaluation guides, so that a worse
rating never makes a better result. Of each evaluator the last rating counts.

What was rated in an earlier take counts where its second lies before that to which control went
back, for all that it tells of was played in this take as well; what was rated later tells of what
was undone, and counts nowhere but in its own take.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final, Literal, get_args

from simulator.review.findings import Grade, Rated, SetAside, TaskFound
from simulator.speech import mark

GRADES: Final[tuple[Grade, ...]] = get_args(Grade)
"""From the best to the worst."""

Rule = Literal["override", "evaluators", "tasks", "computed", "nothing"]

ROLL_UP: Final = (
    mark("the one that control has set in place of all others, with its reason"),
    mark("the worst that an evaluator gave the objective itself"),
    mark("where evaluators rated its critical tasks, the worst of these; a task has the worst "
         "rating that an evaluator gave it or, where none did, the computed one"),
    mark("the computed one"),
)  # fmt: skip
"""The rule for those who read a report: the rating of an objective is the first of these that
there is."""
OF_TAKES: Final = mark(
    "Of what was rated or set before control went back, only that counts which was given at an "
    "earlier second than the one control went back to; the rest tells of what was undone."
)
"""What of it counts where there are several takes."""


def worst(grades: Iterable[Grade]) -> Grade:
    """The worst of them. Raises ValueError where there are none."""
    return max(grades, key=GRADES.index)


def counting(ratings: Iterable[Rated]) -> tuple[Rated, ...]:
    """Those that tell of this take."""
    return tuple(rated for rated in ratings if rated.counts)


def apart(ratings: Iterable[Rated]) -> int:
    """By how many grades evaluators differ at most."""
    ranks = [GRADES.index(rated.grade) for rated in counting(ratings)]
    return max(ranks, default=0) - min(ranks, default=0)


def of_task(
    computed: Grade, ratings: Sequence[Rated]
) -> tuple[Grade, Literal["evaluators", "computed"]]:
    """What stands of a task, and by which rule."""
    if its := counting(ratings):
        return worst(rated.grade for rated in its), "evaluators"
    return computed, "computed"


def of_objective(
    computed: Grade,
    measured: bool,
    tasks: Sequence[TaskFound],
    ratings: Sequence[Rated],
    set_aside: SetAside | None,
) -> tuple[Grade, Rule]:
    """What stands of an objective, and by which rule; `measured` is whether it has measures."""
    if set_aside and set_aside.counts:
        return set_aside.grade, "override"
    if its := counting(ratings):
        return worst(rated.grade for rated in its), "evaluators"
    if any(counting(task.ratings) for task in tasks):
        return worst(task.stands for task in tasks), "tasks"
    return computed, "computed" if measured else "nothing"
