"""Writes the journal of a session as a host does, without a host: draft, keep, apply."""

from __future__ import annotations

import json
from dataclasses import replace
from functools import partial
from pathlib import Path
from random import Random
from typing import Any, Self

import simulator
from simulator.engine.commands import CONTROL, Command, Note
from simulator.scenario.load import load
from simulator.session import acts, folder
from simulator.session.asking import told
from simulator.session.drafting import (
    Desk,
    Drafted,
    Place,
    draft_act,
    draft_command,
    invitation,
    standing,
)
from simulator.session.folder import JOURNAL, Opened
from simulator.session.grants import Grant, code_of, hashed, token_of
from simulator.session.journal import head
from simulator.session.journal.disk import Disk
from simulator.session.journal.record import GENESIS, Draft, Header, linked
from simulator.session.notebook import Ratings
from simulator.session.session import Answer, Seen, Session

ROOT = Path(__file__).parents[4]
FIRST_WATCH = ROOT / "scenarios" / "first-watch"
MINIMAL = ROOT / "tests" / "scenarios" / "minimal.yaml"
MORNING = 1_800_000_000_000


class Quick(Disk):
    """A disk whose syncs take no time; nothing here loses power."""

    def sync(self, file: int) -> None:
        pass


def header_of(scenario: Path, teams: tuple[str, ...] = ("team",), seed: int = 7) -> Header:
    world = load(scenario)
    return Header(
        "5e5510", simulator.__version__, simulator.ENGINE, world.id, world.digest, seed, teams,
        pace=60.0, created=MORNING,
    )  # fmt: skip


class Scribe:
    """One session that is written down; the same seed makes the same secrets. `connected` are the
    seats of control that are there."""

    def __init__(self, opened: Opened, seed: int = 1) -> None:
        self.opened = opened
        self.session = opened.session
        self.dice = Random(seed)
        self.utc = MORNING
        self.tokens: dict[str, str] = {}
        self.connected: frozenset[str] = frozenset()
        opened.journal._salt = lambda: self.dice.randbytes(16).hex()

    @classmethod
    def begin(
        cls, path: Path, scenario: Path = MINIMAL, teams: tuple[str, ...] = ("team",), **more: Any
    ) -> Self:
        scribe = cls(
            folder.create(path, scenario, header_of(scenario, teams), disk=Quick()), **more
        )
        scribe.keep(Draft("opened", body={"epoch": scribe.dice.randbytes(8).hex()}))
        return scribe

    def keep(self, *drafts: Draft) -> list[Answer | None]:
        self.utc += 1000
        records = self.opened.journal.append(map(self._timed, drafts), self.utc)
        return [self.session.apply(record) for record in records]

    def sit(self, place: Place, name: str = "Arta") -> Grant:
        """Somebody is invited there, joins and arrives."""
        code = code_of(self.dice.randbytes(16))
        invited = invitation(self.session, code, place)
        id = str(invited.body["grant"]["id"])
        token = self.tokens[id] = token_of(self.dice.randbytes(32))
        self.keep(invited)
        self.keep(Draft("joined", body={"grant": id, "token": hashed(token)}, words={"name": name}))
        self.keep(Draft("arrived", team=place.team, body={"grant": id}))
        return self.session.grants[id]

    def ask(
        self, grant: Grant, command: Command, team: str = "", id: str = "", seat: str = ""
    ) -> Answer:
        draft = partial(draft_command, told=told(command), team=team, seat=seat)
        return self._answered(grant, draft, id)

    def do(self, grant: Grant, act: acts.Act, id: str = "") -> Answer:
        return self._answered(grant, partial(draft_act, act=act), id)

    def note(self, grant: Grant, text: str) -> Answer:
        return self.ask(grant, Note(grant.role or CONTROL, text))

    def _answered(self, grant: Grant, draft: Any, id: str) -> Answer:
        """Raises Refused where nothing is kept of it."""
        id = id or self.dice.randbytes(16).hex()
        desk = Desk(self.session, grant, id, self.dice.randbytes, self.connected)
        drafted = draft(desk)
        if isinstance(drafted, Answer):
            return drafted
        assert isinstance(drafted, Drafted)
        answer = self.keep(*drafted.drafts)[-1]
        # What is written down without a name has none of its own.
        return answer or Answer(id, True)

    def _timed(self, draft: Draft) -> Draft:
        """Things happen at the second to which a team has come."""
        team = self.session.teams.get(draft.team)
        return draft if team is None else replace(draft, at=team.now)

    def advance(self, to: int) -> None:
        """Let the clocks of all teams come to this second."""
        for team in self.session.teams.values():
            team.advance(to)

    def keep_head(self) -> None:
        """As a host does before it shows anybody what time it is."""
        now = folder.head_of(self.opened, self.utc)
        head.write(self.opened.path, now, self.opened.disk)

    def stand(self) -> None:
        self.keep(*(standing(team) for team in self.session.teams.values() if team.started))

    def close(self) -> None:
        self.opened.close()

    def seen(self, grant: Grant) -> Seen:
        """What a client of this grant can vouch for now."""
        team = self.session.teams.get(grant.team)
        return self.session.told(grant.id)._replace(now=team.furthest if team else 0)


def rated(session: Session) -> Ratings:
    """By which ratings each team goes in its last take."""
    return session.notebook.told({team.name: team.way for team in session.teams.values()})


def stand(session: Session) -> dict[str, Any]:
    """Everything about a session that must be the same when it is played again."""
    return {
        "teams": {
            team.name: (team.now, team.started, team.running, team.pace, team.why, team.take,
                        team.furthest, team.holds, team.emergency,
                        team.exercise.state.hash(), team.exercise.log)
            for team in session.teams.values()
        },
        "control": (session.no_duff, session.ending, session.duties.rows, session.notebook.notes,
                    rated(session), session.notebook.plan, session.notebook.feedback),
        "grants": [*session.grants],
        "answers": session.answers.first,
        "heads": session.answers.heads,
        "opened": session.opened,
        "flags": (session.started, session.closed, session.recovered),
    }  # fmt: skip


def lines_of(path: Path) -> list[bytes]:
    """The lines of a session's journal, each with its end."""
    return (path / JOURNAL).read_bytes().splitlines(keepends=True)


def chained(told: list[dict[str, Any]]) -> list[bytes]:
    """A journal of these records, chained by somebody who knows how. `words` stand aside."""
    chain, lines = GENESIS, []
    for one in told:
        words = one.get("words")
        rest = {name: part for name, part in one.items() if name not in ("words", "chain")}
        front = json.dumps(rest, ensure_ascii=False, separators=(",", ":")).encode()[:-1]
        chain = linked(chain, front)
        tail = {"chain": chain} | ({"words": words} if words is not None else {})
        ending = json.dumps(tail, ensure_ascii=False, separators=(",", ":")).encode()[1:]
        lines.append(front + b"," + ending + b"\n")
    return lines


def told_by(lines: list[bytes]) -> list[dict[str, Any]]:
    return [json.loads(line) for line in lines]
