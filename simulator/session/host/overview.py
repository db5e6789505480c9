"""What control is shown: the room, the panel of the team it watches, the screen of a role."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import Any, NamedTuple

from simulator.engine.overseeing import board
from simulator.engine.titles import aims
from simulator.engine.views import RoleView
from simulator.engine.views.overview import Panel
from simulator.session.delta import inside
from simulator.session.grants import Grant
from simulator.session.host.comparing import Comparison
from simulator.session.host.outgoing import Eyes, stands_of
from simulator.session.host.plainly import Plainly
from simulator.session.host.scoring import Scoring
from simulator.session.room import OVER, PANEL, PersonRow, Room, SeatRow, TeamRow
from simulator.session.session import Session
from simulator.session.team import Team
from simulator.speech import Tellable


class Around(NamedTuple):
    """What control is told beside the session: who is connected, and how the host is."""

    connected: dict[str, int]
    last: dict[str, int]
    state: str
    alarms: tuple[Tellable, ...]
    scoring: Scoring


class Overview:
    """Of one pair of eyes of control."""

    def __init__(self, session: Session, eyes: Eyes) -> None:
        self._session = session
        self._eyes = eyes
        self._comparison = Comparison(session, eyes.language)
        self._room, self._panel, self._over = map(Plainly, (Room, Panel, RoleView))

    def view(self, around: Around) -> dict[str, Any]:
        """All of it as it is now, as plain data."""
        eyes, team = self._eyes, watched(self._session, self._eyes)
        view = dict(self._room.told(self._seen(around)))
        panel = self._panel.told(team.exercise.panel(eyes.language))
        view |= inside(PANEL, {**panel, "team": team.name})
        if eyes.over:
            over = self._over.told(team.exercise.view(eyes.over, eyes.language))
            # The time is in the room.
            view |= inside(OVER, {name: part for name, part in over.items() if name != "now"})
        return view

    def _seen(self, around: Around) -> Room:
        seen = room(self._session, around, self._eyes)
        return replace(seen, standings=self._comparison.told())


def watched(session: Session, eyes: Eyes) -> Team:
    """The team that control looks at through these eyes."""
    return session.teams[eyes.team or next(iter(session.teams))]


def room(session: Session, around: Around, eyes: Eyes) -> Room:
    """What control sees of a session beside the worlds of its teams."""
    language, teams = eyes.language, session.teams.values()
    scenario = session.scenario.at_level(session.header.level)
    people = _people(session, around)
    ratings = session.notebook.told({team.name: team.way for team in teams})
    return Room(
        scenario=scenario.id,
        title=scenario.title.into(language),
        start=scenario.start.isoformat(),
        length=scenario.length,
        session=session.header.session,
        host=around.state,
        teams=tuple(_team(team, around, language) for team in teams),
        seats=tuple(
            _seat(team, role, people[team.name, role], language)
            for team in teams
            for role in scenario.roles
        ),
        people=tuple(_person(grant, around) for grant in session.grants),
        alarms=tuple(alarm.into(language) for alarm in around.alarms),
        notes=session.notebook.notes,
        ratings=ratings.ratings,
        set_aside=ratings.set_aside,
        revealed=tuple(t.name for t in teams if session.notebook.opened(t.name, t.take)),
        plan=session.notebook.plan,
        feedback=session.notebook.feedback,
        duties=session.duties.rows,
        no_duff=session.no_duff,
        ending=tuple(session.ending.values()),
        **aims(scenario, language),
        watched=watched(session, eyes).name,
        over=eyes.over,
        **around.scoring.told(scenario, language),
    )


def _team(team: Team, around: Around, language: str) -> TeamRow:
    stands, why = stands_of(team, around.state != "writing"), team.paused.into(language)
    return TeamRow(
        team.name, team.now, team.pace, stands, why, team.take, holds=team.holds,
        **board(team.exercise, language)._asdict(),
    )  # fmt: skip


def _people(session: Session, around: Around) -> Counter[tuple[str, str]]:
    """How many are connected to each seat of players."""
    return Counter(
        (grant.team, grant.role)
        for grant in session.grants
        if grant.plays and around.connected.get(grant.id)
    )


def _seat(team: Team, role: str, people: int, language: str) -> SeatRow:
    title = team.exercise.scenario.roles[role].title.into(language)
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
