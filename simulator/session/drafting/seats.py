"""Who may sit where, and who of control does what."""

from __future__ import annotations

from typing import NamedTuple

from simulator.engine.errors import Refused
from simulator.session import acts
from simulator.session.drafting.desk import Desk, Drafted, drafted, one_team
from simulator.session.grants import SECRET_BYTES, Grant, Part, code_of, hashed, plain_code
from simulator.session.journal.record import Draft
from simulator.session.session import Session


class Place(NamedTuple):
    """What an invitation is to."""

    part: Part
    team: str = ""
    role: str = ""
    replaces: str = ""


@drafted.register
def _invite(act: acts.Invite, desk: Desk) -> Drafted:
    team = "" if act.part == "control" else one_team(desk.session, act.team).name
    role = "" if act.part == "control" else act.role
    if act.part != "control" and role not in desk.session.scenario.roles:
        raise Refused("unknown", "this exercise has no role '{role}'", role=role)
    return _invited(desk, Place(act.part, team, role))


@drafted.register
def _hand_over(act: acts.HandOver, desk: Desk) -> Drafted:
    seat = _grant(desk.session, act.seat)
    # Where nobody has come yet, it is still the seat before that is handed over.
    handed = seat.id if seat.spent else seat.replaces or seat.id
    return _invited(desk, Place(seat.part, seat.team, seat.role, handed))


@drafted.register
def _revoke(act: acts.Revoke, desk: Desk) -> Drafted:
    seat = _grant(desk.session, act.seat)
    leading = [g.id for g in desk.session.grants if g.leads and g.token and not g.revoked]
    if leading == [seat.id]:
        raise Refused("closed", "the last seat of control can't be taken away")
    return Drafted((Draft("revoked", desk.grant.id, body={"grant": seat.id}),))


@drafted.register
def _duty(act: acts.Duty, desk: Desk) -> Drafted:
    holder = desk.session.duties.holder(act.duty)
    # A duty of somebody who is not there would keep it from everybody.
    free = holder is None or holder.id not in {desk.grant.id, *desk.controllers}
    if not free:
        desk.session.duties.check(act.duty, desk.grant)
    if act.off and free:
        raise Refused("closed", "this duty is nobody's")
    if not act.off and not free:
        raise Refused("closed", "this duty is yours already")
    body = {"duty": act.duty, "off": act.off}
    return Drafted((Draft("assigned", desk.grant.id, body=body),))


def invitation(session: Session, code: str, place: Place, by: str = "") -> Draft:
    """The record of a new invitation; of its code it holds only the hash."""
    part, team, role, replaces = place
    grant = {
        "id": session.grants.next_id(part, role, team if len(session.teams) > 1 else ""),
        "part": part, "team": team, "role": role, "code": hashed(plain_code(code)),
        "replaces": replaces,
    }  # fmt: skip
    return Draft("invited", by, body={"grant": grant})


def _invited(desk: Desk, place: Place) -> Drafted:
    code = code_of(desk.random(SECRET_BYTES))
    return Drafted((invitation(desk.session, code, place, desk.grant.id),), code)


def _grant(session: Session, id: str) -> Grant:
    grant = session.grants.get(id)
    if grant is None or grant.revoked:
        raise Refused("unknown", "there is no seat '{seat}'", seat=id)
    return grant
