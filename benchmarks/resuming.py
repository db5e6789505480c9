"""A session taken up again, against the same commands played once with no session around them."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import replace
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final, NamedTuple

from benchmarks import generate, showing
from benchmarks.hosted import TEAM
from benchmarks.measure import Ratio, ratio
from simulator.engine import commands as c
from simulator.engine.errors import Refused
from simulator.engine.exercise import Exercise, Setup
from simulator.engine.views import RoleView
from simulator.scenario import load
from simulator.scenario.library import shipped
from simulator.session import folder
from simulator.session.asking import told
from simulator.session.drafting import Desk, Drafted, Place, draft_command, invitation
from simulator.session.folder import Opened
from simulator.session.grants import Grant, hashed
from simulator.session.host import hosting
from simulator.session.journal import head
from simulator.session.journal.disk import Disk
from simulator.session.journal.record import Draft

SEED: Final = 7
LEFT: Final = 3_600
"""Seconds of the exercise that are not played, so that its last views still move."""
SAID: Final = "Seen. The shift leader was told; we look at the second site next and call back."

Asks = Callable[[Exercise, str, int], c.Command]


class Sitting(NamedTuple):
    """A session's folder, and the same play without it."""

    path: Path
    scenario: Path
    staffed: tuple[str, ...]
    asked: list[tuple[int, c.Command]]

    @property
    def records(self) -> int:
        return (self.path / folder.JOURNAL).read_bytes().count(b"\n") - 1

    def resumed(self) -> Opened:
        opened = folder.open_(self.path)
        opened.close()
        return opened

    def headless(self) -> Exercise:
        """Read the scenario and play it as far, doing what was asked on the way."""
        exercise = Exercise(load(self.scenario), Setup(SEED, self.staffed))
        for at, command in self.asked:
            exercise.advance(at)
            with suppress(Refused):
                exercise.submit(command)
        exercise.advance(exercise.scenario.length - LEFT)
        return exercise


class _Unsynced(Disk):
    """Nobody's session, so nobody waits for it."""

    def sync(self, file: int) -> None:
        pass


def sat(path: Path, scenario: Path, number: int, asks: Asks) -> Sitting:
    """A session in which so many commands were asked, spread evenly over the whole exercise."""
    loaded = load(scenario)
    plan = hosting.Plan(scenario, seed=SEED)
    opened = folder.create(path, scenario, hosting.header_of(plan, loaded), disk=_Unsynced())
    roles = tuple(name for name, role in loaded.roles.items() if not role.response_cell)
    grants = {role: _seated(opened, role) for role in roles}
    _kept(opened, Draft("started", body={"staffed": {TEAM: list(roles)}}))
    team = opened.session.teams[TEAM]
    asked = []
    for n in range(number):
        role, at = roles[n % len(roles)], (n + 1) * (loaded.length - LEFT) // number
        team.advance(at)
        command = asks(team.exercise, role, n)
        desk = Desk(opened.session, grants[role], f"{n:032x}", secrets.token_bytes)
        drafted = draft_command(desk, told(command), "")
        assert isinstance(drafted, Drafted)
        _kept(opened, replace(drafted.drafts[0], at=team.now))
        asked.append((at, command))
    team.advance(loaded.length - LEFT)
    now = head.Head(
        opened.session.header.session, opened.journal.seq, opened.journal.chain,
        {TEAM: team.now}, hosting.TIMES.utc(),
    )  # fmt: skip
    head.write(path, now, opened.disk)
    opened.close()
    return Sitting(path, scenario, roles, asked)


def _kept(opened: Opened, *drafts: Draft) -> None:
    for record in opened.journal.append(drafts, hosting.TIMES.utc()):
        opened.session.apply(record)


def _seated(opened: Opened, role: str) -> Grant:
    invited = invitation(opened.session, secrets.token_hex(16), Place("player", TEAM, role))
    grant = invited.body["grant"]["id"]
    body = {"grant": grant, "token": hashed(secrets.token_hex(16))}
    _kept(opened, invited, Draft("joined", body=body, words={"name": "Ana"}))
    _kept(opened, Draft("arrived", team=TEAM, body={"grant": grant}))
    return opened.session.grants[grant]


def sensibly(exercise: Exercise, role: str, number: int) -> c.Command:
    """What a person in this seat would do next, as far as its view shows."""
    return next(_sensible(exercise.view(role)), c.Note(role, f"{SAID} ({number})"))


def _sensible(view: RoleView) -> Iterator[c.Command]:
    role = view.role.id
    if view.module:
        yield c.Proceed(role)
    for asked in view.decisions:
        if asked.phase == "open":
            usable = [option.id for option in asked.options if not option.why_not]
            yield c.Answer(role, asked.id, usable[0] if usable else None, SAID)
    for request in view.requests:
        if request.mine_to_answer:
            yield c.Consent(role, request.id, "grant", SAID)
    for action in view.actions:
        if not action.why_not and not action.targets:
            yield c.Order(role, action.id)
    yield from (c.Read(role, item.inject) for item in view.inbox if item.inject and not item.read)


def busily(exercise: Exercise, role: str, number: int) -> c.Command:
    """Something of everything, without looking."""
    injects = [*exercise.scenario.inject]
    someone = [*exercise.scenario.roles][number * 7 % len(exercise.scenario.roles)]
    inject = injects[exercise.now * len(injects) // exercise.scenario.length - 1]
    asked: tuple[c.Command, ...] = (
        c.Note(role, f"{SAID} ({number})"), c.Message(role, (someone,), SAID),
        c.Read(role, inject), c.Answer(role, inject, "act", SAID),
    )  # fmt: skip
    return asked[number // len(exercise.scenario.roles) % len(asked)]


def _compared(name: str, sitting: Sitting, rounds: int) -> Iterator[str]:
    found = ratio(sitting.resumed, sitting.headless, rounds)
    reading = ratio(partial(load, sitting.scenario), sitting.headless, rounds)
    apart = (found.ours - reading.ours) / (found.limit - reading.ours)
    yield f"  {name}, {sitting.records:6,} records  {found}"
    yield (
        f"      {apart:.2f} without the {reading.ours * 1000:.0f} ms in which both read the "
        f"scenario; {_a_record(found, sitting) * 1e6:.0f} us more for each record"
    )


def _a_record(found: Ratio, sitting: Sitting) -> float:
    return (found.ours - found.limit) / sitting.records


def figures() -> Iterator[str]:
    """The figures, and what it costs to show the first of the sessions at its end."""
    with TemporaryDirectory() as where:
        real = sat(Path(where, "real"), shipped()["wiper-2022"], 500, sensibly)
        large = generate.write(Path(where, "large"), 2_000, hours=72)
        busy = sat(Path(where, "busy"), large, 10_000, busily)
        yield "resuming a session, as a multiple of playing it once without one (within 1.1)"
        yield from _compared("wiper-2022, 96 h", real, 9)
        yield from _compared("2,000 injects, 72 h", busy, 5)
        yield from showing.figures(real.resumed())
