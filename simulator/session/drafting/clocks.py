"""What control asks of the clocks."""

from __future__ import annotations

from dataclasses import replace

from simulator.engine.errors import Refused
from simulator.session import acts
from simulator.session.asking import cleaned
from simulator.session.drafting.desk import Desk, Drafted, begun, drafted, moving, of, teams_named
from simulator.session.journal.record import Draft
from simulator.session.limits import HOLD_POINTS
from simulator.session.session import Session
from simulator.session.team import Team
from simulator.speech import Saying


@drafted.register
def _start(act: acts.Start, desk: Desk) -> Drafted:
    return Drafted((startex(desk.session, desk.grant.id),))


@drafted.register
def _run(act: acts.Run, desk: Desk) -> Drafted:
    teams = [team for team in moving(desk.session, act.team) if not team.running]
    if not teams:
        raise Refused("closed", "the clock is running already")
    return Drafted(tuple(of("ran", desk, team) for team in teams))


@drafted.register
def _pause(act: acts.Pause, desk: Desk) -> Drafted:
    teams = [team for team in moving(desk.session, act.team) if team.running]
    if not teams:
        raise Refused("closed", "the clock is standing already")
    paused = (replace(of("paused", desk, team), words=why(act.why)) for team in teams)
    stood = (standing(team, desk.grant.id) for team in teams)
    return Drafted((*stood, *paused))


@drafted.register
def _pace(act: acts.Pace, desk: Desk) -> Drafted:
    teams = teams_named(desk.session, act.team)
    return Drafted(tuple(of("paced", desk, team, pace=act.pace) for team in teams))


@drafted.register
def _jump(act: acts.Jump, desk: Desk) -> Drafted:
    teams = [team for team in moving(desk.session, act.team) if team.now < act.to]
    if not teams:
        raise Refused("closed", "that moment is not ahead")
    if all(team.exercise.held for team in teams):
        raise Refused("closed", "a discussion holds the clock")
    return Drafted(tuple(of("jumped", desk, team, to=act.to) for team in teams))


@drafted.register
def _hold_point(act: acts.HoldPoint, desk: Desk) -> Drafted:
    teams = [team for team in teams_named(desk.session, act.team) if not team.over]
    there = [team for team in teams if act.at in team.holds]
    new = [team for team in teams if team.now < act.at and team not in there]
    meant = there if act.off else new
    if not meant:
        raise _no_point(act, bool(there))
    if not act.off and any(len(team.holds) >= HOLD_POINTS for team in meant):
        raise Refused("closed", "a clock has {most} hold points at most", most=HOLD_POINTS)
    return Drafted(tuple(of("pointed", desk, team, second=act.at, off=act.off) for team in meant))


def _no_point(act: acts.HoldPoint, there: bool) -> Refused:
    if act.off:
        return Refused("closed", "there is no such hold point")
    if there:
        return Refused("closed", "there is a hold point already")
    return Refused("closed", "that moment is not ahead")


@drafted.register
def _rewind(act: acts.Rewind, desk: Desk) -> Drafted:
    """Before that, how the take stood that ends."""
    teams = [team for team in begun(desk.session, act.team) if act.to < team.now]
    if not teams:
        raise Refused("closed", "that moment is not behind")
    back = (replace(of("rewound", desk, team, to=act.to), words=why(act.why)) for team in teams)
    return Drafted((*(standing(team, desk.grant.id) for team in teams), *back))


def startex(session: Session, by: str = "") -> Draft:
    """The record of STARTEX: seats that somebody has joined are people's. Raises Refused."""
    if session.emergency:
        raise Refused("no-duff", "a real emergency: the exercise stands still")
    if session.started:
        raise Refused("closed", "the exercise has begun already")
    staffed = {name: _joined_roles(session, name) for name in session.teams}
    return Draft("started", by, body={"staffed": staffed})


def standing(team: Team, by: str = "") -> Draft:
    """How a team's world stands, to be compared when it is played again."""
    return Draft("stood", by, team.name, team.now, {"state": team.exercise.state.hash()})


def pauses(session: Session, because: Saying, lost: int = 0) -> tuple[Draft, ...]:
    """The records that stop every clock that runs; `lost` seconds had no time to run."""
    body, words = {"lost": lost} if lost else {}, {"why": because.into("en")}
    return tuple(
        Draft("paused", team=team.name, at=team.now, body=body, words=words)
        for team in session.teams.values()
        if team.running and not team.over
    )


def hold_points(session: Session) -> tuple[Draft, ...]:
    """The records that stop every clock that runs and has come to a hold point."""
    teams = [team for team in session.teams.values() if team.running and team.at_hold_point]
    return tuple(
        Draft("paused", team=team.name, at=team.now, body={"point": True}) for team in teams
    )


def why(text: str) -> dict[str, str]:
    """The reason that somebody gave, as the words of a record."""
    return {"why": cleaned(text)} if text else {}


def _joined_roles(session: Session, team: str) -> list[str]:
    seats = (g for g in session.grants if g.plays and g.team == team)
    there = {seat.role for seat in seats if seat.token and not seat.revoked}
    return [role for role in session.scenario.roles if role in there]
