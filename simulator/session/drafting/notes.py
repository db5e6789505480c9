"""What control and evaluators write down for the review."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from simulator.engine.errors import Refused
from simulator.session import acts
from simulator.session.asking import cleaned
from simulator.session.drafting.desk import Desk, Drafted, drafted, of, one_team
from simulator.session.grants import Grant
from simulator.session.session import Session
from simulator.session.team import Team


@drafted.register
def _observe(act: acts.Observe, desk: Desk) -> Drafted:
    session, team = desk.session, team_meant(act.team, desk)
    objective = objective_named(act.objective, session) if act.objective else ""
    if act.role and act.role not in session.scenario.roles:
        raise Refused("unknown", "this exercise has no role '{role}'", role=act.role)
    # Whoever wrote while the clock was set back, or on a clock a little fast, loses no word of it.
    moment = team.now if act.at is None else min(act.at, team.now)
    if act.evidence and not _known(team, desk.grant).issuperset(act.evidence):
        raise Refused("unknown", "the log has no such place")
    body = {
        "moment": moment, "objective": objective, "role": act.role,
        "marks": [*act.marks], "evidence": [*act.evidence],
    }  # fmt: skip
    words = {"text": said(act.text)}
    return Drafted((replace(of("observed", desk, team, **body), words=words),))


@drafted.register
def _rate(act: acts.Rate, desk: Desk) -> Drafted:
    team = team_meant(act.team, desk)
    objective = objective_named(act.objective, desk.session)
    task = _task(act.task, objective, desk.session) if act.task else ""
    rated = of("rated", desk, team, objective=objective, task=task, grade=act.grade)
    text = cleaned(act.text).strip()
    return Drafted((replace(rated, words={"text": text} if text else {}),))


def team_meant(name: str, desk: Desk) -> Team:
    """The team meant; an evaluator's own."""
    own = desk.grant.team
    if own and name not in ("", own):
        raise Refused("unknown", "there is no team '{team}'", team=name)
    return one_team(desk.session, own or name)


def objective_named(name: str, session: Session) -> str:
    """The objective of this id, or of this number: an evaluator is told titles alone, in order."""
    found = _numbered(name, session.scenario.objectives)
    if found is None:
        raise Refused("unknown", "this exercise has no objective '{objective}'", objective=name)
    return found


def _task(name: str, objective: str, session: Session) -> str:
    """The critical task of this id, or of this number among those of the objective."""
    found = _numbered(name, session.scenario.objectives[objective].tasks)
    if found is None:
        raise Refused("unknown", "this objective has no task '{task}'", task=name)
    return found


def _numbered(name: str, known: Iterable[str]) -> str | None:
    """Which of these ids is meant, by itself or by its number; None where it is none of them."""
    ids = [*known]
    if name in ids:
        return name
    return ids[int(name) - 1] if name.isdecimal() and 0 < int(name) <= len(ids) else None


def _known(team: Team, grant: Grant) -> set[int]:
    """The places in the log that this seat may know: control all, others what their role was
    told of."""
    log = team.exercise.log
    if grant.leads:
        return {*range(len(log))}
    told = {id(event) for event in team.exercise.known_to(grant.role)}
    return {place for place, event in enumerate(log) if id(event) in told}


def said(text: str) -> str:
    """The text as it is kept. Raises Refused where there is nothing to read in it."""
    shown = cleaned(text).strip()
    if not shown:
        raise Refused("text", "there is nothing to read in it")
    return shown
