"""The one gate out of the host: every message to a client is built here, from an allow-list.

A view is made for one role of one team, by the engine's own gate, or for control, by
`overview`. Nothing else of a session is ever put into a message.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache
from typing import Any, Final, NamedTuple

from pydantic import TypeAdapter

from simulator.engine.views import RoleView
from simulator.engine.views.foresight import Outlook, Preview
from simulator.engine.views.script import Script
from simulator.session import protocol as p
from simulator.session.grants import Grant
from simulator.session.scores import PersonScore, Scores, TeamScore
from simulator.session.session import Answer, Session
from simulator.session.team import Team
from simulator.speech import say

ROLE_VIEW: Final = TypeAdapter(RoleView)
ANSWERS: Final = {kind: TypeAdapter[Any](kind) for kind in (Script, Preview, Outlook)}
HOME: Final = p.Watch()
"""Where control looks while it has not said where."""


class Eyes(NamedTuple):
    """Whose view it is: all who share these are shown the same. Control's have no role; `team` is
    the one it watches, the first where empty, and `over` the role whose screen it looks at. Who
    `rates` is told of ratings at another time than who plays."""

    team: str
    role: str
    language: str
    over: str = ""
    rates: bool = False


def eyes_of(grant: Grant, language: str, watched: p.Watch = HOME) -> Eyes:
    """Through whose eyes a seat looks: its own role's, whether it plays or only watches. Control
    alone may choose what is `watched`."""
    if grant.leads:
        return Eyes(watched.team, "", language, watched.role)
    return Eyes(grant.team, grant.role, language, rates=grant.part == "evaluator")


def role_view(team: Team, eyes: Eyes) -> dict[str, Any]:
    """What the role may know now, but for the time, which the clock face tells."""
    view = ROLE_VIEW.dump_python(team.exercise.view(eyes.role, eyes.language), mode="json")
    del view["now"]
    return dict(view)


def clock_face(team: Team, turn: int, frozen: bool, language: str) -> p.ClockFace:
    stands: Any = stands_of(team, frozen)
    return p.ClockFace(
        now=team.now, turn=turn, pace=team.pace, stands=stands, why=team.paused.into(language),
        take=team.take,
    )  # fmt: skip


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
        language=language, guide=_guide(session, grant, language),
    )  # fmt: skip
    return message.model_dump_json()


def _guide(
    session: Session, grant: Grant, language: str
) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """By what an evaluator rates; how it is measured is not in it. Nobody else is told of tasks."""
    if grant.part != "evaluator":
        return ()
    aims = session.teams[grant.team].exercise.scenario.objectives.values()
    return tuple(
        (aim.title.into(language), tuple(task.title.into(language) for task in aim.tasks.values()))
        for aim in aims
    )


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


def standings(common: Scores, own: TeamScore, mine: tuple[PersonScore, ...]) -> str:
    """How the contest stands, for all who look at the team `own`."""
    return p.Standings(scores=replace(common, own=own, mine=mine)).model_dump_json()


def told(wanted: p.Enquire, answer: Script | Preview | Outlook) -> str:
    """The answer to what control enquired."""
    body = ANSWERS[type(answer)].dump_python(answer, mode="json")
    return p.Told(id=wanted.id, about=wanted.about, body=body).model_dump_json()


def untold(wanted: p.Enquire, sentence: str) -> str:
    """There is no answer to it, and why."""
    return p.Told(id=wanted.id, about=wanted.about, body={}, sentence=sentence).model_dump_json()


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


def stands_of(team: Team, frozen: bool) -> str:
    """What a team's clock does; `frozen` is whether the host can keep nothing."""
    return "frozen" if frozen and team.stands == "running" else team.stands
