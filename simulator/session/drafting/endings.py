"""What stops everything: a real emergency, ENDEX, the end of the session."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from simulator.engine.commands import Command, Conclude
from simulator.engine.errors import Refused
from simulator.session import acts
from simulator.session.drafting.clocks import standing, why
from simulator.session.drafting.desk import Desk, Drafted, drafted, moving, of
from simulator.session.journal.record import Draft
from simulator.session.team import Team

IN_AN_EMERGENCY: Final = (
    acts.Lift, acts.Close, acts.Observe, acts.Rate, acts.SetAside, acts.Reveal, acts.Plan,
    acts.Feedback, acts.Invite, acts.HandOver, acts.Revoke, acts.Duty,
)  # fmt: skip


def check_emergency(act: acts.Act, desk: Desk) -> None:
    """Raises Refused where a real emergency forbids it."""
    if not desk.session.emergency or isinstance(act, IN_AN_EMERGENCY):
        return
    if isinstance(act, acts.NoDuff):
        raise Refused("closed", "everything stands still already for a real emergency")
    raise Refused("no-duff", "a real emergency: the exercise stands still")


def check_end(command: Command, desk: Desk) -> None:
    """Raises Refused where another controller has to ask for ENDEX as well."""
    if isinstance(command, Conclude) and desk.grant.leads and desk.others:
        raise Refused("closed", "ENDEX is asked for as an act: another controller has to ask, too")


@drafted.register
def _no_duff(act: acts.NoDuff, desk: Desk) -> Drafted:
    return Drafted((*_stood(desk), Draft("alerted", desk.grant.id, words=why(act.why))))


@drafted.register
def _lift(act: acts.Lift, desk: Desk) -> Drafted:
    emergency = desk.session.emergency
    if emergency is None:
        raise Refused("closed", "there is no emergency")
    if emergency != emergency.lifted_by(desk.grant.id):
        return Drafted((Draft("lifted", desk.grant.id),))
    raise Refused("closed", "you have said so; another seat of control has to say so, too")


@drafted.register
def _end(act: acts.End, desk: Desk) -> Drafted:
    teams = moving(desk.session, act.team)
    drafts = tuple(_not_wished(teams, desk) if act.off else _ends(act, teams, desk))
    if not drafts and act.off:
        raise Refused("closed", "nobody has asked for ENDEX")
    if not drafts:
        raise Refused("closed", "you have asked for ENDEX; another controller has to, too")
    return Drafted(drafts)


def _not_wished(teams: list[Team], desk: Desk) -> Iterator[Draft]:
    wished = (team for team in teams if team.name in desk.session.ending)
    return (of("wished", desk, team, off=True) for team in wished)


def _ends(act: acts.End, teams: list[Team], desk: Desk) -> Iterator[Draft]:
    """ENDEX where nobody else is there or somebody else has asked; the wish for it elsewhere."""
    for team in teams:
        wish = desk.session.ending.get(team.name)
        if not desk.others or (wish and wish.grant != desk.grant.id):
            yield replace(of("ended", desk, team), words=why(act.why))
        elif wish is None:
            yield of("wished", desk, team, off=False)


@drafted.register
def _close(act: acts.Close, desk: Desk) -> Drafted:
    return Drafted((*_stood(desk), Draft("closed", desk.grant.id)))


def _stood(desk: Desk) -> Iterator[Draft]:
    teams = (team for team in desk.session.teams.values() if team.started)
    return (standing(team, desk.grant.id) for team in teams)
