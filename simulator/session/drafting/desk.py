"""What every draft goes by, and what it becomes."""

from __future__ import annotations

from collections.abc import Callable
from functools import singledispatch
from typing import Any, Final, NamedTuple

from simulator.engine.errors import Refused
from simulator.session import acts
from simulator.session.grants import Grant
from simulator.session.journal.record import Draft
from simulator.session.session import Session
from simulator.session.team import Team
from simulator.speech import Saying

NOT_YOURS: Final = Saying("there is no such thing for you to do")


class Drafted(NamedTuple):
    """The records, in order; the last carries the id of what was asked. `gift` is what only the
    asker is told and no record holds: an invitation."""

    drafts: tuple[Draft, ...]
    gift: str = ""


class Desk(NamedTuple):
    """What drafting goes by. `random` gives so many bytes that nobody can guess; `controllers` are
    the seats of control that are connected."""

    session: Session
    grant: Grant
    id: str
    random: Callable[[int], bytes]
    controllers: frozenset[str] = frozenset()

    @property
    def others(self) -> frozenset[str]:
        """The other controllers who are there."""
        return self.controllers - {self.grant.id}


@singledispatch
def drafted(act: acts.Act, desk: Desk) -> Drafted:
    """The records that do what an act asks for. Raises Refused."""
    raise Refused.because("unknown", NOT_YOURS)


def of(kind: str, desk: Desk, team: Team, **body: Any) -> Draft:
    """A record about a team, by whoever asks."""
    return Draft(kind, desk.grant.id, team.name, team.now, body)


def teams_named(session: Session, name: str) -> list[Team]:
    """The team of this name; all where there is none."""
    if name and name not in session.teams:
        raise Refused("unknown", "there is no team '{team}'", team=name)
    return [session.teams[name]] if name else list(session.teams.values())


def begun(session: Session, name: str) -> list[Team]:
    """The teams meant, once they have begun."""
    if not session.started:
        raise Refused("not-now", "the exercise has not begun")
    return teams_named(session, name)


def moving(session: Session, name: str) -> list[Team]:
    """The teams meant that have begun and are not over."""
    teams = [team for team in begun(session, name) if not team.over]
    if not teams:
        raise Refused("over", "the exercise is over")
    return teams


def one_team(session: Session, name: str) -> Team:
    """The team of this name, or the only one there is."""
    if not name and len(session.teams) > 1:
        raise Refused("unknown", "say which team: {teams}", teams=", ".join(session.teams))
    return teams_named(session, name)[0]
