"""The one gate out of the host: every message to a client is built here, from an allow-list.

A view is made for one role of one team, by the engine's own gate, or for control. Nothing else
of a session is ever put into a message.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import Any, Final, NamedTuple

from pydantic import TypeAdapter

from simulator.engine.views import RoleView
from simulator.session import protocol as p
from simulator.session.grants import Grant
from simulator.session.room import PersonRow, Room, SeatRow, TeamRow
from simulator.session.session import Answer, Session
from simulator.session.team import Team
from simulator.speech import Tellable, say

ROLE_VIEW: Final = TypeAdapter(RoleView)
ROOM: Final = TypeAdapter(Room)


class Eyes(NamedTuple):
    """Whose view it is: all who share these are shown the same. Control has no team and role."""

    team: str
    role: str
    language: str


class Around(NamedTuple):
    """What control is told beside the session: who is connected, and how the host is."""

    connected: dict[str, int]
    last: dict[str, int]
    state: str
    alarms: tuple[Tellable, ...]


def eyes_of(grant: Grant, language: str) -> Eyes:
    """Through whose eyes a seat looks: its own role's, whether it plays or only watches."""
    return Eyes(grant.team, grant.role, language)


def role_view(team: Team, eyes: Eyes) -> dict[str, Any]:
    """What the role may know now, but for the time, which the clock face tells."""
    view = ROLE_VIEW.dump_python(team.exercise.view(eyes.role, eyes.language), mode="json")
    del view["now"]
    return dict(view)


def room_view(session: Session, around: Around, language: str) -> dict[str, Any]:
    """What control sees of a session, whole."""
    scenario = session.scenario
    room = Room(
        scenario=scenario.id,
        title=scenario.title.into(language),
        start=scenario.start.isoformat(),
        length=scenario.length,
        session=session.header.session,
        host=around.state,
        teams=tuple(_team(team, around, language) for team in session.teams.values()),
        seats=tuple(
            _seat(session, team, role, around, language)
            for team in session.teams.values()
            for role in scenario.roles
        ),
        people=tuple(_person(grant, around) for grant in session.grants),
        alarms=tuple(alarm.into(language) for alarm in around.alarms),
    )
    return dict(ROOM.dump_python(room, mode="json"))


def clock_face(team: Team, turn: int, frozen: bool, language: str) -> p.ClockFace:
    stands: Any = _stands(team, frozen)
    why = team.paused.into(language)
    return p.ClockFace(now=team.now, turn=turn, pace=team.pace, stands=stands, why=why)


def welcome(session: Session, grant: Grant, after: int, language: str) -> str:
    """Whose seat this is, in the first message to it."""
    role = session.scenario.roles.get(grant.role)
    told = session.told(grant.id)
    message = p.Welcome(
        session=session.header.session, epoch=session.epoch, after=after,
        answers=told.answers, head=told.head, grant=grant.id,
        part=grant.part, team=grant.team, role=grant.role,
        title=role.title.into(language) if role else session.scenario.title.into(language),
        name=grant.name, teams=tuple(session.teams) if grant.leads else (grant.team,),
        language=language,
    )  # fmt: skip
    return message.model_dump_json()


def answer(given: Answer, language: str, gift: str = "") -> str:
    told = p.Answered(
        id=given.id, done=given.done, code=given.code, sentence=given.why.into(language),
        answers=given.number, head=given.head, gift=gift,
    )  # fmt: skip
    return told.model_dump_json()


def not_kept(id: str, language: str) -> str:
    """The host has no room: the client keeps what it asked, and asks again."""
    sentence = say(language, "the host's disk is full; this is kept here until it can be written")
    told = p.Answered(id=id, done=False, code="storage", sentence=sentence, again=True)
    return told.model_dump_json()


def present(grant: Grant, said: p.Attend, opened: tuple[str, ...]) -> str:
    """Somebody who plays, for the others in their seat: made once for all of them."""
    person = p.Present(
        grant=grant.id, name=grant.name or grant.id, reads=said.reads, writes=said.writes,
        of=said.of, opened=opened,
    )  # fmt: skip
    return person.model_dump_json()


def company(people: Iterable[str]) -> str:
    """Those who are `present`, in one message."""
    whole = p.Company(people=()).model_dump_json()
    return whole.replace("[]", f"[{','.join(people)}]")


def host_state(state: Any) -> str:
    return p.HostState(state=state).model_dump_json()


def wrong(code: Any) -> str:
    return p.Wrong(code=code).model_dump_json()


def body(message: p.View | p.News) -> str:
    """A message without its number, so that it is made once for all who get it."""
    return message.model_dump_json(exclude={"seq"})[1:]


@lru_cache(maxsize=1)
def numbered(seq: int, body: str) -> str:
    """Made once for all who are at the same number, as they are told one after another."""
    return f'{{"seq":{seq},{body}'


def _stands(team: Team, frozen: bool) -> str:
    return "frozen" if frozen and team.stands == "running" else team.stands


def _team(team: Team, around: Around, language: str) -> TeamRow:
    stands = _stands(team, around.state != "writing")
    return TeamRow(team.name, team.now, team.pace, stands, team.paused.into(language))


def _seat(session: Session, team: Team, role: str, around: Around, language: str) -> SeatRow:
    people = sum(
        bool(around.connected.get(grant.id))
        for grant in session.grants
        if grant.plays and (grant.team, grant.role) == (team.name, role)
    )
    title = session.scenario.roles[role].title.into(language)
    staffed = team.started and role in team.exercise.state.staffed
    return SeatRow(team.name, role, title, staffed, people)


def _person(grant: Grant, around: Around) -> PersonRow:
    state = "away" if grant.spent else "joined" if grant.token else "invited"
    if grant.revoked:
        state = "revoked"
    elif around.connected.get(grant.id):
        state = "here"
    last = around.last.get(grant.id, 0)
    return PersonRow(grant.id, grant.part, grant.team, grant.role, grant.name, state, last)
