"""From what somebody asks to the records that would do it. Pure: chance and ids are given.

Whether an act may be is decided here, before anything is written; whether a command may be is
the engine's word. Either way, even a no is kept: asked again, it is the same.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import singledispatch
from typing import Any, Final, NamedTuple

from simulator.engine.errors import Refused
from simulator.session import acts
from simulator.session.asking import cleaned, command_of, taken_apart
from simulator.session.grants import SECRET_BYTES, Grant, Part, code_of, hashed, plain_code
from simulator.session.journal.record import Draft
from simulator.session.sayings import written
from simulator.session.session import Answer, Session
from simulator.session.team import Team
from simulator.speech import Saying

NOT_YOURS: Final = Saying("there is no such thing for you to do")


class Drafted(NamedTuple):
    """The records, in order; the last carries the id of what was asked. `gift` is what only the
    asker is told and no record holds: an invitation."""

    drafts: tuple[Draft, ...]
    gift: str = ""


class Desk(NamedTuple):
    """What drafting goes by. `random` gives so many bytes that nobody can guess."""

    session: Session
    grant: Grant
    id: str
    random: Callable[[int], bytes]


def draft_command(desk: Desk, told: dict[str, Any], team: str) -> Drafted | Answer:
    """Something asked of the world, or the answer it had before.

    Raises Refused where it is no command, or not for this seat.
    """
    grant = desk.grant
    if not (grant.plays or grant.leads):
        raise Refused("watching", "this seat only watches")
    there = desk.session.teams[grant.team] if grant.plays else _one_team(desk.session, team)
    command, words = taken_apart(command_of(grant.role, told, grant.name))
    body = {"id": desk.id, "command": command}
    draft = Draft("asked", grant.id, there.name, there.now, body, words)
    return desk.session.answered(draft) or Drafted((draft,))


def draft_act(desk: Desk, act: acts.Act) -> Drafted | Answer:
    """Something asked of the session, or the answer it had before.

    Raises Refused where it is not this seat's to ask for.
    """
    own = isinstance(act, acts.HandOver) and desk.grant.plays and act.seat == desk.grant.id
    if not (desk.grant.leads or own):
        raise Refused.because("unknown", NOT_YOURS)
    asked = {"id": desk.id, "act": act.model_dump(mode="json", exclude={"why"})}
    if known := desk.session.answered(Draft("", desk.grant.id, body=asked)):
        return known
    try:
        drafts, gift = _drafted(act, desk)
    except Refused as no:
        drafts, gift = (_refusal(desk, no),), ""
    last = replace(drafts[-1], body={**drafts[-1].body, **asked})
    return Drafted((*drafts[:-1], last), gift)


@singledispatch
def _drafted(act: acts.Act, desk: Desk) -> Drafted:
    raise Refused.because("unknown", NOT_YOURS)


@_drafted.register
def _start(act: acts.Start, desk: Desk) -> Drafted:
    return Drafted((startex(desk.session, desk.grant.id),))


@_drafted.register
def _run(act: acts.Run, desk: Desk) -> Drafted:
    teams = [team for team in _moving(desk.session, act.team) if not team.running]
    if not teams:
        raise Refused("closed", "the clock is running already")
    return Drafted(tuple(_of("ran", desk, team) for team in teams))


@_drafted.register
def _pause(act: acts.Pause, desk: Desk) -> Drafted:
    teams = [team for team in _moving(desk.session, act.team) if team.running]
    if not teams:
        raise Refused("closed", "the clock is standing already")
    words = {"why": cleaned(act.why)} if act.why else {}
    paused = (replace(_of("paused", desk, team), words=words) for team in teams)
    stood = (standing(team, desk.grant.id) for team in teams)
    return Drafted((*stood, *paused))


@_drafted.register
def _pace(act: acts.Pace, desk: Desk) -> Drafted:
    teams = _teams(desk.session, act.team)
    return Drafted(tuple(_of("paced", desk, team, pace=act.pace) for team in teams))


@_drafted.register
def _jump(act: acts.Jump, desk: Desk) -> Drafted:
    teams = [team for team in _moving(desk.session, act.team) if team.now < act.to]
    if not teams:
        raise Refused("closed", "that moment is not ahead")
    if all(team.exercise.held for team in teams):
        raise Refused("closed", "a discussion holds the clock")
    return Drafted(tuple(_of("jumped", desk, team, to=act.to) for team in teams))


@_drafted.register
def _invite(act: acts.Invite, desk: Desk) -> Drafted:
    team = "" if act.part == "control" else _one_team(desk.session, act.team).name
    role = "" if act.part == "control" else act.role
    if act.part != "control" and role not in desk.session.scenario.roles:
        raise Refused("unknown", "this exercise has no role '{role}'", role=role)
    return _invited(desk, Place(act.part, team, role))


@_drafted.register
def _hand_over(act: acts.HandOver, desk: Desk) -> Drafted:
    seat = _grant(desk.session, act.seat)
    # Where nobody has come yet, it is still the seat before that is handed over.
    handed = seat.id if seat.spent else seat.replaces or seat.id
    return _invited(desk, Place(seat.part, seat.team, seat.role, handed))


def _invited(desk: Desk, place: Place) -> Drafted:
    code = code_of(desk.random(SECRET_BYTES))
    return Drafted((invitation(desk.session, code, place, desk.grant.id),), code)


@_drafted.register
def _revoke(act: acts.Revoke, desk: Desk) -> Drafted:
    seat = _grant(desk.session, act.seat)
    leading = [g.id for g in desk.session.grants if g.leads and g.token and not g.revoked]
    if leading == [seat.id]:
        raise Refused("closed", "the last seat of control can't be taken away")
    return Drafted((Draft("revoked", desk.grant.id, body={"grant": seat.id}),))


@_drafted.register
def _close(act: acts.Close, desk: Desk) -> Drafted:
    stood = (standing(team, desk.grant.id) for team in desk.session.teams.values() if team.started)
    return Drafted((*stood, Draft("closed", desk.grant.id)))


class Place(NamedTuple):
    """What an invitation is to."""

    part: Part
    team: str = ""
    role: str = ""
    replaces: str = ""


def invitation(session: Session, code: str, place: Place, by: str = "") -> Draft:
    """The record of a new invitation; of its code it holds only the hash."""
    part, team, role, replaces = place
    grant = {
        "id": session.grants.next_id(part, role, team if len(session.teams) > 1 else ""),
        "part": part, "team": team, "role": role, "code": hashed(plain_code(code)),
        "replaces": replaces,
    }  # fmt: skip
    return Draft("invited", by, body={"grant": grant})


def startex(session: Session, by: str = "") -> Draft:
    """The record of STARTEX: seats that somebody has joined are people's. Raises Refused."""
    if session.started:
        raise Refused("closed", "the exercise has begun already")
    staffed = {name: _joined_roles(session, name) for name in session.teams}
    return Draft("started", by, body={"staffed": staffed})


