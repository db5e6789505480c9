"""From what somebody asks to the records that would do it. Pure: chance and ids are given.

Whether an act may be is decided here, before anything is written; whether a command may be is
the engine's word. Either way, even a no is kept: asked again, it is the same.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from simulator.engine.errors import Refused
from simulator.session import acts, duties
from simulator.session.asking import command_of, taken_apart
from simulator.session.drafting import notes as _notes  # noqa: F401 registers what it drafts
from simulator.session.drafting.clocks import hold_points, pauses, standing, startex
from simulator.session.drafting.desk import NOT_YOURS, Desk, Drafted, drafted, one_team
from simulator.session.drafting.endings import check_emergency, check_end
from simulator.session.drafting.lessons import takes_part, unnamed
from simulator.session.drafting.seats import Place, invitation
from simulator.session.grants import Grant
from simulator.session.journal.record import Draft
from simulator.session.sayings import written
from simulator.session.session import Answer

__all__ = [
    "Desk",
    "Drafted",
    "Place",
    "draft_act",
    "draft_command",
    "hold_points",
    "invitation",
    "pauses",
    "standing",
    "startex",
]


def draft_command(desk: Desk, told: dict[str, Any], team: str, seat: str = "") -> Drafted | Answer:
    """Something asked of the world, or the answer it had before; by control, it may be in the
    place of the role `seat`.

    Raises Refused where it is no command, or not for this seat.
    """
    grant = desk.grant
    if not (grant.plays or grant.leads):
        raise Refused("watching", "this seat only watches")
    if seat and not grant.leads:
        raise Refused.because("unknown", NOT_YOURS)
    there = desk.session.teams[grant.team] if grant.plays else one_team(desk.session, team)
    if seat and seat not in desk.session.scenario.roles:
        raise Refused("unknown", "this exercise has no role '{role}'", role=seat)
    # In the place of a role, players read it; who acts as control is always said.
    by = grant.called if grant.leads and not seat else grant.name
    asked = command_of(seat or grant.role, told, by)
    command, words = taken_apart(asked)
    body = {"id": desk.id, "command": command} | ({"seat": seat} if seat else {})
    draft = Draft("asked", grant.id, there.name, there.now, body, words)
    known = desk.session.answered(draft)
    if not known:
        check_end(asked, desk)
    return known or Drafted((draft,))


def draft_act(desk: Desk, act: acts.Act) -> Drafted | Answer:
    """Something asked of the session, or the answer it had before.

    Raises Refused where it is not this seat's to ask for.
    """
    if not (desk.grant.leads or _own(act, desk.grant)):
        raise Refused.because("unknown", NOT_YOURS)
    if isinstance(act, acts.Feedback) and act.anonymous:
        return unnamed(act, desk)
    asked = {"id": desk.id, "act": _kept(act)}
    if known := desk.session.answered(Draft("", desk.grant.id, body=asked)):
        return known
    try:
        check_emergency(act, desk)
        desk.session.duties.check(duties.of_act(act), desk.grant)
        drafts, gift = drafted(act, desk)
    except Refused as no:
        drafts, gift = (_refusal(desk, no),), ""
    last = replace(drafts[-1], body={**drafts[-1].body, **asked})
    return Drafted((*drafts[:-1], last), gift)


def _own(act: acts.Act, grant: Grant) -> bool:
    """Whether an act is for somebody who is not control, too."""
    if isinstance(act, acts.HandOver):
        return grant.plays and act.seat == grant.id
    if isinstance(act, acts.Feedback):
        return takes_part(grant)
    return isinstance(act, acts.Observe | acts.Rate) and grant.part == "evaluator"


def _kept(act: acts.Act) -> dict[str, Any]:
    """The act without what people wrote, as it is known again when it is asked once more."""
    told = act.model_dump(mode="json", exclude=set(act.WRITTEN))
    if told.get("task") == "":
        del told["task"]  # so that what was asked of a Kulla that knew no tasks is the same
    return told


def _refusal(desk: Desk, no: Refused) -> Draft:
    return Draft("refused", desk.grant.id, body={"code": no.code, **written(no.saying)})
