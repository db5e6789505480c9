"""All that a session shows, put together from what each part of the review finds."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

from simulator.engine.titles import Titles
from simulator.review import course, desks, whole
from simulator.review.cited import cited
from simulator.review.evaluation import (
    Grounds,
    agreements,
    disputes,
    last_plan,
    objectives,
    plan,
    points,
)
from simulator.review.findings import Findings, Observation, Planned, TeamFound
from simulator.review.names import people_named, ratings_named, rows_named
from simulator.review.private import private
from simulator.review.recorded import Recorded, Take
from simulator.scenario.reader import collector_resting
from simulator.session.notebook import Ratings


def findings(
    recorded: Recorded,
    path: Path,
    language: str,
    teams: Iterable[str] = (),
    take: int | None = None,
    before: Recorded | None = None,
) -> Findings:
    """What the session in the folder `path` shows, in this language: of all teams, or of these;
    of their last takes, or of the takes of this number. `before` is an earlier session, whose
    plan this one closes or doesn't. The same session is always told in the same way.

    Raises KeyError where there is no such team or take; BadSession, OSError.
    """
    recorded = people_named(recorded, language)
    takes = tuple(recorded.take(team, take) for team in teams or recorded.takes)
    with collector_resting():
        observations = rows_named(whole.observations(recorded, takes), language)
        planned = plan(recorded, takes, language)
        return Findings(
            language=language,
            overview=whole.overview(recorded, language),
            teams=tuple(_team(recorded, one, language, observations, planned) for one in takes),
            history=whole.history(recorded.scenario, language),
            sources=whole.sources(recorded.scenario, language),
            observations=observations,
            feedback=whole.feedback(recorded, takes, language),
            plan=planned,
            last_plan=last_plan(before, recorded, path, language) if before else (),
            participants=whole.participants(recorded, takes, language),
            integrity=whole.integrity(recorded, path, language),
        )


def _team(
    recorded: Recorded,
    take: Take,
    language: str,
    observations: tuple[Observation, ...],
    planned: tuple[Planned, ...],
) -> TeamFound:
    """All about one take; `cited` comes last, when everything is there that can name an event."""
    notes = tuple(note for note in observations if note.team == take.team)
    rows = tuple(row for row in planned if row.team == take.team)
    given = ratings_named(recorded.ratings(take), language)
    grounds = _grounds(recorded, take, language, notes, given)
    found = TeamFound(
        **_standing(recorded, take, language),
        **_judged(grounds, given),
        decisions=grounds.decisions,
        clocks=grounds.clocks,
        reports=grounds.reports,
        times=desks.times(take, language),
        workload=desks.workload(take, language),
        calibration=desks.calibration(take, language, recorded.people),
        unread=grounds.unread,
        lanes=course.lanes(take, language),
        series=grounds.series,
        msel=course.msel(take, language),
        techniques=course.techniques(take, language),
        control=course.control(take, language),
        contest=course.contest(take, language),
        course=course.course(take, language),
        cited=(),
    )
    every = cited(take, language, (found, notes, rows))
    return replace(found, cited=every, private=private(take, language, every))


def _grounds(
    recorded: Recorded,
    take: Take,
    language: str,
    notes: tuple[Observation, ...],
    given: Ratings,
) -> Grounds:
    people = recorded.people
    return Grounds(
        take=take,
        language=language,
        objectives=objectives(take, given, language),
        decisions=desks.decisions(take, language, people),
        clocks=desks.clocks(take, language),
        reports=desks.reports(take, language, people),
        unread=desks.unread(take, language),
        series=course.series(take, language),
        observations=notes,
    )


def _judged(grounds: Grounds, given: Ratings) -> dict[str, Any]:
    strengths, areas = points(grounds)
    return {
        "objectives": grounds.objectives,
        "disputes": disputes(grounds.objectives),
        "agreements": agreements(given, grounds.take.team),
        "strengths": strengths,
        "areas": areas,
    }


def _standing(recorded: Recorded, take: Take, language: str) -> dict[str, Any]:
    """Which take of which team it is, and how it came out."""
    titles = Titles(take.scenario, language, take.run.state.orders)
    side = take.scenario.sides.get(take.scenario.side)
    outcome = take.scenario.outcomes.get(take.run.state.outcome)
    return {
        "team": take.team,
        "title": titles.words(side.title) if side else take.team,
        "take": take.number,
        "takes": tuple(
            (each.number, each.since, each.until, each.why) for each in recorded.takes[take.team]
        ),
        "side": take.scenario.side,
        "until": take.until,
        "over": take.run.over,
        "outcome": titles.words(outcome.title) if outcome else "",
        "outcome_text": titles.words(outcome.text) if outcome else "",
        "events": len(take.log),
    }
