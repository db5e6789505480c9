"""A team of a session by its journal, played by the engine alone and by no code of takes."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from simulator.engine.commands import CONTROL, Conclude, Staff, Vacate
from simulator.engine.errors import Refused
from simulator.engine.exercise import Exercise, Setup
from simulator.scenario.scenario import Scenario
from simulator.session.asking import put_together
from simulator.session.journal.reading import read
from simulator.session.journal.record import Header
from simulator.session.session import Session


class Retold:
    """One team by its journal, played by nothing but the engine, and by no code of takes."""

    def __init__(self, scenario: Scenario, header: Header) -> None:
        self.scenario, self.header = scenario, header
        self.exercise: Exercise | None = None
        self.done: list[tuple[int, Any, str | None]] = []

    def ask(self, at: int, command: Any, stand_in: str | None = None) -> None:
        assert self.exercise is not None
        self.exercise.advance(at)
        try:
            self.exercise.submit(command, stand_in)
        except Refused:
            return
        self.done.append((self.exercise.now, command, stand_in))

    def seat(self, at: int, role: str, staffed: bool) -> None:
        assert self.exercise is not None
        self.exercise.advance(at)
        now = role in self.exercise.state.staffed
        if now != staffed and not self.exercise.over:
            self.ask(at, Staff(CONTROL, role) if staffed else Vacate(CONTROL, role))

    def begin(self, staffed: tuple[str, ...]) -> None:
        header = self.header
        bots: Any = header.bots
        self.exercise = Exercise(self.scenario, Setup(header.seed, staffed, bots))
        self.exercise.advance(0)
        self.first = staffed

    def back(self, at: int, to: int) -> None:
        assert self.exercise is not None
        self.exercise.advance(at)
        there, done = self.exercise.state.staffed, self.done
        self.done = []
        self.begin(self.first)
        for one in done:
            if one[0] < to:
                self.ask(*one)
        self.exercise.advance(to)
        for role in self.scenario.roles:
            self.seat(to, role, role in there)


def retold(path: Path, scenario: Scenario, team: str) -> Retold:
    """What the records of a journal say of one team, and not whether they were refused."""
    written = read(path)
    session, told = Session(scenario, written.header), Retold(scenario, written.header)
    for record in written.records:
        draft, body = record.draft, record.draft.body
        answer = session.apply(record)
        if draft.kind == "started" and (answer is None or answer.done):
            told.begin(tuple(body["staffed"][team]))
        if told.exercise is None or draft.team != team or (answer and not answer.done):
            continue
        grant = session.grants.get(draft.by)
        if draft.kind == "asked" and grant:
            role = body.get("seat") or grant.role or CONTROL
            command = put_together(role, body["command"], draft.words)
            told.ask(draft.at, command, grant.called if "seat" in body else None)
        elif draft.kind == "ended" and grant:
            reason = draft.words.get("why", "")
            told.ask(draft.at, Conclude(CONTROL, reason=reason, by=grant.called))
        elif draft.kind == "rewound":
            told.back(draft.at, body["to"])
        elif draft.kind in ("left", "returned"):
            told.seat(draft.at, body["role"], draft.kind == "returned")
        elif draft.kind == "arrived" and session.grants[body["grant"]].plays:
            told.seat(draft.at, session.grants[body["grant"]].role, True)
    return told
