"""Objectives, tasks and measures of recorded takes, recomputed from the events alone."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Final

import pytest

from simulator.engine import events as e
from simulator.engine.results import AnyMeasure
from simulator.review.evaluation import disputes, objectives
from simulator.review.findings import Grade, MeasureFound, ObjectiveFound, TaskFound
from simulator.review.reading import recorded
from simulator.review.recorded import Recorded, Take
from simulator.scenario.evaluation import Keep, Never
from simulator.session import acts
from simulator.session.drafting import Place
from tests.simulator.review.rich import EVERYTHING, TEAMS, rich
from tests.simulator.session.journal.golden import unpacked
from tests.simulator.session.journal.scribe import Scribe

LIMITS: Final = {"P": 90, "S": 65, "M": 35, "U": 0}
"""By rating, the least share of points in per cent."""


@pytest.fixture(scope="module")
def played(tmp_path_factory: pytest.TempPathFactory) -> Recorded:
    return recorded(rich(tmp_path_factory.mktemp("objectives") / "rich"))


@pytest.fixture(scope="module")
def takes(played: Recorded, tmp_path_factory: pytest.TempPathFactory) -> list[Take]:
    golden = recorded(unpacked("control-room", tmp_path_factory.mktemp("golden") / "session"))
    return [take for session in (played, golden) for it in session.takes.values() for take in it]


def found(session: Recorded, team: str, language: str = "en") -> tuple[ObjectiveFound, ...]:
    take = session.take(team)
    return objectives(take, session.ratings(take), language)


def measures(take: Take, session: Recorded) -> Iterator[tuple[MeasureFound, AnyMeasure]]:
    for objective in objectives(take, session.session.notebook.told({}), "en"):
        own = dict(enumerate(take.scenario.objectives[objective.id].every_measure()))
        for measure in (it for task in objective.tasks for it in task.measures):
            yield measure, own[int(measure.id.rpartition("/")[2])][1]


def turns(take: Take, id: str) -> list[e.MeasureTurned]:
    return [it for it in take.log if isinstance(it, e.MeasureTurned) and it.measure == id]


def came_true(take: Take, id: str, measure: AnyMeasure) -> bool:
    """Whether it was met, by nothing but how it turned."""
    its = turns(take, id)
    if isinstance(measure, Never):
        return not any(turn.now == "failed" for turn in its)
    if not isinstance(measure, Keep):
        return bool(its) and its[-1].now == "met"
    if measure.at == "end":
        return its[-1].now == "holds"
    ends = [turn.at for turn in its[1:]] + [take.until]
    held = sum(end - it.at for it, end in zip(its, ends, strict=True) if it.now == "holds")
    return held >= measure.share * take.until


def test_every_measure_is_met_as_its_turns_say(played: Recorded, takes: list[Take]):
    for take in takes:
        for it, measure in measures(take, played):
            assert it.met == came_true(take, it.id, measure), it


def test_a_measure_is_decided_by_its_last_turn_or_by_the_end(played: Recorded, takes: list[Take]):
    for take in takes:
        ended = [it.at for it in take.log if isinstance(it, e.ExerciseEnded)]
        for it, measure in measures(take, played):
            settled = [t.at for t in turns(take, it.id) if t.now in ("met", "failed")]
            if isinstance(measure, Keep) or not settled:
                assert it.at == (ended[0] if ended else None)
            else:
                assert it.at == settled[-1]


def test_what_is_cited_is_how_it_turned_and_what_that_came_from(
    played: Recorded, takes: list[Take]
):
    for take in takes:
        because = take.run.annals.because
        for it, _ in measures(take, played):
            own = [
                place for place in it.cites
                if take.log[place] in turns(take, it.id)
                or isinstance(take.log[place], e.ExerciseEnded)
            ]  # fmt: skip
            assert it.cites == tuple(sorted({*it.cites}))
            assert {*it.cites} <= {*own, *(because[place] for place in own)}
            assert it.at is None or any(take.log[place].at == it.at for place in own)
            clock = [turn for turn in turns(take, it.id) if turn.now == "running"]
            assert {*clock} <= {take.log[place] for place in it.cites}


@pytest.mark.parametrize("team", TEAMS)
def test_points_add_up_and_make_the_computed_rating(played: Recorded, team: str):
    for objective in found(played, team):
        parts: list[tuple[ObjectiveFound | TaskFound, tuple[TaskFound, ...]]] = [
            (objective, objective.tasks), *((task, (task,)) for task in objective.tasks),
        ]  # fmt: skip
        for part, tasks in parts:
            measures = [measure for task in tasks for measure in task.measures]
            assert part.of == sum(it.worth for it in measures)
            assert part.points == sum(it.worth for it in measures if it.met)
            share = 100 * part.points / part.of
            assert part.computed == next(it for it, least in LIMITS.items() if share >= least)


def test_tasks_stand_below_their_objective_and_its_own_measures_in_one_without_an_id(
    played: Recorded,
):
    keep, serve = found(played, "south", "sq")

    assert (keep.id, keep.title, keep.capability) == ("keep-pages", "Ruani faqet", "Preservation")
    assert [(task.id, len(task.measures)) for task in keep.tasks] == [("notice", 2), ("tell", 1)]
    assert [task.id for task in serve.tasks] == [""]
    assert [measure.kind for measure in serve.tasks[0].measures] == ["keep", "keep", "never"]
    assert [measure.kind for measure in keep.tasks[0].measures] == ["done", "done"]
    assert keep.tasks[1].measures[0].kind == "reported"


def test_ratings_of_people_stand_beside_the_numbers(played: Recorded):
    """Two evaluators differ on both objectives of north; control has set one of them aside."""
    keep, serve = found(played, "north")

    notice, tell = keep.tasks
    assert [rated.grade for rated in notice.ratings] == ["P", "M"]
    assert (notice.computed, notice.stands, notice.by) == ("P", "M", "evaluators")
    assert (tell.stands, [rated.grade for rated in tell.ratings]) == ("P", ["P", "P"])
    assert keep.set_aside is not None
    assert (keep.set_aside.grade, keep.set_aside.by) == ("S", "Besa Hoxha")
    assert (keep.computed, keep.stands, keep.by) == ("P", "S", "override")
    assert (serve.computed, serve.stands, serve.by) == ("P", "U", "evaluators")


def test_what_was_set_aside_is_no_dispute_any_more(played: Recorded):
    (dispute,) = disputes(found(played, "north"))

    assert (dispute.objective, dispute.task, dispute.apart) == ("serve-readers", "", 2)
    assert {rated.grade for rated in dispute.ratings} == {"S", "U"}
    assert disputes(found(played, "south")) == disputes(found(played, "harbour")) == ()


def test_a_rating_of_another_team_says_nothing_here(played: Recorded):
    keep, serve = found(played, "harbour")

    assert (keep.ratings, keep.set_aside, keep.by) == ((), None, "computed")
    assert [rated.grade for rated in serve.ratings] == ["U"]


def test_evaluators_who_differ_on_a_task_are_in_dispute_until_control_sets_a_rating(tmp_path: Path):
    scribe = Scribe.begin(tmp_path / "session", EVERYTHING)
    control = scribe.sit(Place("control"), "Besa")
    rates: dict[str, Grade] = {"Vesa": "P", "Arben": "U"}
    for name, grade in rates.items():
        who = scribe.sit(Place("evaluator", "team", "archive"), name)
        scribe.do(who, acts.Rate(objective="keep-pages", task="tell", grade="M"))
        scribe.do(who, acts.Rate(objective="keep-pages", task="tell", grade=grade))
    scribe.keep_head()

    keep, serve = found(recorded(scribe.opened.path), "team")

    (dispute,) = disputes([keep, serve])
    assert (dispute.objective, dispute.task, dispute.apart) == ("keep-pages", "tell", 3)
    assert {rated.by: rated.grade for rated in dispute.ratings} == rates
    assert (keep.stands, keep.by) == ("U", "tasks")

    scribe.do(control, acts.SetAside(objective="keep-pages", grade="S", why="Both saw half."))
    scribe.keep_head()
    keep, serve = found(recorded(scribe.opened.path), "team")

    assert disputes([keep, serve]) == ()
    assert (keep.stands, keep.by) == ("S", "override")
    assert keep.set_aside is not None
    undone = replace(keep, set_aside=replace(keep.set_aside, counts=False))
    assert disputes([undone, serve]) == (dispute,)
    scribe.close()