def standing(team: Team, by: str = "") -> Draft:
    """How a team's world stands, to be compared when it is played again."""
    return Draft("stood", by, team.name, team.now, {"state": team.exercise.state.hash()})


def pauses(session: Session, why: Saying, lost: int = 0) -> tuple[Draft, ...]:
    """The records that stop every clock that runs; `lost` seconds had no time to run."""
    body, words = {"lost": lost} if lost else {}, {"why": why.into("en")}
    return tuple(
        Draft("paused", team=team.name, at=team.now, body=body, words=words)
        for team in session.teams.values()
        if team.running and not team.over
    )


def _refusal(desk: Desk, no: Refused) -> Draft:
    return Draft("refused", desk.grant.id, body={"code": no.code, **written(no.saying)})


def _of(kind: str, desk: Desk, team: Team, **body: Any) -> Draft:
    return Draft(kind, desk.grant.id, team.name, team.now, body)


def _joined_roles(session: Session, team: str) -> list[str]:
    seats = (g for g in session.grants if g.plays and g.team == team)
    there = {seat.role for seat in seats if seat.token and not seat.revoked}
    return [role for role in session.scenario.roles if role in there]


def _teams(session: Session, name: str) -> list[Team]:
    if name and name not in session.teams:
        raise Refused("unknown", "there is no team '{team}'", team=name)
    return [session.teams[name]] if name else list(session.teams.values())


def _moving(session: Session, name: str) -> list[Team]:
    """The teams meant that have begun and are not over."""
    if not session.started:
        raise Refused("not-now", "the exercise has not begun")
    teams = [team for team in _teams(session, name) if not team.over]
    if not teams:
        raise Refused("over", "the exercise is over")
    return teams


def _one_team(session: Session, name: str) -> Team:
    """The team of this name, or the only one there is."""
    if not name and len(session.teams) > 1:
        raise Refused("unknown", "say which team: {teams}", teams=", ".join(session.teams))
    return _teams(session, name)[0]


def _grant(session: Session, id: str) -> Grant:
    grant = session.grants.get(id)
    if grant is None or grant.revoked:
        raise Refused("unknown", "there is no seat '{seat}'", seat=id)
    return grant
