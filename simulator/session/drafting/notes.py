"""What control and evaluators write down for the review."""

from __future__ import annotations

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
    session, team = desk.session, _team(act.team, desk)
    if act.objective:
        _check_objective(act.objective, session)
    if act.role and act.role not in session.scenario.roles:
        raise Refused("unknown", "this exercise has no role '{role}'", role=act.role)
    moment = team.now if act.at is None else act.at
    if moment > team.now:
        raise Refused("closed", "that moment is still ahead")
    if act.evidence and not _known(team, desk.grant).issuperset(act.evidence):
        raise Refused("unknown", "the log has no such place")
    body = {
        "moment": moment, "objective": act.objective, "role": act.role,
        "marks": [*act.marks], "evidence": [*act.evidence],
    }  # fmt: skip
    words = {"text": _written(act.text)}
    return Drafted((replace(of("observed", desk, team, **body), words=words),))


@drafted.register
def _rate(act: acts.Rate, desk: Desk) -> Drafted:
    team = _team(act.team, desk)
    _check_objective(act.objective, desk.session)
    rated = of("rated", desk, team, objective=act.objective, grade=act.grade)
    text = cleaned(act.text).strip()
    return Drafted((replace(rated, words={"text": text} if text else {}),))


def _team(name: str, desk: Desk) -> Team:
    """The team meant; an evaluator's own."""
    own = desk.grant.team
    if own and name not in ("", own):
        raise Refused("unknown", "there is no team '{team}'", team=name)
    return one_team(desk.session, own or name)


def _check_objective(name: str, session: Session) -> None:
    if name not in session.scenario.objectives:
        raise Refused("unknown", "this exercise has no objective '{objective}'", objective=name)


def _known(team: Team, grant: Grant) -> set[int]:
    """The places in the log that this seat may know: control all, others what their role was
    told of."""
    log = team.exercise.log
    if grant.leads:
        return {*range(len(log))}
    told = {id(event) for event in team.exercise.known_to(grant.role)}
    return {place for place, event in enumerate(log) if id(event) in told}


def _written(text: str) -> str:
    shown = cleaned(text).strip()
    if not shown:
        raise Refused("text", "there is nothing to read in it")
    return shown
